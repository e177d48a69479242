"""A letter by a clinician or a patient to a payer: of medical necessity, or an appeal."""

from collections.abc import Iterator

from wellfounded.model.determination import Field, Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer import asked, codes, identifiers, people
from wellfounded.read.payer.paper import Paper, paper
from wellfounded.read.payer.phrases import phrases

NAME = "letter"

ASKS = (
    phrases("""
        letter of medical necessity | statement of medical necessity | certificate of medical necessity
        physician'?s? statement
        """),
    phrases("""
        I am ~2 (writing|requesting|appealing|asking|submitting)
        I (wish|want|would like) to ~2 (appeal|request|dispute)
        I (respectfully )?(request|appeal|urge|ask|disagree|recommend|certify|attest)
        we (are writing|respectfully|are appealing|request that you)
        this letter is (in support|to request|to appeal|on behalf)* | please accept this letter
        """),
    phrases("""
        my patient | our patient | on behalf of (my|our|mr|ms|mrs) | this patient | under my care
        I have (treated|been treating|prescribed|recommended|followed|cared for)
        I (treat|follow|prescribed|recommended|diagnosed)
        """),
    phrases("""
        (reconsider|overturn|reverse|approve|authori[sz]e) ~4 (decision|denial|request|coverage|claim|treatment)
        (appeal|appealing) ~3 (of|the|your|this) ~3 (denial|decision|determination) | formal appeal
        first[ -]level appeal
        request ~4 (coverage|authori[sz]ation|approval|reconsideration|exception) (of|for)*
        """),
    phrases("""
        dear ~2 (medical director|claims|appeals|reviewer|sir|madam|colleague|utili[sz]ation|plan|administrator
            |insurance)*
        to whom it may concern | attn:? ~2 (medical director|appeals|utili[sz]ation|claims)*
        attention:? ~2 (medical director|appeals|utili[sz]ation|claims)*
        """),
    phrases("""
        in my (medical|clinical|professional) ~1 (opinion|judge?ment) | medically necessary (for|because|to)
        peer[ -]to[ -]peer | do not hesitate | enclosed (please )?find
        if you (have any questions|need ~3 information)
        """),
)
PAYER = phrases(
    """
    we (have|has) ~2 (denied|determined|decided|reviewed your|received your request|completed)
        | you (may|can|have the right to) ~3 (appeal|file|request) | your (request|claim|appeal) (has been|was|is)
        | member services | this is not a bill | your appeal rights
    our (decision|determination|records show) | your (plan|benefits|coverage|policy) (does|do|covers?|is|requires?)
    """
)
NOTE = phrases(
    """
        chief complaint | HPI | history of present illness | review of systems | vitals? | objective
        subjective | follow[ -]?up ~2 (visit|weeks) | MRN
        """
)


def score(document: Document) -> float:
    """Give how sure it is that this asks a payer for something, in the first person or for a patient."""
    page = paper(document)
    voice = sum(bool(part.search(page.plain)) for part in ASKS) / len(ASKS)
    payer = len({found[0].lower()[:12] for found in PAYER.finditer(page.plain)})
    note = len({found[0].lower() for found in NOTE.finditer(page.plain)})
    return max(0.0, min(0.95, 1.25 * voice - 0.15 * payer - 0.12 * max(0, note - 1)))


def read(document: Document) -> Reading:
    """Read whom it is about and what it asks for."""
    return Reading(document.source.id, Kind.LETTER, tuple(_fields(paper(document))))


def _fields(page: Paper) -> Iterator[Field]:
    yield from identifiers.identifiers(page)
    yield from people.patient(page)
    yield from asked.asked(page)
    yield from codes.codes(page)
