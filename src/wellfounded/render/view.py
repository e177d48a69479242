"""The letter as every form shows it: parts in order, exhibit marks after sentences, the signature block."""

from dataclasses import dataclass
from datetime import date

from wellfounded.model.basis import Quote
from wellfounded.model.letter import Enclosure, Letter, Sentence

LOCALES = {"en": "{month} {day}, {year}", "es": "{day} de {month} de {year}", "de": "{day}. {month} {year}"}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}

COLUMNS = {
    "en": ("No.", "The plan asks", "Shown", "The record shows"),
    "es": ("N.º", "El plan pide", "Probado", "El expediente muestra"),
    "de": ("Nr.", "Gefordert", "Belegt", "Die Akte zeigt"),
}
SHOWS = "what shows "  # how each requirement that is still open is named: the words stand once in the box
INK = "#1f3a5f"  # of headings, rules and marks, where the practice names none
ENCLOSED = {"en": "Enclosures", "es": "Anexos", "de": "Anlagen"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An exhibit mark: its printed words, and where in which source it points."""

    words: str  # "C p. 2"
    target: str  # "exhibit:<source id>/<start>-<end>"


def marks(letter: Letter, sentence: Sentence) -> tuple[Mark, ...]:
    """Give the marks after *sentence*: one for each exhibit and page it rests on, in exhibit order."""
    labels = {enclosure.source: enclosure.exhibit for enclosure in letter.enclosures if enclosure.source}
    found: dict[str, Mark] = {}
    for quote in sorted(sentence.quotes, key=lambda q: (labels.get(q.at.source, "~"), q.at.start)):
        if label := labels.get(quote.at.source):
            words = f"{label} p. {quote.at.page}"
            found.setdefault(words, Mark(words, target(quote)))
    return tuple(found.values())


def target(quote: Quote) -> str:
    """Give the address of a passage that the packet turns into a link."""
    return f"exhibit:{quote.at.source}/{quote.at.start}-{quote.at.end}"


def long_date(day: date, language: str) -> str:
    """Write a day out as a letter of that language does."""
    months = MONTHS.get(language, MONTHS["en"]).split()
    return LOCALES.get(language, LOCALES["en"]).format(month=months[day.month - 1], day=day.day, year=day.year)


def ink(letter: Letter) -> str:
    """Give the colour of headings, rules and marks."""
    return letter.letterhead.colour or INK


def sender(letter: Letter) -> tuple[str, ...]:
    """Give the letterhead's lines under the practice's name."""
    held = letter.letterhead
    reach = [f"Tel {held.phone.value}" if held.phone else "", f"Fax {held.fax.value}" if held.fax else ""]
    return (*held.address, "  ".join(part for part in reach if part)) if any(reach) else held.address


def signature(letter: Letter) -> tuple[str, ...]:
    """Give the signature block of the clinician who signs, a line each; empty where nobody is named."""
    who = letter.signer
    if who.name is None:
        return ()
    name = f"{who.name.value}, {who.credentials.value}" if who.credentials else who.name.value
    lines = [name]
    lines += [fact.value for fact in (who.specialty, who.board_certification) if fact is not None]
    ids = [f"NPI {who.npi.value}" if who.npi else "", f"License {who.licence.value}" if who.licence else ""]
    reach = [f"Tel {who.phone.value}" if who.phone else "", f"Fax {who.fax.value}" if who.fax else ""]
    lines += ["   ".join(part for part in group if part) for group in (ids, reach) if any(group)]
    return tuple(line[:1].upper() + line[1:] for line in lines)


def draft_note(letter: Letter) -> str:
    """Say why the letter cannot be signed yet; empty where it can."""
    if not letter.unsigned_because:
        return ""
    shows = [line.removeprefix(SHOWS) for line in letter.unsigned_because if line.startswith(SHOWS)]
    others = [line for line in letter.unsigned_because if not line.startswith(SHOWS)]
    needed = [*others, f"{SHOWS}{'; '.join(shows)}"] if shows else others
    return f"Draft, not ready for signature. Still needed: {'; '.join(needed)}."


def columns(letter: Letter) -> tuple[str, ...]:
    """Give the four column titles of the criteria table."""
    return COLUMNS.get(letter.language, COLUMNS["en"])


def enclosed(letter: Letter) -> str:
    """Give the heading over the list of enclosures."""
    return ENCLOSED.get(letter.language, ENCLOSED["en"])


def pages(enclosure: Enclosure) -> str:
    """Say which pages of a document are enclosed; empty where all are."""
    if not enclosure.pages:
        return ""
    return f"p{'p' if len(enclosure.pages) > 1 else ''}. {', '.join(str(page) for page in enclosure.pages)}"
