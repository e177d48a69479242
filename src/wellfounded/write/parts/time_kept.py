"""That the time to appeal runs, and until when by the reading that is safe."""

from datetime import date, datetime

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates

# The clocks of a first appeal, as the law packs and notices name them; no other day is the appeal's.
APPEALS = frozenset(
    ("appeal", "internal_appeal", "plan_appeal", "reconsideration", "redetermination", "widerspruch", "einsprache")
)


def write(telling: Telling) -> Told:
    """Say by when the appeal will be filed; nothing where no verified rule gives the day."""
    for deadline in telling.deadlines:
        held = deadline.safe or deadline.due
        if deadline.whose != "ours" or _other(deadline.level) or held is None or deadline.unverified:
            continue
        when = held.value.date() if isinstance(held.value, datetime) else held.value
        if not isinstance(when, date) or when < telling.on:
            continue
        last = dates.day(when)
        ways = (
            f"The time to appeal is running and I mean to appeal by {last}; please let the records reach me first",
            f"Because the appeal must be filed by {last}, please send these records promptly",
        )
        text = telling.voice.pick("time", *ways)
        rule = Derivation(f"{deadline.id} = {when}", (held.basis,))
        return Told((Paragraph("time_kept", telling.part.heading, (sentence(text, rule, deadline.citation),)),))
    return Told()


def _other(level: str) -> bool:
    return level.removesuffix("_as_stated") not in APPEALS
