"""Numbers in digits and in words, as far as letters write times in words."""

import re

ONES = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
GERMAN = {
    "ein": 1,
    "eine": 1,
    "einem": 1,
    "einer": 1,
    "eines": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "acht": 8,
    "zehn": 10,
    "vierzehn": 14,
}
_WORD = "|".join(sorted((*ONES, *TENS, *GERMAN, "hundred"), key=len, reverse=True))
NUMBER = rf"(?:(?=[lIO]{{0,3}}\d)[\dlIO]{{1,4}}|(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD})){{0,4}})"


def number(text: str) -> int:
    """Give the number *text* spells, in digits or words ("one hundred eighty" is 180)."""
    digits = text.strip().translate(str.maketrans("lIO", "110"))  # as a scan misreads them
    if digits.isdigit():
        return int(digits)
    total = 0
    for word in re.findall(r"[a-zäöü]+", text.lower()):
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += ONES.get(word, TENS.get(word, GERMAN.get(word, 0)))
    return total
