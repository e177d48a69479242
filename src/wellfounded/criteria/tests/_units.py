"""Units as policies write them."""

import re

PER_VOLUME = (
    r"(?:micromol|nanomol|picomol|millimol|mg|mcg|µg|\u03bcg|ug|ng|pg|g|mmol|µmol|\u03bcmol|umol|nmol|pmol|mEq"
    r"|IU|mIU|U|units|copies|cells|kU|kIU|mU"
    r"|x\s*10\^?\d+|\u00d7\s*10\^?\d+|k)\s*/\s*(?:dL|mL|L|mcL|µL|\u03bcL|uL|mm3|mm\^3|mm³|cmm|g|kg|mol|mmol"
    r"|24\s*h(?:ours|rs)?|day|hpf)"
)
UNIT = (
    rf"(?P<unit>%|/\s*(?:mm3|mm³|mcL|µL|uL)|percent(?:age points)?|percentile|{PER_VOLUME}|(?:cells|copies|eosinophils"
    rf"|neutrophils)\s+per\s+(?:microliter|mcL|µL|mL|cubic millimeter)|kg\s*/\s*m\s?(?:2|²|\^2)"
    rf"|mL\s*/\s*min(?:ute)?(?:\s*/\s*1\.73\s*m\s?(?:2|²|\^2))?"
    r"|mm\s?Hg|cm\s?H2O|m/s(?:ec)?|mg\s*/\s*m\s?(?:2|²|\^2)(?:\s*/\s*(?:day|d))?|(?:events?|episodes?|attacks?|headaches?|seizures?|spells?|stools?|apneas?)\s*(?:per|/|an|a"
    r"|each)\s*(?:hour|day|week|month|year|night)|(?:(?:headache|migraine)\s+)?(?:days|nights|hours"
    r"|times)\s+(?:per|a|each|/)\s*(?:day|night|week|month)|(?:times|x"
    r"|\u00d7)\s*(?:the\s+)?(?:upper\s+limit\s+of\s+normal|ULN)|m?g/(?:24\s*h(?:ours?|rs?)?|day|d)|g(?=\s+(?:or"
    r"|and)\b)|degrees?"
    r"|°|points?|mm/hr?|mm|cm2|cm²|sq(?:uare)?\s?cm|cm|kg|pounds|lbs?|ms|msec|milliseconds|seconds|dB(?:\s?HL)?"
    r"|decibels|liters?(?:/min)?|L/min|bpm|beats per minute|METs?|meters|grams?|standard deviations?|SD|kPa|ppm|ppb"
    r"|of\s+(?:those|these|which)\s+(?:days|nights|weeks|months)|pack-years?|inches|feet|weeks of gestation"
    r"|stools|joints|lesions|nodules)"
)
UNIT_HERE = re.compile(rf"\s*-?{UNIT}(?![A-Za-z])", re.IGNORECASE)


def unit_name(text: str) -> str:
    """Give the unit *text* writes, spelled one way."""
    plain = re.sub(r"\s+", " ", text.strip())
    low = plain.lower()
    if low in {"percent", "%"}:
        return "%"
    if re.match(r"kg\s*/\s*m", low):
        return "kg/m2"
    if low.replace(" ", "") == "mmhg":
        return "mm Hg"
    if low in {"degree", "degrees", "°"}:
        return "degrees"
    if low.startswith("of "):
        return low.split()[-1]
    if low in {"point", "points"}:
        return ""
    return re.sub(r"\s*/\s*", "/", plain)
