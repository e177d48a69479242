"""How much of a clinic's letters is one template: `python tests/write/voice.py -v` lists the sentences they share."""

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from wellfounded.argue import argue  # noqa: E402
from wellfounded.model.case import Case  # noqa: E402
from wellfounded.model.criteria import Policy  # noqa: E402
from wellfounded.model.finding import Match  # noqa: E402
from wellfounded.model.letter import Letter, Sentence  # noqa: E402
from wellfounded.packs import shipped  # noqa: E402
from wellfounded.write import compose  # noqa: E402
from write import wholecases  # noqa: E402

TEN = (
    *("adhd", "atopic", "bariatric", "crohn", "gout", "hepc", "mdd-esketamine", "ms-dmt", "pah", "sleep-apnea-implant"),
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def letter(kind: str, case: Case, policy: Policy, match: Match, on: date) -> Letter:
    brief = argue(case, policy, match, (), shipped(), on)
    return compose(kind, case, policy, match, brief, (), (), shipped(), on)


def letters(kind: str = "internal_appeal") -> list[tuple[Case, Letter]]:
    told = [wholecases.told(name) for name in TEN]
    return [(case, letter(kind, case, policy, match, on)) for case, policy, match, on in told]


def masked(text: str, case: Case) -> str:
    """Give a sentence with what is the case's own taken out: quotations, names, drugs, dates and numbers."""
    held = re.sub(r"\u201c[^\u201d]*\u201d", "Q", text)
    held = re.sub(r"\([^()]*\)", "", held)
    names = [service.description.value for service in case.services] + [fact.value.display for fact in case.diagnoses]
    names += [item.name for item in case.evidence] + [item.trial.agent for item in case.evidence if item.trial]
    for name in sorted({name for name in names if len(name) > 2}, key=len, reverse=True):
        held = re.sub(rf"\b{re.escape(name)}\b", "N", held, flags=re.IGNORECASE)
    held = re.sub(rf"\b{MONTH}(?: \d+)?(?:, \d{{4}}| \d{{4}})?", "D", held)
    held = re.sub(r"\d[\d.,]*", "#", held)
    held = re.sub(r"(?<=[a-z,;:] )[A-Z][\w.-]*(?: [A-Z][\w.-]*)*", "N", held)
    held = re.sub(r"\b(?:he|she|they|him|her|them|his|their|Mr|Ms|man|woman|boy|girl|patient)\b\.?", "P", held)
    return re.sub(r"\W+", " ", held).strip().lower()


def _ours(held: Letter) -> list[Sentence]:
    rows = [line for part in held.paragraphs if part.part != "criteria" for line in part.sentences]
    return [line for line in rows if line.voice == "ours"]


def shared(made: list[tuple[Case, Letter]]) -> tuple[float, Counter[str]]:
    """Give the share of our sentences whose masked form stands in another of the letters too, and the forms."""
    forms = [[masked(line.text, case) for line in _ours(held)] for case, held in made]
    stands = Counter(form for each in forms for form in set(each))
    total = sum(len(each) for each in forms)
    same = Counter(form for each in forms for form in each if stands[form] > 1)
    return sum(same.values()) / total, same


if __name__ == "__main__":
    share, same = shared(letters())
    print(f"{share:.1%} of the sentences of {len(TEN)} letters stand in another one too, names and numbers masked")
    if "-v" in sys.argv:
        for form, n in same.most_common(60):
            print(f"{n:>3}  {form}")
