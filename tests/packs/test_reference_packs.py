import re
from datetime import date

from wellfounded.packs import shipped
from wellfounded.packs.schema.reference import ReferencePack

PACKS = dict(shipped().all(ReferencePack))


def test_there_are_at_least_sixty_references_read_at_their_source() -> None:
    assert sum(pack.verified is not None for pack in PACKS.values()) >= 60


def test_a_reference_that_was_read_says_where_and_opens_its_paraphrase_with_a_verb() -> None:
    for id_, pack in PACKS.items():
        assert pack.verified is None or pack.verified.where, id_
        assert re.match(r"(?:[a-z]+ed|found|gave|made|set) ", pack.paraphrase), (id_, pack.paraphrase)
        assert not pack.paraphrase.endswith("."), id_
        assert date(2020, 1, 1) < pack.as_of, id_


def test_what_replaces_a_reference_is_named() -> None:
    for id_, pack in PACKS.items():
        later = pack.superseded_by
        assert later is None or later in PACKS or re.search(r"\(\d{4}\)$", later), id_


def test_identifiers_have_their_shape() -> None:
    for id_, pack in PACKS.items():
        doi, pmid = pack.identifier.doi, pack.identifier.pmid
        assert doi is None or re.fullmatch(r"10\.\d{4,9}/\S+", doi), id_
        assert pmid is None or re.fullmatch(r"\d{7,8}", pmid), id_


def test_the_depression_guideline_of_the_american_psychiatric_association_is_of_2010() -> None:
    years = {p.year for p in PACKS.values() if p.organization == "American Psychiatric Association"}
    assert years == {2010}


def test_the_references_reach_across_specialties() -> None:
    assert len({pack.specialty for pack in PACKS.values() if pack.verified is not None}) >= 12


def test_every_reference_that_may_be_cited_names_what_it_supports() -> None:
    for id_, pack in PACKS.items():
        held = pack.supports
        named = held.services or held.agents or held.words
        assert named or pack.verified is None or pack.superseded_by or "supports no service" in pack.note, id_


def test_codes_have_their_shape() -> None:
    for id_, pack in PACKS.items():
        assert all(re.fullmatch(r"[A-Z]?\d{4,5}[A-Z]?", code) for code in pack.supports.services), id_
        assert all(
            re.fullmatch(r"[A-Z](?:\d(?:[\dA-Z](?:\.[\dA-Z]{1,4})?)?)?", code) for code in pack.supports.diagnoses
        ), id_
