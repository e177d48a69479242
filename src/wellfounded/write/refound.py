"""Whether a reworded sentence still says only what the passages under it state."""

import re

from wellfounded.model.basis import Attestation, Basis, Citation, Derivation
from wellfounded.model.letter import Sentence
from wellfounded.write.words.numbers import spelled

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
WORD = re.compile(r"[^\W\d_]{4,}")
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
    new += [name for name in NAME.findall(text) if name.lower() not in f"{under} {was.text}".lower()]
    return f"no passage under it states {', '.join(dict.fromkeys(new))}" if new else ""


def _turns(text: str) -> list[str]:
    """Give the words that turn a statement, the ways to say that a treatment failed as one."""
    return sorted(turn.lower() for turn in TURNS.findall(FAILED.sub(" failed ", text)))


def _numbers(text: str) -> set[str]:
    return {f"{float(found.replace(',', '')):g}" for found in NUMBER.findall(text)}


def _written(text: str) -> set[str]:
    return {f"{n}" for n in spelled(text.lower())}


def _miscounted(text: str, was: Sentence, under: str) -> set[str]:
    """Give each number that *text* writes out and neither the sentence it was nor a passage under it states."""
    stated = _numbers(was.text) | _written(was.text) | _numbers(under) | _written(under)
    return _written(text) - stated


def _words(basis: Basis) -> list[str]:
    if isinstance(basis, Derivation):
        return [basis.rule, *(words for part in basis.of for words in _words(part))]
    if isinstance(basis, Attestation):
        return [basis.says]
    return [basis.authority] if isinstance(basis, Citation) else [basis.exact]
