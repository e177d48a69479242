"""What a payer's letter says, value by value, and what it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass

from wellfounded.clinic.showing.links import Passage, passage
from wellfounded.clinic.showing.said import EXPECTED, FIELDS, MARKETS, SINCE, named
from wellfounded.model.case import Case
from wellfounded.model.coding import Coding
from wellfounded.model.determination import REFUSALS, CriterionCited, Field, Kind, PeerToPeer, Reading, Window


@dataclass(frozen=True, slots=True)
class Told:
    """One value a letter states, in words, with its passage and the field of case.yaml a correction goes to."""

    label: str
    value: str
    at: Passage | None
    way: str
    entered: str = ""  # what a person says instead
    anchor: str = ""
    raw: str = ""  # as case.yaml holds it
    confirmed: str = ""  # who said that it is right

    @property
    def dated(self) -> bool:
        """Whether a correction is a day."""
        return self.way.startswith(("received.", "requested", "patient.birth"))

    @property
    def chosen(self) -> bool:
        """Whether a correction is one of the kinds of coverage."""
        return self.way == "coverage.market"


def told(reading: Reading, case: Case, token: str, words_of: Mapping[str, str] | None = None) -> list[Told]:
    """Give every value the letter states, in the order a person wants them; *words_of* says who entered each field."""
    people = words_of or {}
    order = {name: n for n, (name, _, _) in enumerate(FIELDS)}
    labels = {name: (label, way) for name, label, way in FIELDS}
    held = sorted(enumerate(reading.fields), key=lambda each: (order.get(each[1].name, 99), each[0]))
    out: list[Told] = []
    for n, field in held:
        label, way = labels.get(field.name, (named(field.name), ""))
        label = "Reason given" if field.name == "reason" and reading.kind not in REFUSALS else label
        value = words(field)
        if not any(one.label == label and one.value == value for one in out):
            entered, raw, by = _entered(case, way), str(field.value), people.get(way, "")
            own = by if entered in {value, raw} else ""
            out.append(Told(label, value, passage(field.basis, case, token), way, entered, f"q{n}", raw, own))
    return out


def missing(reading: Reading) -> list[str]:
    """Name what such a letter should say and this one does not."""
    lacks = [says for name, says in EXPECTED if not reading.all(name)]
    return [] if reading.kind not in REFUSALS else lacks


def notice(case: Case) -> Reading | None:
    """Give the payer's letter the case is about: the latest refusal, else the latest paper of the payer's."""
    return case.reading(*REFUSALS) or case.reading(Kind.PEND, Kind.INFORMATION_REQUEST, Kind.APPROVAL)


def words(field: Field) -> str:
    """Give a value as a person says it."""
    value = field.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Coding):
        return f"{value.code} ({value.system.upper().replace('ICD10CM', 'ICD-10-CM')})"
    if isinstance(value, Window):
        since = f" from {SINCE.get(value.since, value.since.replace('_', ' '))}" if value.since else ""
        route = "" if value.route == "appeal" else f"{named(value.route)}: "
        return f"{route}{value.n} {value.unit.replace('_', ' ')}{since}"
    if isinstance(value, CriterionCited):
        return " ".join(
            part for part in (value.title, value.number, value.section and f"section {value.section}") if part
        )
    if isinstance(value, PeerToPeer):
        return ", ".join(part for part in (value.phone, value.window and f"within {value.window}") if part)
    if field.name == "plan_market":
        return MARKETS.get(str(value), named(str(value)))
    return named(str(value)) if field.name in {"reason", "level"} else str(value)


def _entered(case: Case, way: str) -> str:
    part, _, name = way.partition(".")
    if way == "requested":
        return str(case.requested.value) if case.requested is not None else ""
    if part == "received":
        return next((str(fact.value) for held, fact in case.received if held == name), "")
    fact = getattr(getattr(case, part, None), name, None) if part in {"patient", "coverage"} else None
    value = str(fact.value) if fact is not None else ""
    return MARKETS.get(value, named(value)) if value and name == "market" else value
