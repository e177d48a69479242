"""The birth date must be the patient's, and the same wherever it stands.

Plans match a request by name, birth date and member number; one digit off is another person or no person.

Bad:  DOB: 06/12/1984  <-  birth_date: 1984-06-02
Bad:  Ms. Ellis, born June 2, 1948, has depression.  <-  birth_date: 1984-06-02
Bad:  DOB: 06/02/1984. Later in the form: Date of birth 06/02/1994.
Good: DOB: 06/02/1984  <-  birth_date: 1984-06-02
Good: Date of Birth: June 2, 1984  <-  birth_date: 1984-06-02
Good: Her daughter was born on March 3, 2020.  <-  birth_date: 1984-06-02
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, slips
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.coding import PartialDate
from wellfounded.model.letter import Severity

CODE = "ID103"
SEVERITY = Severity.ERROR

INFANT = phrase(r"\b(?:her|his|their) (?:\w+ )?(?:baby|child|children|infant|twins?|newborn)\b")


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each birth date that differs from the case's, or from the first of the letter where there is no case."""
    known = PartialDate.of(chart.birth_date) if chart and chart.birth_date else None
    for day in prose.birth_dates:
        before = prose.flat[max(0, day.span[0] - 40) : day.span[0]]
        if cues.KIN.search(before) or INFANT.search(before):
            continue
        if known is None:
            known = day.value
        elif day.value != known:
            other = "the case has" if chart and chart.birth_date else "the letter also says"
            right = slips.day(prose.flat[slice(*day.span)], chart.birth_date) if chart and chart.birth_date else None
            says = f"this birth date is not the patient's: {other} {known}"
            yield Mark(day.span, says, "Check the record and correct it.", right)
