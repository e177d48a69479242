"""Read the fresh set's own notation of gold, and walk its whole cases."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import payer
import yaml
from rapidfuzz import fuzz

from wellfounded import casefolder, match, packs, pipeline
from wellfounded.model.criteria import requirements
from wellfounded.read import document, read

SHAPES = {
    "criterion_cited": ("title", "number", "section"),
    "peer_to_peer": ("phone", "window"),
}


def papers(folder: Path) -> list[payer.Paper]:
    """Give every payer document with its gold turned into the notation of the development set."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        gold = {
            name: [_turned(name, value) for value in held] for name, held in yaml.safe_load(path.read_text()).items()
        }
        source = path.with_suffix(".txt")
        reading = read(document(source.name, source.read_bytes()))
        got: dict[str, list[Any]] = defaultdict(list)
        for each in reading.fields:
            if each.name not in payer.UNCOUNTED and payer.shown(each.value) not in got[each.name]:
                got[each.name].append(payer.shown(each.value))
        paper = payer.Paper(path.stem, {k: v for k, v in gold.items() if k != "kind"}, got, reading.kind.value)
        paper.gold["kind"] = gold["kind"]
        payer.weigh(paper)
        found.append(paper)
    return found


def _turned(name: str, value: Any) -> Any:
    if name in SHAPES:
        parts = [part.strip() for part in str(value).split("|")]
        return {key: part for key, part in zip(SHAPES[name], parts, strict=False) if part}
    if name == "code":
        system, _, code = str(value).partition(" ")
        return {"system": system, "code": code}
    if name == "appeal_window":
        n, unit, *since = str(value).split()
        held = {"n": int(n), "unit": unit}
        return held | ({"from": since[0]} if since else {})
    if name == "amount":
        return float(str(value).split()[0].replace(",", ""))
    return value


def cases(folder: Path) -> list[tuple[list[tuple[str, str]], tuple[str, str]]]:
    """Walk every case; give the pairs of gold and found verdicts, requirement by requirement, and those of the root."""
    found = []
    for path in sorted(each for each in folder.iterdir() if each.is_dir()):
        gold = yaml.safe_load((path / "gold.yaml").read_text())
        gold = {("on" if key is True else key): value for key, value in gold.items()}
        on = gold["on"] if isinstance(gold["on"], date) else date.fromisoformat(gold["on"])
        library = packs.shipped()
        case = casefolder.open_case(path, on)
        policy = pipeline.policy_of(case, library)
        result = match.match(policy, case, on, library)
        held = list(requirements(policy.root))
        pairs = []
        for leaf in gold["leaves"]:
            best = max(held, key=lambda one, text=leaf["text"]: fuzz.token_set_ratio(_flat(one.text), _flat(text)))
            pairs.append((leaf["verdict"], result.of(best.id).verdict.value))
        found.append((pairs, (gold["root"], result.root.value)))
    return found


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
