"""No requirement is lost: what stands under a title that names no criteria, or behind a break, is asked too."""

import pytest

from wellfounded.criteria import policy
from wellfounded.model.criteria import requirements
from wellfounded.read import document

CHAIR = """    COVERAGE ARTICLE SUMMARY  --  TILTING BATH CHAIRS                   PM-L77.C
    Region 4 administrative contractor                        effective 02/15/2026

    (what suppliers keep asking us, in one place)

A tilting bath chair is covered only when all of these basic criteria (A-C) are met:

    A. The beneficiary has a balance limitation that significantly impairs bathing in the home.
    B. The limitation cannot be sufficiently resolved by a grab bar or bench.
    C. The beneficiary does not have enough trunk control to sit on a bath bench without support.

and, in addition, for a powered chair, one of these is so:

    D. The balance limitation is due to a neurological condition.
    E. The balance limitation is due to a myopathy.

And in every case:

    F. A face-to-face examination was completed within 6 months before the order.
    G. The bathroom provides adequate access for the chair.

Shower stools have their own article. Upgrades for leisure use are never paid for.
"""
COOLING = """Guideline SCALP-2                                        Effective 6/1/2026   v3

1.0  SCOPE
     Scalp cooling during chemotherapy. Initial course, up to 6 sessions.

2.0  ADMISSION CRITERIA (must satisfy 2.1 and 2.2)
     2.1  Confirmed diagnosis of a solid tumor treated with a taxane
     2.2  Has not had whole brain radiation in the past 12 months

3.0  EXCLUSIONS
     No person with any of these is admitted:
       3.1  cold agglutinin disease
       3.2  cryoglobulinemia

4.0  PROVIDER
     4.1  Treatment is ordered by a licensed oncologist who has examined the patient in person

5.0  CONTINUED STAY
     5.1  Improvement on a standardized rating scale
"""


def texts(paper, *about):
    root = policy(document("policy.txt", paper.encode()), about=about).root
    return [leaf.text for leaf in requirements(root)]


@pytest.mark.parametrize("about", [(), ("powered chair",)])
def test_a_list_whose_letters_go_on_behind_a_break_is_asked_to_its_end(about):
    asked = " ".join(texts(CHAIR, *about))
    for word in ("bathing", "grab bar", "trunk control", "neurological", "myopathy", "face-to-face", "adequate access"):
        assert word in asked
    assert "leisure" not in asked


def test_who_must_order_is_asked_under_a_title_of_its_own():
    assert "Treatment is ordered by a licensed oncologist who has examined the patient in person" in texts(COOLING)


def test_what_is_asked_of_a_continued_stay_is_not_asked_of_the_first():
    assert not any("rating scale" in text for text in texts(COOLING))
