"""The kinds of test a line of a policy may ask, in plain words, and their slots as fields of a form."""

from dataclasses import dataclass, fields
from typing import get_args, get_type_hints

from wellfounded.criteria.editing import KINDS
from wellfounded.model.asks import Test
from wellfounded.model.criteria import All, AtLeast, Criterion, Not

SAID = {
    "trial": "A treatment was tried",
    "diagnosis": "A diagnosis is documented",
    "score": "A rating scale has a value",
    "lab": "A laboratory value",
    "measurement": "A measurement: weight, saturation, area of skin",
    "procedure": "A procedure or test was done",
    "imaging": "An imaging study shows something",
    "documentation": "A record is in the chart",
    "absent": "Something must not be there",
    "concurrent": "Another treatment at the same time",
    "intolerance_or_contraindication": "A treatment cannot be used",
    "severity": "How severe the condition is",
    "function": "Daily function is limited",
    "age": "The patient\u2019s age",
    "prescriber": "Who prescribes, or was consulted",
    "quantity": "No more than an amount",
    "place": "Where it is given",
    "attestation": "A person must state it",
    "other": "None of these: a person decides by the words",
}
LABELS = {
    "min": "At least", "max": "At most", "unit": "Unit", "codes": "Codes, one a line", "names": "Names, one a line",
    "name": "Which", "agents": "Treatments, one a line", "agent_class": "Class of treatments", "n": "How many",
    "min_duration": "For at least (as: 8 weeks)", "adequate_dose": "At a dose of", "outcome": "With what outcome",
    "comparator": "Compared how", "value": "Value", "upper": "Up to (of a range)", "result": "With what result",
    "within": "No older than (as: 12 months)",
    "during": "In what circumstance", "modality": "Kind of study", "finding": "What it shows",
    "limitation": "What is limited", "specialty": "Specialties, one a line", "consult": "A consultation is enough",
    "what": "What", "agent": "Which treatment", "allowed": "Is it allowed", "per": "In what time",
    "setting": "Which setting",
}  # fmt: skip
CHOICES = {
    "comparator": (("", "at least, unless said"), (">=", "at least"), ("<=", "at most"), (">", "more than"),
                   ("<", "less than"), ("=", "exactly")),
    "outcome": (("", "not said"), ("failed", "failed"), ("intolerant", "not tolerated"),
                ("failed_or_intolerant", "failed or not tolerated"), ("partial", "partial"), ("any", "any outcome")),
    "result": (("", "a number, or not said"), ("negative", "negative"), ("positive", "positive")),
    "allowed": (("yes", "yes, or required"), ("no", "no")),
    "consult": (("no", "no"), ("yes", "yes")),
}  # fmt: skip
JOINS = (("all", "all of these"), ("any", "one of these"), ("some", "a number of these"), ("none", "none of these"))


@dataclass(frozen=True, slots=True)
class Field:
    """One slot of a test: its name, what a person calls it, its value as text, how it is typed in."""

    name: str
    label: str
    value: str
    lines: bool = False
    choices: tuple[tuple[str, str], ...] = ()


def slots(kind: str, asks: Test | None = None) -> list[Field]:
    """Give the fields of a test of *kind*, filled from *asks* where that is of the same kind."""
    shape = KINDS.get(kind)
    if shape is None:
        return []
    hints = get_type_hints(shape)
    held = asks if asks is not None and asks.kind == kind else shape()
    out = []
    for each in fields(shape):
        value, kinds = getattr(held, each.name), get_args(hints[each.name]) or (hints[each.name],)
        out.append(
            Field(
                each.name,
                LABELS.get(each.name, each.name.replace("_", " ")),
                _written(value),
                lines=Ellipsis in kinds,
                choices=CHOICES.get(each.name, ()),
            )
        )
    return out


def how(node: Criterion) -> str:
    """Give the choice of JOINS that a group asks."""
    return {All: "all", AtLeast: "some", Not: "none"}.get(type(node), "any")


def read_as(asks: Test) -> str:
    """Say in one line how a line was read: the kind of test and the slots that are filled."""
    filled = [each for each in slots(asks.kind, asks) if each.value not in {"", _default(asks.kind, each.name)}]
    return "; ".join([SAID[asks.kind], *map(_said, filled)])


def _said(slot: Field) -> str:
    label = slot.label.partition(",")[0].partition(" (")[0].lower()
    return f"{label} {', '.join(dict(slot.choices).get(slot.value, slot.value).splitlines())}"


def _default(kind: str, name: str) -> str:
    return _written(getattr(KINDS[kind](), name))


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
