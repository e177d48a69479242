"""Anger and pleading take the place of facts, and a reviewer answers neither.

Bad:  Your denial is outrageous and heartless.
Bad:  I beg you to reconsider this devastating decision.
Good: Please reverse the denial of March 3.
Good: She was tearful and reported devastating losses.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PR104"
SEVERITY = Severity.WARNING

FEELING = phrase(
    r"\b(?:outrageous|heartless|disgraceful|shameful|appalling|unconscionable|ridiculous|absurd|inhumane"
    r"|callous)\b",
    r"\b(?:greedy?|despicable|insulting|ludicrous)\b",
    r"\b(?:is|be|was|it'?s|seems|your|this) cruel\b(?! (?:pain|itch))(?=[^.]*\b(?:to (?:refuse|deny|withhold|make)"
    r"|denial|refusal"
    r"|decision))",
    r"\b(?:heartbreaking|devastating|unjust|unfair) (?:decision|denial|refusal)\b",
    r"\b(?:I|we) (?:beg|implore|plead with|beseech)\b",
    r"\bplaying (?:god|doctor)\b",
    r"\bblood on your hands\b",
    r"\bhow dare\b",
    r"\bshame on\b",
    r"\b(?:I|we) (?:am|are|was|were) (?:\w+ )?(?:shocked|disgusted|appalled|outraged|horrified) (?:by|at|that"
    r"|to (?:learn|see|hear))\b",
    r"!{2,}",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each word of anger or pleading."""
    for match in FEELING.finditer(line.text):
        yield Mark(
            match.span(),
            "argues with feeling where a fact must stand",
            "Say what was decided, and which fact it overlooks.",
        )
