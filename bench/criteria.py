"""Measure the policy reader on a folder of texts with gold trees: leaves, logic, exact trees, tests and slots.

python bench/criteria.py tests/criteria/dev [name prefix ...] [-v]
"""

import re
import sys
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from policy_gold import (
    ALIKE,
    Leaf,
    ancestor,
    asks,
    flatten,
    gold_tree,
    json_tree,
    leaves,
    match,
    our_tree,
    positive,
    shape,
    story_tree,
)

from wellfounded.criteria import plain, policy
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page

__all__ = ["ALIKE", "Leaf", "compare", "document", "flatten", "gold_tree", "json_tree", "leaves", "measure", "score"]

SLOTS = ("comparator", "value", "unit", "n", "min_duration", "agents", "min", "max", "within")


@dataclass
class Row:
    name: str
    gold: int = 0
    ours: int = 0
    hit: int = 0
    pairs: int = 0
    logic: int = 0
    exact: bool = False
    typed: int = 0
    kinds: int = 0
    slots: int = 0
    slots_right: int = 0
    front: int = 0
    front_right: int = 0
    wrong: list = field(default_factory=list)

    @property
    def f1(self):
        return 2 * self.hit / (self.gold + self.ours) if self.gold + self.ours else 1.0


def document(text, name="policy.txt"):
    parts, offset, pages = text.split("\f"), 0, []
    for number, part in enumerate(parts, 1):
        pages.append(Page(number, offset, offset + len(part)))
        offset += len(part) + 1
    return Document(Source(SourceId("0" * 64), name, "text/plain", len(pages)), text, tuple(pages))


def _front(value):
    """Fold how a number or a version is written: "Bulletin 26-09" is 26-09, no version is none."""
    text = "" if value is None else str(value)
    text = re.sub(r"^v(?=\d)", "", text)
    digits = [word for word in text.split() if any(char.isdigit() for char in word)]
    return digits[0] if len(digits) == 1 else text


def _treatments(test):
    """Give every treatment a trial names, be it called an agent or a class, without its article."""
    held = [*(test.get("agents") or ()), test.get("class") or ""]
    parts = [part for name in held for part in re.split(r",|\bor\b|\band\b", name.lower()) if part.strip()]
    return {re.sub(r"^(?:an?|the|one|any) |s$", "", part.strip()) for part in parts}


