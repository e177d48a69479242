"""Treatments tried must be named, with dose, time and outcome.

"Multiple medications" and "conservative treatment" meet no step rule: the reviewer checks names against a list.

Bad:  She has tried multiple medications without success.
Bad:  He has failed conservative therapy.
Bad:  All other treatments have been ineffective.
Good: She has tried multiple medications: sertraline 200 mg and venlafaxine 225 mg.
Good: He has failed conservative therapy. Physical therapy for 6 weeks gave no relief.
Good: The policy asks for conservative therapy.
"""

from collections.abc import Iterator

from wellfounded.check.says import cues
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "HX108"
SEVERITY = Severity.WARNING

UNNAMED = phrase(
    r"\b(?:tried|failed|exhausted|trialed|attempted|unsuccessful with|not responded to|no response to|despite)"
    r" (?:and failed )?(?:with )?(?:(?:multiple|several|many|numerous|various|all|other|different|a number of"
    r"|countless|prior|previous|previously|standard"
    r"|conservative|first-line|traditional|conventional|available|multiple different|oral|over-the-counter"
    r"|extensive) )+"
    r"(?:medications?|drugs?|treatments?|therap(?:y|ies)|options|measures|agents|antidepressants|management|care"
    r"|modalities)\b",
    r"\b(?:multiple|several|many|various|numerous|different) (?:other |different |oral )?(?:medications?|drugs?"
    r"|treatments?"
    r"|therap(?:y|ies)|agents|antidepressants|modalities) (?:were|have been) (?:tried|attempted|used|ineffective"
    r"|unsuccessful)\b",
    r"\b(?:all|other|previous|prior|conventional|conservative) (?:\w+ )?(?:treatments?|therap(?:y|ies)|measures"
    r"|medications) (?:has|have) (?:been )?"
    r"(?:failed|unsuccessful|ineffective|exhausted)\b",
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each claim of trials that is followed by no treatment's name within two sentences."""
    for line in prose.body:
        match = UNNAMED.search(line.text)
        if match is None or cues.of_rules(line.text.replace(match[0], "")):
            continue
        near = (line.start, line.start + len(line.text) + 320)
        if not any(near[0] <= named.span[0] < near[1] for named in (*prose.agents, *prose.unlisted)):
            at = (line.start + match.start(), line.start + match.end())
            yield Mark(at, "names no treatment", "Name each, with dose, dates, duration and outcome.")
