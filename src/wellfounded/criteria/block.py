"""A run of lines that is read as one thing."""

from dataclasses import dataclass

from wellfounded.criteria.marks import Mark
from wellfounded.criteria.passage import Passage


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that is read as one thing."""

    kind: str  # item, para, heading, label (a title that opens its paragraph), connector, row
    passage: Passage
    column: int
    mark: Mark | None = None
    gap: bool = False  # white space stands before it
    cells: tuple[Passage, ...] = ()
    answer: str = ""  # what a form asks to be ticked: "yes", "no", or "either" where it does not say

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text
