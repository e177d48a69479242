"""What the chart denies must not be asserted, nor what it affirms be denied.

Copied text turns "denies" into "has"; a reviewer who reads the note beside the letter stops there.

Bad:  She has active suicidal ideation.  <-  chart: Denies suicidal ideation. No history of seizures.
Bad:  He has a history of seizures.  <-  chart: No history of seizures or head trauma.
Bad:  The patient smokes.  <-  chart: Does not smoke. Denies alcohol use.
Bad:  She has no history of diabetes.  <-  chart: History of diabetes, on metformin.
Good: She denies suicidal ideation.  <-  chart: Denies suicidal ideation. No history of seizures.
Good: She is at risk of seizures on bupropion.  <-  chart: No history of seizures.
Good: Her mother has seizures.  <-  chart: No history of seizures.
Good: She has headaches.  <-  chart: Denied headaches in May. Reports headaches since June.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, findings
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Line, Mark, Prose
from wellfounded.model.letter import Severity

CODE = "HX105"
SEVERITY = Severity.ERROR

# What says of the patient that the words after it are so: a verb or cue right before them, or before a list of them.
LEAD = (
    r"(?:(?:an?|the|any|active|severe|chronic|mild|moderate|recurrent|prior|previous|some|occasional|daily|new"
    r"|one|two) )*"
)
HAS = phrase(
    r"\b(?:has|have|had|having|reports?|reported|with|endorses?|endorsed|suffers? from|experienc\w+|history of"
    r"|uses?|takes"
    r"|diagnosed with|positive for|presents? with|developed|complains? of|including|is|are|was|were|exhibits?|shows?"
    r"|remains?|current|active|ongoing|abuses?)(?: been| also| now| currently)? " + LEAD + "$",
    r"\b(?:she|he|they|the patient) (?:\w+ ){1,2}" + LEAD + "$",
    r"\band (?:an?|one|two) " + LEAD + "$",
    r"[:;-]\s*" + LEAD + "$",
    r"^\W*" + LEAD + "$",
)
FIRST = phrase(r"[\w-]+(?: [\w-]+)?$")  # the finding before, of one word or two
LIST = phrase(r"(?:,|\band\b|\bor\b|/)\s*" + LEAD + "$")
VERB = phrase(r"smokes|drinks|smoked")  # finite: a denial before it does not reach it


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each finding said of the patient that the notes only deny, and each denied that they only affirm."""
    told = {line.start: line for line in prose.body if _told(line)}
    for name, start, end in chart.denials.find(prose.flat):
        line = prose.line_at(start)
        if line is None or line.start not in told or chart.denials.affirms(name):
            continue
        if _asserted(line.text, start - line.start, end - line.start):
            yield Mark((start, end), "the chart denies this", "Read the note again; say what it says.")
    for line in told.values():
        for found in findings.denied(line.text, prose=True):
            if chart.denials.affirms(found.name) and not chart.denials.denies(found.name):
                at = (line.start + found.span[0], line.start + found.span[1])
                yield Mark(at, "the chart affirms what this denies", "Read the note again; say what it says.")


def _told(line: Line) -> bool:
    """Whether a line tells of this patient: it is of the body, and of no rule and no research."""
    return line.part == "body" and not cues.ABOUT_RULES.search(line.text) and not cues.CITED.search(line.text)


def _asserted(text: str, start: int, end: int) -> bool:
    """Whether the words there are said to be so, now or once, of the patient."""
    before = text[max(0, start - 70) : start]
    if any(found.span[0] <= start < found.span[1] for found in findings.denied(text, prose=True)):
        return False
    if findings.AFTER.match(text[end : end + 30]):
        return False
    verb = VERB.fullmatch(text, start, end) is not None
    clause = re.split(r"[.;:]", before)[-1]
    last = clause.rpartition(",")[2]
    if cues.UNSURE.search(clause) or cues.FAMILY.search(clause) or (cues.denied(last, len(last)) and not verb):
        return False
    while listed := LIST.search(clause):  # "fever, cough and chest pain": go back to the first of them
        clause = clause[: listed.start()].rstrip()
        if HAS.search(FIRST.sub("", clause)):
            return True
    return verb or HAS.search(before) is not None
