"""What a paper of the chart calls itself, so that a letter names a consultation as one, and a fill history as one."""

import re

from wellfounded.model.document import Document

HEAD = 500  # characters in which a note says what it is
LINES = 4  # lines of text in which its title stands
GREETED = 1500  # characters in which a letter greets its reader
TITLE = 90  # characters of a line that may be a title; a sentence that names a paper is none
LONG = 3  # pages above which a file holds several notes
KINDS = (
    *("consultation", "consult", "discharge summary", "operative report", "operative note", "therapy summary"),
    *("treatment summary", "progress note", "procedure note", "hospital summary", "history and physical"),
    *("new patient visit", "return visit", "follow-up visit", "office visit", "annual exam", "evaluation"),
    *("telephone encounter", "phone note", "radiology report", "laboratory report", "pathology report", "sleep study"),
    *("polysomnogram", "overnight oximetry", "oximetry report", "headache calendar", "spirometry"),
    *("rehabilitation summary", "rehabilitation report", "progress report", "attendance log", "counseling notes"),
)
SMALL = {"new", "the", "and", "of", "log", "for", "day", "use"}
# One or two words may stand before the kind: "TMS consultation", "pulmonary rehabilitation summary".
NOTE = re.compile(rf"(?<![\w-])(?:[A-Z][\w-]+ ){{0,2}}(?:{'|'.join(KINDS)})(?: summary)?\b", re.IGNORECASE)
# A title that is a line, or a column of it, whole: "Dispensing history", "NURSING FLOWSHEET", "Therapy usage report".
WHOLE = re.compile(
    r"(?!(?:past|medical|social|family|surgical|clinical|medication|present|final|preliminary)\b)"
    r"(?:[A-Za-z][\w&/-]* ){1,5}"
    r"(?:reports?|history|notes?|log|flowsheets?|encounters?|letter|evaluation|assessment|summary|results?|records?|"
    r"plan|update|download|diary|calendar|certificate|referral|study|visit)",
    re.IGNORECASE,
)
# The same of a therapist's notes; the first column of a paper may be a house that is called so.
THERAPY = re.compile(r"(?:[A-Za-z]+ ){1,4}(?:therapy|counseling|management)", re.IGNORECASE)
VISIT = re.compile(
    r"^\s*(?:HPI|CC|Chief complaint|Interval|Subjective|S|Assessment|Exam) ?:", re.MULTILINE | re.IGNORECASE
)
COLUMN = re.compile(r"\s{2,}|\t| [-\u2013\u2014|] ")  # what parts a title from the name, day or letterhead beside it
GREETING = re.compile(r"^\s*(?:Dear\b.{2,60}|To (?:Dr\.|whom)[^:\n]{2,40}[:,]\s*$)", re.MULTILINE)
SENT = re.compile(r"^From:.*\bTo:|^From:[^\n]*\n+To:", re.MULTILINE)
# The part of a house that made a paper without a title of its own.
MADE_BY = (
    (re.compile(r"\bemergency department\b", re.IGNORECASE), "emergency department record"),
    (re.compile(r"\bradiology\b", re.IGNORECASE), "radiology reports"),
    (re.compile(r"\bimaging\b", re.IGNORECASE), "imaging reports"),
    (re.compile(r"\blaborator(?:y|ies)\b", re.IGNORECASE), "laboratory results"),
    (re.compile(r"\bpharmacy\b", re.IGNORECASE), "pharmacy record"),
    (re.compile(r"\bnew patient\b", re.IGNORECASE), "new patient visit"),
    (re.compile(r"\bfollow-up\b", re.IGNORECASE), "follow-up visit"),
)
ACCESSION = re.compile(r"\bAccession(?: (?:no\.?|number|#))?:?\s*([A-Z0-9][A-Z0-9-]*\d)\b")
INITIALS = {"LLC", "PLLC", "LLP", "PC", "PA", "MD", "ENT", "ED", "VA", "UC", "NYU", "USC", "II", "III"}
HOUSE = re.compile(r"[A-Z][A-Z&.,'\u2019 -]{7,60}")


def called(document: Document) -> str:
    """Give what a paper calls itself in its head: "TMS consultation", "dispensing history"; else "chart note"."""
    if len(document.pages) > LONG:
        return "chart notes"
    head = [line.strip() for line in document.text[:HEAD].splitlines()]
    titles = [line for line in head if len(line) <= TITLE and not line.endswith(".")]
    found = next((each for line in titles if (each := NOTE.search(line)) is not None), None)
    top = [line for line in head if line and not line.endswith(".")][:LINES]
    columns = [column.strip(" :") for line in top for column in COLUMN.split(line)]
    whole = next((column for column in columns if WHOLE.fullmatch(column)), "")
    therapy = next((column for column in columns[1:] if THERAPY.fullmatch(column)), "")
    whole = whole or (f"{therapy} notes" if therapy else "")
    if found is not None or whole:
        plain = {word for kind in KINDS for word in kind.split()} | SMALL
        words = (whole or found[0] if found is not None else whole).split()
        return " ".join(word if _initials(word, plain) else word.lower() for word in words)
    if GREETING.search(document.text[:GREETED]):
        return "letter"
    if SENT.search(document.text[:HEAD]):
        return "message"
    return next((kind for made, kind in MADE_BY if any(made.search(line) for line in top)), "chart note")


def titled(document: Document) -> str:
    """Give what a list of enclosures calls it: a chart note that tells of an examination is a "visit note"."""
    held = called(document)
    return "visit note" if held == "chart note" and VISIT.search(document.text[:GREETED]) else held


def accession(document: Document) -> str:
    """Give the number under which a laboratory keeps a report, where its head prints one."""
    found = ACCESSION.search(document.text[:HEAD])
    return found[1] if found is not None else ""


def house(document: Document) -> str:
    """Give the house whose name in capitals opens a paper: "Northland Specialty Pharmacy"; empty where none does."""
    first = next((line.strip() for line in document.text[:HEAD].splitlines() if line.strip()), "")
    name = COLUMN.split(first)[0].strip(" ,")
    if HOUSE.fullmatch(name) is None or WHOLE.fullmatch(name) or NOTE.search(name) or len(name.split()) < 2:
        return ""
    words = name.split()
    return " ".join(word.lower() if n and word.lower() in SMALL else _named(word) for n, word in enumerate(words))


def _named(word: str) -> str:
    """Give a word of a house's name with its capitals: "MID-MICHIGAN" as "Mid-Michigan", "LLC" as it is."""
    if word.strip(".,") in INITIALS:
        return word
    return "-".join(f"{part[:1]}{part[1:].lower()}" for part in word.split("-"))


def _initials(word: str, plain: set[str]) -> bool:
    """Whether a word in capitals is an abbreviation, as TMS or MRI, and no word of a heading in capitals."""
    return word.isupper() and len(word) < 4 and word.lower() not in plain


def shortly(kind: str) -> str:
    """Give the last word of a kind, for a note that was named in full before: "consultation"."""
    return kind.rpartition(" ")[2]
