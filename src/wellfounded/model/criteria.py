"""What must be shown: a policy's criteria as a tree whose leaves ask typed tests."""

from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.asks import Test
from wellfounded.model.basis import Attestation, Quote


@dataclass(frozen=True, slots=True)
class Requirement:
    """A leaf: one thing to show, in the policy's words, with the test those words were read as."""

    id: str  # stable within its policy
    text: str
    asks: Test
    quote: Quote | None = None  # None only where a person wrote the requirement into a pack
    label: str = ""  # the plan's own number: "II.A.3(b)"


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    of: tuple["Criterion", ...]
    label: str = ""
    text: str = ""  # the policy's lead-in, where it has one


@dataclass(frozen=True, slots=True)
class Any:
    """One part must hold."""

    of: tuple["Criterion", ...]
    label: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """*n* of the parts must hold."""

    n: int
    of: tuple["Criterion", ...]
    label: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    of: "Criterion"
    label: str = ""
    text: str = ""


Criterion = All | Any | AtLeast | Not | Requirement


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A node that can be read two ways: the reading taken, the other one, and where the doubt lies."""

    node: str  # label or requirement id
    taken: str
    other: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A part of the policy that is no criterion of this request, and why; its own requirements, where it has any."""

    title: str
    why: str  # "other": another drug or indication; "first": of a first request; else the section's purpose
    of: tuple[Requirement, ...] = ()
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a person made to how a policy was read: of which line, and whose word it is."""

    node: str  # requirement id, or the label of a group
    word: Attestation


@dataclass(frozen=True, slots=True)
class Policy:
    """One coverage policy for one scope. FHIR: PlanDefinition; Da Vinci DTR: Questionnaire."""

    id: str
    title: str
    root: Criterion | None  # None where the text holds no criteria
    number: str = ""
    version: str = ""
    effective: str = ""  # ISO 8601, at the text's own precision
    payer: str = ""
    scope: str = ""  # the drug, indication or section the tree is of
    continuation: Criterion | None = None
    exclusions: tuple[Requirement, ...] = ()
    limits: tuple[Requirement, ...] = ()
    approval: str = ""  # how long an approval lasts, in the policy's words
    ambiguous: tuple[Ambiguity, ...] = ()
    source: str = ""  # sha-256 of the text it was read from
    aside: tuple[Aside, ...] = ()
    edits: tuple[Edit, ...] = ()  # by people, the last one last


def requirements(node: Criterion) -> Iterator[Requirement]:
    """Give the leaves under *node* in the order of the text."""
    if isinstance(node, Requirement):
        yield node
    elif isinstance(node, Not):
        yield from requirements(node.of)
    else:
        for part in node.of:
            yield from requirements(part)


def barred(node: Criterion, under: bool = False) -> Iterator[Requirement]:  # noqa: FBT001, FBT002 - the way down
    """Give the leaves under *node* that must not hold: those under an odd number of Nots."""
    if isinstance(node, Requirement):
        if under:
            yield node
    elif isinstance(node, Not):
        yield from barred(node.of, not under)
    else:
        for part in node.of:
            yield from barred(part, under)
