"""Every name of the patient in the letter must be this patient's.

A name left from another letter sends one person's history to another's plan: a refused request and a breach to report.
Source: 45 CFR 164.402.

Bad:  Mr. Webb has tried two medications.  <-  name: Jordan Ellis
Bad:  Patient: Jordan Elliott  <-  name: Jordan Ellis
Bad:  Marcus has failed sertraline.  <-  name: Jordan Ellis
Bad:  Re: Jordan Ellis // Dear Reviewer: // I write about the case of Mr. Webb, whom I treat.
Good: Ms. Ellis has tried two medications.  <-  name: Jordan Avery Ellis
Good: RE: Ellis, Jordan A.  <-  name: Jordan Avery Ellis
Good: Her sister Mara cooks for her.  <-  name: Jordan Ellis
Good: She saw Ms. Whitfield for therapy.  <-  name: Jordan Ellis | chart: Seen by Ms. Karen Whitfield, PMHNP.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import given_names
from wellfounded.check.says.people import Person, credentialed, related, tokens
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID101"
SEVERITY = Severity.ERROR


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each name that is not the patient's; without a case, each that the letter's own patient lacks."""
    patient = prose.patient
    own = chart.names if chart and chart.names else frozenset(tokens(patient.name)) if patient else frozenset()
    if not own:
        return
    others = _others(prose) | (chart.papers.capitals if chart else frozenset())
    for person in prose.people:
        if _wrong(person, own, others, prose):
            yield Mark(person.span, "this name is not the patient's", "Check whose letter this text was written for.")


def _wrong(person: Person, own: frozenset[str], others: frozenset[str], prose: Prose) -> bool:
    said = tokens(person.name)
    if person.how == "label":
        return any(not _same(word, own) for word in said)
    if not said or person.how == "doctor" or credentialed(prose.flat, person.span[1]):
        return False
    unknown = [word for word in said if not _same(word, own) and word not in others]
    if len(said) > 1 and _same(said[0], own) and said[-1] in unknown:  # the given name with another's last
        return True
    if prose.layout.part(person.span[0]) != "body" or related(prose.text, person.span[0]):
        return False
    return bool(unknown) if person.how == "aged" else len(unknown) == len(said)


def _same(word: str, own: frozenset[str]) -> bool:
    """Whether a word is one of the patient's names, or the short or long form of a given one: Dan and Daniel."""
    if word in own:
        return True
    return word in given_names.ALL and any(
        len(min(word, name, key=len)) > 2 and (name.startswith(word) or word.startswith(name)) for name in own
    )


def _others(prose: Prose) -> frozenset[str]:
    """The names of people the letter says are someone else: doctors, those with a credential, signer, addressee."""
    named = [
        person
        for person in prose.people
        if person.how == "doctor"
        or credentialed(prose.flat, person.span[1])
        or (person.how != "label" and prose.layout.part(person.span[0]) != "body")
        or (person.how == "given" and related(prose.text, person.span[0]))
    ]
    signer = prose.ours.signer.name if prose.ours else None
    return frozenset(
        word for name in (*(p.name for p in named), signer.value if signer else "") for word in tokens(name)
    )
