"""Whether a reworded sentence still says only what the passages under it state."""

import re

from wellfounded.model.basis import Attestation, Basis, Citation, Derivation
from wellfounded.model.letter import Sentence

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
WORD = re.compile(r"[^\W\d_]{4,}")
ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = {"twenty": 2, "thirty": 3, "forty": 4, "fifty": 5, "sixty": 6, "seventy": 7, "eighty": 8, "ninety": 9}
SPELLED = (
    {word: str(n) for n, word in enumerate(ONES)}
    | {word: str(10 * n) for word, n in TENS.items()}
    | {f"{ten}-{one}": str(10 * n + m) for ten, n in TENS.items() for m, one in enumerate(ONES[1:10], start=1)}
)
LETTERS = re.compile(rf"\b(?:{'|'.join(sorted(SPELLED, key=len, reverse=True))})\b", re.IGNORECASE)
COUNTED = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*")
LINKS = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "was", "with"}
# Words that turn a statement round: one more or one fewer of these is another statement.
TURNS = re.compile(
    r"\b(?:no|not|never|none|without|denie[sd]|cannot|can't|didn't|doesn't|isn't|wasn't|hasn't|failed|fails?|unable|"
    r"absent|stopped|worse\w*|better|improved?|effective|ineffective|only|more|less|most|least|all|both|always)\b",
    re.IGNORECASE,
)
# Words that carry no claim: a sentence may gain them freely.
PLAIN = {
    *("about", "above", "according", "after", "also", "although", "among", "because", "been", "before", "being"),
    *("below", "between", "both", "continued", "daily", "date", "days", "documented", "dose", "doses", "during"),
    *("each", "earlier", "enclosed", "from", "further", "given", "have", "having", "here", "however", "into"),
    *("itself", "later", "letter", "month", "months", "moreover", "note", "notes", "over", "patient", "period"),
    *("please", "record", "recorded", "records", "received", "reported", "same", "shown", "shows", "since"),
    *("such", "taken", "taking", "than", "that", "their", "them", "then", "there", "therefore", "these", "they"),
    *("this", "those", "through", "total", "treated", "treatment", "treatments", "trial", "trials", "under"),
    *("until", "used", "using", "week", "weeks", "were", "when", "where", "which", "while", "will", "with"),
    *("within", "would", "year", "years", "your"),
}
FAILED = re.compile(
    r"\bfailed\b|\bdid not (?:work|help|respond)\b|\bbrought no (?:adequate )?response\b|\bineffective\b|"
    r"\b(?:with )?no (?:adequate )?response\b|\bwithout (?:an? )?(?:adequate )?response\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")


def loose(text: str, was: Sentence) -> str:
    """Say what in *text* no passage under *was* states; empty where all of it is stated."""
    under = " ".join(words for basis in was.basis for words in _words(basis))
    numbers = (_numbers(text) - _numbers(under) - _written(under)) | _miscounted(text, was, under)
    if numbers:
        return f"no passage under it states {', '.join(sorted(numbers))}"
    if _turns(text) != _turns(was.text):
        return "it denies, limits or judges otherwise than the sentence it was"
    known = {word.lower() for word in WORD.findall(f"{under} {was.text}")}
    stems = {word[:6] for word in known}
    new = [w for w in WORD.findall(FAILED.sub(" ", text)) if w.lower() not in PLAIN and w.lower()[:6] not in stems]
    new = [word for word in new if word.lower() not in SPELLED]  # a number that is stated, in letters
    new += [name for name in NAME.findall(text) if name.lower() not in f"{under} {was.text}".lower()]
    return f"no passage under it states {', '.join(dict.fromkeys(new))}" if new else ""


def values(text: str) -> set[str]:
    """Give the numbers that *text* states, in figures or in letters, as figures."""
    return _numbers(text) | _written(text)


def _turns(text: str) -> list[str]:
    """Give the words that turn a statement, the ways to say that a treatment failed as one."""
    return sorted(turn.lower() for turn in TURNS.findall(FAILED.sub(" failed ", text)))


def _numbers(text: str) -> set[str]:
    return {f"{float(found.replace(',', '')):g}" for found in NUMBER.findall(text)}


def _written(text: str) -> set[str]:
    return {SPELLED[word.lower()] for word in LETTERS.findall(text)}


def _miscounted(text: str, was: Sentence, under: str) -> set[str]:
    """Give each number of *text* that is stated nowhere, or counts what *was* counted by another number."""
    stated = values(was.text) | values(under)
    counts, before = _counts(text), _counts(was.text)
    known = before | _counts(under)
    told = {what for _, what in before}
    return (_written(text) - stated) | {n for n, what in counts - known if what in told and (n, what) not in known}


def _counts(text: str) -> set[tuple[str, str]]:
    """Give each number with each of the two words after it: "nine", "antidepressants"."""
    out = set[tuple[str, str]]()
    words = COUNTED.findall(text)
    for n, word in enumerate(words):
        number = values(word)
        after = [each.lower()[:6] for each in words[n + 1 : n + 3] if not values(each)]
        out |= {(value, each) for value in number for each in after if each not in LINKS}
    return out


def _words(basis: Basis) -> list[str]:
    if isinstance(basis, Derivation):
        return [basis.rule, *(words for part in basis.of for words in _words(part))]
    if isinstance(basis, Attestation):
        return [basis.says]
    return [basis.authority] if isinstance(basis, Citation) else [basis.exact]
