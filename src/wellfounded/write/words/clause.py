"""The clause of a sentence that bears on what is asked, where it says the same alone as in its sentence."""

import re

STEM = 5  # letters by which two words are held to be the same
BARE = {
    "documented",
    "document",
    "result",
    "status",
    "patient",
    "member",
    "within",
    "months",
    "weeks",
    "years",
    "present",
}
# Before or after a clause these change what it says, or whose it is: such a clause is not quoted alone.
DENIES = re.compile(
    r"\b(?:no|not|nor|never|without|den(?:y|ies|ied)|negative|absent|free of|neither|if|unless|consider\w*|possible|"
    r"rule out|family|mother|father|sister|brother|history|h/o|risk|discussed|plan\w*)\b",
    re.IGNORECASE,
)
UNDOES = re.compile(
    r"^\s*(?:but|however|except|resolved|ruled|excluded|unlikely|denied|in remission|now|until|not|no longer)\b",
    re.IGNORECASE,
)


def bearing(text: str, asked: str) -> str:
    """Give the one clause of *text* that shares words with *asked*; empty where none, or more than one, may stand."""
    wanted = stems(asked)
    parts = re.split(r"([,;:])\s+", text)
    clauses, held = parts[::2], list[int]()
    for at, clause in enumerate(clauses):
        if wanted & stems(clause):
            held.append(at)
    if len(held) != 1 or len(clauses) < 3:
        return ""
    at = held[0]
    before, after = " ".join(clauses[:at]), clauses[at + 1] if at + 1 < len(clauses) else ""
    own = re.match(r"(?:no|not|denies)\b", clauses[at], re.IGNORECASE) is not None
    if (DENIES.search(before) and not own) or UNDOES.match(after) or len(clauses[at].split()) < 2:
        return ""
    return clauses[at].strip(" .")


def stems(text: str) -> set[str]:
    """Give the beginnings of the words of *text* that say something."""
    return {word[:STEM] for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in BARE}
