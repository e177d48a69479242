"""A dose must be one that the chart gives for that treatment.

Whether a trial was adequate turns on the dose; a dose the records do not hold is read as a trial that was not.

Bad:  She took sertraline 150 mg daily.  <-  chart: Sertraline 200 mg daily for 10 weeks.
Bad:  Methotrexate 25 mg weekly was stopped.  <-  chart: MTX 15 mg weekly from March to June.
Good: She took sertraline 200 mg daily.  <-  chart: Sertraline 50 mg, then 100 mg, then 200 mg daily.
Good: Levothyroxine 0.1 mg daily.  <-  chart: levothyroxine 100 mcg daily
Good: The policy asks for sertraline 150 mg or more.  <-  chart: Sertraline 200 mg daily for 10 weeks.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import amounts, cues
from wellfounded.check.says.agents import Named
from wellfounded.check.view import Line, Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "HX102"
SEVERITY = Severity.ERROR

OF_THE_DRUG = phrase(  # what the drug may be given in, not what this patient took
    r"\b(?:maximum|minimum|usual|recommended|approved|standard|highest|target) (?:\w+ )?dos(?:e|es|age|ing)"
    r"(?: (?:of|for) [\w -]{3,30}?)? (?:is|are|range)\b"
)
TOUCHING = {"", "of", "daily of", "weekly of", "oral", "of oral"}


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each dose that the case does not give with the treatment named nearest before it in its line."""
    for line in prose.lines:
        if line.part not in {"body", "head"} or cues.of_rules(line.text) or OF_THE_DRUG.search(line.text):
            continue
        named = [n for n in (*prose.agents, *prose.unlisted) if line.start <= n.span[0] < line.start + len(line.text)]
        for dose in amounts.doses(line.text):
            aim = cues.GOAL.search(line.text, max(0, dose.span[0] - 40), dose.span[0])
            if aim or cues.bounded(line.text, *dose.span):
                continue
            agent = _of(line, dose, named)
            known = chart.treatments.doses(agent.ingredient) if agent else frozenset()
            if agent and any(unit == dose.unit for _, unit in known) and (dose.value, dose.unit) not in known:
                given = ", ".join(sorted(f"{value:g} {unit}" for value, unit in known if unit == dose.unit))
                at = (line.start + dose.span[0], line.start + dose.span[1])
                yield Mark(at, f"the chart gives {agent.ingredient} as {given}", "Copy the dose from the record.")


def _of(line: Line, dose: amounts.Dose, named: list[Named]) -> Named | None:
    """The treatment a dose belongs to: named right after it ("20 mg of X"), else the nearest before it in the line."""
    for each in named:
        ahead = each.span[0] - line.start
        if ahead >= dose.span[1] and line.text[dose.span[1] : ahead].strip() in TOUCHING:
            return each
    before = [each for each in named if each.span[1] - line.start <= dose.span[0]]
    return before[-1] if before else None
