import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wellfounded.argue import argue
from wellfounded.errors import HonestStop, PackInvalid
from wellfounded.model.basis import Attestation, Fact
from wellfounded.model.case import OwnWords
from wellfounded.model.criteria import requirements
from wellfounded.model.finding import Finding, Verdict
from wellfounded.packs import shipped
from wellfounded.write import compose
from write import goldcase
from write.making import ON, letter, ours, written
from write.numbers_said import unfounded

TOLD = [("tms", kind) for kind in shipped().ids("letter")]
TOLD += [("psoriasis", "internal_appeal"), ("psoriasis", "prior_authorization"), ("oxygen", "criteria_request")]
HOLE = re.compile(r"\[|\]|\{|\}|_{2,}|\bNone\b|\bTBD\b|\bTODO\b|\bnan\b|  |\(\)|\s[,.;)]|“”|\.\.”|;\.|,\.")


@pytest.mark.parametrize(("slug", "kind"), TOLD)
def test_every_sentence_rests_on_something_and_its_quotes_verify(slug: str, kind: str) -> None:
    made = written(slug, kind)
    texts = {document.source.id: document.text for document in goldcase.told(slug)[0].documents}
    assert list(made.sentences) or kind.startswith("approval_explained")  # the stories hold no approval
    for sentence in made.sentences:
        assert sentence.basis
        for quote in sentence.quotes:
            quote.verify(texts[quote.at.source])


@pytest.mark.parametrize(("slug", "kind"), TOLD)
def test_every_number_is_in_what_its_sentence_rests_on(slug: str, kind: str) -> None:
    said = {sentence.text: unfounded(sentence) for sentence in ours(written(slug, kind))}
    assert {text: lost for text, lost in said.items() if lost} == {}


@pytest.mark.parametrize(("slug", "kind"), TOLD)
def test_no_sentence_is_said_twice(slug: str, kind: str) -> None:
    said = [sentence.text for paragraph in written(slug, kind).paragraphs for sentence in paragraph.sentences]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(("slug", "kind"), TOLD)
def test_no_letter_has_a_hole_in_it(slug: str, kind: str) -> None:
    for sentence in ours(written(slug, kind)):
        assert not HOLE.search(sentence.text), sentence.text
        assert sentence.text[0].isupper() or not sentence.text[0].isalpha(), sentence.text
        assert sentence.text.endswith((".", ":", "?", ".”", "”")), sentence.text


@pytest.mark.parametrize("slug", ["tms", "psoriasis"])
def test_the_summary_lets_a_reviewer_decide_in_half_a_page(slug: str) -> None:
    made = written(slug, "internal_appeal")
    said = [sentence.text for p in made.paragraphs if p.part == "summary" for sentence in p.sentences]
    text = " ".join(said)
    case = goldcase.told(slug)[0]
    assert len(text.split()) <= 220
    assert case.patient.name is not None
    assert case.patient.name.value in text
    assert all(code.coding is not None and code.coding.code in text for code in case.services)
    assert all(fact.value.code in text for fact in case.diagnoses)
    assert "eight of the nine criteria" in text


def test_the_summary_says_under_each_disputed_number_what_meets_it_and_what_the_notice_leaves_alone() -> None:
    said = [s.text for p in written("tms", "internal_appeal").paragraphs if p.part == "summary" for s in p.sentences]
    points = {
        "IV.D.1": "Sertraline (200 mg daily, 17 weeks; PHQ-9 21 to 20)",
        "IV.E": "Cognitive behavioral therapy (21",
    }
    for label, facts in points.items():
        assert any(f"Section {label}" in line.partition("): ")[0] and f"): {facts}" in line for line in said)
    assert any("not consider the other parts of Section IV to be in dispute" in line for line in said)


def test_each_cited_criterion_is_answered_under_the_plans_own_number() -> None:
    headings = [p.heading for p in written("tms", "internal_appeal").paragraphs if p.part == "disputed" and p.heading]
    assert headings == ["Section IV.D.1", "Section IV.E"]


def test_a_requirement_that_is_not_met_stops_the_letter_and_names_the_requirement() -> None:
    with pytest.raises(HonestStop, match="not argued: 2"):
        written("oxygen", "internal_appeal")


