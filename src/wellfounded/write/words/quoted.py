"""Passages as a letter may quote them: whole words of the source, one line, no longer than a reader bears."""

import re

MOST = 230  # characters; a longer passage is cut at the end of a sentence, or not quoted
LEAD = re.compile(r"^(?:[-*•·\u2013\u2014]|\d{1,2}[.)]|[A-Za-z][.)])\s+")
LABEL = re.compile(r"^[A-Z][A-Za-z/&' ]{0,28}:\s+(?=\S)")
SHOUTED = re.compile(r"^(?:[A-Z]{4,}(?: (?:AND|OF|FOR|TO|&|[A-Z]{3,}))*:?) (?=[A-Z][a-z])")
BROKEN = re.compile(r"(?<=[a-z])-\s+(?=[a-z])(?!(?:and|or|to)\b)")  # a word broken at the end of a line
ADDRESS = re.compile(r",\s*[A-Z]{2}\s+\d{5}\b|\bP\.? ?O\.? Box \d")  # a letterhead the reading took for a sentence
CAPITALS = re.compile(r"[A-Z][A-Z &/,.'-]{12,60}")
STATES = re.compile(r"\b(?:NO|NOT|NEGATIVE|POSITIVE|NORMAL|DENIES|REACTIVE|DETECTED|FAILED|STABLE|NONE)\b")
ENDS = re.compile(r"(?<=[.;!?])\s+(?=[A-Z0-9“\"])")


def clean(text: str) -> str:
    """Give a passage on one line, without its bullet or the heading in capitals it stands under."""
    flat = re.sub(r"\s+", " ", BROKEN.sub("-", text)).strip()
    return SHOUTED.sub("", LEAD.sub("", flat))


def unlabelled(line: str) -> str:
    """Give a line without the label it stands under in the note: "Goal: walk a mile" as "walk a mile"."""
    return LABEL.sub("", line)


def readable(text: str, *, dense: bool = False) -> bool:
    """Whether a passage reads as words and not as data, a table row or a stamp; a *dense* one may hold many figures."""
    marks = r"[{}|]|\":" if dense else r"[{}<>|]|\":|\s{3,}\S+\s{3,}"
    if re.search(marks, text) or "://" in text or ADDRESS.search(text):
        return False
    if text.isupper() and CAPITALS.fullmatch(text.strip()) and not STATES.search(text):
        return False  # a letterhead or the heading of a form
    letters = sum(char.isalpha() or char.isspace() for char in text)
    return len(text.split()) >= 2 and letters >= (0.4 if dense else 0.7) * len(text)


def passage(text: str, most: int = MOST, *, dense: bool = False) -> str:
    """Give *text* cleaned and cut to whole sentences within *most* characters; empty where none fits or reads."""
    line = clean(text)
    if not readable(line, dense=dense):
        return ""
    if len(line) <= most:
        return line
    kept = ""
    for sentence in ENDS.split(line):
        if len(kept) + len(sentence) + 1 > most:
            break
        kept = f"{kept} {sentence}".strip()
    return kept


def marked(text: str) -> str:
    """Put quotation marks round *text*, its own turned single, the closing stop inside as U.S. usage has it."""
    inner = re.sub(r"[\"“”]", "'", text.strip())
    return f"“{inner}”"


def closed(text: str) -> str:
    """Put quotation marks round *text* at the end of a sentence, a full stop inside them."""
    inner = text.strip().rstrip(" ,;:")
    return marked(inner if inner.endswith((".", "!", "?")) else f"{inner}.")


def low(text: str) -> str:
    """Put German quotation marks round *text*."""
    inner = re.sub(r"[\"“”„]", "'", text.strip())
    return f"„{inner}“"
