"""Write the letters of the stories to tests/write/golden; run it as `python tests/write/golden.py`."""

import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from wellfounded.argue import argue  # noqa: E402
from wellfounded.packs import shipped  # noqa: E402
from wellfounded.write import compose  # noqa: E402
from write import goldcase  # noqa: E402

LETTERS = (
    ("tms", "internal_appeal", date(2026, 3, 20)),
    ("psoriasis", "prior_authorization", date(2026, 4, 28)),
    ("oxygen", "criteria_request", date(2026, 6, 15)),
)


def texts() -> dict[Path, str]:
    made = {}
    for slug, kind, on in LETTERS:
        case, policy, match = goldcase.told(slug)
        brief = argue(case, policy, match, (), shipped(), on)
        letter = compose(kind, case, policy, match, brief, (), (), shipped(), on)
        waits = "".join(f"not signed: {line}\n" for line in letter.unsigned_because)
        made[HERE / "golden" / f"{slug}_{kind}.txt"] = f"{letter.text}\n{waits}"
    return made


if __name__ == "__main__":
    (HERE / "golden").mkdir(exist_ok=True)
    for path, text in texts().items():
        path.write_text(text, encoding="utf-8")
