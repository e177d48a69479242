"""What a paper of the chart calls itself, so that a letter names a consultation as one."""

import re

from wellfounded.model.document import Document

HEAD = 500  # characters in which a note says what it is
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
    found = NOTE.search(document.text[:HEAD])
    if found is None or "\n" in found[0]:
        return "chart note"
    plain = {word for kind in KINDS for word in kind.split()}
    words = found[0].split()
    return " ".join(word if word.isupper() and word.lower() not in plain | SMALL else word.lower() for word in words)


def shortly(kind: str) -> str:
    """Give the last word of a kind, for a note that was named in full before: "consultation"."""
    return kind.rpartition(" ")[2]
