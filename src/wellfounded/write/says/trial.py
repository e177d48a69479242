"""One treatment in a sentence: what, how much, when, how long, and what came of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, quotes
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence, Outcome, Trial, TrialStatus
from wellfounded.model.letter import Sentence
from wellfounded.write.briefly import called, dosed, long
from wellfounded.write.founded import data
from wellfounded.write.gained import gain
from wellfounded.write.measure import amount, small, was
from wellfounded.write.notes import Passage, note, passages
from wellfounded.write.papers import result
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, quoted

KINDS = ("trial", "trial_not_taken")
LONG = 45  # characters; a shorter passage is quoted whole
MOST = 130  # characters of a note's own words on a result
RESULT = re.compile(
    r"\b(?:no|not|without|little|minimal|inadequate|poor|only|loss of|lost)\b[^.]{0,40}"
    r"\b(?:response|benefit|improve\w*|effect|relief|change[ds]?|help\w*|better|mood|sleep|work\w*)\b|"
    r"\b(?:failed|restored|ineffective|unchanged|worse|intoleran\w+|side effects?|(?:did|could) not tolerate)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\b(?:if|unless|discuss\w*|consider\w*|would|might|handout)\b", re.IGNORECASE)  # no result yet
TAKEN = {"taken", "given", "used", "from", "until", "through", "since", "with", "weeks", "months", "days", "daily"}
TAKEN |= {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november"}
TAKEN |= {"december", "weekly", "sessions", "started", "began"}
TELLS = re.compile(
    r"respon|benefit|effect|improve|relief|help|work|fail|relaps|recur|flare|worse|progress|lost|loss|unchanged|"
    r"persist|continu|still|better|no change|breakthrough|uncontrolled|not controlled|active",
    re.IGNORECASE,
)
STOPPED = re.compile(
    r"\b(?:stop\w*|discontinu\w*|d/?c\W?(?:e?d)?|quit|ceas\w*|taken off|came off|off|switch\w*|held|withdr[ae]w\w*)\b",
    re.IGNORECASE,
)
THEN = re.compile(r"^(?:then|and|but|so)\s+", re.IGNORECASE)
BECAUSE = re.compile(r"^(?:(?:because )?of|due to|because|secondary to|for|2/2|d/t) ", re.IGNORECASE)
SAME = re.compile(r"(?:intoleran\w+|not tolerated|failed|failure|no response|ineffective)", re.IGNORECASE)
OUTCOME = re.compile(
    r"\b(?:fail\w*|intoleran\w*|not tolerated|(?:no|without) (?:response|benefit|effect|improvement)|ineffective|"
    r"not effective|did not (?:work|help|respond))\b",
    re.IGNORECASE,
)
ORDERED = re.compile(r"\b(?:prescri\w+|ordered|rx|never (?:picked up|filled|started|taken))\b", re.IGNORECASE)
NOUNLIKE = re.compile(
    r"^(?!.*\b(?:is|was|were|did|does|do|could|has|had|have|because|due|stopped|patient|pt|she|he|felt|feels|got|gets|went|made)\b)"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of one trial that every way of saying it draws on; any may be empty."""

    agent: str
    dose: str  # "up to 200 mg daily"
    at_dose: str  # "the last eight at 200 mg a day", in the chart's words
    when: str  # "from October 8, 2024 to February 4, 2025"
    long: str  # "17 weeks"
    beside: str  # "the PHQ-9 was 21 at the start and 20 at the end"
    reason: str  # why it stopped, in the chart's words
    stopped: bool = True  # whether the chart says that it was stopped, and not only that it ended
    gain: str = ""  # "helps her fall asleep", where the chart says that it helped and not how little


