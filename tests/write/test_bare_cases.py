"""A case with a hole in it gives a draft that says what is missing, never a letter with a hole."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from wellfounded.argue import argue
from wellfounded.errors import HonestStop
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy
from wellfounded.model.finding import Match
from wellfounded.model.letter import Letter
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.packs import shipped
from wellfounded.write import compose
from write import goldcase

ON = date(2026, 3, 20)
HOLE = re.compile(r"\bNone\b|\{|\}|  |\(\)|\s[,.;)]|“”|\bthe the\b|\bNaN\b")
EMPTY: dict[str, dict[str, object]] = {
    "no patient": {"patient": Patient()},
    "no coverage": {"coverage": Coverage()},
    "no signer": {"practitioner": Practitioner()},
    "no practice": {"practice": Organization()},
    "no service": {"services": ()},
    "no diagnosis": {"diagnoses": ()},
    "no chart": {"evidence": ()},
    "no notice": {"readings": ()},
    "no documents": {"documents": ()},
    "no words of the clinician": {"paragraphs": (), "attestations": ()},
    "nothing": {
        "patient": Patient(),
        "coverage": Coverage(),
        "practitioner": Practitioner(),
        "practice": Organization(),
        "services": (),
        "diagnoses": (),
        "evidence": (),
        "readings": (),
        "documents": (),
        "paragraphs": (),
        "attestations": (),
    },
}


def letter(kind: str, case: Case, policy: Policy | None, match: Match | None) -> Letter:
    brief = argue(case, policy, match, (), shipped(), ON)
    return compose(kind, case, policy, match, brief, (), (), shipped(), ON)


KINDS = [kind for kind in shipped().ids("letter") if not kind.startswith("ombudsman_") or kind == "ombudsman_gb"]


HOLES = [*((what, True) for what in EMPTY), ("no documents", False), ("no service", False), ("nothing", False)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("what", "known"), HOLES)
def test_a_case_with_a_hole_gives_a_draft_without_one(kind: str, what: str, *, known: bool) -> None:
    case, policy, match = goldcase.told("tms")
    bare = replace(case, **EMPTY[what])  # type: ignore[arg-type]
    with suppress(HonestStop):
        check(letter(kind, bare, policy if known else None, match if known else None), kind, what)


def check(made: Letter, kind: str, what: str) -> None:
    for sentence in made.sentences:
        assert sentence.voice == "clinician" or not HOLE.search(sentence.text), sentence.text
    assert not re.search(r"\bNone\b", made.text)
    if what == "nothing" and kind not in {"peer_to_peer", "ask_your_doctor", "ask_your_doctor_es"}:
        assert made.unsigned_because


def test_a_letter_says_nothing_it_has_no_source_for_when_the_case_is_empty() -> None:
    case, _, _ = goldcase.told("tms")
    bare = replace(case, **EMPTY["nothing"])  # type: ignore[arg-type]
    assert list(letter("prior_authorization", bare, None, None).sentences) == []
