"""Where a plan is reached: each address with the plan it holds for, where it was found and when."""

from django.db import models

from wellfounded.clinic.models.person import Person


class Address(models.Model):
    """One door of one payer. It is offered only for the plan it was found for: another plan's fax is another office."""

    payer = models.CharField(max_length=200)
    plan = models.CharField(max_length=200, default="", blank=True)  # empty: the source speaks for every plan
    means = models.CharField(max_length=20)  # fax, mail, email, portal
    address = models.CharField(max_length=300)
    source = models.CharField(max_length=300)  # "denial of 2026-03-09, p. 2"
    found = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        """By payer, the newest first."""

        ordering = ("payer", "plan", "-found")
