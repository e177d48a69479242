"""What a reversal could change in money: a range with its arithmetic, never a chance."""

from decimal import Decimal

from wellfounded.model.basis import Basis, Derivation, Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS
from wellfounded.model.law import Stake

CENT = Decimal("0.01")
BASES = ("allowed", "billed", "at_issue")  # what is counted from, the surest first
SAID = {
    "allowed": "the amount the plan allows",
    "billed": "the amount billed",
    "at_issue": "the amount the notice puts at issue",
    "paid": "paid already",
    "patient": "what the patient is said to owe",
    "cost_share": "the patient's cost share if it is covered",
    "out_of_pocket_left": "what is left of the patient's out-of-pocket limit",
}


def recoverable(case: Case) -> tuple[Stake, ...]:
    """Give what the plan could pay and what the patient would no longer owe, as far as amounts are known.

    The amounts are those of case.yaml, else the one the notice states. Nothing is given where they contradict each
    other (`contradictions`) or where none is known. The low end is nought unless the allowed amount and a bound on
    the patient's share are known: a plan may allow less than was billed, and leave all of it to the deductible.
    """
    held = _amounts(case)
    base = next((name for name in BASES if name in held), "")
    if contradictions(case):
        return ()
    found = [_plan(held, base)] if base else []
    return (*found, *([_patient(held)] if "patient" in held else []))


def contradictions(case: Case) -> tuple[str, ...]:
    """Give each pair of amounts that cannot both be right, as a sentence."""
    held = _amounts(case)
    pairs = (("allowed", "billed"), ("paid", "allowed"), ("paid", "billed"), ("cost_share", "allowed"))
    return tuple(
        f"amounts.{less} is {_said(held[less])}, more than amounts.{more}, {_said(held[more])}: check both."
        for less, more in pairs
        if less in held and more in held and held[less].value > held[more].value
    )


def _amounts(case: Case) -> dict[str, Fact[Decimal]]:
    reading = case.reading(*REFUSALS)
    field = reading.first("amount") if reading else None
    held = dict(case.amounts)
    if field is not None and isinstance(field.value, int | float):
        held.setdefault("at_issue", Fact(Decimal(str(field.value)).quantize(CENT), field.basis))
    return held


def _plan(held: dict[str, Fact[Decimal]], base: str) -> Stake:
    whole = held[base]
    paid = held.get("paid") if base != "at_issue" else None  # what is refused has not been paid
    high = whole.value - (paid.value if paid is not None else 0)
    of = [whole.basis] + ([paid.basis] if paid is not None else [])
    less = f" - {_said(paid)} ({SAID['paid']}) = {high:,.2f}" if paid is not None else ""
    lines = [f"At most {_said(whole)} ({SAID[base]}){less}."]
    share = _share(held)
    if base == "allowed" and share is not None:
        low = max(high - held[share].value, Decimal(0))
        lines.append(f"At least {high:,.2f} - {_said(held[share])} ({SAID[share]}) = {low:,.2f}.")
        bottom = _fact(low, "low", [*of, held[share].basis])
    else:
        why = "the patient's share is not known" if base == "allowed" else "the plan may allow less than this"
        lines.append(f"At least nothing: {why}.")
        bottom = _fact(Decimal(0), "low", of)
    return Stake("the plan could pay", bottom, _fact(high, "high", of), tuple(lines))


def _patient(held: dict[str, Fact[Decimal]]) -> Stake:
    owes, share = held["patient"], _share(held)
    lines = [f"At most {_said(owes)} ({SAID['patient']})."]
    if share is None:
        lines.append("At least nothing: the patient's share is not known.")
        return Stake("the patient would no longer owe", _fact(Decimal(0), "low", [owes.basis]), owes, tuple(lines))
    low = max(owes.value - held[share].value, Decimal(0))
    lines.append(f"At least {_said(owes)} - {_said(held[share])} ({SAID[share]}) = {low:,.2f}.")
    bottom = _fact(low, "low", [owes.basis, held[share].basis])
    return Stake("the patient would no longer owe", bottom, owes, tuple(lines))


def _share(held: dict[str, Fact[Decimal]]) -> str | None:
    """Give the name of the smallest bound on the patient's share that is known."""
    known = [name for name in ("cost_share", "out_of_pocket_left") if name in held]
    return min(known, key=lambda name: held[name].value, default=None)


def _fact(value: Decimal, end: str, of: list[Basis]) -> Fact[Decimal]:
    return Fact(value.quantize(CENT), Derivation(f"money at stake, {end} end", tuple(of)))


def _said(amount: Fact[Decimal]) -> str:
    return f"{amount.value:,.2f}"
