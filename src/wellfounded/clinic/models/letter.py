"""The letter of a case through time: versions, what was typed and not yet kept, what a signer opened, signatures."""

from django.db import models

from wellfounded.clinic.models.matter import Matter
from wellfounded.clinic.models.person import Person


class Version(models.Model):
    """One state of the letter, whole. Versions are added and never changed; the last one is the letter."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True)  # null: composed by the library
    how = models.CharField(max_length=20)  # composed, edited, word, restored
    content = models.TextField()  # the letter as letter.json
    hash = models.CharField(max_length=64)  # sha-256 of content
    of = models.CharField(max_length=64, default="", blank=True)  # hash of the composed letter it grew from

    class Meta:
        """One version a number."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("matter", "number"), name="one_version_a_number"),)


class Scratch(models.Model):
    """Words typed into a paragraph and not yet kept in a version: a lost connection loses none of them."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    tab = models.CharField(max_length=32)  # which window typed them
    paragraph = models.CharField(max_length=64)  # hash of the paragraph they replace
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        """One scratch for each window and paragraph."""

        constraints = (models.UniqueConstraint(fields=("matter", "tab", "paragraph"), name="one_scratch_a_window"),)


class Opened(models.Model):
    """That a person opened what one sentence of one version rests on."""

    version = models.ForeignKey(Version, models.CASCADE)
    sentence = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        """The first opening counts."""

        constraints = (models.UniqueConstraint(fields=("version", "sentence", "by"), name="opened_once"),)


class Left(models.Model):
    """What a person left out when they kept a paragraph: said once, with the way back, and told in the history."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    before = models.ForeignKey(Version, models.CASCADE, related_name="+")  # the letter as it stood
    version = models.ForeignKey(Version, models.CASCADE, related_name="+")  # and as it stands since
    paragraph = models.PositiveIntegerField(null=True)  # where the words were typed; null: they came back from Word
    typed = models.TextField()
    gone = models.JSONField(default=list)  # the sentences, as they read
    own = models.JSONField(default=dict)  # the clinician's own paragraph of the case they stood in, with its place
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT)


class Signature(models.Model):
    """A person's signature under the exact content of one version; any other content is unsigned."""

    version = models.ForeignKey(Version, models.CASCADE)
    by = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()
    part = models.CharField(max_length=20, default="signer")  # signer, concurrence
    says = models.TextField()  # the signed statement, as the signature covers it
    signature = models.TextField()  # Ed25519 over *says*, base64
    public_key = models.TextField()  # PEM
