"""An edited letter keeps what still stands, and nothing it has no source for gets in unseen."""

from dataclasses import replace
from datetime import date

import pytest

from letters import CHART, letter, note, said
from wellfounded.model.basis import Attestation, quotes
from wellfounded.model.case import Case
from wellfounded.model.document import Document
from wellfounded.model.letter import Letter, Paragraph, Sentence
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.write import adopt
from wellfounded.write.resting import nearest

SIGNER = Attestation("Priya Raman", "ordering psychiatrist", date(2026, 3, 20), "")


def text(made: Letter, **edits: str) -> str:
    """Give the letter as a word processor would hold it, with each old sentence exchanged for its edit."""
    lines = [made.title, made.salutation]
    for paragraph in made.paragraphs:
        lines += [paragraph.heading] if paragraph.heading else []
        words = [edits.get(f"s{sentence.number}", sentence.text) for sentence in paragraph.sentences]
        lines += [f"\u2022 {line}" for line in words] if paragraph.bullets else [" ".join(words)]
        for row in paragraph.rows:
            shows = edits.get(f"s{row.shows.number}", row.shows.text)
            lines.append(f"{row.label}\t{row.requirement}\t{row.verdict}\t{shows} [A\u00a0p.\u00a01]")
    return "\n".join([*lines, *filter(None, [edits.get("end", "")]), made.closing, "Priya Raman, MD"])


def test_a_letter_nobody_changed_comes_back_as_it_was() -> None:
    made = letter()
    back, changes = adopt(made, text(made))
    assert changes == ()
    assert [s.text for s in back.sentences] == [s.text for s in made.sentences]
    assert [s.basis for s in back.sentences] == [s.basis for s in made.sentences]
    assert [p.heading for p in back.paragraphs] == [p.heading for p in made.paragraphs]


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        ("The PHQ-9 was 22.", "reworded"),
        ("On that day her PHQ-9 total was 22.", "reworded"),
        ("Her PHQ-9 was 27.", "unfounded"),  # a number no passage states
        ("Her PHQ-9 was not 22.", "unfounded"),  # turned round
        ("Her PHQ-9 was 22 after ketamine.", "unfounded"),  # a drug no passage names
        ("Her PHQ-9 was 22, as Dr. Oz told her.", "unfounded"),  # a name no passage names
        ("Her PHQ-9 was only 22.", "unfounded"),
    ],
)
def test_a_changed_sentence_keeps_its_basis_only_while_its_passages_still_carry_it(edit: str, what: str) -> None:
    made = letter()
    back, changes = adopt(made, text(made, s1=edit))
    assert changes[0].what == what
    if what == "reworded":
        assert next(s for s in back.sentences if s.text == edit).basis == next(iter(made.sentences)).basis
    else:
        assert edit not in back.text
        assert any("no source" in line or "source for" in line for line in back.unsigned_because)


def test_a_failure_may_be_said_in_other_words() -> None:
    first = said(CHART, "Sertraline 200 mg, 10 weeks", 1, "Sertraline 200 mg failed after 10 weeks.")
    made = letter(paragraphs=(Paragraph("summary", "Request", (first,)),))
    _, changes = adopt(made, text(made, s1="Sertraline 200 mg did not work after 10 weeks."))
    assert [change.what for change in changes] == ["reworded"]


def test_with_a_signer_what_no_passage_carries_becomes_that_persons_word_verbatim() -> None:
    made = letter()
    back, changes = adopt(made, text(made, s1="Her PHQ-9 was 27.", end="She plays the cello."), SIGNER)
    assert [change.what for change in changes] == ["attested", "attested"]
    for words in ("Her PHQ-9 was 27.", "She plays the cello."):
        sentence = next(s for s in back.sentences if s.text == words)
        assert sentence.voice == "clinician"
        assert sentence.basis == (Attestation("Priya Raman", "ordering psychiatrist", date(2026, 3, 20), words),)
    assert back.unsigned_because == made.unsigned_because


def test_a_new_claim_without_a_signer_is_left_out_and_named() -> None:
    made = letter()
    back, changes = adopt(made, text(made, end="She plays the cello."))
    assert [(change.what, change.text) for change in changes] == [("unfounded", "She plays the cello.")]
    assert "cello" not in back.text
    assert back.unsigned_because != made.unsigned_because


def test_a_sentence_taken_out_is_gone_with_the_paper_only_it_rested_on() -> None:
    made = letter()
    alone = letter(paragraphs=(made.paragraphs[0], made.paragraphs[2]))
    back, changes = adopt(alone, text(alone, s1=""))
    assert [change.what for change in changes] == ["removed"]
    assert back.enclosures == ()


