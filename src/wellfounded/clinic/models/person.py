"""A person who uses the desk; on one computer there is one, with no account."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Person(AbstractBaseUser):
    """Who does things here. *face* chooses the words of the pages; the key pair signs (the private half is sealed)."""

    FACES = (("clinician", "clinician or staff"), ("patient", "patient or family"))
    LANGUAGES = (("en", "English"), ("es", "Espa\u00f1ol"))

    email = models.CharField(max_length=254, unique=True)  # a name within the desk until accounts come
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=100, default="staff")
    face = models.CharField(max_length=12, choices=FACES, default="clinician")
    language = models.CharField(max_length=8, default="en")
    profile = models.JSONField(default=dict, blank=True)  # answers about the signer, offered again in the next case
    public_key = models.TextField(default="", blank=True)  # PEM
    sealed_key = models.TextField(default="", blank=True)  # PEM, encrypted with the signing passphrase

    objects = BaseUserManager()

    USERNAME_FIELD = "email"

    @property
    def named(self) -> bool:
        """Whether this person has told a name; until then the desk asks for one."""
        return bool(self.profile.get("named"))

    def __str__(self) -> str:
        """Give the name, as the pages show it."""
        return self.name
