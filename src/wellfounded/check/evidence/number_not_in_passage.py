"""A number in a sentence of ours must be in the passage it rests on.

A reviewer who finds one wrong number stops believing the rest.

Bad:  Her HbA1c was 9.4%.  <-  Hemoglobin A1c 9.1 %
Good: Her HbA1c was 9.1%.  <-  Hemoglobin A1c 9.1 %
Good: She tried metformin for 12 weeks.  <-  metformin x 12 weeks, GI intolerance
Good: She was seen on April 2, 2026.  <-  Visit 04/02/2026: stable.
"""

from collections.abc import Iterator

from wellfounded.check.says.amounts import WORDS, doses, lengths
from wellfounded.check.says.days import days, holds
from wellfounded.check.says.figures import figures, numbers
from wellfounded.check.says.measures import measured
from wellfounded.check.view import Mark
from wellfounded.model.basis import Quote
from wellfounded.model.letter import Sentence, Severity

CODE = "EV104"
SEVERITY = Severity.ERROR


def check(sentence: Sentence) -> Iterator[Mark]:
    """Report each finding's number no passage holds, in a sentence that rests on passages alone."""
    if sentence.voice != "ours" or not all(isinstance(basis, Quote) for basis in sentence.basis):
        return
    quoted = " ".join(quote.exact for quote in sentence.quotes)
    held = numbers(quoted) | {float(WORDS[word]) for word in quoted.lower().split() if word in WORDS}
    wrong = {each.span for each in figures(sentence.text) if each.value not in held}
    wrong |= {each.span for each in measured(sentence.text) if each.value not in held}
    for amounts_of in (doses, lengths):  # in one unit each: 0.1 mg is 100 mcg, 2 weeks are 14 days
        known = {each.value for each in amounts_of(quoted)} | held
        said = [each for each in amounts_of(sentence.text) if each.value not in known]
        wrong |= {each.span for each in said if not (numbers(sentence.text[slice(*each.span)]) & held)}
    for span in sorted(wrong):
        yield Mark(span, "is not in the passage this sentence cites", "Copy the number from it.")
    days_held = [day.value for day in days(quoted)]
    for day in days(sentence.text):
        if day.value.day and days_held and not any(holds(wide, day.value) for wide in days_held):
            yield Mark(day.span, "this day is not in the passage this sentence cites", "Copy the date from it.")
