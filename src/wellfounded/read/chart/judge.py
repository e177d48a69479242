"""Where one treatment stands and what came of it, judged from all its mentions in one note."""

from collections.abc import Sequence

from wellfounded.model.evidence import Outcome, TrialStatus
from wellfounded.read.chart.mention import Hit, Mention

_RUNNING = {"current", "taper", "increase", "decrease", "hold", "despite", "start"}
_PAST_SECTIONS = {"past_treatment", "history"}
_PLAN_SECTIONS = {"plan", "assessment_plan"}


def standing(mention: Mention) -> TrialStatus | None:
    """Give the status one mention states, or None where it only names the agent."""
    section, told = mention.unit.section, {hit.means for hit in mention.hits}

    def has(*means: str) -> bool:
        return not told.isdisjoint(means)

    ordered = bool(mention.doses) and has(
        "current", "increase", "decrease"
    )  # "Allergy: none. Sertraline 100 mg continued."
    if (section == "allergies" and not ordered) or has("allergic"):
        return TrialStatus.ALLERGY
    if has("declined") and _tried_then_refused(mention):
        return TrialStatus.PAST
    if has("contra") and (has("stop", "tried", "current", "result") or _harmed_first(mention)):
        return TrialStatus.CURRENT if has("current") and not has("stop", "harm") else TrialStatus.PAST
    if has("never", "naive", "declined", "contra"):
        return TrialStatus.NEVER_TAKEN
    if has("hypothetical") and not has("stop", "tried", "start", "current"):
        return TrialStatus.HYPOTHETICAL
    if has("insurer") and not has("stop", "tried", "fail", "loss"):
        return TrialStatus.NEVER_TAKEN if has("start", "planned") or mention.doses else None
    if has("hypothetical"):
        return TrialStatus.HYPOTHETICAL
    if has("off"):
        return (
            TrialStatus.PAST
            if has("tried", "fail", "loss", "harm", "intolerant", "result", "stop")
            else TrialStatus.NEVER_TAKEN
        )
    if has("planned"):
        return TrialStatus.PAST if has("stop") else TrialStatus.PLANNED
    if has("stop"):
        tapering = section in _PLAN_SECTIONS and has("decrease", "taper")  # "taper, then stop": still taken today
        return TrialStatus.CURRENT if tapering else TrialStatus.PAST
    if has("current", "despite", "hold"):
        return TrialStatus.CURRENT
    if has("tried", "fail", "loss", "intolerant", "harm") or _ended_by_result(mention):
        return TrialStatus.PAST
    if section in _PAST_SECTIONS and not has("start"):
        return TrialStatus.PAST
    if has("increase", "decrease", "taper"):
        return TrialStatus.CURRENT
    named = mention.agent.what != "class" and not mention.warned and not mention.agent.doubtful
    if section == "plan" and (mention.doses or mention.frequency or mention.leads or named):
        return TrialStatus.PLANNED
    if mention.stopped is not None:
        return TrialStatus.PAST
    if has("start"):
        bounded = bool(mention.lengths) and section not in _PLAN_SECTIONS  # "was given for four months"
        return TrialStatus.PAST if section in _PAST_SECTIONS or bounded else TrialStatus.CURRENT
    if (
        (mention.lengths or mention.dated or has("partial"))
        if mention.agent.what == "treatment"
        else (section != "medications" and mention.dated and (mention.lengths or has("effective")))
    ):
        return TrialStatus.PAST
    if section == "medications":
        return TrialStatus.CURRENT
    if mention.doses or mention.frequency or has("effective", "partial", "tolerated"):
        return TrialStatus.CURRENT
    return None


def _tried_then_refused(mention: Mention) -> bool:
    refused = max((hit.start for hit in mention.hits if hit.means == "declined"), default=0)
    told = {"tried", "fail", "loss", "harm", "intolerant", "result", "aside"}
    return any(hit.means in told and hit.start < refused for hit in mention.hits)


