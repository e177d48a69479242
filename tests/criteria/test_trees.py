"""The traps that policies set, each as a few lines of paper and the tree they mean."""

import pytest

from criteria.sample import document, tree
from wellfounded.criteria import policy
from wellfounded.model.criteria import requirements

TRAPS = {
    "per-item connectors are trusted over the lead-in": (
        """
        Drug X is covered when ALL of the following are met:
        1. Age 18 or older; or
        2. BMI of 30 or more; or
        3. PASI of 12 or more
        """,
        ("any", "Age 18 or older", "BMI of 30 or more", "PASI of 12 or more"),
    ),
    "a list that ends in and does not demand all of an any": (
        """
        Drug X is covered when any of the following is met:
        1. Age 18 or older;
        2. BMI of 30 or more; and
        3. PASI of 12 or more
        """,
        ("any", "Age 18 or older", "BMI of 30 or more", "PASI of 12 or more"),
    ),
    "or binds before and within a list": (
        """
        Drug X is covered when the following are met:
        a. Trial of methotrexate for 8 weeks, OR
        b. Trial of acitretin for 8 weeks, AND
        c. Prescribed by a dermatologist
        """,
        (
            "all",
            ("any", "Trial of methotrexate for 8 weeks", "Trial of acitretin for 8 weeks"),
            "Prescribed by a dermatologist",
        ),
    ),
    "an i after h is a letter and an i under it is a numeral": (
        """
        Drug X is covered when ALL of the following are met:
        G. Age 18 or older
        H. One of the following:
        i. BMI of 30 or more
        ii. PASI of 12 or more
        I. Prescribed by a dermatologist
        """,
        (
            "all",
            "Age 18 or older",
            ("any", "BMI of 30 or more", "PASI of 12 or more"),
            "Prescribed by a dermatologist",
        ),
    ),
    "numbers that repeat and skip are one list": (
        """
        Drug X is covered when ALL of the following are met:
        1. Age 18 or older
        2. BMI of 30 or more
        2. PASI of 12 or more
        5. Prescribed by a dermatologist
        """,
        ("all", "Age 18 or older", "BMI of 30 or more", "PASI of 12 or more", "Prescribed by a dermatologist"),
    ),
    "a list inside a sentence": (
        """
        Drug X is covered when the member a) is 18 years of age or older, b) has a PASI of 12 or more,
        and c) was seen by a dermatologist.
        """,
        ("all", "is 18 years of age or older", "has a PASI of 12 or more", "was seen by a dermatologist"),
    ),
    "bullets under lettered items": (
        """
        Drug X is covered when ALL of the following are met:
        a) Age 18 or older
        b) One of the following:
        • BMI of 30 or more
        • PASI of 12 or more
        c) Prescribed by a dermatologist
        """,
        (
            "all",
            "Age 18 or older",
            ("any", "BMI of 30 or more", "PASI of 12 or more"),
            "Prescribed by a dermatologist",
        ),
    ),
    "one level of bullets that holds two": (
        """
        Drug X is covered when all of the following are met:
        • Age 18 or older; and
        • At least one of the following:
        • BMI of 30 or more; or
        • PASI of 12 or more; and
        • Prescribed by a dermatologist
        """,
        (
            "all",
            "Age 18 or older",
            ("any", "BMI of 30 or more", "PASI of 12 or more"),
            "Prescribed by a dermatologist",
        ),
    ),
    "a lead-in that is itself two tests": (
        """
        Drug X is covered for adults 18 years or older with a diagnosis of plaque psoriasis who meet ONE of the
        following:
        1. BMI of 30 or more
        2. PASI of 12 or more
        """,
        (
            "all",
            "adults 18 years or older",
            "a diagnosis of plaque psoriasis",
            ("any", "BMI of 30 or more", "PASI of 12 or more"),
        ),
    ),
    "another way to be approved": (
        """
        Drug X is covered when all of the following are met:
        1. Age 18 or older
        2. PASI of 12 or more

        Drug X may also be approved if the member has a diagnosis of pustular psoriasis.
        """,
        ("any", ("all", "Age 18 or older", "PASI of 12 or more"), "the member has a diagnosis of pustular psoriasis"),
    ),
    "the length of an approval is no criterion": (
        """
        Drug X is covered when all of the following are met:
        1. Age 18 or older
        2. PASI of 12 or more
        3. Approval is for 6 months
        """,
        ("all", "Age 18 or older", "PASI of 12 or more"),
    ),
    "a leaf that holds two tests": (
        """
        Drug X is covered when all of the following are met:
        1. Age 18 or older and prescribed by a dermatologist
        2. PASI of 12 or more or BSA of 10% or more
        """,
        (
            "all",
            ("all", "Age 18 or older", "prescribed by a dermatologist"),
            ("any", "PASI of 12 or more", "BSA of 10% or more"),
        ),
    ),
    "trial and failure is one test": (
        """
        Drug X is covered when all of the following are met:
        1. Trial and failure of methotrexate, or a contraindication to methotrexate
        2. Signs and symptoms of psoriasis
        """,
        (
            "all",
            "Trial and failure of methotrexate, or a contraindication to methotrexate",
            "Signs and symptoms of psoriasis",
        ),
    ),
    "at least two of three": (
        """
        Drug X is covered when at least two (2) of the following are met:
        1. Age 18 or older
        2. BMI of 30 or more
        3. PASI of 12 or more
        """,
        ("at least 2", "Age 18 or older", "BMI of 30 or more", "PASI of 12 or more"),
    ),
    "criteria called by their numbers": (
        """
        Drug X is covered when criteria 1 and 2, and either criterion 3 or criterion 4 are met:
        1. Age 18 or older
        2. Prescribed by a dermatologist
        3. BMI of 30 or more
        4. PASI of 12 or more
        """,
        (
            "all",
            "Age 18 or older",
            "Prescribed by a dermatologist",
            ("any", "BMI of 30 or more", "PASI of 12 or more"),
        ),
    ),
    "questions that send the reader on": (
        """
        Drug X criteria for approval

        1. Is the patient 18 years of age or older? If no, deny.
        2. Has the patient tried methotrexate? If yes, go to question 4.
        3. Does the patient have a contraindication to methotrexate? If no, deny.
        4. Will the patient use another biologic together with Drug X? If yes, deny. If no, approve for 6 months.
        """,
        (
            "all",
            "Is the patient 18 years of age or older?",
            (
                "any",
                "Has the patient tried methotrexate?",
                "Does the patient have a contraindication to methotrexate?",
            ),
            ("not", "Will the patient use another biologic together with Drug X?"),
        ),
    ),
    "a form that wants the answer no": (
        """
        Drug X request form, criteria for approval. Every answer must be the one with a star.

        1. Is the member at least 18 years of age?                    [ ] Yes*  [ ] No
        2. Will the member use Drug X together with another biologic? [ ] Yes   [ ] No*
        """,
        (
            "all",
            "Is the member at least 18 years of age?",
            ("not", "Will the member use Drug X together with another biologic?"),
        ),
    ),
    "none of a section called by its letter": (
        """
        Drug X is covered if the member meets every criterion in section A and has none of the conditions in section B.

        A. Selection
           1. Age 18 or older
           2. PASI of 12 or more
        B. Conditions that rule out coverage
           1. Pregnancy
           2. BMI of 40 or more
        """,
        ("all", ("all", "Age 18 or older", "PASI of 12 or more"), ("not", "Pregnancy"), ("not", "BMI of 40 or more")),
    ),
    "paragraphs without marks under a lead-in": (
        """
        Drug X criteria

        ALL of the following:

        Age 18 or older.

        PASI of 12 or more, measured before
        treatment.

        Prescribed by a dermatologist.
        """,
        ("all", "Age 18 or older", "PASI of 12 or more, measured before treatment", "Prescribed by a dermatologist"),
    ),
    "an exception that excuses": (
        """
        Drug X is covered when all of the following are met:
        1. Age 18 or older
        2. Trial and failure of methotrexate for 12 weeks, unless one of the following applies:
           a. Pregnancy
           b. Active liver disease
        """,
        (
            "all",
            "Age 18 or older",
            ("any", "Trial and failure of methotrexate for 12 weeks", ("any", "Pregnancy", "Active liver disease")),
        ),
    ),
}


@pytest.mark.parametrize(("text", "expected"), TRAPS.values(), ids=list(TRAPS))
def test_a_policy_means_this_tree(text, expected):
    held = policy(document("\n".join(line[8:] for line in text.splitlines())))
    assert tree(held.root) == expected


def test_a_condition_that_must_not_be_there_keeps_its_words_under_a_not():
    items = "1. Pregnancy\n2. Use with another biologic\n3. BMI of 40 or more\n"
    text = f"Drug X is covered when none of the following is present:\n{items}"
    found = list(requirements(policy(document(text)).root))
    assert [(each.text, each.asks.kind) for each in found] == [
        ("Pregnancy", "diagnosis"),
        ("Use with another biologic", "concurrent"),
        ("BMI of 40 or more", "measurement"),
    ]


def test_what_could_be_read_two_ways_is_said():
    held = policy(document(TRAPS["per-item connectors are trusted over the lead-in"][0]))
    assert [(each.taken, each.other) for each in held.ambiguous] == [
        ('"or" between the items: any of them', "the lead-in: all of them")
    ]


def test_a_policy_without_criteria_has_no_root():
    held = policy(document("Payment Policy: Multiple procedures\n\nThe first procedure is paid at 100 percent.\n"))
    assert held.root is None
