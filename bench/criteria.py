"""Measure the policy reader on a folder of texts with gold trees: leaves, logic, exact trees, tests and slots.

python bench/criteria.py tests/criteria/dev [name prefix ...] [-v]
"""

import re
import shlex
import sys
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import yaml

from wellfounded.criteria import plain, policy
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page

SLOTS = ("comparator", "value", "unit", "n", "min_duration", "agents", "min", "max", "within")
ALIKE = 0.8  # how like two texts of one requirement are at least


@dataclass
class Leaf:
    text: str
    test: dict
    path: tuple = ()
    negated: bool = False


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


def gold_tree(notation, text):
    """Read the compact notation: an operator or a leaf a line, depth by indentation."""
    flat = re.sub(r"\s+", " ", text)
    cursor = [0]
    stack = [(-1, {"op": "all", "of": []})]
    for raw in notation.splitlines():
        if not raw.strip():
            continue
        depth = len(raw) - len(raw.lstrip())
        body = raw.strip()
        while stack[-1][0] >= depth:
            stack.pop()
        if re.fullmatch(r"all|any|not|at_least \d+", body):
            node = {"op": body, "of": []}
        else:
            words, _, spec = body.partition(" => ")
            node = Leaf(_resolve(words.strip(), flat, cursor), _test(spec))
        stack[-1][1]["of"].append(node)
        if isinstance(node, dict):
            stack.append((depth, node))
    root = stack[0][1]
    return root["of"][0] if len(root["of"]) == 1 else root


def json_tree(node):
    """Read a tree written as the command's own JSON is."""
    if "text" in node:
        test = {
            k: str(v) if isinstance(v, int | float) and not isinstance(v, bool) else v for k, v in node["test"].items()
        }
        return Leaf(node["text"], test)
    return our_tree_of(node, json_tree)


def our_tree_of(node, grow):
    op = next(iter(node))
    held = node[op]
    if op == "at_least":
        return {"op": f"at_least {held['n']}", "of": [grow(part) for part in held["of"]]}
    return {"op": op, "of": [grow(held)] if op == "not" else [grow(part) for part in held]}


def _resolve(words, flat, cursor):
    head, gap, tail = words.partition("…")
    pattern = re.escape(head.strip()) + (".*?" + re.escape(tail.strip()) if gap else "")
    found = re.compile(pattern).search(flat, cursor[0]) or re.compile(pattern).search(flat)
    if found is None:
        return words
    cursor[0] = found.end()
    return found[0]


def _test(spec):
    if not spec:
        return {}
    kind, *rest = shlex.split(spec)
    test = {"kind": kind}
    for part in rest:
        bound = re.match(r"(>=|<=|>|<|=)(-?\d.*)", part)
        if bound:
            test |= {"comparator": bound[1], "value": bound[2]}
            continue
        name, _, value = part.partition("=")
        test[name] = value.split(",") if name in {"agents", "codes", "names", "specialty"} else value
    return test


def our_tree(node):
    if node is None:
        return {"op": "all", "of": []}
    if "test" in node:
        return Leaf(node["text"], node["test"])
    return our_tree_of(node, our_tree)


def flatten(node):
    if isinstance(node, Leaf):
        return node
    of = []
    for part in (flatten(each) for each in node["of"]):
        if isinstance(part, dict) and part["op"] == node["op"] and node["op"] in {"all", "any"}:
            of += part["of"]
        elif isinstance(part, dict) and len(part["of"]) == 1 and part["op"] in {"all", "any"}:
            of.append(part["of"][0])
        else:
            of.append(part)
    if len(of) == 1 and node["op"] in {"all", "any"}:
        return of[0]
    return {"op": node["op"], "of": of}


# What a leaf says may be turned round: not any of A and B is no A and no B, and "not a diagnosis of X" is X absent.
_ABSENT = frozenset({"absent", "diagnosis", "procedure", "other", "severity", "function", "imaging"})


