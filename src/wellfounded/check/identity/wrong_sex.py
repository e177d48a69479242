"""A pronoun, title or noun must agree with the patient's sex.

A "he" in her letter shows that the text was written for someone else, and reviewers look for just that.

Bad:  He was seen on 2/17/2026.  <-  sex: female
Bad:  Mr. Ellis has tried sertraline.  <-  sex: female | name: Jordan Ellis
Bad:  This is a 41-year-old man with depression.  <-  sex: female
Bad:  She has depression. Her score is 22. She took sertraline. He needs TMS.
Good: She was seen on 2/17/2026.  <-  sex: female
Good: Her father had depression; he responded to ECT.  <-  sex: female
Good: Dr. Webb evaluated her. He recommends TMS.  <-  sex: female
Good: They have tried sertraline.  <-  sex: female
Good: Mr. Ellis brought her to the visit.  <-  sex: female | name: Jordan Ellis | birth_date: 2015-05-19
"""

from collections import Counter
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import sexes
from wellfounded.check.says.days import age_on
from wellfounded.check.says.people import tokens
from wellfounded.check.view import Line, Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID102"
SEVERITY = Severity.ERROR
ADULT = 18
MORE = 2  # words of a name by which it is the patient's own, and not only the family's


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each word of the other sex that no other person in its sentence or the one before explains."""
    sex = chart.sex if chart and chart.sex else _mostly(prose)
    if not sex or not prose.english:  # "he" is Spanish for "I have"
        return
    for line in prose.lines:
        above = prose.lines[line.number - 1] if line.number else line
        before = line.before if above.part == "body" else ""
        if line.part in {"body", "head"}:
            yield from (_mark(line, said) for said in _wrong(line, before, sex))
    yield from _titles(prose, chart, sex)


def _wrong(line: Line, before: str, sex: str) -> Iterator[sexes.Sexed]:
    """Give each word of the other sex that no other person explains: before it, or, where it opens, near it."""
    for said in sexes.pronouns(line.text):
        start = said.span[0]
        near = f"{before} {line.text[:start]}" if start > 24 else f"{before} {line.text}"
        if said.sex != sex and not sexes.other_of(said.sex, near):
            yield said
    for said in sexes.nouns(line.text):
        if said.sex != sex and not sexes.other_of(said.sex, line.text[: said.span[0]]):
            yield said


def _titles(prose: Prose, chart: Chart | None, sex: str) -> Iterator[Mark]:
    child = bool(chart and chart.birth_date) and _age(chart, prose) < ADULT  # a title and a surname are a parent's
    own = set(tokens(chart.name)) if chart else set(tokens(prose.patient.name)) if prose.patient else set()
    for person in prose.people:
        title = {"Mr": sexes.MALE, "Ms": sexes.FEMALE, "Mrs": sexes.FEMALE, "Miss": sexes.FEMALE}.get(person.title)
        said = own.intersection(tokens(person.name))
        wrong = title and title != sex and said and not (child and len(said) < MORE)
        before = prose.flat[max(0, person.span[0] - 60) : person.span[0]]
        if wrong and title and not sexes.kin(title, before):
            yield Mark(person.span, f'"{person.title}." is not the title of this patient', "Check whose text it is.")


def _age(chart: Chart | None, prose: Prose) -> int:
    born = chart.birth_date if chart else None
    return age_on(born, prose.written or prose.on) if born is not None else ADULT


def _mostly(prose: Prose) -> str:
    """The sex that at least three words of the letter say, and at least three times as many as say the other."""
    said = Counter(word.sex for line in prose.body for word in sexes.pronouns(line.text))
    said.update(word.sex for line in prose.body for word in sexes.nouns(line.text))
    (first, most), (_, least) = [*said.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= 3 and most >= 3 * least else ""


def _mark(line: Line, said: sexes.Sexed) -> Mark:
    at = (line.start + said.span[0], line.start + said.span[1])
    return Mark(at, f'"{said.word}" is not the sex of this patient', "Check whose text this is.")
