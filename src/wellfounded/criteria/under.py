"""What the lead-ins above a requirement say of it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Under:
    """What the lead-ins above say of a requirement."""

    label: str = ""
    before: str = ""
    after: str = ""
    op: str = "all"  # how the nearest lead-in that says so joins its items

    def at(self, label: str) -> "Under":
        """Go one enumerator down."""
        if "." in label and label.partition(".")[0] == self.label.partition(".")[0]:
            return replace(self, label=label)  # "2.1" under "2.0" says it all
        joined = f"{self.label}.{label}" if self.label and label else self.label or label
        return replace(self, label=joined)
