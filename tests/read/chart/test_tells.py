"""What notes tell over two sentences, of two treatments, after a gain, and by words that only look like a failure."""

import re
from pathlib import Path

import pytest

from read.chart.paper import paper
from read.chart.test_phrases import HEADS, OUTCOME, STATUS
from wellfounded.model.basis import quotes
from wellfounded.read.chart.lexicon import lexicon
from wellfounded.read.merge import merge
from wellfounded.read.readers import clinic_note

NONE = re.compile(
    r"\b(?:no|not|neither|none|either|failed|relapsed|relapses|flared|w/o|same|continued|new)\b", re.IGNORECASE
)
LINES = [
    line
    for line in (Path(__file__).parent / "tells.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_each_treatment_stands_and_ends_as_it_is_told(line: str) -> None:
    gold, _, text = line.partition("|")
    body = HEADS[text[:5]] + text[5:].strip() if text[:5] in HEADS else "HPI: " + text.replace("\\n", "\n").strip()
    note = f"Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2026\n\n{body}"
    evidence, _ = merge([clinic_note.read(paper(note))])
    read = {
        e.trial.ingredient: (e.trial.status.value, e.trial.outcome.value)
        for e in evidence
        if e.trial and e.assertion.experiencer == "patient"
    }
    for one in gold.split(", "):
        name, status, outcome = one.rsplit("/", 2)
        if status == "-":
            assert name not in read
            continue
        agent = lexicon().get(name)
        assert agent is not None
        stands, came = read[agent.ingredient]
        assert stands == STATUS[status]
        assert came != "failed" if outcome == "!f" else came == OUTCOME[outcome]


@pytest.mark.parametrize("line", [line for line in LINES if "/f|" in line])
def test_a_failure_is_quoted_with_the_words_that_tell_it(line: str) -> None:
    text = line.partition("|")[2]
    body = HEADS[text[:5]] + text[5:].strip() if text[:5] in HEADS else "HPI: " + text.strip()
    document = paper(f"Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2026\n\n{body}")
    failed = [e for e in clinic_note.read(document).evidence if e.trial and e.trial.outcome.value == "failed"]
    for evidence in failed:
        said = " ".join(quote.exact for quote in quotes(evidence.basis))
        assert NONE.search(said), said
