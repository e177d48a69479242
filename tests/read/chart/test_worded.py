"""A result told in words is a result; one that is awaited or asked for is none."""

import pytest

from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.readers import clinic_note


def results(sentence: str) -> list[tuple[str, str, str]]:
    text = f"Progress note\nDate: 03/04/2026\n\nDATA:\n{sentence}\n"
    document = Document(Source(SourceId("a"), "note.txt", "text/plain", 1), text, (Page(1, 0, len(text)),))
    found = clinic_note.read(document).evidence
    return [(e.name, e.finding, str(e.on)) for e in found if e.kind is EvidenceKind.LAB and e.value is None]


@pytest.mark.parametrize(
    ("sentence", "name", "finding"),
    [
        ("QuantiFERON negative.", "QuantiFERON", "negative"),
        ("TB gold was neg, CXR clear.", "TB gold", "negative"),
        ("ANA positive.", "ANA", "positive"),
        ("TSH within normal limits.", "TSH", "within normal limits"),
        ("HBsAg: non-reactive", "HBsAg", "non-reactive"),
        ("HLA-B27 positive by outside report", "HLA-B27", "positive"),
        ("Urine drug screen was negative.", "Urine drug screen", "negative"),
        ("CBC unremarkable today.", "CBC", "unremarkable"),
    ],
)
def test_a_worded_result_is_kept_with_its_word(sentence, name, finding):
    assert results(sentence) == [(name, finding, "2026-03-04")]


def test_a_worded_result_bears_the_day_of_its_block():
    assert results("Labs 1/27/2026: HIV negative") == [("HIV", "negative", "2026-01-27")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Start only if QuantiFERON negative.",
        "HIV pending; must be HIV negative.",
        "Hepatitis B serologies have been sent.",
    ],
)
def test_a_result_that_is_awaited_or_asked_for_is_none(sentence):
    assert results(sentence) == []