def test_the_table_is_taken_row_by_row_and_its_own_words_stay_the_plans() -> None:
    made = letter()
    back, changes = adopt(
        made, text(made, s2="Sertraline 200 mg daily, taken for 10 weeks.").replace("Two trials", "One trial")
    )
    row = next(row for p in back.paragraphs for row in p.rows)
    assert row.requirement == "Two trials"
    assert row.shows.text == "Sertraline 200 mg daily, taken for 10 weeks."
    assert [change.what for change in changes] == ["reworded"]
    assert list(quotes(row.shows.basis[0]))


def test_the_clinicians_own_words_once_changed_are_nobodys_until_signed() -> None:
    made = letter()
    _, changes = adopt(made, text(made, s3="I have known her for decades."))
    assert [change.what for change in changes] == ["unfounded"]


def test_sentences_are_numbered_in_their_new_order() -> None:
    made = letter()
    back, _ = adopt(made, text(made, end="She plays the cello."), SIGNER)
    assert [s.number for s in back.sentences] == list(range(1, len(list(back.sentences)) + 1))


def test_a_heading_of_the_clinicians_own_is_kept() -> None:
    made = letter()
    back, _ = adopt(made, text(made, end="What I have seen\nShe plays the cello."), SIGNER)
    assert back.paragraphs[-1] == Paragraph(
        "own_words", "What I have seen", (Sentence("She plays the cello.", (SIGNER_SAYS,), 4, "clinician"),)
    )


OWN = "I have treated her for two years. She plays the cello. Nothing else has held."


def owned() -> Letter:
    made = letter()
    said_ = Sentence(OWN, (Attestation("Priya Raman", "psychiatrist", date(2026, 3, 20), OWN),), 9, "clinician")
    return replace(made, paragraphs=(*made.paragraphs, Paragraph("own_words", "What I have seen", (said_,))))


def test_one_sentence_of_a_clinicians_paragraph_is_changed_and_the_others_stand() -> None:
    made = owned()
    back, changes = adopt(made, text(made, s9=OWN.replace("two years", "three years")), SIGNER)
    assert [(c.what, c.was) for c in changes] == [("attested", "I have treated her for two years.")]
    assert [s.text for s in back.paragraphs[-1].sentences] == [
        *("I have treated her for three years.", "She plays the cello.", "Nothing else has held.")
    ]


def test_one_sentence_taken_out_of_a_clinicians_paragraph_is_named_and_the_whole_where_all_go() -> None:
    made = owned()
    _, changes = adopt(made, text(made, s9="I have treated her for two years. Nothing else has held."), SIGNER)
    assert [(c.what, c.was) for c in changes] == [("removed", "She plays the cello.")]
    _, changes = adopt(made, text(made).replace(f"What I have seen\n{OWN}\n", ""), SIGNER)
    assert [(c.what, c.was) for c in changes] == [("removed", OWN)]


def test_of_new_statements_one_is_left_out_and_another_stands() -> None:
    made = letter()
    words = text(made, end="She plays the cello. She sings in a choir.")
    back, _ = adopt(made, words, SIGNER, left={"She sings in a choir."})
    assert "cello" in back.text
    assert "choir" not in back.text


def test_what_a_new_statement_replaced_stands_again_with_its_sources() -> None:
    made = letter()
    back, changes = adopt(made, text(made, s1="Her PHQ-9 was 27."), SIGNER, back={"Her PHQ-9 was 27."})
    assert [s.text for s in back.sentences] == [s.text for s in made.sentences]
    assert changes == ()


SIGNER_SAYS = Attestation("Priya Raman", "ordering psychiatrist", date(2026, 3, 20), "She plays the cello.")


def counted(*edits: str) -> Paragraph:
    """Give what becomes of a counted list of three items when the items of the text are *edits*."""
    items = tuple(
        said(CHART, words, n, text)
        for n, (words, text) in enumerate(
            (
                ("PHQ-9 total 22", "Her PHQ-9 was 22."),
                ("Sertraline 200 mg", "She took sertraline 200 mg."),
                ("10 weeks", "It lasted 10 weeks."),
            ),
            start=1,
        )
    )
    made = letter(paragraphs=(Paragraph("summary", "Request", items, bullets=True, numbered=True),))
    held = "\n".join([made.salutation, "Request", *edits, made.closing])
    back, _ = adopt(made, held, SIGNER)
    (one,) = back.paragraphs
    return one


@pytest.mark.parametrize(
    "edits",
    [
        ("• Her PHQ-9 was 22.", "• She took sertraline 200 mg.", "• It lasted 10 weeks."),
        ("• The PHQ-9 was 22.", "• She took sertraline 200 mg."),  # the first in other words, the last taken out
        ("• She plays the cello.", "• She took sertraline 200 mg."),  # the first a new statement
        ("1. Her PHQ-9 was 22.", "2. The treatment lasted 10 weeks.", "3. She plays the cello."),
    ],
)
def test_an_edited_list_whose_items_are_counted_is_counted_still(edits: tuple[str, ...]) -> None:
    held = counted(*edits)
    assert (held.bullets, held.numbered, len(held.sentences)) == (True, True, len(edits))


