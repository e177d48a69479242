"""A clinic note, or a record of many: diagnoses, treatments, values, function and plans, each with its line."""

from wellfounded.model.determination import Reading
from wellfounded.model.document import Document
from wellfounded.read.chart.headings import heading
from wellfounded.wire.caseless import Caseless

NAME = "clinic_note"
FAMILY = "chart"
CHART = True

TERSE = 0.02  # a note may have no heading and no word that all notes have, and be a letter to a colleague
_MARKS = Caseless(
    (
        r"\b(?:HPI|chief complaint|history of present illness|assessment|subjective|objective|review of "
        r"systems|ROS|PMH|past medical history|mental status|physical exam\w*|vital signs|medication list|"
        r"current medications|MRN|date of service|follow[- ]?up|RTC|electronically signed|progress note|SOAP|"
        r"A/P|allergies|PHQ-9|y/o|year[- ]old|pt\b|patient (?:reports|denies|presents|states))\b"
    ),
)
_PAYER = Caseless(
    (
        r"\b(?:dear (?:member|medical director|sir|dr|provider)|we have (?:denied|determined|reviewed)|your "
        r"request|your appeal|right to appeal|notice of|explanation of benefits|coverage criteria|is considered "
        r"medically necessary|policy number|medical policy|to whom it may concern)\b"
    ),
)


def score(document: Document) -> float:
    """Say how surely this is a note, 0 to 1: clinical headings and words count for it, a payer's phrases against."""
    head = document.text[:6000]
    marks = {m.group().lower() for m in _MARKS.finditer(head)}
    sections = {
        opened[0] for line in head.splitlines() if (opened := heading(line)) is not None and opened[0] != "other"
    }
    against = len({m.group().lower() for m in _PAYER.finditer(head)})
    return max(TERSE, min(0.95, 0.1 * len(marks) + 0.12 * len(sections) - 0.25 * against))


def read(document: Document) -> Reading:
    """Read one document of notes; every value is quoted from it, and a value that is not stated is not there."""
    from wellfounded.read.chart import note  # noqa: PLC0415 - 40 ms that a payer's paper saves

    return note.read(document)
