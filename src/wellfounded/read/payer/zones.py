"""Which part of a notice a sentence stands in: the decision and why, the rights, or what every letter carries.

Headings say it first; a sentence's own words can say otherwise, for many letters have no headings.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from wellfounded.read.payer.paper import Line, Paper, Sentence
from wellfounded.read.payer.phrases import phrases
from wellfounded.wire.caseless import Caseless


class Zone(StrEnum):
    """The parts that matter to a reader of decisions."""

    WHY = "why"
    PLAIN = "plain"
    RIGHTS = "rights"
    REVIEW = "review"  # external or independent review, fair hearing, ombudsman, regulator
    TALK = "talk"  # peer-to-peer
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence with its zone and the heading above it."""

    sentence: Sentence
    zone: Zone
    heading: str


HEADINGS = (
    (
        Zone.BOILERPLATE,
        (
            r"another reason|reasons? (?:we|a plan|plans|claims) (?:may|can|might|are)|other reasons|languag"
            r"|non-?discriminat|discriminat|definition|glossary|what .{0,20}terms? mean|fraud|privacy"
            r"|accessib|fair treatment|tagline|translation"
            r"|help in your|sprachhilfe|important numbers|about this (?:form|notice)|how to read"
            r"|codes\s+used|code descriptions? general|disclosure|get help in"
        ),
    ),
    (
        Zone.TALK,
        (
            r"peer|speak with|talk (?:with|to)|discuss (?:this|the)|for (?:your )?(?:provider|prescriber"
            r"|physician)s?\b"
        ),
    ),
    (
        Zone.REVIEW,
        (
            r"external|independent|fair hearing|ombuds|regulator|department of insurance|outside (?:help"
            r"|review)|if you are still|complaints? to|state help|court|civil action"
        ),
    ),
    (
        Zone.RIGHTS,
        (
            r"appeal|your rights?|right to|reconsider|redetermin|grievance|dispute|rechtsbehelf|widerspruch"
            r"|disagree|don't agree|do not agree|what (?:you(?! (?:asked|requested|wanted|sent|told))|can you"
            r"|if you)|next steps?|unhappy|complain"
            r"|keep(?:ing)? (?:your|getting)|how to (?:file|ask|submit)|copies|your file|how long (?:you"
            r"|do) |when we (?:will )?decide|cannot wait|help|who regulates"
            r"|continu\w+ (?:of )?(?:your )?(?:benefits|services)"
            r"|what happens next|what you should|if you (?:have|need|want)|correct(?:ed|ing)|resubmi"
            r"|questions|representative|important information"
        ),
    ),
    (
        Zone.WHY,
        (
            r"why|reason|rationale|basis|determination|decision|finding|explanation|begr(?:ü|ue)ndung"
            r"|entscheidung|clinical|criteria|guideline|outcome|result|review summary|what we (?:decided"
            r"|found)|denied|denial"
        ),
    ),
)
COMPILED = tuple((zone, Caseless(pattern)) for zone, pattern in HEADINGS)

