"""The reading grade of the page, shown on papers made for patients."""

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph
from wellfounded.write.grade import of
from wellfounded.write.telling import Telling, Told, entered, sentence

SAID = {
    "en": "Reading grade of this page: {grade} (Flesch-Kincaid)",
    "es": "Grado de lectura de esta hoja: {grade} (Crawford)",
}


def write(telling: Telling) -> Told:
    """Write the grade of what stands above; nothing where nothing does or the language has no measure here."""
    language, name = telling.pack.language, telling.case.patient.name
    found = of(telling.said, language) if language in SAID and telling.said.strip() else None
    if found is None or name is None:
        return Told()
    shown = f"{max(1, round(found))}"
    rule = Derivation(f"reading grade = {shown}", (entered("patient.name", name),))
    return Told((Paragraph("grade", telling.part.heading, (sentence(SAID[language].format(grade=shown), rule),)),))
