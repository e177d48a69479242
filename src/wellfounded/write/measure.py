"""A measured value in words: its name, its verb, its amount."""

import re

from wellfounded.model.basis import quotes
from wellfounded.model.evidence import Evidence
from wellfounded.write.words import doses

# Scales that bear a person's name, or the name of a place.
PEOPLE = frozenset(
    re.findall(
        r"\w+",
        "ashworth barthel beck berg bishop braden bristol borg cobb epworth glasgow gleason goldman hamilton hurley"
        " karnofsky katz lansky lequesne mayo oswestry rankin schwartz tanner vineland wagner wexner",
    )
)


SUBSCORE = re.compile(r"((?:[a-z]+ )?sub-?scores?)\b")


def small(name: str) -> str:
    """Give a measure's name inside a sentence: plain words small, a scale's or symbol's own spelling kept."""
    plain = name[1:].islower() and name.split(maxsplit=1)[0].lower() not in PEOPLE
    return f"{name[:1].lower()}{name[1:]}" if plain else name


def named(item: Evidence) -> str:
    """Give a value's name; where its passage calls it a subscore, it is not told as the whole scale."""
    part = next((at for quote in quotes(item.basis) if (at := SUBSCORE.search(quote.exact))), None)
    whole = item.name.removesuffix(" score")
    return f"{whole} {part[1].strip()}" if part is not None and "sub" not in item.name.lower() else item.name


def was(name: str) -> str:
    """Give the verb after a measure's name: "were" after "headache days", "was" after "PHQ-9"."""
    return "were" if re.search(r"[a-z]{3}(?<!s)s$", name) else "was"


def amount(point: Evidence) -> str:
    """Give the value; a unit that only says again what the name says ("headache days": days a month) is left out."""
    if point.value is None:
        return ""
    unit, n = point.value.unit, point.value.value
    said = [quote.exact for quote in quotes(point.basis)]
    again = re.match(r"d(?:ays?)?\b", unit) is not None and " days" in f" {point.name.lower()}"
    # A unit that holds a figure ("mL/min/1.73m2") is printed only where the chart states that figure too.
    figures = set(re.findall(r"\d+\.\d+", unit)) - {n_ for text in said for n_ in re.findall(r"\d+\.\d+", text)}
    return f"{_bound(said, n)}{doses.measured(n, '' if again or figures else unit)}"


def _bound(said: list[str], n: float) -> str:
    """Give the sign the chart puts before the value: "> 60" is not 60."""
    held = re.escape(f"{n:g}")
    found = next((at for text in said if (at := re.search(rf"([<>]=?|[\u2264\u2265]) ?{held}(?![\d.]\d)", text))), None)
    return f"{found[1]} " if found is not None else ""
