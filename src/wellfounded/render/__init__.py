"""A letter made visible: one renderer per form, found by being in the folder."""

from wellfounded.errors import InputError
from wellfounded.model.letter import Letter
from wellfounded.plugin import modules

__all__ = ["forms", "render"]


def forms() -> tuple[str, ...]:
    """Give the forms a letter can take: docx, html, pdf, text."""
    return tuple(renderer.FORM for renderer in modules("wellfounded.render.renderers", "FORM", "SUFFIX", "render"))


def render(letter: Letter, form: str, *, linked: bool = False) -> bytes:
    """Give *letter* in *form*; *linked* keeps each exhibit mark's target for the packet to resolve (PDF only).

    Raises InputError for a form nobody renders.
    """
    for renderer in modules("wellfounded.render.renderers", "FORM", "SUFFIX", "render"):
        if form == renderer.FORM:
            made: bytes = renderer.render(letter, linked=linked)
            return made
    raise InputError(f"no renderer makes {form}", hint=f"Choose one of {', '.join(forms())}.")
