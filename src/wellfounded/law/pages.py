"""A page for each body of law: its clocks, rights and rules, each with its authority, its tier and its day."""

from collections.abc import Iterator
from datetime import date, timedelta

from wellfounded.law.calendar import parse
from wellfounded.law.count import COMPUTES
from wellfounded.law.levels import LEVELS
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
BOUNDS = {"exact": "", "least": "at least ", "most": "at most "}
ENTER = (
    "In `case.yaml`, `received.EVENT` is the day it came (or the hour, `2026-03-16T14:30-05:00`), "
    "`received.EVENT_dated` the date it bears, and `received.EVENT_extension` the day of a notice that lengthens the "
    "time counted from it. `request` is `requested`; `expedited_request` is one the plan was asked to hurry; "
    "`information_answer` is the day the payer had the answer to its question."
)
REVIEW = "([how that is done](../../guides/review-a-law-pack.md)). Nothing here is legal advice."
TIERS = (
    "A rule of tier `primary` or `quoted-reg` was read at its source and gives a legal date; `secondary` gives a safe "
    "date marked unverified; `memory` gives none."
)
FILED = {"postmark": "the postmark counts", "received": "the day of arrival counts", "either": "postmark or arrival"}


def page(id_: str, pack: LawPack) -> str:
    """Give the Markdown page of one pack."""
    return "\n".join([f"# {pack.title}", "", *_head(id_, pack), *_deadlines(pack), *_others(pack)]).rstrip() + "\n"


def index(library: Library) -> str:
    """Give the Markdown page that lists every body of law by country, with what has been read and reviewed."""
    packs = dict(library.all(LawPack))
    rules = [rule for _, rule in _rules(library)]
    reviewed = [rule for rule in rules if rule.reviewed_by]
    latest = max(rule.as_of for rule in rules)
    out = [
        "# Law",
        "",
        f"{len(packs)} bodies of law, {len(rules)} rules, {len(reviewed)} of them reviewed by a lawyer {REVIEW}",
        "",
        TIERS,
        "",
    ]
    for country in sorted({id_.partition("/")[0] for id_ in packs}, key=lambda each: (each != "us", each)):
        held = [(id_, pack) for id_, pack in packs.items() if id_.startswith(f"{country}/")]
        out += [f"## {country.upper()}", "", *(f"* [{pack.title}]({id_}.md)" for id_, pack in held), ""]
    out += ["## Days to enter", "", ENTER, "", *_events(packs), ""]
    out += ["## Rules read more than a year before the latest", "", f"The latest was read on {latest}.", ""]
    out += [f"* `{name}`" for name in stale(library, latest)] or ["None."]
    out += ["", "## Clocks that give no legal date, and why", ""]
    out += [f"* `{name}`: {why}" for name, why in silent(library)]
    return "\n".join(out) + "\n"


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
        for held in (pack.deadlines, pack.rights, pack.routes, pack.items, pack.terms, pack.rules):
            for name, rule in held.items():
                yield f"{id_}#{name}", rule


def _events(packs: dict[str, LawPack]) -> Iterator[str]:
    """Give each event that clocks run from or that ends a step, in the packs' words or with the level it belongs to."""
    said: dict[str, set[str]] = {}
    for pack in packs.values():
        for clock in pack.deadlines.values():
            said.setdefault(clock.after, set()).add(clock.trigger)
    for level, held in LEVELS.items():
        words = level.replace("_", " ")
        for event in held.asked:
            said.setdefault(event, set()).add(f"the {words} was asked for")
        for event in held.answers:
            said.setdefault(event, set()).add(f"the {words} was decided")
    for event, triggers in sorted(said.items()):
        yield f"* `{event}`: {'; '.join(sorted(triggers))}"


def _head(id_: str, pack: LawPack) -> Iterator[str]:
    governs = pack.governs
    yield f"Pack `law/{id_}`. Markets: {', '.join(governs.markets)}."
    if governs.states:
        yield f"States: {', '.join(governs.states)}."
    if governs.except_states:
        yield f"Not in {', '.join(governs.except_states)}."
    if governs.insured is not None:
        yield "Only where an insurer bears the cost." if governs.insured else "Not where an insurer bears the cost."
    if governs.grandfathered is False:
        yield "Not for plans known to be grandfathered."


