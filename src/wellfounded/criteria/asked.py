"""What a requirement asks: its words, and the lead-ins above it, read as one typed test."""

from wellfounded.criteria.learned.typed import typed
from wellfounded.criteria.passage import Passage, sentences
from wellfounded.criteria.tests import Words, read
from wellfounded.criteria.under import Under
from wellfounded.model.asks import Test, TrialOf


def asked(passage: Passage, text: str, under: Under, *, learned: bool = True) -> Test:
    """Type a requirement by its first sentence; the later ones only fill what a trial has open.

    Without *learned*, by the typed rules alone.
    """
    first = sentences(passage)[0].text.rstrip(".")
    if len(first) + 2 >= len(text) or len(first.split()) < 6:
        return _read(Words(text, under.before, under.after), learned=learned)
    asks = _read(Words(first, under.before, under.after), learned=learned)
    if isinstance(asks, TrialOf) and asks.min_duration is None:
        whole = _read(Words(text, under.before, under.after), learned=learned)
        return whole if isinstance(whole, TrialOf) else asks
    return asks


def _read(words: Words, *, learned: bool) -> Test:
    rule = read(words)
    return typed(words, rule) if learned else rule
