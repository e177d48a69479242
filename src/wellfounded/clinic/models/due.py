"""Deadlines of all cases in one list: derived by the library after each walk, kept only so that today opens at once."""

from django.db import models

from wellfounded.clinic.models.matter import Matter


class Due(models.Model):
    """One deadline as the last walk of its case counted it."""

    matter = models.ForeignKey(Matter, models.CASCADE)
    level = models.CharField(max_length=60)
    file = models.CharField(max_length=300)
    whose = models.CharField(max_length=10)  # ours, payer's
    due = models.DateField(null=True)  # the legal day
    act = models.DateField(null=True)  # the safe day
    says = models.CharField(max_length=500)
    rule = models.CharField(max_length=500)
    cite = models.CharField(max_length=300)

    class Meta:
        """Soonest first, uncounted ones last."""

        ordering = (models.F("act").asc(nulls_last=True), "id")
