"""What leaves the desk: which pages and why, by which means, and what proves it."""

from django.db import models

from wellfounded.clinic.models.letter import Version
from wellfounded.clinic.models.matter import Matter
from wellfounded.clinic.models.person import Person


class Pick(models.Model):
    """Whether one page of one document goes with the letter, and why; a page nobody spoke about follows the letter."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    source = models.CharField(max_length=64)
    page = models.PositiveIntegerField()
    goes = models.BooleanField()
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        """One choice a page."""

        constraints = (models.UniqueConstraint(fields=("matter", "source", "page"), name="one_choice_a_page"),)


class Sending(models.Model):
    """One packet sent by one means to one address: the three are the key, and a key is sent once."""

    STATES = ("ready", "sent", "confirmed", "refused", "deferred", "unknown")

    matter = models.ForeignKey(Matter, models.CASCADE)
    version = models.ForeignKey(Version, models.PROTECT)
    packet = models.CharField(max_length=64)  # sha-256 of the bytes that left
    pages = models.PositiveIntegerField()
    means = models.CharField(max_length=20)  # print, email, fax, portal
    address = models.CharField(max_length=300)
    state = models.CharField(max_length=12, default="ready")
    trace = models.CharField(max_length=200, default="", blank=True)  # confirmation number, tracking number
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        """The key is sent once, whoever clicks twice."""

        ordering = ("-at",)
        constraints = (models.UniqueConstraint(fields=("matter", "packet", "means", "address"), name="one_send_a_key"),)
