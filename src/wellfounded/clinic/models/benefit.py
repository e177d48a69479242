"""What a plan grants of one kind of care, as a person looked it up: limit, used so far, authorization."""

from django.db import models

from wellfounded.clinic.models.matter import Matter
from wellfounded.clinic.models.person import Person


class Benefit(models.Model):
    """One line of a plan's benefits, kept beside the case; no letter rests on it."""

    ASKED = (("unknown", "not known"), ("yes", "needed"), ("no", "not needed"))

    matter = models.ForeignKey(Matter, models.CASCADE)
    what = models.CharField(max_length=200)  # "physical therapy, visits a year"
    limit = models.PositiveIntegerField(null=True, blank=True)
    used = models.PositiveIntegerField(null=True, blank=True)
    authorization = models.CharField(max_length=8, choices=ASKED, default="unknown")
    source = models.CharField(max_length=300)  # "member portal, 2026-03-20"
    by = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        """In the order in which they were looked up."""

        ordering = ("id",)

    @property
    def left(self) -> int | None:
        """Give what is left of the limit; None where it is not known."""
        return None if self.limit is None or self.used is None else max(0, self.limit - self.used)
