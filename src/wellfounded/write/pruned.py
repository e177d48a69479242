"""As few exhibits under a sentence as carry it: enough passages for its words and numbers, and no more.

Minimum necessary (45 CFR 164.502(b)): a page that adds nothing to what is said is not sent. And a reviewer who is
pointed to eight places opens none.
"""

import re
from dataclasses import replace

from wellfounded.model.basis import Basis, Derivation, Quote
from wellfounded.model.case import Case
from wellfounded.model.letter import Sentence
from wellfounded.write.words.numbers import spelled

ENCLOSED = "papers enclosed for this point"  # a rule whose passages all stay: the sentence names each paper

# An outcome that is said needs a passage that says it, in whatever words.
SAID = (
    (
        re.compile(r"\b(?:failed|no adequate response|did not work|did not help|not brought)\b"),
        re.compile(
            r"fail|(?:no|without|inadequate|poor|lack of|loss of|insufficient)\W+(?:\w+\W+){0,2}"
            r"(?:respon|benefit|improve|better|effect|relief|change)|non-?respon|ineffective|unchanged|worse|"
            r"not (?:respond|help|work|improve|change)",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\bnot (?:be )?tolerated\b|\bhad to be stopped\b"),
        re.compile(
            r"toler|stopped (?:for|because|due)|side effect|adverse|reaction|discontinued (?:for|due)", re.IGNORECASE
        ),
    ),
    (re.compile(r"\bpartial\b|\bin part\b"), re.compile(r"partial|some|somewhat|helps?|restored", re.IGNORECASE)),
)


def pruned(sentence: Sentence, case: Case) -> Sentence:
    """Give the sentence with the chart's passages reduced to those its numbers and longer words need."""
    if sentence.voice != "ours":
        return sentence
    held = list(dict.fromkeys(sentence.quotes))
    places: dict[str, str] = {document.source.id: document.source.path for document in case.documents}
    groups: dict[str, list[Quote]] = {}
    for quote in held:  # the chart is one body of evidence; each of the payer's papers speaks for itself
        path = places.get(quote.at.source, "")
        groups.setdefault("chart/" if path.startswith("chart/") else path, []).append(quote)
    rules = _rules(sentence.basis)
    kept = {quote for group in groups.values() for quote in _cover(sentence.text, group, rules, places)}
    kept |= {quote for quote in held if _spoken(quote, sentence.text) or ENCLOSED in rules.get(quote, "")}
    left = [part for basis in sentence.basis if (part := _only(basis, kept)) is not None]
    unique = tuple(part for at, part in enumerate(left) if part not in left[:at])
    return replace(sentence, basis=unique) if unique else sentence


def _rules(bases: tuple[Basis, ...], above: str = "") -> dict[Quote, str]:
    """Give for each passage the rules it stands under: a number or a count may be theirs and not its own."""
    held: dict[Quote, str] = {}
    for basis in bases:
        if isinstance(basis, Quote):
            held[basis] = f"{held.get(basis, '')} {above}"
        elif isinstance(basis, Derivation):
            for quote, rules in _rules(basis.of, f"{above} {basis.rule}").items():
                held[quote] = f"{held.get(quote, '')} {rules}"
    return held


def _cover(text: str, quotes: list[Quote], rules: dict[Quote, str], places: dict[str, str]) -> list[Quote]:
    """Choose passages greedily until every number and longer word of *text* that any of them holds is held.

    Papers come first: from data that no reviewer is sent only a number is taken that no paper states.
    """
    said = _tokens(text)
    tokens = {
        quote: _tokens(f"{quote.exact} {rules.get(quote, '')}") & said
        | _outcomes(text, quote.exact)
        | _words(text, quote.exact)
        for quote in quotes
    }
    papers = [quote for quote in quotes if not _data(quote, places)]
    chosen = _greedy(papers, tokens, set[str]().union(*(tokens[quote] for quote in papers)), places)
    held = set[str]().union(*(tokens[quote] for quote in chosen))
    rest = set[str]().union(*tokens.values()) - held if tokens else set()
    rest = {token for token in rest if token[:1].isdigit() or token.startswith("words ")} if chosen else rest
    chosen += _greedy([quote for quote in quotes if _data(quote, places)], tokens, rest, places)
    return chosen or quotes[-1:]


def _greedy(
    quotes: list[Quote], tokens: dict[Quote, set[str]], missing: set[str], places: dict[str, str]
) -> list[Quote]:
    chosen: list[Quote] = []
    missing = set(missing)
    while missing:
        best = max(quotes, key=lambda quote: (len(tokens[quote] & missing), places.get(quote.at.source, "")))
        chosen.append(best)
        missing -= tokens[best]
    return chosen


def _data(quote: Quote, places: dict[str, str]) -> bool:
    return places.get(quote.at.source, "").endswith(("json", "xml"))


def _tokens(text: str) -> set[str]:
    flat = text.lower().replace("\u2019", "'")
    numbers = {f"{float(n.replace(',', '')):g}" for n in re.findall(r"(?<![a-z])\d+(?:,\d{3})*(?:\.\d+)?", flat)}
    numbers |= {f"{n}" for n in spelled(flat)}
    return numbers | set(re.findall(r"[a-z]{5,}", flat))


def _outcomes(text: str, exact: str) -> set[str]:
    return {f"outcome {n}" for n, (said, shows) in enumerate(SAID) if said.search(text) and shows.search(exact)}


def _words(text: str, exact: str) -> set[str]:
    """Give each run of words in quotation marks that this passage holds."""
    flat = re.sub(r"\s+", " ", exact)
    runs = re.findall(r"\u201c([^\u201d]+)\u201d", text)
    return {f"words {n}" for n, run in enumerate(runs) if run.rstrip(" .,;:") in flat}


def _spoken(quote: Quote, text: str) -> bool:
    """Whether the sentence quotes this passage, whole or in part."""
    flat = re.sub(r"\s+", " ", quote.exact)
    return (
        any(len(run) > 12 and run.rstrip(" .,;:") in flat for run in re.findall(r"\u201c([^\u201d]+)\u201d", text))
        and len(quote.exact) > 12
    )


def _only(basis: Basis, kept: set[Quote]) -> Basis | None:
    if isinstance(basis, Quote):
        return basis if basis in kept else None
    if not isinstance(basis, Derivation):
        return basis
    left = tuple(part for each in basis.of if (part := _only(each, kept)) is not None)
    if left:
        return Derivation(basis.rule, left)
    return basis if "=" in basis.rule and not any(isinstance(each, Quote) for each in basis.of) else None
