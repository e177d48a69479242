"""A case as the desk holds it: its folder's token, who may see it, and a digest for lists."""

from django.db import models

from wellfounded.clinic.models.person import Person


class Matter(models.Model):
    """One case. The case itself is the folder of that token; every field of the digest can be derived again from it."""

    token = models.CharField(max_length=16, primary_key=True)
    opened = models.DateTimeField()
    stands_on = models.DateField(null=True, blank=True)  # a sample stands on its own day; null is today
    sample = models.CharField(max_length=40, default="", blank=True)  # the sample's name, or nothing
    language = models.CharField(max_length=8, default="en")
    closed = models.DateTimeField(null=True, blank=True)

    # The digest, written after each walk.
    patient = models.CharField(max_length=200, default="", blank=True)
    service = models.CharField(max_length=300, default="", blank=True)
    payer = models.CharField(max_length=200, default="", blank=True)
    decision = models.CharField(max_length=40, default="", blank=True)
    kind = models.CharField(max_length=60, default="", blank=True)  # of the letter the case calls for
    met = models.PositiveIntegerField(default=0)
    not_met = models.PositiveIntegerField(default=0)
    unknown = models.PositiveIntegerField(default=0)
    standing = models.CharField(
        max_length=20, default="reading"
    )  # reading, failed, gather, stopped, draft, signed, sent
    walked = models.CharField(max_length=64, default="", blank=True)  # fingerprint of the folder the digest is of
    told = models.JSONField(default=dict, blank=True)  # what the decision was read to say, by the name of each field

    people = models.ManyToManyField(Person, through="Access")

    class Meta:
        """Newest first."""

        ordering = ("-opened", "token")

    def __str__(self) -> str:
        """Give the token: a name may stand in a log."""
        return self.token


class Access(models.Model):
    """That a person may see, or change, one case."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE)
    may = models.CharField(max_length=10, default="change")  # see, change

    class Meta:
        """One right for each person and case."""

        constraints = (models.UniqueConstraint(fields=("matter", "person"), name="one_access_each"),)
