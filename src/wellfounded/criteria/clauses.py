"""One sentence that holds several requirements, taken apart at its own "and", "or", commas and inline numbers."""

import re

from wellfounded.criteria.marks import readings
from wellfounded.criteria.passage import Passage

_WHO = (
    r"(?:members?|patients?|individuals?|beneficiar(?:y|ies)|enrollees?|persons?|people|clients?|adults?"
    r"|child(?:ren)?|recipients?|participants?|subscribers?|applicants?"
    r"|providers?|prescribers?|practitioners?|physicians?|clinicians?|drug|medication|device|request|treatment"
    r"|therapy|disease|condition|service|procedure|surgeon|dose|symptoms?|use"
    r"|he|she|they|it|infant)"
)
_VERB = (
    r"(?:has|have|had|is|are|was|were|will|must|does|do|did|can|cannot|could|may|should|meets?|shows?|fails?|failed"
    r"|tried|completed?|uses?|lacks?|demonstrates?|remains?"
    r"|requires?|receives?|received|takes?|taking|exhibits?|presents?|underwent|undergone|agrees?|wishes|lives"
    r"|needs?|averages?|scores?|weighs?|measures?"
    r"|exceeds?|resides?|participates?|attends?|performs?|provides?|demonstrates?|undergoes|reports?"
    r"|experiences?|suffers?)"
)
_STARTS = re.compile(
    rf"^(?:either\s+|both\s+)?(?:(?:who|that|which)\s+)?(?:(?:the|a|an|this|his|her|their|all"
    rf"|any)\s+)?(?:(?:(?!(?:that|which|who|with|when|if|and|or)\b)[\w%-]+\s+(?:\([^()]*\)\s+)?){{1,6}}?(?:has"
    rf"|have|is|are|was|were|must|does|did|cannot|will|had|could|can)\b"
    rf"|{_WHO}(?:['\u2019]s)?\b|(?:currently\s+)?{_VERB}\b|there\s+(?:is|are|was|were|has)\b"
    r"|no\s+|not\s+|none\b|without\s+|absence\b|documentation\b|documented\b|documents?\b|(?:confirmed\s+"
    r"|clinical\s+)?diagnos(?:is|ed)\b|age[ds]?\b|history\s+of\b|a\s+history\b|trial\b|inadequate\b"
    r"|intoleran|contraindicat|evidence\s+of\b|prescribed\b|ordered\b|written\b|failure\s+(?:of|to)\b|prior\s+"
    r"|previous\s+|used\s+|(?:at\s+least\s+)?\w+\s+years\s+of\s+age)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"[;,]?\s+(?P<word>and/or|and|or|plus)\s+|[;,]\s+(?:(?P<late>and/or|and|or)\s+)?|[;,]\s*$", re.IGNORECASE
)
# "at or below", "18 or older", "15 or more": the word joins no clauses.
_COMPARED = re.compile(
    r"(?:below|above|over|under|less|more|greater|fewer|higher|lower|older|younger|longer|shorter|equal|better"
    r"|worse|larger|smaller|exceed\w*|beyond|later|earlier)\b(?!\s+than\s+\d)",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:(?<=[\s,;:])|^)\(?(\d{1,2}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})\)\s+|(?<=[;:,]\s)(\d{1,2}|[a-z]"
    r"|[ivx]{1,4})\.\s+(?=\S)"
)
_LONGEST = 3000  # characters; a longer run is no sentence, and is not taken apart
_NOUNS = re.compile(r"^(?:there\s+(?:is|are|was|were)|(?:has|have)\s+(?:any|one)\s+of)\s*:?\s+(?=\S)", re.IGNORECASE)


# "has been tried for 4 weeks and failed": a verb without words of its own shares what stands before it.
_VERB_ALONE = re.compile(
    r"(?:(?:has|have|had|was|were)\s+)?(?:not\s+)?[a-z]+(?:\s+(?:it|them))?\s*(?:[.;,]|$)", re.IGNORECASE
)
_EITHER_OR = re.compile(r"\beither\b", re.IGNORECASE)
OPENS = re.compile(r"^(?:either|with|together\s+with|along\s+with)\s+", re.IGNORECASE)
# "..., with a severity score of 3 or 4": a finding with a number is a requirement beside the one before it.
SHOWS = re.compile(
    r"(?:with|together\s+with|along\s+with)\s+(?:an?\s+)?[^,;()]{3,90}?(?:\([A-Z][\w-]+\)[^,;()]{0,30}?)?\s"
    r"(?:of|at|above|below|over|under"
    r"|[<>\u2264\u2265]=?)\s*(?:at least\s+|more than\s+)?\d",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:and\s+)?(?:who|whose|that|with|without)\b", re.IGNORECASE)
# "limited or no benefit", "little or no response": one amount.
_LITTLE = re.compile(r"\b(?:limited|little|whether|minimal|few|partial)$", re.IGNORECASE)

# "Counseling by a counselor or a geneticist must take place": either of two persons, not two clauses.
_BY = re.compile(r"^(?:\W*[\w-]+){1,6}?\s+by\s+(?:an?|the)\s+[^,;]{0,60}$", re.IGNORECASE)


def starts(text: str) -> bool:
    """Whether *text* opens like a requirement of its own: a subject, a verb, or a word such as "diagnosis of"."""
    return bool(_STARTS.match(text))


def whole(text: str) -> bool:
    """Whether *text* may be a sentence of its own: it opens like one, or with an article and goes on for a while."""
    return starts(text) or bool(re.match(r"(?:the|an?|this|these|all)\s", text, re.IGNORECASE))


