"""What is wrong with words just typed: what no passage states, what nobody looked up, and what the checks find."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from wellfounded import check, write
from wellfounded.clinic.acts.people import BY_SIGNING, same_name
from wellfounded.clinic.letters.lines import lined, words
from wellfounded.clinic.letters.looked import Unheld, unheld, vouch, vouched
from wellfounded.clinic.showing.links import Passage
from wellfounded.model.basis import Attestation, Quote, leaves
from wellfounded.model.case import Case
from wellfounded.model.letter import Change, Letter, Paragraph, Problem, Sentence, Severity
from wellfounded.packs import shipped
from wellfounded.write.resting import nearest

# What may become of a new statement: the word of who typed it, the signer's by signing, what stood there, left out.
WAYS = ("mine", "signs", "back", "leave")


@dataclass(frozen=True, slots=True)
class Loose:
    """A new statement that nothing in the case carries, and what the person chose for it, if they chose."""

    key: str
    text: str
    was: str
    why: str
    chosen: str = ""
    near: Quote | None = None  # the passage of the papers that comes nearest to it
    at: Passage | None = None  # that passage as a page shows it


@dataclass(frozen=True, slots=True)
class Trial:
    """A paragraph tried in other words: the letter it would make, what changed, what is wrong with the words."""

    letter: Letter  # new statements as they were chosen; as the signer's word where nothing was chosen yet
    changes: tuple[Change, ...]
    loose: tuple[Loose, ...]
    problems: tuple[Problem, ...]
    unheld: tuple[Unheld, ...] = ()  # references in the new words that someone must look up
    looked: frozenset[str] = field(default_factory=frozenset)  # those of them the person says they looked up
    signer: str = ""  # whose word a new statement may wait for, where that is another person than the one who types
    typist: str = ""  # who types

    @property
    def undecided(self) -> bool:
        """Whether a new statement still waits for a choice."""
        return any(not each.chosen for each in self.loose)

    @property
    def leaving(self) -> tuple[str, ...]:
        """Give every sentence that is not in the letter once this is kept, and was in it or was typed."""
        out = [change.was for change in self.changes if change.what == "removed"]
        for each in self.loose:
            out += [each.text] if each.chosen in {"leave", "back"} else []
            out += [each.was] if each.chosen == "leave" and each.was else []
        return tuple(out)

    @property
    def agreed(self) -> str:
        """Give a name for exactly what leaves: the same sentences, the same name."""
        return hashlib.sha256("\n".join(self.leaving).encode()).hexdigest()[:24] if self.leaving else ""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Give the problems that keep a letter from being signed."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """Give the problems that keep nothing."""
        return tuple(each for each in self.problems if each.severity is not Severity.ERROR)


def key(words: str) -> str:
    """Give the name of a new statement in a form: the same words, the same name."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:16]


def tried(
    letter: Letter,
    index: int | None,
    text: str,
    who: Attestation,
    case: Case,
    on: date,
    chosen: Mapping[str, str] | None = None,
    looked: frozenset[str] = frozenset(),
    once: Iterable[Sentence] = (),
) -> Trial:
    """Try the paragraph at *index* as *text*, or with None the whole letter as *text*.

    *chosen* holds, by the key of a new statement, one of WAYS; *looked* the references the person says they looked up;
    *once* are the sentences that the letter had: their words have their sources again.
    """
    whole, held = lined(letter, index, text) if index is not None else text, chosen or {}
    own = {sentence.text for sentence in letter.sentences if sentence.voice == "clinician"}
    before, signs = tuple(once), signing(letter, who)
    theirs = {each.text for each in letter.sentences if signs is not None and _is_of(each, signs.by)}
    _, first = write.adopt(letter, whole, who, case=case, once=before)
    loose = tuple(
        Loose(
            key(c.text),
            c.text,
            c.was,
            c.why,
            held.get(key(c.text), ("signs" if _own(c.was, theirs) else "mine") if _own(c.was, own) else ""),
            nearest(c.text, case),
        )
        for c in first
        if c.what == "attested"
    )
    ways = {way: {each.text for each in loose if each.chosen == way} for way in WAYS}
    of = dict.fromkeys(ways["signs"], signs) if signs is not None else {}
    made, changes = write.adopt(
        letter, whole, who, left=ways["leave"], back=ways["back"], of=of, case=case, once=before
    )
    made = replace(made, unsigned_because=letter.unsigned_because)  # a person decides, so nothing is left to settle
    new = {change.text for change in changes if change.text and change.what != "unfounded"}
    if index is not None:  # what stands in the person's own words is said again, as long as it is not settled
        stood = words(letter.paragraphs[index])
        new |= {each.text for each in made.sentences if each.voice == "clinician" and each.text in stood}
    made, outside = _looked(made, new, looked, who, case)
    problems = within(made, new, check.check(made, case, on=on))
    return Trial(made, changes, loose, problems, outside, looked, signs.by if signs is not None else "", who.by)


