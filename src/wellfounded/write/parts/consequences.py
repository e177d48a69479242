"""What follows without the service: only what the chart, a reference or a person states, never more."""

from wellfounded.write.recorded import from_notes
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Quote the plan's own statement of what happens otherwise; nothing where the chart states none."""
    ways = (
        "what would follow if it is not given is in {note}: {quote}",
        "{Note} says what would follow if it is not given: {quote}",
    )
    return from_notes(telling, ("consequence",), ways, ())
