"""The law cited must be the law that governs this plan.

An ERISA claim against a Medicare plan tells the reader that the letter is a form. Sources: 29 CFR 2560.503-1 (employer
plans), 42 CFR Part 422 (Medicare Advantage), 42 CFR Part 438 (Medicaid managed care). 45 CFR 147.136(b) makes the
employer plans' rules those of other group and individual plans, so a sentence that cites both is right there.

Bad:  Under ERISA you must decide within 30 days.  <-  market: medicare_advantage
Bad:  42 CFR 422.568 requires a decision in 14 days.  <-  market: erisa_group
Bad:  Under the Medicaid fair hearing rules she may appeal.  <-  market: aca_nongrandfathered
Good: Under 29 CFR 2560.503-1 you must decide within 30 days.  <-  market: erisa_group
Good: 42 CFR 422.568 requires a decision in 14 days.  <-  market: medicare_advantage
Good: 42 CFR 422.568 requires a decision in 14 days.
Good: The review defers to nobody (45 CFR 147.136(b)(2)(i); 29 CFR 2560.503-1(h)(3)(ii)).  <-  market: aca_individual
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "LW102"
SEVERITY = Severity.ERROR

LAWS = {  # a law's words, and how the ids of the markets it governs begin
    "employer plans": (phrase(r"\bERISA\b|\b29 C\.?F\.?R\.? (?:\u00a7 ?)?2560"), ("erisa", "self_funded", "church")),
    "Medicare Advantage": (phrase(r"\b42 C\.?F\.?R\.? (?:\u00a7 ?|part )?422\b"), ("medicare",)),
    "Medicare Part D": (phrase(r"\b42 C\.?F\.?R\.? (?:\u00a7 ?|part )?423\b"), ("medicare", "part_d")),
    "Medicaid managed care": (
        phrase(r"\b42 C\.?F\.?R\.? (?:\u00a7 ?|part )?438\b|\bmedicaid fair hearing"),
        ("medicaid", "chip"),
    ),
    "TRICARE": (phrase(r"\b32 C\.?F\.?R\.? (?:\u00a7 ?|part )?199\b"), ("tricare", "champva")),
    "federal employees' plans": (phrase(r"\b5 C\.?F\.?R\.? (?:\u00a7 ?|part )?890\b"), ("fehb", "pshb")),
}
BORROWED = re.compile(r"\b45\s+CFR\s+(?:§\s?)?147\.136")  # 45 CFR 147.136(b)(2)(i), (b)(3)(i)


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each law that governs another market than the case's."""
    market = chart.market
    if not market or line.part in {"references", "enclosures"}:
        return
    for governed, (words, markets) in LAWS.items():
        found = words.search(line.text)
        if market.startswith("aca") and BORROWED.search(line.text):
            continue
        if found and not market.startswith(markets) and not any(name in market for name in markets):
            yield Mark(found.span(), f"this law governs {governed}", "Cite the law of this plan, or none.")
