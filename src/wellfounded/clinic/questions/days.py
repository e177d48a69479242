"""Questions about days on which things happened: each begins a time that the law counts."""

import re

from wellfounded.clinic.questions.question import Question

HELP = "The envelope, the fax line or the stamp shows it."
AYUDA = "Lo muestra el sobre, la l\u00ednea del fax o el sello."


def _day(way: str, en: str, es: str, help: str = HELP, ayuda: str = AYUDA) -> Question:  # noqa: A002 - its field
    return Question(way, way, "date", en, es, help=help, ayuda=ayuda)


QUESTIONS = (
    _day(
        "received.denial_dated",
        "What date does the notice bear?",
        "\u00bfQu\u00e9 fecha lleva la carta?",
        "It stands at the head of the letter.",
        "Est\u00e1 arriba en la carta.",
    ),
    _day(
        "received.final_denial",
        "On what day did the plan\u2019s answer to the appeal arrive?",
        "\u00bfQu\u00e9 d\u00eda lleg\u00f3 la respuesta del plan a la apelaci\u00f3n?",
    ),
    _day(
        "received.final_denial_dated",
        "What date does the plan\u2019s answer to the appeal bear?",
        "\u00bfQu\u00e9 fecha lleva la respuesta del plan a la apelaci\u00f3n?",
    ),
    _day(
        "received.appeal",
        "On what day did the plan receive the appeal?",
        "\u00bfQu\u00e9 d\u00eda recibi\u00f3 el plan la apelaci\u00f3n?",
        "The fax report or the receipt of the post shows it.",
        "Lo muestra el informe del fax o el recibo del correo.",
    ),
    _day(
        "requested",
        "On what day did the plan receive the request?",
        "\u00bfQu\u00e9 d\u00eda recibi\u00f3 el plan la solicitud?",
        "The fax report or the portal shows it.",
        "Lo muestra el informe del fax o el portal.",
    ),
)
RECEIVED = re.compile(r"received\.([a-z][a-z_]{2,60})")


def other(way: str) -> Question | None:
    """Give the question for the day of any other event of the law, by its name; None for what is no such day."""
    found = RECEIVED.fullmatch(way)
    if found is None:
        return None
    event = found[1].removesuffix("_dated").replace("_", " ")
    if found[1].endswith("_dated"):
        return _day(way, f"What date does the paper bear: {event}?", f"\u00bfQu\u00e9 fecha lleva el papel: {event}?")
    return _day(way, f"On what day did this arrive: {event}?", f"\u00bfQu\u00e9 d\u00eda lleg\u00f3: {event}?")
