"""Time spent below a bound, as overnight oximetry reports it: "time with SpO2 of 88% or less: 12 minutes"."""

import re

from wellfounded.match.timing import newest
from wellfounded.match.view import View
from wellfounded.model.asks import Threshold
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Verdict

_ASKED = re.compile(r"\bfor (?:at least |>= ?|≥ ?)?(\d+)\s*(?:cumulative |consecutive |continuous )?min", re.IGNORECASE)
_MINUTES = re.compile(r"(\d+(?:\.\d+)?)\s*min", re.IGNORECASE)
_LOWEST = re.compile(r"\b(?:lowest|nadir|minimum|low(?:est)? of|never below)\b", re.IGNORECASE)


def minutes_asked(asks: Threshold, text: str) -> float | None:
    """Give the minutes for which a value must lie beyond its bound, or None where no time is asked."""
    found = _ASKED.search(f"{asks.during} {text}")
    return float(found[1]) if found else None


def told(asks: Threshold, minutes: float, view: View) -> tuple[Verdict, tuple[Evidence, ...]]:
    """Decide by the newest sentence that gives the time beyond this very bound; unknown where none does."""
    bound = re.escape(f"{asks.value:g}")
    beyond = re.compile(
        rf"\b(?:time|minutes|duration|spent|total)\b.{{0,40}}?(?<![\d.]){bound} ?(?:%|percent)?.{{0,25}}?"
        r"(\d+(?:\.\d+)?) ?min"
        rf"|(\d+(?:\.\d+)?) ?min\w* .{{0,30}}(?:below|under|at or below|<=?|≤) ?{bound}(?![\d.]\d)",
        re.IGNORECASE,
    )
    held = [
        (each, float(found[1] or found[2]))
        for each in view.passages
        if each.assertion.experiencer == "patient" and (found := beyond.search(each.statement))
    ]
    if not held:
        return Verdict.UNKNOWN, ()
    each, spent = max(held, key=lambda pair: newest(pair[0]))
    return (Verdict.MET if spent >= minutes else Verdict.NOT_MET), (each,)


def lasts(each: Evidence, minutes: float, passes: Verdict) -> Verdict:
    """Whether one value is told to have lasted; a lowest value that does not pass leaves no minute that could."""
    if passes is Verdict.NOT_MET and _LOWEST.search(each.statement):
        return Verdict.MET
    stated = [float(n) for n in _MINUTES.findall(each.statement)]
    return Verdict.MET if any(n >= minutes for n in stated) else Verdict.UNKNOWN
