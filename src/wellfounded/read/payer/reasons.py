"""Why the payer refused: read from the sentences that decide and explain, never from the rights or the boilerplate.

"Not medically necessary" stands in almost every notice, as one of the things that could be appealed. It is a reason
only where this notice says it of this request.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.coding import Coding
from wellfounded.model.determination import Field, ReasonKind
from wellfounded.read.payer import whys
from wellfounded.read.payer.boxes import boxed, ticked
from wellfounded.read.payer.codes import codes
from wellfounded.read.payer.criteria_cited import criteria
from wellfounded.read.payer.decision import DENY
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.reason_parts import PARTS
from wellfounded.read.payer.reason_words import STRONG, WEAK
from wellfounded.read.payer.zones import Placed, Zone, placed
from wellfounded.terms import carc, rarc
from wellfounded.wire.caseless import Caseless

NOT_THIS = Caseless(
    r"(?:\bnot|n't|never|rather than|instead of|neither|regardless of"
    r"|no question of)\s+(?:\w+\s+){0,3}?(?:based on|because(?: of)?|due to|a (?:determination|denial(?: for| based)?"
    r"|decision|finding|matter|question)(?: of| about| that)?|consider(?:ed)?"
    r"|in dispute|address(?:ed)?|about|review(?:ed)?|evaluat\w+|decid\w+|determin\w+(?: whether)?)[^.;]{0,50}$",
)
ABSENT = Caseless(r"\b(?:no|must|must\s+be|to\s+be)\s+$")
IF = Caseless(r"\W*(?:if|when|unless|falls|wenn)\b")
AWAITED = phrases(
    """
    (need|send|submit|furnish|provide|supply|fax|upload|return|require*|missing|waiting for
        |attach) ~9 ({records}|following|information|details|questionnaire|answers|letter|results?|these|them)
    (not|n't) (got|received|have|had) what we need | (furnish|reply|submit) ~2 (below|following)
    cannot ~2 (finish|complete|process) ~9 (with what we have|without)
    einzureichen | (senden|reichen) sie ~8 unterlagen
    """,
    **PARTS,
)
QUESTION = Caseless(
    r"\b(?:review|consider|decid|determin|address|evaluat|question)\w*\s+(?:\w+\s+)?(?:whether"
    r"|if|of)\b"
)
UNSAID = Caseless(  # "you should not take this letter to mean that it was not necessary"
    r"(?:\bnot|n't)\s+(?:(?!able\b)\w+\s+){0,2}?(?:take|read|mean|imply|say|suggest|judge|understand|interpret)\w*\b"
    r"|\b(?:other|many|some)\s+(?:letters|notices|denials)\s+(?:may|might|can|could|speak|talk|tell)\b"
    r"|\bno\s+(?:\w+\s+){0,2}?(?:judge?ment|opinion|finding|view)\s+(?:was|is|has\s+been)\s+(?:made|given"
    r"|formed|expressed)\b"
)
CONDITION = Caseless(
    r"^\W*(?:if|when|unless|should|whenever|in case|falls|wenn|to (?:avoid|prevent)|please|where|for future)\b",
)
CAUSE = Caseless(
    r"\b(?:because|due to|since|as the|reason(?:s)?(?: for)?|based on|for lack of|for want of|weil"
    r"|da\b|aufgrund|grund)\b",
)
# "Excluded because it is cosmetic": what the exclusion is for says more than that there is one.
NAMED = (ReasonKind.EXPERIMENTAL_INVESTIGATIONAL, ReasonKind.COSMETIC_OR_PERSONAL, ReasonKind.TIMING_OR_PLAN_YEAR)
STEP = Caseless(r"^\W*step\s+(?:\d|one|two|three|four)\W")  # the number of a step of the procedure
RULE = Caseless(
    r"\b(?:must\s+be|to\s+be\s+(?:an?\s+)?(?:eligible|covered|approved)|(?:is|are)\s+(?:only\s+)?(?:eligible"
    r"|covered|approved)\s+(?:only\s+)?(?:when|if|where|for)|covers?\s+[^.]{0,60}\b(?:only|when|if)\b"
    r"|may\s+be\s+approved|can\s+be\s+approved)",
)
OURS = Caseless(r"\b(?:your|this\s+(?:request|claim|service)|the\s+(?:request|claim))\b")
MAY_DENY = Caseless(
    r"\b(?:may|might|can|could)\s+(?:\w+\s+)?den(?:y|ied)\b|\balso\s+used\b|\bfor\s+(?:another|other)\s+reasons?\b",
)
UNCHANGED = Caseless(  # what is named only to be set aside
    r"\bno\s+longer\s+(?:\w+\s+)?(?:reason|basis|ground)|\b(?:do|does|did)(?:\s+not|n't)\s+(?:affect|apply"
    r"|concern|change|bear\s+on)\b"
    r"|\b(?:is|was|are|were)(?:\s+not|n't)\s+(?:affected|in\s+(?:question|dispute|doubt)|the\s+(?:reason|issue)"
    r"|at\s+issue|our\s+reason)\b"
)
EITHER = Caseless(r"\beither\b[^.;]{3,90}\bor\b[^.;]{0,40}\b(?:is|are|it's|has)\b")  # a choice of grounds gives none
CONCLUDES = Caseless(
    r"\b(?:therefore|thus|hence|accordingly|consequently|for\s+th(?:at|is|ese)\s+reasons?|it\s+follows)\b"
)
# What was found on the way to a conclusion that names another reason: its grounds, and no reason of their own.
GROUNDS = (ReasonKind.FREQUENCY_OR_LEVEL, ReasonKind.TIMING_OR_PLAN_YEAR, ReasonKind.EXPERIMENTAL_INVESTIGATIONAL)
OUTRIGHT = Caseless(r"experimental|investigat|unproven|limit|maximum|exceed")  # a reason wherever it is said
LEVEL = Caseless(r"(?:this|requested|inpatient|acute|residential)\s+(?:\w+\s+){0,2}?level\s+of\s+care")
INTRODUCES = Caseless(r"(?:reasons?|because|following|why)\b[^:]{0,60}:$")
LIST = 8  # sentences that may follow "denied for these reasons:" as its list
MIN_WORDS = 8
GAINSAID, SPOKEN = 0.55, 0.4  # how sure what was learned must be against the rules, and where they say nothing
LISTED = 3  # kinds in one sentence that is not the decision: a list of what may be appealed


DEFINES = Caseless(  # what a term means is said of every request and of none
    r"\bcare\s+(?:that|which)\s+is\s+not\b|\bwords\s+in\s+your\s+(?:policy|plan)"
    r"|\bmeans?\s+(?:that\s+)?(?:care|services|health)"
    r"|\bwhat\s+does\b.{0,60}\bmean\b|\b(?:is|are)\s+defined\s+as\b",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One place where a reason is given, and how much it weighs."""

    kind: ReasonKind
    start: int
    end: int
    weight: float


def reasons(paper: Paper, *, coded: bool = False) -> Iterator[Field]:
    """Give each reason once, at the place that says it best. *coded*: codes count before words."""
    named = _coded(paper) if coded else {}
    chosen = named or _believed(paper, ruled(paper))
    for kind, seen in sorted(chosen.items(), key=lambda one: one[1].start):
        yield Field("reason", kind.value, paper.quote(seen.start, seen.end))


def ruled(paper: Paper) -> dict[ReasonKind, Seen]:
    """Give the reasons whose words the notice says of this request, in the order of their places."""
    strong, weak = _seen(paper, STRONG), _seen(paper, WEAK)
    chosen = _concluded(paper, _best(strong)) or _best(weak) or _coded(paper) or _unnamed(paper)
    level = chosen.get(ReasonKind.FREQUENCY_OR_LEVEL)
    if level and ReasonKind.NOT_MEDICALLY_NECESSARY in chosen and LEVEL.fullmatch(paper.plain[level.start : level.end]):
        del chosen[ReasonKind.FREQUENCY_OR_LEVEL]  # the level that is called unnecessary
    if ReasonKind.STEP_THERAPY in chosen and _times(strong, ReasonKind.ALTERNATIVES_NOT_EXHAUSTED) <= _times(
        strong, ReasonKind.STEP_THERAPY
    ):
        chosen.pop(ReasonKind.ALTERNATIVES_NOT_EXHAUSTED, None)  # the same demand in other words
    return dict(sorted(chosen.items(), key=lambda one: one[1].start))


def _believed(paper: Paper, chosen: dict[ReasonKind, Seen]) -> dict[ReasonKind, Seen]:
    """Give the rules' reasons, or what was learned where rules are silent or it is surer of another."""
    likely = whys.likely(paper, tuple(kind.value for kind in chosen))
    best = max(likely, key=lambda name: (likely[name], name))
    if likely[best] >= (GAINSAID if chosen else SPOKEN) and best not in chosen:
        said = max(whys.judged(paper), key=lambda one: one.likely.get(best, 0.0), default=None)
        if said is not None:
            sentence = said.place.sentence
            return {ReasonKind(best): Seen(ReasonKind(best), sentence.start, sentence.end, 2)}
    return chosen


def awaited(paper: Paper) -> Iterator[Field]:
    """Give missing_information once, where a request that is still open says what it waits for."""
    for each in placed(paper):
        found = AWAITED.search(each.sentence.text)
        if found and each.zone is not Zone.BOILERPLATE and not IF.match(each.sentence.text):
            start = each.sentence.start
            yield Field(
                "reason",
                ReasonKind.MISSING_INFORMATION.value,
                paper.quote(start + found.start(), start + found.end()),
            )
            return


def _unnamed(paper: Paper) -> dict[ReasonKind, Seen]:
    """Take a refusal that argues from a policy and the record, and names no other ground, as one of necessity."""
    why = [
        each.sentence for each in placed(paper) if each.zone is Zone.WHY and len(each.sentence.text.split()) > MIN_WORDS
    ]
    if not why or not next(criteria(paper), None):
        return {}
    kind = ReasonKind.NOT_MEDICALLY_NECESSARY
    return {kind: Seen(kind, why[0].start, why[0].end, 1)}


def _concluded(paper: Paper, chosen: dict[ReasonKind, Seen]) -> dict[ReasonKind, Seen]:
    """Leave out what only led to a conclusion that names its reason: "can be done at home ... hence not necessary"."""
    ends = [one.sentence for one in placed(paper) if CONCLUDES.search(one.sentence.text)]
    named = {
        kind for kind, pattern in STRONG.items() if kind in chosen and any(pattern.search(end.text) for end in ends)
    }
    if not named:
        return chosen
    return {
        kind: seen
        for kind, seen in chosen.items()
        if kind in named or kind not in GROUNDS or OUTRIGHT.search(paper.sentence_at(seen.start).text)
    }


def _times(seen: list[Seen], kind: ReasonKind) -> int:
    return sum(one.kind is kind for one in seen)


def _coded(paper: Paper) -> dict[ReasonKind, Seen]:
    """Give the reasons that adjustment and remark codes stand for; a share of cost or a contract reduction is none."""
    found: dict[ReasonKind, Seen] = {}
    for field in codes(paper):
        if not isinstance(field.value, Coding) or field.value.system not in {"carc", "rarc"}:
            continue
        meaning = (carc if field.value.system == "carc" else rarc).meaning(field.value.code)
        if meaning.route not in {"settle", "ask"}:
            span = field.basis.at
            found.setdefault(ReasonKind(meaning.reason), Seen(ReasonKind(meaning.reason), span.start, span.end, 3))
    if len(found) > 1:
        found.pop(ReasonKind.OTHER, None)
    return found


def _best(seen: list[Seen]) -> dict[ReasonKind, Seen]:
    totals: dict[ReasonKind, float] = defaultdict(float)
    for one in seen:
        totals[one.kind] += one.weight
    best: dict[ReasonKind, Seen] = {}
    for one in sorted(seen, key=lambda each: (-each.weight, each.start)):
        if totals[one.kind] >= 2:
            best.setdefault(one.kind, one)
    return best


def _seen(paper: Paper, words: dict[ReasonKind, Caseless]) -> list[Seen]:
    form = boxed(paper)
    found: list[Seen] = []
    listed = 0
    for each in placed(paper):
        listed = LIST if INTRODUCES.search(each.sentence.text) and DENY.search(each.sentence.text) else listed - 1
        here = list(_in_sentence(each, words, listed=listed > 0 and each.zone in {Zone.WHY, Zone.PLAIN}))
        if not here or (
            form
            and not any(words[one.kind].search(ticked(paper, each.sentence.start, each.sentence.end)) for one in here)
        ):
            continue
        deciding = bool(DENY.search(each.sentence.text))
        if len({one.kind for one in here}) >= LISTED and not (deciding and OURS.search(each.sentence.text)):
            continue
        found += here
    return found


def _in_sentence(each: Placed, words: dict[ReasonKind, Caseless], *, listed: bool) -> Iterator[Seen]:
    text = each.sentence.text
    weight = 3 if listed and not CONDITION.match(text) else _weight(each, text)
    if weight <= 0:
        return
    found = {}
    step = STEP.match(text)
    told = " " * step.end() + text[step.end() :] if step else text
    for kind, pattern in words.items():
        hit = next((one for one in pattern.finditer(told) if not _left_open(told, one)), None)
        if hit:
            found[kind] = hit
    lacking, unproven = (
        found.get(kind) for kind in (ReasonKind.MISSING_INFORMATION, ReasonKind.EXPERIMENTAL_INVESTIGATIONAL)
    )
    if lacking and unproven and lacking.start() < unproven.end() and unproven.start() < lacking.end():
        del found[ReasonKind.MISSING_INFORMATION]  # evidence of the trials, and not of this patient
    level = found.get(ReasonKind.FREQUENCY_OR_LEVEL)
    if level and LEVEL.fullmatch(level[0]) and ReasonKind.NOT_MEDICALLY_NECESSARY in found:
        del found[ReasonKind.FREQUENCY_OR_LEVEL]  # "this level of care is not necessary" speaks of necessity
    if ReasonKind.NOT_COVERED_BENEFIT in found and any(kind in found for kind in NAMED):
        del found[ReasonKind.NOT_COVERED_BENEFIT]
    for kind, hit in found.items():
        yield Seen(kind, each.sentence.start + hit.start(), each.sentence.start + hit.end(), weight)


def _left_open(text: str, hit: re.Match[str]) -> bool:
    """Whether the words are about a question that was not taken up: "we did not review whether it is necessary"."""
    return bool(NOT_THIS.search(text, 0, hit.start()) or ABSENT.search(text, 0, hit.start()) or QUESTION.search(hit[0]))


def _weight(each: Placed, text: str) -> float:
    deciding = bool(DENY.search(text))
    caused = bool(CAUSE.search(text))
    if any(one.search(text) for one in (MAY_DENY, DEFINES, UNCHANGED, EITHER, UNSAID)) or CONDITION.match(text):
        return 0
    rule = RULE.search(text)
    if rule and not deciding and rule.start() < 25:
        return 1  # what the rule asks for, not what was found of this request
    if each.zone is Zone.WHY:
        return 2 + deciding + caused
    if each.zone is Zone.PLAIN:
        return 2 + deciding + caused
    return 2.5 if deciding and caused and each.zone is not Zone.BOILERPLATE else 0
