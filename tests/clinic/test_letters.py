"""The letter at the desk: edited by paragraph, compared by word, signed by content."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from wellfounded import write
from wellfounded.clinic.letters import differ, kept, lines, risk, signing
from wellfounded.errors import InputError
from wellfounded.model.basis import Attestation, Fact, Quote, SourceId, Span
from wellfounded.model.letter import Letter, Paragraph, Row, Sentence
from wellfounded.model.parties import Organization, Practitioner

WORD = Attestation("Priya Raman", "psychiatrist", date(2026, 3, 16), "")
PHRASE = "four plain words here"
NOW = datetime(2026, 3, 20, 14, 5, tzinfo=UTC)


def said(text, number):
    return Sentence(text, (Quote(text, Span(SourceId("t"), 0, len(text), 1)),), number)


@pytest.fixture
def letter():
    table = Row("IV.A", "The member is 18 or older", "Met", said("She is 41.", 4))
    return Letter(
        kind="internal_appeal",
        title="Appeal",
        date=date(2026, 3, 20),
        to=("Alder Ridge Health",),
        by=(),
        re=(),
        salutation="To the reviewer:",
        paragraphs=(
            Paragraph("summary", "Request", (said("I ask for approval.", 1),)),
            Paragraph(
                "trials", "Treatments", (said("Sertraline failed.", 2), said("Venlafaxine failed.", 3)), bullets=True
            ),
            Paragraph("criteria", "Criteria", rows=(table,)),
        ),
        closing="Sincerely,",
        signer=Practitioner(name=Fact("Priya Raman", WORD)),
        letterhead=Organization(),
    )


def test_a_letter_nobody_changed_comes_back_as_it_was(letter):
    adopted, changes = write.adopt(letter, lines.lined(letter))
    assert changes == ()
    assert adopted.paragraphs == letter.paragraphs


@pytest.mark.parametrize(
    ("index", "text", "number"), [(0, "I do ask for approval.", 1), (2, "IV.A: She is now 41.", 4)]
)
def test_one_paragraph_in_other_words_changes_that_paragraph_only(letter, index, text, number):
    adopted, _ = write.adopt(letter, lines.lined(letter, index, text), WORD)
    was, now = ({s.number: s.text for s in each.sentences} for each in (letter, adopted))
    assert {n for n in was if was[n] != now.get(n)} == {number}


def test_a_bullet_may_be_taken_out(letter):
    adopted, changes = write.adopt(letter, lines.lined(letter, 1, f"{lines.BULLET}Sertraline failed."))
    assert [change.what for change in changes] == ["removed"]
    assert "Venlafaxine" not in adopted.text


def test_a_difference_is_told_word_by_word():
    assert differ.runs("She took 20 mg daily.", "She took 40 mg daily.") == [
        ("same", "She took "),
        ("gone", "20"),
        ("new", "40"),
        ("same", " mg daily."),
    ]


def test_a_persons_word_and_a_problem_come_before_a_plain_fact(letter):
    own = Sentence("No other option is left.", (replace(WORD, says="No other option is left."),), 9)
    longer = replace(letter, paragraphs=(*letter.paragraphs, Paragraph("own", "", (own,))))
    assert next(iter(risk.ranked(longer, {})))[0] == own


def test_one_changed_letter_of_the_content_voids_the_signature(letter):
    content = kept.content(letter)
    public, sealed = signing.new_pair(PHRASE)
    says = signing.statement(kept.digest(content), "Priya Raman", "MD", NOW, [1, 3], 4)
    signature = signing.sign(says, sealed, PHRASE)
    assert signing.holds(says, signature, public, kept.digest(content))
    assert not signing.holds(says, signature, public, kept.digest(content.replace("approval", "approva1")))
    assert not signing.holds(says.replace("[1,3]", "[1,2,3]"), signature, public, kept.digest(content))


def test_a_wrong_passphrase_signs_nothing_and_says_so():
    _, sealed = signing.new_pair(PHRASE)
    with pytest.raises(InputError, match="not the passphrase"):
        signing.sign("words", sealed, "other words here")
    assert PHRASE.encode() not in sealed.encode()


def test_a_short_passphrase_is_no_passphrase():
    with pytest.raises(InputError, match="fewer than 8"):
        signing.new_pair("short")
