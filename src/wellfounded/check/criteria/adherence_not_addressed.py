"""Where the chart says that doses were missed, a failed trial must be told with it.

A reviewer who finds "non-adherent" in the notes and nothing of it in the letter does not count the trial.

Bad:  Sertraline did not help.  <-  chart: Sertraline 200 mg, non-adherent, missed doses most weeks. No response.
Good: Sertraline did not help though she missed doses.  <-  chart: Sertraline 200 mg, missed doses. No response.
Good: Sertraline did not help.  <-  chart: Sertraline 200 mg, adherent, missed no doses. No response.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, ends
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "CR104"
SEVERITY = Severity.WARNING

MISSED = phrase(
    r"\b(?:non-?adheren\w+|skip(?:s|ped|ping) (?:\w+ ){0,2}(?:doses|injections|pills)"
    r"|non-?complian\w+|poor (?:adherence|compliance)|miss(?:ed|es|ing) (?!no )(?:\w+ ){0,2}(?:doses|injections"
    r"|infusions|pills)"
    r"|not taking (?:it|them)? ?(?:regularly|as prescribed|daily)"
    r"|ran out|did not refill|never filled|forgets? (?:\w+ )?doses|sporadic(?:ally)?|irregular(?:ly)?)\b"
)
TAKEN_UP = phrase(r"\b(?:adher\w+|complian\w+|missed|doses|refill\w*|pharmacy|fill(?:ed)?|regularly|as prescribed)\b")


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each treatment told as failed of which the notes tell missed doses, where no line takes it up."""
    body = " ".join(line.text for line in prose.body)
    if TAKEN_UP.search(body):
        return
    for claim in ends.claims(prose):
        held = chart.treatments.passages
        kinds = (passages for name, passages in held.items() if name.startswith(f"{claim.ingredient} "))
        passages = held.get(claim.ingredient) or [each for some in kinds for each in some]
        missed = any(_said(passage.around) for passage in passages)
        if missed and claim.kinds & {ends.NO_EFFECT, ends.FAILED}:
            yield Mark(claim.span, "the notes say that doses were missed", "Say so, and why the trial still counts.")


def _said(text: str) -> bool:
    return any(not cues.denied(text, match.start()) for match in MISSED.finditer(text))
