"""Letters of 26 whole cases of many specialties, whose charts, policy and notice are read from their papers."""

import re
from functools import cache

import pytest

from wellfounded.argue import argue
from wellfounded.model.letter import Letter
from wellfounded.packs import shipped
from wellfounded.packs.schema.reference import ReferencePack
from wellfounded.write import compose
from write import wholecases
from write.numbers_said import unfounded
from write.test_letters import HOLE, ours

KINDS = (
    *("internal_appeal", "prior_authorization", "continuation", "formulary_exception", "step_therapy_exception"),
    *("dme", "workers_comp", "external_review", "medicare_redetermination", "medicaid_appeal", "fsa_hsa"),
    *("peer_to_peer", "patient_appeal", "patient_appeal_es", "ask_your_doctor", "widerspruch"),
)
NAMED = re.compile(r"\b[A-Z][a-z-]+ et al\.")


@cache
def letters(name: str) -> tuple[tuple[str, Letter], ...]:
    case, policy, match, on = wholecases.told(name)
    brief = argue(case, policy, match, (), shipped(), on)
    return tuple((kind, compose(kind, case, policy, match, brief, (), (), shipped(), on)) for kind in KINDS)


@pytest.mark.parametrize("name", wholecases.names())
def test_every_sentence_rests_on_quotes_that_verify_and_on_every_number_it_prints(name: str) -> None:
    texts = {document.source.id: document.text for document in wholecases.told(name)[0].documents}
    for kind, made in letters(name):
        assert list(made.sentences) or made.unsigned_because
        for sentence in made.sentences:
            assert sentence.basis
            for quote in sentence.quotes:
                quote.verify(texts[quote.at.source])
        lost = {sentence.text: found for sentence in ours(made) if (found := unfounded(sentence))}
        assert lost == {}, kind


@pytest.mark.parametrize("name", wholecases.names())
def test_no_letter_has_a_hole_in_it_or_says_a_thing_twice(name: str) -> None:
    for kind, made in letters(name):
        for sentence in ours(made):
            bare = re.sub(r"“[^”]*”", "“q”", sentence.text)
            assert not HOLE.search(bare), (kind, sentence.text)
        said = [line.text for part in made.paragraphs if part.part != "summary" for line in part.sentences]
        assert len(said) == len(set(said)), kind


@pytest.mark.parametrize("name", wholecases.names())
def test_what_is_met_has_a_row_of_its_own_that_shows_it_and_nothing_else_has(name: str) -> None:
    case, policy, match, on = wholecases.told(name)
    met = [claim.about for claim in argue(case, policy, match, (), shipped(), on).claims("criterion_met")]
    rows = [row for part in dict(letters(name))["internal_appeal"].paragraphs for row in part.rows]
    assert len(rows) == len(met)
    assert not any(row.shows.text.startswith("The chart ") for row in rows)


@pytest.mark.parametrize("name", wholecases.names())
def test_no_study_is_named_that_no_pack_holds(name: str) -> None:
    held = {pack.authors for _, pack in shipped().all(ReferencePack)}
    for kind, made in letters(name):
        for sentence in ours(made):
            for found in NAMED.findall(sentence.text):
                assert any((authors or "").startswith(found) for authors in held), (kind, sentence.text)
