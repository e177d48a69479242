"""A case in one line: `birth_date: 1984-06-02 | chart: Sertraline 200 mg daily for 10 weeks, no response.`"""

from datetime import date

from wellfounded.model.basis import Attestation, Fact, Quote, Source, SourceId, Span
from wellfounded.model.case import Case, Service
from wellfounded.model.coding import Coding, Duration, PartialDate, Quantity
from wellfounded.model.determination import CriterionCited, Field, Kind, Reading
from wellfounded.model.document import Document, Page
from wellfounded.model.evidence import Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner

ENTERED = Attestation("Dana Reyes", "coordinator", date(2026, 3, 16), "entered")


def fact(value):
    return Fact(value, ENTERED) if value else None


def paper(folder, n, text):
    source = Source(SourceId(f"{folder}{n}"), f"{folder}/{n}.txt", "text/plain", 1)
    return Document(source, text, (Page(1, 0, len(text)),))


def parse(line):
    parts = [part.partition(":") for part in line.split("|")]
    return [(key.strip(), value.strip().replace(" // ", "\n")) for key, _, value in parts]


def case(line):
    """Build the case of *line*; a key may stand more than once."""
    told = parse(line)
    one = dict(told)
    papers = [
        paper({"denial": "payer", "policy": "policy"}.get(key, "chart"), n, value)
        for n, (key, value) in enumerate(told)
        if key in {"chart", "denial", "policy"}
    ]
    services = ()
    if "service" in one:
        amount, _, unit = one.get("quantity", "").partition(" ")
        services = (
            Service(
                fact(one["service"]),
                Coding("cpt", one["code"]) if "code" in one else None,
                Quantity(float(amount), unit) if amount else None,
                one.get("frequency", ""),
                length(one["duration"]) if "duration" in one else None,
                PartialDate.parse(one["from"]) if "from" in one else None,
                PartialDate.parse(one["to"]) if "to" in one else None,
            ),
        )
    return Case(
        "t",
        Patient(fact(one.get("name")), fact(day(one.get("birth_date"))), fact(one.get("sex"))),
        Coverage(
            payer=fact(one.get("payer")),
            plan=fact(one.get("plan")),
            market=fact(one.get("market")),
            funding=fact(one.get("funding")),
            state=fact(one.get("state")),
            member_id=fact(one.get("member")),
            group=fact(one.get("group")),
        ),
        Practitioner(
            name=fact(one.get("signer")), specialty=fact(one.get("specialty")), npi=fact(one.get("npi")),
            phone=fact(one.get("phone")),
        ),
        Organization(),
        services,
        tuple(fact(Coding("icd10cm", value)) for key, value in told if key == "dx"),
        received=tuple(("denial", fact(day(value))) for key, value in told if key == "received"),
        documents=tuple(papers),
        readings=readings(told),
        evidence=tuple(evidence(key, value) for key, value in told if key in {"trial", "score"}),
    )  # fmt: skip


def readings(told):
    quote = Quote("x", Span(SourceId("denial"), 0, 1, 1))
    made = {"reason": str, "cited": lambda value: CriterionCited(section=value)}
    names = {"reason": "reason", "cited": "criterion_cited"}
    fields = tuple(Field(names[key], made[key](value), quote) for key, value in told if key in made)
    return (Reading(SourceId("denial"), Kind.DENIAL, fields),) if fields else ()


def evidence(key, value):
    if key == "score":
        name, number = value.rsplit(" ", 1)
        return Evidence(EvidenceKind.SCORE, name, ENTERED, value=Quantity(float(number)))
    agent, *rest = (part.strip() for part in value.split(","))
    outcome = next((each for each in Outcome if each.value in rest), Outcome.UNKNOWN)
    status = next((each for each in TrialStatus if each.value in rest), TrialStatus.PAST)
    dose = next((part for part in rest if "mg" in part), "")
    weeks = next((part for part in rest if part.split()[-1] in {"weeks", "months", "days"}), "")
    trial = Trial(
        agent,
        agent,
        dose=Quantity(float(dose.split()[0]), "mg") if dose else None,
        duration=length(weeks) if weeks else None,
        status=status,
        outcome=outcome,
    )
    return Evidence(EvidenceKind.TREATMENT_TRIAL, agent, ENTERED, value, trial=trial)


def length(text):
    n, unit = text.split()
    return Duration(float(n), unit)


def day(text):
    return date.fromisoformat(text) if text else None
