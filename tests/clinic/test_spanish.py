"""The desk in Spanish: what the desk says is Spanish, what papers say stays, and what is left is marked as English."""

import re

import pytest

from wellfounded.clinic import spanish
from wellfounded.clinic.showing.said import FIELDS, KINDS, MARKETS, STANDINGS
from wellfounded.clinic.spanish.said import said
from wellfounded.clinic.views.base import TABS

SAID = {
    "in 12 days": "en 12 d\u00edas",
    "Mar 9, 2026": "9 de marzo de 2026",
    "Mar 9, 2026, 14:05": "9 de marzo de 2026, 14:05",
    "180 days after receipt of the denial": "180 d\u00edas despu\u00e9s de recibir la negaci\u00f3n",
    "Ask for external review by Sep 5, 2026 to be safe; the legal date is Sep 8, 2026.": (
        "Pedir una revisi\u00f3n externa antes del 5 de septiembre de 2026 para estar seguro; "
        "el \u00faltimo d\u00eda seg\u00fan la ley es el 8 de septiembre de 2026."
    ),
    "The payer had to decide the request by Mar 7, 2026.": (
        "El plan deb\u00eda decidir la solicitud antes del 7 de marzo de 2026."
    ),
    "as Dana Reyes entered it, Mar 16, 2026": "anotado por Dana Reyes el 16 de marzo de 2026",
    "The plan has refused the service (notice of Mar 9, 2026).": (
        "El plan neg\u00f3 el servicio (carta del 9 de marzo de 2026)."
    ),
}


@pytest.mark.parametrize(("english", "wanted"), SAID.items())
def test_days_numbers_and_sentences_are_said_in_spanish(english, wanted):
    assert said(english) == wanted


def test_every_tab_standing_kind_and_field_has_spanish_words():
    shown = [*(label for _, label in TABS), *STANDINGS.values(), *KINDS.values(), *(label for _, label, _ in FIELDS)]
    same = {"Medicare Advantage", "TRICARE", "Medicaid"}
    assert [word for word in [*shown, *MARKETS.values()] if said(word) is None and word not in same] == []


def test_words_of_papers_stay_and_english_that_is_left_says_so():
    html = (
        '<html lang="en"><p>Questions</p><q>Questions</q><textarea>Questions</textarea><p aria-label="Criteria">'
        "He slept badly on it.</p><title>Today \u2013 Wellfounded</title><p>Tom &amp; Ana</p></html>"
    )
    assert spanish.page(html) == (
        '<html lang="es"><p>Preguntas</p><q>Questions</q><textarea>Questions</textarea><p aria-label="Criterios">'
        '<bdi lang="en">He slept badly on it.</bdi></p><title>Hoy \u2013 Wellfounded</title><p>Tom &amp; Ana</p></html>'
    )


def test_a_spanish_desk_shows_its_tabs_days_and_grounds_in_spanish(desk):
    case = f"/case/{desk.sample('tms')}/"
    desk.post("/me", {"language": "es", "face": "patient"})
    try:
        text = desk.settled(case)
        questions = desk.settled(f"{case}questions/")
    finally:
        desk.post("/me", {"language": "en", "face": "clinician"})
    for word in (
        "La decisi\u00f3n",
        "Preguntas",
        "D\u00edas que cuentan",
        "9 de marzo de 2026",
        "\u00faltimo d\u00eda seg\u00fan la ley",
    ):
        assert word in text
    assert "El plan neg\u00f3 el servicio" in questions
    assert not re.search(r">\s*(?:The decision|Questions|Days that count|Which law)\s*<", text + questions)
