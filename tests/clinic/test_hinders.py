"""What keeps a letter from being signed is said with what settles it, and an unread change of a decision is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from check.told import case as told_case
from wellfounded.clinic.acts import cases, people
from wellfounded.clinic.letters.looked import vouch, waiting
from wellfounded.clinic.models import Event, Matter
from wellfounded.clinic.reading import digest
from wellfounded.clinic.showing import timeline
from wellfounded.clinic.showing.hinders import by_word, hinders
from wellfounded.model.basis import Attestation
from wellfounded.model.criteria import requirements
from wellfounded.model.letter import Paragraph, Problem, Sentence, Severity
from wellfounded.packs import shipped
from wellfounded.pipeline import walk
from wellfounded.write.missing import shows

ON = date(2026, 3, 20)
TMS = Path(__file__).parents[2] / "examples" / "tms"
WHO = Attestation("Priya Raman", "psychiatrist", ON, "")


@pytest.fixture(scope="module")
def tour():
    return walk(TMS, ON, shipped())


@pytest.fixture(scope="module", autouse=True)
def base():
    call_command("migrate", verbosity=0)


@pytest.fixture
def matter():
    held = cases.start(people.owner())
    yield held
    if Matter.objects.filter(pk=held.pk).exists():
        cases.delete(held)


def said(tour, letter=None, problems=()):
    return hinders(letter or tour.letter, problems, tour, "t0", shipped())


def waits(tour, *lines):
    """The letter of the case, and the case with it, waiting for *lines* alone."""
    letter = replace(tour.letter, unsigned_because=lines)
    return said(replace(tour, letter=letter), letter)


def test_a_letter_with_nothing_open_is_hindered_by_nothing(tour):
    assert waits(tour) == []


def test_every_reason_says_what_settles_it_and_where(tour):
    held = said(tour)
    assert len(held) == len(tour.letter.unsigned_because) > 0
    assert all(each.settles.endswith(".") and each.links for each in held)
    assert all(address.startswith("/case/t0/") for each in held for _, address in each.links)


def test_a_score_that_is_not_in_the_papers_is_not_settled_by_a_word(tour):
    leaf = next(each for each in requirements(tour.policy.root) if each.id == "IV.C.2")  # of a scale no paper holds
    assert leaf.asks.kind == "score"
    open_ = replace(tour, brief=replace(tour.brief, open=(leaf.id,)))
    (one,) = waits(open_, shows(leaf))
    assert " ".join(leaf.text.split()) in one.says
    assert "A person\u2019s statement does not settle this one" in one.settles
    assert "in a note or report with its date" in one.settles
    assert "Or state it, if you know it" not in [words for words, _ in one.links]


def test_a_criterion_offers_a_persons_word_exactly_where_the_word_would_settle_it(tour):
    leaves = list(requirements(tour.policy.root))
    by = {leaf.id: by_word(leaf, tour, shipped()) for leaf in leaves}
    for leaf in leaves:
        (one,) = waits(replace(tour, brief=replace(tour.brief, open=(leaf.id,))), shows(leaf))
        assert ("Or state it, if you know it" in [words for words, _ in one.links]) is by[leaf.id]


def test_a_value_of_a_picture_is_compared_beside_its_page(tour):
    (one,) = waits(tour, "compare with the scan (chart/fax.pdf p. 2) and attest: PHQ-9 21")
    assert (one.says, one.compared) == ("Read from a picture: PHQ-9 21", "PHQ-9 21")
    assert "chart/fax.pdf p. 2" in one.settles


def test_where_two_papers_differ_the_places_of_both_are_one_step_away(tour):
    (one,) = waits(tour, "two sources differ about the birth date: 1984-06-02 and 1984-06-20")
    assert one.says == "Two sources differ about the birth date"
    assert "/case/t0/#differ" in [address for _, address in one.links]


def test_what_was_missing_and_is_there_now_asks_for_a_new_letter_only(tour):
    old = replace(tour.letter, unsigned_because=("the signer's licence",))
    (one,) = said(replace(tour, letter=replace(tour.letter, unsigned_because=())), old)
    assert "the case holds it now" in one.says
    assert one.links == (("Compose it anew", "/case/t0/letter/#anew"),)


def test_an_error_in_a_sentence_opens_that_sentence_and_a_warning_hinders_nothing(tour):
    letter = replace(tour.letter, unsigned_because=())
    text, last = letter.text, list(letter.sentences)[-1]
    at = text.index(last.text)
    wrong = Problem("ID104", Severity.ERROR, "the age is another", (at, at + 5), fix="Say the age.")
    calm = replace(wrong, severity=Severity.WARNING)
    (one,) = said(tour, letter, (wrong, calm))
    assert (one.says, one.settles) == ("The age is another", "Say the age.")
    assert (one.number, one.quote) == (last.number, last.text)
    assert one.links[0][1].startswith("/case/t0/letter/?edit=")


def test_a_reference_nobody_holds_hinders_until_a_person_says_they_looked_it_up(tour):
    words = "Miller (2023) found remission."
    letter = replace(tour.letter, unsigned_because=())
    mine = Sentence(words, (replace(WHO, says=words),), len(list(letter.sentences)) + 1, "clinician")
    letter = replace(letter, paragraphs=(*letter.paragraphs, Paragraph("rationale", "", (mine,))))
    (one,) = said(tour, letter)
    assert one.looked is not None
    assert (one.number, one.quote) == (mine.number, words)
    ((_, each),) = waiting(letter, tour.case, shipped())
    assert said(tour, vouch(letter, mine.number, each.words, WHO)) == []


def reread(matter, tour, line):
    digest._reread(matter, replace(tour, case=told_case(line)))
    matter.save()
    return [timeline.lines(Event.objects.filter(pk=e.pk)) for e in Event.objects.filter(matter=matter, kind="reread")]


def test_a_decision_that_reads_otherwise_after_more_papers_is_told_once_with_both_readings(matter, tour):
    assert reread(matter, tour, "reason: Step therapy not met") == []  # nobody has seen it read otherwise before
    assert reread(matter, tour, "reason: Step therapy not met | chart: A new note.") == []
    assert len(reread(matter, tour, "reason: Not medically necessary")) == 1
    (event,) = Event.objects.filter(matter=matter, kind="reread")
    assert "\u201cStep therapy not met\u201d, is \u201cNot medically necessary\u201d" in event.detail["changes"]
    assert event.by is None
    assert len(reread(matter, tour, "reason: Not medically necessary")) == 1


def test_a_value_that_is_read_no_more_is_told_as_not_stated(matter, tour):
    reread(matter, tour, "reason: Step therapy not met | cited: IV.D")
    reread(matter, tour, "reason: Step therapy not met")
    (event,) = Event.objects.filter(matter=matter, kind="reread")
    assert event.detail["changes"].endswith("is \u201cnot stated\u201d")
    assert "Step therapy" not in event.detail["changes"]
    reread(matter, tour, "chart: The payer\u2019s letter was another patient\u2019s.")
    assert Event.objects.filter(matter=matter, kind="reread").count() == 2
    assert matter.told == {}


def test_two_values_of_one_field_in_another_order_are_the_same_reading(matter, tour):
    reread(matter, tour, "cited: IV.A | cited: IV.D")
    assert reread(matter, tour, "cited: IV.D | cited: IV.A") == []
