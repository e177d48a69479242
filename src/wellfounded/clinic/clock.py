"""What comes in at the edge: today, chance, and the desk's folder."""

import secrets
from datetime import UTC, date, datetime

from django.conf import settings

from wellfounded.clinic.place import Place


def now() -> datetime:
    """Give this moment, in universal time; on the day the desk was told to stand on, where it was told one."""
    moment = datetime.now(UTC)  # noqa: TID251 - the edge
    if (told := _told()) is None:
        return moment
    here = moment.astimezone()  # a clinic counts in its own days: the hour here, on the day told
    return here.replace(year=told.year, month=told.month, day=told.day).astimezone(UTC)


def today() -> date:
    """Give the day the desk was told to stand on, else today where this computer stands."""
    told = _told()
    return told if told is not None else datetime.now().astimezone().date()  # noqa: TID251 - the edge, as above


def _told() -> date | None:
    day: date | None = getattr(settings, "WELLFOUNDED_ON", None)
    return day


def token() -> str:
    """Give a name for a case that says nothing about it: 80 bits, in letters and digits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look alike
    return "".join(secrets.choice(alphabet) for _ in range(16))


def place() -> Place:
    """Give the folder this desk was opened over."""
    held: Place = settings.WELLFOUNDED_PLACE  # type: ignore[misc]  # one of ours, which Django's types do not know
    return held
