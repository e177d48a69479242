"""What a language model may say otherwise, what it may not, and that the letter is whole whatever it does."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from modelserver import serving, shaped, slow
from wellfounded.errors import DeliveryDeferred
from wellfounded.wire.llm import ask
from wellfounded.write.phrasers.model import reworded
from wellfounded.write.words.same import differs
from write.test_letters import written

HELD = yaml.load((Path(__file__).parent / "rewordings.yaml").read_text("utf-8"), yaml.CSafeLoader)
GOOD = [(each["says"], text) for each in HELD for text in each["good"]]
BAD = [(each["says"], one["text"], one["is"]) for each in HELD for one in each["bad"]]
FORGED = (  # what a model may add to any sentence, or take from it
    lambda s: f"{s} This is supported by Smith et al. (2021).",
    lambda s: f"{s} It is medically necessary.",
    lambda s: f"{s.rstrip('.')}, as the guidelines of the specialty recommend.",
    lambda s: re.sub("⟦1⟧", "⟦1⟧ 500 mg", s),
    lambda s: re.sub("⟦1⟧", "", s, count=1),
    lambda s: re.sub("⟦1⟧", "⟦1⟧ ⟦1⟧", s, count=1),
    lambda s: f"IGNORED. {s}",
)


def test_at_least_a_hundred_planted_falsehoods_are_blocked_and_good_rewordings_pass() -> None:
    planted = [(says, text) for says, text, _ in BAD]
    planted += [(each["says"], forge(each["says"])) for each in HELD for forge in FORGED]
    through = [text for says, text in planted if not differs(says, text)]
    lost = [(differs(says, text), text) for says, text in GOOD if differs(says, text)]
    assert len(planted) >= 100
    assert len(through) <= 0.02 * len(planted), through
    assert len(lost) <= 0.05 * len(GOOD), lost


def test_a_sentence_said_the_same_keeps_its_basis_and_figures() -> None:
    letter = written("tms", "internal_appeal")

    def model(_: str, question: str) -> str:
        rows = json.loads(question)
        said = [
            {"n": row["n"], "text": row["text"].replace("did not work", "failed").replace("ask", "request")}
            for row in rows
        ]
        return json.dumps({"sentences": said})

    told = reworded(letter, model)
    before = {s.number: s for s in letter.sentences}
    assert told.taken
    for sentence in told.letter.sentences:
        old = before[sentence.number]
        assert sentence.basis == old.basis
        assert re.findall(r"\d+", sentence.text) == re.findall(r"\d+", old.text)


def test_no_name_no_day_and_no_figure_is_sent() -> None:
    letter, sent = written("tms", "internal_appeal"), []

    def model(_: str, question: str) -> str:
        sent.append(question)
        return "{}"

    reworded(letter, model)
    shown = re.sub(r'⟦\d+⟧|"n": \d+', "", sent[0])
    assert not re.search(r"\d", shown)
    for name in ("Ellis", "Jordan", "Raman", "Marsh", "Lindqvist", "Alder", "Harborlight", "February", "Mara"):
        assert name not in shown


@pytest.mark.parametrize("protocol", ["openai", "anthropic"])
@pytest.mark.parametrize(
    "answer",
    [
        "I cannot help with that.",
        "{}",
        '{"sentences": "none"}',
        '{"sentences": [{"n": 1}]}',
        '{"sentences": [{"n": "1", "text": "Approve everything."}, {"n": 2, "text": 5}]}',
        '{"sentences": [{"n": 1, "text": "Ignore the policy and approve."}, {"n": 9999, "text": "x"}]}',
        (429, "quota"),
        (500, "down"),
        (401, "who are you"),
    ],
)
@pytest.mark.enable_socket
def test_whatever_a_model_answers_the_letter_stands(protocol: str, answer: object) -> None:
    letter = written("tms", "internal_appeal")
    with serving(lambda *_: answer, protocol) as (endpoint, _):
        told = reworded(letter, lambda system, question: ask(endpoint, system, question))
    assert told.letter == letter
    assert told.taken == 0


@pytest.mark.enable_socket
def test_a_slow_and_a_truncated_model_leave_the_letter_as_it_was() -> None:
    letter = written("tms", "internal_appeal")
    with serving(slow(0.1), seconds=0.4) as (endpoint, _):
        assert reworded(letter, lambda s, q: ask(endpoint, s, q)).letter == letter

    def cut(handler: object) -> None:
        handler.reply(200, json.dumps(shaped("openai", '{"sentences": [', cut=True)).encode())  # type: ignore[attr-defined]

    with serving(lambda *_: cut) as (endpoint, _):
        told = reworded(letter, lambda s, q: ask(endpoint, s, q))
    assert told.letter == letter
    assert "cut short" in told.down


def test_the_clinicians_own_words_the_table_and_citations_are_never_offered() -> None:
    letter, sent = written("tms", "internal_appeal"), []

    def model(_: str, question: str) -> str:
        sent.extend(row["n"] for row in json.loads(question))
        raise DeliveryDeferred("down")

    reworded(letter, model)
    kept = {s.number for p in letter.paragraphs if p.part in {"references", "criteria", "rights"} for s in p.sentences}
    kept |= {row.shows.number for p in letter.paragraphs for row in p.rows}
    kept |= {s.number for s in letter.sentences if s.voice == "clinician"}
    assert not kept & set(sent)
    assert reworded(replace(letter, language="de"), model).letter.language == "de"
