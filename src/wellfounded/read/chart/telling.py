"""What the passage after a treatment tells of it, where the frame of its own clause told nothing."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from wellfounded.model.coding import Duration
from wellfounded.model.evidence import Outcome
from wellfounded.read.chart import amounts, dates, judge
from wellfounded.read.chart import telling_ends as stages
from wellfounded.read.chart import telling_losses as losses
from wellfounded.read.chart import telling_words as words
from wellfounded.read.chart.gaps import absent
from wellfounded.read.chart.giving import ahead
from wellfounded.read.chart.mention import Mention
from wellfounded.read.chart.outline import Outline, Unit
from wellfounded.wire.caseless import small

_SILENT = {"vitals", "labs", "exam", "ros", "scales", "allergies", "family", "social", "imaging"}
_ASKED = ("planned", "hypothetical", "declined", "contra", "naive", "allergic", "insurer")
_PLANS = {"plan", "assessment_plan"}
_RUNS = {"current", "despite", "hold", "taper", "increase", "decrease"}
_FAR = 2  # sentences of prose after its own that still speak of a treatment
_NONE = re.compile(r" none\b(?! of\b)")
_HELD = ("stop", "off", "current", "despite", "hold", "never", "taper", "increase", "decrease")


def tell(text: str, outline: Outline, mentions: Sequence[Mention]) -> None:
    """Let the passage of each mention bear on it: its result, its end, or that it never began."""
    after = {unit.start: i for i, unit in enumerate(outline.units)}
    starts = [unit.start for unit in outline.units]
    others = _others(mentions)
    for i, mention in enumerate(mentions):
        if mention.family or mention.screened or mention.warned or mention.unit.section in _SILENT:
            continue
        following = others[i]
        lead = small(text[mention.unit.start : mention.start])
        might = mention.unit.section in _PLANS and (
            stages.MIGHT_LEAD.search(lead) or stages.MIGHT.match(small(text[mention.end : mention.unit.end]))
        )
        if (might or stages.IF_LEADS.match(lead)) and not mention.has("stop", "tried", "current", "hypothetical"):
            mention.hits = [hit for hit in mention.hits if hit.means != "planned"]
            mention.take("hypothetical", mention.unit.start, mention.start)
        end = _end(text, outline.units, starts, after[mention.unit.start], mention, following)
        if i and _under(mention, mentions[i - 1]):
            end = min(end, _clause(text, mention))
        if end > mention.end:
            _hear(text, mention, end)
            if i and words.DITTO.match(small(text[mention.end : end])):
                _ditto(mention, mentions[i - 1])
            _measure(text, mention, end)


def _others(mentions: Sequence[Mention]) -> list[Mention | None]:
    """Give after each mention the next one of another treatment."""
    found: list[Mention | None] = [None] * len(mentions)
    for i in range(len(mentions) - 2, -1, -1):
        after = mentions[i + 1]
        found[i] = after if after.agent.ingredient != mentions[i].agent.ingredient else found[i + 1]
    return found


def _end(
    text: str, units: Sequence[Unit], starts: Sequence[int], at: int, mention: Mention, following: Mention | None
) -> int:
    """Give the place where the passage ends: the clause of the next treatment, its item, or two sentences on."""
    own = units[at]
    last = own
    for unit in units[at + 1 : at + 1 + (_FAR if own.kind == "sentence" else 8)]:
        if unit.block != own.block or unit.visit != own.visit:
            break
        if own.kind == "sentence" and own.section != "past_treatment" and not _goes_on(text, unit, mention):
            break
        last = unit
    end = last.end
    opened = text.rfind("(", own.start, mention.start)
    if opened >= 0 and ")" not in text[opened : mention.end]:  # what is told of it stays in its parenthesis
        return max(text.find(")", mention.end, end), mention.end)
    if following is not None and following.start < end:
        end = following.start
        cut = max(text.rfind(sign, mention.end, end) for sign in (". ", "; ", ".\n", ";\n", ", then", ", and", " and "))
        clause = starts[max(bisect_right(starts, end) - 1, 0)]
        clause = clause if clause > mention.end else -1
        end = max(mention.end, cut, clause)
    return end


def _opens(mention: Mention, lead: Mention) -> bool:
    """Whether a treatment named later in a line opens a sentence of its own, or a clause beside the first."""
    return mention.start - mention.unit.start < 12 if mention.unit is not lead.unit else mention.start - lead.end < 40


def _under(mention: Mention, before: Mention) -> bool:
    """Whether a treatment is only named in what is told of the one the line opens with."""
    same = mention.unit.block == before.unit.block and mention.unit.kind == "item" and before.leads
    return same and before.agent.ingredient != mention.agent.ingredient and not _opens(mention, before)


def _clause(text: str, mention: Mention) -> int:
    stops = [at for sign in ",.;)\n" if (at := text.find(sign, mention.end)) >= 0]
    return min(stops, default=mention.unit.end)


def _goes_on(text: str, unit: Unit, mention: Mention) -> bool:
    """Whether a sentence of prose still speaks of the treatment named before it."""
    if mention.agent.what == "drug" and (
        mention.lengths or mention.has("tried", "start", "stop", "current", "increase")
    ):
        return True
    return stages.ANAPHOR.match(small(text[unit.start : unit.end])) is not None


def _hear(text: str, mention: Mention, end: int) -> None:
    begin = mention.end
    said = small(text[begin:end])
    if not said.strip(" .,;:-)"):
        return
    if _NONE.match(said):  # "home O2 none"
        mention.take("never", begin, begin + 5)
        return
    if _begins_never(mention, said):
        found = stages.NEVER.search(said)
        if found and mention.has("planned") and stages.NOT_YET.search(said):
            return  # "PA pending, not yet begun"
        if found:
            mention.take("never", begin + found.start(), begin + found.end())
            return
    if mention.has(*_ASKED):
        return
    ended = stages.ENDED.search(said)
    running = [hit.start for hit in mention.hits if hit.means in _RUNS]
    last = ended is not None and max(running, default=0) < begin + ended.start()  # the last word counts
    if ended and last and not mention.has("stop", "off", "never") and mention.unit.section not in _PLANS:
        mention.take("stop", begin + ended.start(), begin + ended.end())
    runs = stages.RUNNING.search(said) if not mention.has(*_HELD, "tried") else None
    if runs:
        mention.take("current", begin + runs.start(), begin + runs.end())
    heard = judge.told(mention)
    if heard is Outcome.INTOLERANT and not mention.has("stop", "off"):
        _bear(mention, begin, said)
    leans = losses.DEPENDENT.search(said) if heard is Outcome.FAILED else None
    if leans is not None:  # well while on it, ill again without: it worked
        mention.hits = [hit for hit in mention.hits if hit.means not in {"loss", "fail"}]
        if not mention.has("current"):
            mention.take("tried", begin + leans.start(), begin + leans.end())
        mention.take("partial", begin + leans.end() - 1, begin + leans.end())
    waned = losses.LOST.search(said) if heard is Outcome.EFFECTIVE else None
    if waned is not None:
        held = losses.DEPENDENT.search(said, 0, waned.end() + 60)
        means, found = ("loss", waned) if held is None else ("partial", held)
        mention.take(means, begin + found.end() - 1, begin + found.end())
    if heard is Outcome.FAILED and not mention.has("loss", "despite"):
        _before(mention, begin, said)
    if heard is not Outcome.UNKNOWN:
        return
    means, start, stop = _result(said, ends=mention.has("stop") and not mention.has("current"))
    if means:
        mention.take(means, begin + start, begin + stop)
        if means == "harm":
            mention.reason = mention.reason or " ".join(text[begin + start : begin + stop].split()).strip(" ,.;:-(\"'")


def _before(mention: Mention, begin: int, said: str) -> None:
    """Let the gain told first outweigh the one that did not come: "less cough but no fewer flares"."""
    none = min((hit.start for hit in mention.hits if hit.means == "fail"), default=begin)
    found = losses.LESS.search(said, 0, max(0, none - begin))
    if found is not None and words.DENIED.search(said, 0, found.start()) is None:
        mention.take("partial", begin + found.start(), begin + found.end())


def _measure(text: str, mention: Mention, end: int) -> None:
    """Give it the length and the dose its passage states, where its own clause states none."""
    if mention.unit.section in {"plan", "assessment_plan"}:
        return
    low = small(text)
    if not mention.lengths:
        own = [(mention.start, mention.end)]
        found = next(
            (
                m
                for m in stages.LENGTH.finditer(low, mention.end, end)
                if not absent(text, m.start("n") if m["n"] else m.start(), m.end(), mention.unit.start, end, own)
                and not ahead(text, mention.unit.start, m.start("n") if m["n"] else m.start(), m.end())
            ),
            None,
        )
        if found is not None:
            unit = {"d": "days", "w": "weeks", "m": "months", "y": "years"}[(found["u"] or found["v"])[0]]
            mention.lengths.append(Duration(dates.number(found["n"] or found["k"]), unit))
            mention.reach(found.start(), found.end())
    if not mention.doses and mention.agent.what == "drug":
        dose = amounts.DOSE.search(text, mention.end, end)
        if dose is not None and not stages.OF_OTHER.search(low, mention.end, dose.start()):
            mention.doses.append((amounts.dose(dose), ""))
            mention.reach(dose.start(), dose.end())


def _ditto(mention: Mention, before: Mention) -> None:
    """Let "same story" say of a treatment what was said of the one before it."""
    told = [hit.means for hit in before.hits if hit.means in words.TELLING]
    mention.hits = [hit for hit in mention.hits if hit.means not in words.TELLING]
    for means in told:
        mention.take(means, mention.end, mention.end)


def _bear(mention: Mention, begin: int, said: str) -> None:
    """Let the good a treatment does outweigh the harm that is borne: "constipated but puts up with it"."""
    found = words.PARTIAL.search(said) or words.GAIN.search(said)
    if words.SOFT.search(said) is None or found is None:
        return
    mention.take("soft", begin + found.start(), begin + found.start())
    means = "partial" if words.PARTIAL.search(said) else "effective"
    mention.take(means, begin + found.start(), begin + found.end())


def _begins_never(mention: Mention, said: str) -> bool:
    taken = mention.has(
        "stop", "tried", "fail", "loss", "harm", "intolerant", "result", "current", "partial", "effective"
    )
    return not taken and not mention.lengths and not said.startswith("ed ")


def _result(said: str, *, ends: bool) -> tuple[str, int, int]:
    """Give the meaning of a passage and the place that says it; no meaning where it tells no effect."""
    leans = losses.DEPENDENT.search(said)
    if leans is not None:
        return "partial", leans.start(), leans.end()
    harm = next((m for p in words.HARM for m in p.finditer(said) if _real(said, m)), None)
    harm = words.STOPPED_FOR.search(said) or harm or (words.LAB.search(said) if ends else None)
    none = min((m for p in words.NO_GAIN if (m := p.search(said))), key=lambda m: m.start(), default=None)
    if none is not None and words.YET.match(said, none.start()):
        return "", 0, 0  # "no effect yet"
    lost, limited = losses.LOST.search(said), losses.LIMITED.search(said)
    part, gain = _held(words.PARTIAL, said, none), _held(words.GAIN, said, none)
    moved = _moved(said)
    if moved is not None:
        kind, start, stop = moved
        if kind == "fail":
            none_at = (start, stop)
            return ("partial", *none_at) if gain and not none else ("fail", *none_at)
        if kind == "partial" and part is None:
            return ("fail" if lost and lost.start() > start else "partial", start, stop)
        return kind, start, stop
    soft = harm is not None and words.SOFT.search(said[max(0, harm.start() - 24) : harm.end() + 40]) is not None
    if harm is not None and not (soft and (none or part or gain)) and (ends or not (none or part or gain)):
        if none is not None and not ends and none.start() < harm.start():
            return "fail", none.start(), none.end()
        return ("harm", harm.start(), harm.end()) if ends or not soft else ("", 0, 0)
    grown = losses.PROGRESSED.search(said)
    if grown is not None:
        return "loss", grown.start(), grown.end()
    if lost is not None and part is not None and part.start() < lost.start():
        return "partial", part.start(), lost.end()
    if lost is not None and (
        gain or part or none or ends or lost.group().startswith("lost") or losses.LAPSED.search(said)
    ):
        return "loss", lost.start(), lost.end()
    if part is not None or (gain is not None and (none is not None or limited is not None)):
        found = part or gain
        if found is not None:
            return "partial", found.start(), found.end()
    if none is not None:
        return "fail", none.start(), none.end()
    return ("effective", gain.start(), gain.end()) if gain is not None else ("", 0, 0)


def _real(said: str, found: re.Match[str]) -> bool:
    """Whether harm is told as having come: not denied, warned of, or what the treatment is for."""
    if words.ILLNESS.match(said, found.end()):
        return False  # "the burning carried on": what is treated, and no harm of the treatment
    return not words.HARM_NOT.search(said[: found.start() + 1]) and not words.DENIED.search(found.group())


def _held(field: re.Pattern[str], said: str, none: re.Match[str] | None) -> re.Match[str] | None:
    """Give the first match of a field that is not the one a negation takes back: "not a dent"."""
    for found in field.finditer(said):
        if none is None or not (none.start() <= found.start() < none.end()):
            return found
    return None


def _moved(said: str) -> tuple[str, int, int] | None:
    """Judge "from 16 to 9", "went 20 to 19": what is left of it."""
    found = words.FROM_TO.search(said) or words.TO_ONLY.search(said)
    if found is None:
        return None
    try:
        before, after = float(found["a"]), float(found["b"])
    except ValueError:
        return "partial", found.start(), found.end()
    if not before or after > 1.02 * before:
        return None
    left = after / before
    return ("fail" if left > 0.88 else "partial" if left > 0.35 else "effective"), found.start(), found.end()
