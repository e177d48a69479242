"""Age: from the date of birth to the day of the letter."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Derivation
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.telling import Telling, entered, sentence
from wellfounded.write.words import dates

KINDS = ("age",)


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the age with the date of birth."""
    del leaf
    born, age = telling.case.patient.birth_date, telling.age
    if born is None or age is None:
        return None
    who = telling.person
    counted = Derivation(f"age on {telling.on} = {age}", (born.basis,))
    text = f"{who.subject} was born on {dates.day(born.value)} and is {age} years old"
    return sentence(text, *claim.basis, counted, entered("patient.birth_date", born), *telling.sexed)
