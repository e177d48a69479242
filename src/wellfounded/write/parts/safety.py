"""Safety concerns, and what was asked and denied, in the words of the latest note that speaks of them."""

from wellfounded.write.recorded import from_notes
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Quote the latest note on safety."""
    ways = ("on safety, {note} records: {quote}", "{Note} says of safety: {quote}")
    return from_notes(telling, ("safety",), ways, ())
