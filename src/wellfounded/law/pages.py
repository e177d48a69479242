"""A page for each body of law: its clocks, rights and rules, each with its authority, its tier and its day."""

from collections.abc import Iterator
from datetime import date, timedelta

from wellfounded.law.calendar import parse
from wellfounded.law.count import COMPUTES
from wellfounded.packs import Library
from wellfounded.packs.schema.law import Clock, LawPack, Rule

YEAR = timedelta(days=365)
CLOCKS = {
    "receipt": "receipt",
    "document_date": "the date it bears",
    "mailing": "the day it was sent",
    "service": "service",
    "event": "the event",
    "unspecified": "a day the source does not name",
}


def page(id_: str, pack: LawPack) -> str:
    """Give the Markdown page of one pack."""
    governs = pack.governs
    lines = [f"# {pack.title}", "", f"Pack `law/{id_}`. Markets: {', '.join(governs.markets)}."]
    if governs.states:
        lines.append(f"States: {', '.join(governs.states)}.")
    if pack.deadlines:
        lines += ["", "## Deadlines", "", "| who | must | within | counted from | authority | tier, as of |"]
        lines += ["|---|---|---|---|---|---|", *(_clock(clock) for clock in pack.deadlines.values())]
    if pack.rights:
        lines += ["", "## Rights", "", *(f"- {right.says}. {_cited(right)}" for right in pack.rights.values())]
    if pack.routes:
        lines += ["", "## Routes", "", *(f"- {way.does}: {way.why} {_cited(way)}" for way in pack.routes.values())]
    if pack.rules:
        lines += ["", "## Other rules", ""]
        lines += [
            f"- {rule.topic.replace('_', ' ')}: {rule.value} {rule.unit}. {_cited(rule)}".replace(" .", ".")
            for rule in pack.rules.values()
        ]
    if pack.contacts:
        lines += [
            "",
            "## Offices",
            "",
            *(f"- {office.name}, {office.phone} (as of {office.as_of})" for office in pack.contacts.values()),
        ]
    return "\n".join(lines) + "\n"


def stale(library: Library, on: date) -> tuple[str, ...]:
    """Give every rule that was last read more than a year before the day *on*, as `pack#rule`."""
    return tuple(name for name, rule in _rules(library) if on - rule.as_of > YEAR)


def silent(library: Library) -> tuple[tuple[str, str], ...]:
    """Give every clock that yields no legal date, with the reason."""
    return tuple((name, why) for name, rule in _rules(library) if isinstance(rule, Clock) and (why := _why(rule)))


def _why(clock: Clock) -> str:
    if clock.tier == "memory":
        return "known from memory only: gives no date"
    if clock.tier not in COMPUTES:
        return "known from a secondary source: gives a safe date marked unverified"
    if clock.status not in ("in_force", "extended"):
        return f"{clock.status.replace('_', ' ')}: gives no date"
    if clock.clock == "unspecified":
        return "the source does not name the starting day: gives a safe date only"
    return {"exact": "", "least": "a minimum: gives a safe date only", "most": "a maximum: gives no date"}[clock.bound]


def _rules(library: Library) -> Iterator[tuple[str, Rule]]:
    for id_, pack in library.all(LawPack):
        for held in (pack.deadlines, pack.rights, pack.routes, pack.rules):
            for name, rule in held.items():
                yield f"{id_}#{name}", rule


def _clock(clock: Clock) -> str:
    within = "unverified" if clock.tier == "memory" else str(parse(clock.within))
    counted = f"{clock.trigger} ({CLOCKS[clock.clock]})"
    cells = (clock.whose, clock.file, within, counted, clock.cite, f"{clock.tier}, {clock.as_of}")
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _cited(rule: Rule) -> str:
    status = "" if rule.status == "in_force" else f", {rule.status.replace('_', ' ')}"
    return f"({rule.cite}; {rule.tier}, as of {rule.as_of}{status})"
