"""Keep answers: in the case as this person's word, and those about the signer for the next case."""

from collections.abc import Mapping

from wellfounded import casefolder
from wellfounded.clinic.acts import cases
from wellfounded.clinic.models import Matter, Person
from wellfounded.clinic.questions import lacking, signer

REMEMBERED = {each.way for each in signer.QUESTIONS}


def keep(matter: Matter, by: Person, answers: Mapping[str, str]) -> int:
    """Write the answers into case.yaml and give how many there were; raises InputError where one cannot stand."""
    held = casefolder.entered(cases.folder(matter))
    changes = lacking.changes(answers, held)
    if changes:
        cases.correct(matter, by, changes)
    kept = {way: words for way, words in answers.items() if way in REMEMBERED and words}
    if kept:
        by.profile = by.profile | kept
        by.save(update_fields=["profile"])
    return len(changes)
