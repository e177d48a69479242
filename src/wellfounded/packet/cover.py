"""The packet's first page, or pages where the list is long: to whom, from whom, about what, and what is inside."""

from wellfounded.model.letter import Letter
from wellfounded.model.packet import Exhibit
from wellfounded.packet.typed import compiled

NOTICE = (
    "These pages hold health information that is private by law. If they reached you in error, tell the sender at the "
    "number above and destroy them."
)


def cover(
    letter: Letter,
    forms: tuple[Exhibit, ...],
    exhibits: tuple[Exhibit, ...],
    *,
    lead: int,
    letter_pages: int,
    total: int,
) -> bytes:
    """Give the cover as PDF; *letter_pages* and *total* count pages of the packet, *lead* those taken for the cover."""
    practice = letter.letterhead
    sender = [practice.name.value] if practice.name else []
    sender += [*practice.address]
    sender += [f"Tel {practice.phone.value}"] if practice.phone else []
    sender += [f"Fax {practice.fax.value}"] if practice.fax else []
    rows = [
        ("To", [*letter.to, *([f"By {letter.by[0]}: {letter.by[1]}"] if letter.by else [])]),
        ("From", sender),
        ("Date", [f"{letter.date:%B} {letter.date.day}, {letter.date.year}"]),
        *((label, [fact.value]) for label, fact in letter.re),
        ("Pages", [f"{total}, this one included" if lead == 1 else f"{total}, these {lead} included"]),
    ]
    contents = [("Letter", letter.title, _span(lead + 1, lead + letter_pages))]
    contents += [("Form", form.title, _span(form.first, form.last)) for form in forms]
    contents += [(f"Exhibit {e.label}", e.title, _span(e.first, e.last)) for e in exhibits]
    data = {"title": letter.title, "rows": [row for row in rows if row[1]], "contents": contents, "notice": NOTICE}
    return compiled("cover", data)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
