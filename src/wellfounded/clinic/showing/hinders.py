"""What keeps a letter from being signed: each reason in plain words, what would settle it, and the page to do it on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wellfounded import match as matching
from wellfounded.clinic.letters import live
from wellfounded.clinic.letters.looked import Unheld, waiting
from wellfounded.clinic.questions import lacking
from wellfounded.clinic.showing.said import named
from wellfounded.model import asks
from wellfounded.model.basis import Attestation
from wellfounded.model.criteria import All, Requirement, requirements
from wellfounded.model.finding import Verdict
from wellfounded.model.letter import Letter, Problem, Severity
from wellfounded.packs import Library
from wellfounded.pipeline import Tour
from wellfounded.write.compose import letter_pack
from wellfounded.write.missing import shows

SCAN, TWO = "compare with the scan (", "two sources differ about "
# What a test that a person's word does not settle asks to see, by its kind.
SEEN = {
    "score": "the value itself, in a note or report with its date",
    "lab": "the laboratory\u2019s value, with its date",
    "measurement": "the value itself, in a note or report with its date",
    "imaging": "the report of the study, with its date",
    "procedure": "a dated report or note of it",
    "documentation": "the record itself, with its date",
    "trial": "the treatment in the chart, with its dose, dates and how it went",
    "diagnosis": "the diagnosis in a note",
    "age": "the date of birth",
}


@dataclass(frozen=True, slots=True)
class Hinder:
    """One reason: what is missing or wrong, what would settle it, the links to do so, and what may be said here."""

    says: str
    settles: str
    links: tuple[tuple[str, str], ...] = ()  # words and address
    quote: str = ""  # the sentence it stands in
    number: int = 0  # of that sentence
    looked: Unheld | None = None  # a reference: here the signer may say that they looked it up
    compared: str = ""  # a value read from a scan: here a person may say that they compared it


def hinders(letter: Letter, problems: Sequence[Problem], tour: Tour, token: str, library: Library) -> list[Hinder]:
    """Give each reason the letter cannot be signed, in the order of the page; none where it can."""
    out = [_needed(line, letter, tour, token, library) for line in letter.unsigned_because]
    said = {sentence.number: sentence.text for sentence in letter.sentences}
    by = live.by_sentence(letter, tuple(each for each in problems if each.severity is Severity.ERROR))
    out += [_wrong(each, n, said, token, letter) for n in sorted(by) for each in by[n]]
    for sentence, each in waiting(letter, tour.case, library):
        edit = _edit(letter, sentence.number, token)
        says = f"To be looked up: {each.words}. {each.says}"
        settles = (
            "Look it up at its source. If it says what the sentence says, state so here; if not, change the sentence."
        )
        out.append(Hinder(says, settles, (("Change the sentence", edit),), sentence.text, sentence.number, each))
    return out


def _needed(line: str, letter: Letter, tour: Tour, token: str, library: Library) -> Hinder:
    links: tuple[tuple[str, str], ...]
    page = f"/case/{token}/"
    if tour.letter is not None and letter.kind == tour.letter.kind and line not in tour.letter.unsigned_because:
        says = f"{_first(line)} was missing when this letter was written, and the case holds it now"
        return Hinder(says, "Compose the letter anew.", (("Compose it anew", f"{page}letter/#anew"),))
    if line.startswith(SCAN):
        where, _, values = line.removeprefix(SCAN).partition(") and attest: ")
        settles = f"Hold it beside the page ({where}). Say here that it is right, or correct it beside the page."
        links = (("Open the decision beside its page", page),)
        return Hinder(f"Read from a picture: {values}", settles, links, compared=values)
    if line.startswith(TWO):
        settles = "See what each paper says, then enter what is right: your word settles it."
        links = (("See where they differ", f"{page}#differ"), ("Enter what is right", f"{page}questions/"))
        return Hinder(_first(line.partition(":")[0]), settles, links)
    leaf = next((each for each in _open(tour) if shows(each) == line), None)
    if leaf is not None:
        return _criterion(leaf, tour, token, library)
    need = next((each for each in letter_pack(library, letter.kind).needs if each.missing == line), None)
    question = next((each for each in lacking.ALL if need and each.need == need.fact), None)
    if question is not None:
        at = f"{page}questions/#f-{question.way.replace('.', '-').replace('_', '-')}"
        return Hinder(f"Missing: {line}", "Answer the question for it.", (("Answer it", at),))
    if need is not None and need.fact.startswith("denial"):
        settles = "Add the payer\u2019s letter, or confirm what was read of it."
        links = (("Add the paper", f"{page}papers/#addmore"), ("What was read", page))
        return Hinder(f"Missing: {line}", settles, links)
    settles = "Add the paper that shows it, or answer the questions that are open."
    links = (("Add a paper", f"{page}papers/#addmore"), ("Open questions", f"{page}questions/"))
    return Hinder(f"Missing: {line}", settles, links)


def _open(tour: Tour) -> list[Requirement]:
    policy = tour.policy
    if policy is None:
        return []
    trees = [root for root in (policy.root, policy.continuation) if root is not None]
    leaves = [*(leaf for root in trees for leaf in requirements(root)), *policy.exclusions, *policy.limits]
    return list(dict.fromkeys(leaf for leaf in leaves if leaf.id in tour.brief.open))


def _criterion(leaf: Requirement, tour: Tour, token: str, library: Library) -> Hinder:
    words = " ".join(leaf.text.split())
    says = f"Nothing in the papers settles {f'{leaf.label}: ' if leaf.label else ''}\u201c{words}\u201d"
    finding = next((each for each in tour.match.findings if each.requirement == leaf.id), None) if tour.match else None
    asked = finding.gap.line if finding is not None and finding.gap is not None else "Add the paper that shows it."
    links = [("See the criterion", f"/case/{token}/criteria/#r{leaf.id}")]
    links.append(("Add the paper that shows it", f"/case/{token}/papers/#addmore"))
    if by_word(leaf, tour, library):
        links.append(("Or state it, if you know it", f"/case/{token}/criteria/#more"))
        settles = f"{asked} A paper settles it, and so does the word of a person who knows it."
        return Hinder(says, settles, tuple(links))
    seen = SEEN.get(leaf.asks.kind, f"a paper that shows it ({named(leaf.asks.kind).lower()})")
    settles = f"{asked} A person\u2019s statement does not settle this one: the plan asks for {seen}."
    return Hinder(says, settles, tuple(links))


def by_word(leaf: Requirement, tour: Tour, library: Library) -> bool:
    """Whether a person who states the requirement in the plan's own words would settle it: it is tried."""
    if tour.policy is None or isinstance(leaf.asks, asks.Age):
        return False
    says = f"{leaf.label}: {leaf.text}" if leaf.label else leaf.text
    word = Attestation("a person", "", tour.on, " ".join(says.split()))
    case = replace(tour.case, attestations=(*tour.case.attestations, word))
    one = replace(tour.policy, root=All((leaf,)), continuation=None, exclusions=(), limits=())
    return matching.match(one, case, tour.on, library).root is Verdict.MET


def _wrong(problem: Problem, number: int, said: dict[int, str], token: str, letter: Letter) -> Hinder:
    fix = problem.fix or "Change the sentence."
    if not number:
        links = (("Open the letter", f"/case/{token}/letter/"), ("Questions", f"/case/{token}/questions/"))
        return Hinder(_first(problem.message), fix, links)
    why = f"/case/{token}/letter/?why={number}#s{number}"
    links = (("Change the sentence", _edit(letter, number, token)), ("What it rests on", why))
    return Hinder(_first(problem.message), fix, links, said.get(number, ""), number)


def _edit(letter: Letter, number: int, token: str) -> str:
    """Give the address that opens the paragraph of sentence *number* to be changed."""
    for index, paragraph in enumerate(letter.paragraphs):
        held = [*paragraph.sentences, *(row.shows for row in paragraph.rows)]
        if any(sentence.number == number for sentence in held):
            return f"/case/{token}/letter/?edit={index}#p{index}"
    return f"/case/{token}/letter/"


def _first(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