def _harmed_first(mention: Mention) -> bool:
    """Whether harm is told before it is called unfit: harm told after is why it is never given."""
    barred = min(hit.start for hit in mention.hits if hit.means == "contra")
    return any(hit.means == "harm" and hit.start < barred for hit in mention.hits)


def status(mentions: Sequence[Mention]) -> TrialStatus:
    """Give the status of a treatment from all its mentions: what was told outweighs what was listed."""
    told = [(m, standing(m)) for m in mentions]
    said = [s for _, s in told if s is not None]
    narrative = [
        s for m, s in told if s is not None and not (m.unit.section == "medications" and s is TrialStatus.CURRENT)
    ]
    if TrialStatus.CURRENT in said and all(_ordered(m) for m in mentions):
        return TrialStatus.PLANNED
    if TrialStatus.CURRENT in said and any(m.has("off") for m in mentions):
        return TrialStatus.PAST
    if TrialStatus.NEVER_TAKEN in narrative and TrialStatus.PAST not in narrative:
        refused = max(m.start for m, s in told if s is TrialStatus.NEVER_TAKEN)
        fresh = all(m.has("naive") for m, s in told if s is TrialStatus.NEVER_TAKEN)
        if fresh and TrialStatus.PLANNED in said:
            return TrialStatus.PLANNED
        later = any(
            s is TrialStatus.PLANNED and m.start > refused and m.unit.section in {"plan", "assessment_plan"}
            for m, s in told
        )
        return TrialStatus.PLANNED if later else TrialStatus.NEVER_TAKEN
    if TrialStatus.CURRENT in said and all(_only_placed(m) for m, s in told if s is TrialStatus.PAST):
        narrative = [s for s in narrative if s is not TrialStatus.PAST]
    taken = [s for s in narrative if s in {TrialStatus.CURRENT, TrialStatus.PAST}]
    if taken:
        return _latest(mentions, taken)
    for wanted in (
        TrialStatus.CURRENT,
        TrialStatus.NEVER_TAKEN,
        TrialStatus.ALLERGY,
        TrialStatus.PLANNED,
        TrialStatus.HYPOTHETICAL,
    ):
        if wanted in said:
            return wanted
    return TrialStatus.CURRENT


def _ordered(mention: Mention) -> bool:
    """Whether a plan is the only place that names a treatment, by its dose alone: it is ordered, and not yet taken."""
    taken = mention.has(
        *_RUNNING, "tried", "stop", "fail", "loss", "partial", "effective", "tolerated", "harm", "result"
    )
    return mention.unit.section == "assessment_plan" and mention.leads and bool(mention.doses) and not taken


def _ended_by_result(mention: Mention) -> bool:
    """Whether harm noted beside a name ended the treatment; in a list of medicines it is what the medicine is for."""
    listed = mention.unit.section == "medications" and not (mention.lengths or mention.has("stop", "off"))
    return mention.has("result") and not listed


def _only_placed(mention: Mention) -> bool:
    """Whether only the heading it stands under makes a mention past."""
    return not mention.has("tried", "stop", "fail", "loss", "intolerant", "harm", "result") and mention.stopped is None


def _latest(mentions: Sequence[Mention], taken: Sequence[TrialStatus]) -> TrialStatus:
    """A stop that no later "continue" answers is the end; a bare "tried" or "failed" yields to "is on"."""
    if TrialStatus.CURRENT not in taken:
        return TrialStatus.PAST
    stops = [m.start for m in mentions if m.has("stop") and standing(m) is TrialStatus.PAST]
    past = [m.start for m in mentions if standing(m) is TrialStatus.PAST]
    runs = [
        hit.start
        for m in mentions
        for hit in m.hits
        if standing(m) is TrialStatus.CURRENT
        and hit.means in _RUNNING
        and m.unit.section != "medications"
        and (hit.means != "start" or hit.start > max(past, default=0))
    ]
    if stops:
        return TrialStatus.PAST if not runs or max(runs) < max(stops) else TrialStatus.CURRENT
    if past and not runs:
        return TrialStatus.PAST
    return TrialStatus.CURRENT


