"""The letter as every form shows it: parts in order, exhibit marks after sentences, the signature block."""

from dataclasses import dataclass
from datetime import date

from wellfounded.model.basis import Quote
from wellfounded.model.letter import Enclosure, Letter, Paragraph, Sentence

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
SHOWS = "what shows "  # how each requirement that is still open is named
ENCLOSURE = {"en": "Encl.", "es": "Anexo", "de": "Anlage"}  # what stands before the exhibits in a printed mark
MANY = 6  # what is still to be shown, from which each is named in fewer words
PAGE = {"de": "S."}  # before a page's number, where it is not "p."
BY = {"en": "By {way}", "es": "Por {way}", "de": "Per {way}"}
PAYERS = ("payer/", "policy/")  # papers the reader wrote: who quotes them names them, and needs no page beside it
INK = "#1f3a5f"  # of headings, rules and marks, where the practice names none
DATED = {"en": "Date:", "es": "Fecha:", "de": "Datum:"}
ENCLOSED = {"en": "Enclosures", "es": "Anexos", "de": "Anlagen"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An exhibit mark: its printed words, and where in which source it points."""

    words: str  # "C p. 2"; of an exhibit of one page "C"
    target: str  # "exhibit:<source id>/<start>-<end>"


def marks(letter: Letter, sentence: Sentence) -> tuple[Mark, ...]:
    """Give every mark of *sentence*: one for each exhibit and page it rests on, in exhibit order."""
    labels = {enclosure.source: enclosure for enclosure in letter.enclosures if enclosure.source}
    order = {source: n for n, source in enumerate(labels)}
    found: dict[str, Mark] = {}
    for quote in sorted(sentence.quotes, key=lambda q: (order.get(q.at.source, len(order)), q.at.start)):
        held = labels.get(quote.at.source)
        if held is not None:
            words = (
                held.exhibit
                if held.length == 1
                else f"{held.exhibit} {PAGE.get(letter.language, 'p.')} {quote.at.page}"
            )
            found.setdefault(words, Mark(words, target(quote)))
    return tuple(found.values())


def printed(letter: Letter, paragraph: Paragraph) -> tuple[tuple[Mark, ...], ...]:
    """Give for each sentence of *paragraph*, then for each of its rows, the marks a page prints after it.

    What every sentence rests on stays in the letter's data. A page prints what a reader opens: the chart's pages; those
    of the payer's own papers only after words quoted from them; a mark that the next sentence repeats only there; and
    none after a line that opens a list, whose items have theirs.
    """
    said = [(each, () if each.text.endswith(":") else _opened(letter, each)) for each in paragraph.sentences]
    kept: list[tuple[Mark, ...]] = []
    for n, (_, held) in enumerate(said):
        after = said[n + 1][1] if n + 1 < len(said) and not paragraph.bullets else ()
        names = {mark.words for mark in after}
        kept.append(() if held and all(mark.words in names for mark in held) else held)
    return (*kept, *(_opened(letter, row.shows, row=True) for row in paragraph.rows))


def _opened(letter: Letter, sentence: Sentence, *, row: bool = False) -> tuple[Mark, ...]:
    """Give the marks of the chart; those of the payer's papers where it has none and the sentence quotes them."""
    theirs = {f"exhibit:{source.id}" for source in letter.sources if source.path.startswith(PAYERS)}
    held = marks(letter, sentence)
    ours = tuple(mark for mark in held if mark.target.rpartition("/")[0] not in theirs)
    if ours or not theirs:
        return ours
    return held if not row and "\N{LEFT DOUBLE QUOTATION MARK}" in sentence.text else ()


def lead(letter: Letter) -> str:
    """Give the word that stands before the exhibits in a printed mark, with its space."""
    return f"{ENCLOSURE.get(letter.language, ENCLOSURE['en'])} "


def bracketed(letter: Letter, held: tuple[Mark, ...]) -> str:
    """Give marks as one bracket: "[Encl. C; D p. 2]"; empty where there is none."""
    return f"[{lead(letter)}{'; '.join(mark.words for mark in held)}]" if held else ""


def target(quote: Quote) -> str:
    """Give the address of a passage that the packet turns into a link."""
    return f"exhibit:{quote.at.source}/{quote.at.start}-{quote.at.end}"


def by(letter: Letter) -> str:
    """Say by what way the letter goes: "By fax: 555-0100"; empty where none is named."""
    if not letter.by:
        return ""
    way = letter.by[0] if letter.language != "de" else {"fax": "Fax", "mail": "Post"}.get(letter.by[0], letter.by[0])
    return f"{BY.get(letter.language, BY['en']).format(way=way)}: {letter.by[1]}"


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
    """Say over the letter that it cannot be signed yet; empty where it can."""
    return "Draft, not ready for signature. Still needed:" if letter.unsigned_because else ""


def draft_needs(letter: Letter) -> tuple[str, ...]:
    """Give what is still needed, an item each, what the criteria ask after what is missing from the letter itself."""
    shows = [line.removeprefix(SHOWS) for line in letter.unsigned_because if line.startswith(SHOWS)]
    others = [line for line in letter.unsigned_because if not line.startswith(SHOWS)]
    if len(shows) > MANY:  # a long list names each in fewer words, for the letter itself to stand on the first page
        shows = [
            f"{place} ({_cut(words)})" if words else place for place, _, words in (s.partition(" (") for s in shows)
        ]
    return tuple(f"{line[:1].upper()}{line[1:]}" for line in (*others, *(f"Proof of {line}" for line in shows)))


def _cut(words: str) -> str:
    """Give the first words of a requirement, up to 60 characters of them."""
    bare = words.removesuffix(")")
    return bare if len(bare) <= 60 else f"{bare[:60].rpartition(' ')[0]} \N{HORIZONTAL ELLIPSIS}"


def signing(letter: Letter) -> bool:
    """Whether somebody signs this paper with a pen."""
    return bool(letter.closing) and letter.signer.name is not None


def dated(letter: Letter) -> str:
    """Give the word before the line on which the signer writes the day."""
    return DATED.get(letter.language, DATED["en"])


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