def test_an_honest_stop_still_lets_the_criteria_be_asked_for() -> None:
    assert list(written("oxygen", "criteria_request").sentences)


@pytest.mark.parametrize("slug", ["tms", "psoriasis"])
def test_no_requirement_is_claimed_once_its_verdict_is_taken_away(slug: str) -> None:
    case, policy, match = goldcase.told(slug)
    assert policy.root is not None
    for leaf in requirements(policy.root):
        for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN):
            changed = tuple(Finding(f.requirement, verdict) if f.requirement == leaf.id else f for f in match.findings)
            brief = argue(case, policy, replace(match, findings=changed), (), shipped(), ON[slug])
            assert leaf.id not in {claim.about for claim in brief.claims("criterion_met")}
            if not brief.stops:
                made = letter(case, policy, replace(match, findings=changed), "internal_appeal", ON[slug])
                assert leaf.label not in {row.label for p in made.paragraphs for row in p.rows}


def test_an_open_requirement_keeps_the_letter_from_being_signed_and_is_not_claimed() -> None:
    made = written("tms", "internal_appeal")
    words = "a standardized scale has been repeated within 30 days before the first treatment session"
    assert f"what shows Section IV.G ({words})" in made.unsigned_because
    assert all(len(line) <= 130 for line in made.unsigned_because)
    assert "IV.G" not in {row.label for p in made.paragraphs for row in p.rows}


@pytest.mark.parametrize(
    ("sex", "never"),
    [
        ("male", r"\b(?:she|hers?|Ms\.)\b"),
        ("female", r"\b(?:he|his|him|Mr\.)(?= )"),
        ("", r"\b(?:she|hers?|he|his|him|Ms\.|Mr\.)\b"),
    ],
)
def test_the_pronoun_is_that_of_the_recorded_sex_or_none(sex: str, never: str) -> None:
    case = goldcase.told("tms")[0]
    fact = Fact(sex, case.patient.birth_date.basis) if sex and case.patient.birth_date else None
    made = written("tms", "internal_appeal", replace(case, patient=replace(case.patient, sex=fact)))
    for sentence in ours(made):
        bare = re.sub(r"“[^”]*”", "", sentence.text)
        assert not re.search(never, bare, re.IGNORECASE), sentence.text


def test_what_is_missing_is_named_and_never_a_placeholder() -> None:
    case = goldcase.told("tms")[0]
    bare = replace(case, diagnoses=(), practitioner=replace(case.practitioner, npi=None, phone=None))
    made = written("tms", "internal_appeal", bare)
    assert "the diagnosis with its ICD-10-CM code" in made.unsigned_because
    assert "the signer's NPI" in made.unsigned_because
    assert not any(HOLE.search(sentence.text) for sentence in ours(made))


def test_what_must_not_be_there_is_shown_under_the_plans_own_words_and_never_as_absent() -> None:
    rows = [row for p in written("tms", "internal_appeal").paragraphs for row in p.rows]
    assert {row.verdict for row in rows} == {"Met"}
    seizures = next(row for row in rows if row.label == "IV.I.1")
    assert seizures.requirement.endswith(": a seizure disorder or any history of seizures")


def test_the_paper_a_notice_says_it_did_not_get_is_enclosed_and_named() -> None:
    made = written("tms", "internal_appeal")
    assert "Treatment summary, July 24, 2025" in {each.title for each in made.enclosures}
    assert any("treatment summary of July 24, 2025" in s.text for s in ours(made))


def test_each_passage_is_quoted_once_outside_the_table_and_the_summary() -> None:
    made = written("tms", "internal_appeal")
    told = [s.text for p in made.paragraphs if p.part not in {"summary", "criteria"} for s in p.sentences]
    quoted = [words for text in told for words in re.findall(r"\u201c([^\u201d]{25,})\u201d", text)]
    assert len(quoted) == len(set(quoted))


def test_one_heading_stands_over_neighbouring_parts_that_share_it() -> None:
    headings = [p.heading for p in written("tms", "internal_appeal").paragraphs if p.heading]
    assert len(headings) == len(set(headings))


def test_the_offer_to_speak_is_made_once_and_the_end_asks_for_what_is_asked() -> None:
    made = written("tms", "internal_appeal")
    assert sum("(555) 555-0160" in s.text for s in ours(made)) == 1
    end = " ".join(s.text for s in made.paragraphs[-1].sentences)
    assert "reverse your decision" in end
    assert "36 sessions" in end


