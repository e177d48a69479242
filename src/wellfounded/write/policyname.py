"""How a letter names the policy and its numbered parts."""

from wellfounded.model.basis import Basis, Derivation
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
