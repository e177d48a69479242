"""What a person must state: met by a named person's word for this case, else asked for."""

from wellfounded.match import gaps
from wellfounded.match.decide._words import attested
from wellfounded.match.stance import weigh
from wellfounded.match.topic import topic
from wellfounded.match.view import View
from wellfounded.model.asks import Attest
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

KIND = Attest.kind


def decide(asks: Attest, requirement: Requirement, view: View) -> Finding:
    """Met by an attestation that says it; the chart may support a person in saying it and does not replace them."""
    phrase = asks.what or requirement.text
    word = attested(phrase, requirement, view)
    weighed = weigh(topic(phrase), view)
    if word is not None:
        return Finding(requirement.id, Verdict.MET, (), tuple(weighed.denying), (word,), why=f"{word.by} states it.")
    gap = gaps.ask(view, f"to state in writing, by name and date: “{gaps.short(phrase)}”")
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        tuple(weighed.showing),
        tuple(weighed.denying),
        gap=gap,
        why="Nobody has stated it for this case.",
    )
