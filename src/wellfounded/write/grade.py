"""How many years of school a paper asks of its reader: Flesch-Kincaid for English, Crawford for Spanish.

Kincaid, Fishburne, Rogers and Chissom 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59. Crawford 1984:
0.049 syllables - 0.205 sentences, each per 100 words, - 3.407. Names, codes and quoted words of others are left out:
a patient cannot choose them.
"""

import re

from wellfounded.model.letter import Letter

VOWELS = {"en": re.compile(r"[aeiouy]+"), "es": re.compile(r"[aeouáéíóúi]+|u(?![aeiouáéíóú])")}
OTHERS = re.compile(r"\u201c[^\u201d]*\u201d|\u00ab[^\u00bb]*\u00bb|\([^()]*\)|\b[A-Z]{2,}[\w-]*|\S*\d\S*")


def grade(letter: Letter) -> float | None:
    """Give the grade of a letter's own sentences; None for another language, or where there is nothing to count."""
    if letter.language not in VOWELS:
        return None
    return of(" ".join(s.text for s in letter.sentences if s.voice == "ours"), letter.language)


def of(text: str, language: str = "en") -> float | None:
    """Give the grade of *text*, or None where it holds no words."""
    bare = OTHERS.sub(" ", text)
    sentences = max(1, len(re.findall(r"[.!?:](?:\s|$)", bare)))
    words = re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", bare)
    if not words:
        return None
    syllables = sum(_syllables(word.lower(), language) for word in words)
    if language == "es":
        return round(0.049 * 100 * syllables / len(words) - 0.205 * 100 * sentences / len(words) - 3.407, 1)
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, 1)


def _syllables(word: str, language: str) -> int:
    found = len(VOWELS[language].findall(word))
    if language == "en" and re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$", word) and found > 1:
        found -= 1
    return max(1, found)
