"""Read the fresh set's own notation of gold, and walk whole cases."""

import re
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import fax as paper
import payer
import yaml
from rapidfuzz import fuzz

from wellfounded import casefolder, match, packs, pipeline
from wellfounded.errors import WellfoundedError
from wellfounded.model.criteria import requirements

ALIKE = 60  # of 100, below which no leaf of ours is the one of the gold


def papers(folder: Path) -> list[payer.Paper]:
    """Give every payer document of the fresh set."""
    return payer.papers(folder)


@dataclass(frozen=True)
class Walked:
    """One whole case: gold and found verdict of each requirement with its text and test, and those of the root."""

    name: str
    leaves: tuple[tuple[str, str, str, str], ...]  # gold, found, the kind of test, text
    root: tuple[str, str]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Give gold and found verdicts."""
        return [(want, got) for want, got, _, _ in self.leaves]


def cases(folder: Path, *, fax: bool = False) -> list[Walked]:
    """Walk every case, with *fax* those whose charts are partly faxed; one that cannot be walked knows nothing."""
    found = []
    for path in sorted(each for each in folder.iterdir() if each.is_dir()):
        with tempfile.TemporaryDirectory() as place:
            found.append(walked(paper.case(path, Path(place) / path.name) if fax else path))
    return found


def walked(path: Path) -> Walked:
    """Walk one case and set each requirement of the gold beside ours of the likest text."""
    gold = {
        ("on" if key is True else key): value
        for key, value in yaml.load((path / "gold.yaml").read_text(), yaml.CSafeLoader).items()
    }
    on = gold["on"] if isinstance(gold["on"], date) else date.fromisoformat(gold["on"])
    library = packs.shipped()
    try:
        case = casefolder.open_case(path, on)
        policy = pipeline.policy_of(case, library)
    except WellfoundedError as error:
        lost = tuple((leaf["verdict"], "unknown", type(error).__name__, leaf["text"]) for leaf in gold["leaves"])
        return Walked(path.name, lost, (gold["root"], "unknown"))
    result = match.match(policy, case, on, library)
    held = list(requirements(policy.root))
    leaves = []
    for leaf in gold["leaves"]:
        best = max(held, key=lambda one, text=leaf["text"]: likeness(one.text, text))
        close = likeness(best.text, leaf["text"]) >= ALIKE
        verdict = result.of(best.id).verdict.value if close else "unknown"
        leaves.append((leaf["verdict"], verdict, best.asks.kind if close else "no such leaf", leaf["text"]))
    return Walked(path.name, tuple(leaves), (gold["root"], result.root.value))


def likeness(ours: str, gold: str) -> float:
    """Give how alike two requirements are, by the words they share."""
    return fuzz.token_set_ratio(_flat(ours), _flat(gold))


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
