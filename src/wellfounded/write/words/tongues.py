"""Dates, lengths and frequencies in Spanish and German, for the papers a patient signs or reads."""

from datetime import date

from wellfounded.model.coding import Duration, PartialDate
from wellfounded.write.words import dates, doses

MONTHS = {
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
}
UNITS = {
    "es": {
        "days": ("día", "días"),
        "weeks": ("semana", "semanas"),
        "months": ("mes", "meses"),
        "years": ("año", "años"),
        "sessions": ("sesión", "sesiones"),
    },
    "de": {
        "days": ("Tag", "Tage"),
        "weeks": ("Woche", "Wochen"),
        "months": ("Monat", "Monate"),
        "years": ("Jahr", "Jahre"),
        "sessions": ("Sitzung", "Sitzungen"),
    },
}
OFTEN = {
    "es": {
        "daily": "al día",
        "once daily": "una vez al día",
        "twice daily": "dos veces al día",
        "twice a day": "dos veces al día",
        "three times daily": "tres veces al día",
        "nightly": "por la noche",
        "at bedtime": "al acostarse",
        "at night": "por la noche",
        "every morning": "por la mañana",
        "weekly": "por semana",
        "once a week": "una vez por semana",
        "monthly": "al mes",
    },
    "de": {
        "daily": "täglich",
        "once daily": "einmal täglich",
        "twice daily": "zweimal täglich",
        "twice a day": "zweimal täglich",
        "three times daily": "dreimal täglich",
        "nightly": "zur Nacht",
        "at bedtime": "zur Nacht",
        "at night": "zur Nacht",
        "every morning": "morgens",
        "weekly": "wöchentlich",
        "once a week": "einmal wöchentlich",
        "monthly": "monatlich",
    },
}
AND = {"en": "and", "es": "y", "de": "und"}


def day(when: date | PartialDate, language: str) -> str:
    """Write a date out: "March 9, 2026", "9 de marzo de 2026", "9. März 2026", at the precision it is known to."""
    if language not in MONTHS or when.month is None:
        return dates.day(when)
    month = MONTHS[language][when.month - 1]
    if language == "es":
        return f"{when.day} de {month} de {when.year}" if when.day else f"{month} de {when.year}"
    return f"{when.day}. {month} {when.year}" if when.day else f"{month} {when.year}"


def span(start: PartialDate | None, stop: PartialDate | None, language: str) -> str:
    """Write a stretch of time, as far as its ends are known."""
    if language not in MONTHS:
        return dates.span(start, stop)
    words = {"es": ("desde {}", "hasta {}", "de {} a {}"), "de": ("seit {}", "bis {}", "vom {} bis {}")}[language]
    if language == "es" and all(each is None or each.day for each in (start, stop)):
        words = ("desde el {}", "hasta el {}", "del {} al {}")
    if language == "de":  # "vom 3. März bis", but "von März bis"
        at = "vom" if start is not None and start.day else "von"
        till = "bis zum" if stop is not None and stop.day else "bis"
        words = (
            ("seit dem {}" if start is not None and start.day else "seit {}"),
            f"{till} {{}}",
            f"{at} {{}} {till} {{}}",
        )
    if start is None:
        return "" if stop is None else words[1].format(day(stop, language))
    if stop is None:
        return words[0].format(day(start, language))
    return words[2].format(day(start, language), day(stop, language))


def length(held: Duration | None, language: str) -> str:
    """Write a length of time; empty where it is unknown or its unit has no word here."""
    if held is None or language not in UNITS:
        return doses.length(held)
    words = UNITS[language].get(held.unit)
    return f"{held.n:g} {words[0 if held.n == 1 else 1]}" if words else ""


def frequency(text: str, language: str) -> str:
    """Write how often; empty where it has no word here, for half a language is worse than none."""
    return doses.frequency(text) if language not in OFTEN else OFTEN[language].get(doses.frequency(text).lower(), "")
