"""What a policy wants to see of a treatment: which outcomes count, how long, at what dose, in which time."""

import re
from dataclasses import dataclass
from datetime import date

from wellfounded.match import restrictions
from wellfounded.match.supplied import Share, share
from wellfounded.match.view import View
from wellfounded.model.asks import TrialOf
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Outcome

_FAILED = re.compile(
    r"fail|inadequate|insufficient|suboptimal|incomplete|lack of|refractor|unrespons|non-?respon|no response"
    r"|not respon|ineffect"
    r"|without (?:\w+ ){0,2}(?:improve|response|benefit)|did not|no (?:\w+ )?(?:improve|benefit)|not achieve",
    re.IGNORECASE,
)
_INTOLERANT = re.compile(r"intoler|not toler|unable to tolerat|adverse|side effect", re.IGNORECASE)
_CONTRAINDICATED = re.compile(r"contraindicat|hypersensitiv|allerg", re.IGNORECASE)
_PARTIAL = re.compile(
    r"partial|(?:inadequate|insufficient|suboptimal|incomplete)\b.{0,30}\b(?:response|control|relief|improve)",
    re.IGNORECASE,
)
_WORKED = re.compile(r"^(?:effective|response|responded|benefit|improv\w+|positive)$", re.IGNORECASE)
_OR_ELSE = re.compile(
    r"(?:\bor\b|,|/|unless|and/or)[^.;]{0,60}?(?:intoler|contraindicat|adverse|side effect|hypersensitiv|allerg)",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\bunless\b|\bor (?:has |have |there is )?(?:a |an )?(?:\w+ ){0,3}contraindicat", re.IGNORECASE)
_WITHIN_TRIAL = re.compile(
    r"\b(?:with|resulting in|showing)\s+(?:\w+\s+){0,3}?(?:failure|response|efficacy|relief)\s+(?:or|/"
    r"|and/or)\s+(?:\w+\s+)?intoler",
    re.IGNORECASE,
)
_LEAD = 200  # characters right before a list that may say what is asked of its items
_HOW = re.compile(
    r"^(?:(?:at least |a minimum of |minimum |up to )?(?:an? )?(?:\d+|two|three|four|six|eight|twelve)?"
    r"[\s-]*(?:day|week|month|year|session|visit)s?(?: (?:course|trial|period))? of |(?:an? )?(?:adequate "
    r"|documented |prior )*"
    r"(?:trial|course|treatment|therapy) (?:of|with) |(?:an?|the|any|prescription|regular|structured|documented"
    r"|daily) )+",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d|\b(?:one|two|three|four|six|eight|twelve)\b", re.IGNORECASE)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "twelve": 12}
_FOR = re.compile(
    rf"\b(?:trials?|courses?|use|treatment|therapy)\b[^.;:]{{0,60}}?\bfor (?:at least |a minimum of )?"
    rf"(\d+|{'|'.join(_NUMBERS)})"
    r"[ -](day|week|month|year)s?\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|all of the|each of the|all the) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A trial requirement with its words read. *any_outcome* where it is enough that the treatment was taken."""

    words: tuple[str, ...]  # agents and class, as the policy names them
    n: int
    outcomes: frozenset[Outcome]
    any_outcome: bool
    allergy_counts: bool
    stopping_counts: bool  # one who cannot take a drug is not asked to take it longer
    min_duration: Duration | None
    dose: str
    classes: int
    opens: date | None
    episode: bool
    share: Share | None = None  # of the days that must have had supply
    lent: bool = False  # the time stands over the list it is in, and not in its own words

    @property
    def past_response(self) -> bool:
        """Whether only that it once helped is asked."""
        return self.outcomes == {Outcome.EFFECTIVE}

    def accepts(self, outcome: Outcome) -> bool:
        """Whether this outcome is one the policy counts."""
        return self.any_outcome or outcome in self.outcomes


def wanted(asks: TrialOf, requirement: Requirement, view: View) -> Wanted:
    """Read slots and words together; what a slot states is never widened to an outcome the words do not name."""
    text, slot = requirement.text, asks.outcome.replace("_", " ")
    lead = view.leads.get(requirement.id, "")[-_LEAD:]
    if not _FAILED.search(text) and not _INTOLERANT.search(text) and (_FAILED.search(lead) or _INTOLERANT.search(lead)):
        text = f"{lead} {text}"  # "inadequate response to one of the following:" stands over its items
    said = slot if slot and slot != "any" else text if not slot else ""
    outcomes: set[Outcome] = set()
    if _WORKED.search(slot):
        outcomes = {Outcome.EFFECTIVE}
    else:
        if _FAILED.search(said):
            outcomes.add(Outcome.FAILED)
        if _INTOLERANT.search(said) or _CONTRAINDICATED.search(said) or (outcomes and _OR_ELSE.search(text)):
            outcomes.add(Outcome.INTOLERANT)
        if slot.startswith("partial") or (Outcome.FAILED in outcomes and _PARTIAL.search(f"{slot} {text}")):
            outcomes |= {Outcome.PARTIAL, Outcome.FAILED}
    listed = asks.agents or (asks.agent_class,)
    words = tuple(
        bare for word in listed for part in re.split(r"\s+or\s+|;|,\s*(?:or\s+)?", word) if (bare := _bare(part))
    )
    n = max(asks.n, 1)
    if n == 1 and words and outcomes:
        words += tuple(each for each in _listed(requirement.text, view) if each.lower() not in map(str.lower, words))
    if n == 1 and len(asks.agents) > 1 and _BOTH.search(requirement.text):
        n = len(asks.agents)
    classes = restrictions.different_classes(requirement.text)
    return Wanted(
        words=words, n=max(n, classes), outcomes=frozenset(outcomes), any_outcome=not outcomes,
        allergy_counts=Outcome.INTOLERANT in outcomes and bool(_CONTRAINDICATED.search(f"{slot} {text}")),
        stopping_counts=_excused(slot, text), min_duration=asks.min_duration or _over(lead),
        dose=_dose(asks.adequate_dose, text), classes=classes, opens=restrictions.opens(requirement.text, None, view),
        episode=restrictions.current_episode(requirement.text),
        share=share(requirement, view) if asks.min_duration is not None else None,
        lent=asks.min_duration is not None and not _COUNTED.search(requirement.text),
    )  # fmt: skip


def _over(lead: str) -> Duration | None:
    """The time that stands over a list: "a trial of at least one of these for one month or longer"."""
    found = _FOR.search(lead)
    if found is None:
        return None
    return Duration(float(found[1]) if found[1].isdigit() else _NUMBERS[found[1].lower()], f"{found[2].lower()}s")


def _listed(text: str, view: View) -> list[str]:
    """Give the treatments of a text that is nothing but a list of them joined by "or"."""
    parts = [_bare(part) for part in re.split(r",\s*(?:or\s+)?|\s+or\s+", text.strip(" .;:"))]
    known = len(parts) > 1 and all(view.agents.ingredient(part) or view.agents.family(part) for part in parts)
    return parts if known and not re.search(r"\band\b", text) else []


def _bare(part: str) -> str:
    """Give a treatment's name without how long, how many or how it is to be taken: "12 weeks of an oral antibiotic"."""
    return _HOW.sub("", part.strip()).strip()


def _excused(slot: str, text: str) -> bool:
    """Whether intolerance stands beside the full trial ("8 weeks, or intolerance") and not within it.

    "For 8 weeks with failure or intolerance" asks for the weeks either way; words that do not say leave it open.
    """
    if slot.startswith("intoler") and not _FAILED.search(slot):
        return True
    return bool(_INTOLERANT.search(text) or _CONTRAINDICATED.search(text)) and not _WITHIN_TRIAL.search(text)


def _dose(slot: str, text: str) -> str:
    if slot.strip().lower() in {"", "false", "no", "none"}:
        found = re.search(
            r"\b(?:adequate|therapeutic|maximum|maximally|maximal|optimal|target|full)[\w ,-]{0,30}\bdos(?:e|es"
            r"|age|ing)\b",
            text, re.IGNORECASE,
        )  # fmt: skip
        return found[0] if found else ""
    return "adequate dose" if slot.strip().lower() in {"true", "yes"} else slot
