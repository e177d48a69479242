"""An edited letter taken back: what stands keeps its basis, what changed finds it again or becomes the signer's."""

from dataclasses import replace
from difflib import SequenceMatcher

from wellfounded.model.basis import Attestation
from wellfounded.model.letter import Change, Enclosure, Letter, Paragraph, Row, Sentence
from wellfounded.write.edited import Block, blocks, flat, split
from wellfounded.write.enclosures import letters
from wellfounded.write.refound import loose

ALIKE = 0.5  # share of words in order from which a sentence is an older one reworded


def adopt(letter: Letter, text: str, signer: Attestation | None = None) -> tuple[Letter, tuple[Change, ...]]:
    """Give *letter* as the edited *text* has it, and every change to a sentence.

    An unchanged sentence keeps its basis. A changed one keeps it while each of its numbers, names and other telling
    words is still in the passages under it, and it denies no more and no less; else it becomes the word of *signer*
    (whose `says` is filled in). With no signer it is left out and named, and the letter then cannot be signed.
    """
    taking = _Taking(letter, signer)
    held = [each for block in blocks(letter, text) if (each := taking.paragraph(block)) is not None]
    removed = [Change("removed", "", old.text) for old in letter.sentences if old.number not in taking.used]
    changes = (*taking.changes, *removed)
    lost = sum(change.what == "unfounded" for change in changes)
    waits = (f"a source for {lost} new statement{'s' if lost > 1 else ''}, or the signer's word",) if lost else ()
    made = replace(letter, paragraphs=_numbered(held), unsigned_because=(*letter.unsigned_because, *waits))
    return replace(made, enclosures=_enclosed(made)), changes


class _Taking:
    """One pass over an edited letter: which of the old sentences are used, and what changed."""

    def __init__(self, letter: Letter, signer: Attestation | None) -> None:
        self.old = {flat(sentence.text): sentence for sentence in letter.sentences}
        self.rows = {row.shows.number: row for each in letter.paragraphs for row in each.rows}
        self.signer = signer
        self.used: set[int] = set()
        self.changes: list[Change] = []

    def paragraph(self, block: Block) -> Paragraph | None:
        """Give one block of the text as a paragraph, or None where nothing of it may stand."""
        if block.row:
            return self._row(block)
        pieces = split(block.text, self.old, whole=block.bullets)
        said = [one for words in pieces if (one := self._sentence(words)) is not None]
        return Paragraph(block.part, block.heading, tuple(said), bullets=block.bullets) if said else None

    def _row(self, block: Block) -> Paragraph | None:
        number, shown = block.row, block.text
        row = self.rows[number]
        kept = self._sentence(shown, (row.shows,))
        return Paragraph(block.part, block.heading, rows=(replace(row, shows=kept),)) if kept is not None else None

    def _sentence(self, words: str, among: tuple[Sentence, ...] = ()) -> Sentence | None:
        known = self.old.get(flat(words))
        if known is not None:
            self.used.add(known.number)
            return known
        was = among[0] if among else self._nearest(words)
        why = loose(words, was) if was is not None else "no sentence of the letter is like it"
        if was is not None:
            self.used.add(was.number)
        before = was.text if was is not None else ""
        if was is not None and not why and was.voice == "ours":
            self.changes.append(Change("reworded", words, before))
            return replace(was, text=words)
        if self.signer is not None:
            self.changes.append(Change("attested", words, before, why))
            return Sentence(words, (replace(self.signer, says=words),), voice="clinician")
        self.changes.append(Change("unfounded", words, before, why))
        return None

    def _nearest(self, words: str) -> Sentence | None:
        free = [old for old in self.old.values() if old.number not in self.used]
        scored = [(SequenceMatcher(None, words.split(), old.text.split()).ratio(), -old.number, old) for old in free]
        best = max(scored, key=lambda each: each[:2], default=None)
        return best[2] if best is not None and best[0] >= ALIKE else None


def _numbered(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Join the rows of one table again and number the sentences in order."""
    joined: list[Paragraph] = []
    for each in paragraphs:
        if joined and each.rows and joined[-1].rows and joined[-1].part == each.part:
            joined[-1] = replace(joined[-1], rows=(*joined[-1].rows, *each.rows))
        elif joined and each.bullets and joined[-1].bullets and not each.heading and joined[-1].part == each.part:
            joined[-1] = replace(joined[-1], sentences=(*joined[-1].sentences, *each.sentences))
        else:
            joined.append(each)
    numbers = iter(range(1, 10_000))

    def row(held: Row) -> Row:
        return replace(held, shows=replace(held.shows, number=next(numbers)))

    return tuple(
        replace(
            each,
            sentences=tuple(replace(sentence, number=next(numbers)) for sentence in each.sentences),
            rows=tuple(row(held) for held in each.rows),
        )
        for each in joined
    )


def _enclosed(letter: Letter) -> tuple[Enclosure, ...]:
    """Keep the papers some sentence still rests on, lettered anew."""
    used = {quote.at.source for sentence in letter.sentences for quote in sentence.quotes}
    kept = [each for each in letter.enclosures if not each.source or each.source in used]
    return tuple(replace(each, exhibit=letters(n)) for n, each in enumerate(kept))
