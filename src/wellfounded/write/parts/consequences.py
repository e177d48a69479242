"""What follows without the service: only what the chart, a reference or a person states, never more."""

from wellfounded.write.recorded import from_notes
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Quote the plan's own statement of what happens otherwise; nothing where the chart states none."""
    ways = ("if the service is not given, {note} states what follows: {quote}", "without it, {note} foresees: {quote}")
    return from_notes(telling, ("consequence",), ways, ())
