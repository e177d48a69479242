"""Where the values of a labelled paper stand in its text: the spans that a tagger learns from."""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path += [str(ROOT / "bench"), str(ROOT / "src")]

import payer  # noqa: E402 - found only once the path is set

sys.path.remove(str(ROOT / "bench"))  # some benches have the names of test folders

from wellfounded.read import document  # noqa: E402 - found only once the path is set
from wellfounded.read.payer import amounts, dates, windows  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.learned.tokens import Token  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.learned.values import DAYS, NUMBERS  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.paper import Paper, paper  # noqa: E402 - found only once the path is set
from wellfounded.wire.crf import OUTSIDE  # noqa: E402 - found only once the path is set

Span = tuple[str, int, int]
WORDS = ("payer", "delegate", "patient_name", "service", "diagnosis", "appeal_address", "units")
TELEPHONE = re.compile(r"\+?[\d(][\d\s().-]{5,}\d")
TO_APPEAL = re.compile(
    r"appeal|review|reconsider|redetermin|disput|disagree|contest|object|widerspr|complain|hearing", re.IGNORECASE
)
NOT_THE_NOTICE = re.compile(
    r"receiv|request|service|dos|serv|admi|respon|due|by|valid|from|effective|start", re.IGNORECASE
)
MARK = re.compile(r"\[\[(\w+)\|(.*?)\]\]", re.DOTALL)
HEAD = 14  # lines in which a date that is also another's is the notice's own
BESIDE = 250  # characters over which the parts of one citation stand
MENTIONS = 12  # places of one part that are tried
FEW = 3  # characters of a number that may be any number
# Where one run of words is two values, the later name here is the one it is.
RANK = (
    "amount", "units", "diagnosis", "service", "appeal_address", "delegate", "payer", "patient_name", "crit_title",
    "crit_section", "crit_number", "code", "appeal_phone", "appeal_fax", "p2p_phone", "p2p_window", "appeal_window",
    "authorization_number", "claim_number", "reference_number", "member_id", "notice_date", "service_date",
    "request_date", "valid_from", "valid_to", "appeal_deadline", "response_due",
)  # fmt: skip


def labelled(folder: Path) -> Iterator[tuple[Paper, dict[str, Any]]]:
    """Give each paper of a folder with its gold, the values turned as the bench turns them."""
    for path in sorted(folder.glob("*.yaml")):
        text = path.with_suffix(".txt")
        if not text.exists():
            continue
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        gold = {
            name: [payer.turned(name, one) for one in (value if isinstance(value, list) else [value])]
            for name, value in held.items()
        }
        yield paper(document(text.name, text.read_bytes())), gold


def fragments(path: Path) -> Iterator[tuple[Paper, list[Span]]]:
    """Give each marked fragment of a file, `[[name|value]]` in its place, as a paper with its spans."""
    for number, part in enumerate(path.read_text(encoding="utf-8").split("\n%%\n")):
        text, spans, at = "", [], 0
        for mark in MARK.finditer(part):
            text += part[at : mark.start()]
            spans.append((mark[1], len(text), len(text) + len(mark[2])))
            text, at = text + mark[2], mark.end()
        text += part[at:]
        if text.strip():
            yield paper(document(f"{number}.txt", text.encode())), spans


def labels(found: tuple[Token, ...], spans: list[Span]) -> list[str]:
    """Give each token its label: the name of the value it is part of, or outside."""
    starts = [token.start for token in found]
    said = [OUTSIDE] * len(found)
    for name, start, end in sorted(spans, key=lambda span: RANK.index(span[0])):
        at = bisect_left(starts, start)
        while at < len(found) and starts[at] < end:
            if not (name == "notice_date" and said[at] != OUTSIDE):
                said[at] = name
            at += 1
    return said


def spans(held: Paper, gold: dict[str, Any]) -> list[Span]:
    """Give where the gold's values stand; what stands nowhere in these words is left out."""
    found = [span for name, values in gold.items() for value in values for span in _places(held, name, value)]
    others = {span[1:] for span in found if span[0] in DAYS and span[0] != "notice_date"}
    return [span for span in found if not (span[1:] in others and not _first(held, span, own=span[0] == "notice_date"))]


def _first(held: Paper, span: Span, *, own: bool) -> bool:
    """Whether a date that two names share belongs to this one: the notice's at the head, the other's elsewhere."""
    head = sum(line.start <= span[1] for line in held.lines) <= HEAD
    notice = head and not NOT_THE_NOTICE.search(held.plain[max(0, span[1] - 40) : span[1]])
    return notice if own else True


