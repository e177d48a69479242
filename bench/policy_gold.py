"""Trees of policies as their gold writes them and as the command does, made alike for comparison."""

import re
import shlex
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.8  # how like two texts of one requirement are at least


@dataclass
class Leaf:
    text: str
    test: dict
    path: tuple = ()
    negated: bool = False


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


def story_tree(node):
    if "text" in node:
        slots = {k: f"{v['n']} {v['unit']}" if isinstance(v, dict) else v for k, v in node["test"].items()}
        slots["unit"] = "%" if slots.get("unit") == "percent" else slots.get("unit")
        return Leaf(node["text"], {k: v for k, v in slots.items() if v is not None and k != "agents"})
    op = next(key for key in ("all", "any", "at_least", "not") if key in node)
    of = node[op]["of"] if op == "at_least" else [node[op]] if op == "not" else node[op]
    return {"op": f"at_least {node[op]['n']}" if op == "at_least" else op, "of": [story_tree(part) for part in of]}
