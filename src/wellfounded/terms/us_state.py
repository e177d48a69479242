"""States, the District of Columbia and territories of the United States, by name and postal abbreviation."""

import re

from wellfounded.terms import InvalidCode, passes

NAMES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
    "AS": "American Samoa", "GU": "Guam", "MP": "Northern Mariana Islands", "PR": "Puerto Rico",
    "VI": "U.S. Virgin Islands",
}  # fmt: skip
TERRITORIES = frozenset({"AS", "GU", "MP", "PR", "VI"})
_BY_NAME = {name.upper().replace(".", ""): code for code, name in NAMES.items()} | {
    "VIRGIN ISLANDS": "VI",
    "WASHINGTON DC": "DC",
}


def compact(value: str) -> str:
    """The two letters where `value` is a name or an abbreviation in any case; else `value` in upper case."""
    words = " ".join(re.sub(r"[.,]", "", value).split()).upper()
    plain = re.sub(r"^(?:STATE|COMMONWEALTH) OF ", "", words)
    return _BY_NAME.get(plain) or plain.replace(" ", "")


def validate(value: str) -> str:
    """The two letters; raises `InvalidCode` when no state or territory is so called."""
    code = compact(value)
    if code not in NAMES:
        raise InvalidCode("No state, district or territory of the United States is so called.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` names a state, the District of Columbia or a territory."""
    return passes(validate, value)


def name(value: str) -> str:
    """The full name; raises `InvalidCode`."""
    return NAMES[validate(value)]


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The two letters."""
    return validate(value)
