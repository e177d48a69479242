"""Whether one sentence says what another says and no more: words, figures, denials and doubts compared.

It is strict by design: what it cannot see to be the same it refuses, and the sentence stands as it was.
"""

import re
from collections import Counter

STEM = 5
ALIKE = (  # phrases that say one thing; each is read as its first word
    ("failed", r"did not (?:work|help enough|help)|(?:brought|gave|had|showed) no adequate response|was ineffective"),
    ("failed", r"(?:an |with )?inadequate response|no response|without (?:adequate )?response|did not respond to"),
    ("untolerated", r"(?:was|were|could) not (?:be )?tolerated?|had to be (?:stopped|discontinued)|was discontinued"),
    (
        "partly",
        r"(?:helped )?only in part|in part only|(?:gave |brought )?(?:only )?a partial response|partially helped",
    ),
    ("stopped", r"discontinued|ended|halted"),
    ("request", r"ask(?:s|ed|ing)?|requests?|requested|requesting|would like"),
    ("approve", r"authori[sz]e[sd]?|authori[sz]ing|approves?|approved|approval of|allow|grant"),
    ("reverse", r"overturn(?:s|ed)?|reversal of|reversed?|set aside"),
    ("decision", r"determination|denial|refusal"),
    ("notice", r"letter of (?:denial|determination)|denial letter"),
    ("record", r"records|chart|charted|recorded|documented|documentation|documents?|notes?|noted|states?|stated|says?"),
    ("show", r"shows?|shown|shown by|demonstrates?|demonstrated|establish(?:es|ed)?|satisf(?:y|ies|ied)|meets?|met"),
    ("use", r"takes?|took|taken|used|uses|received|tried|was on|treated with|given"),
    ("treat", r"treatment|therapy|treats|treated|medication|medicine"),
    ("dispute", r"disputed?|disputes|at issue|in question|questions|turns? on|rests? on|contests?|contested"),
    ("patient", r"member|man|woman|person"),
    ("require", r"requires?|required|requirement|asks? for|calls? for|criteri(?:on|a)|demands?"),
    ("last", r"most recent(?:ly)?|latest|currently|now"),
    ("begin", r"began|begun|started|start|starting|initiated|beginning"),
    ("measure", r"measured|measurements?|scored?|scores|was|were|is|are|stood at"),
    ("enclose", r"enclosed|attached|included|herewith|enclosing"),
    ("physician", r"doctor|clinician|practitioner|provider"),
    ("call", r"phone|telephone|reach|reachable|speak|conversation|talk|discuss(?:ion)?"),
    ("please", r"kindly|i would be grateful if you would|would you|i ask you to|i ask that you"),
)
NEUTRAL = {  # words that tie, and words of any letter
    *(
        "this",
        "that",
        "though",
        "although",
        "sets",
        "most",
        "present",
        "time",
        "these",
        "those",
        "with",
        "from",
        "into",
        "upon",
        "under",
        "over",
        "above",
        "below",
    ),
    *("after", "before", "during", "until", "since", "between", "among", "there", "here", "they", "them", "their"),
    *("have", "having", "been", "being", "which", "who", "whom", "whose", "what", "when", "where", "while"),
    *("also", "each", "both", "letter", "therefore", "accordingly", "because", "further", "moreover", "following"),
    *("well", "such", "same", "first", "second", "then", "than", "reviewer", "reviewing", "write", "writing"),
    *("behalf", "appeal", "order", "ordered", "ordering", "would", "could", "should", "will", "does", "doing"),
    *("did", "more", "your"),
}
NAMED = {word for word, _ in ALIKE}
FREE = {"measure", "please", "notice", "show", "record", "use", "last", "enclose", "request", "call", "patient"}
OUTCOMES = {"failed", "untolerated", "partly"}
SMALL = 4  # letters; a shorter word is no content word
DENIES = re.compile(r"\b(?:no|not|never|none|neither|nor|without|cannot|denie[sd]|absent|absence|lacks?|un\w{5,})\b")
DOUBTS = re.compile(
    r"\b(?:may|might|possibl[ey]|probabl[ey]|likely|suspected|appears?|seems?|perhaps|unclear|suggests?|if|unless)\b"
)
CLAIMS = re.compile(
    r"\b(?:always|all|every|only|best|proven?|clearly|obviously|urgent(?:ly)?|immediate(?:ly)?|must|essential|critical|"
    r"significant(?:ly)?|severe(?:ly)?|moderate(?:ly)?|mild(?:ly)?|worse\w*|improv\w*|guarantee\w*|certain(?:ly)?|"
    r"standard|safe(?:ly)?|effective(?:ly)?|necessary|life|death|danger\w*|harm\w*|suffer\w*)\b"
)
MARK = re.compile(r"\u27e6\d+\u27e7")
LONGER, SHORTER = 1.5, 0.6


def differs(before: str, after: str) -> str:
    """Say in a few words why *after* may not stand for *before*; empty where it says the same.

    Both have marks (⟦1⟧) for what no rewording may touch: figures, days, names, quotations. They must all stand, in
    their order.
    """
    if MARK.findall(before) != MARK.findall(after):
        return "figures, names or quotations are not those of the sentence"
    if re.search(r"\d", MARK.sub("", after)) or re.search(r"[\u201c\u201d\"\[\]{}<>@]|https?:", MARK.sub("", after)):
        return "it has figures, quotations or signs of its own"
    if not SHORTER <= len(after) / max(len(before), 1) <= LONGER:
        return "it is much longer or shorter"
    one, other = _read(before), _read(after)
    for what, shape in (("denies", DENIES), ("doubts", DOUBTS), ("claims", CLAIMS)):
        if Counter(shape.findall(one)) != Counter(shape.findall(other)):
            return f"it {what} otherwise"
    kinds = OUTCOMES & set(re.findall(r"\w+", one))
    if len(kinds) > 1 and _order(one) != _order(other):
        return "it may give one treatment the outcome of another"
    ours, theirs = _content(one), _content(other)
    if theirs - ours:
        return "it has words of its own"
    return "it leaves something out" if ours - theirs else ""


def _read(text: str) -> str:
    """Give a sentence in small letters with phrases that say one thing read as one word."""
    held = re.sub(r"'s?\b", "", MARK.sub(" ", text.lower().replace("\u2019", "'")))
    for word, phrases in ALIKE:
        held = re.sub(rf"\b(?:{phrases})\b", word, held)
    return " ".join(held.split())


def _order(text: str) -> list[str]:
    """Give the words that say something in their order."""
    held = _content(text)
    return [
        word
        for word in (one if one in NAMED else one[:STEM] for one in re.findall(r"[a-z][a-z-]+", text))
        if word in held
    ]


def _content(text: str) -> set[str]:
    """Give the stems of the words that say something."""
    words = [word for word in re.findall(r"[a-z][a-z'-]+", text) if len(word) >= SMALL and word not in NEUTRAL]
    return {word if word in NAMED else word[:STEM] for word in words if word not in FREE}
