"""One amount in another unit, by stated factors; what has no factor here is not converted."""

import re

_SPELLED = {
    "percent": "%", "pct": "%", "per cent": "%", "mg/dl": "mg/dl", "mmol/l": "mmol/l", "umol/l": "umol/l",
    "micromol/l": "umol/l", "mcmol/l": "umol/l", "µmol/l": "umol/l", "mcg": "ug", "µg": "ug", "kgs": "kg",
    "kilograms": "kg", "kilogram": "kg", "lbs": "lb", "pounds": "lb", "pound": "lb", "inches": "in", "inch": "in",
    "feet": "ft", "foot": "ft", "centimeters": "cm", "centimeter": "cm", "meters": "m", "meter": "m", "mm hg": "mmhg",
    "kg/m²": "kg/m2", "kg/m^2": "kg/m2", "degrees": "deg", "degree": "deg", "°": "deg", "°f": "f", "°c": "c",
    "deg f": "f", "deg c": "c", "fahrenheit": "f", "celsius": "c", "points": "", "point": "", "score": "",
    "events/hour": "/h", "events/h": "/h", "day/month": "days/month", "headache days/month": "days/month",
    "migraine days/month": "days/month", "events per hour": "/h", "per hour": "/h", "/hour": "/h", "events/hr": "/h",
    "/hr": "/h", "cells/mcl": "/ul", "cells/ul": "/ul", "cells/µl": "/ul", "cells per microliter": "/ul",
    "/mcl": "/ul", "cells/mm3": "/ul", "/mm3": "/ul", "cells/mm^3": "/ul", "cells per cubic millimeter": "/ul",
    "/µl": "/ul", "k/ul": "10^3/ul", "x10^3/ul": "10^3/ul", "x10e3/ul": "10^3/ul", "10*3/ul": "10^3/ul",
    "thousand/ul": "10^3/ul", "x10^9/l": "10^3/ul", "10^9/l": "10^3/ul", "10*9/l": "10^3/ul", "{score}": "", "1": "",
    "ml/min/{1.73_m2}": "ml/min", "ml/min/1.73m2": "ml/min", "ml/min/1.73 m2": "ml/min", "ml/min/1.73m²": "ml/min",
    "ml/min/1.73 m²": "ml/min", "[lb_av]": "lb", "[in_i]": "in", "cel": "c", "[degf]": "f", "iu/ml": "iu/ml",
    "torr": "mmhg", "u/l": "iu/l", "mm[hg]": "mmhg", "ng/dl": "ng/dl", "mcg/l": "ug/l", "ng/ml": "ng/ml",
    "miu/ml": "miu/ml", "uiu/ml": "miu/l",
}  # fmt: skip

# amount in the second unit = amount in the first * factor + offset; any analyte. NIST SP 811; exact by definition.
_ALWAYS = {
    ("lb", "kg"): (0.45359237, 0.0), ("in", "cm"): (2.54, 0.0), ("ft", "cm"): (30.48, 0.0), ("m", "cm"): (100.0, 0.0),
    ("f", "c"): (5 / 9, -160 / 9), ("kpa", "mmhg"): (7.50062, 0.0), ("g", "mg"): (1000.0, 0.0),
    ("mg", "ug"): (1000.0, 0.0), ("10^3/ul", "/ul"): (1000.0, 0.0), ("g/l", "g/dl"): (0.1, 0.0),
    ("ug/l", "ng/ml"): (1.0, 0.0), ("ng/ml", "ng/dl"): (100.0, 0.0), ("mg/l", "mg/dl"): (0.1, 0.0),
    ("iu/l", "iu/ml"): (0.001, 0.0), ("pg/ml", "ng/l"): (1.0, 0.0), ("ug/ml", "mg/l"): (1.0, 0.0),
    ("ng/ml", "pg/ml"): (1000.0, 0.0),
}  # fmt: skip

# By molar mass (g/mol): glucose 180.16, cholesterol 386.65, triglyceride 885.7 (as triolein), creatinine 113.12,
# calcium 40.08, 25-hydroxyvitamin D 400.64, testosterone 288.42, urate 168.11, bilirubin 584.66.
_BY_ANALYTE = {
    "glucose": {("mmol/l", "mg/dl"): (18.016, 0.0)},
    "cholesterol": {("mmol/l", "mg/dl"): (38.67, 0.0)},
    "triglyceride": {("mmol/l", "mg/dl"): (88.57, 0.0)},
    "creatinine": {("umol/l", "mg/dl"): (0.011312, 0.0)},
    "calcium": {("mmol/l", "mg/dl"): (4.008, 0.0)},
    "vitamin d": {("nmol/l", "ng/ml"): (0.40064, 0.0)},
    "testosterone": {("nmol/l", "ng/dl"): (28.842, 0.0)},
    "urate": {("umol/l", "mg/dl"): (0.016811, 0.0)},
    "bilirubin": {("umol/l", "mg/dl"): (0.058466, 0.0)},
    # The master equation of the IFCC and NGSP networks: NGSP % = 0.09148 * IFCC + 2.152.
    "hemoglobin a1c": {("mmol/mol", "%"): (0.09148, 2.152)},
}
AMBIGUOUS = frozenset({"weight", "height", "temperature", "glucose", "creatinine", "cholesterol", "triglyceride"})


def unit(text: str) -> str:
    """Give a unit's one spelling, in lower case."""
    bare = re.sub(r"\s+", " ", text.strip().lower().replace("μ", "µ"))
    if bare in _SPELLED:
        return _SPELLED[bare]
    rate = re.sub(r"\s*(?:/|\b(?:per|an?|each|every)\b)\s*", "/", bare)
    return _SPELLED.get(rate, rate)


def convert(value: float, given: str, wanted: str, analyte: str = "") -> float | None:
    """Give *value* in the *wanted* unit; None where no factor is known. A unit left out is taken as the other's."""
    have, want = unit(given), unit(wanted)
    if have == want or not want:
        return value
    if not have:
        return None if analyte in AMBIGUOUS or want in {"lb", "kg", "cm", "in", "f", "c"} else value
    tables = (_ALWAYS, _BY_ANALYTE.get(analyte, {}))
    for table in tables:
        if (have, want) in table:
            factor, offset = table[have, want]
            return value * factor + offset
        if (want, have) in table:
            factor, offset = table[want, have]
            return (value - offset) / factor
    return None
