"""ICD-10-CM answers from the list that ships: existence, billability, titles, what lies under, and search."""

import time

import pytest

from wellfounded.terms import InvalidCode, icd10cm


@pytest.mark.parametrize(
    ("code", "billable"),
    [
        ("F33.2", True),
        ("F33", False),
        ("m0579", True),
        ("L40.0", True),
        ("E11", False),
        ("E11.65", True),
        ("S52.521", False),  # needs its seventh character
        ("S52.521A", True),
        ("M48.40XA", True),  # the sixth place is padded
        ("W00.0XXA", True),
        ("O31.00X0", True),
    ],
)
def test_a_code_exists_and_only_the_most_specific_may_be_billed(code, billable):
    assert icd10cm.exists(code)
    assert icd10cm.billable(code) is billable


@pytest.mark.parametrize(
    "code", ["Z99.99", "F33.22", "S52.521", "M48.40A", "S06.1X7D", "E11.65A", "L40.0XXA", "nonsense"]
)
def test_a_code_that_is_not_listed_is_neither_billable_nor_invented(code):
    assert not icd10cm.billable(code)
    assert icd10cm.exists(code) is (code == "S52.521")


def test_the_title_of_an_ended_code_says_its_encounter():
    assert icd10cm.title("S52.521A") == (
        "Torus fracture of lower end of right radius, initial encounter for closed fracture"
    )
    assert icd10cm.title("F33.2") == "Major depressive disorder, recurrent severe without psychotic features"


def test_the_title_of_a_code_that_does_not_exist_is_refused_with_the_edition():
    with pytest.raises(InvalidCode, match=icd10cm.edition()):
        icd10cm.title("Z99.99")


def test_children_are_listed_and_have_their_parent():
    codes = [entry.code for entry in icd10cm.children("F33")]
    assert codes == ["F33.0", "F33.1", "F33.2", "F33.3", "F33.4", "F33.8", "F33.9"]
    ended = icd10cm.children("W00.0")
    assert [entry.code for entry in ended] == ["W00.0XXA", "W00.0XXD", "W00.0XXS"]
    for entry in ended:
        assert icd10cm.find(entry.code) == (entry,)
    assert icd10cm.children("L40.0") == ()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("plaque psoriasis", "L40.0"),  # a listed synonym, not the title
        ("multiple sclerosis", "G35"),
        ("hidradenitis", "L73.2"),
        ("type 2 diabetes hyperglycemia", "E11.65"),
        ("lumbar radiculopathy", "M54.16"),
        ("obstructive sleep apnea", "G47.33"),
    ],
)
def test_search_finds_the_code_by_the_words_of_a_diagnosis(words, code):
    assert code in [entry.code for entry in icd10cm.search(words, limit=5)]


@pytest.mark.parametrize("words", ["", "  ", '"', "a OR b NOT", "psoriasis*)", "\N{SNOWMAN}"])
def test_search_takes_any_words(words):
    assert isinstance(icd10cm.search(words), tuple)


def test_a_lookup_takes_under_a_millisecond():
    icd10cm.exists("A00")  # opens the file
    codes = [entry.code for entry in icd10cm.search("fracture", limit=200)]
    start = time.perf_counter()
    for code in codes:
        assert icd10cm.exists(code)
    assert (time.perf_counter() - start) / len(codes) < 0.001
