"""How well payers' papers are read: kind, each name's precision and recall, macro-F1 of reason and market, inventions.

    python bench/payer.py [FOLDER] [-v] [--only PREFIX]

Each `x.txt` (or .pdf, .png) has its gold beside it in `x.yaml`: `kind`, then each name with its list of values.
"""

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from wellfounded.model.coding import Coding
from wellfounded.model.determination import CriterionCited, PeerToPeer, Window
from wellfounded.read import document, read
from wellfounded.read.payer.numbers import number

FOLDER = Path(__file__).parents[1] / "tests" / "read" / "payer" / "dev"
EXACT = (
    "member_id",
    "claim_number",
    "reference_number",
    "authorization_number",
    "notice_date",
    "service_date",
    "request_date",
    "valid_from",
    "valid_to",
)
CLOCKS = ("appeal_window", "appeal_deadline", "response_due")
ICD_AHEAD = re.compile(r"^[A-TV-Z]\d[0-9A-Z](?:\.\w+)?\W+")
SHAPES = {
    "criterion_cited": ("title", "number", "section"),
    "peer_to_peer": ("phone", "window"),
}
LEVELS = {"first level appeal": "first_appeal", "second level appeal": "second_appeal"}
UNCOUNTED = ("route_window", "birth_date")  # other routes' clocks, which the papers' gold does not list


@dataclass
class Paper:
    """One paper: what it says and what was read."""

    name: str
    gold: dict[str, Any]
    got: dict[str, list[Any]]
    kind: str
    missed: list[tuple[str, Any]] = field(default_factory=list)
    invented: list[tuple[str, Any]] = field(default_factory=list)
    hit: list[tuple[str, Any]] = field(default_factory=list)


def shown(value: object) -> object:
    """Turn a field's value into what the gold writes."""
    if isinstance(value, Coding):
        return {"system": value.system, "code": value.code}
    if isinstance(value, Window):
        return {"n": value.n, "unit": value.unit, "from": value.since}
    if isinstance(value, CriterionCited):
        return {
            key: part
            for key, part in (("title", value.title), ("number", value.number), ("section", value.section))
            if part
        }
    if isinstance(value, PeerToPeer):
        return {key: part for key, part in (("phone", value.phone), ("window", value.window)) if part}
    return value


def tokens(value: object) -> set[str]:
    text = " ".join(str(part) for part in value.values()) if isinstance(value, dict) else str(value)
    return set(re.findall(r"[a-z0-9äöüß]+", text.lower())) - {"the", "of", "and", "for", "section", "sec", "der", "die"}


def same(name: str, got: Any, gold: Any) -> bool:
    if name in {"payer", "delegate"}:
        one, other = tokens(got), tokens(gold)
        return bool(one) and (one <= other or other <= one)
    if name in {"criterion_cited", "service", "diagnosis", "appeal_address", "units", "patient_name"}:
        if name == "diagnosis" and len(tokens(ICD_AHEAD.sub("", str(gold)))) > 1:
            got, gold = ICD_AHEAD.sub("", str(got)), ICD_AHEAD.sub("", str(gold))
        one, other = tokens(got), tokens(gold)
        if name in {"service", "units", "diagnosis"} and _numbers(one) == _numbers(other):
            # A line is quoted whole or in part; a number that is in one and not in the other is never forgiven.
            few = min(len(one), len(other))
            if few > (name != "units") and len(one & other) / few >= 0.8:
                return True
        return bool(one) and len(one & other) / max(len(one), len(other)) >= 0.8
    if isinstance(got, dict) and isinstance(gold, dict):
        got, gold = _plainly(got), _plainly(gold)
        return {key: str(part) for key, part in got.items() if part is not None} == {
            key: str(part) for key, part in gold.items() if part is not None
        }
    if isinstance(got, date) or isinstance(gold, date):
        return str(got) == str(gold)
    if isinstance(got, float) or isinstance(gold, float):
        return float(got) == float(gold)
    return str(got).lower() == str(gold).lower()


