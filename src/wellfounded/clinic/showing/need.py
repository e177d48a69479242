"""Whether a letter is needed at all, in words."""

from dataclasses import dataclass

from wellfounded.clinic.showing.links import Branch, branches
from wellfounded.model import argument
from wellfounded.model.case import Case
from wellfounded.packs import shipped
from wellfounded.packs.schema.letter import LetterPack

OPENS = {
    "yes": ("A letter is needed", "Hace falta una carta"),
    "no": ("No letter is needed now", "Por ahora no hace falta una carta"),
    "ask": ("Ask whether a letter is needed", "Pregunte al plan si hace falta una carta"),
}


@dataclass(frozen=True, slots=True)
class Need:
    """The answer, which letter, why, and what goes before and after."""

    says: str
    letter: str
    first: str
    why: list[tuple[str, list[Branch]]]
    then: list[str]


def shown(need: argument.Need, case: Case, token: str, language: str = "en") -> Need:
    """Give the answer as the page shows it; its grounds are in the words of the papers and the law, English."""
    return Need(
        OPENS[need.letter][language == "es"],
        _named(need.kind),
        _named(need.first),
        [(fact.value, branches((fact.basis,), case, token)) for fact in need.why],
        [_named(each) for each in need.then],
    )


def _named(kind: str) -> str:
    library = shipped()
    return library.get(LetterPack, kind).title if kind in library.ids("letter") else kind
