"""The log of a case: what happened, when, by whom; rows are added and never changed."""

from typing import Any

from django.db import models

from wellfounded.clinic.models.matter import Matter
from wellfounded.clinic.models.person import Person


class Event(models.Model):
    """One thing that happened. FHIR: AuditEvent. *detail* holds what its sentence names."""

    matter = models.ForeignKey(Matter, models.CASCADE)  # deleting a case deletes what is told of it
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True)  # null: the desk itself
    kind = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)

    class Meta:
        """In the order in which things happened, whatever the clock did meanwhile."""

        ordering = ("id",)

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        """Add the event; a kept one cannot be changed."""
        if self.pk is not None:
            raise TypeError("an event is added once and never changed")
        super().save(*args, **kwargs)
