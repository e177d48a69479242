"""Numbers as words and figures, and the plural that follows them."""

import re

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Numbers as a chart writes them out; "one" is left aside, for it is more often a pronoun.
NUMBERED = {
    word: n
    for n, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}
WORD = re.compile(r"\w+")
SIGNS = frozenset(("mg", "mcg", "g", "kg", "lb", "oz", "mL", "ml", "L", "IU", "mg/kg", "mEq", "mmol", "cm", "mm", "%"))
IRREGULAR = {"criterion": "criteria", "diagnosis": "diagnoses", "series": "series", "child": "children"}


def spelled(text: str) -> set[int]:
    """Give the numbers that *text*, in small letters, writes out."""
    return {NUMBERED[word] for word in WORD.findall(text) if word in NUMBERED}


def count(n: float) -> str:
    """Write a whole number below ten as a word and any other as figures."""
    return WORDS[int(n)] if float(n).is_integer() and 0 < n < len(WORDS) else f"{n:g}"


def plural(noun: str, n: float) -> str:
    """Give *noun*, given in the singular, in the number that *n* asks for; the sign of a unit ("mg") has one form."""
    if n == 1 or noun in SIGNS:
        return noun
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def singular(noun: str) -> str:
    """Give the singular of a unit's plain plural: "sessions" to "session"."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def some(n: float, noun: str) -> str:
    """Give a count with its noun: "two antidepressants", "36 sessions"."""
    return f"{count(n)} {plural(noun, n)}"


SAID = {  # capitals that are said as a word that opens with a consonant: "a HAM-D", "a MADRS"
    *("HAM", "MADRS", "MIDAS", "MOCA", "SALT", "SANS", "SLEDAI", "FACIT", "FLACC", "RASS", "HIT", "HER2", "RAPID3"),
    *("LASIK", "NASH", "MASH", "MELD", "FISH", "REM", "SCID", "SARS", "RAST", "FODMAP", "HEDIS", "HAQ", "HOMA", "STOP"),
}


def article(words: str) -> str:
    """Put "a" or "an" before *words* by how they are said: "an SSRI", "a European guideline", "an 8-week trial"."""
    head = words.lstrip("“\"'(").split(" ")[0].split("-")[0]
    lower = head.lower()
    if head.upper() in SAID:
        vowel = False
    elif head.isupper() and len(head) > 1 and not lower.startswith(("n95",)):
        vowel = head[0] in "AEFHILMNORSX"  # spoken letter by letter
    elif head[:1].isdigit():
        vowel = head.startswith("8") or head in {"11", "18"}
    else:
        vowel = lower[:1] in set("aeiou") and not lower.startswith(("uni", "use", "eu", "one", "ur"))
        vowel = vowel or lower.startswith(("hour", "honest", "honor"))
    return f"{'an' if vowel else 'a'} {words}"
