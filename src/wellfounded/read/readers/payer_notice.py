"""A payer's letter about one request or claim: a decision, a pend, a request for information, a transition fill."""

import re

from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer import decision, notice
from wellfounded.read.payer.paper import Paper, paper

NAME = "payer_notice"

PAYER_VOICE = (
    r"\b(?:we|our|us|wir)\b",
    (
        r"member\s*(?:id|number|name|#)|subscriber|enrollee|claim\s*(?:number|no|#)|versicherten"
        r"|reference\s*(?:number|no|#)"
    ),
    (
        r"appeal|reconsideration|redetermination|grievance|widerspruch|external\s+review|fair\s+hearing"
        r"|ombuds"
    ),
    (
        r"determination|utili[sz]ation|prior\s+authori[sz]ation|pre-?authori[sz]ation|coverage"
        r"|kosten(?:ü|ue)bernahme|claim|your\s+plan|benefit"
    ),
    r"dear\s+(?:member|mr|ms|mrs|dr|provider|[A-Z][a-z]+)|to\s+whom|sehr\s+geehrte",
    (
        r"medical\s+director|member\s+services|customer\s+service|claims\s+department|sincerely|yours"
        r"|mit\s+freundlichen"
    ),
)
CLINICIAN_VOICE = re.compile(
    (
        r"\bmy\s+patient|\bI\s+am\s+(?:writing|requesting|appealing)|I\s+(?:respectfully|request|urge"
        r"|recommend|have\s+treated)|letter\s+of\s+medical\s+necessity\s+for"
        r"|on\s+behalf\s+of\s+my\s+patient|please\s+(?:reconsider|approve|overturn)"
    ),
    re.IGNORECASE,
)
CHART_VOICE = re.compile(
    (
        r"\b(?:HPI|chief\s+complaint|history\s+of\s+present\s+illness|review\s+of\s+systems"
        r"|physical\s+exam|assessment\s+(?:and|&|/)\s+plan|vitals?:|subjective:|objective:"
        r"|past\s+medical\s+history)\b"
    ),
    re.IGNORECASE,
)


def score(document: Document) -> float:
    """Give how sure it is that a payer wrote this to decide, or to ask before deciding, one matter."""
    page = paper(document)
    if not page.lines:
        return 0.0
    voice = sum(bool(re.search(pattern, page.plain, re.IGNORECASE)) for pattern in PAYER_VOICE) / len(PAYER_VOICE)
    if decision.kind(decision.tally(page)) is Kind.OTHER:
        voice *= 0.4
    voice -= 0.3 * min(2, len(CLINICIAN_VOICE.findall(page.plain))) + 0.2 * min(3, len(CHART_VOICE.findall(page.plain)))
    return max(0.0, min(0.9, voice))


def read(document: Document) -> Reading:
    """Read the notice."""
    page: Paper = paper(document)
    kind = decision.kind(decision.tally(page))
    return Reading(document.source.id, kind, notice.fields(page, kind))
