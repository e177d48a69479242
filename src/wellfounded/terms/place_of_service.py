"""Place of service: the two digits of a professional claim and what CMS means by them, in our words."""

import re

from wellfounded.terms import InvalidCode, passes

PLACES = {
    "01": "pharmacy", "02": "telehealth, patient not at home", "03": "school", "04": "homeless shelter",
    "05": "Indian Health Service facility, free-standing", "06": "Indian Health Service facility, provider-based",
    "07": "tribal 638 facility, free-standing", "08": "tribal 638 facility, provider-based",
    "09": "prison or correctional facility", "10": "telehealth, patient at home", "11": "office", "12": "home",
    "13": "assisted living facility", "14": "group home", "15": "mobile unit", "16": "temporary lodging",
    "17": "walk-in retail clinic", "18": "place of employment", "19": "off-campus outpatient hospital",
    "20": "urgent care facility", "21": "inpatient hospital", "22": "on-campus outpatient hospital",
    "23": "hospital emergency room", "24": "ambulatory surgical center", "25": "birthing center",
    "26": "military treatment facility", "27": "outreach site or street", "31": "skilled nursing facility",
    "32": "nursing facility", "33": "custodial care facility", "34": "hospice", "41": "ambulance, land",
    "42": "ambulance, air or water", "49": "independent clinic", "50": "federally qualified health center",
    "51": "inpatient psychiatric facility", "52": "psychiatric partial hospitalization",
    "53": "community mental health center", "54": "intermediate care facility for intellectual disabilities",
    "55": "residential substance use treatment facility", "56": "psychiatric residential treatment center",
    "57": "non-residential substance use treatment facility", "58": "non-residential opioid treatment facility",
    "60": "mass immunization center", "61": "comprehensive inpatient rehabilitation facility",
    "62": "comprehensive outpatient rehabilitation facility", "65": "end-stage renal disease treatment facility",
    "66": "PACE center", "71": "public health clinic", "72": "rural health clinic",
    "81": "independent laboratory", "99": "another place",
}  # fmt: skip


def compact(value: str) -> str:
    """Two digits where one stands; label and spaces dropped."""
    code = re.sub(r"(?i)^\s*(?:pos|place of service)\s*(?:code)?\s*:?|\s", "", value)
    return code.zfill(2) if re.fullmatch(r"\d", code, re.ASCII) else code


def validate(value: str) -> str:
    """The two digits; raises `InvalidCode` when CMS assigns no place to them."""
    code = compact(value)
    if code not in PLACES:
        raise InvalidCode("No place of service has this number; it is two digits, as in 11 for an office.")
    return code


def is_valid(value: str) -> bool:
    """Whether a place of service has this number."""
    return passes(validate, value)


def says(value: str) -> str:
    """The place, in our words; raises `InvalidCode`."""
    return PLACES[validate(value)]


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The two digits."""
    return validate(value)
