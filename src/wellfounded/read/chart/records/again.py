"""That a treatment was taken up again, or for the last time: "back on twice daily since 03/16", "last dose 04/19"."""

import re
from collections.abc import Iterator

from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind
from wellfounded.read.chart import dates
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.outline import Outline
from wellfounded.read.chart.tokens import tokens
from wellfounded.read.filled import LAST_DOSE, RESTARTED

_DAY = r"(?=\d|[A-Z][a-z]{2})"
_AGAIN = re.compile(
    r"(?<!not )(?<!n[o']t be )\b(?i:back on|restarted|re-started|resumed|took (?:it )?again|taking (?:it )?again)\b"
    rf"[^.;\n]{{0,40}}?(?:\b(?i:since|on|from|as of)\s+)?{_DAY}"
)
_LAST = re.compile(
    r"\b(?i:last dose|final dose|last took|last taken)\b(?i:[\s:,(]+(?:was|taken|on|of|the|evening|morning|night|it))*"
    rf"[\s:,(]+{_DAY}"
)
_BACK = 1500  # characters before, in which the treatment that was taken up again is named


def again(document: Document, lexicon: Lexicon, cut: Outline) -> Iterator[Evidence]:
    """Give each restart and each last dose on a day, with the last medicine named before or beside it.

    None where none is named.
    """
    for name, pattern in ((RESTARTED, _AGAIN), (LAST_DOSE, _LAST)):
        for cue in pattern.finditer(document.text):
            near = cut.at(cue.start())
            day = next(iter(dates.dates(document.text, cue.end(), min(cue.end() + 24, len(document.text)), near)), None)
            if day is None or day.date.day is None or day.start != cue.end():
                continue
            agent = _last(document.text, lexicon, max(0, day.end - _BACK), day.end)
            if agent:
                start = document.text.rfind("\n", 0, cue.start()) + 1
                quote = document.quote(start, day.end)
                yield Evidence(
                    EvidenceKind.STATEMENT,
                    name,
                    quote,
                    statement=" ".join(quote.exact.split()),
                    on=day.date,
                    finding=agent,
                    assertion=Assertion(time="historical"),
                    written=near,
                )


def _last(text: str, lexicon: Lexicon, start: int, end: int) -> str:
    toks = tokens(text, start, end)
    for i in range(len(toks) - 1, -1, -1):
        hit = lexicon.at(toks, i)
        if hit is not None and hit[1].what == "drug" and not hit[1].doubtful:
            return hit[1].ingredient
    return ""
