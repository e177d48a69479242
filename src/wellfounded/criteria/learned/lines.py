"""Which blocks of a policy are requirements, which lead them in, and which stand outside, by learned weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wellfounded.criteria import aside
from wellfounded.criteria.block import Block
from wellfounded.criteria.connectors import lead
from wellfounded.criteria.learned.words import marks, said, tokens
from wellfounded.criteria.outline import opens
from wellfounded.criteria.scope import section
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("lines.crf")
LEAF, HEAD, OUT = "leaf", "head", "out"
_SHORT = 5  # characters of a word that may go on: "asthma" in "asthmatic"
_ASIDES = (
    aside.grants,
    aside.is_approval,
    aside.is_note,
    aside.is_aside,
    aside.is_renewal,
    aside.describes,
    aside.limits,
    aside.refuses,
    aside.renews,
    aside.joins,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a block stands: the title and the lead-in over it."""

    title: str
    led: str


def features(held: Sequence[Block], about: tuple[str, ...], rules: Sequence[str]) -> list[list[str]]:
    """Give the features of each block; *rules* is what today's parser made of each, empty where not to tell."""
    stands = list(_standing(held))
    asked = [word.lower() for phrase in about for word in phrase.split() if len(word) >= _SHORT]
    named = any(_speaks(one.text, asked) for one in held if one.kind == "heading" or opens(one.text))
    found = []
    own = [[*dict.fromkeys(_own(one))] for one in held]
    for at, block in enumerate(held):
        each = [*own[at], *_around(held, own, at), *_above(block, stands[at])]
        if named:
            each += _about(block, stands[at], asked)
        if rules:
            each += [f"r={rules[at]}", *(f"r{step}={rules[at + step]}" for step in (-1, 1) if _in(at + step, held))]
        found.append(each)
    return found


def _in(at: int, held: Sequence[Block]) -> bool:
    return 0 <= at < len(held)


def _standing(held: Sequence[Block]) -> Iterator[Standing]:
    title = led = ""
    for block in held:
        yield Standing(title, led)
        if block.kind in {"heading", "label"}:
            title, led = block.text, ""
        elif opens(block.text) or aside.grants(block.text):
            led = block.text


def _own(block: Block) -> Iterator[str]:
    text = block.text
    yield "any"
    yield f"k={block.kind}"
    style = block.mark.readings[0][0] if block.mark else "-"
    yield f"e={style}"
    yield f"c={min(8, block.column // 2)}"
    yield f"gap={block.gap}"
    words = text.split()
    yield f"n={min(9, len(words) // 4)}"
    yield f"ends={text[-1:] if not text[-1:].isalnum() else 'a'}"
    yield f"starts={'upper' if text.isupper() else 'cap' if text[:1].isupper() else 'low'}"
    yield from said(text)
    yield from (f"f{at}={word}" for at, word in enumerate(tokens(text)[:3]))
    yield from (f"is={mark}" for mark in marks(text[:300]))
    yield from (f"a={test.__name__}" for test in _ASIDES if test(text))
    yield f"s={section(text)}"
    if opens(text):
        yield "opens"
    if (found := lead(text)) and found.said:
        yield f"lead={found.op}"
    if len(block.cells) > 1:
        yield f"cells={len(block.cells)}"
        yield from (f"cell={word}" for word in tokens(block.cells[0].text)[:4])


_TOLD = ("k=", "e=", "a=", "opens", "lead=", "ends=", "s=", "c=", "f0=")


def _around(held: Sequence[Block], own: Sequence[Sequence[str]], at: int) -> Iterator[str]:
    for step in (-2, -1, 1, 2):
        if not _in(at + step, held):
            yield f"{step}^"
            continue
        yield from (f"{step}{each}" for each in own[at + step] if each.startswith(_TOLD))
    if at:
        away = held[at].column - held[at - 1].column
        yield f"in={(away > 1) - (away < -1)}"
    yield f"at={6 * at // len(held)}"


def _above(block: Block, stands: Standing) -> Iterator[str]:
    kind = section(stands.title) if stands.title else "-"
    yield f"t={kind}"
    yield f"t={kind} {block.kind}"
    yield from (f"tw={word}" for word in tokens(stands.title)[:8])
    yield f"led={bool(stands.led)}"
    if stands.led:
        yield from (f"lw={word}" for word in tokens(stands.led)[:25])
        yield from (f"la={test.__name__}" for test in _ASIDES if test(stands.led))


def _about(block: Block, stands: Standing, asked: list[str]) -> list[str]:
    over = _speaks(stands.title, asked) or _speaks(stands.led, asked)
    return [f"asked={over}", f"own={_speaks(block.text, asked)}", f"asked {over} {section(stands.title)}"]


def _speaks(text: str, asked: list[str]) -> bool:
    low = text.lower()
    return any(word in low for word in asked)


def lines(held: Sequence[Block], about: tuple[str, ...], rules: Sequence[str]) -> tuple[dict[str, float], ...]:
    """Give for each block how likely it is a requirement, a lead-in, or neither (0..1)."""
    return weights(WEIGHTS).each(features(held, about, rules))
