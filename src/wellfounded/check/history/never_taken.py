"""A treatment the patient never took must not be told as tried.

A prescription that was never filled, a plan, an allergy list and a thing considered are not trials.

Bad:  She tried and failed aripiprazole.  <-  trial: aripiprazole, never_taken
Bad:  She took lithium without benefit.  <-  trial: lithium, hypothetical
Good: Aripiprazole was prescribed and never taken.  <-  trial: aripiprazole, never_taken
Good: She failed sertraline.  <-  trial: sertraline, past, failed
Good: We considered lithium.  <-  trial: lithium, hypothetical
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, ends
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Mark, Prose
from wellfounded.model.evidence import TrialStatus
from wellfounded.model.letter import Severity

CODE = "HX107"
SEVERITY = Severity.ERROR

TAKEN = {TrialStatus.PAST, TrialStatus.CURRENT}
NOT = phrase(
    r"\b(?:never|not (?:\w+ )?(?:taken|filled|started|begun|tried|given|used|been|able)|but the plan|declin\w+"
    r"|refus\w+|consider\w*|unable to (?:try|take)|without (?:trying|taking)"
    r"|contraindicat\w+|allerg\w+)\b",
)


ASKED = phrase(r"\b(?:authoriz|approv|request|order|prescrib|recommend|ask|cover|seek)\w*\b")


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each treatment told as tried that every entry of the case says was not."""
    for clause in ends.clauses(prose):
        trials = chart.treatments.trials.get(clause.ingredient, ())
        if not trials or any(trial.status in TAKEN for trial in trials) or chart.treatments.tried(clause.ingredient):
            continue
        if cues.CITED.search(clause.line) or cues.ABOUT_RULES.search(clause.line):
            continue
        if clause.ingredient in chart.treatments.requested and ASKED.search(clause.text):
            continue  # what is asked for beside a disease that came back
        told = (cues.TRIED.search(clause.text) or ends.kinds(clause.text)) and not cues.UNSURE.search(clause.text)
        if told and not NOT.search(clause.line) and not cues.of_rules(clause.line):
            yield Mark(
                clause.span, f"the chart says that {clause.ingredient} was not taken", "Take it out of the trials."
            )
