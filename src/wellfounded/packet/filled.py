"""The official forms a letter's route asks for, each filled and set as a tagged PDF."""

from typing import Any

from wellfounded import plugin
from wellfounded.errors import InputError
from wellfounded.model.case import Case
from wellfounded.model.letter import Letter
from wellfounded.packet.forms._form import Blank, Choice, Form, Line, Words
from wellfounded.packet.typed import compiled

FORMS = "wellfounded.packet.forms"


def asked(letter: Letter, case: Case) -> tuple[str, ...]:
    """Give the names of the forms the route of *letter* asks for, in order of name."""
    return tuple(each.NAME for each in plugin.modules(FORMS, "NAME", "asked", "fill") if each.asked(letter, case))


def names() -> tuple[str, ...]:
    """Give the names of all forms there are."""
    return tuple(each.NAME for each in plugin.modules(FORMS, "NAME", "asked", "fill"))


def empty(name: str, letter: Letter, case: Case) -> tuple[tuple[str, str], ...]:
    """Give part and label of each line of one form that nothing known fills, but for signatures and other people's.

    Lines for somebody who is neither the patient nor the prescriber are that person's, and a number of a claim is only
    there where a claim was made.
    """
    file = next((each for each in plugin.modules(FORMS, "NAME", "asked", "fill") if name == each.NAME), None)
    if file is None:
        raise InputError(f"{name} is no form", hint=f"Known are {', '.join(names())}.")
    form: Form = file.fill(letter, case)
    return tuple(
        (section.heading, line.label)
        for section in form.sections
        if not section.heading.startswith("Only if")
        for line in section.lines
        if isinstance(line, Blank) and not line.value and line.label != "Claim number"
    )


def filled(name: str, letter: Letter, case: Case) -> tuple[str, bytes]:
    """Give the title and the PDF (PDF/UA-1) of one form, filled from *case*; raises InputError for an unknown name."""
    file = next((each for each in plugin.modules(FORMS, "NAME", "asked", "fill") if name == each.NAME), None)
    if file is None:
        raise InputError(f"{name} is no form", hint=f"Known are {', '.join(names())}.")
    form: Form = file.fill(letter, case)
    author = letter.letterhead.name or letter.signer.name
    data = {
        "title": form.title,
        "official": form.official,
        "author": author.value if author is not None else "",
        "day": (letter.date.year, letter.date.month, letter.date.day),
        "to": form.to,
        "sections": [{"heading": s.heading, "lines": [_line(line) for line in s.lines]} for s in form.sections],
    }
    return form.title, compiled("form", data, tagged=True)


def _line(line: Line) -> dict[str, Any]:
    if isinstance(line, Blank):
        return {"is": "blank", "label": line.label, "value": line.value, "lines": line.lines}
    if isinstance(line, Choice):
        return {"is": "choice", "label": line.label, "options": line.options, "marked": line.marked}
    if isinstance(line, Words):
        return {"is": "words", "text": line.text}
    return {"is": "signature", "label": line.label}