def test_the_clinicians_own_paragraphs_are_kept_word_for_word() -> None:
    case = goldcase.told("tms")[0]
    made = written("tms", "internal_appeal")
    kept = [sentence.text for sentence in made.sentences if sentence.voice == "clinician"]
    assert all(words.text in kept for words in case.paragraphs)


def test_a_paragraph_for_a_part_the_pack_lacks_is_not_lost() -> None:
    case = goldcase.told("tms")[0]
    extra = OwnWords("elsewhere", "A line of my own.", case.paragraphs[0].basis)
    made = written("tms", "internal_appeal", replace(case, paragraphs=(*case.paragraphs, extra)))
    assert "A line of my own." in [sentence.text for sentence in made.sentences]


def test_a_statement_against_a_criterion_is_disclosed() -> None:
    made = written("psoriasis", "internal_appeal")
    disclosed = [s.text for p in made.paragraphs if p.part == "disclosures" for s in p.sentences]
    assert any("adalimumab 40 mg/0.4 mL" in text for text in disclosed)


def test_a_scale_that_falls_short_is_disclosed_beside_the_one_that_does_not() -> None:
    row = next(row for p in written("tms", "internal_appeal").paragraphs for row in p.rows if row.label == "IV.C.1")
    assert "MADRS 33" in row.shows.text


def test_a_treatment_never_taken_is_never_told_as_tried() -> None:
    text = " ".join(sentence.text for sentence in ours(written("tms", "internal_appeal")))
    assert "aripiprazole" not in text.lower() or "never taken" in text
    assert "lithium, " not in text.lower()


def test_only_quoted_papers_are_enclosed_and_data_files_are_not() -> None:
    made = written("tms", "internal_appeal")
    assert [each.exhibit for each in made.enclosures] == [chr(65 + n) for n in range(len(made.enclosures))]
    used = {quote.at.source for sentence in made.sentences for quote in sentence.quotes}
    assert {each.source for each in made.enclosures} <= used
    paths = {source.path for source in made.sources}
    assert "chart/2026-02-17_tms_consult.txt" in paths
    assert "chart/2026-03-13_phone_note.txt" not in paths


def test_two_cases_do_not_speak_with_one_voice() -> None:
    case, policy, match = goldcase.told("tms")
    numbers = [Fact(number, case.entered or case.attestations[0]) for number in ("ZZ 1", "ZZ 2")]
    cases = [replace(case, coverage=replace(case.coverage, member_id=number)) for number in numbers]
    other, more = (letter(each, policy, match, "internal_appeal", ON["tms"]) for each in cases)
    said = [{s.text for s in ours(each)} for each in (written("tms", "internal_appeal"), other, more)]
    assert said[0] != said[1] or said[1] != said[2]


def test_the_same_case_is_written_the_same_way_twice() -> None:
    assert written("tms", "internal_appeal") == written("tms", "internal_appeal")


def test_a_pack_that_names_no_part_we_have_is_refused(tmp_path: Path) -> None:
    pack = tmp_path / "letter" / "odd.yaml"
    pack.parent.mkdir()
    pack.write_text("title: Odd\nparts: [{part: weather}]\n", encoding="utf-8")
    case, policy, match = goldcase.told("tms")
    library = shipped().over(tmp_path)
    brief = argue(case, policy, match, (), library, ON["tms"])
    with pytest.raises(PackInvalid, match="letter/odd: no part is named weather"):
        compose("odd", case, policy, match, brief, (), (), library, ON["tms"])


def test_an_expedited_appeal_waits_for_a_certification_of_urgency() -> None:
    case = goldcase.told("tms")[0]
    assert any("certification of urgency" in line for line in written("tms", "expedited_appeal").unsigned_because)
    says = "Waiting thirty days could seriously jeopardize her ability to regain maximum function."
    sworn = Attestation("Priya Raman", "ordering psychiatrist", date(2026, 3, 16), says)
    made = written("tms", "expedited_appeal", replace(case, attestations=(sworn,)))
    assert not any("certification of urgency" in line for line in made.unsigned_because)
    assert any(says in sentence.text for sentence in made.sentences)
