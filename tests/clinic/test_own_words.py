"""What a person types into a letter: references are looked up, each new statement gets a choice, nothing vanishes."""

from dataclasses import replace
from datetime import date

import pytest

from check.told import case
from letters import letter as sample
from wellfounded import check
from wellfounded.clinic.acts.people import BY_SIGNING
from wellfounded.clinic.letters import kept, lines, live, looked
from wellfounded.clinic.showing import links
from wellfounded.model.basis import Attestation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.packs import shipped

ON = date(2026, 3, 20)
WHO = Attestation("Priya Raman", "psychiatrist", ON, "")
OWN = "I have treated her for two years. The guideline of the clinic asks for it. She is 57 years old."
CASE = case("birth_date: 1984-06-02 | policy: The plan follows 42 CFR 999.100 | chart: Sertraline (2024) was stopped.")


def with_own(text):
    made = sample()
    said = Sentence(text, (replace(WHO, says=text),), len(list(made.sentences)) + 1, "clinician")
    return replace(made, paragraphs=(*made.paragraphs, Paragraph("rationale", "My judgment", (said,))))


def tried(text, chosen=None, made=None, index=0, looked_up=()):
    return live.tried(made or sample(), index, text, WHO, CASE, ON, chosen, frozenset(looked_up))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Under 42 CFR 438.9991(b) you must approve.", ["42 CFR 438.9991"]),
        ("Under 29 CFR 2560.503-1(h) the review is full and fair.", []),
        ("Under 45 C.F.R. \u00a7 147.136(b)(2)(i) the review is full.", []),
        ("Your policy cites 42 CFR 999.100.", []),
        ("Miller et al. found remission in 71% in 2023.", ["Miller et al. found remission in 71% in 2023"]),
        ("Miller (2023) found remission.", ["Miller (2023"]),
        ("J Clin Invented 2023;84:112 tells of it.", ["J Clin Invented 2023;84"]),
        ("See doi 10.9999/none.2023.1 for it.", ["10.9999/none.2023.1"]),
        ("See doi 10.1056/NEJMoa1610020 for the trial.", []),
        ("Sertraline (2024) showed no response.", []),
        ("The American Academy of Cerebral Medicine (2021) guideline recommends it.", ["American Academy of"]),
        ("The American Psychiatric Association (2010) guideline recommends it.", []),
        (
            "The American Psychiatric Association (2018) guideline recommends it.",
            ["American Psychiatric Association, 2018"],
        ),
        ("She is a member of the American Chess Association.", []),
        ("I saw her in March 2026, and on 12 visits in 2025.", []),
    ],
)
def test_a_reference_that_no_pack_and_no_paper_holds_is_to_be_looked_up(text, words):
    found = [each.words for each in looked.unheld(text, CASE, shipped())]
    assert len(found) == len(words)
    assert all(each.startswith(said) for each, said in zip(found, words, strict=True))


def test_a_reference_waits_until_somebody_says_they_looked_it_up():
    made = with_own("Miller (2023) found remission.")
    ((sentence, each),) = looked.waiting(made, CASE, shipped())
    vouched = looked.vouch(made, sentence.number, each.words, WHO)
    assert looked.waiting(vouched, CASE, shipped()) == []
    assert [s.text for s in vouched.sentences] == [s.text for s in made.sentences]


def test_of_two_new_statements_one_is_left_out_and_is_named_before_it_is():
    made = sample()
    text = f"{lines.words(made.paragraphs[0])} She plays the cello. She sings in a choir."
    first = tried(text)
    assert first.undecided
    one, two = first.loose
    done = tried(text, {one.key: "mine", two.key: "leave"})
    assert not done.undecided
    assert done.leaving == ("She sings in a choir.",)
    assert "cello" in done.letter.text
    assert "choir" not in done.letter.text
    assert done.agreed != tried(text, {one.key: "leave", two.key: "leave"}).agreed != first.agreed == ""