def positive(node, *, turned=False):
    """Carry every "not" down to the leaves, in gold and in ours alike."""
    if isinstance(node, Leaf):
        return Leaf(node.text, node.test, negated=node.negated != turned)
    if node["op"] == "not":
        return positive(node["of"][0], turned=not turned)
    if turned and node["op"] not in {"all", "any"}:
        return {"op": "not", "of": [positive(node)]}
    op = {"all": "any", "any": "all"}[node["op"]] if turned else node["op"]
    return {"op": op, "of": [positive(part, turned=turned) for part in node["of"]]}


def asks(leaf):
    """Give the kind, and whether it must not be there."""
    kind = leaf.test.get("kind")
    if kind == "absent" or (leaf.negated and kind in _ABSENT):
        return "absent", True
    return kind, leaf.negated


def leaves(node, path=()):
    if isinstance(node, Leaf):
        node.path = path
        return [node]
    return [leaf for i, part in enumerate(node["of"]) for leaf in leaves(part, (*path, (i, node["op"])))]


def ancestor(a, b):
    for (i, op), (j, _) in zip(a.path, b.path, strict=False):
        if i != j:
            return op
    return ""


def match(gold, ours):
    held = sorted(
        (
            (SequenceMatcher(None, _norm(g.text), _norm(o.text)).ratio(), i, j)
            for i, g in enumerate(gold)
            for j, o in enumerate(ours)
        ),
        key=lambda each: (-each[0], abs(each[1] - each[2])),
    )
    pairs, left, right = [], set(), set()
    for ratio, i, j in held:
        if ratio >= ALIKE and i not in left and j not in right:
            pairs.append((i, j))
            left.add(i)
            right.add(j)
    return sorted(pairs)


def _norm(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


def shape(node, ids):
    if isinstance(node, Leaf):
        return ids.get(id(node), "?")
    parts = [shape(part, ids) for part in node["of"]]
    return (node["op"], tuple(sorted(map(str, parts))))


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


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


def _grades(test):
    """Give the grades a score may have, listed ("III, IV") or as a range."""
    value = test.get("value")
    if isinstance(value, list):
        return {float(_ROMAN.get(str(each).lower(), 0) or each) for each in value}
    if value is None:
        return set()
    return {float(each) for each in range(int(float(value)), int(float(test.get("upper") or value)) + 1)}


def _value(value):
    if isinstance(value, list):
        return tuple(sorted(str(each).lower() for each in value))
    try:
        return f"{float(value):g}"
    except (TypeError, ValueError):
        return str(value).lower().replace(" ", "")


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
        gold = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
        text = path.read_bytes().decode("utf-8")
        rows.append(score(path.stem, text, gold, tuple(gold.get("about", ()))))
    return rows


def stories(root):
    """Score the policies of the bundled cases against the gold of tests/stories; a row for each."""
    from wellfounded.read import document as read_document  # noqa: PLC0415 - reads PDF, only here

    rows = []
    for path in sorted(Path(root, "tests/stories").glob("*.yaml")):
        story = yaml.safe_load(path.read_text(encoding="utf-8"))
        (paper,) = sorted(Path(root, story["case"], "policy").glob("*.pdf"))
        held = policy(read_document(str(paper), paper.read_bytes()), about=(path.stem.replace("-", " "),))
        rows.append(compare(paper.stem, plain(held), {}, flatten(story_tree(story["criteria"]))))
    return rows


def story_tree(node):
    if "text" in node:
        slots = {k: f"{v['n']} {v['unit']}" if isinstance(v, dict) else v for k, v in node["test"].items()}
        slots["unit"] = "%" if slots.get("unit") == "percent" else slots.get("unit")
        return Leaf(node["text"], {k: v for k, v in slots.items() if v is not None and k != "agents"})
    op = next(key for key in ("all", "any", "at_least", "not") if key in node)
    of = node[op]["of"] if op == "at_least" else [node[op]] if op == "not" else node[op]
    return {"op": f"at_least {node[op]['n']}" if op == "at_least" else op, "of": [story_tree(part) for part in of]}


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
