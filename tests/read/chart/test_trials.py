"""What a note says of a treatment, told in the ways that have misled readers."""

import pytest

from read.chart.paper import paper
from wellfounded.model.basis import quotes
from wellfounded.model.evidence import Evidence
from wellfounded.read.readers import clinic_note

HEAD = "Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2025\n\n"


def trials(text: str) -> list[Evidence]:
    return [e for e in clinic_note.read(paper(HEAD + text)).evidence if e.trial]


def told(text: str) -> set[tuple[str, str, str]]:
    return {
        (e.trial.ingredient, e.trial.status.value, e.trial.outcome.value)
        for e in trials(text)
        if e.trial and e.assertion.experiencer == "patient"
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("HPI: She failed sertraline, fluoxetine and bupropion.", {"sertraline", "fluoxetine", "bupropion"}),
        ("HPI: Sertraline, fluoxetine and bupropion were all ineffective.", {"sertraline", "fluoxetine", "bupropion"}),
        ("HPI: Took sertraline 200 mg for ten weeks. It was stopped after that, no benefit.", {"sertraline"}),
        ("HPI: Naproxen 500 mg x 6 weeks was tolerated well but without relief.", {"naproxen"}),
        ("HPI: Adalimumab worked for a year, then she lost response.", {"adalimumab"}),
        ("HPI: Synovitis despite methotrexate 20 mg weekly.", {"methotrexate"}),
    ],
)
def test_a_failure_is_heard_in_a_list_a_result_and_the_next_sentence(text: str, wanted: set[str]) -> None:
    assert {name for name, _, outcome in told(text) if outcome == "failed"} == wanted


@pytest.mark.parametrize(
    ("text", "name", "status", "outcome"),
    [
        ("HPI: Sertraline 50 mg daily, counselled on side effects.", "sertraline", "current", "unknown"),
        ("HPI: Takes propranolol 80 mg to help prevent migraine.", "propranolol", "current", "unknown"),
        ("HPI: Aripiprazole was prescribed in May but never filled.", "aripiprazole", "never_taken", "unknown"),
        ("PLAN:\nStart adalimumab 40 mg every two weeks.", "adalimumab", "planned", "unknown"),
        ("PLAN:\nIf methotrexate is not tolerated, consider leflunomide.", "leflunomide", "hypothetical", "unknown"),
        ("HPI: Denies ever taking lithium.", "lithium", "never_taken", "unknown"),
        ("HPI: Methotrexate was stopped because of elevated liver enzymes.", "methotrexate", "past", "intolerant"),
        ("HPI: Escitalopram 20 mg made him irritable and was stopped.", "escitalopram", "past", "intolerant"),
        ("HPI: Gabapentin 300 mg TID gives partial relief.", "gabapentin", "current", "partial"),
        ("HPI: Fluoxetine in 2016 brought full remission and was stopped.", "fluoxetine", "past", "effective"),
        ("HPI: She declined electroconvulsive therapy.", "electroconvulsive therapy", "never_taken", "unknown"),
        ("Allergies: lisinopril (cough)", "lisinopril", "allergy", "intolerant"),
        ("PLAN:\nStop infliximab once risankizumab is approved.", "infliximab", "current", "unknown"),
        ("HPI: Failed to pick up sertraline. Taking trazodone 50 mg.", "trazodone", "current", "unknown"),
    ],
)
def test_what_is_meant_is_told_from_what_is_named(text: str, name: str, status: str, outcome: str) -> None:
    assert (name, status, outcome) in told(text)


def test_a_relatives_drug_is_the_relatives() -> None:
    found = trials("HPI: Her sister takes sertraline and it helped her.")
    assert [e.assertion.experiencer for e in found] == ["family"]


def test_each_member_of_a_list_keeps_its_own_result() -> None:
    text = "HPI: Failed trials (sertraline 200 mg x10 wks - no response; escitalopram 20 mg x 8 wks - nausea)."
    assert told(text) == {("sertraline", "past", "failed"), ("escitalopram", "past", "intolerant")}


def test_a_switch_ends_one_treatment_and_begins_the_next() -> None:
    text = "HPI: She was switched from sertraline to venlafaxine in March."
    assert {name: status for name, status, _ in told(text)} == {"sertraline": "past", "venlafaxine": "current"}


def test_a_list_carried_forward_does_not_undo_the_history() -> None:
    text = "HPI: Sertraline was stopped in February, no response.\n\nMedications:\n- sertraline 200 mg daily\n"
    assert told(text) == {("sertraline", "past", "failed")}