PROCEDURE = Caseless(
    r"\b(?<!which )(?<!that )(?:you|your (?:doctor|provider|prescriber|representative)|a (?:provider|member)|enrollees?"
    r"|members?|providers?|sie)\b[^.]{0,60}"
    r"\b(?:may|can|have (?:the|a) right|are entitled|must|should|k(?:ö|oe)nnen|haben)\b[^.]{0,100}"
    r"\b(?:appeal|ask|request|file|submit|send|write|contact|call|complain\w*|einlegen|widerspruch"
    r"|copies|copy|reconsider\w*|review|hearing|represent)",
)
RIGHT = Caseless(
    r"\b(?:right to (?:an? )?(?:appeal|external|fair|request|file)|appeal rights|if you (?:disagree"
    r"|do not agree|don't agree|believe|think|wish|want|would like)|to (?:file|request|ask for"
    r"|start) an? (?:appeal|review|reconsideration|redetermination|hearing))",
)
REVIEW = Caseless(
    r"\b(?:external (?:review|appeal)|independent (?:medical |external |review|organi)|fair hearing"
    r"|ombuds|department of (?:insurance|managed)|insurance commissioner|fspo\b|fidrec|afca\b"
    r"|sozialgericht)",
)
TALK = Caseless(
    r"(?:peer|physician|doctor|provider)[\s-]to[\s-](?:peer|physician|doctor|reviewer)"
    r"|peer\s+(?:discussion|review|call|conversation)|(?:speak|talk|discuss|conversation"
    r"|consult)\b[^.]{0,80}\b(?:medical director|physician reviewer|reviewing (?:physician"
    r"|clinician)|clinical reviewer|reviewer|medizinischen? dienst)|\bp2p\b|\bclinical\s+(?:call|discussion"
    r"|conversation)\b|\breach\s+(?:me|our\s+(?:doctor|physician))\b|(?:speak|talk)\s+(?:to|with)\s+(?:Dr\b"
    r"|our\s+(?:doctor|physician|pharmacist))|(?:telephone|call|ring"
    r"|phone)\s+(?:our|the)\s+(?:consultant|medical\s+advis[eo]r|reviewer|medical\s+director)"
    r"|(?:reviewer|medical director)\b[^.]{0,60}\bavailable (?:for|to)\b"
    r"|\b(?:doctor|physician|provider|prescriber|clinician|surgeon|specialist)s?\s+(?:may|can|is\s+welcome\s+to)\s+"
    r"(?:talk|speak)\s+(?:with|to)\s+(?:ours|us|one\s+of\s+ours)\b"
    r"|\b(?:reached|called|available)\b[^.]{0,20}\b(?:to\s+(?:discuss|talk\s+(?:over|about))|for\s+(?:a\s+)?discussion)\b"
    r"|\b(?:doctor|physician|provider|prescriber)\s+(?:can|may)\s+(?:talk|speak)\s+(?:with|to)\s+(?:him|her|them)\b",
)
GENERAL = phrases(  # said of any request, in every letter
    """
    does not discriminate | free of charge to people | aids and services | language assistance | servicios gratuitos
    asistencia ling* | kostenlos* sprach* | si habla | civil rights | not a guarantee of payment
    does not guarantee payment | subject to (eligibility|all terms|the terms)
    (adverse (benefit )?determination|adverse decision|denial) (means|includes|may be)
    reasons ~2 (may|can|could|might) include | (we|plans?) may deny | is also used | form is used
    any decision (in which|that|to) | decisions? (such as|like|including) | (that|this|which) includes
    including (a|any) (denial|decision|determination) | in some cases | (some|certain) plans
    a claim (may|can) be denied | common reasons | examples of | such as a decision
    if your (plan|coverage|claim|request) (is|was) | any (of the following|denial)
    """
)
OURS = phrases(
    "(your|this|the) (request|claim|appeal|service|item|drug)s? ~4 (denied|declined|refused|not|cannot|rejected)"
)


SALUTATION = Caseless(r"(?:Dear|Sehr\s+geehrte|To\s+whom)\b")
CLOSING = Caseless(
    r"(?:(?:yours\s+)?(?:sincerely|truly|faithfully|respectfully)|(?:kind|best|warm|with)?\s*regards|thank\s+you"
    r"|mit\s+freundlichen?\s+gr\S+|yours\s+\w+|cordially)\b[^.]{0,20}$",
)
RUN_IN = re.compile(r"(?P<head>[A-Z][\w'\s/-]{2,58}?)(?:[:.?]|\s-)\s+(?=[A-Z\"(])")
VERB = Caseless(r"\b(?:is|are|was|were|has|have|had|do|does|did|will|can|may|must|shall|we|you|it|they|i)\b")
CAPITALS = re.compile(r"[A-Z][A-Z'-]+(?: [A-Z'-]+){1,9}:?")  # a heading beside its text: two words or more
PROSE = 60  # characters of the first sentence of running text, where no salutation says that the letter begins
ASIDE = re.compile(r"\s*\([^()]*\)$")
AFTER_CLOSING = Caseless(r"rationale|reason|why|clinical\s+criteria")


