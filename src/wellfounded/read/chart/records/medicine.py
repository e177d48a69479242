"""The medicine of one row of a record: its agent, strength and form, and whether the row was a hand-over."""

import re

from wellfounded.model.coding import Quantity
from wellfounded.model.use import Fill
from wellfounded.read.chart import amounts
from wellfounded.read.chart.fhir_medication import agent
from wellfounded.read.chart.lexicon import Lexicon

_FORMS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("nasal", r"\bnasal\w*|\bnose\b|\bNS\b"),
        ("eye", r"\bophth\w*|\beye\b"),
        ("inhaled", r"\b(?:inh(?:al\w*)?|hfa|diskus|flexhaler|respimat|respules?|ellipta|aerosol|neb\w*|mdi|dpi)\b"),
        ("topical", r"\b(?:cream|crm|oint(?:ment)?|lotion|gel|foam|shampoo|topical|cr\b(?= \d+ ?%))\b"),
        ("rectal", r"\b(?:rectal|enema|supp(?:ository)?)\b"),
        ("patch", r"\bpatch(?:es)?\b|\btransdermal\b|\bptch\b"),
        ("injected", r"\b(?:inj(?:ect\w*)?|pens?|syr(?:inges?)?|pfs|vials?|auto-?inj\w*|autoinjector|sc|subq|iv|im)\b"),
        ("suspension", r"\b(?:susp(?:ension)?|oral sol(?:utio)?n?|soln|solution|syrup|elixir|liquid|liq)\b"),
        ("oral", r"\b(?:tab(?:let)?s?|cap(?:sule)?s?|oral|po|odt|chew\w*|er|xr|dr|ec|sr|xl)\b"),
    )
)  # fmt: skip
_RETURNED = r"\breturn(?:ed)?(?: to stock)?\b|\bRTS\b|\b(?:not|never) picked up\b|\bunclaimed\b|\bunfilled\b"
_REJECTED = r"\bcancel\w*|\bcanc\b|\breject\w*|\bdenied\b|\bRJ\b|\bnot (?:filled|dispensed|covered)\b|\brefused\b"
_ORDERED = (
    r"\bon hold\b|\bhold\b|\bready\b|\bin process\b|\bpending\b|\bpend\b|\bprofiled\b|\bqueued?\b|\bscheduled\b"
    r"|\bnot yet\b|\bdue\b|\bexpired\b|\binactive\b|\bto be filled\b|\bPA req\w*"
)
_STANDING = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("returned", _RETURNED),
        ("reversed", r"\brevers(?:al|ed)\b|\bREV(?:S|D)?\b|\bvoid(?:ed)?\b"),
        ("rejected", _REJECTED),
        ("transferred", r"\btransfer\w*|\bxfer\w*|\bxfr\b|\btrans(?:ferred)? out\b"),
        ("sample", r"\bsamples?\b"),
        ("ordered", _ORDERED),
    )
)
_AMOUNT = re.compile(r"\(?(?P<n>-?\d+(?:,\d{3})*(?:\.\d+)?)\)?\s*(?P<u>.*)", re.DOTALL)
_DAYS = re.compile(r"\(?(?P<n>\d{1,3})\)?\s*(?:d(?:ays?)?|DS)?\.?(?: supply)?", re.IGNORECASE)
MOST = 366  # days a supply may be for


def form(text: str) -> str:
    """Give the form a row names, or nothing."""
    return next((name for name, pattern in _FORMS if pattern.search(text)), "")


def standing(text: str) -> str:
    """Say whether a row is a hand-over, by the words beside its medicine."""
    return next((name for name, pattern in _STANDING if pattern.search(text)), "dispensed")


def days(text: str) -> int | None:
    """Read a days' supply; None where the cell is no such number."""
    found = _DAYS.fullmatch(text.strip())
    n = int(found["n"]) if found else 0
    return n if 0 < n <= MOST else None


def quantity(text: str) -> Quantity | None:
    """Read "30", "473 mL", "60 x 10mL", "-30"."""
    found = _AMOUNT.fullmatch(text.strip().lstrip("#").strip())
    if found is None:
        return None
    return Quantity(float(found["n"].replace(",", "")), " ".join(found["u"].split()))


def fill(text: str, lexicon: Lexicon, strength: str = "") -> Fill | None:
    """Give the medicine a cell names; None where it holds no word."""
    if not re.search(r"[A-Za-z]{3}", text):
        return None
    known = agent(text, lexicon)
    held = (one for one in (strength, text, text.lower()) if one)  # a label prints "25 MG"
    dose = next((found for one in held if (found := amounts.DOSE.search(one)) is not None), None)
    return Fill(
        agent=" ".join(text.split()),
        ingredient=known.ingredient.lower() if not known.listed else known.ingredient,
        classes=known.classes,
        listed=known.listed,
        form=form(f"{text} {strength}"),
        strength=amounts.dose(dose) if dose else None,
    )
