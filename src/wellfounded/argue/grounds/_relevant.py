"""Whether a treatment was given for the condition in question, and not for another one the patient also has."""

import re

from wellfounded.argue.view import View
from wellfounded.model.asks import TrialOf
from wellfounded.model.basis import quotes
from wellfounded.model.criteria import requirements
from wellfounded.model.evidence import Evidence, Trial, TrialStatus

# Words of a diagnosis that do not tell it from another.
COMMON = {
    *("disorder", "disease", "syndrome", "with", "without", "unspecified", "chronic", "acute", "severe", "moderate"),
    *("mild", "recurrent", "single", "episode", "features", "other", "type", "major", "status", "left", "right"),
}


def relevant(view: View, item: Evidence, trial: Trial) -> bool:
    """Whether *trial* belongs in the letter though no criterion counts it.

    It is of a class with a treatment the policy names or a criterion counts, or a passage gives it for the diagnosis.
    A treatment that merely goes on must be of such a class: a blood-pressure drug beside psoriasis is not.
    """
    known = _classes(view)
    if not known and trial.status is not TrialStatus.CURRENT:
        return True  # nothing to compare it with
    kin = set(trial.classes) & known
    if trial.status is TrialStatus.CURRENT and not kin:
        return False
    if kin or not trial.classes or trial.classes[0].startswith("nondrug/"):
        return True
    return _for_it(view, item) or (bool(_areas(view)) and _area(trial) in _areas(view))


def _classes(view: View) -> set[str]:
    """Give the classes of what the policy names, of what its criteria count, and of nothing wider than a class."""
    named = {
        word.lower()
        for leaf in (requirements(view.policy.root) if view.policy is not None and view.policy.root is not None else ())
        if isinstance(leaf.asks, TrialOf)
        for word in (*leaf.asks.agents, leaf.asks.agent_class)
        if word
    }
    held: set[str] = set()
    for other in _counted(view):
        held.update(other.classes)
    for each in view.case.evidence:
        if each.trial is not None and named & {each.trial.ingredient.lower(), each.trial.agent.lower()}:
            held.update(each.trial.classes)
    return held


def _counted(view: View) -> list[Trial]:
    found = view.match.findings if view.match is not None else ()
    return [item.trial for finding in found for item in finding.supports if item.trial is not None]


def _areas(view: View) -> set[str]:
    return {_area(trial) for trial in _counted(view) if trial.classes} - {"nondrug"}


def _area(trial: Trial) -> str:
    return trial.classes[0].partition("/")[0] if trial.classes else ""


def _for_it(view: View, item: Evidence) -> bool:
    """Whether a passage that tells of the treatment names the diagnosis too."""
    words = {
        word
        for fact in view.case.diagnoses
        for word in re.findall(r"[a-z]{5,}", fact.value.display.lower())
        if word not in COMMON
    }
    text = " ".join(quote.exact.lower() for quote in quotes(item.basis))
    return any(word in text for word in words)
