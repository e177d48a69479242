"""How a letter names the policy and its numbered parts."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation, quotes
from wellfounded.model.criteria import Policy, Requirement, requirements
from wellfounded.write.telling import Telling
from wellfounded.write.words import series

TITLE = 110  # characters; what is longer, or says something, was a sentence of the policy and not its title
SENTENCE = re.compile(r"\b(?:are|is|must|shall|should|has|have|may)\b")


def named(telling: Telling) -> str:
    """Name the policy: "policy BH-114, Transcranial Magnetic Stimulation for Depression"."""
    policy = telling.policy
    if policy is None:
        return "the plan's policy"
    title = titled(policy)
    if policy.number and title:
        return f"policy {policy.number}, {title}"
    return f"policy {policy.number}" if policy.number else title or "the plan's policy"


def titled(policy: Policy) -> str:
    """Give the title without the number it may open with: "NB-77 Botulinum Toxins" as "Botulinum Toxins"."""
    title = re.sub(rf"^{re.escape(policy.number)}[\s:.,-]*", "", policy.title) if policy.number else policy.title
    title = _calm(title) if title.isupper() else title
    return "" if len(title) > TITLE or SENTENCE.search(title) else title


def _calm(title: str) -> str:
    """Give a title in capitals as a title: "POWER MOBILITY DEVICES (PMD)" as "Power Mobility Devices (PMD)"."""
    words = [word if word.startswith("(") or re.search(r"\d", word) else word.title() for word in title.split()]
    small = {"And", "Of", "For", "The", "Or", "In", "With", "To", "By"}
    return " ".join(word.lower() if n and word in small else word for n, word in enumerate(words))


def basis(telling: Telling) -> tuple[Basis, ...]:
    """Give what the policy's number and title rest on: where its paper states one, else its first requirement."""
    policy = telling.policy
    leaf = next((each for each in requirements(policy.root) if each.quote), None) if policy and policy.root else None
    if policy is None or leaf is None or leaf.quote is None:
        return ()
    try:
        document = telling.case.document(leaf.quote.at.source)
    except KeyError:
        return (leaf.quote,)
    rule = f"policy = {policy.number}; {policy.title}"
    for words in (policy.title, policy.number):
        at = document.text.find(words) if words else -1
        if at >= 0:
            return (Derivation(rule, (document.quote(at, at + len(words)),)),)
    return (Derivation(rule, (leaf.quote,)),)


def short(telling: Telling) -> str:
    """Name the policy by its number where it has one."""
    policy = telling.policy
    return f"policy {policy.number}" if policy is not None and policy.number else "the policy"


_WORDED = re.compile(
    r"(?:section|criterion|part|paragraph|item|requirement|table|clause|step|article|chapter|exclusion|condition|rule"
    r"|element|appendix|page)\b",
    re.IGNORECASE,
)


def place(label: str) -> str:
    """Name a numbered part: "Section IV.D.1"; one that opens with a lone letter is "criterion C.2"."""
    label = label.strip().rstrip(".")
    if not label:
        return ""
    if _WORDED.match(label):
        return label[:1].upper() + label[1:]
    return f"Section {label}" if _sectioned(label) else f"criterion {label}"


def cited(claim: Claim) -> str:
    """Name a part as the payer's notice does where it does: "Item 8", "Section 3"; else as `place` would."""
    label = claim.slot("section").strip().rstrip(".")
    word = rf"\b(Section|Criterion|Item|Part|Paragraph|Clause|Step)\s+{re.escape(label)}(?![\w(.])"
    for quote in (each for basis in claim.basis for each in quotes(basis)):
        if label and (found := re.search(word, " ".join(quote.exact.split()), re.IGNORECASE)):
            return f"{found[1].capitalize()} {label}"
    return place(label)


def all_cited(claims: list[Claim]) -> str:
    """Name every part a notice cites, a word for them said once where it is the same: "Sections 3.5 and 3.6"."""
    return _together([cited(claim) for claim in claims])


def places(held: list[str]) -> str:
    """Name several numbered parts, the word for them said once: "Sections 3.5 and 3.6", "criteria C, E, and G"."""
    return _together([place(label) for label in held])


def _together(named: list[str]) -> str:
    named = list(dict.fromkeys(named))
    words = {name.partition(" ")[0].lower() for name in named}
    if len(named) < 2 or len(words) > 1:
        return series.series(named)
    word = words.pop()
    plural = "criteria" if word == "criterion" else f"{word.capitalize()}s"
    return f"{plural} {series.series([name.partition(' ')[2] for name in named])}"


def _sectioned(label: str) -> bool:
    head = label.partition(".")[0]
    return "." in label and (head.isdigit() or len(head) > 1 or head in {"I", "V", "X"})


def labels(held: list[str]) -> str:
    """Say several numbers shortly: "Section IV, A through F, H, and I"; empty where any has none."""
    if not held or not all(held):
        return ""
    heads = {label.rpartition(".")[0] for label in held}
    tails = [label.rpartition(".")[2] for label in held]
    if len(heads) == 1:
        head = heads.pop()
        if head and tails[0].isdigit():
            return series.ranges(held)
        return f"Section {head}, {series.ranges(tails)}" if head else series.ranges(tails)
    return series.series(held)


def numbered(leaf: Requirement) -> tuple[Basis, ...]:
    """Give what a sentence that names a requirement by its number rests on."""
    return () if leaf.quote is None else (Derivation(f"requirement {leaf.label}", (leaf.quote,)),)
