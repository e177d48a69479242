"""What keeps a letter from being signed, each in one clear line: never a placeholder in the text."""

from collections.abc import Iterator

from wellfounded.model.basis import Fact
from wellfounded.model.criteria import Requirement
from wellfounded.packs.schema.administrator import AdministratorPack
from wellfounded.write import office, scanned
from wellfounded.write.policyname import place
from wellfounded.write.telling import Telling
from wellfounded.write.words.few import few

SHOWS = "what shows "
IDENTITY = ("patient name", "birth date", "member id", "service code", "diagnosis")  # a conflict here is settled first


def missing(telling: Telling) -> tuple[str, ...]:
    """Give each fact the pack needs and the case lacks, each open requirement, and each conflict of identity."""
    return tuple(dict.fromkeys((*_needs(telling), *_open(telling), *_conflicts(telling), *scanned.compare(telling))))


def _needs(telling: Telling) -> Iterator[str]:
    for need in telling.pack.needs:
        if not _known(telling, need.fact):
            yield need.missing
    if telling.pack.to == "administrator":
        yield from _asked(telling)
    if telling.pack.to == "office" and not office.lines(telling):
        yield "the name of the office it goes to"


def _asked(telling: Telling) -> Iterator[str]:
    """Give what the administrator's own list asks and the case does not hold."""
    held = [fact.value for fact in (telling.case.coverage.payer, telling.case.coverage.plan) if fact is not None]
    names = " ".join(held).lower()
    for _, pack in telling.library.all(AdministratorPack):
        if any(name.lower() in names for name in pack.names):
            for asked in pack.asks:
                if asked.at and not _known(telling, asked.at):
                    yield f"{asked.says}, which {pack.title} asks for"


def _known(telling: Telling, path: str) -> bool:
    head, _, tail = path.partition(".")
    if head == "denial":
        return telling.denial is not None and (not tail or telling.denial.first(tail) is not None)
    if path == "services.duration":
        return any(each.duration is not None for each in telling.case.services)
    if path == "service.code":
        return bool(telling.case.services) and all(each.coding is not None for each in telling.case.services)
    held: object = telling.case
    for name in path.split("."):
        held = getattr(held, name, None)
    return bool(held.value) if isinstance(held, Fact) else bool(held)


def _open(telling: Telling) -> Iterator[str]:
    if not telling.pack.argues:
        return
    for id_ in telling.brief.open:
        leaf = telling.requirement(id_)
        yield shows(leaf) if leaf is not None else f"{SHOWS}{id_}"


def shows(leaf: Requirement) -> str:
    """Give the line that asks for what shows an open requirement."""
    if leaf.label:
        return f"{SHOWS}{place(leaf.label)} ({few(leaf.text)})"
    return f"{SHOWS}\u201c{few(leaf.text)}\u201d"


def _conflicts(telling: Telling) -> Iterator[str]:
    for conflict in telling.case.conflicts:
        if any(conflict.about.lower().replace("_", " ").replace("patient.", "").startswith(name) for name in IDENTITY):
            yield f"two sources differ about the {_plain(conflict.about)}: settle which is right"


def _plain(about: str) -> str:
    return about.replace("_", " ").replace(".", " ")
