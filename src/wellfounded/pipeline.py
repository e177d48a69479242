"""The house tour: one case walked through every room in order, on one screen."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wellfounded import argue, casefolder, check, criteria, law, packet, render, write
from wellfounded import match as matching
from wellfounded.errors import InputError, MissingFact
from wellfounded.model.argument import Brief, Need
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy
from wellfounded.model.determination import REFUSALS, Kind
from wellfounded.model.finding import Match, Verdict
from wellfounded.model.law import Deadline, Jurisdiction, Provision, Right, Step
from wellfounded.model.letter import Letter, Problem, Reworded
from wellfounded.model.packet import Packet
from wellfounded.packs import Library
from wellfounded.packs.schema.letter import LetterPack

# What is asked to go on, in the words of people: "12 more visits", "renewal of home oxygen".
GOES_ON = re.compile(
    r"\b(?:(?:more|additional|further) (?:\w+ )?(?:visits?|sessions?|days|weeks|months|units|doses)"
    r"|continu(?:e|ed|ation|ing)"
    r"|extension|renewal|reauthori[sz]ation)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tour:
    """Everything the rooms made of one case; what could not be made is None."""

    on: date
    case: Case
    policy: Policy | None
    match: Match | None
    jurisdictions: tuple[Jurisdiction, ...]
    deadlines: tuple[Deadline, ...]
    rights: tuple[Right, ...]
    steps: tuple[Step, ...]  # the next best first
    limits: tuple[str, ...]  # what the packs and papers leave unsaid
    spending: tuple[Provision, ...]  # of an expense from a health account
    need: Need  # whether a letter is needed, and which
    kind: str  # the letter pack's id of the one to write now
    brief: Brief
    letter: Letter | None  # None at an honest stop
    problems: tuple[Problem, ...] = ()


def walk(
    folder: Path,
    on: date,
    library: Library,
    also: casefolder.Also | None = None,
    memory: casefolder.Memory | None = None,
) -> Tour:
    """Walk the case in *folder* as it stands on the day *on*; the errors are those of the rooms.

    *also* gives more evidence of a document of the chart than its reader does; *memory* holds what was read before.
    """
    case = casefolder.open_case(folder, on, also, memory)
    policy = argue.standing(policy_of(case, library), "continuation" if GOES_ON.search(case.asks) else case.asks)
    case = replace(case, asks=letter_asked(case, library))
    match = matching.match(policy, case, on, library) if policy is not None else None
    jurisdictions = law.applies(case, on, library)
    deadlines = law.deadlines(case, on, library)
    rights = law.rights(case, on, library)
    steps = law.routes(case, deadlines, rights, on, library)
    limits = law.limits(case, on, library)
    spending = law.spending(case, on, library)
    need = argue.needed(case, policy, match, deadlines, spending, on)
    brief = argue.argue(case, policy, match, rights, library, on)
    kind = kind_of(case, match, need)
    if kind not in library.ids("letter"):
        known = ", ".join(["appeal", *library.ids("letter")])
        raise InputError(f"case.yaml: asks is {case.asks!r}, which is no kind of letter", hint=f"Known are {known}.")
    letter = None
    if not brief.stops or not library.get(LetterPack, kind).argues:
        letter = write.compose(kind, case, policy, match, brief, rights, deadlines, library, on)
    problems = check.check(letter, case, on=on, library=library) if letter is not None else ()
    return Tour(
        *(on, case, policy, match, jurisdictions, deadlines, rights, steps, limits, spending),
        *(need, kind, brief, letter, problems),
    )


def kind_of(case: Case, match: Match | None, need: Need) -> str:
    """Say which letter to write now: what was asked for; else the one that is needed, or what should go before it.

    Asking for the criteria comes before arguing: a denial whose policy is not here is answered by the letter that
    demands it (29 CFR 2560.503-1(h)(2)(iii) and its counterparts), whatever was asked for.
    """
    refused = case.reading(*REFUSALS) is not None
    if case.asks and case.asks != "appeal" and (match is not None or not refused):
        return case.asks
    if need.kind:
        return need.first or need.kind
    if not refused and "approval_explained" in need.then:
        return "approval_explained"
    return "internal_appeal" if refused else "prior_authorization"


def letter_asked(case: Case, library: Library) -> str:
    """Give the kind of letter that *asks* of case.yaml names; nothing where its words name the service instead.

    People write there what they ask of the plan: "36 sessions of TMS", "prior authorization appeal". Words that are
    neither a letter nor the service are given back as they are, and refused.
    """
    words = re.sub(r"[\s-]+", "_", case.asks.strip().lower())
    if words in {"", "appeal", *library.ids("letter")}:
        return words
    if "appeal" in words:
        return "appeal"
    if words.startswith(("prior_auth", "pre_auth", "preauth")):
        return "prior_authorization"
    named = " ".join(service.description.value.lower() for service in case.services)
    own = any(len(word) > 3 and word[:5] in named for word in words.split("_"))
    return "" if own or any(sign.isdigit() for sign in words) else case.asks


def policy_of(case: Case, library: Library) -> Policy | None:
    """Give the policy in question: a person's own pack first, else the tree read from the policy documents.

    None where policy/ is empty. Raises MissingFact where there is a policy but no criteria in it.
    """
    about = _about(case)
    papers = [document for document in case.documents if document.source.path.startswith("policy/")]
    held = [criteria.kept(document, library) or criteria.policy(document, about=about) for document in papers]
    held = [replace(each, root=each.continuation) if each.root is None else each for each in held]
    if papers and all(policy.root is None for policy in held):
        raise MissingFact(
            f"{papers[0].source.path}: no coverage criteria were found in it",
            hint="Check that it is the plan's medical policy for this service, not a bulletin or a cover page.",
        )
    withroot = [policy for policy in held if policy.root is not None]
    return max(withroot, key=lambda policy: _cited(case, policy), default=None)


def _cited(case: Case, policy: Policy) -> int:
    """Prefer the policy whose number or title the denial names."""
    reading = case.reading(*REFUSALS)
    cited = " ".join(str(field.basis.exact) for field in reading.all("criterion_cited")) if reading else ""
    return bool(policy.number and policy.number in cited) + bool(policy.title and policy.title in cited)


def _about(case: Case) -> tuple[str, ...]:
    words = [service.description.value for service in case.services]
    words += [service.coding.code for service in case.services if service.coding]
    words += [fact.value.display or fact.value.code for fact in case.diagnoses]
    words += [case.asks] if " " in case.asks else []
    if not words and (reading := case.reading(*REFUSALS, Kind.PEND, Kind.INFORMATION_REQUEST)):
        words = [str(field.value) for field in reading.all("service")]
    return tuple(words)


def reword(tour: Tour, ask: Callable[[str, str], str]) -> tuple[Tour, Reworded | None]:
    """Let a language model say sentences of the letter otherwise; a wording that a check objects to is not taken."""
    if tour.letter is None:
        return tour, None
    from wellfounded.write.phrasers.model import reworded  # noqa: PLC0415 - only where a model was named

    told = reworded(tour.letter, ask)
    problems = check.check(told.letter, tour.case, on=tour.on)
    if {problem.code for problem in problems} - {problem.code for problem in tour.problems}:
        return tour, replace(told, letter=tour.letter, taken=0, down="a check objects to the new wording")
    return replace(tour, letter=told.letter, problems=problems), told


def forms(tour: Tour) -> tuple[tuple[str, str, bytes], ...]:
    """Give name, title and PDF of each official form the letter's route asks for, filled as far as the case knows."""
    if tour.letter is None:
        return ()
    return tuple((name, *packet.filled(name, tour.letter, tour.case)) for name in packet.asked(tour.letter, tour.case))


def bind(tour: Tour, files: dict[str, bytes], *, without: Collection[str] = ()) -> Packet:
    """Bind the letter of *tour* with its forms and the documents it encloses; *files* gives bytes by source id.

    *without* names forms that stay out.
    """
    if tour.letter is None:
        raise MissingFact("there is no letter to bind", hint="See the stops: a requirement is not met.")
    linked = render.render(tour.letter, "pdf", linked=True)
    added = [(title, pdf) for name, title, pdf in forms(tour) if name not in without]
    return packet.assemble(tour.letter, linked, tour.case.documents, files, added)


def settled(tour: Tour) -> bool:
    """Whether the policy's root is met on what the chart shows."""
    return tour.match is not None and tour.match.root is Verdict.MET
