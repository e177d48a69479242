"""One naming of a treatment, with everything its frame says of it."""

from dataclasses import dataclass, field

from wellfounded.model.coding import Duration, PartialDate, Quantity
from wellfounded.read.chart.lexicon import Agent
from wellfounded.read.chart.outline import Unit


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that bears on a mention: what it means, where it stands, and whether it is this mention's alone."""

    means: str
    start: int
    end: int
    own: bool = True


@dataclass(slots=True)
class Mention:
    """An agent at one place of the text; *first* and *last* bound the passage that tells of it."""

    agent: Agent
    written: str
    start: int
    end: int
    unit: Unit
    first: int
    last: int
    hits: list[Hit] = field(default_factory=list)
    doses: list[tuple[Quantity, str]] = field(default_factory=list)  # with the cue the dose stands under
    lengths: list[Duration] = field(default_factory=list)
    started: PartialDate | None = None
    stopped: PartialDate | None = None
    dated: PartialDate | None = None  # a date whose part is not said
    route: str = ""
    frequency: str = ""
    reason: str = ""
    family: bool = False
    screened: bool = False  # named in a drug screen
    warned: bool = False  # named in a warning or an aim
    leads: bool = False  # it opens its clause, as an order does

    def take(self, means: str, start: int, end: int, *, own: bool = True) -> None:
        """Let a cue bear on this mention, and widen its passage to hold it."""
        self.hits.append(Hit(means, start, end, own))
        self.reach(start, end)

    def reach(self, start: int, end: int) -> None:
        """Widen the passage to hold another place."""
        self.first, self.last = min(self.first, start), max(self.last, end)

    def has(self, *means: str) -> bool:
        """Whether a cue of one of these meanings bears on it."""
        return bool(self.hits) and any(hit.means in means for hit in self.hits)
