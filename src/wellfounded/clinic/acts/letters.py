"""Keep versions of a letter: composed by the library, edited by a person, taken from Word, signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction
from django.db.models import Q

from wellfounded import render
from wellfounded.clinic import clock
from wellfounded.clinic.acts import people
from wellfounded.clinic.acts.cases import day
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.letters import kept, looked, signing
from wellfounded.clinic.letters.lines import mark, numbered
from wellfounded.clinic.letters.live import Trial
from wellfounded.clinic.models import Left, Matter, Opened, Person, Scratch, Signature, Version
from wellfounded.errors import InputError
from wellfounded.model.basis import Attestation
from wellfounded.model.letter import Letter, Paragraph, Sentence

PARTS = ("signer", "concurrence")
CONCURRING = ("dme",)  # kinds whose letter a second person signs: the physician who agrees with the evaluation


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person gives to sign: name, role, passphrase (twice the first time), as what, and how."""

    name: str
    role: str
    passphrase: str
    again: str
    part: str = "signer"
    unopened: bool = False  # that they were asked whether to sign with nothing opened, and do


@dataclass(frozen=True, slots=True)
class Typed:
    """Where words were typed: the paragraph's place and name, the window, the kept words it took up, and the words.

    *own* is the case's own entry of the paragraph where it is a clinician's, as `cases.own_entry` gives it.
    """

    index: int | None = None
    mark: str = ""
    tab: str = ""
    taken: int = 0
    text: str = ""
    how: str = "edited"
    own: Mapping[str, object] = field(default_factory=dict)


def current(matter: Matter) -> Version | None:
    """Give the letter as it stands, or None before one was composed."""
    return matter.version_set.order_by("-number").first()


def offer(matter: Matter, letter: Letter) -> Version | None:
    """Keep a letter the library composed, where no person has changed the one that stands; else leave it as an offer.

    Gives the new version, or None where nothing was kept.
    """
    text = kept.content(letter)
    last = current(matter)
    if last is not None and (last.by_id is not None or last.hash == kept.digest(text)):
        return None
    return _keep(matter, letter, None, "composed", kept.root(letter))


def take(matter: Matter, by: Person, letter: Letter) -> Version:
    """Take the letter the library now composes in the place of the one that stands, which stays as a version."""
    return _keep(matter, letter, by, "composed", kept.root(letter))


def save(matter: Matter, by: Person, base: Version, trial: Trial, typed: Typed) -> tuple[Version, Left | None]:
    """Keep an edited letter, new statements as they were chosen; gives it, and what was left out where anything was.

    Raises InputError where a new statement waits for a choice.
    """
    if trial.undecided:
        raise InputError("a new statement waits for a choice", hint="Say for each what is to become of it.")
    with transaction.atomic():
        made = _keep(matter, trial.letter, by, typed.how, base.of or base.hash)
        told = Scratch.objects.filter(matter=matter, paragraph=typed.mark)
        told.filter(tab=typed.tab).delete()  # what was kept, or left out, is not offered again as words not kept yet
        told.filter(pk=typed.taken).delete()
        left = None
        if trial.leaving:
            left = Left.objects.create(
                matter=matter,
                before=base,
                version=made,
                paragraph=typed.index,
                typed=typed.text,
                gone=list(trial.leaving),
                own=dict(typed.own),
                at=clock.now(),
                by=by,
            )
            tell(matter, by, "left", version=made.number, n=len(trial.leaving))
    return made, left


def undo(matter: Matter, by: Person, left: Left) -> Version:
    """Let the letter stand as before something was left out, with what was typed in its box again.

    Raises InputError where the letter has changed since.
    """
    last = current(matter)
    if last is None or last.pk != left.version_id:
        raise InputError("the letter has changed since", hint="Older versions are on the page History.")
    with transaction.atomic():
        made = last if left.before_id == last.pk else restore(matter, by, left.before)
        if left.paragraph is not None:
            typed(matter, by, clock.token(), mark(kept.letter(made).paragraphs[left.paragraph]), left.typed)
        tell(matter, by, "undone", version=made.number, n=len(left.gone))
        left.delete()
    return made


def once(matter: Matter, composed: Letter | None) -> list[Sentence]:
    """Give every sentence that the letter has had since it was composed, and those of the one *composed* now, first."""
    last = current(matter)
    root = (last.of or last.hash) if last is not None else ""
    versions = matter.version_set.filter(Q(of=root) | Q(hash=root)).order_by("number")
    older = [each for version in versions for each in kept.letter(version).sentences]
    return [
        *reversed(older),
        *(composed.sentences if composed is not None else ()),
    ]  # of the same words the last counts


def add_own(matter: Matter, by: Person, part: str, words: str, who: Attestation) -> Version | None:
    """Add a clinician's own paragraph to a letter that a person has edited; one the library composed has it anew."""
    last = current(matter)
    if last is None or last.by_id is None:
        return None
    letter = kept.letter(last)
    number = len(list(letter.sentences)) + 1
    said = Sentence(words.strip(), (replace(who, says=words.strip()),), number, voice="clinician")
    places = [n for n, each in enumerate(letter.paragraphs) if each.part == part] or [len(letter.paragraphs) - 1]
    held = [*letter.paragraphs]
    held.insert(places[-1] + 1, Paragraph(part, "", (said,)))
    return _keep(matter, numbered(replace(letter, paragraphs=tuple(held))), by, "edited", last.of or last.hash)