def _places(held: Paper, name: str, value: Any) -> Iterator[Span]:
    text = held.plain
    if name in DAYS:
        yield from ((name, *span) for span in _days(text, value))
    elif name in NUMBERS:
        spaced = r"\s?".join(re.escape(one) for one in re.sub(r"\s", "", str(value)))
        yield from ((name, *one.span()) for one in re.finditer(_whole(spaced), text, re.IGNORECASE))
    elif name in WORDS:
        yield from ((name, *span) for span in (_named(text, value) if name == "patient_name" else _said(text, value)))
    elif name == "code":
        yield from ((name, *span) for span in _said(text, value["code"])[:3])
    elif name == "amount":
        money = [one for one in amounts.MONEY.finditer(text) if amounts.MARKED.search(one[0])]
        yield from ((name, *one.span()) for one in money if abs(amounts.value(one[0]) - float(value)) < 0.005)
    elif name == "appeal_window":
        yield from _window(held, value)
    elif name == "criterion_cited":
        yield from _cited(text, value if isinstance(value, dict) else {"title": value})
    elif name in {"appeal_phone", "appeal_fax"}:
        yield from ((name, *span) for span in _telephone(text, value))
    elif name == "peer_to_peer":
        yield from (
            ("p2p_phone", *span)
            for span in _telephone(text, value.get("phone", "") if isinstance(value, dict) else value)
        )


def _days(text: str, value: Any) -> list[tuple[int, int]]:
    if not isinstance(value, date):
        if not re.match(r"\d{4}-\d\d-\d\d", str(value)):
            return []
        value = date.fromisoformat(str(value)[:10])
    read = [one for european in (False, True) for one in dates.dates(text, european=european)]
    read += [one for after in (False, True) for one in dates.near(text, 0, len(text), value, after=after)]
    return sorted({(one.start, one.end) for one in read if one.value == value})


def _said(text: str, value: Any) -> list[tuple[int, int]]:
    """Find the words of a value in their order, through line ends and changed marks."""
    parts = re.findall(r"\w+", str(value))
    if not parts:
        return []
    return [one.span() for one in re.finditer(_whole(r"\W{0,6}".join(map(re.escape, parts))), text, re.IGNORECASE)]


def _whole(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"


def _named(text: str, value: Any) -> list[tuple[int, int]]:
    """Find a person's name as given, with the family name first, and with or without a middle letter."""
    parts = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", str(value))
    found = _said(text, value)
    for last in range(1, min(4, len(parts))):
        turned = parts[-last:] + parts[:-last]
        for some in (turned, turned[: last + 1]):
            pattern = _whole(r"[\s,]+".join(map(re.escape, some)))
            found += [one.span() for one in re.finditer(pattern, text, re.IGNORECASE) if "," in one[0]]
    if len(parts) > 2:
        pattern = _whole(rf"{re.escape(parts[0])}\s+(?:\w\.?\s+)?{re.escape(parts[-1])}")
        found += [one.span() for one in re.finditer(pattern, text, re.IGNORECASE)]
    return sorted(set(found))


def _window(held: Paper, value: dict[str, Any]) -> Iterator[Span]:
    found = []
    for one in windows.SPAN.finditer(held.plain):
        n, unit = windows.count(one)
        if n == int(value["n"]) and unit.rstrip("s") == str(value["unit"]).rstrip("s"):
            found.append(one.span())
    best = [span for span in found if TO_APPEAL.search(held.sentence_at(span[0]).text)] or found
    yield from (("appeal_window", *span) for span in best[:1])


def _cited(text: str, value: dict[str, str]) -> Iterator[Span]:
    """Find where the parts of a citation stand nearest together; a title may be in two pieces, a number said twice."""
    parts = {f"crit_{part}": _said(text, value.get(part, "")) for part in ("title", "number", "section")}
    if value.get("title") and not parts["crit_title"]:
        parts |= {f"crit_title {at}": _said(text, piece) for at, piece in enumerate(_pieces(text, value["title"]))}
    held = {name: places[:MENTIONS] for name, places in parts.items() if places}
    if not held:
        return
    best = min(product(*held.values()), key=lambda spans: (_spread(spans), spans))
    for name, span in zip(held, best, strict=True):
        if len(held) == 1 or _spread((span, *best)) < BESIDE:
            yield (name.split()[0], *span)
    yield from (("crit_number", *span) for span in held.get("crit_number", ()) if len(text[span[0] : span[1]]) > FEW)


def _pieces(text: str, title: str) -> list[str]:
    """Part a title that stands nowhere whole in two that do ("Clinical Policy RO-007, Proton Beam Therapy")."""
    words = title.split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return next((list(pair) for pair in halves if all(_said(text, half) for half in pair)), [])


def _spread(spans: tuple[tuple[int, int], ...]) -> int:
    return max(end for _, end in spans) - min(start for start, _ in spans)


def _telephone(text: str, value: Any) -> list[tuple[int, int]]:
    wanted = re.sub(r"\D", "", re.split(r"ext|x|opt", str(value))[0])[-10:]
    found = [one.span() for one in TELEPHONE.finditer(text) if wanted and re.sub(r"\D", "", one[0]).endswith(wanted)]
    return found[:2]
