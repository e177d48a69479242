"""The table of agents holds together: every name means one thing, every class has its parents, and none is empty."""

from collections import Counter

import pytest

from wellfounded.packs import shipped
from wellfounded.packs.schema.agent import AgentPack

PACKS = dict(shipped().all(AgentPack))
BY_NAME = {id_.rpartition("/")[2]: id_ for id_ in PACKS}
ENTRIES = [(id_, name, entry) for id_, pack in PACKS.items() for name, entry in pack.ingredients.items()]
INGREDIENTS = {name for _, name, _ in ENTRIES}


def repeated(names):
    return sorted(name for name, times in Counter(name.lower() for name in names).items() if times > 1)


def above(id_):
    """Every class above one, itself first; a loop would never end and so fails the test by its depth."""
    found = [id_]
    for parent in PACKS[id_].within:
        found += above(BY_NAME[parent.rpartition("/")[2]])
    return found


def classes_of(ingredient):
    return {wider.rpartition("/")[2] for id_, name, _ in ENTRIES if name == ingredient for wider in above(id_)}


def test_at_least_twelve_hundred_medicines_are_listed():
    medicines = {name for id_, name, _ in ENTRIES if not id_.startswith("nondrug/")}
    assert len(medicines) >= 1200


def test_the_last_part_of_an_id_names_one_class():
    assert len(BY_NAME) == len(PACKS)


def test_every_wider_class_exists():
    for id_, pack in PACKS.items():
        for parent in pack.within:
            near = f"{id_.rpartition('/')[0]}/{parent}"
            assert parent in PACKS or near in PACKS, f"{id_}: {parent}"
        assert len(above(id_)) < 20


def test_a_class_has_members_or_narrower_classes():
    parents = {parent.rpartition("/")[2] for pack in PACKS.values() for parent in pack.within}
    for id_, pack in PACKS.items():
        assert pack.ingredients or id_.rpartition("/")[2] in parents, id_


def test_a_brand_stands_under_one_ingredient_of_one_class():
    assert repeated(brand for _, _, entry in ENTRIES for brand in entry.brands) == []


def test_a_class_name_names_one_class():
    assert repeated(name for pack in PACKS.values() for name in pack.names) == []


def test_no_name_means_two_ingredients():
    means = {}
    for _, ingredient, entry in ENTRIES:
        for name in (ingredient, *entry.brands, *entry.also, *entry.abbreviations):
            means.setdefault(name.lower(), set()).add(ingredient)
    assert {name: found for name, found in means.items() if len(found) > 1} == {}


def test_no_class_name_is_also_an_agent():
    agents = {name.lower() for _, agent, entry in ENTRIES for name in (agent, *entry.brands, *entry.also)}
    assert sorted(name for pack in PACKS.values() for name in pack.names if name.lower() in agents) == []


def test_a_doubtful_name_is_a_name_of_its_ingredient():
    for id_, ingredient, entry in ENTRIES:
        for name in entry.ambiguous:
            known = (ingredient, *entry.brands, *entry.also)
            bare = name.lower() in ingredient.lower() or any(name.lower() in each.lower() for each in known)
            assert name in known or bare, f"{id_}: {name}"


def test_an_adequate_trial_names_its_source():
    for id_, ingredient, entry in ENTRIES:
        if entry.adequate is not None:
            assert entry.adequate.dose or entry.adequate.duration, f"{id_}: {ingredient}"
            assert "http" in entry.adequate.source, f"{id_}: {ingredient}"


@pytest.mark.parametrize(
    ("ingredient", "belongs", "does_not"),
    [
        ("sertraline", {"ssri", "antidepressant"}, {"snri", "antipsychotic"}),
        ("adalimumab", {"tnf_inhibitor", "biologic", "dmard"}, {"conventional_dmard", "il17_inhibitor"}),
        ("omalizumab", {"anti_ige", "biologic"}, {"dmard"}),
        ("upadacitinib", {"jak_inhibitor", "targeted_synthetic_dmard"}, {"biologic"}),
        ("methotrexate", {"conventional_dmard", "dmard"}, {"biologic", "chemotherapy"}),
        ("aspirin", {"antiplatelet"}, {"nsaid"}),
        ("colchicine", {"gout"}, {"urate_lowering"}),
        ("fluticasone (nasal)", {"intranasal_steroid"}, {"ics", "corticosteroid"}),
        ("fluticasone/salmeterol", {"ics_laba", "ics", "laba"}, {"lama"}),
        ("zoledronic acid", {"iv_bisphosphonate", "bisphosphonate"}, {"oral_bisphosphonate"}),
        ("teriparatide", {"anabolic_bone", "osteoporosis"}, {"antiresorptive"}),
        ("tamsulosin", {"alpha_blocker"}, {"antihypertensive"}),
        ("ferrous sulfate", {"oral_iron"}, {"iv_iron"}),
        ("leuprolide", {"gnrh_agonist"}, {"chemotherapy"}),
        ("cyclobenzaprine", {"muscle_relaxant"}, {"antispasticity"}),
        ("roflumilast", {"pde4_inhibitor"}, {"methylxanthine", "topical_pde4_inhibitor"}),
        ("cognitive behavioral therapy", {"psychotherapy"}, set()),
    ],
)
def test_an_agent_is_in_its_classes_and_in_no_other(ingredient, belongs, does_not):
    classes = classes_of(ingredient)
    assert belongs <= classes
    assert not does_not & classes
