"""Read the fresh set's own notation of gold, and walk its whole cases."""

import re
from datetime import date
from pathlib import Path

import payer
import yaml
from rapidfuzz import fuzz

from wellfounded import casefolder, match, packs, pipeline
from wellfounded.model.criteria import requirements


def papers(folder: Path) -> list[payer.Paper]:
    """Give every payer document of the fresh set."""
    return payer.papers(folder)


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
