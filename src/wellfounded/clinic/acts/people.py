"""Who uses the desk, and what they may see."""

import getpass
from collections.abc import Mapping

from wellfounded.clinic.models import Access, Matter, Person
from wellfounded.errors import InputError

OWNER = "owner@desk"
UNNAMED = "the person at this desk"  # until a name is given: that of a login is a machine's and no person's

BY_SIGNING = "who gives it by signing the letter"  # the role under a word that waits for its signer


def owner() -> Person:
    """Give the one person of a desk with no accounts, made at first use and asked for a name at the first page."""
    person = Person.objects.filter(email=OWNER).first()
    if person is None:
        person, _ = Person.objects.get_or_create(email=OWNER, defaults={"name": UNNAMED, "role": ""})
    if not person.named and person.name == _login():  # of a desk from before it asked
        person.name = UNNAMED
        person.save(update_fields=["name"])
    return person


def named(person: Person, told: Mapping[str, str]) -> None:
    """Keep who sits at the desk: *told* may hold name, role, face and language; what it leaves empty stays."""
    person.name, person.role = told.get("name") or person.name, told.get("role") or person.role
    person.face = told["face"] if told.get("face") in dict(Person.FACES) else person.face
    person.language = told["language"] if told.get("language") in dict(Person.LANGUAGES) else person.language
    if told.get("name"):
        person.profile = person.profile | {"named": "yes"}
    person.save(update_fields=["name", "role", "face", "language", "profile"])


def signer(name: str, role: str) -> Person:
    """Give the person who signs under *name*: each has a key and passphrase of their own, whoever sits at the desk."""
    words = " ".join(name.split())
    if not words:
        raise InputError("a signature has a name", hint="Write the signer\u2019s name.")
    told = {"name": words, "role": role}
    return Person.objects.get_or_create(email=f"{words.casefold()}@signers", defaults=told)[0]


def same_name(ours: str, theirs: str) -> bool:
    """Whether two spellings are one name, case and spaces aside."""
    return " ".join(ours.casefold().split()) == " ".join(theirs.casefold().split())


def may(person: Person, matter: Matter, what: str = "see") -> bool:
    """Whether *person* may see, or change, the case."""
    rights = ("see", "change") if what == "see" else ("change",)
    return Access.objects.filter(matter=matter, person=person, may__in=rights).exists()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
