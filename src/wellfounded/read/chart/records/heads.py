"""The heads of the columns of a record of use: which cell is the day, the medicine, the quantity, the days' supply."""

import re
from collections.abc import Sequence

from wellfounded.read.chart.records.lines import Cell

_DAY = r"(?:\s*(?:date|dt|on))?"
_DATES = (
    r"(?:fill(?:ed)?|dispens(?:e|ed|ing)|sold|service|svc|serv|claim|ship(?:ped|ment)?|pick(?:ed)?[- ]?up|given"
    r"|adm(?:in(?:istered|istration)?)?|infus(?:ion|ed)|treatment|visit|session|processed|adjudicat\w+"
    rf"|last fill(?:ed)?|most recent fill|paid){_DAY}"
    r"|dates?(?: (?:of )?(?:fill(?:ed)?|dispens\w+|sold|(?:of )?service|processed|given|administered|picked up|shipped"
    r"|infusion|visit|session|treatment))?|dos|last filled|when"
)
_DRUG = (
    r"(?:brand/)?(?:drug|medication|medicine|product|item|prescription|rx|label|generic)"
    r"(?: ?[ /] ?(?:name|strength|description|dispensed|desc|label|product|form))*"
    r"|description|name(?: of (?:drug|medication))?|treatment"
)
_QUANTITY = r"(?:disp(?:ensed)?\.? )?(?:qty|quant(?:ity)?|qnty|amount|amt|units?|#)\.?(?: (?:disp\w*|filled))?"
_STATUS = (
    r"(?:claim |fill |rx )?(?:status|disposition|stat|type|action|result|outcome|tran(?:saction)?(?: type)?"
    r"|notes?|comments?|remarks?|attendance|attended\??|kept\??|reason)"
)
_WHO = r"(?:given|administered|infused|charted|hung) by|nurse|rn|initials|init|staff|therapist|clinician|provider"
_OTHER = (
    r"refills?(?: (?:left|rem(?:aining)?))?|rf|rfl?s?|prescriber(?: name)?|prescribed by|doctor|dr\.?|md"
    r"|pharmacy(?: name)?|store|location|plan(?: paid| pays?)?|paid amount|you paid|co-?pay|cost|price|total|source|sig"
    r"|directions|payer|payment|daw|bin|form|ingredient cost|ins(?:urance)?|member(?: cost)?|weight|wt|#"
)
_ROLES = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            "written",
            r"(?:date )?(?:written|prescribed|ordered|authored|entered)(?: date)?|(?:rx|order) date|next due.*",
        ),
        ("date", _DATES),
        ("drug", _DRUG),
        ("strength", r"strength|str|dose|dosage|dose given|amount given"),
        ("quantity", _QUANTITY),
        ("days", r"(?:days?['\u2019]?s?|dys?|d)[ ./]*(?:sup(?:ply|pl)?|s)?\.?|supply(?: days)?|ds|d/s"),
        ("status", _STATUS),
        ("number", r"(?:rx|prescription|claim|script)[ ]?(?:#|no\.?|num(?:ber)?|id)|rx"),
        ("who", _WHO),
        ("time", r"time|start(?: time)?|end(?: time)?|stop(?: time)?|duration|min(?:ute)?s|length|units billed"),
        ("lot", r"lot(?: ?#| no\.?| number)?|site|ndc(?:[ -]?(?:11|#|code|number))?|exp(?:iration)?(?: date)?"),
        ("other", _OTHER),
    )
)


def role(text: str) -> str:
    """Give what a head says its column holds; empty where it is no head we know."""
    words = " ".join(text.strip(" *_:.").split())
    return next((name for name, pattern in _ROLES if pattern.fullmatch(words)), "") if words else ""


def roles(row: Sequence[Cell]) -> list[str]:
    """Give the role of each cell of a line, as a head."""
    return [role(cell.text) for cell in row]


def joined(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Cell]:
    """Give one head from a head of two lines: each word below belongs to the one above that it stands under."""
    found = list(upper)
    for cell in lower:
        near = [i for i, one in enumerate(found) if one.left < cell.right + 1 and cell.left < one.right + 1]
        if len(near) == 1:
            over = found[near[0]]
            text = f"{over.text} {cell.text}"
            left = min(over.left, cell.left)
            found[near[0]] = Cell(text, over.start, over.start + max(over.right, cell.right) - left, left)
        else:
            found.append(cell)
    return sorted(found, key=lambda one: one.left)
