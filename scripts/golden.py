"""Write the goldens anew, the only thing that ever does: each bundled case, every noun on the way, in plain words."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tests" / "write")]

from wellfounded import criteria, packs, pipeline, render  # noqa: E402
from wellfounded.law.json import as_json  # noqa: E402
from wellfounded.model.basis import quotes  # noqa: E402
from wellfounded.model.case import Case  # noqa: E402
from wellfounded.model.evidence import Evidence  # noqa: E402
from wellfounded.packs.plain import load  # noqa: E402
from wellfounded.pipeline import Tour  # noqa: E402
from wellfounded.record import plain  # noqa: E402

STORIES = ROOT / "tests" / "stories"


def nouns(tour: Tour) -> Iterator[tuple[str, str]]:
    """Give each golden's file name and text."""
    case = tour.case
    readings = {
        case.document(reading.source).source.path: {
            "kind": reading.kind.value,
            **{f"{n:02d} {field.name}": _short(field.value) for n, field in enumerate(reading.fields)},
        }
        for reading in case.readings
    }
    yield "1_readings.yaml", _yaml(readings)
    yield "2_evidence.yaml", _yaml([_evidence(item, case) for item in case.evidence])
    yield "2_conflicts.yaml", _yaml([{c.about: [fact.value for fact in c.says]} for c in case.conflicts])
    if tour.policy is not None:
        yield "3_policy.yaml", criteria.to_pack(tour.policy)
    if tour.match is not None:
        findings = [
            {
                "requirement": finding.requirement,
                "verdict": finding.verdict.value,
                "why": finding.why,
                "for": [_where(item, case) for item in finding.supports],
                "against": [_where(item, case) for item in finding.despite],
                "gap": finding.gap.line if finding.gap else None,
            }
            for finding in tour.match.findings
        ]
        yield "4_match.yaml", _yaml({"root": tour.match.root.value, "findings": findings})
    yield "5_deadlines.yaml", _yaml(as_json(tour.deadlines))
    yield "5_rights.yaml", _yaml({right.id: right.says for right in tour.rights})
    yield (
        "6_brief.yaml",
        _yaml(
            {
                "answers": [f"{a.answers}: {a.claim.kind} {a.claim.about}" for a in tour.brief.arguments],
                "stops": [stop.says for stop in tour.brief.stops],
                "asks": [gap.line for gap in tour.brief.asks],
            }
        ),
    )
    if tour.letter is not None:
        yield "7_letter.txt", render.render(tour.letter, "text").decode()
    yield "8_problems.yaml", _yaml([f"{p.code} {p.severity.value}: {p.message}" for p in tour.problems])


def goldens() -> Iterator[tuple[Path, str]]:
    """Give every golden's path and text, story by story."""
    for path in sorted(STORIES.glob("*.yaml")):
        story = load(path.read_text())
        on = story["on"] if isinstance(story["on"], date) else date.fromisoformat(story["on"])
        tour = pipeline.walk(ROOT / story["case"], on, packs.shipped())
        for name, text in nouns(tour):
            yield STORIES / "golden" / path.stem / name, text


def _short(value: object) -> Any:
    held = plain(value)
    return " ".join(str(v) for k, v in held.items() if k != "is") if isinstance(held, dict) else held


def _evidence(item: Evidence, case: Case) -> dict[str, Any]:
    held = {
        "kind": item.kind.value,
        "name": item.name,
        "value": str(item.value) if item.value else "",
        "on": str(item.on or ""),
    }
    if item.trial:
        t = item.trial
        parts = (t.dose, t.frequency, t.start, t.stop, t.duration, t.status.value, t.outcome.value, t.reason_stopped)
        held["trial"] = "; ".join(str(part) for part in parts if part)
    held["codes"] = " ".join(code.code for code in item.coding)
    held["assertion"] = (
        "" if item.assertion.holds else " ".join(str(v) for k, v in plain(item.assertion).items() if k != "is")
    )
    held["where"] = _where(item, case)
    return {key: value for key, value in held.items() if value}


def _where(item: Evidence, case: Case) -> str:
    found = next(quotes(item.basis), None)
    if found is None:
        return item.name
    return f"{case.document(found.at.source).source.path} p. {found.at.page}: {' '.join(found.exact.split())[:90]}"


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110)


def main() -> None:
    """Write them all, those of the letters' own tests too."""
    for path, text in goldens():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    letters = spec_from_file_location("letters", ROOT / "tests" / "write" / "golden.py")
    written = module_from_spec(letters)
    letters.loader.exec_module(written)
    for path, text in written.texts().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
