"""A number against a bound with its name and unit: what score, lab and measurement share."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.criteria.numbers import AFTER, COMPARATOR, NUMBER, comparator, count, durations, number, within
from wellfounded.criteria.tests._numbered import LABS, MEASURES, SCALES
from wellfounded.criteria.tests._units import PER_VOLUME, UNIT, UNIT_HERE, unit_name
from wellfounded.criteria.words import DRUG, disease
from wellfounded.model.coding import Duration

_FOUND = re.compile(
    rf"(?P<before>(?:{COMPARATOR})?)\s*(?:the\s+)?(?<![\w./-])(?P<n>(?:(?<=\s)[-\u2212])?{NUMBER})(?:st|nd|rd"
    rf"|th)?(?![\w]*[A-Za-z]{{3,}}\d)(?!\d*-\d+-\d)"
    r"(?=(?P<tail>(?:[^.;]|\.(?=\d)){0,90}))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"^\s*(?:%|percent)?(?:,\s*\d+)*\s*,?\s*(?:to|through|-|\u2013|\u2014|and"
    rf"|or)\s*(?P<high>{NUMBER})(?!\s*(?:more|fewer))",
    re.IGNORECASE,
)
_OR_MORE = re.compile(rf"\s*(?:{UNIT})?\s*(?:\([^)]*\)\s*)?(?P<more>{AFTER})", re.IGNORECASE)
_OF = re.compile(r"^(?:\s*(?:or|and)\s+\w+)?\s*(?:of|in|for)?\s+(?:the\s+)?((?:[a-z-]+\s+){0,3}[a-z-]+)")
_ON_SCALE = re.compile(
    r"(?:\s*(?:or|and)\s+\w+)?\s+(?:on|by|using)\s+(?:the\s+|an?\s+)?([A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*)"
)
_NAMED_SCALE = re.compile(
    r"(?:\s*(?:or|and)\s+\w+)?\s+(?:on|by|using|in|from)\s+(?:the\s+|an?\s+)?((?:[\w-]+\s+){0,5}?(?:scale|score"
    r"|index|inventory|questionnaire))\b",
    re.IGNORECASE,
)
_SKIP_UNIT = re.compile(
    (
        r"^[\s-]*(?:mg\b(?!\s*/\s*(?:d?L|mL|g|mmol|mol))|mcg\b(?!/)|years?|yrs?|months?|weeks?|days?|hours?|minutes?"
        r"|tablets?|doses?|vials?|visits?|sessions?|agents?|drugs?|medications?|classes|trials?|of\s+the|x\b|times"
        r"|units?\b(?!/)|consecutive|different|separate|or\s+more\s+(?:of|agents|drugs))"
    ),
    re.IGNORECASE,
)
_SECOND = re.compile(
    rf"\s*(?:{UNIT})?\s*,?\s*(?:and|but)\s+(?:is\s+)?(?P<sign>{COMPARATOR})\s*(?P<n>{NUMBER})".replace(
        "?P<unit>", "?P<first>"
    ),
    re.IGNORECASE,
)
_PAREN = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,11})\)")
_CHANGE = re.compile(
    (
        r"\b(?:reduc\w+|decreas\w+|fallen|fell|declin\w+|improve\w*|increas\w+|rise|risen|change|drop\w*|loss|lowered"
        r"|gain)\b"
    ),
    re.IGNORECASE,
)
_DURING = re.compile(
    (
        r"\b(?:at\s+rest(?:[\s,]+(?:while\s+)?awake)?(?:[\s,]+on\s+room\s+air)?|(?:while|when)\s+(?:awake|asleep"
        r"|sleeping|at rest|exercising)[^,.;]{0,30}|on\s+room\s+air|(?:taken\s+)?during\s+(?:sleep|exercise|exertion"
        r"|ambulation|wakefulness)|with\s+(?:exercise|exertion|activity)|fasting|at\s+baseline|on\s+(?:maximal\w*"
        r"|stable)[^,.;]{0,40}|before\s+treatment|off\s+therapy)"
    ),
    re.IGNORECASE,
)

_SCORE_WORD = re.compile(
    r"\b(?:scores?|scale|index|questionnaire|inventory|ratings?|grade|class|stage|points?|assessment|severity"
    r"|performance|measure(?=\s+(?:of|under|over|below|above|is|was)))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bound:
    """What stands against what: the kind of number, its name, comparator, value, unit, circumstances."""

    kind: str
    name: str
    comparator: str
    value: float
    unit: str
    upper: float | None
    within: Duration | None
    during: str
    start: int


_GRADE = re.compile(
    r"\b(?P<name>(?:[A-Z][\w-]*\s+)?(?:[Cc]lass|[Ss]tage|[Gg]rade|CLASS|STAGE|GRADE)|[A-Z]{3,}\s+[Ll]evel)\s+"
    r"(?P<low>I{1,3}|IV|VI?|[1-5])"
    r"[A-Da-d]?(?:\s*(?:to|or|and|through|-|\u2013|,)\s*(?P<high>I{1,3}|IV|VI?))?"
    r"(?P<after>\s+or\s+(?:higher|greater|above|more|worse|lower|less|below|better))?\b"
)
_STAGE = re.compile(r"\bstages?\s+$", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
# "a total active joint count of at least 20": the noun says that a number is meant.
# "a group 2 or 3 support surface", "type 1": a name and no number.
_LABELLED = re.compile(
    r"\b(?:group|type|tier|category|phase|step|schedule|chapter|section|part|criterion|criteria|item|table|factor)\s+$",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|ten|twelve|fifteen)\b(?=\s+(?:[a-z]+\s+){0,2}(?:days?|times"
    r"|episodes?|attacks?|events?|headaches?|seizures?"
    r"|stools?)\s+(?:per|an?|each|every)\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:count|number|rate|frequency|level|volume|percentage|ratio|length|width|depth|area|burden"
    r"|amount)\s*(?:of|is|was|are|must\s+be|:)?\s*"
    r"(?:at|by)?\s*$",
    re.IGNORECASE,
)
_OWN_NOUN = re.compile(r"\b[a-z][a-z-]{4,} of\s*(?:(?:at least|(?:more|greater) than|[<>]=?)\s*)?$", re.IGNORECASE)
_DEVIATIONS = frozenset({"standard deviations", "SD", "SDs", "standard deviation"})
_TURNED = {">": "<", ">=": "<=", "": "<="}
_BELOW = re.compile(r"\s*\W?\s*(?:or\s+more\s+)?below\b", re.IGNORECASE)
_SPECIMEN = re.compile(r"\b(?:enzymes?|plasma|serum|blood|urine|antibod\w+|titers?|concentration)\b", re.IGNORECASE)
_PICTURE = re.compile(r"\b(?:radiograph\w*|x-?rays?|MRI|CT|imaging|ultrasound)\b", re.IGNORECASE)


@lru_cache(maxsize=2048)
def bound(text: str) -> Bound | None:
    """Read the first bound in *text*: a number or a roman grade that is not a length of time, a dose or a count."""
    return _numbered(_digits(text)) or _graded(text)


def _digits(text: str) -> str:
    """Write "four migraine days a month" with a digit, where a unit of frequency follows; as long as before."""
    return _FEW.sub(lambda found: str(count(found[0])).ljust(len(found[0])), text)


def _graded(text: str) -> Bound | None:
    match = _GRADE.search(text)
    if match and match["name"].split()[-1].lower() == "stage" and disease(text):
        return None  # "kidney disease stage III": the stage is part of the diagnosis
    if match is None or match["low"] not in _ROMAN or _PICTURE.search(text):
        return None
    high = match["high"]
    sign = comparator("", match["after"] or "") or (">=" if high else "=")
    upper = float(_ROMAN[high]) if high else None
    scale = SCALES.search(text)
    name = f"{scale[0]} {match['name'].split()[-1]}" if scale else match["name"]
    return Bound("score", name, sign, float(_ROMAN[match["low"]]), "", upper, within(text), "", match.start())


def _numbered(text: str) -> Bound | None:
    busy = [(start, end) for start, end, _ in durations(text)]
    for match in _FOUND.finditer(text):
        at, tail = match.start("n"), match["tail"]
        if any(start <= at < end for start, end in busy) or _LABELLED.search(text[:at]):
            continue
        tail = re.sub(r"^/\d{2,3}\b", "", tail)  # 140/90: the bound is read of the first
        unit_match = UNIT_HERE.match(tail)
        rest = tail[unit_match.end() :] if unit_match else tail
        spread = _RANGE.match(rest)
        high = number(spread["high"]) if spread else None
        if spread:
            rest = rest[spread.end() :]
            unit_match = UNIT_HERE.match(rest) or unit_match
        if _SKIP_UNIT.match(tail) and not unit_match:
            continue
        after = _OR_MORE.match(rest)
        if after and not unit_match:
            unit_match = UNIT_HERE.match(rest[after.end() :])
        sign = comparator(match["before"], after["more"] if after else "")
        unit = unit_name(unit_match["unit"]) if unit_match else ""
        if _STAGE.search(text[:at]) and not unit_match and disease(text):
            continue  # "kidney disease stage 3": the stage is part of the diagnosis
        kind, name = _name(text, match.start(), rest, unit)
        if name and DRUG.match(name.split()[-1].lower()) and not re.search(r"/\s*d?l\b", unit, re.IGNORECASE):
            continue  # a dose
        if not kind or (not sign and not unit and not spread and kind != "score"):
            continue
        value = number(match["n"].replace("\u2212", "-"))
        if spread and not sign and high is not None and high > value:
            sign, value, high = (">=", value, high) if value else ("<=", high, None)  # "0, 1 or 2" is at most 2
        else:
            high = None if sign else high
        if not sign and not _stated(text[: match.start()]):
            continue
        also = _SECOND.match(rest[after.end() if after else 0 :])
        if also and sign in {">=", ">"} and comparator(also["sign"]) in {"<", "<="}:
            high = number(also["n"])
            unit_match = UNIT_HERE.match(rest[(after.end() if after else 0) + also.end() :])
            unit = unit or (unit_name(unit_match["unit"]) if unit_match else "")
        if sign == ">=" and after and "better" in after[0].lower() and unit.lower().startswith(("db", "decibel")):
            sign = "<="  # hearing is better the lower the threshold
        if unit in _DEVIATIONS and sign in _TURNED and _BELOW.match(rest):
            sign, value = _TURNED[sign], -value  # "more than 2 SD below the mean"
        during = _during(text, match.start())
        return Bound(
            kind,
            name,
            sign or ("=" if kind != "score" else ">="),
            value,
            unit,
            high,
            within(text),
            during,
            match.start(),
        )
    return None


def limited(text: str, held: Bound) -> bool:
    """Whether the number measures what a person cannot do: "unable to walk more than 50 feet"."""
    return bool(re.search(r"\b(?:unable|cannot|inability|not\s+able)\b", text[: held.start], re.IGNORECASE))


def _stated(before: str) -> bool:
    return bool(re.search(r"\b(?:of|is|was|score|stage|grade|class|level|status)\W*$", before, re.IGNORECASE))


def _during(text: str, start: int) -> str:
    if _CHANGE.search(text[:start][-60:]) or re.match(
        r"[^.;]{0,12}(?:%|percent)\s*(?:or\s+\w+\s+)?(?:reduc|decreas|improve|increas|declin|drop|weight loss)",
        text[start:],
        re.IGNORECASE,
    ):
        return "change from baseline"
    said = found[0].strip() if (found := _DURING.search(text)) else ""
    return re.sub(r"^(?:taken\s+)?(?:during|while|when)\s+", "", said, flags=re.IGNORECASE).replace(",", "")


def _name(text: str, start: int, rest: str, unit: str) -> tuple[str, str]:
    """Give the kind and the name of what the number at *start* measures: the nearest name before it, else after."""
    before = re.split(r"[;]|\bor\b(?=[^()]*$)|\band\b(?=[^()]*$)", text[:start])[-1] or text[:start]
    after = "" if unit and _OWN_NOUN.search(text[:start]) else rest[:70]
    for side in (before, after, text[:start]):
        for kind, pattern in (("score", SCALES), ("measurement", MEASURES), ("lab", LABS)):
            found = list(pattern.finditer(side))
            if found and not (kind == "lab" and found[-1][0] == "pH" and unit == ""):
                match = found[-1] if side is not after else found[0]
                name = _short(match[0], side)
                return (
                    "lab"
                    if kind == "measurement" and "/" in unit and re.search(r"/(?:d?l|ml|mcl)", unit, re.IGNORECASE)
                    else kind
                ), name
    if not unit and (scale := _NAMED_SCALE.match(rest)):
        return "score", scale[1].strip()
    words = re.findall(r"[A-Za-z0-9'\u2019/-]+|\([A-Z][\w-]*\)", before)
    acronym = _PAREN.findall(before)
    if _COUNT.search(before) and not unit:
        return "measurement", _tail(words)
    if _SCORE_WORD.search(before[-60:]) and words:
        return "score", acronym[-1] if acronym else _tail(words) or _after(rest)
    if re.search(PER_VOLUME, unit, re.IGNORECASE):
        return "lab", acronym[-1] if acronym else _tail(words)
    if unit:
        kind = "lab" if _SPECIMEN.search(before) else "measurement"
        return kind, acronym[-1] if acronym else _tail(words) or _after(rest)
    if words and re.fullmatch(r"\(?[A-Z][A-Z0-9-]{2,8}\)?", words[-1]) and not rest.startswith("-"):
        return "score", words[-1].strip("()")
    return "", ""


def _after(rest: str) -> str:
    if named := _NAMED_SCALE.match(rest):
        return named[1].strip()
    if scale := _ON_SCALE.match(rest):
        return scale[1].strip()
    found = _OF.match(rest)
    return _tail(found[1].split()) if found else ""


_LONG = {
    "body mass index": "BMI",
    "apnea-hypopnea index": "AHI",
    "body surface area": "BSA",
    "ejection fraction": "LVEF",
    "left ventricular ejection fraction": "LVEF",
    "glycated hemoglobin": "hemoglobin A1c",
}


def _short(name: str, side: str) -> str:
    after = re.search(rf"{re.escape(name)}[^()]{{0,30}}\(([A-Z][\w-]{{1,10}})\)", side)
    if after and name.lower() != "weight":
        return after[1]
    return _LONG.get(name.lower(), name)


_SMALL_WORDS = "is of was at the a an has have been be with least score that to by are from on for"
_SMALL = frozenset(_SMALL_WORDS.split())


def _tail(words: list[str]) -> str:
    while words and words[-1].lower() in _SMALL:
        words = words[:-1]
    kept: list[str] = []
    for word in reversed(words):
        if word.lower() in _SMALL or len(kept) == 4:
            break
        kept.insert(0, word)
    return " ".join(kept)
