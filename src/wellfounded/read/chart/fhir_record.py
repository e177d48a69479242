"""What else a FHIR file records: who it is of, conditions, allergies, procedures, reports, family and plans."""

from collections.abc import Iterator

from wellfounded.model.coding import Coding
from wellfounded.model.determination import Field as Stated
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.read.chart.fhir_medication import agent
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.statements import IMAGING
from wellfounded.read.chart.structured import basis, day, first
from wellfounded.wire.caseless import small
from wellfounded.wire.fhir import Field, Printed

_PATIENT = (
    ("patient_name", ("name",)),
    ("mrn", ("identifier.MR", "identifier.MRN")),
    ("member_id", ("identifier.MB", "identifier.MC")),
)
_PAST = {"inactive", "remission", "resolved"}
_UNSURE = {"unconfirmed", "provisional", "differential"}
_CODES = ("icd10cm", "snomed", "cpt", "hcpcs", "loinc", "rxnorm", "icd10pcs")


def identity(document: Document, resource: Printed) -> Iterator[Stated]:
    """Give the patient's name, numbers and birth date, and the member number of a coverage."""
    if resource.kind == "Coverage":
        held = first(resource, "subscriberId", "identifier.MB")
        if held:
            yield Stated("member_id", held.value, document.quote(held.start, held.end))
        return
    for name, spellings in _PATIENT:
        held = first(resource, *spellings)
        if held:
            yield Stated(name, held.value, document.quote(held.start, held.end))
    born = resource.get("birthDate")
    date = day(born)
    if born and date and date.day:
        yield Stated("birth_date", date.earliest(), document.quote(born.start, born.end))


def condition(document: Document, resource: Printed) -> Iterator[Evidence]:
    """Give one diagnosis; what was entered in error is none, what was refuted is denied."""
    named, state, sure = resource.get("code"), resource.get("clinicalStatus"), resource.get("verificationStatus")
    if named is None or (sure and sure.value == "entered-in-error"):
        return
    ended = (state and state.value in _PAST) or resource.get("abatement") or resource.get("abatement.start")
    severity, site = resource.get("severity"), resource.get("bodySite")
    began = first(resource, "onset", "onset.start", "recordedDate")
    yield Evidence(
        EvidenceKind.DIAGNOSIS,
        named.value,
        basis(document, resource, state, sure, named, _code_field(resource), began),
        statement=named.value,
        coding=_codes(resource),
        on=day(began),
        finding=", ".join(f.value for f in (severity, site) if f),
        assertion=Assertion(
            "negated" if sure and sure.value == "refuted" else "affirmed",
            "historical" if ended else "current",
            "patient",
            "possible" if sure and sure.value in _UNSURE else "certain",
        ),
        author=(who.value if (who := first(resource, "recorder", "asserter")) else ""),
        written=day(first(resource, "recordedDate", "onset")),
    )


def allergy(document: Document, resource: Printed, lexicon: Lexicon) -> Iterator[Evidence]:
    """Give one allergy; of a medicine also as a treatment that is not to be given."""
    named, sure, kind = resource.get("code"), resource.get("verificationStatus"), resource.get("category")
    if named is None or (sure and sure.value in {"entered-in-error", "refuted"}):
        return
    reactions = [f for f in resource.fields if f.name.endswith("manifestation")]
    held = basis(document, resource, sure, named, *reactions)
    words, written = ", ".join(f.value for f in reactions), day(first(resource, "recordedDate", "onset"))
    yield Evidence(
        EvidenceKind.ALLERGY,
        named.value.lower(),
        held,
        statement=named.value,
        coding=_codes(resource),
        finding=words,
        written=written,
    )
    if kind and kind.value == "medication" and not named.value.lower().startswith("no known"):
        known = agent(named.value, lexicon)
        trial = Trial(
            named.value,
            known.ingredient,
            known.classes,
            known.listed,
            status=TrialStatus.ALLERGY,
            outcome=Outcome.UNKNOWN,
            reason_stopped=words,
        )
        yield Evidence(
            EvidenceKind.TREATMENT_TRIAL,
            known.ingredient,
            held,
            statement=named.value,
            trial=trial,
            assertion=Assertion(time="historical"),
            written=written,
        )


def procedure(document: Document, resource: Printed) -> Iterator[Evidence]:
    """Give one procedure, imaging study or report with what it found."""
    named, state = resource.get("code"), resource.get("status")
    if named is None or (state and state.value == "entered-in-error"):
        return
    done = first(resource, "performed", "performed.start", "effective", "effective.start", "started", "issued")
    found = first(resource, "conclusion", "outcome", "note", "description")
    denied = state is not None and state.value in {"not-done", "cancelled"}
    yield Evidence(
        EvidenceKind.IMAGING
        if IMAGING.search(small(named.value)) or resource.kind == "ImagingStudy"
        else EvidenceKind.PROCEDURE,
        named.value,
        basis(document, resource, state, named, done, found),
        statement=", ".join(f.value for f in (named, found) if f),
        coding=_codes(resource),
        on=day(done),
        finding=found.value if found else "",
        assertion=Assertion("negated" if denied else "affirmed"),
        written=day(done),
    )


def request(document: Document, resource: Printed) -> Iterator[Evidence]:
    """Give what is ordered or aimed at as a plan."""
    named = first(resource, "code", "description", "title")
    state = resource.get("status")
    if named is None or (state and state.value in {"entered-in-error", "revoked"}):
        return
    asked = first(resource, "authoredOn", "startDate", "period.start")
    yield Evidence(
        EvidenceKind.PLAN,
        named.value,
        basis(document, resource, state, named, asked),
        statement=named.value,
        coding=_codes(resource),
        on=day(asked),
        assertion=Assertion(time="planned"),
        written=day(asked),
    )


def family(document: Document, resource: Printed) -> Iterator[Evidence]:
    """Give what a relative has, as theirs."""
    for field in resource.fields:
        if field.name.startswith("condition.") and field.name.endswith(".code"):
            meant = Assertion(time="historical", experiencer="family")
            yield Evidence(
                EvidenceKind.DIAGNOSIS,
                field.value,
                basis(document, resource, resource.get("relationship"), field),
                statement=field.value,
                assertion=meant,
            )


def _codes(resource: Printed) -> tuple[Coding, ...]:
    named = resource.get("code")
    return tuple(
        Coding(system, field.value, named.value if named else "")
        for system in _CODES
        if (field := resource.get(f"code.{system}"))
    )


def _code_field(resource: Printed) -> Field | None:
    return first(resource, *(f"code.{system}" for system in _CODES))
