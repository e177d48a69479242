"""The layouts that strangers use, each as a few lines of paper and the tree they mean."""

import pytest

from criteria.sample import document, tree
from wellfounded.criteria import policy
from wellfounded.criteria.tests import Words, read

LAYOUTS = {
    "a list inside a cell of a ruled table": (
        """
        The pump is covered if every row of the table is answered "yes".

        +------+---------------------------------------+--------+
        | Row  | Criterion                             | Yes/No |
        +------+---------------------------------------+--------+
        |  1   | Member is 18 years or older           |        |
        +------+---------------------------------------+--------+
        |  2   | One of these:                         |        |
        |      |   2a  HbA1c above 8% within the last  |        |
        |      |       90 days                         |        |
        |      |   2b  Trial of metformin for 8 weeks  |        |
        +------+---------------------------------------+--------+
        """,
        (
            "all",
            "Member is 18 years or older",
            ("any", "HbA1c above 8% within the last 90 days", "Trial of metformin for 8 weeks"),
        ),
    ),
    "one is enough under a header that says all": (
        """
        Approve if ALL of the following pictures that apply are documented (any one is enough):

        31.1  Locked elbow
              * Inability to extend the elbow fully
        31.2  Suspected infection
              * Abnormal radiograph of the elbow
              * No elbow MRI in the past 6 months
        """,
        (
            "any",
            "Inability to extend the elbow fully",
            ("all", "Abnormal radiograph of the elbow", "No elbow MRI in the past 6 months"),
        ),
    ),
    "another way alone on a line between an item and its own list": (
        """
        Certify when 4.1.1 to 4.1.2 are satisfied.

            4.1.1 BMI of 40 kg/m2 or more
                  OR
                  BMI of 35 kg/m2 or more together with at least 2 of these:
                      (i)   type 2 diabetes
                      (ii)  obstructive sleep apnea
                      (iii) hypertension

            4.1.2 Prescribed by a dermatologist
        """,
        (
            "all",
            (
                "any",
                "BMI of 40 kg/m2 or more",
                (
                    "all",
                    "BMI of 35 kg/m2 or more",
                    ("at least 2", "type 2 diabetes", "obstructive sleep apnea", "hypertension"),
                ),
            ),
            "Prescribed by a dermatologist",
        ),
    ),
    "statements in the next paragraphs, one of them in place of another, one a refusal": (
        """
        Position. We regard coil therapy as medically necessary for a member who is at least 18 years old, provided
        that each of the statements in the next paragraphs is true.

        The member has not responded to at least three antidepressants. In place of this, we accept that the member
        could not tolerate at least four antidepressants.

        Coil therapy is not covered when the member has a seizure disorder, or when the member has an implant.

        Sessions. We authorize up to 36 sessions.

        What we ask for with the request. Send the psychiatric evaluation and the scale.
        """,
        (
            "all",
            "at least 18 years old",
            (
                "any",
                "The member has not responded to at least three antidepressants",
                "the member could not tolerate at least four antidepressants",
            ),
            ("not", "the member has a seizure disorder"),
            ("not", "the member has an implant"),
        ),
    ),
    "either, or, or in capitals, and a demand before despite": (
        """
        The board will fund surgery where the patient has:

            EITHER  severe symptoms at presentation

            OR      mild symptoms that have persisted despite BOTH of the following:
                      - Night splints worn for at least 8 weeks
                      - A corticosteroid injection
        """,
        (
            "any",
            "severe symptoms at presentation",
            (
                "all",
                "mild symptoms that have persisted",
                "Night splints worn for at least 8 weeks",
                "A corticosteroid injection",
            ),
        ),
    ),
}


def _flat(node: object) -> object:
    """Put an operator's parts in the place of a part with the same operator."""
    if not isinstance(node, tuple):
        return node
    op, *parts = node
    flat: list[object] = []
    for part in map(_flat, parts):
        flat += part[1:] if isinstance(part, tuple) and part[0] == op and op in {"all", "any"} else [part]
    return (op, *flat)


@pytest.mark.parametrize(("text", "wanted"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_strangers_layout_is_read_as_the_tree_it_means(text, wanted):
    assert _flat(tree(policy(document(text)).root)) == wanted


def test_the_other_sections_of_a_code_of_rules_are_no_criteria():
    text = """
(2) The authority considers the device medically necessary when:
    (a) Age 18 or older;
    (b) BMI of 30 or more.

471-58-2230   Payment.

(1) Payment includes shipping and two hours of training of the client.
"""
    assert tree(policy(document(text)).root) == ("all", "Age 18 or older", "BMI of 30 or more")


@pytest.mark.parametrize(
    ("words", "name", "least"),
    [
        ("Two or more exacerbations requiring systemic corticosteroids within the past 12 months", "exacerbations", 2),
        ("The member has had at least one crisis in the past 5 years", "crisis", 1),
    ],
)
def test_events_are_counted_and_are_no_trial_of_what_they_needed(words, name, least):
    asks = read(Words(words))
    assert (asks.kind, asks.name, asks.comparator, asks.value) == ("measurement", name, ">=", least)


def test_an_outer_lead_in_asks_of_the_items_of_a_mere_name_inside_it():
    text = """
Drug X is covered when the member has used BOTH of the following for at least 3 months:
A. A high-dose inhaled corticosteroid
B. One additional controller, which may be either:
    i. a long-acting beta-2 agonist
    ii. a leukotriene receptor antagonist
"""
    kinds = {leaf.asks.kind for leaf in _leaves(policy(document(text)).root)}
    assert kinds == {"trial"}


def _leaves(node):
    of = getattr(node, "of", None)
    if of is None:
        return [node]
    return [leaf for part in (of if isinstance(of, tuple) else (of,)) for leaf in _leaves(part)]
