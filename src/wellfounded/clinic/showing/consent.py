"""Whether somebody must consent in writing before a provider's appeal counts, and what shows that they did."""

import re
from dataclasses import dataclass

from wellfounded.clinic.models import Matter, Pick
from wellfounded.clinic.showing.asked import Asked
from wellfounded.model.basis import Quote
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS
from wellfounded.model.letter import Letter

SAID = "consent"  # the name under which a person's word for it is kept beside the pages chosen
LAW = (
    "A provider may file a Medicaid enrollee\u2019s appeal only with their written consent (42 CFR 438.402(c)(1)(ii))."
)
SENTENCE = re.compile(
    r"[^.!?\f]*\b(?:(?:written|signed)\s+(?:consent|permission|authori[sz]ation)"
    r"|(?:consent|permission|authori[sz]ation)\s+in\s+writing)\b[^.!?\f]*[.!?]?",
    re.IGNORECASE,
)
FOR_YOU = re.compile(
    r"\b(?:provider|doctor|physician|prescriber|clinician|practitioner|some(?:one|body)\s+(?:else|to\s+act)"
    r"|another\s+person|on\s+your\s+behalf|act\s+for\s+you)\b",
    re.IGNORECASE,
)
FILES = re.compile(r"\b(?:appeals?|file|ask|request|act)\b", re.IGNORECASE)
NOT_NEEDED = re.compile(r"\b(?:does|do|is|are|need)(?:\s+not|n.t)\s+(?:need|require|necessary)\b", re.IGNORECASE)
WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
BARRED = re.compile(r"\b(?:can|may|will|must|could)\s*(?:not\b|n.t\b)|\bcan.t\b|\bunable\b", re.IGNORECASE)
ON = r"(?:[^.]|\b(?:Dr|Mr|Ms|Mrs)\.)"  # on within the sentence
GIVEN = re.compile(
    rf"\bI\b{ON}{{0,80}}\b(?:consent|authori[sz]e|permit|agree|appoint)\b{ON}{{0,160}}\bappeal"
    rf"|\bconsent\s+(?:to|for|of)\b{ON}{{0,60}}\bappeal",
    re.IGNORECASE,
)
WORD = re.compile(
    rf"\b(?:consent\w*|authori[sz]ed\s+representative|appoint\w*)\b{ON}*\bappeal"
    rf"|\bappeal{ON}*\b(?:consent\w*|authori[sz]ed\s+representative|appoint\w*)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(r"\b(?:not|no|never|refuse[sd]?|without|n.t)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Consent:
    """Why it is asked for, in the notice's words or the law's, and what settles it (nothing: it is not settled)."""

    why: str
    quote: Quote | None
    settled: str


def consent(letter: Letter, case: Case, matter: Matter) -> Consent | None:
    """Give what the patient's written consent waits for; None where a provider's appeal needs none that is known."""
    own = case.patient.name is not None and letter.signer.name == case.patient.name
    if "appeal" not in letter.kind or own:
        return None
    quote = asked(case)
    market = case.coverage.market.value if case.coverage.market else ""
    if quote is None and not market.startswith(("medicaid", "chip")):
        return None
    return Consent(" ".join(quote.exact.split()) if quote else LAW, quote, _settled(case, matter))


def asked(case: Case) -> Quote | None:
    """Give the sentence of the latest refusal that lets a provider appeal with the patient's written consent."""
    reading = case.reading(*REFUSALS)
    document = next((d for d in case.documents if reading is not None and d.source.id == reading.source), None)
    if document is None:
        return None
    span = asking(document.text)
    return document.quote(*span) if span is not None else None


def asking(text: str) -> tuple[int, int] | None:
    """Give where *text* lets another person appeal with the patient's written consent alone; None where nowhere."""
    for found in SENTENCE.finditer(text):
        words = found[0]
        free = NOT_NEEDED.search(words) or (WITHOUT.search(words) and not BARRED.search(words))
        if FOR_YOU.search(words) and FILES.search(words) and not free:
            start = found.start() + len(words) - len(words.lstrip())
            return start, start + len(words.strip())
    return None


def given(text: str) -> bool:
    """Whether a paper reads as a consent to an appeal, signed or not."""
    found = GIVEN.search(text)
    return found is not None and not REFUSED.search(found[0])


def attested(says: str) -> bool:
    """Whether a person's statement says that there is a consent to the appeal; one to the treatment is another."""
    return WORD.search(says) is not None and not REFUSED.search(says)


def tasks(letter: Letter | None, case: Case, matter: Matter) -> list[Asked]:
    """Give the task to get the consent the notice asks for; none once something settles it."""
    held = consent(letter, case, matter) if letter is not None else None
    if held is None or held.quote is None or held.settled:
        return []
    return [
        Asked("the patient\u2019s signed consent to this appeal, which the notice asks for", held.quote, None, SAID)
    ]


def _settled(case: Case, matter: Matter) -> str:
    said = Pick.objects.filter(matter=matter, source=SAID).select_related("by").first()
    if said is not None:
        return f"{said.by.name}: {said.why}"
    for each in case.attestations:
        if attested(each.says):
            return f"{each.by}: {each.says}"
    for document in case.documents:
        place = document.source.path.partition("/")[0]
        if place not in {"payer", "policy"} and given(document.text):
            return f"{document.source.path.rpartition('/')[2]} reads as that consent: see that it is signed."
    return ""
