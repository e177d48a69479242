"""What comes in at the edge: today, chance, and the desk's folder."""

import secrets
from datetime import UTC, date, datetime

from django.conf import settings

from wellfounded.clinic.place import Place


def now() -> datetime:
    """Give this moment, in universal time."""
    return datetime.now(UTC)  # noqa: TID251 - the edge


def today() -> date:
    """Give the day the desk was told to stand on, else today where this computer stands."""
    if (told := getattr(settings, "WELLFOUNDED_ON", None)) is not None:
        day: date = told
        return day
    return datetime.now().astimezone().date()  # noqa: TID251 - the edge; a clinic counts in its own days


def token() -> str:
    """Give a name for a case that says nothing about it: 80 bits, in letters and digits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look alike
    return "".join(secrets.choice(alphabet) for _ in range(16))


def place() -> Place:
    """Give the folder this desk was opened over."""
    held: Place = settings.WELLFOUNDED_PLACE  # type: ignore[misc]  # one of ours, which Django's types do not know
    return held
