"""What a requirement asks: its words, and the lead-ins above it, read as one typed test."""

from wellfounded.criteria.passage import Passage, sentences
from wellfounded.criteria.tests import Words, read
from wellfounded.criteria.under import Under
from wellfounded.model.asks import Test, TrialOf


def asked(passage: Passage, text: str, under: Under) -> Test:
    """Type a requirement by its first sentence; the later ones only fill what a trial has open."""
    first = sentences(passage)[0].text.rstrip(".")
    if len(first) + 2 >= len(text) or len(first.split()) < 6:
        return read(Words(text, under.before, under.after))
    asks = read(Words(first, under.before, under.after))
    if isinstance(asks, TrialOf) and asks.min_duration is None:
        whole = read(Words(text, under.before, under.after))
        return whole if isinstance(whole, TrialOf) else asks
    return asks