@lru_cache(maxsize=8)
def placed(paper: Paper) -> tuple[Placed, ...]:
    """Give every sentence with its zone: the heading over it, the words that open its paragraph, its own words.

    What stands before the salutation heads the letter and not a part of it; what follows the closing is the signature.
    """
    greeted = next((line.start for line in paper.lines[:60] if SALUTATION.match(line.text)), None)
    if greeted is None:
        greeted = next((one.start for one in paper.sentences if _is_prose(one.text) and len(one.text) > PROSE), 0)
    starts = {line.start: line for line in paper.lines}
    found: list[Placed] = []
    zone, heading, closed = Zone.PLAIN, "", False
    for sentence in paper.sentences:
        line = starts.get(sentence.start)
        if line is not None:
            if sentence.start == greeted:
                zone, heading = Zone.PLAIN, ""
            if CLOSING.match(line.text) and sentence.start > greeted and len(line.text) < 60:
                zone, heading, closed = Zone.BOILERPLATE, "", True
            turned = _turn(line, sentence, closed=closed)
            if turned is not None and (sentence.start >= greeted or turned is Zone.WHY):
                zone, heading = turned, line.text[:90]
        found.append(Placed(sentence, _own(sentence.text, zone), heading))
    return tuple(found)


def placed_at(paper: Paper, offset: int) -> Placed:
    """Give the sentence that holds *offset*, with its zone."""
    held = placed(paper)[0]
    for each in placed(paper):
        if each.sentence.start > offset:
            break
        held = each
    return held


def _turn(line: Line, sentence: Sentence, *, closed: bool) -> Zone | None:
    """Give the zone a line opens: as a heading of its own, or as the words that run into its paragraph."""
    if is_heading(line):
        zone = _zone(line.text)
        if zone is Zone.WHY and closed and not AFTER_CLOSING.search(line.text):
            return None
        return zone or (Zone.PLAIN if line.gap and line.text.isupper() and not closed else None)
    if len(line.cells) > 1 and not closed and CAPITALS.fullmatch(line.cells[0].text):
        return _zone(line.cells[0].text)
    run_in = RUN_IN.match(sentence.text) or RUN_IN.match(line.text)
    stated = run_in and line.text[run_in.end("head") : run_in.end("head") + 1] == "." and VERB.search(run_in["head"])
    if (
        run_in
        and not stated
        and len(run_in["head"].split()) <= 8
        and _is_prose(line.text[run_in.end() :])
        and not closed
    ):
        return _zone(run_in["head"])
    return None


def _is_prose(text: str) -> bool:
    return len(re.findall(r"\b[a-z]{2,}\b", text)) >= 4


def _zone(text: str) -> Zone | None:
    return next((zone for zone, pattern in COMPILED if pattern.search(text)), None)


def is_heading(line: Line) -> bool:
    """Whether a line has the build of a heading: short, no full stop, capitals or a question or a lone label."""
    text = line.text.strip()
    loud = ASIDE.sub("", text)
    text = loud if loud.isupper() else text  # "HOW TO ASK AGAIN (see section 8 of the brochure)"
    if len(line.cells) > 1 or len(text) > 90 or not any(letter.isalpha() for letter in text):
        return False
    words = text.split()
    if len(words) > 12 or text[-1] in ".,;" or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text.isupper() or text.endswith("?") or (text.endswith(":") and len(words) <= 8):
        return True
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    titled = all(word[0].isupper() for word in long_words) and not re.search(r":\s*\S", text)
    return (line.gap and len(words) <= 9 and not re.search(r"\d{3}|:\s*\S", text)) or (
        titled and len(words) <= 8 and bool(long_words)
    )


def _own(text: str, zone: Zone) -> Zone:
    if GENERAL.search(text) and zone is not Zone.WHY and not OURS.search(text):
        return Zone.BOILERPLATE
    if TALK.search(text):
        return Zone.TALK
    if zone in {Zone.BOILERPLATE, Zone.REVIEW, Zone.RIGHTS}:
        return zone
    if PROCEDURE.search(text) or RIGHT.search(text):
        return Zone.REVIEW if REVIEW.search(text) else Zone.RIGHTS
    return Zone.REVIEW if REVIEW.search(text) and zone is not Zone.WHY else zone
