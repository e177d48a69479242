"""The parts of a letter on the page: head, body, close, references and enclosures."""

import re
from typing import NamedTuple

SALUTATION = re.compile(
    r"^[ ]*(?:dear\b[^\n]{0,80}|to whom (?:it|this) may concern[^\n]{0,40}|to the [a-z ]{3,40}[:,]"
    r"|(?:ladies and gentlemen"
    r"|attention)\b[^\n]{0,60}"
    r"|sehr geehrte[^\n]{0,80})$",
    re.IGNORECASE | re.MULTILINE,
)
CLOSING = re.compile(
    r"^[ ]*(?:(?:very\s+)?(?:sincerely|respectfully|truly)(?:\s+(?:yours|submitted))?|(?:kind|best|warm"
    r"|with\s+kind)?\s*regards"
    r"|yours\s+(?:sincerely|truly|faithfully|respectfully)|respectfully\s+submitted|cordially|with\s+(?:thanks"
    r"|appreciation|gratitude)"
    r"|thank\s+you(?:\s+(?:for\s+your\s+(?:time|attention|consideration))[^\n]{0,40})?"
    r"|mit freundlichen[^\n]*)\s*[,.]?[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
REFERENCES = re.compile(
    r"^[ ]*(?:references?(?:\s+cited)?|bibliography|literature(?:\s+cited)?|citations?|sources?"
    r"|works\s+cited)[ ]*:?[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
ENCLOSURES = re.compile(
    r"^[ ]*(?:enclosures?|encl?s?|attachments?|attached|enclosed|exhibits?|supporting\s+documents?"
    r"|cc)\b\.?[ ]*(?:\(\d+\)"
    r"|list|index|enclosed)?[ ]*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
HEADING = re.compile(r"^[ ]*[A-Z][^\n.:;]{2,60}:?[ ]*$", re.MULTILINE)


class Layout(NamedTuple):
    """Where each part begins: `head` is all before *body*; a part that is not there begins at the end of the text."""

    body: int
    close: int
    references: tuple[int, int]
    enclosures: tuple[int, int]
    greeted: bool  # whether a salutation stands before the body

    def part(self, at: int) -> str:
        """Say which part holds the character at *at*: head, body, close, references or enclosures."""
        for name, (start, end) in (("references", self.references), ("enclosures", self.enclosures)):
            if start <= at < end:
                return name
        return "head" if at < self.body else "close" if at >= self.close else "body"


def layout(text: str) -> Layout:
    """Find the parts of *text* (line breaks kept); a letter with no salutation has no head."""
    end = len(text)
    hello = SALUTATION.search(text)
    body = hello.end() if hello else 0
    closings = list(CLOSING.finditer(text, body))
    close = closings[-1].start() if closings else end
    listed = REFERENCES.search(text, body)
    stop = close if listed and listed.start() < close else end
    references = (listed.start(), stop) if listed else (end, end)
    encl = ENCLOSURES.search(text, close if closings else body)
    return Layout(
        body, close, references, (encl.start(), _block_end(text, encl.end())) if encl else (end, end), hello is not None
    )


def _block_end(text: str, at: int) -> int:
    """Where the list that begins at *at* ends: at the second blank line in a row, or with the text."""
    found = re.compile(r"\n[ \t]*\n[ \t]*\n").search(text, at)
    return found.start() if found else len(text)
