"""A letter by a clinician or a patient to a payer: of medical necessity, or an appeal."""

from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer import notice
from wellfounded.read.payer.paper import head, paper
from wellfounded.read.payer.phrases import phrases

NAME = "letter"
FAMILY = "letter"

TITLE = phrases("(letter|statement|certificate|certification) of medical necessity")
ASKS = (
    TITLE,
    phrases(
        """
        I am ~2 (writing|requesting|appealing|asking|submitting) | I write | we write
        I (wish|want|would like) (you )?to ~2 (appeal|request|dispute|change|reconsider)
        I (respectfully )?(request|appeal|urge|ask|disagree|recommend|certify|attest|need)
        we (are writing|respectfully|are appealing|request|ask|urge|recommend) | please send me
        this letter is (in support|to request|to appeal|on behalf)* | please accept this letter
        """
    ),
    phrases(
        """
        my patient | our patient | on behalf of (my|our|mr|ms|mrs) | this patient | under my care
            | my (doctor|physician)
        I have (treated|been treating|prescribed|recommended|followed|cared for|read this evaluation)
        I (treat|follow|prescribed|recommended|diagnosed|order) | was seen for | (he|she|they) (was|were) started on
        (equipment|treatment|product) (is )?recommended | recommended (treatment|equipment|product)
        """
    ),
    phrases(
        """
        (reconsider|overturn|reverse|approve|authori[sz]e|change) ~4 (decision|denial|request|coverage|claim
            |treatment)
        (appeal|appealing) ~3 (of|the|your|this) ~3 (denial|decision|determination) | formal appeal
        first[ -]level appeal | your (decision|denial|notice|letter) (of|dated) | claim file
        request ~4 (coverage|authori[sz]ation|approval|reconsideration|exception) (of|for)*
        """
    ),
    phrases(
        """
        (dear|to the) ~2 (medical director|claims|appeals?|reviewer|sir|madam|colleague|utili[sz]ation|plan
            |administrator|insurance)*
        to whom it may concern | att(n|ention):? ~2 (medical director|appeals|utili[sz]ation|claims|pharmacy)*
        """
    ),
    phrases(
        """
        in my (medical|clinical|professional) ~1 (opinion|judge?ment) | medically necessary (for|because|to)
        peer[ -]to[ -]peer | do not hesitate | enclosed (please )?find | I can be reached
            | without this ~2 (equipment|treatment|device|drug)
        if you (have any questions|need ~3 information) | (provider|physician|prescriber) signature | at risk of
        """
    ),
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
    page = head(document)
    voice = sum(bool(part.search(page.plain)) for part in ASKS) / len(ASKS)
    payer = len({found[0].lower()[:12] for found in PAYER.finditer(page.plain)})
    note = len({found[0].lower() for found in NOTE.finditer(page.plain)})
    titled = 0.35 * any(TITLE.match(line.text) for line in page.lines[:8])
    return max(0.0, min(0.95, titled + 1.25 * voice - 0.15 * payer - 0.12 * max(0, note - 1)))


def read(document: Document) -> Reading:
    """Read whom it is about, when it was written and what it asks for."""
    return Reading(document.source.id, Kind.LETTER, notice.fields(paper(document), Kind.LETTER))
