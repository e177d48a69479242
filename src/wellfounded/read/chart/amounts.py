"""Doses, routes and frequencies as charts write them."""

import re

from wellfounded.model.coding import Quantity
from wellfounded.wire.caseless import caseless

_UNIT = (
    r"mg/kg/(?:day|d|dose)\b|mcg/kg/(?:day|min)\b|mg/kg|mcg/kg|mg/m2|mg/m²|mcg/h(?:r|our)?|mg/mL|mg/ml|mg|mcg|µg|ug"
    r"|gm|grams?|g|units?/kg|units?"
    r"|[uU](?!\w)|IU|mEq|mL|ml|cc|"
    r"puffs?|tablets?|tabs?|capsules?|caps?|drops?|sprays?|patch(?:es)?|L/min|lpm|LPM|L|c?Gy|cm\s?H2O|J/cm2|mJ/cm2"
)
DOSE = re.compile(
    rf"(?<![\w./$-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d*\.?\d+)(?:\s*(?P<fu>mg|mcg|g)?\s*(?:-|\u2013|to|→|->"
    rf"|/)\s*(?P<hi>\d{{1,4}}(?:,\d{{3}})*(?:\.\d+)?))?[\s-]*(?P<u>{_UNIT})(?![\w²]|/(?:d?L|m[lL]|g)\b)"
    r"|(?<![\w./$-])(?P<pn>\d*\.?\d+)\s?(?P<pu>%)(?=\s+(?:cream|ointment|gel|lotion|foam|solution|shampoo|oint"
    r"|patch|drops|topical))",
)
# Between a dose given once ("80 mg once, then") and the dose that is taken from then on.
LOADING = re.compile(
    r"\s*(?:once|today|as a load(?:ing dose)?|load(?:ing dose)?|(?:on )?(?:day|week) \d+|on [\w/ ,]{3,18}?)"
    r"\s*[,;]?\s*(?:(?:and\s+)?then|followed by)?\s*",
    re.IGNORECASE,
)
FREQUENCY = caseless(
    r"\b(?:(?:once|twice|one time|two times|three times|four times|[1-6]\s?(?:x|times))[\s-]+(?:a|per|each|every"
    r"|/)?\s*(?:day|daily|week|weekly|month|monthly|wk|night)"
    r"|\d\s?x\s?/\s?(?:day|d|week|wk|w|month|mo)"
    r"|every\s+(?:other\s+)?(?:\d+(?:\s?-\s?\d+)?|two|three|four|six|eight|twelve)?\s*(?:hours?|hrs?|days?|weeks?"
    r"|wks?|months?|night|morning|evening|bedtime)"
    r"|q\.?\s?\d+(?:\s?-\s?\d+)?\s?(?:h(?:rs?|ours?)?|d(?:ays?)?|w(?:ks?|eeks?)?|mo(?:nths?)?|m)\b"
    r"|q\s?(?:am|pm|hs|d|day|wk|week|weekly|month|mo|od|other day|other week|nightly|evening|morning)\b"
    r"|qam|qpm|qhs|qd|qod|bid|tid|qid|b\.i\.d\.|t\.i\.d\.|q\.i\.d\.|q\.d\.|q\.h\.s\.|qow|qwk"
    r"|(?:once|twice|thrice)\s+(?:daily|weekly|monthly|yearly|nightly)|daily|nightly|weekly|biweekly|monthly"
    r"|quarterly|at bedtime|at night|each morning|in the morning|per day|per week|a day|a week"
    r"|(?:by|per) (?:carb(?:ohydrate)? ratio|sliding scale|correction scale)|with (?:each )?meals|/day|/wk|/week)"
    r"(?:\s*,?\s*(?:prn|p\.r\.n\.|as needed))?"
    r"|\b(?:prn|p\.r\.n\.|as needed)\b",
)
ROUTE = caseless(
    r"\b(?:p\.?o\.?|by mouth|oral(?:ly)?|sub-?q|subcut(?:aneous(?:ly)?)?|sc|sq|s\.c\.|iv|i\.v\.|intravenous(?:ly)?"
    r"|im|i\.m\.|"
    r"intramuscular(?:ly)?|topical(?:ly)?|transdermal|intranasal(?:ly)?|inhaled|nebulized|sublingual(?:ly)?|sl"
    r"|rectal(?:ly)?|pr|"
    r"intravitreal|intra-?articular|ophthalmic|per g-?tube|via g-?tube|vaginal(?:ly)?|intrathecal)\b",
)
_SAME = {
    "u": "units",
    "unit": "units",
    "µg": "mcg",
    "ug": "mcg",
    "gm": "g",
    "ml": "mL",
    "cc": "mL",
    "lpm": "L/min",
    "LPM": "L/min",
    "gram": "g",
    "grams": "g",
    "iu": "IU",
}


def dose(match: re.Match[str]) -> Quantity:
    """Give the dose a match of DOSE states; of a range or a step up, the larger, which is the dose reached."""
    if match["pn"]:
        return Quantity(float(match["pn"]), "%")
    unit = match["u"]
    low, high = float(match["n"].replace(",", "")), float((match["hi"] or "0").replace(",", ""))
    slash = "/" in match.group()[: len(match.group()) - len(unit)]
    if slash and match["fu"]:  # "40 mg/0.4 mL" is what is given in what it is dissolved in
        unit = match["fu"]
    return Quantity(low if slash else max(low, high), _SAME.get(unit, _SAME.get(unit.lower(), unit)))
