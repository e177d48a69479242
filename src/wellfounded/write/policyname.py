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
    """Name a numbered part: "Section IV.D.1"; a bare letter or number is a criterion."""
    label = label.strip().rstrip(".")
    if not label:
        return ""
    if label.lower().startswith(("section", "criterion", "part", "paragraph")):
        return label[:1].upper() + label[1:]
    return f"Section {label}" if "." in label or len(label) > 3 else f"criterion {label}"


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