def look_up(matter: Matter, by: Person, version: Version, number: int, words: str) -> Version:
    """Keep the word of *by*, under one sentence, that they looked the reference *words* up at its source."""
    letter = looked.vouch(kept.letter(version), number, words, word_of(matter, by))
    made = _keep(matter, letter, by, "looked", version.of or version.hash)
    opened_before = Opened.objects.filter(version=version)
    Opened.objects.bulk_create(
        [Opened(version=made, sentence=o.sentence, by=o.by, at=o.at) for o in opened_before], ignore_conflicts=True
    )  # every sentence reads as it did
    return made


def restore(matter: Matter, by: Person, old: Version) -> Version:
    """Make an older version the letter again, as a new version."""
    return _keep(matter, kept.letter(old), by, "restored", old.of or old.hash)


def relist(matter: Matter, by: Person, base: Version, letter: Letter) -> Version:
    """Keep a letter whose list of enclosures a person changed; its sentences are as they were."""
    return _keep(matter, letter, by, "enclosures", base.of or base.hash)


def word_of(matter: Matter, by: Person) -> Attestation:
    """Give the basis of what *by* adds to the letter in their own words."""
    return Attestation(by.name, by.role, day(matter), "")


def typed(matter: Matter, by: Person, tab: str, paragraph: str, text: str) -> None:
    """Keep what a window holds in a paragraph and has not saved; the last words count."""
    told = {"text": text, "at": clock.now(), "by": by}
    Scratch.objects.update_or_create(matter=matter, tab=tab[:32], paragraph=paragraph, defaults=told)


def opened(version: Version, by: Person, sentence: int) -> None:
    """Note that *by* opened what one sentence rests on."""
    Opened.objects.get_or_create(version=version, sentence=sentence, by=by, defaults={"at": clock.now()})


def sign(matter: Matter, at_desk: Person, version: Version, asked: Asked, hindered: Sequence[str]) -> Signature:
    """Sign the version with the key of the person *asked* names, who sits at the desk with *at_desk*.

    Raises InputError where the letter has changed, something still hinders it, another person is named as its signer,
    or the passphrase opens no key.
    """
    letter = kept.letter(version)
    if hindered:
        raise InputError(f"the letter cannot be signed yet: {hindered[0]}", hint="Settle what is listed first.")
    if (last := current(matter)) is None or last.pk != version.pk:
        raise InputError("the letter has changed since you opened it", hint="Read the new version, then sign that.")
    named = letter.signer.name.value if letter.signer.name else ""
    if asked.part == "signer" and named and not people.same_name(asked.name, named):
        raise InputError(f"the letter names {named} as its signer", hint="Only that person signs it.")
    if asked.part != "signer" and people.same_name(asked.name, named):
        raise InputError("the second signature is another person\u2019s", hint="Write the name of who agrees.")
    by = people.signer(asked.name, asked.role)
    if not by.public_key:
        if asked.passphrase != asked.again:
            raise InputError("the two passphrases differ", hint="Type them again.")
        by.public_key, by.sealed_key = signing.new_pair(asked.passphrase)
        by.save(update_fields=["public_key", "sealed_key"])
    seen = sorted(Opened.objects.filter(version=version, by=at_desk).values_list("sentence", flat=True))
    total = len(list(letter.sentences))
    if not seen and not asked.unopened:
        raise InputError(
            f"you have opened none of the {total} sentences\u2019 evidence", hint="Open some, or say so below."
        )
    says = signing.statement(version.hash, by.name, by.role, clock.now().astimezone(), seen, total)
    signature = signing.sign(says, by.sealed_key, asked.passphrase)
    with transaction.atomic():
        made = Signature.objects.create(
            version=version,
            by=by,
            at=clock.now(),
            part=asked.part,
            says=says,
            signature=signature,
            public_key=by.public_key,
        )
        tell(matter, by, "signed" if seen else "unopened", version=version.number, opened=len(seen), total=total)
        Matter.objects.filter(pk=matter.pk).update(standing="signed" if signed(version) else matter.standing)
    return made


def signatures(version: Version) -> list[Signature]:
    """Give the signatures that hold over this very content."""
    content = kept.digest(version.content)
    held = version.signature_set.select_related("by").order_by("at")
    return [s for s in held if signing.holds(s.says, s.signature, s.public_key, content)]


def signed(version: Version) -> bool:
    """Whether everyone whose signature the letter needs has signed this very content."""
    parts = {signature.part for signature in signatures(version)}
    return "signer" in parts and (version.kind not in CONCURRING or "concurrence" in parts)


def document(version: Version, form: str) -> bytes:
    """Give a version in one form: pdf, docx, html, text."""
    return render.render(kept.letter(version), form)


def _keep(matter: Matter, letter: Letter, by: Person | None, how: str, of: str) -> Version:
    text = kept.content(letter)
    with transaction.atomic():
        last = current(matter)
        if last is not None and last.hash == kept.digest(text):
            return last  # nothing changed, so nothing signed is void
        void = last is not None and last.signature_set.exists()
        made = Version.objects.create(
            matter=matter,
            number=(last.number if last else 0) + 1,
            kind=letter.kind,
            at=clock.now(),
            by=by,
            how=how,
            content=text,
            hash=kept.digest(text),
            of=of,
        )
        Scratch.objects.filter(matter=matter).exclude(paragraph__in=[mark(p) for p in letter.paragraphs]).delete()
        tell(matter, by, "version", version=made.number, how=how)
        if void and last is not None:
            tell(matter, by, "void", version=last.number)
        Matter.objects.filter(pk=matter.pk).update(standing="draft")
    return made
