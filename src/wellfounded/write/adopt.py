"""An edited letter taken back: what stands keeps its basis, what changed finds it again or becomes the signer's."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from wellfounded.model.basis import Attestation
from wellfounded.model.case import Case
from wellfounded.model.letter import Change, Letter, Paragraph, Row, Sentence
from wellfounded.write.edited import Block, blocks, cut, flat, split
from wellfounded.write.enclosures import enclosures, letters
from wellfounded.write.refound import loose
from wellfounded.write.resting import carried

ALIKE = 0.5  # share of words in order from which a sentence is an older one reworded


def adopt(
    letter: Letter,
    text: str,
    signer: Attestation | None = None,
    *,
    left: Collection[str] = (),
    back: Collection[str] = (),
    of: Mapping[str, Attestation] | None = None,
    case: Case | None = None,
    once: Iterable[Sentence] = (),
) -> tuple[Letter, tuple[Change, ...]]:
    """Give *letter* as the edited *text* has it, and every change to a sentence.

    An unchanged sentence keeps its basis. A changed one keeps it while each of its numbers, names and other telling
    words is still in the passages under it, and it denies no more and no less; else it becomes the word of *signer*
    (whose `says` is filled in). With no signer it is left out and named, and the letter then cannot be signed.
    Of the new statements, those in *left* are left out though there is a signer, and in the place of those in *back*
    the sentence that each replaced stands again. Those in *of* are another person's word than the signer's.

    Words that the letter had *once* get the basis they had. What a paper of *case* says, as it says it, rests on that
    passage, and the paper is enclosed.
    """
    taking = _Taking(
        letter, signer, left, back, of or {}, case, {flat(each.text): each for each in once if each.voice == "ours"}
    )
    held = [each for block in blocks(letter, text) if (each := taking.paragraph(block)) is not None]
    changes = (*taking.changes, *taking.removed(letter))
    lost = sum(change.what == "unfounded" for change in changes)
    waits = (f"a source for {lost} new statement{'s' if lost > 1 else ''}, or the signer's word",) if lost else ()
    made = replace(letter, paragraphs=_numbered(held), unsigned_because=(*letter.unsigned_because, *waits))
    return _enclosed(made, case), changes


def _pieces(sentence: Sentence) -> tuple[Sentence, ...]:
    """Give what one sentence of a letter is edited by: a clinician's paragraph is one, and holds several."""
    if sentence.voice == "ours":
        return (sentence,)
    return tuple(replace(sentence, text=words) for words in cut(flat(sentence.text))) or (sentence,)