def signing(letter: Letter, who: Attestation) -> Attestation | None:
    """Give the word that waits for the signer of *letter*, who gives it by signing; None where *who* is the signer."""
    name = letter.signer.name.value if letter.signer.name else "the signing clinician"
    return None if same_name(name, who.by) else Attestation(name, BY_SIGNING, who.on, "")


def added(letter: Letter, part: str, text: str, who: Attestation, case: Case, on: date) -> Trial:
    """Try a paragraph of a clinician's own words, added to *letter*."""
    own = text.strip()
    if not own:
        return Trial(letter, (), (), ())
    number = max((sentence.number for sentence in letter.sentences), default=0) + 1
    said = Sentence(own, (replace(who, says=own),), number, voice="clinician")
    made = replace(letter, paragraphs=(*letter.paragraphs, Paragraph(part, "", (said,))))
    problems = within(made, {own}, check.check(made, case, on=on))
    return Trial(made, (), (), problems, unheld(own, case, shipped()))


def within(letter: Letter, said: set[str], problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Give those of *problems* that stand in one of the sentences *said* of the letter."""
    text = letter.text
    spans = [(at, at + len(each)) for each in said if (at := text.find(each)) >= 0]
    return tuple(each for each in problems if any(a < each.span[1] and each.span[0] < b for a, b in spans))


def by_sentence(letter: Letter, problems: tuple[Problem, ...]) -> dict[int, list[Problem]]:
    """Give the problems by the number of the sentence they stand in; 0 for those of the letter as a whole."""
    text, at, found = letter.text, 0, dict[int, list[Problem]]()
    spans: list[tuple[int, int, int]] = []
    for sentence in letter.sentences:
        start = text.find(sentence.text, at)
        if start >= 0:
            spans.append((start, start + len(sentence.text), sentence.number))
            at = start
    for problem in problems:
        number = next((n for a, b, n in spans if a < problem.span[1] and problem.span[0] < b), 0)
        found.setdefault(number, []).append(problem)
    return found


def _own(was: str, own: set[str]) -> bool:
    """Whether the sentence that was changed was the clinician's own word already."""
    return bool(was) and any(" ".join(was.split()) in " ".join(each.split()) for each in own)


def _is_of(sentence: Sentence, name: str) -> bool:
    """Whether a sentence is a clinician's word, and that of *name*."""
    words = [leaf for basis in sentence.basis for leaf in leaves(basis) if isinstance(leaf, Attestation)]
    return sentence.voice == "clinician" and any(same_name(word.by, name) for word in words)


def _looked(
    letter: Letter, new: set[str], looked: frozenset[str], who: Attestation, case: Case
) -> tuple[Letter, tuple[Unheld, ...]]:
    """Give the letter with the person's word for each reference they looked up, and every one in the *new* words."""
    out: list[Unheld] = []
    for sentence in list(letter.sentences):
        if sentence.voice == "clinician" and sentence.text in new:
            said = vouched(sentence)
            for each in unheld(sentence.text, case, shipped()):
                out += [each] if each.words not in said else []
                letter = vouch(letter, sentence.number, each.words, who) if each.words in looked else letter
    return letter, tuple(dict.fromkeys(out))
