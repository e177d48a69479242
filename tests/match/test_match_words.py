import pytest

from wellfounded.match import names, units
from wellfounded.match.agents import agents
from wellfounded.match.topic import affirms, denies, topic
from wellfounded.model.evidence import Trial
from wellfounded.model.finding import Verdict
from wellfounded.packs.library import shipped


def says(thing, text):
    alternatives = topic(thing).alternatives
    shown = any(affirms(each, text) for each in alternatives)
    gone = all(denies(each, text) for each in alternatives)
    return "both" if shown and gone else "affirms" if shown else "denies" if gone else "silent"


@pytest.mark.parametrize(
    ("thing", "text", "stance"),
    [
        ("seizures", "No seizures, ever.", "denies"),
        ("seizures", "Denies fever, chills or seizures.", "denies"),
        ("seizures", "Denies fever and reports seizures.", "affirms"),
        ("seizures", "No fever, but seizures twice a week.", "affirms"),
        ("seizures", "Brother has seizures.", "silent"),
        ("seizures", "Seizures noted by mother.", "affirms"),
        ("seizures", "Counselled on the risk of seizures.", "silent"),
        ("seizures", "Seizures, counselled on driving.", "affirms"),
        ("seizures", "If seizures occur, call us.", "silent"),
        ("seizures", "Seizures: none.", "denies"),
        ("infection", "No urinary tract infection.", "silent"),
        ("active infection", "No infection.", "denies"),
        ("heart failure", "Heart failure cannot be ruled out.", "silent"),
        ("plaques on the hands, feet or scalp", "Plaques on trunk, shins, scalp and palms.", "affirms"),
        ("plaques on the hands, feet or scalp", "Scalp clear.", "silent"),
        ("cannot work", "She cannot work.", "affirms"),
        ("cannot work", "She works full time.", "silent"),
        ("depression without psychotic features", "Depression with psychotic features.", "silent"),
        ("depression without psychotic features", "Depression without psychotic features.", "affirms"),
        ("dysplasia", "No dysplasia on biopsies.", "denies"),
        ("tear of the meniscus", "Meniscus tear.", "affirms"),
        ("smoking", "Quit smoking in December.", "denies"),
    ],
)
def test_a_sentence_says_of_a_thing_what_a_reader_would_say(thing, text, stance):
    assert says(thing, text) == stance


@pytest.mark.parametrize(
    ("value", "given", "wanted", "analyte", "result"),
    [
        (7.0, "mmol/L", "mg/dL", "glucose", 126.11),
        (2.59, "mmol/L", "mg/dL", "cholesterol", 100.16),
        (48, "mmol/mol", "%", "hemoglobin a1c", 6.54),
        (88.4, "umol/L", "mg/dL", "creatinine", 1.0),
        (220, "lb", "kg", "weight", 99.79),
        (70, "in", "cm", "height", 177.8),
        (101, "F", "C", "temperature", 38.33),
        (0.3, "K/uL", "cells/mcL", "eosinophil", 300),
        (15, "days a month", "days/month", "", 15),
    ],
)
def test_a_unit_is_converted_by_its_stated_factor(value, given, wanted, analyte, result):
    assert units.convert(value, given, wanted, analyte) == pytest.approx(result, abs=0.01)


@pytest.mark.parametrize(("given", "wanted"), [("pmol/L", "ng/mL"), ("minutes", "%"), ("mg", "mmol/L")])
def test_a_unit_with_no_factor_is_not_converted(given, wanted):
    assert units.convert(20, given, wanted) is None


@pytest.mark.parametrize(
    ("asked", "stated", "one"),
    [
        ("PHQ-9 total score", "PHQ-9", True), ("PHQ-9", "PHQ-2", False), ("hemoglobin", "hemoglobin A1c", False),
        ("HbA1c", "glycated hemoglobin", True), ("oxygen saturation", "SpO2", True), ("PHQ-9 or MADRS", "MADRS", True),
        ("absolute eosinophil count", "eosinophils", True), ("C-ACT", "ACT", False), ("LDL cholesterol", "LDL-C", True),
        ("total cholesterol", "LDL cholesterol", False), ("Zebra index", "Zebra index score", True),
    ],
)  # fmt: skip
def test_two_names_are_one_quantity_or_are_not(asked, stated, one):
    assert names.same(asked, stated) is one


@pytest.mark.parametrize(
    ("word", "agent", "verdict"),
    [
        ("SSRI", "sertraline", "met"), ("antidepressants", "Zoloft", "met"),
        ("TNF inhibitor", "secukinumab", "not_met"),
        ("biologic", "secukinumab", "met"), ("antidepressant", "zelovaxin", "unknown"),
        ("zelovaxin", "zelovaxin", "met"),
        ("adalimumab", "Humira", "met"), ("adalimumab", "etanercept", "not_met"),
        ("preferred products", "sertraline", "unknown"),
        ("psychotherapy", "CBT", "met"), ("conservative treatment", "physical therapy", "met"),
    ],
)  # fmt: skip
def test_a_policys_word_takes_in_a_treatment_or_does_not(word, agent, verdict):
    assert agents(shipped()).matches(word, Trial(agent, agent)) is Verdict(verdict)