def _numbers(words: set[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _plainly(value: dict[str, Any]) -> dict[str, Any]:
    """Give a clock or a code with one spelling for "month" and "months", and one ICD-10 for its national editions."""
    if "unit" in value:
        return value | {"unit": str(value["unit"]).removesuffix("s")}
    if "phone" in value:
        words = " ".join(
            str(number(word)) if number(word) else word
            for word in str(value.get("window", "")).split()
            if word != "calendar"
        )
        return (
            value
            | ({"window": words} if words else {})
            | {"phone": re.sub(r"\W*\b(?:option|opt|ext|x)\b.*$", "", str(value["phone"]))}
        )
    if str(value.get("system", "")).startswith("icd10"):
        return value | {"system": "icd10"}
    return value


def papers(folder: Path, only: str = "") -> list[Paper]:
    found = []
    for path in sorted(folder.glob("*.yaml")):
        if not path.name.startswith(only):
            continue
        source = next(each for each in sorted(folder.glob(f"{path.stem}.*")) if each.suffix != ".yaml")
        held = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        gold = {
            name: [turned(name, value) for value in (values if isinstance(values, list) else [values])]
            for name, values in held.items()
        }
        reading = read(document(source.name, source.read_bytes()))
        got: dict[str, list[Any]] = defaultdict(list)
        for each in reading.fields:
            if each.name not in UNCOUNTED and shown(each.value) not in got[each.name]:
                got[each.name].append(shown(each.value))
        paper = Paper(path.stem, {k: v for k, v in gold.items() if k != "kind"}, got, reading.kind.value)
        paper.gold["kind"] = gold["kind"]
        weigh(paper)
        found.append(paper)
    return found


def turned(name: str, value: Any) -> Any:
    """Turn the short notation of blind sets ("cpt 97110", "180 days receipt", "title | number | section") to values."""
    if not isinstance(value, str):
        return value
    if name in SHAPES and "|" in value:
        parts = [part.strip() for part in value.split("|")]
        return {key: part for key, part in zip(SHAPES[name], parts, strict=False) if part}
    if name == "code" and " " in value:
        system, _, code = value.partition(" ")
        code = re.sub(r"^(?:CO|PR|OA|PI|CR)-", "", code)  # the group is no part of an adjustment code
        return {"system": "hcpcs" if system == "cdt" else system, "code": code}
    if name == "appeal_window":
        n, unit, *since = (
            re.sub(r"\b(?:business|working) days\b", "business_days", value).replace(" calendar ", " ").split()
        )
        return {"n": int(n), "unit": unit} | ({"from": since[0]} if since else {})
    if name == "amount":
        return _money(value)
    if name == "level":
        return LEVELS.get(value.lower(), value)
    return value


def _money(text: str) -> float:
    """Read an amount with its currency's signs: 1,842.00 and 18.420,00 EUR and Rs. 1,35,000."""
    digits = re.sub(r"[^0-9.,]", "", text).strip(".,")
    whole, mark, cents = digits[:-3], digits[-3:-2], digits[-2:]
    if mark in {".", ","}:
        return float(re.sub(r"[.,]", "", whole) + "." + cents)
    return float(re.sub(r"[.,]", "", digits))


def weigh(paper: Paper) -> None:
    for name in sorted({*paper.gold, *paper.got} - {"kind"}):
        left = list(paper.gold.get(name, []))
        for value in paper.got.get(name, []):
            found = next((each for each in left if same(name, value, each)), None)
            if found is None:
                paper.invented.append((name, value))
            else:
                left.remove(found)
                paper.hit.append((name, value))
        paper.missed += [(name, value) for value in left]


def macro(found: list[Paper], name: str) -> float:
    """Give the mean over labels of F1, each paper a set of labels."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for paper in found:
        gold, got = set(map(str, paper.gold.get(name, []))), set(map(str, paper.got.get(name, [])))
        for label in gold | got:
            counts[label][0] += label in gold and label in got
            counts[label][1] += label not in gold
            counts[label][2] += label not in got
    scores = [2 * hit / (2 * hit + extra + missed) for hit, extra, missed in counts.values()]
    return sum(scores) / len(scores) if scores else 1.0


PARTS = (lambda paper: paper.hit, lambda paper: paper.invented, lambda paper: paper.missed)


def measure(folder: Path = FOLDER, only: str = "") -> list[tuple[str, float, int]]:
    """Give rows of (what, figure, how many it rests on) for the table of `make accuracy`."""
    return rows(papers(folder, only))


def rows(found: list[Paper]) -> list[tuple[str, float, int]]:
    total = len(found)
    names = EXACT + CLOCKS
    wanted = sum(len(paper.gold.get(name, [])) for paper in found for name in names)
    hits = sum(name in names for paper in found for name, _ in paper.hit)
    cited = [sum(name == "criterion_cited" for paper in found for name, _ in part(paper)) for part in PARTS]
    return [
        ("document kind", sum(paper.kind == paper.gold["kind"][0] for paper in found) / total, total),
        ("identifiers, dates, stated deadlines: recall", hits / max(1, wanted), wanted),
        ("reason, macro-F1", macro(found, "reason"), total),
        ("plan market, macro-F1", macro(found, "plan_market"), total),
        ("criterion cited, F1", 2 * cited[0] / max(1, 2 * cited[0] + cited[1] + cited[2]), cited[0] + cited[2]),
        ("invented values a paper", sum(len(paper.invented) for paper in found) / total, total),
    ]


def by_name(found: list[Paper]) -> list[tuple[str, float, float, int]]:
    """Give (name, precision, recall, how many) for every name."""
    table = []
    for name in sorted({each for paper in found for each, _ in paper.hit + paper.missed + paper.invented}):
        hit, extra, missed = (sum(each == name for paper in found for each, _ in part(paper)) for part in PARTS)
        table.append((name, hit / max(1, hit + extra), hit / max(1, hit + missed), hit + missed))
    return table


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("-v", action="store_true", help="name every miss and every invention")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    found = papers(asked.folder, asked.only)
    if asked.v:
        for paper in found:
            wrong = paper.kind != paper.gold["kind"][0]
            print(paper.name, f"KIND {paper.kind} for {paper.gold['kind'][0]}" if wrong else "")
            for label, part in (("  missed  ", paper.missed), ("  invented", paper.invented)):
                for name, value in part:
                    print(label, name, value)
    for name, precision, recall, n in by_name(found):
        print(f"{name:22} P {precision:.2f} R {recall:.2f} of {n}")
    print()
    for what, figure, n in rows(found):
        print(f"{what:46} {figure:.3f}  (n={n})")


if __name__ == "__main__":
    main()
