"""How a letter speaks of a person: by the sex that is recorded, and by the name where none is."""

from dataclasses import dataclass

from wellfounded.model.parties import Patient

SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
DEGREES = {
    *("MD", "DO", "M.D", "MBBS", "PHD", "PSYD", "PHARMD", "DPM", "DDS", "DMD", "NP", "FNP", "FNP-C", "PMHNP", "APRN"),
    *("PMHNP-BC", "CRNP", "DNP", "PA", "PA-C", "RN", "LCSW", "LPC", "PT", "DPT", "OT", "OTR/L", "SLP", "AUD", "FACP"),
}
PARTICLES = {  # of a surname, which is not itself without them: "de la Cruz", "Ní Bhriain", "van den Berg"
    *("de", "del", "della", "di", "da", "das", "do", "dos", "la", "las", "le", "los", "du", "des", "y", "e"),
    *("van", "der", "den", "het", "ter", "ten", "von", "zu", "zur", "vom", "af", "av", "st", "saint"),
    *("ní", "nic", "ó", "mac", "mc", "uí", "bin", "bint", "binti", "ibn", "al", "el", "abu", "ben", "bat", "ap", "ab"),
}
NAMES = {"al", "ben", "do", "e", "y", "ap", "ab", "da", "di", "le"}  # with a capital these are names or initials
SEXED = ("female", "male")  # other words of FHIR's administrative gender choose no pronoun: the name is said


@dataclass(frozen=True, slots=True)
class Person:
    """One patient in words. *formal* is "Ms. Ellis"; where no sex is recorded the name stands for each pronoun."""

    full: str
    formal: str
    subject: str
    object: str
    possessive: str
    noun: str  # woman, man, girl, boy, patient

    @property
    def possessed(self) -> str:
        """The formal name as an owner: "Ms. Ellis's"."""
        return f"{self.formal}'s"


def person(patient: Patient, age: int | None) -> Person:
    """Say who the patient is; a child is called by the first name."""
    full = patient.name.value if patient.name is not None else "the patient"
    sex = patient.sex.value if patient.sex is not None else ""
    child = age is not None and age < 18
    first, last = _names(full)
    if sex == "female":
        return Person(full, first if child else f"Ms. {last}", "she", "her", "her", "girl" if child else "woman")
    if sex == "male":
        return Person(full, first if child else f"Mr. {last}", "he", "him", "his", "boy" if child else "man")
    named = (first or full) if child else full
    again = named if child else "the patient"
    return Person(full, named, named, again, f"{again}\u2019s", "patient")


def same(one: str, other: str) -> bool:
    """Whether two ways of writing a name name one person: last names alike and first initials not apart."""
    a, b = _names(one), _names(other)
    last = [name.split()[-1].lower() if name else "" for name in (a[1], b[1])]  # a note may drop the particle
    return bool(last[0]) and last[0] == last[1] and (not a[0] or not b[0] or a[0][0].lower() == b[0][0].lower())


def plain(name: str) -> str:
    """Give a name without its degrees: "Priya Raman" of "Priya Raman, MD" and of "Priya Raman MD"."""
    words = name.split(",", maxsplit=1)[0].split()
    while len(words) > 1 and words[-1].strip(".").upper() in DEGREES:
        words.pop()
    return " ".join(words)


def _names(full: str) -> tuple[str, str]:
    if full == "the patient":
        return full, full
    words = [word for word in plain(full).split() if word.lower().strip(".") not in SUFFIXES | {"dr"}]
    if not words:
        return "", ""
    at = len(words) - 1
    while at > 1 and _particle(words[at - 1]):
        at -= 1
    return (words[0] if len(words) > 1 else ""), " ".join(words[at:])


def _particle(word: str) -> bool:
    bare = word.lower().strip(".")
    return bare in PARTICLES and not (word[:1].isupper() and bare in NAMES)
