"""Use that is counted: "used on 70 percent of nights for 4 hours", "75 percent of visits", "at least 6 visits"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wellfounded.match import gaps
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, HOLLOW, content, plain
from wellfounded.model.basis import Basis, Derivation, quotes
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict
from wellfounded.model.use import Session, Tally

_NUMBER = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "twenty": 20,
}  # fmt: skip
_N = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER)})"
_UNIT = r"(?P<unit>days|nights|visits|sessions|appointments|treatments|doses)"
_SHARE = re.compile(
    rf"(?P<n>\d{{2,3}}) ?(?:%|percent|per cent)(?: or (?:more|greater))?(?: of)?(?: the| all| its| their)?"
    rf"(?: scheduled| ordered| planned| prescribed)? {_UNIT}\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"\b(?:at least|minimum of|a minimum of|no fewer than|>=?) (?P<n>{_N})(?: \(\d+\))? (?:(?:supervised|attended"
    rf"|completed|in-person|formal|documented|individual) )*(?:[a-z-]+ ){{0,3}}?{_UNIT}\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?P<h>\d+(?:\.\d+)?|four|five|six) (?:or more )?hours?\b(?: or more)?"
    r"(?: (?:per|a|each) (?:night|day))?"
)
_SPAN = re.compile(
    rf"\b(?:for |over |during |in )?(?:a |any )?(?:consecutive )?(?P<m>{_N})[ -](?:consecutive )?"
    r"(?P<u>day|week|month)s?"
    r"(?: or (?:longer|more))?(?: (?:period|trial))?\b",
    re.IGNORECASE,
)
_EXCUSED = re.compile(r"\b(?:not counting|excluding|other than|except|excused?)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:ill(?:ness)?|sick|hospital\w*|surg\w+|medical|\w+ectomy|infection|fever|covid|flu|clos(?:ed|ure)|weather|snow"
    r"|flood|holiday|therapist (?:out|ill|sick))\b",
    re.IGNORECASE,
)
# What the count itself shows, beside the name of the device or therapy.
_SHOWN = content(
    "use used usage adherence adherent compliance attended attendance supervised scheduled ordered documented device "
    "download log record records shows shown period night day trial tolerates tolerated same type therapy treatment "
    "counting missed illness clinic closure visit session member patient least percent demonstrated objective data"
)
_SAME = {"days": "days", "nights": "days", "visits": "visits", "sessions": "visits", "appointments": "visits"}
_IN = {"day": 1.0, "week": 7.0, "month": 30.0}


@dataclass(frozen=True, slots=True)
class Asked:
    """A share of counted days or visits (*share*, 0 to 1), or a number of visits (*n*)."""

    unit: str
    share: float = 0.0
    n: float = 0.0
    hours: float = 0.0
    days: float = 0.0  # the shortest time the count must be over
    excused: bool = False  # visits missed for a stated reason do not count


def asked(text: str) -> tuple[Asked, str] | None:
    """Read what is asked, with the words that are left over; None where nothing is counted."""
    said = plain(text)
    hours, share = _HOURS.search(said), _SHARE.search(said)
    h = _int(hours["h"]) if hours else 0.0
    if share is not None:
        rest = said.replace(share[0], " ")
        rest = rest.replace(hours[0], " ") if hours else rest
        span = _SPAN.search(rest)
        days = _int(span["m"]) * _IN[span["u"].lower()] if span else 0.0
        rest = rest.replace(span[0], " ") if span else rest
        unit, excused = _SAME.get(share["unit"].lower(), share["unit"]), bool(_EXCUSED.search(said))
        return Asked(unit, float(share["n"]) / 100, 0, h, days, excused), rest
    count = _COUNT.search(said)
    if count is not None and _SAME.get(count["unit"].lower()) == "visits" and not hours:
        span = _SPAN.search(said.replace(count[0], " "))
        return (Asked("visits", 0, _int(count["n"])), said.replace(count["n"], " ", 1)) if span is None else None
    return None


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met or not met by the counts of one device or therapy that the words name; None where more than use is asked."""
    found = asked(requirement.text)
    if found is None:
        return None
    want, rest = found
    by_name: dict[str, list[Evidence]] = {}
    for each in view.of(EvidenceKind.USE, EvidenceKind.SESSION):
        by_name.setdefault(each.name, []).append(each)
    left = content(rest) - _SHOWN - GENERIC - HOLLOW
    fits = {name: held for name, held in by_name.items() if left <= _about(name, held, view)}
    counted = {name: told for name, held in fits.items() if (told := _told(want, held)) is not None}
    if len(counted) > 1:  # of several devices that of the request is meant
        asked_for = frozenset(w for service in view.case.services for w in content(service.description.value))
        near = {name: len(content(name) & (asked_for | content(requirement.text)) - _SHOWN) for name in counted}
        counted = {name: told for name, told in counted.items() if near[name] == max(near.values()) > 0}
    if len(counted) != 1:
        return None
    verdict, sums, used = next(iter(counted.values()))
    if verdict is Verdict.UNKNOWN:
        return None
    basis = tuple(Derivation(rule, tuple(quote for each in own for quote in quotes(each.basis))) for rule, own in sums)
    why = "; ".join(rule for rule, _ in sums) + "."
    gap = None if verdict is Verdict.MET else gaps.ask(view, f"whether there is another record of use: {why}")
    supports, despite = (used, ()) if verdict is Verdict.MET else ((), used)
    return Finding(requirement.id, verdict, supports, despite, tuple[Basis, ...](basis), gap=gap, why=why)


