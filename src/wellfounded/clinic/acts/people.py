"""Who uses the desk, and what they may see."""

import getpass

from wellfounded.clinic.models import Access, Matter, Person
from wellfounded.errors import InputError

OWNER = "owner@desk"


def owner() -> Person:
    """Give the one person of a desk with no accounts, made at first use with this computer's name for them."""
    person = Person.objects.filter(email=OWNER).first()
    if person is None:
        person, _ = Person.objects.get_or_create(email=OWNER, defaults={"name": _login(), "role": "staff"})
    return person


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
        return "the person at this computer"