_STRICT = re.compile(r"\b(?:under|younger than|less than|below)\b|<(?!=)", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


def _grades(test):
    """Give the grades a score may have, listed ("III, IV") or as a range."""
    value = test.get("value")
    if isinstance(value, list):
        return {float(_ROMAN.get(str(each).lower(), 0) or each) for each in value}
    if value is None:
        return set()
    return {float(each) for each in range(int(float(value)), int(float(test.get("upper") or value)) + 1)}


def _ends(test):
    """Give both ends of a range: "between" two numbers, or at least one of them and at most the other."""
    value = test.get("value")
    return tuple(float(each) for each in (value if isinstance(value, list) else (value, test.get("upper"))) if each)


def _value(value):
    if isinstance(value, list):
        return tuple(sorted(str(each).lower() for each in value))
    try:
        return f"{float(value):g}"
    except (TypeError, ValueError):
        return re.sub(r"\b(?:per|an?)\b|\s", "", str(value).lower().replace("²", "2"))


def score(name, text, gold, about=()):
    held = document(text)
    root = gold.get("root")
    grown = json_tree(root) if isinstance(root, dict) else gold_tree(root or "", text)
    theirs = flatten(grown) if root else {"op": "all", "of": []}
    return compare(name, plain(policy(held, about=about)), gold, theirs)


def compare(name, result, gold, theirs):
    row = Row(name)
    front = gold.get("policy", gold)
    for key in ("number", "version", "effective"):
        if key in front:
            row.front += 1
            right = _front(front[key]) == _front(result["policy"][key])
            row.front_right += right
            if not right:
                row.wrong.append(f"front {key}: {front[key]!r} ours {result['policy'][key]!r}")
    mine = flatten(positive(our_tree(result["root"])))
    theirs = flatten(positive(theirs))
    a, b = leaves(theirs), leaves(mine)
    row.gold, row.ours = len(a), len(b)
    pairs = match(a, b)
    row.hit = len(pairs)
    row.wrong += [f"missed: {a[i].text[:90]}" for i in range(len(a)) if i not in {p for p, _ in pairs}]
    row.wrong += [f"extra:  {b[j].text[:90]}" for j in range(len(b)) if j not in {q for _, q in pairs}]
    for (i, j), (k, m) in combinations(pairs, 2):
        row.pairs += 1
        good = ancestor(a[i], a[k]).replace("not", "") == ancestor(b[j], b[m]).replace("not", "")
        row.logic += good
    held = dict(pairs)
    ids = {id(a[i]): (i, True) for i in held}
    for i, j in pairs:
        ids[id(b[j])] = (i, a[i].negated == b[j].negated or asks(a[i])[1] == asks(b[j])[1])
    row.exact = row.hit == row.gold == row.ours and shape(theirs, ids) == shape(mine, ids)
    if row.logic < row.pairs or not row.exact:
        row.wrong.append("tree differs")
    for i, j in pairs:
        slots(row, a[i], b[j])
    return row


def slots(row, gold, ours):
    """Score the kind and the slots of one pair of leaves."""
    want, have = gold.test, ours.test
    if not want:
        return
    row.typed += 1
    same = asks(gold)[0] == asks(ours)[0]
    row.kinds += same
    if not same:
        row.wrong.append(f"kind {want['kind']} ours {have['kind']}: {gold.text[:70]}")
    for slot in SLOTS:
        default = {"n": "1"}.get(slot)
        if slot == "unit" and want["kind"] == "age":
            default = "years"
        w, h = want.get(slot, default), have.get(slot, default)
        if slot == "n" and want["kind"] != "trial" and have["kind"] != "trial":
            continue
        if w is None and (h is None or slot == "agents"):
            continue
        if slot == "within" and want["kind"] == "trial":
            continue  # no slot of a trial
        if slot == "agents" and _treatments(want) == _treatments(have):
            w = h
        if want.get("comparator") == "in" and slot in {"comparator", "value"}:
            w, h = _grades(want), _grades(have)
        if want.get("comparator") == "between" and slot in {"comparator", "value"}:
            w, h = _ends(want), _ends(have)
        if slot == "max" and w and h is not None and _STRICT.search(gold.text) and float(w) == float(h) + 1:
            h = w  # "under 18" is at most 17 completed years, and is decided so
        if slot == "n" and w == "1" and str(h) == "1":
            continue
        row.slots += 1
        right = _value(w) == _value(h)
        row.slots_right += right
        if not right:
            row.wrong.append(f"slot {slot} {w!r} ours {h!r}: {gold.text[:60]}")


def measure(folder, only=()):
    """Score every text of *folder* that has gold beside it; a row for each."""
    rows = []
    for path in sorted(Path(folder).glob("*.txt")):
        if only and not any(path.stem.startswith(prefix) for prefix in only):
            continue
        gold = yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        text = path.read_bytes().decode("utf-8")
        rows.append(score(path.stem, text, gold, tuple(gold.get("about", ()))))
    return rows


def stories(root):
    """Score the policies of the bundled cases against the gold of tests/stories; a row for each."""
    from wellfounded.read import document as read_document  # noqa: PLC0415 - reads PDF, only here

    rows = []
    for path in sorted(Path(root, "tests/stories").glob("*.yaml")):
        story = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        (paper,) = sorted(Path(root, story["case"], "policy").glob("*.pdf"))
        held = policy(read_document(str(paper), paper.read_bytes()), about=(path.stem.replace("-", " "),))
        rows.append(compare(paper.stem, plain(held), {}, flatten(story_tree(story["criteria"]))))
    return rows


def table(rows):
    total = lambda name: sum(getattr(row, name) for row in rows)  # noqa: E731
    return {
        "policies": len(rows),
        "leaf F1": 2 * total("hit") / max(total("gold") + total("ours"), 1),
        "logic": total("logic") / max(total("pairs"), 1),
        "logic (mean of policies)": sum(
            row.logic / row.pairs if row.pairs else float(row.hit == row.gold) for row in rows
        )
        / max(len(rows), 1),
        "exact trees": sum(row.exact for row in rows) / max(len(rows), 1),
        "test kind": total("kinds") / max(total("typed"), 1),
        "slots": total("slots_right") / max(total("slots"), 1),
        "front matter": total("front_right") / max(total("front"), 1),
    }


if __name__ == "__main__":
    loud = "-v" in sys.argv
    folder, *only = [arg for arg in sys.argv[1:] if arg != "-v"]
    rows = stories(Path(__file__).parent.parent) if folder == "stories" else measure(folder, only)
    for row in rows:
        print(
            f"{row.name:34} {row.hit}/{row.gold} leaves of {row.ours}  F1 {row.f1:.2f}  logic {row.logic}/{row.pairs}  "
            f"{'exact' if row.exact else '     '}  kinds {row.kinds}/{row.typed}  slots {row.slots_right}/{row.slots}"
        )
        for line in row.wrong if loud else ():
            print("      ", line)
    for name, value in table(rows).items():
        print(f"{name:26} {value:.3f}" if isinstance(value, float) else f"{name:26} {value}")
