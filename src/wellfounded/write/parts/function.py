"""What the condition keeps the patient from doing, in the words of the notes."""

from wellfounded.write.recorded import from_notes
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Quote the latest notes that describe function."""
    ways = ("{Note} describes how this limits {object}: {quote}", "how far it limits {object} is in {note}: {quote}")
    return from_notes(telling, ("function",), ways, ("earlier, {note} recorded: {quote}",))
