"""A payer's letter about one request or claim: a decision, a pend, a request for information, a transition fill."""

from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer import decision, identifiers, notice, payer_name, verdict, when
from wellfounded.read.payer.paper import Paper, head, paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.zones import Zone, placed

NAME = "payer_notice"
FAMILY = "notice"

VOICE = phrases(
    """
    we | our | us | wir | unser* | the (plan|insurer|company)
    """
)
MATTER = phrases(
    """
    authori[sz]ation | determination | utili[sz]ation | prior authori[sz]ation | pre-?authori[sz]ation | coverage
        | your (claim|plan|request|policy|benefits?|cover) | claim | benefits? | kosten(ü|ue)bernahme | antrag
        | leistung | cashless
    treatment requested | service requested | formulary
    """
)
IDLE = (Kind.OTHER, Kind.LETTER)
PLAIN = 4.0  # what a title, or a label with its outcome, weighs
TOP = 300  # characters in which a paper says what it is
TITLED = phrases(
    """
    notice | letter | denial | denied | determination | decision | approval | approved | authori[sz]ation
        | certification
    response | request | bescheid | cover
    """
)
GUIDE = phrases("how to | guide | tips | steps | frequently asked | what is an? | template | sample | understanding")
GREETING = phrases("dear | to whom | sehr geehrte* | attention | attn")
CLINICIAN = phrases(
    """
    my patient | our patient | on behalf of (my|our) patient | I am ~2 (writing|requesting|appealing)
        | I (respectfully|urge|recommend|certify) | I (have )?(treated|prescribed|evaluated|examined|diagnosed)
        | in my (medical|clinical|professional) (opinion|judge?ment)
    they (also )?(say|said|says|want|need|denied|refused|approved) | (us|me|we) to appeal
        | (he|she|patient|mom|dad) called
    """
)
NOTE = phrases(
    """
    HPI | chief complaint | history of present illness | review of systems | physical exam
        | assessment (and|&|/) plan | vitals | subjective | objective | past medical history | MRN | A/P
        | telephone encounter | progress note | pt (called|reports|denies)
    """
)
RULEBOOK = phrases(
    "(is|are|may be) considered medically necessary | requirements apply | request for ~4 must "
    "| policy history | criteria for (initial"
    "|continuation|approval) | covered when | (all|one) of the following (criteria|are met|must)"
)
RIGHTS = (Zone.RIGHTS, Zone.REVIEW, Zone.TALK)


def score(document: Document) -> float:
    """Give how sure it is that a payer wrote this to decide, or to ask before deciding, one matter."""
    page = head(document)
    if not page.lines:
        return 0.0
    if verdict.kind(page) in IDLE:  # it decides nothing, and still says whose it is and when
        return 0.35 if next(identifiers.identifiers(page), None) else 0.0
    known, payers, greeted, dated = (
        next(identifiers.identifiers(page), None),
        next(payer_name.payer(page), None),
        GREETING.search(page.plain),
        next(when.days(page, european=False, given=False), None),
    )
    addressed = known or payers or greeted or dated  # an article about denials tells of rights, and is to nobody
    found = decision.tally(page)
    signs = (
        (0.25, True),
        (0.15, decision.firm(page)),
        (0.05, max(found.deny, found.approve, found.partial, found.pend, found.inform, found.transition) >= PLAIN),
        (0.1, VOICE.search(page.plain)),
        (0.1, MATTER.search(page.plain)),
        (0.15, TITLED.search(page.plain[:TOP]) and not GUIDE.search(page.plain[:TOP])),
        (0.1, greeted),
        (0.2, known),
        (0.15, payers),
        (0.1, known and payers and dated),
        (0.15, addressed and any(each.zone in RIGHTS for each in placed(page))),
    )
    against = 0.25 * len({found[0].lower() for found in CLINICIAN.finditer(page.plain)}) + 0.15 * len(
        {found[0].lower() for found in NOTE.finditer(page.plain)}
    )
    sure = sum(weight for weight, sign in signs if sign) - against - 0.25 * bool(RULEBOOK.search(page.plain))
    return round(max(0.0, min(0.92, (sure - 0.45) * 2)), 3)  # a paper that only mentions a decision stays under a third


def read(document: Document) -> Reading:
    """Read the notice."""
    page: Paper = paper(document)
    kind = verdict.kind(page)
    return Reading(document.source.id, kind, notice.fields(page, kind))
