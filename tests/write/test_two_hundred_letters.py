"""Every kind of letter over several whole cases: nothing unsupported, nothing invented, no hole, plain grammar."""

import re
from functools import cache

import pytest

from wellfounded.argue import argue
from wellfounded.model.basis import Citation, leaves
from wellfounded.model.letter import Letter
from wellfounded.packs import shipped
from wellfounded.packs.schema.reference import ReferencePack
from wellfounded.write import compose
from write import prose, wholecases
from write.numbers_said import unfounded
from write.test_letters import ours

CASES = ("crohn", "mdd-esketamine", "sleep-apnea-implant", "insulin-pump", "lumbar-fusion")
NAMED = re.compile(r"\b[A-Z][\w\u2019'-]+ et al\.|doi:[^\s);]+")


@cache
def letters(name: str) -> tuple[tuple[str, Letter], ...]:
    case, policy, match, on = wholecases.told(name)
    brief = argue(case, policy, match, (), shipped(), on)
    kinds = shipped().ids("letter")
    return tuple((kind, compose(kind, case, policy, match, brief, (), (), shipped(), on)) for kind in kinds)


def test_there_are_two_hundred_of_them() -> None:
    assert len(CASES) * len(shipped().ids("letter")) >= 200


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_is_unsupported(name: str) -> None:
    texts = {document.source.id: document.text for document in wholecases.told(name)[0].documents}
    for kind, made in letters(name):
        for sentence in made.sentences:
            assert sentence.basis
            for quote in sentence.quotes:
                quote.verify(texts[quote.at.source])
        assert {s.text: lost for s in ours(made) if (lost := unfounded(s))} == {}, kind


@pytest.mark.parametrize("name", CASES)
def test_no_reference_is_invented(name: str) -> None:
    packs = [pack for _, pack in shipped().all(ReferencePack)]
    known = {pack.authors for pack in packs if pack.authors} | {f"doi:{pack.identifier.doi}" for pack in packs}
    for kind, made in letters(name):
        for sentence in made.sentences:
            bare = prose.QUOTED.sub("", sentence.text)
            for found in NAMED.findall(bare):
                assert any(each.startswith(found.rstrip(".,")) for each in known), (kind, sentence.text)
            cited = [leaf for basis in sentence.basis for leaf in leaves(basis) if isinstance(leaf, Citation)]
            assert all(not each.pack.startswith("reference/") or shipped().hash_of(each.pack) for each in cited)


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_has_a_hole_a_doubled_word_or_bad_grammar(name: str) -> None:
    assert [(kind, *fault) for kind, made in letters(name) for fault in prose.of_letter(made)] == []