def outcome(mentions: Sequence[Mention]) -> tuple[Outcome, Mention | None]:
    """Give what came of a treatment, and the mention that says so."""
    found: list[tuple[int, Outcome, Mention]] = []
    for mention in mentions:
        if standing(mention) in {TrialStatus.HYPOTHETICAL, TrialStatus.NEVER_TAKEN, TrialStatus.PLANNED}:
            continue
        what = told(mention)
        if what is not Outcome.UNKNOWN:
            found.append((mention.start, what, mention))
    if not found:
        return Outcome.UNKNOWN, None
    order = (Outcome.INTOLERANT, Outcome.FAILED, Outcome.PARTIAL, Outcome.EFFECTIVE)
    _, what, mention = min(found, key=lambda row: (order.index(row[1]), row[0]))
    return what, mention


def told(mention: Mention) -> Outcome:
    """Give what one mention tells of the effect."""
    if mention.unit.section == "allergies":
        return Outcome.UNKNOWN
    own = [hit for hit in mention.hits if hit.own] or mention.hits
    harm = [hit for hit in own if hit.means in {"intolerant", "harm"}]
    result = [hit for hit in own if hit.means == "result"]
    gains = _gains(own)
    if any(hit.means == "aside" for hit in own) and (
        mention.has("tried", "stop", "fail", "loss", "start") or mention.unit.section in _PAST_SECTIONS
    ):
        result += [hit for hit in own if hit.means == "aside"]
    first = min((hit.start for hit in gains), default=mention.unit.end)
    ends = (_ended_by_result(mention) or mention.has("aside")) and not mention.has("current", "planned")
    gained = all(hit.means in {"effective", "partial"} for hit in gains) and mention.has("stop")
    if result and ends and not mention.has("soft") and (not gains or gained or result[0].start < first):
        return Outcome.INTOLERANT
    soft = [hit for hit in gains if hit.means in {"partial", "effective"}]
    if harm and soft and mention.has("soft"):
        return _gain(soft, mention.agent.what)
    if harm:
        return Outcome.FAILED if _clear_failure(gains) and not mention.has("harm") else Outcome.INTOLERANT
    return _gain(gains or _gains(mention.hits), mention.agent.what)


def _gains(hits: Sequence[Hit]) -> list[Hit]:
    """Give the hits that tell of a gain or of none: no gain inside what denies it, no dose that is "unchanged"."""
    runs = {(hit.start, hit.end) for hit in hits if hit.means == "current"}
    told = [hit for hit in hits if hit.means in _OUTCOME and (hit.means != "fail" or (hit.start, hit.end) not in runs)]
    none = [hit for hit in told if hit.means in {"fail", "loss"}]
    return [hit for hit in told if hit in none or not any(n.start <= hit.start and hit.end <= n.end for n in none)]


def _clear_failure(gains: list[Hit]) -> bool:
    return any(hit.means in {"fail", "loss"} and hit.end - hit.start > 8 for hit in gains)


def _gain(gains: list[Hit], what: str) -> Outcome:
    """A loss is a failure; else the last word counts, and a partial effect is not undone by what it left."""
    if not gains:
        return Outcome.UNKNOWN
    last = max(gains, key=lambda hit: hit.start)
    kinds = {hit.means for hit in gains}
    if "effective" in kinds and (last.means == "fail" or (last.means == "loss" and what == "treatment")):
        return Outcome.PARTIAL
    if last.means == "loss":
        return Outcome.FAILED
    if "partial" in kinds and last.means != "effective":
        return Outcome.PARTIAL
    return _OUTCOME[last.means]


_OUTCOME = {
    "fail": Outcome.FAILED,
    "loss": Outcome.FAILED,
    "despite": Outcome.FAILED,
    "partial": Outcome.PARTIAL,
    "effective": Outcome.EFFECTIVE,
}
