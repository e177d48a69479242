"""The papers that the readers learn from say what their labels say: values stand in them, marks name known fields."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LEARN = ROOT / "tests" / "learn" / "payer"
sys.path.append(str(ROOT / "scripts"))

import aligned  # noqa: E402 - it is importable only from here on

COUNTED = (*aligned.NUMBERS, "code", "payer", "patient_name")


def test_nearly_every_labelled_value_stands_in_its_paper() -> None:
    wanted = found = 0
    for held, gold in aligned.labelled(LEARN / "two"):
        spans = aligned.spans(held, {name: gold[name] for name in COUNTED if name in gold})
        wanted += sum(name in gold for name in COUNTED)
        found += len({name for name, _, _ in spans})
    assert found / wanted > 0.98


def test_every_mark_of_a_fragment_names_a_known_value() -> None:
    for path in sorted(LEARN.glob("fragments*.txt")):
        for held, spans in aligned.fragments(path):
            for name, start, end in spans:
                assert name in aligned.RANK
                assert held.plain[start:end].strip()


def test_a_date_that_two_names_share_is_the_notices_own_only_at_its_head() -> None:
    text = "PLAN\nApril 3, 2026\nDear Ms. Orr,\nWe had your request on April 3, 2026 and refuse it.\n"
    held = aligned.paper(aligned.document("x.txt", text.encode()))
    day = aligned.date(2026, 4, 3)
    spans = aligned.spans(held, {"notice_date": [day], "request_date": [day]})
    assert ("notice_date", text.index("April"), text.index("April") + 13) in spans
    assert ("request_date", text.rindex("April"), text.rindex("April") + 13) in spans
