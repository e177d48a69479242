"""What a policy itself says it means by not tolerated: so few hours on so many nights, or a device given back."""

import re

from wellfounded.match.clauses import clauses
from wellfounded.match.view import View
from wellfounded.match.words import content, plain
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.use import Tally

_MEANING = re.compile(r"\b(?:meaning|defined as|that is,|which means)\b(?P<what>.{8,200})$", re.IGNORECASE)
_HOURS = re.compile(
    r"\b(?:under|below|less than|fewer than|<) ?(?P<h>\d+(?:\.\d+)?) (?:hours?|hrs?|h)\b(?: (?:a|per|each) night)?"
    r"[^.;]{0,20}? (?:on|for) (?:at least )?(?P<n>[1-7]) (?:or more )?nights? (?:a|per|each) week",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:given|giving|gave|handed|sent|turned) (?:it )?back\b|\breturn(?:ed|ing)?\b", re.IGNORECASE)
_DEVICE = re.compile(
    r"\b(?:machine|device|unit|equipment|cpap|auto-?cpap|apap|bipap)\b(?: \w+){0,2}? (?:went back|(?:was"
    r"|were|been) (?:returned"
    r"|(?:sent|given|handed|turned|taken) back|picked up))\b"
    r"|\b(?:returned|gave back|sent back|handed back|turned in) (?:the|his|her|their) (?:machine|device|unit|equipment"
    r"|cpap|auto-?cpap|apap|bipap)\b",
    re.IGNORECASE,
)
_MENDED = re.compile(
    r"\b(?:to (?:him|her|them|the (?:patient|member|home|bedside))|repair\w*|recall\w*|replac\w+"
    r"|exchang\w+|swap\w*|upgrad\w+"
    r"|new (?:one|machine|device|unit))\b",
    re.IGNORECASE,
)
_WEEK = 7  # nights


def defined(text: str, agents: tuple[str, ...], view: View) -> tuple[Evidence, ...]:
    """Give what shows one of the ways in which *text* says what it means; empty where it says none, or none is shown.

    Use "under 4 hours on 5 nights a week" is that of a record with 4 hours on no more than 2 of 7 of its nights.
    """
    meaning = _MEANING.search(plain(text))
    if meaning is None:
        return ()
    hours = _HOURS.search(meaning["what"])
    if hours is not None:
        limit, most = float(hours["h"]), (_WEEK - int(hours["n"])) / _WEEK
        told = [each for each in view.of(EvidenceKind.USE) if _of(each, agents) and _few(each, limit, most)]
        counts = [each for each in view.of(EvidenceKind.USE) if _of(each, agents)]
        if told and len(told) == len(counts):
            return tuple(told)
    return _returned(agents, view) if _BACK.search(meaning["what"]) else ()


def _of(each: Evidence, agents: tuple[str, ...]) -> bool:
    return isinstance(each.use, Tally) and any(content(agent) <= content(each.name) for agent in agents)


def _few(each: Evidence, limit: float, most: float) -> bool:
    """Whether a record counts the nights of at least so many hours, over a week or more, and they are no more."""
    tally = each.use
    if not isinstance(tally, Tally) or tally.unit not in {"days", "nights"} or not tally.least:
        return False
    return float(tally.least.split()[0]) == limit and tally.of >= _WEEK and tally.share <= most


def _returned(agents: tuple[str, ...], view: View) -> tuple[Evidence, ...]:
    """Give the newest sentence that says a device went back, in a note that names one of the treatments."""
    for visit in sorted(view.visits, key=lambda one: str(one.day or ""), reverse=True):
        if not any(content(agent) <= visit.words for agent in agents):
            continue
        for each in visit.parts:
            sure = each.assertion.experiencer == "patient" and each.assertion.time != "planned"
            meant = any(not (c.denied or c.maybe or c.later or c.family) for c in clauses(each.statement))
            if sure and meant and _DEVICE.search(each.statement) and not _MENDED.search(each.statement):
                return (each,)
    return ()
