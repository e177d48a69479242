"""How a letter names the note a statement stands in: whose it is and of what day."""

import re

from wellfounded.model.basis import Quote, quotes
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence
from wellfounded.write.telling import Telling
from wellfounded.write.words import dates, people, quoted

NAME = re.compile(r"^(?:Dr\.? )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)+(?:, [A-Z][\w-]+(?:,? [A-Z][\w-]+)*)?$")


def own(telling: Telling, item: Evidence) -> bool:
    """Whether the clinician who signs wrote the note."""
    signer = telling.case.practitioner.name
    return bool(item.author) and signer is not None and people.same(item.author, signer.value)


def author(item: Evidence) -> str:
    """Give the author's name where it reads as one, without credentials."""
    return people.plain(item.author) if NAME.match(item.author.strip()) else ""


def noted(item: Evidence) -> PartialDate | None:
    """Give the day of the note, or of the value where the note's day is not known."""
    return item.written or item.on


def note(telling: Telling, item: Evidence) -> str:
    """Name the note: "my note of March 9, 2026", "Karen Whitfield's note of ...", "the record of ..."."""
    when = noted(item)
    of = f" of {dates.day(when)}" if when is not None else ""
    if own(telling, item):
        return f"my note{of}"
    who = author(item)
    if who:
        return f"{who}'s note{of}"
    return f"the chart note{of}" if of else "the chart"


def words(item: Evidence, most: int = quoted.MOST) -> str:
    """Give the statement's own words as a letter may quote them; empty where it holds data and not words."""
    held = [quote.exact for quote in quotes(item.basis)]
    flat = [quoted.clean(text) for text in held]
    statement = quoted.clean(item.statement)
    if statement and any(statement in text for text in flat) and (kept := quoted.passage(statement, most)):
        return kept
    fits = [passage for passage in (quoted.passage(text, most) for text in held) if passage]
    return max(fits, key=len, default="")


def joined(telling: Telling, items: list[Evidence], most: int = 420) -> tuple[str, list[Evidence]]:
    """Join the statements of one note into one quotation, and give those it holds.

    Neighbours in the text stand beside each other; where words between them are left out, an ellipsis says so.
    """
    said, used, last = "", list[Evidence](), None
    for item in sorted(items, key=_start):
        line = quoted.unlabelled(words(item)).rstrip(" ,;")
        if not line or line.rstrip(".") in f"{telling.said} {said}" or len(said) + len(line) > most:
            continue
        quote = next(quotes(item.basis), None)
        gap = last is not None and quote is not None and _between(telling, last, quote)
        line = line if line.endswith((".", "!", "?")) else f"{line}."
        said = f"{said}{' ...' if gap else ''} {line}".strip()
        used.append(item)
        last = quote
    return said, used


def _start(item: Evidence) -> tuple[str, int]:
    quote = next(quotes(item.basis), None)
    return ("", 0) if quote is None else (quote.at.source, quote.at.start)


def _between(telling: Telling, one: Quote, other: Quote) -> bool:
    """Whether words stand between two passages of one source."""
    if one.at.source != other.at.source:
        return True
    text = telling.case.document(one.at.source).text[one.at.end : other.at.start]
    return bool(text.strip(" \n\t\r.;,"))
