"""The bench's own case: the psoriasis denial and policy beside a chart of sixty typeset pages."""

import shutil
import sys
from pathlib import Path

import typst

ROOT = Path(__file__).parent.parent
PAGES = 60

NOTE = """CLINIC NOTE   page {n} of {pages}
Patient: {name}     DOB: {born}
Date of service: {month:02d}/{day:02d}/2024

HISTORY OF PRESENT ILLNESS
Plaques on the scalp, trunk and both elbows are unchanged since the last visit. She denies joint pain, fever and
weight loss. Methotrexate 15 mg weekly was continued; she was counselled on side effects. Sleep is poor on four
nights a week because of itch, and she has missed two days of work this month.

MEDICATIONS
1. Methotrexate 15 mg by mouth once weekly
2. Folic acid 1 mg daily
3. Clobetasol 0.05 % ointment twice daily to plaques

OBJECTIVE
BSA {bsa}%. PASI {pasi}. BP 124/78, pulse 72, weight 71 kg, BMI 26.1.
Labs: ALT {alt} U/L (ref 7-56), AST 24 U/L, creatinine 0.8 mg/dL, WBC 6.1 K/uL, platelets 231 K/uL.

ASSESSMENT AND PLAN
1. Plaque psoriasis, moderate (L40.0). Continue current treatment, return in four weeks.
2. If the next score is unchanged consider narrow-band phototherapy.
Electronically signed by Maren Holt, MD
"""


def build(folder: Path, pages: int = PAGES) -> Path:
    """Make the case in *folder* anew, with so many pages of notes, and give it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "examples" / "psoriasis", folder)
    name, born = _patient(folder / "case.yaml")
    notes = [
        NOTE.format(n=n + 1, pages=pages, name=name, born=born, month=n % 12 + 1, day=n % 27 + 1,
                    bsa=11 + n % 4, pasi=12 + n % 5, alt=21 + n % 9)
        for n in range(pages)
    ]  # fmt: skip
    source = '#set page("us-letter", margin: 0.8in)\n#set text(size: 10pt)\n#let d = json(bytes(sys.inputs.data))\n'
    source += '#for (i, t) in d.enumerate() { if i > 0 { pagebreak() }; for l in t.split("\\n") { l; linebreak() } }'
    import json  # noqa: PLC0415

    made = typst.Compiler().compile(source.encode(), format="pdf", sys_inputs={"data": json.dumps(notes)})
    (folder / "chart" / "records.pdf").write_bytes(made)
    return folder


def _patient(path: Path) -> tuple[str, str]:
    import yaml  # noqa: PLC0415

    held = yaml.load(path.read_text(), yaml.CSafeLoader)["patient"]
    return held["name"], held["birth_date"].strftime("%m/%d/%Y")


if __name__ == "__main__":  # in a process of its own: a child's peak memory begins at that of the one that starts it
    build(Path(sys.argv[1]), int(sys.argv[2]))
