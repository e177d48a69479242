"""Diagnosis and severity: the name, the code, and the notes that record it."""

from wellfounded.model.argument import Claim
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.notes import noted
from wellfounded.write.telling import Telling, entered, sentence
from wellfounded.write.words import dates, quoted

KINDS = ("diagnosis",)


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the diagnosis of the case that the requirement names, with when it was first and last recorded."""
    asks = leaf.asks
    wanted = [code.replace(".", "").upper() for code in getattr(asks, "codes", ())]
    plain = [(fact, fact.value.code.replace(".", "").upper()) for fact in telling.case.diagnoses]
    fact = next((f for f, code in plain if not wanted or any(code.startswith(each) for each in wanted)), None)
    if fact is None or not fact.value.display:
        return None
    days = sorted({when.earliest(): when for item in claim.evidence if (when := noted(item)) is not None}.items())
    said = f"{fact.value.display} ({fact.value.code})"
    if len(days) > 1:
        said += f", recorded {dates.at(days[0][1])} and again {dates.at(days[-1][1])}"
    elif days:
        said += f", recorded {dates.at(days[0][1])}"
    under = [basis for item in claim.evidence for basis in telling.dates(item)]
    return sentence(quoted.clean(said), *claim.basis, *under, entered("diagnosis", fact))