class _Taking:
    """One pass over an edited letter: which of the old sentences are used, and what changed."""

    def __init__(
        self,
        letter: Letter,
        signer: Attestation | None,
        left: Collection[str],
        back: Collection[str],
        of: Mapping[str, Attestation],
        case: Case | None,
        once: dict[str, Sentence],
    ) -> None:
        self.pieces = {flat(sentence.text): _pieces(sentence) for sentence in letter.sentences}
        self.parts = {flat(each.text): each for held in self.pieces.values() for each in held}
        self.old = self.parts | {flat(sentence.text): sentence for sentence in letter.sentences}
        self.counted = {
            flat(piece.text)
            for paragraph in letter.paragraphs
            for sentence in paragraph.sentences
            for piece in (sentence, *self.pieces[flat(sentence.text)])
            if paragraph.numbered
        }  # what stands in a list whose items are counted
        self.rows = {row.shows.number: row for each in letter.paragraphs for row in each.rows}
        self.signer = signer
        self.left, self.back, self.of = left, back, of
        self.case, self.once = case, once
        own = [each for each in letter.paragraphs if each.sentences and all(s.voice != "ours" for s in each.sentences)]
        self.own = {flat(p.text) for each in own for s in each.sentences for p in self.pieces[flat(s.text)]}
        self.used: set[str] = set()
        self.changes: list[Change] = []

    def removed(self, letter: Letter) -> list[Change]:
        """Give the sentences that stand nowhere any more; of a clinician's paragraph, each that went."""
        out = list[Change]()
        for sentence in letter.sentences:
            pieces = self.pieces[flat(sentence.text)]
            gone = [each for each in pieces if flat(each.text) not in self.used]
            whole = gone and len(gone) == len(pieces)
            out += [Change("removed", "", each.text) for each in ((sentence,) if whole else gone)]
        return out

    def _use(self, words: str) -> None:
        held = self.pieces.get(words)
        self.used |= {flat(each.text) for each in held} if held else {words}

    def paragraph(self, block: Block) -> Paragraph | None:
        """Give one block of the text as a paragraph, or None where nothing of it may stand."""
        if block.row:
            return self._row(block)
        before = set(self.used)
        pieces = split(block.text, self.once | self.old, whole=block.bullets)
        said = [one for words in pieces if (one := self._sentence(words)) is not None]
        counted = block.bullets and not self.counted.isdisjoint(self.used - before)
        return (
            Paragraph(block.part, block.heading, tuple(said), bullets=block.bullets, numbered=counted) if said else None
        )

    def _row(self, block: Block) -> Paragraph | None:
        number, shown = block.row, block.text
        row = self.rows[number]
        kept = self._sentence(shown, (row.shows,))
        return Paragraph(block.part, block.heading, rows=(replace(row, shows=kept),)) if kept is not None else None

    def _sentence(self, words: str, among: tuple[Sentence, ...] = ()) -> Sentence | None:
        known = self.old.get(flat(words))
        if known is not None:
            self._use(flat(words))
            return known
        was = among[0] if among else self._nearest(words)
        why = loose(words, was) if was is not None else "no sentence of the letter is like it"
        if was is not None:
            self._use(flat(was.text))
        before = was.text if was is not None else ""
        if found := self._found(words, was, why):
            self.changes.append(Change("founded", words, before))
            return found
        if was is not None and not why and was.voice == "ours":
            self.changes.append(Change("reworded", words, before))
            return replace(was, text=words)
        if was is not None and words in self.back:
            return was
        if self.signer is not None and words not in self.left:
            self.changes.append(Change("attested", words, before, why))
            word = self.of.get(words, self.signer)
            return Sentence(words, (replace(word, says=words),), voice="clinician")
        self.changes.append(Change("unfounded", words, before, why))
        return None

    def _found(self, words: str, was: Sentence | None, why: str) -> Sentence | None:
        """Give *words* as the letter had them once, or on the passage of a paper that says them."""
        once = self.once.get(flat(words))
        if once is not None:
            return once
        stays = was is not None and ((not why and was.voice == "ours") or flat(was.text) in self.own)
        quote = carried(words, self.case) if self.case is not None and not stays else None
        return Sentence(words, (quote,)) if quote is not None else None

    def _nearest(self, words: str) -> Sentence | None:
        free = [old for name, old in self.parts.items() if name not in self.used]
        scored = [
            (SequenceMatcher(None, words.split(), old.text.split()).ratio(), -n, old) for n, old in enumerate(free)
        ]
        best = max(scored, key=lambda each: each[:2], default=None)
        return best[2] if best is not None and best[0] >= ALIKE else None


def _numbered(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Join the rows of one table again and number the sentences in order."""
    joined: list[Paragraph] = []
    for each in paragraphs:
        if joined and each.rows and joined[-1].rows and joined[-1].part == each.part:
            joined[-1] = replace(joined[-1], rows=(*joined[-1].rows, *each.rows))
        elif joined and each.bullets and joined[-1].bullets and not each.heading and joined[-1].part == each.part:
            said = (*joined[-1].sentences, *each.sentences)
            joined[-1] = replace(joined[-1], sentences=said, numbered=joined[-1].numbered or each.numbered)
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


def _enclosed(letter: Letter, case: Case | None) -> Letter:
    """Keep the papers some sentence still rests on, add those of *case* that one newly does, and letter them anew."""
    used = dict[str, set[int]]()
    for sentence in letter.sentences:
        for quote in sentence.quotes:
            used.setdefault(quote.at.source, set()).add(quote.at.page)
    kept = [each for each in letter.enclosures if not each.source or each.source in used]
    kept = [
        replace(each, pages=tuple(sorted({*each.pages, *used[each.source]}))) if each.pages and each.source else each
        for each in kept
    ]
    held = {each.source for each in letter.enclosures}
    if case is not None and any(source not in held for source in used):
        new = [each for each in enclosures(case, letter.paragraphs) if each.source not in held]
        known = {source.id for source in letter.sources}
        added = (case.document(each.source).source for each in new)
        kept += new
        letter = replace(letter, sources=(*letter.sources, *(each for each in added if each.id not in known)))
    return replace(letter, enclosures=tuple(replace(each, exhibit=letters(n)) for n, each in enumerate(kept)))