@pytest.mark.parametrize(
    ("text", "dose", "length"),
    [
        ("HPI: Sertraline 50 mg, titrated to 200 mg, for 12 weeks without benefit.", "200 mg", "12 weeks"),
        ("HPI: Citalopram 40 x 8 wks, no response.", "40 mg", "8 weeks"),
        ("HPI: A 12-week trial of topiramate 100 mg failed.", "100 mg", "12 weeks"),
    ],
)
def test_the_dose_reached_and_the_time_taken_are_read(text: str, dose: str, length: str) -> None:
    (only,) = trials(text)
    assert only.trial
    assert (str(only.trial.dose), str(only.trial.duration)) == (dose, length)


def test_dates_of_a_trial_keep_their_own_precision() -> None:
    (only,) = trials("HPI: Venlafaxine was taken from February 2024 to 06/17/2024, no response.")
    assert only.trial
    assert (str(only.trial.start), str(only.trial.stop)) == ("2024-02", "2024-06-17")


def test_an_agent_no_pack_lists_is_read_and_marked() -> None:
    (only,) = trials("Past medication trials:\nZorvexinol 40 mg daily for 12 weeks - no response\n")
    assert only.trial
    assert (only.trial.ingredient, only.trial.listed, only.trial.outcome.value) == ("zorvexinol", False, "failed")


def test_a_misspelled_drug_is_the_drug() -> None:
    assert ("methotrexate", "past", "failed") in told("HPI: Failed methotrexat 20 mg weekly.")


def test_sessions_are_the_length_of_a_treatment_that_is_no_drug() -> None:
    (only,) = trials("HPI: He completed 18 visits of physical therapy without improvement.")
    assert only.trial
    assert (str(only.trial.duration), only.trial.outcome.value) == ("18 sessions", "failed")


def test_a_failure_is_quoted_with_the_words_that_tell_it() -> None:
    document = paper(HEAD + "HPI: She took sertraline for ten weeks. It was stopped, no benefit.")
    (only,) = [e for e in clinic_note.read(document).evidence if e.trial]
    first = next(iter(quotes(only.basis)))
    first.verify(document.text)
    assert "no benefit" in first.exact
    assert "sertraline" in first.exact


def test_a_table_is_read_by_its_header() -> None:
    text = (
        "Medication     Start         End           Status\n"
        "Zolpidem       01/05/2024    03/01/2024    Discontinued\n"
        "Sertraline     04/02/2024                  Active\n"
    )
    found = {e.trial.ingredient: e.trial for e in trials(text) if e.trial}
    assert (str(found["zolpidem"].start), found["zolpidem"].status.value) == ("2024-01-05", "past")
    assert found["sertraline"].status.value == "current"


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("adalimumab 40 mg/0.4 mL SC every 14 days", (40, "mg")),
        ("Started adalimumab 80 mg once, then 40 mg every other week.", (40, "mg")),
        ("Started adalimumab 80 mg on 12/3/2024, then 40 mg every other week.", (40, "mg")),
    ],
)
def test_the_dose_is_what_is_taken_and_not_its_solvent_or_its_first_load(text: str, dose: tuple[float, str]) -> None:
    found = clinic_note.read(paper(f"Date of service: 03/02/2025\n\nMEDICATIONS\n{text}\n")).evidence
    assert {(e.trial.dose.value, e.trial.dose.unit) for e in found if e.trial and e.trial.dose} == {dose}


@pytest.mark.parametrize(
    "text",
    [
        "The suction pump arrived, but the nebulizer: the compressor failed May 3 and was swapped. Uses it nightly.",
        "Cough assist: the machine's motor failed on 5/3. The supplier took it.",
        "INTERVAL: 05/04/2025 sinusitis, cefuroxime by PCP for 7 days, see the other note.",
    ],
)
def test_what_broke_or_was_cured_is_no_failure_and_no_harm_of_the_treatment(text: str) -> None:
    assert all(outcome == "unknown" for _, _, outcome in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Speech therapy twice weekly for 24 more weeks is needed.",
        "Physical therapy: another 12 sessions requested.",
        "Start budesonide 2 mg twice daily for 12 weeks.",
    ],
)
def test_a_length_that_is_only_asked_for_is_no_length_taken(text: str) -> None:
    assert all(e.trial is None or e.trial.duration is None for e in trials(text))


def test_a_form_between_a_drug_and_its_strength_is_no_drug():
    found = trials(
        "Dexamethasone elixir 0.5 mg/5 mL from 01/06/2025 to 02/10/2025.\nNystatin rinse 5 mL, four times daily."
    )
    assert {e.trial.ingredient for e in found if e.trial} == {"dexamethasone", "nystatin"}
