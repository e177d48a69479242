"""What a paper of the chart calls itself, so that a letter names a consultation as one."""

import re

from wellfounded.model.document import Document

HEAD = 500  # characters in which a note says what it is
TITLE = 90  # characters of a line that may be a title; a sentence that names a paper is none
LONG = 3  # pages above which a file holds several notes
KINDS = (
    *("consultation", "consult", "discharge summary", "operative report", "operative note", "therapy summary"),
    *("treatment summary", "progress note", "procedure note", "hospital summary", "history and physical"),
    *("new patient visit", "return visit", "follow-up visit", "office visit", "annual exam", "evaluation"),
    *("telephone encounter", "phone note", "radiology report", "laboratory report", "pathology report", "sleep study"),
    *("polysomnogram", "overnight oximetry", "oximetry report", "headache calendar", "spirometry", "rehabilitation"),
)
SMALL = {"new", "the", "and", "of"}
# One or two words may stand before the kind: "TMS consultation", "pulmonary rehabilitation summary".
NOTE = re.compile(rf"(?<![\w-])(?:[A-Z][\w-]+ ){{0,2}}(?:{'|'.join(KINDS)})(?: summary)?\b", re.IGNORECASE)


def called(document: Document) -> str:
    """Give what a note calls itself in its head: "TMS consultation"; "chart notes" of several, else "chart note"."""
    if len(document.pages) > LONG:
        return "chart notes"
    head = [line.strip() for line in document.text[:HEAD].splitlines()]
    titles = (NOTE.search(line) for line in head if len(line) <= TITLE and not line.endswith("."))
    found = next((each for each in titles if each is not None), None)
    if found is None:
        return "chart note"
    plain = {word for kind in KINDS for word in kind.split()} | SMALL
    return " ".join(word if _initials(word, plain) else word.lower() for word in found[0].split())


def _initials(word: str, plain: set[str]) -> bool:
    """Whether a word in capitals is an abbreviation, as TMS or MRI, and no word of a heading in capitals."""
    return word.isupper() and len(word) < 4 and word.lower() not in plain


def shortly(kind: str) -> str:
    """Give the last word of a kind, for a note that was named in full before: "consultation"."""
    return kind.rpartition(" ")[2]
