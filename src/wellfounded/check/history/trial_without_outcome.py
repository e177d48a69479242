"""A trial must be told with its outcome.

A drug that was taken and of which no more is said counts as no failure.

Bad:  She has tried sertraline and venlafaxine. Now TMS is requested.
Good: She has tried sertraline and venlafaxine; neither helped.
Good: She has tried sertraline 200 mg for 10 weeks, without response.
Good: She has tried sertraline. It was stopped for nausea.
Good: She takes lisinopril 20 mg.
"""

from collections.abc import Iterator

from wellfounded.check.says import cues, ends
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "HX109"
SEVERITY = Severity.NOTE

TRIED = phrase(
    r"\b(?:tried|trials? of|trialed|past trials|(?:prior|previous|past) (?:medications?|treatments?|drugs)(?: was"
    r"| were|(?=:))"
    r"|(?:she|he|they|the patient|mr\.? \w+|ms\.? \w+|mrs\.? \w+) (?:took|was on|has used|received|has taken"
    r"|has received"
    r"|was treated with|has been treated with))\b"
)
TOLD_TO = phrase(r"\b(?:ask|bring|take) (?:\w+ ){0,3}(?:for|a list|this)\b")  # what the patient is to do
OUTCOME = phrase(
    r"\b(?:neither|worse|stayed|remained|too little|did not|does not|could not|without|until|rose|because|caused"
    r"|none of|nothing|stopped|discontinued|fail\w*|despite|unsuccessful\w*|ended|switched|changed to"
    r"|only|but|until)\b"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each line that says a named treatment was tried, where neither it nor the next tells an ending."""
    for line in prose.body:
        match = TRIED.search(line.text)
        named = [n for n in prose.agents if line.start <= n.span[0] < line.start + len(line.text)]
        told = f"{line.text} {line.after}"
        if match and TOLD_TO.search(f"{line.before} {line.text}"):
            continue
        if match and named and not cues.of_rules(line.text) and not ends.kinds(told) and not OUTCOME.search(told):
            at = (line.start + match.start(), named[-1].span[1])
            yield Mark(at, "does not say how this trial ended", "Add the outcome and, where it was stopped, why.")