def inline(passage: Passage) -> tuple[Passage, list[Passage]] | None:
    """Split "a) ... b) ... or c) ..." inside one passage: what stands before the list, and its items.

    None where there are not at least two enumerators in sequence from the first.
    """
    kept: list[tuple[int, int]] = []
    style, opened = "", 1
    for match in _INLINE.finditer(passage.text):
        ways = dict(readings(match[1] or match[2]))
        if not kept:
            first = [name for name, value in ways.items() if value == 1 or (value == 24 and "letter" in name)]
            if first:
                style = first[0]
                opened = ways[style]
                kept.append((match.start(), match.end()))
        elif ways.get(style) == opened + len(kept):
            kept.append((match.start(), match.end()))
    if len(kept) < 2:
        return None
    ends = [start for start, _ in kept[1:]] + [len(passage.text)]
    parts = [passage.cut(start, end) for (_, start), end in zip(kept, ends, strict=True)]
    return passage.cut(0, kept[0][0]), parts


def told(passage: Passage) -> tuple[Passage, list[Passage]] | None:
    """Split "none of these: A; B; or C" at its colon and its semicolons, or its commas where it has none.

    None where no colon stands before at least two parts.
    """
    head, colon, _ = passage.text.partition(": ")
    if not colon or "(" in head.rpartition(")")[2]:
        return None
    body = passage.cut(len(head) + 1)
    marks = separators(body.text)
    strong = [cut for cut in marks if ";" in body.text[cut[0] : cut[1]]]
    strong = strong or [cut for cut in marks if re.search(r"\b(?:AND|OR)\b", body.text[cut[0] : cut[1]])]
    cuts = strong or [cut for cut in marks if "," in body.text[cut[0] : cut[1]] or cut is marks[-1]]
    if not cuts or not (strong or marks[-1][2]):
        return None
    bounds = [0, *(end for _, end, _ in cuts)], [*(start for start, _, _ in cuts), len(body.text)]
    parts = [body.cut(start, end).strip(" ;,.") for start, end in zip(*bounds, strict=True)]
    kept = [part for part in parts if part]
    return (passage.cut(0, len(head)), kept) if len(kept) > 1 else None


def separators(text: str) -> list[tuple[int, int, str]]:
    """Give every comma, semicolon, "and" and "or" outside brackets: where it starts and ends, and its word."""
    if len(text) > _LONGEST:
        return []
    depth, shut = 0, [0] * (len(text) + 1)
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        shut[index] = max(depth, 0)
    return [
        (
            match.start(),
            match.end(),
            (match["word"] or match["late"] or "").lower().replace("and/or", "or").replace("plus", "and"),
        )
        for match in _SEPARATOR.finditer(text)
        if not shut[match.start()]
        and not _COMPARED.match(text, match.end())
        and not _LITTLE.search(text[: match.start()])
    ]


def coordinate(passage: Passage) -> tuple[str, list[Passage]] | None:
    """Split a sentence into the clauses that open like requirements; "and" or "or" joins them.

    Where both words join its clauses, the one that binds last. None where it holds one clause.
    """
    marks = separators(passage.text)
    cuts = [
        (start, end, word)
        for start, end, word in marks
        if (starts(passage.text[end:]) or SHOWS.match(passage.text, end))
        and not _VERB_ALONE.match(passage.text, end)
        and not (word == "or" and _BY.search(passage.text[:start]))
    ]
    cuts = _outer(passage.text, cuts)
    words = {word for _, _, word in cuts if word}
    if cuts and not words and all(_RELATIVE.match(passage.text, end) for _, end, _ in cuts):
        words = {"and"}  # "adults with asthma, who have failed a steroid"
    if not cuts or len(words) != 1:
        return None
    bounds = [0, *(end for _, end, _ in cuts)], [*(start for start, _, _ in cuts), len(passage.text)]
    parts = [passage.cut(start, end).strip(" ;,.") for start, end in zip(*bounds, strict=True)]
    return words.pop(), [part.without(OPENS) for part in parts if part]


def _outer(text: str, cuts: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Keep of *cuts* by both words those that bind last: behind a comma against none, "and" against "either ... or"."""
    if {"and", "or"} - {word for _, _, word in cuts}:
        return cuts
    marked = {word: [text[start] in ",;" for start, _, each in cuts if each == word] for word in ("and", "or")}
    either = _EITHER_OR.search(text)
    word = "or" if all(marked["or"]) and not all(marked["and"]) and not either else "and"
    return [cut for cut in cuts if cut[2] in {word, ""}]


def series(passage: Passage) -> list[Passage]:
    """Split at every comma outside brackets; empty where another word joins the parts or there is no comma."""
    marks = separators(passage.text)
    if not marks or any(word for _, _, word in marks):
        return []
    bounds = [0, *(end for _, end, _ in marks)], [*(start for start, _, _ in marks), len(passage.text)]
    return [part for part in (passage.cut(a, b).strip(" ;,.") for a, b in zip(*bounds, strict=True)) if part]


def nouns(passage: Passage) -> tuple[str, list[Passage]] | None:
    """Split "there is A, B, or C" into A, B and C; None where it is no such list."""
    frame = _NOUNS.match(passage.text)
    if not frame:
        return None
    body = passage.cut(frame.end())
    marks = separators(body.text)
    words = {word for _, _, word in marks if word}
    if len(marks) < 1 or len(words) != 1 or not marks[-1][2]:
        return None
    if len(marks) == 1 and not re.search(r"[;,]", body.text[marks[0][0] : marks[0][1]]) and words == {"and"}:
        return None
    bounds = [0, *(end for _, end, _ in marks)], [*(start for start, _, _ in marks), len(body.text)]
    parts = [body.cut(start, end).strip(" ;,.") for start, end in zip(*bounds, strict=True)]
    return words.pop(), [part for part in parts if part]