def test_a_list_with_bullets_gets_no_numbers_by_an_edit() -> None:
    item = said(CHART, "PHQ-9 total 22", 1, "Her PHQ-9 was 22.")
    made = letter(paragraphs=(Paragraph("summary", "Request", (item,), bullets=True),))
    back, _ = adopt(made, text(made, s1="The PHQ-9 was 22."))
    assert [(each.bullets, each.numbered) for each in back.paragraphs] == [(True, False)]


COUNTED = "Nine antidepressants were tried over 10 weeks."


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        ("Ten antidepressants were tried over 10 weeks.", "unfounded"),  # 10 is stated, but of weeks
        ("Nine antidepressants were tried over ten weeks.", "reworded"),
        ("Nine antidepressants were tried over six weeks.", "unfounded"),
        ("9 antidepressants were tried over 10 weeks.", "unfounded"),
        ("Twenty-one antidepressants were tried over 10 weeks.", "unfounded"),
    ],
)
def test_a_number_in_letters_is_a_number(edit: str, what: str) -> None:
    first = said(CHART, "Sertraline 200 mg, 10 weeks", 1, COUNTED)
    made = letter(paragraphs=(Paragraph("summary", "Request", (first,)),))
    _, changes = adopt(made, text(made, s1=edit))
    assert [change.what for change in changes] == [what]


NOTE = note("chart/visit.txt", "Visit note\n\nShe stopped lithium in May 2024 because of\na tremor of both hands.\n")
NOTICE = note("payer/denial.txt", "Notice\n\nYou have 180 days to appeal this decision in writing.\n")
POLICY = note("policy/lcd.txt", "Policy\n\nThe member has failed four antidepressants in this episode.\n")
CASE = Case("", Patient(), Coverage(), Practitioner(), Organization(), documents=(NOTICE, POLICY, CHART, NOTE))


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("She stopped lithium in May 2024 because of a tremor of both hands.", NOTE),
        ("She had stopped lithium in May 2024 because of tremor of both hands.", NOTE),
        ("She stopped lithium in May 2023 because of a tremor of both hands.", None),
        ("She stopped lithium in May 2024 because of a tremor of the hands.", None),  # which hands is another statement
        ("She never stopped lithium in May 2024 because of a tremor of both hands.", None),
        ("She might have stopped lithium in May 2024 because of a tremor of both hands.", None),
        ("You have 180 days to appeal this decision in writing.", NOTICE),
        ("The member has failed four antidepressants in this episode.", None),  # what a policy asks was not thereby so
    ],
)
def test_what_a_paper_says_rests_on_its_passage(typed: str, source: Document | None) -> None:
    made = letter()
    back, changes = adopt(made, text(made, end=typed), SIGNER, case=CASE)
    held = next(s for s in back.sentences if s.text == typed)
    if source is None:
        assert [change.what for change in changes] == ["attested"]
        assert held.voice == "clinician"
        return
    assert [change.what for change in changes] == ["founded"]
    (quote,) = quotes(held.basis[0])
    quote.verify(source.text)
    assert [each.exhibit for each in back.enclosures if each.source == source.source.id] == ["B"]
    assert source.source in back.sources


def test_the_words_that_stood_once_get_their_sources_back() -> None:
    made = letter()
    own, _ = adopt(made, text(made, s1="Her PHQ-9 was 27."), SIGNER)
    back, changes = adopt(own, text(own, s1="Her PHQ-9 was 22."), SIGNER, once=made.sentences)
    assert [(change.what, change.was) for change in changes] == [("founded", "Her PHQ-9 was 27.")]
    assert next(iter(back.sentences)).basis == next(iter(made.sentences)).basis


def test_a_sentence_with_a_stop_in_it_comes_back_whole() -> None:
    words = "Dr. Raman measured it. Her PHQ-9 was 22."
    first = said(CHART, "PHQ-9 total 22", 1, words)
    made = letter(paragraphs=(Paragraph("summary", "Request", (first,)),))
    own, _ = adopt(made, text(made, s1="She plays the cello."), SIGNER)
    back, changes = adopt(own, text(own, s1=words), SIGNER, once=made.sentences)
    assert [change.what for change in changes if change.text] == ["founded"]
    assert next(iter(back.sentences)).basis == first.basis


def test_the_passage_nearest_to_a_statement_has_its_numbers() -> None:
    near = nearest("The plan gives us 180 days to file an appeal.", CASE)
    assert near is not None
    assert near.at.source == NOTICE.source.id
    assert nearest("The plan gives 60 days to appeal the decision.", CASE) is None