def _about(name: str, held: Iterable[Evidence], view: View) -> frozenset[str]:
    """Give the words of a device's or therapy's name, and of the head of the paper that counts it."""
    words = set(content(name))
    for each in held:
        for quote in quotes(each.basis):
            head = next((d.text[:300] for d in view.case.documents if d.source.id == quote.at.source), "")
            words |= content(head)
    return frozenset(words)


Sum = tuple[str, tuple[Evidence, ...]]


def _told(want: Asked, held: list[Evidence]) -> tuple[Verdict, list[Sum], tuple[Evidence, ...]] | None:
    tallies = _widest([each for each in held if _counts(each, want)])
    sessions = [each for each in held if isinstance(each.use, Session)]
    if want.n:
        return _number(want, tallies, sessions)
    if not tallies:
        return None
    verdicts, sums = list[Verdict](), list[Sum]()
    for each in tallies:
        tally = each.use
        if not isinstance(tally, Tally):
            continue
        lost = [one for one in sessions if want.excused and isinstance(one.use, Session) and _reason(one.use)]
        rule = f"{tally.n:g} / {tally.of:g} {tally.unit} = {_floor(tally.share)}%"
        sums.append((rule, (each,)))
        if tally.share >= want.share:
            verdicts.append(Verdict.MET)
        elif lost and tally.of > len(lost) and want.unit == "visits":
            share = tally.n / (tally.of - len(lost))
            rule = f"{tally.n:g} / ({tally.of:g} - {len(lost)} excused) = {_floor(share)}%"
            sums[-1] = (rule, (each, *lost))
            verdicts.append(Verdict.MET if share >= want.share else Verdict.NOT_MET)
        else:
            verdicts.append(Verdict.NOT_MET)
        if want.days and tally.of < want.days and tally.unit in {"days", "nights"}:
            verdicts[-1] = Verdict.UNKNOWN
    same = set(verdicts)
    return (same.pop() if len(same) == 1 else Verdict.UNKNOWN), sums, tuple(tallies)


def _number(
    want: Asked, tallies: list[Evidence], sessions: list[Evidence]
) -> tuple[Verdict, list[Sum], tuple[Evidence, ...]] | None:
    kept = [each for each in sessions if isinstance(each.use, Session) and each.use.attended]
    most = max(tallies, key=lambda each: each.use.n if isinstance(each.use, Tally) else 0, default=None)
    n = most.use.n if most is not None and isinstance(most.use, Tally) else 0.0
    if len(kept) >= max(want.n, n):
        return Verdict.MET, [(f"visits attended = {len(kept)}", tuple(kept))], tuple(kept)
    if most is None:
        return None
    verdict = Verdict.MET if n >= want.n else Verdict.NOT_MET if len(tallies) == 1 else Verdict.UNKNOWN
    return verdict, [(f"visits attended = {n:g}", (most,))], (most,)


def _counts(each: Evidence, want: Asked) -> bool:
    """Whether a count is in the unit asked for, of days that hold the hours asked for."""
    if not isinstance(each.use, Tally):
        return False
    unit = each.use.unit.removeprefix("percent of ")
    hours = float(each.use.least.split()[0]) if each.use.least else 0.0
    return _SAME.get(unit, unit) == want.unit and (hours >= want.hours if want.hours else True)


def _widest(held: list[Evidence]) -> list[Evidence]:
    """Give the counts without those of a part of another's period."""
    return [each for each in held if not any(_inside(each, other) for other in held if other is not each)]


def _inside(each: Evidence, other: Evidence) -> bool:
    a, b = each.use, other.use
    if not (isinstance(a, Tally) and isinstance(b, Tally)) or None in {a.period.start, b.period.start}:
        return False
    starts, ends = (a.period.start, b.period.start), (a.period.end, b.period.end)
    return bool(starts[1] <= starts[0] and ends[0] <= ends[1]) and a.of < b.of  # type: ignore[operator]


def _reason(session: Session) -> bool:
    return not session.attended and bool(_REASON.search(session.why))


def _floor(share: float) -> int:
    return int(share * 100 + 1e-9)


def _int(word: str) -> float:
    return float(_NUMBER.get(word.lower(), 0) or word)