def _deadlines(pack: LawPack) -> Iterator[str]:
    if not pack.deadlines:
        return
    yield from ("", "## Deadlines", "", "| who | must | within | counted from | authority | tier, as of |")
    yield from ("|---|---|---|---|---|---|", *(_clock(clock) for clock in pack.deadlines.values()), "")
    for clock in pack.deadlines.values():
        said = " ".join(_details(clock))
        if said:
            yield f"* {clock.file[:1].upper()}{clock.file[1:]}: {said}"


def _clock(clock: Clock) -> str:
    within = "unverified" if clock.tier == "memory" else f"{BOUNDS[clock.bound]}{parse(clock.within)}"
    counted = f"{clock.trigger} ({CLOCKS[clock.clock]})"
    cells = (clock.whose, clock.file, within, counted, _linked(clock), f"{clock.tier}, {clock.as_of}{_status(clock)}")
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _details(clock: Clock) -> Iterator[str]:
    """Give what the table has no room for: receipt, rolling, extension, standstill, moves, lateness, the note."""
    if clock.when:
        yield f"Where it is {' and '.join(word.replace('_', ' ') for word in clock.when)}."
    if clock.presumed_receipt:
        yield f"Receipt is presumed {clock.presumed_receipt.within} after the date ({clock.presumed_receipt.cite})."
    if clock.roll:
        yield "A last day on a weekend or holiday moves to the next business day."
    if clock.filed_when:
        yield f"Filed: {FILED[clock.filed_when]}."
    if clock.extension:
        yield f"May be extended once by {clock.extension.within} ({clock.extension.cite})."
    if clock.stands_still:
        yield f"Stands still while a question is open ({clock.stands_still.cite})."
    for move in clock.overrides:
        yield f"Last days from {move.start} to {move.to} were moved to {move.due} ({move.cite}, {move.tier})."
    if clock.late and clock.tier != "memory":
        yield f"Once it has passed: {clock.late}"
    if clock.note:
        yield clock.note


def _others(pack: LawPack) -> Iterator[str]:
    if pack.rights:
        yield from ("", "## Rights", "", *(f"* {right.says}. {_cited(right)}" for right in pack.rights.values()))
    if pack.routes:
        ways = (f"* {way.does[:1].upper()}{way.does[1:]}: {way.why} {_cited(way)}" for way in pack.routes.values())
        yield from ("", "## Routes", "", *ways)
    if pack.items:
        things = (f"* {each.says} (letter: {each.letter}). {_cited(each)}" for each in pack.items.values())
        yield from ("", "## Things bought", "", *things)
    if pack.terms:
        yield from ("", "## Terms", "", *(f"* {each.says}. {_cited(each)}" for each in pack.terms.values()))
    if pack.rules:
        yield from ("", "## Other rules", "")
        for rule in pack.rules.values():
            value = f"{rule.value} {rule.unit}".strip()
            about = f" ({rule.about})" if rule.about else ""
            yield f"* {rule.topic.replace('_', ' ')}{about}: {value}. {_cited(rule)}"
    if pack.contacts:
        offices = (f"* {each.name}, {each.phone} (as of {each.as_of})" for each in pack.contacts.values())
        yield from ("", "## Offices", "", *offices)
    if pack.examples:
        yield from (
            "",
            "## Worked by hand",
            "",
            *(f"* {each.name}: {each.by or each.deadline}" for each in pack.examples),
        )


def _cited(rule: Rule) -> str:
    return f"({_linked(rule)}; {rule.tier}, as of {rule.as_of}{_status(rule)})"


def _linked(rule: Rule) -> str:
    return f"[{rule.cite}]({rule.url})" if rule.url and "[" not in rule.cite else rule.cite


def _status(rule: Rule) -> str:
    status = "" if rule.status == "in_force" else f", {rule.status.replace('_', ' ')}"
    return f"{status}, reviewed by {rule.reviewed_by}" if rule.reviewed_by else status