def say(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say a trial in full: every trial of one letter in one form, so that a list reads as a list."""
    del n
    item = claim.evidence[0]
    trial = item.trial
    if trial is None:
        return ()
    basis = _basis(claim, telling)
    if claim.kind == "trial_not_taken":
        return (sentence(_not_taken(telling, item, trial), *basis),)
    parts = _parts(claim, trial)
    recorded = _recorded(telling, item, trial, parts)
    if recorded is not None:
        parts = replace(parts, reason="")  # the note says it in its own words, and better than a code of the chart
    text = f"{telling.voice.pick('trial', *FORMS)(parts)}{_came(telling, parts, trial)}"
    beside = f"; {parts.beside}" if parts.beside else ""
    if recorded is None:
        return (sentence(f"{text}{beside}", *basis),)
    words = quoted.unlabelled(recorded.text)
    news, where = _news(words, f"{text}{beside}"), note(telling, recorded)
    if not _tells(news, trial):
        return (sentence(f"{text}{beside}", *basis, *recorded.basis),)
    aside = quoted.marked(f"{news.rstrip(' .;,')},")
    return (sentence(f"{text}{beside} ({aside} {where})", *basis, *recorded.basis),)


def _tells(news: str, trial: Trial) -> bool:
    """Whether a note's words tell more than that the treatment failed, which the sentence has said."""
    bare = re.sub(rf"{re.escape(trial.agent)}|{re.escape(trial.ingredient)}", "", news, flags=re.IGNORECASE)
    return len(re.findall(r"[A-Za-z]{4,}|\d+", OUTCOME.sub("", bare))) > 2


def _news(words: str, told: str) -> str:
    """Give what a passage adds to what is told: the clause on the result, where it holds every figure that is new.

    A reviewer who reads dose and dates twice in one line reads neither.
    """
    new = _figures(words) - _figures(told)
    if len(words) < LONG or not set(re.findall(r"\d+", words)):
        return words
    for clause in re.split(r"[,;] |\. (?=[A-Z])", words):
        if (found := RESULT.search(clause)) is not None and new <= _figures(clause):
            held = clause[found.start() if re.search(r"\d| and ", clause[: found.start()]) else 0 :]
            held = held.strip(" .;,") if new else re.sub(r"\s*\([^()]*\)\.?$", "", held).strip(" .;,")
            lost = _spoken(words) - _spoken(held) - _spoken(told)
            tail = words[words.find(clause) :].strip(" .;,")  # with what the note says after it
            if lost and not _spoken(words) - _spoken(tail) - _spoken(told) and new <= _figures(tail):
                return tail
            return words if lost or not new <= _figures(held) else held
    return words


def _spoken(text: str) -> set[str]:
    """Give the words of *text* that a reader would miss."""
    return set(re.findall(r"[a-z]{4,}", text.lower())) - TAKEN


def _figures(text: str) -> set[str]:
    """Give the figures of *text*, but for those of days, which a letter and a chart write in other ways."""
    bare = re.sub(r"\b\d{1,2}/(?:\d{1,2}/)?\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b", "", text)
    return set(re.findall(r"\d+(?:\.\d+)?", bare))


def _held_at(item: Evidence, trial: Trial) -> str:
    """Give the chart's own clause on how long the dose was held: "the last eight at 200 mg a day"."""
    if trial.dose is None:
        return ""
    amount = rf"{trial.dose.value:g} ?{re.escape(trial.dose.unit)}"
    for quote in quotes(item.basis):
        text = quoted.clean(quote.exact)
        for clause in re.split(r"[,;.] |[()]", text):
            told = re.search(rf"\bat (?:the |a )?(?:full |maximum |highest )?(?:dose of )?{amount}", clause)
            long = re.search(
                r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:weeks|months|of|at)", clause
            )
            if told and long and len(clause) <= 60 and quoted.readable(clause):
                return clause.strip()
    return ""


def _basis(claim: Claim, telling: Telling) -> tuple[Basis, ...]:
    return tuple(part for each in claim.evidence for part in telling.dates(each))


def _parts(claim: Claim, trial: Trial) -> Parts:
    item, *scores = claim.evidence
    beside = ""
    if (
        len(scores) == 2
        and trial.start is not None
        and trial.stop is not None
        and scores[0].value is not None
        and scores[1].value is not None
    ):
        first, last = amount(scores[0]), amount(scores[1])
        name = small(scores[0].name)
        before, after = _when(scores[0], trial.start, "at the start"), _when(scores[1], trial.stop, "at the end")
        beside = f"the {name} {was(name)} {first} {before} and {last} {after}"
    reason = BECAUSE.sub("", quoted.clean(trial.reason_stopped).strip(" .;,"))
    cut = reason.count("'") % 2 or reason.count('"') % 2 or reason.count("(") != reason.count(")")
    reason = "" if SAME.fullmatch(reason) or (cut and re.search(r"(?:^|\s)['\"]|\(", reason)) else reason
    reason = reason if quoted.readable(f"{reason} x") and len(reason) <= 140 else ""
    return Parts(
        called(trial),
        dosed(item, trial),
        _held_at(item, trial),
        _span(trial),
        long(trial),
        beside,
        THEN.sub("", reason),
        any(STOPPED.search(quote.exact) for quote in quotes(item.basis)),
        gain(item),
    )


def _span(trial: Trial) -> str:
    if trial.start is not None and trial.stop is None and trial.status is TrialStatus.PAST:
        return f"begun {dates.at(trial.start)}"
    return dates.span(trial.start, trial.stop)


def _when(score: Evidence, edge: PartialDate | None, side: str) -> str:
    return side if score.on is None or score.on == edge else dates.at(score.on)


def _not_taken(telling: Telling, item: Evidence, trial: Trial) -> str:
    held = next((each for each in passages(telling, item, 160) if ORDERED.search(each.text)), None)
    start = f"{called(trial)} was prescribed but never taken, and is not counted here"
    return f"{start}; {note(telling, held)} says {quoted.closed(held.text)}" if held is not None else start


