"""The clinician's own reasoning: no words of ours stand in this part, only theirs, verbatim."""

from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Write nothing: the composer sets the clinician's paragraphs here."""
    del telling
    return Told()
