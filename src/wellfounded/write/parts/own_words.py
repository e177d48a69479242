"""The clinician's paragraphs that name no other part of the letter: kept verbatim, as in every part."""

from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Write nothing: the composer sets the clinician's paragraphs here."""
    del telling
    return Told()
