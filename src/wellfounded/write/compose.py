"""From a brief to a letter: the parts its pack names, in that order, and what keeps it from being signed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import ModuleType

from wellfounded import plugin
from wellfounded.errors import HonestStop, PackInvalid
from wellfounded.model.argument import Brief
from wellfounded.model.basis import Citation, leaves
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy
from wellfounded.model.finding import Match
from wellfounded.model.law import Deadline, Right
from wellfounded.model.letter import Letter, Paragraph, Row, Sentence
from wellfounded.model.parties import Organization, Practitioner
from wellfounded.packs import Library
from wellfounded.packs.schema.letter import LetterPack
from wellfounded.write import intime
from wellfounded.write.address import by, re, salutation, to
from wellfounded.write.enclosures import enclosures, sources
from wellfounded.write.founded import founded
from wellfounded.write.missing import missing
from wellfounded.write.ownwords import own_words
from wellfounded.write.pruned import pruned
from wellfounded.write.telling import Telling, Told


def compose(
    kind: str,
    case: Case,
    policy: Policy | None,
    match: Match | None,
    brief: Brief,
    rights: tuple[Right, ...],
    deadlines: tuple[Deadline, ...],
    library: Library,
    on: date,
) -> Letter:
    """Write the letter of *kind* (a letter pack's id) dated *on*.

    What it may not say it leaves out and names in `unsigned_because`. Raises HonestStop where the brief holds a stop
    and the letter would argue, UnknownJurisdiction where no pack has that id, and PackInvalid where the pack is wrong.
    """
    pack = letter_pack(library, kind)
    if brief.stops and pack.argues:
        raise HonestStop(
            f"not argued: {', '.join(stop.requirement for stop in brief.stops)}",
            hint="The criteria table shows why, and what could still be done.",
        )
    telling = Telling(kind, pack, case, policy, match, founded(brief, case), rights, deadlines, library, on)
    paragraphs, empty = _parts(telling)
    numbered = _numbered(paragraphs, case)
    return Letter(
        kind=kind,
        title=intime.title(telling),
        date=on,
        to=to(telling),
        by=by(telling),
        re=re(telling),
        salutation=salutation(telling),
        paragraphs=numbered,
        closing=pack.closing,
        signer=_signer(case, pack),
        letterhead=_own_head(case) if pack.from_ == "patient" else case.practice,
        enclosures=enclosures(case, numbered, policy),
        sources=sources(case, numbered),
        packs=_packs(telling, numbered),
        language=pack.language,
        unsigned_because=(*missing(telling), *empty),
    )


def letter_pack(library: Library, kind: str) -> LetterPack:
    """Give the letter pack of that id, with the parts and needs of the pack it is like where it names none of its own.

    Raises UnknownJurisdiction where no pack has that id, and PackInvalid where the likeness goes round in a circle.
    """
    pack = library.get(LetterPack, kind)
    seen = [kind]
    while pack.like:
        if pack.like in seen:
            raise PackInvalid(f"letter/{kind} is like itself by way of {', '.join(seen)}", hint="Take one `like` out.")
        seen.append(pack.like)
        pack = pack.over(library.get(LetterPack, pack.like))
    return pack


def _signer(case: Case, pack: LetterPack) -> Practitioner:
    """Give who signs: the clinician, or the patient; nobody signs a page that is only read and has no closing."""
    if pack.from_ != "patient":
        return case.practitioner
    return Practitioner(name=case.patient.name) if pack.closing else Practitioner()


def _own_head(case: Case) -> Organization:
    """Give the head of a letter the patient writes: the patient's own name and address."""
    return Organization(case.patient.name, case.patient.address, case.patient.phone)


def _parts(telling: Telling) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """Write each part in turn with the clinician's own paragraphs, and say which required ones are empty."""
    files = {each.__name__.rpartition(".")[2]: each for each in plugin.modules("wellfounded.write.parts", "write")}
    paragraphs: list[Paragraph] = []
    empty: list[str] = []
    for part in telling.pack.parts:
        telling = replace(telling, part=part)
        told = _told(files.get(part.part), telling)
        own = own_words(telling, part.part, first=not told.paragraphs)
        if part.required and not told.paragraphs and not own:
            empty.append(part.missing or f"nothing is known for the part {part.part}")
        paragraphs += [*told.paragraphs, *own]
        words = " ".join(sentence.text for each in (*told.paragraphs, *own) for sentence in _said(each))
        telling = replace(telling, told=(*telling.told, *told.claims), said=f"{telling.said} {words}")
    return tuple(paragraphs), tuple(empty)


def _said(paragraph: Paragraph) -> Iterator[Sentence]:
    yield from paragraph.sentences
    yield from (row.shows for row in paragraph.rows)


def _told(file: ModuleType | None, telling: Telling) -> Told:
    if file is None:
        raise PackInvalid(
            f"letter/{telling.kind}: no part is named {telling.part.part}",
            hint="The parts that exist are the files of wellfounded/write/parts.",
        )
    told: Told = file.write(telling)
    return told


def _numbered(paragraphs: tuple[Paragraph, ...], case: Case) -> tuple[Paragraph, ...]:
    """Number every sentence in order, leaving out one that was said before, word for word."""
    said: set[str] = set()
    numbers = iter(range(1, 10_000))

    def once(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
        for sentence in sentences:
            if sentence.text not in said:
                said.add(sentence.text)
                yield replace(pruned(sentence, case), number=next(numbers))

    def numbered(row: Row) -> Row:
        return replace(row, shows=replace(pruned(row.shows, case), number=next(numbers)))

    held = [
        replace(each, sentences=tuple(once(each.sentences)), rows=tuple(numbered(row) for row in each.rows))
        for each in paragraphs
    ]
    return tuple(_headed(each for each in _led(held) if each.sentences or each.rows))


def _led(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Leave out a line that opens a list where every item of the list was said before."""
    for at, each in enumerate(paragraphs):
        after = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        opens = bool(each.sentences) and each.sentences[-1].text.endswith(":") and not each.bullets
        if opens and after is not None and after.bullets and not after.sentences:
            yield replace(each, sentences=each.sentences[:-1])
        else:
            yield each


def _headed(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Print one heading over neighbouring parts that share it."""
    above = ""
    for each in paragraphs:
        yield replace(each, heading="") if each.heading == above else each
        above = each.heading or above


def _packs(telling: Telling, paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[str, str], ...]:
    """Give each pack the letter rests on with the hash of its text, by which `stale` knows that it changed."""
    bases = [basis for paragraph in paragraphs for sentence in _said(paragraph) for basis in sentence.basis]
    cited = {leaf.pack for basis in bases for leaf in leaves(basis) if isinstance(leaf, Citation) and leaf.pack}
    used = {*_likes(telling.library, telling.kind), *cited, *(f"law/{pack}" for pack in cited)}  # a law cites bare ids
    return tuple((name, held) for name in sorted(used) if (held := telling.library.hash_of(name)))


def _likes(library: Library, kind: str) -> Iterator[str]:
    """Give the letter pack of *kind* and those whose parts it takes."""
    while kind:
        yield f"letter/{kind}"
        kind = library.get(LetterPack, kind).like
