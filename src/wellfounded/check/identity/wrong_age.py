"""The age must follow from the birth date on the day of the letter.

Bad:  Ms. Ellis is a 47-year-old woman.  <-  birth_date: 1984-06-02
Bad:  DOB: 06/02/1984. The patient is 52 years old.
Good: Ms. Ellis is a 42-year-old woman.  <-  birth_date: 1984-06-02
Good: She has had depression since age 19.  <-  birth_date: 1984-06-02
Good: The policy covers adults 18 years of age or older.  <-  birth_date: 1984-06-02
Good: Her 12-year-old son needs her.  <-  birth_date: 1984-06-02
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, slips
from wellfounded.check.says.days import Age, age_on, ages
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Line, Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID104"
SEVERITY = Severity.ERROR

THEN = phrase(
    r"\b(?:since|at|from|by|until|before|after|under|over|between|when (?:she|he|they) (?:was|were)|onset"
    r"|diagnosed|began|older|younger"
    r"|aged? \d+ (?:to|-)|was (?:an? )?$|as an?|at least|minimum|(?:18|21|12|65) years (?:of age )?(?:or"
    r"|and) (?:older|over))\b",
)
THEIRS = phrase(r"\b(?:her|his|their) $")  # "her two-year-old"
BOUND = phrase(
    r"\s*(?:years?|yrs?|y/?o)?[- ]*(?:old|of age)?\s*(?:or|and|to|-)\s*(?:older|younger|over|above|under|\d)",
)
BOUND_BEFORE = phrase(
    r"\b(?:at least|minimum|over|under|until|by|from|between|through|up to|older than)\s+(?:age\s+)?$"
)


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each present age that is not the patient's on the day of the letter."""
    born = chart.birth_date if chart else None
    if born is None and prose.birth_dates:
        born = prose.birth_dates[0].value.earliest()
    if born is None:
        return
    right = {age_on(born, day) for day in (prose.written or prose.on,)}
    for line in prose.lines:
        for age in (*ages(line.text), *_beside_names(prose, line), *_of_pronouns(line)):
            if age.years not in right and line.part in {"body", "head"} and not _elsewhen(line, age, min(right)):
                start, end = age.span
                birthday = chart is not None and chart.birth_date is not None and abs(age.years - min(right)) == 1
                yield Mark(
                    (line.start + start, line.start + end),
                    f"the birth date makes the patient {min(right)} on the day of the letter",
                    "Correct the age, or the birth date.",
                    slips.age(prose.flat[line.start + start : line.start + end], min(right)) if birthday else None,
                )


def _beside_names(prose: Prose, line: Line) -> Iterator[Age]:
    """Give each number that stands as an age right after a name: "Ms. Ellis, 41, has", "Mr. Boyd (36)", "Leo is 5"."""
    for person in prose.people:
        at = person.span[1] - line.start
        beside = BESIDE.match(line.text, at) if 0 <= at <= len(line.text) and person.how != "doctor" else None
        if beside:
            group = "a" if beside["a"] else "b"
            yield Age(int(beside[group]), beside.span(group))


def _of_pronouns(line: Line) -> Iterator[Age]:
    """Give the number after "She is" where nothing is counted by it: "She is 56 and works", "He is 45."."""
    for match in PRONOUN.finditer(line.text):
        yield Age(int(match["n"]), match.span("n"))


PRONOUN = phrase(
    r"(?:(?:^|[.;] )(?:she|he) is (?:now |only )?"
    r"|\b(?:mr|mrs|ms)\.? [a-z-]+, an? [a-z]{4,} (?:[a-z]+ )?of )(?P<n>\d{1,3})(?=[.;,]|,? (?:and|but|with"
    r"|years old)\b|$)"
)
BESIDE = phrase(
    r"(?:,?\s(?:is\s|aged?\s|who\sis\s)?|\sis\s)(?P<a>\d{1,3})(?=[,;.]|\s(?:and|has|with|was)\b)|\s\((?P<b>\d{1,3})\)"
)


def _elsewhen(line: Line, age: Age, now: int) -> bool:
    """Whether an age is another person's, a rule's, or of another time: a time to come cannot lie behind."""
    start, end = age.span
    before = line.text[max(0, start - 45) : start]
    return bool(
        THEIRS.search(before)
        or (age.years <= now and THEN.search(before))
        or BOUND.match(line.text, end)
        or BOUND_BEFORE.search(before)
        or cues.KIN.search(line.text, max(0, start - 60), min(len(line.text), end + 30))
        or cues.ABOUT_RULES.search(before)
    )
