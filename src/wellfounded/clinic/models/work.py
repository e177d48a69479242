"""What is still to do in a case, and what people told one another about it."""

from django.db import models

from wellfounded.clinic.models.matter import Matter
from wellfounded.clinic.models.person import Person


class Task(models.Model):
    """One thing a person has to do."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    says = models.CharField(max_length=500)
    due = models.DateField(null=True, blank=True)
    done = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=16, default="", blank=True)  # of a thing a payer's letter asks for
    owner = models.ForeignKey(Person, models.PROTECT)
    made = models.DateTimeField()

    class Meta:
        """Open ones first, the soonest first."""

        ordering = (models.F("done").asc(nulls_first=True), models.F("due").asc(nulls_last=True), "id")


class Note(models.Model):
    """Words beside a case, for its people; never part of a letter."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")
