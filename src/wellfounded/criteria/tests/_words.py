"""The words a parser is shown: the requirement's own, and its lead-in's around it."""

from dataclasses import dataclass
from functools import cached_property

from wellfounded.criteria.clauses import starts


@dataclass(frozen=True)
class Words:
    """A requirement's own *text*; *before* and *after* are its lead-in without the phrase that counts the items."""

    text: str
    before: str = ""
    after: str = ""

    @cached_property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @cached_property
    def clause(self) -> bool:
        """Whether the text opens like a sentence of its own."""
        return starts(self.text)

    def whole(self) -> str:
        """The lead-in with the text where its items stand."""
        return " ".join(part for part in (self.before, self.text, self.after) if part)
