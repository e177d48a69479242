"""A field that nobody filled must not leave the building.

Bad:  Dear [Insurance Company Name]:
Bad:  Patient: <<PATIENT NAME>>
Bad:  She was diagnosed in XX/XX/20XX.
Bad:  Member ID: ____________
Good: She was seen in 2026 [Exhibit A, p. 2].
Good: The study found a benefit [1].
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "PR105"
SEVERITY = Severity.ERROR

KEPT = (  # what stands in brackets on purpose
    r"(?!(?:Exhibits?|Ex\.|pp?\.|page|sic|see|Encl|Enclosure|Tab|Attachment|Met|Not|Unknown|emphasis|redacted)\b)"
)
ASKED = (
    r"(?:(?i:insert|please|fill|add|list|describe|specify|enter|select|choose|your|patient|physician|provider|doctor"
    r"|insurance|payer|date|name|diagnos[ie]s|drug|medication|treatment|procedure|number|member|policy|claim|address"
    r"|phone|he/she|his/her)|ICD|CPT|X+)\b[^\[\]]{0,80}"
)
FIELD = re.compile(
    r"<<[^<>]{0,60}>>|\{\{[^{}]{0,60}\}\}|\{[A-Z][A-Za-z /_]{2,40}\}|\bMM/DD/YY(?:YY)?\b|(?<=[:\s])_{3,}(?=\s?(?:mg"
    r"|mcg|units|weeks|months|%))|\$\{[^{}]{0,60}\}|<(?!/)[A-Z][A-Za-z /_]{2,40}>|%[A-Z_]{3,30}%"
    rf"|\[{KEPT}(?:[A-Z][A-Z0-9 /_,.'#-]{{2,60}}|{ASKED})\]"
    r"|\((?i:(?:the )?(?:patient|member|insurance company|insurer|plan|doctor|physician|provider|payer|drug"
    r"|procedure)(?:'s)?"
    r" name|insert [^()]{1,60}|state (?:the )?name[^()]{0,60}|name of [^()]{1,60}|city, state,? zip"
    r"|quote [^()]{5,80})\)"
    r"|\bX{2,}/X{2,}/(?:\d\d)?X*\b|(?<![\w-])X{3,}(?![\w-])|\b(?:TBD|TBA|TODO|FIXME)\b|(?i:\blorem ipsum\b)"
    r"|(?i:\b(?:insert|fill in|enter) (?:the |patient(?:'s)? |your )?(?:name|date|diagnosis|number|code|here)\b)"
    r"|(?<=[:\s])(?<!ature: )(?<!igned: )(?<!Date: )_{4,}(?!\s*(?:Signature|Date|$))"
)


def check(line: Line) -> Iterator[Mark]:
    """Report each placeholder."""
    for match in FIELD.finditer(line.text):
        yield Mark(match.span(), "a placeholder is left in the letter", "Fill it, or take the sentence out.")