def test_one_word_changed_in_a_clinicians_paragraph_leaves_its_other_sentences_as_they_are():
    made = with_own(OWN)
    at = len(made.paragraphs) - 1
    trial = tried(OWN.replace("two years", "four years"), made=made, index=at)
    assert [each.chosen for each in trial.loose] == ["mine"]
    assert trial.leaving == ()
    assert lines.words(trial.letter.paragraphs[at]) == OWN.replace("two years", "four years")
    assert "ID104" in {each.code for each in trial.errors}  # what stands there is said again until it is settled


def test_each_sentence_of_a_clinicians_paragraph_is_checked_by_itself():
    found = {each.code for each in check.check(with_own(OWN), CASE, on=ON)}
    assert "ID104" in found


def test_a_clinicians_own_number_does_not_vouch_for_itself():
    told = case("birth_date: 1984-06-02 | score: PHQ-9 22")
    text = "Her PHQ-9 was 27."
    held = replace(told, paragraphs=(type("Own", (), {"text": text})(),))
    assert "HX104" in {each.code for each in check.check(with_own(text), held, on=ON)}


def test_a_short_line_typed_into_a_paragraph_is_no_heading_and_does_not_vanish():
    made = sample()
    trial = tried(f"{lines.words(made.paragraphs[0])}\nPlease approve")
    assert [each.text for each in trial.loose] == ["Please approve."]
    assert "Please approve." in trial.letter.text


def test_own_words_are_no_change_of_the_letter_that_the_case_gives():
    assert kept.root(with_own(OWN)) == kept.root(sample())
    assert kept.root(replace(sample(), closing="Yours truly,")) != kept.root(sample())


COORDINATOR = Attestation("Dana Reyes", "coordinator", ON, "")


def typed_by(who, chosen=None, text="She plays the cello.", made=None, once=()):
    letter = made or sample()
    whole = f"{lines.words(letter.paragraphs[0])} {text}"
    return live.tried(letter, 0, whole, who, CASE, ON, chosen, once=once)


def test_a_statement_that_another_than_the_signer_types_waits_for_the_signers_word():
    first = typed_by(COORDINATOR)
    (one,) = first.loose
    assert (first.signer, first.typist) == ("Priya Raman", "Dana Reyes")
    done = typed_by(COORDINATOR, {one.key: "signs"})
    (word,) = next(s for s in done.letter.sentences if s.text == "She plays the cello.").basis
    assert (word.by, word.role) == ("Priya Raman", BY_SIGNING)
    assert links.word(word) == "the word of Priya Raman, who gives it by signing the letter (typed 2026-03-20)"
    mine = typed_by(COORDINATOR, {one.key: "mine"})
    assert next(s for s in mine.letter.sentences if s.text == "She plays the cello.").basis[0].by == "Dana Reyes"
    again = typed_by(COORDINATOR, text="She plays the viola.", made=done.letter).letter
    assert "She plays the viola." in again.text


def test_the_signer_at_the_desk_gives_the_word_at_once():
    trial = typed_by(WHO)
    assert trial.signer == ""


def test_a_statement_that_a_paper_makes_rests_on_it_and_needs_no_choice():
    trial = typed_by(COORDINATOR, text="Sertraline (2024) was stopped.")
    assert trial.loose == ()
    assert [each.what for each in trial.changes] == ["founded"]


def test_of_a_statement_that_no_paper_makes_the_nearest_passage_is_told():
    (one,) = typed_by(COORDINATOR, text="The plan follows 42 CFR 999.100 to the letter.").loose
    assert one.near is not None
    assert "42 CFR 999.100" in one.near.exact
    (two,) = typed_by(COORDINATOR).loose
    assert two.near is None


def test_the_words_that_stood_in_the_letter_once_need_no_choice():
    made = sample()
    own = live.tried(made, 0, "Her PHQ-9 was 27.", WHO, CASE, ON, {live.key("Her PHQ-9 was 27."): "mine"}).letter
    back = live.tried(own, 0, "Her PHQ-9 was 22.", WHO, CASE, ON, once=made.sentences)
    assert back.loose == ()
    assert next(iter(back.letter.sentences)).basis == next(iter(made.sentences)).basis