def _came(telling: Telling, p: Parts, trial: Trial) -> str:
    """Say what came of a treatment, after its name, dose and time."""
    past = trial.status is TrialStatus.PAST
    if trial.outcome is Outcome.INTOLERANT:
        ways = ("had to be stopped", "was not tolerated", "was stopped") if p.stopped else ("was not tolerated",)
        verb = telling.voice.pick("intolerant", *ways)
        return f" {verb if past else 'was not tolerated'}{_because(p)}"
    if trial.outcome is Outcome.FAILED:
        verb = telling.voice.pick("failed", "brought no adequate response", "did not work", "failed", "did not help")
        return f" {verb if past else 'has not brought an adequate response'}{_noted(p)}"
    if trial.outcome is Outcome.PARTIAL:
        if p.gain:
            return f" {'helped' if past else 'helps'} ({quoted.marked(p.gain)})"
        verb = telling.voice.pick("partial", "gave only a partial response", "helped in part only")
        return f" {verb if past else 'has helped in part only'}{_noted(p)}"
    if trial.outcome is Outcome.EFFECTIVE:
        return " was effective" if past else " is of benefit"
    return " was also used" if past else " continues"


def _recorded(telling: Telling, item: Evidence, trial: Trial, p: Parts) -> Passage | None:
    """Give the note's own words on the result where no reason is told, or where the outcome is not settled."""
    told = bool(p.reason) and (trial.outcome is Outcome.INTOLERANT or TELLS.search(p.reason) is not None)
    if trial.outcome is Outcome.EFFECTIVE or (told and _on_paper(telling, item, p.reason)):
        return None
    near = re.compile("|".join(re.escape(name.split()[0]) for name in (trial.agent, trial.ingredient)), re.IGNORECASE)
    if trial.outcome is Outcome.FAILED and (own_record := result(telling, item, MOST)) is not None:
        return own_record
    for held in passages(telling, item, MOST):
        words = quoted.unlabelled(held.text).rstrip(" .;,")
        several = len(re.findall(r"\d+ ?mg", words)) > 2 or words.count(";") > 1  # a list of all that was tried
        own = near.search(words) is not None or trial.outcome is Outcome.FAILED
        if own and not several and RESULT.search(words) and not AHEAD.search(words) and words not in telling.said:
            return held
    return None


def _on_paper(telling: Telling, item: Evidence, reason: str) -> bool:
    """Whether a note of the chart, and not only its data, gives this reason."""
    papers = {document.source.id for document in telling.case.documents if not data(document.source)}
    return any(q.at.source in papers and reason.lower() in quoted.clean(q.exact).lower() for q in quotes(item.basis))


def _because(p: Parts) -> str:
    if not p.reason:
        return ""
    if NOUNLIKE.match(p.reason.lower()):
        return f" because of {quoted.marked(p.reason)}"
    return f"; the reason recorded is {quoted.marked(p.reason)}"


def _noted(p: Parts) -> str:
    """Give the chart's reason where it says more of a result than that it failed; a symptom alone says nothing."""
    tells = TELLS.search(p.reason) is not None and len(re.findall(r"[A-Za-z]{4,}", OUTCOME.sub("", p.reason))) > 1
    return f" ({quoted.marked(p.reason)})" if tells else ""


def _listed(p: Parts) -> str:
    """Give "sertraline, up to 200 mg daily, from ... to ... (17 weeks)," with whatever of it is known."""
    inner = ", ".join(part for part in (p.dose, p.when) if part)
    return f"{p.agent}, {inner}{_length(p)}," if inner else f"{p.agent}{_length(p)}"


def _plainly(p: Parts) -> str:
    """Give "sertraline at up to 200 mg daily from ... to ... (17 weeks)" with whatever of it is known."""
    head = f"{p.agent} at {p.dose}" if p.dose else p.agent
    if not p.when:
        return f"{head} for {p.long}" if p.long else head
    aside = p.when.startswith(("begun", "since"))
    return f"{head}{',' if aside else ''} {p.when}{_length(p)}{',' if aside else ''}"


def _running(p: Parts) -> str:
    """Give "sertraline up to 200 mg daily, taken from ... to ... (17 weeks)," with whatever of it is known."""
    head = f"{p.agent} {p.dose}" if p.dose else p.agent
    if not p.when:
        return f"{head}{_length(p)}"
    begun = p.when.startswith(("begun", "since"))
    return f"{head}, {'' if begun else 'used '}{p.when}{_length(p)},"


def _length(p: Parts) -> str:
    inner = ", ".join(part for part in (p.long, quoted.marked(p.at_dose) if p.at_dose else "") if part)
    return f" ({inner})" if inner else ""


FORMS: tuple[Callable[[Parts], str], ...] = (_listed, _plainly, _running)
