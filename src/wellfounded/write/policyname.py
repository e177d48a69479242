"""How a letter names the policy and its numbered parts."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation, quotes
from wellfounded.model.criteria import Requirement
from wellfounded.write.telling import Telling
from wellfounded.write.words import series


def named(telling: Telling) -> str:
    """Name the policy: "policy BH-114, Transcranial Magnetic Stimulation for Depression"."""
    policy = telling.policy
    if policy is None:
        return "the plan's policy"
    if policy.number and policy.title:
        return f"policy {policy.number}, {policy.title}"
    return f"policy {policy.number}" if policy.number else policy.title or "the plan's policy"


def short(telling: Telling) -> str:
    """Name the policy by its number where it has one."""
    policy = telling.policy
    return f"policy {policy.number}" if policy is not None and policy.number else "the policy"


def place(label: str) -> str:
    """Name a numbered part: "Section IV.D.1"; one that opens with a lone letter is "criterion C.2"."""
    label = label.strip().rstrip(".")
    if not label:
        return ""
    if label.lower().startswith(("section", "criterion", "part", "paragraph")):
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
    named = list(dict.fromkeys(cited(claim) for claim in claims))
    words = {name.partition(" ")[0].lower() for name in named}
    if len(named) < 2 or len(words) > 1:
        return series.series(named)
    word = words.pop()
    plural = "criteria" if word == "criterion" else f"{word.capitalize()}s"
    return f"{plural} {series.series([name.partition(' ')[2] for name in named])}"


def places(held: list[str]) -> str:
    """Name several numbered parts, the word for them said once: "criteria C.2, E, and G"."""
    plain = list(dict.fromkeys(label.strip().rstrip(".") for label in held))
    if len(plain) > 1 and not any(_sectioned(label) or " " in label for label in plain):
        return f"criteria {series.series(plain)}"
    return series.series([place(label) for label in plain])


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
