"""What is wrong with a sentence as English: holes, doubled words, articles, number, marks that do not pair."""

import re
from collections.abc import Iterator

from wellfounded.model.letter import Letter, Sentence
from wellfounded.write.words import numbers

QUOTED = re.compile(r"\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c")
HOLE = re.compile(r"\[|\]|\{|\}|_{2,}|\b(?:None|TBD|TODO|nan|null)\b|  |\(\)|\s[,.;:)]|,,|;;|\.\.|,\.|;\.|\(\s")
TWICE = re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE)
ARTICLE = re.compile(r"\b(an?) ([A-Za-z][\w-]*)", re.IGNORECASE)
LETTERS = re.compile(r"\b(?:vitamin|hepatitis|type|group|class|grades?|criterion|section|part|Medicare Part) (?:A|a)\b")
ONE = re.compile(
    r"(?<![\d.,/-])(?<!ype )(?<!lass )(?<!rade )(?<!tage )\b(?:1|one) (?!(?:is|was|has|of|plus|times)\b)"
    r"([a-z]{3,}[^s\W]s)\b"
)
DAY = r"(?<!uary )(?<!arch )(?<!April )(?<!May )(?<!June )(?<!July )(?<!gust )(?<!ember )(?<!ober )"
MANY = re.compile(
    DAY + r"\b(?:[2-9]|[1-9]\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) "
    r"(session|week|month|dose|day|year|unit|visit|treatment|tablet|criterion|point|injection|hour|measurement|trial|"
    r"patient|course)\b(?! [a-z]*(?:old|long)\b)"
)
VERB = re.compile(
    r"\b(?:criteria|records|notes) (?:is|was|has|shows|says)\b|\bcriterion (?:are|were|have)\b|"
    r"\b(?:he|she|it) (?:are|were|have)\b|\bthey (?:is|was|has)\b|\bI (?:is|are|has)\b|\bpolicy [\w-]+ (?:allow|ask)\b"
)
REPEATED = {"that", "had"}  # words that may rightly stand twice


def faults(sentence: Sentence, *, english: bool = True) -> Iterator[str]:
    """Give what is wrong with our own words in *sentence*; what is quoted is the source's."""
    text = QUOTED.sub("\u201cq\u201d", sentence.text)
    if found := HOLE.search(text):
        yield f"hole {found[0]!r}"
    if text.count("(") != text.count(")") or text.count("\u201c") != text.count("\u201d"):
        yield "marks that do not pair"
    if not (text[:1].isupper() or not text[:1].isalpha() or re.match(r"[a-z]{1,2}[A-Z]|[a-z]-[A-Z]", text)):
        yield "a small letter at the start"
    if not re.search(r"[.:?!\u201d)]$", text):
        yield "no stop at the end"
    for found in TWICE.finditer(text):
        if found[1].lower() not in REPEATED:
            yield f"doubled word {found[0]!r}"
    if not english:
        return
    for found in ARTICLE.finditer(LETTERS.sub("", text)):
        if numbers.article(found[2]).split()[0] != found[1].lower() and not found[1].isupper():
            yield f"article {found[0]!r}"
    for shape in (ONE, MANY, VERB):
        if found := shape.search(text):
            yield f"number {found[0]!r}"


def of_letter(letter: Letter) -> Iterator[tuple[int, str, str]]:
    """Give number, fault and text of each sentence of ours that has one."""
    for sentence in letter.sentences:
        if sentence.voice == "ours":
            for fault in faults(sentence, english=letter.language == "en"):
                yield sentence.number, fault, sentence.text
