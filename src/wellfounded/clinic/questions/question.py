"""One question: which value of case.yaml it fills, and how it is asked."""

from dataclasses import dataclass

Choice = tuple[str, str, str]  # value, English, Spanish


@dataclass(frozen=True, slots=True)
class Question:
    """One question. *way* is the field of case.yaml; *need* is the fact of the letter packs that it answers."""

    way: str
    need: str
    kind: str  # text, date, choice, number
    en: str
    es: str
    patient: str = ""  # English for a patient, where it differs
    help: str = ""
    ayuda: str = ""
    choices: tuple[Choice, ...] = ()

    @property
    def anchor(self) -> str:
        """Give its name within an address."""
        return self.way.replace(".", "-").replace("_", "-")

    def asked(self, face: str, language: str) -> str:
        """Give the question for *face* (clinician, patient) in *language* (en, es)."""
        if language == "es":
            return self.es
        return self.patient if face == "patient" and self.patient else self.en

    def hint(self, language: str) -> str:
        """Give where people find the answer."""
        return self.ayuda if language == "es" else self.help

    def options(self, language: str) -> list[tuple[str, str]]:
        """Give the choices in *language*."""
        return [(value, es if language == "es" else en) for value, en, es in self.choices]
