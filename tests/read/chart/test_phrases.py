"""One sentence a line, each a way of telling one treatment: `ingredient/status/outcome|sentence`."""

from pathlib import Path

from read.chart.paper import paper
from wellfounded.read.merge import merge
from wellfounded.read.readers import clinic_note

STATUS = {"c": "current", "p": "past", "pl": "planned", "n": "never_taken", "h": "hypothetical", "a": "allergy"}
OUTCOME = {"f": "failed", "pa": "partial", "i": "intolerant", "e": "effective", "u": "unknown"}
HEADS = {"PLAN:": "PLAN:\n", "PAST:": "Past medication trials:\n"}
LINES = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines()


def right(line: str) -> bool:
    gold, _, text = line.partition("|")
    name, status, outcome = gold.split("/")
    opening = HEADS.get(text[:5], "HPI: ")
    body = text[5:].strip() if text[:5] in HEADS else text.strip()
    note = f"Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2025\n\n{opening}{body}"
    evidence, _ = merge([clinic_note.read(paper(note))])
    wanted = (STATUS[status], OUTCOME[outcome])
    return any(
        e.trial.ingredient == name and (e.trial.status.value, e.trial.outcome.value) == wanted
        for e in evidence
        if e.trial
    )


def test_the_ways_a_treatment_is_told_are_understood() -> None:
    wrong = [line for line in LINES if line and not right(line)]
    assert len(wrong) <= 0.03 * len(LINES), wrong
