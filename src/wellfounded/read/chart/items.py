"""One unit of a note as a row of items: agents, cues, amounts, times, and the signs that part clauses."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, NamedTuple

from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.read.chart import amounts, dates
from wellfounded.read.chart.cues import Cue, cues
from wellfounded.read.chart.data import word_set
from wellfounded.read.chart.gaps import absent
from wellfounded.read.chart.lexicon import Agent, Lexicon
from wellfounded.read.chart.measure_names import book
from wellfounded.read.chart.shapes import shapes
from wellfounded.read.chart.tokens import Token, tokens
from wellfounded.wire.caseless import small

_BREAKS = frozenset(
    {";", "but", "however", "although", "though", "whereas", "while", "then", "→", "which", "who", "otherwise", "yet"}
)
_SUBJECTS = frozenset({"she", "he", "patient", "pt", "they", "i"})
_BARE = re.compile(
    r"\s+(?:(?:XR|ER|SR|XL|CR|DR|LA)\s+)?(?P<n>\d{1,4}(?:\.\d+)?)(?![\w/%-]|\.\d|,\d|\s*(?:mg|mcg|g\b|mL"
    r"|units?|IU|%|weeks?|wks?|days?|months?|mos?\b|years?|yrs?|hours?|h\b|sessions?|visits?|"
    r"pg|ng|ug\b|[np]mol|k/|[mk]?iu|tabs?|puffs?|inj|infusions?|doses?|cycles?|treatments?|times|fills?|or\b"
    r"|to\b|of\b|and\b|\d|x\s?(?:daily|/)))",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"May(?=\s*(?:[-\u2013/,.)]|\d|$|to\b|through|of\b|and (?:June|July|Aug|Sept|Oct|Nov|Dec)|gave|was|when"
    r"|because|she|he|after|for|due))|(?<=[Ii]n )May|(?<=[Ss]ince )May|(?<=until )May|(?<=to )May(?= \d)"
    r"|(?<=last )May"
)
_STRENGTH = re.compile(  # of what is put on the skin: "tacrolimus 0.1% - burned"
    r"\s+(?P<n>\d?\.\d+|[1-9]|10)\s?%(?=\s*(?:[-\u2013,;:.(]|$|oint\w*|cream|gel|BID|daily|nightly))", re.IGNORECASE
)
_FIXED = re.compile(
    r"\s+(?:(?:XR|ER|tab\w*)\s+)?\d+(?:\.\d+)?\s*(?:mg)?\s*[/-]\s*\d"
)  # a fixed combination has two strengths
_NEW_SENTENCE = re.compile(r"(?:[a-z]{4,}|\d|[\"\u201d)])[.!?][\"\u201d]?\s+$")  # then an agent in small letters
_PROPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,} $")
_NOT_MG = ("insulin", "levothyroxine", "liothyronine", "fentanyl", "vitamin", "onabotulinum", "semaglutide", "oxygen")
_AFTER_LENGTH = re.compile(
    (
        r"\s*-?\s*(?:ago\b|old\b|of age|y/?o\b|earlier|prior\b|before\b|later\b|from now|follow|history of|after\b"
        r"|out\b|post|pregnan|gestation|hx)"
    ),
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:in|within|every|next|rtc|follow[- ]?up|f/u|recheck|return|age|aged|q|at)\s*(?:the\s*|in\s*|~\s*)?$",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """One thing found in a unit, with its place: kind is agent, cue, dose, frequency, route, length, date or a sign."""

    kind: str
    start: int
    end: int
    value: Any = None


@dataclass(frozen=True, slots=True)
class Row:
    """The items of one unit in order, and its tokens."""

    items: tuple[Item, ...]
    toks: tuple[Token, ...]


def row(
    text: str, start: int, end: int, lexicon: Lexicon, note: PartialDate | None, extra: tuple[Item, ...] = ()
) -> Row:
    """Find the items of *text* between two places; *extra* are items found by other means, which win over cues."""
    toks = tokens(text, start, end)
    found = _phrases(toks, lexicon, extra, text)
    shaped = list(shapes(text, start, end))
    named = [(item.start, item.end) for item in found if item.kind == "agent"]
    shaped = [cue for cue in shaped if not any(s <= cue[1] < e for s, e in named)]  # "rifampin unchanged" goes on
    silent = [(s, e) for means, s, e in shaped if means == "suspend"]
    shaped = [cue for cue in shaped if cue[0] == "suspend" or not any(s <= cue[1] < e for s, e in silent)]
    wide = [(s, e) for means, s, e in shaped if means != "because"]
    whole = [(s, e) for means, s, e in shaped if means == "despite_on"]
    found = [item for item in found if item.kind != "cue" or not any(s <= item.start < e for s, e in wide)]
    found = [item for item in found if item.kind != "break" or not any(s <= item.start < e for s, e in whole)]
    last = max((item.start for item in found if item.kind == "agent"), default=start)
    because = {s for means, s, _ in shaped if means == "because"}
    found = [
        i for i in found if not (i.start in because and i.start > last and text[i.start : i.end].lower() == "after")
    ]
    worded = [(item.start, item.end) for item in found if item.kind == "cue"]
    found += [
        Item("cue", s, e, _shape(means))
        for means, s, e in shaped
        if means != "because" or not any(start <= s < end for start, end in worded)
    ]
    found = _combined(text, found)
    found += _amounts(text, start, end, note, [item for item in found if item.kind == "agent"])
    found.sort(key=lambda item: (item.start, -item.end))
    return Row(tuple(_apart(found)), toks)


def _combined(text: str, found: list[Item]) -> list[Item]:
    """Join two drugs that only a slash or a hyphen parts into the combination they are."""
    kept: list[Item] = []
    for item in sorted(found, key=lambda one: (one.start, -one.end)):
        last = next((k for k in reversed(kept) if k.kind == "agent"), None)
        joined = (
            last is not None
            and item.kind == "agent"
            and text[last.end : item.start] in {"/", "-", " / "}
            and {last.value.what, item.value.what} == {"drug"}
            and _FIXED.match(text, item.end)
        )
        if joined and last is not None:
            kept = [k for k in kept if (k is not last and k.start < last.start) or k.end <= last.start]
            both = replace(last.value, ingredient=f"{last.value.ingredient}/{item.value.ingredient}", doubtful="")
            kept.append(Item("agent", last.start, item.end, both))
        else:
            kept.append(item)
    return kept


def _shape(means: str) -> Cue:
    if means == "off_of":
        return Cue("stop", "after")
    if means == "not_for":
        return Cue("never", "after")
    if means == "running":
        return Cue("current", "either")
    if means in {"reacted", "despite_on"}:
        return Cue("intolerant" if means == "reacted" else "despite", "after")
    return Cue(means, "either" if means in {"partial", "fail", "effective"} else "before")


def _phrases(toks: tuple[Token, ...], lexicon: Lexicon, extra: tuple[Item, ...], text: str) -> list[Item]:
    said, found, i = cues(), list[Item](), 0
    shaped = {item.start: item for item in extra}
    while i < len(toks):
        token = toks[i]
        agent, cue = lexicon.at(toks, i), said.at(toks, i)
        if cue is not None and token.word == "may" and _MAY.match(text, token.start):
            cue = None  # the month
        if (
            agent is not None
            and (cue is None or agent[0] >= cue[0])
            and _named(agent[1], text[token.start : toks[i + agent[0] - 1].end])
            and not text.startswith(_LIKE, toks[i + agent[0] - 1].end)
            and not (agent[1].what != "drug" and _in_name(text, toks[0].start, token.start))
            and not _measured(agent[1], toks, i, text)
        ):
            n, what = agent
            if _NEW_SENTENCE.search(text, toks[0].start, token.start):
                found.append(Item("break", toks[i - 1].start, toks[i - 1].start))
            found.append(Item("agent", token.start, toks[i + n - 1].end, what))
            i += n
        elif token.start in shaped:
            found.append(shaped[token.start])
            while i < len(toks) and toks[i].start < found[-1].end:
                i += 1
        elif cue is not None:
            n, meant = cue
            found.append(Item("cue", token.start, toks[i + n - 1].end, meant))
            if token.word in _BREAKS:
                found.append(Item("break", token.start, token.start))
            i += n
        else:
            kind = _sign(token)
            if kind:
                found.append(Item(kind, token.start, token.end))
            i += 1
    return found


_CREDENTIAL = re.compile(r"(?:^|\n)\s*(?:signed:?\s+|by:?\s+)?[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-z-]+,? $")
_SATURATION = re.compile(r"\s*(?:sat\w*|level\w*|nadir)?\s*(?:of|was|is|at|:)?\s*\d{2,3}\s?%")
_ASSAYED = re.compile(  # "potassium 4.9, albumin 3.7", "testosterone 212 ng/dL": in the blood, and not given
    r"\s*(?:level\s*)?(?:was|of|is|[:=])?\s*(?:\d{1,2}\.\d+(?![\d/-]|\s*(?:mg|mcg|g|mEq|%|mL|units?|IU|cc)\b(?!/)|\s*%)"
    r"(?=\s*(?:[,;.)]|$|and\b|mmol|mEq/|mg/dL|g/dL))|\d[\d.,]*\s*(?:mg/dL|g/dL|ng/dL|ng/mL|pg/mL|mmol/L|mEq/L)\b)"
)
_READ = re.compile(
    r"\s*(?:was|of|is|O[DSU]|[:=])?\s*\d+(?:\.\d+)?(?!\s*(?:[dx]\b|days?|times|hours?|hrs?|weeks?|wks?|groups?"
    r"|sessions?))"
)
_CASED = {
    name.lower(): name for name in ("BiTEs", "Next Choice", "My Way", "CsA", "SAMe")
}  # in other letters they are words
_LIKE = ("-like", "-type", " like ")


def _named(agent: Agent, written: str) -> bool:
    """An abbreviation counts in capitals ("PT", never "Pt"), a drug's also in small letters from three letters on."""
    cased = _CASED.get(written.lower())
    if cased is not None:
        return written == cased
    if written.islower() and agent.what == "drug" and written in word_set("common_words"):
        return False  # a brand that is a common word is named in capitals: "Propel"
    if agent.doubtful != "abbreviation" or not written.isalpha():
        return True
    return (
        written.isupper()
        or (len(written) > 3 and written[0].isupper())
        or (written.islower() and len(written) > 2 and agent.what == "drug")
    )


def _measured(agent: Agent, toks: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether a name stands for what was measured: "IOP 15/16", "lowest oxygen of 81%"."""
    if agent.what == "drug" and _ASSAYED.match(text, toks[i].end) and book().at(toks, i) is not None:
        return True
    if agent.ingredient == "oxygen":
        return _SATURATION.match(text, toks[i].end) is not None
    if agent.doubtful != "abbreviation" or agent.what == "drug" or book().at(toks, i) is None:
        return False
    return _READ.match(text, toks[i].end) is not None


def _in_name(text: str, start: int, at: int) -> bool:
    """Whether a treatment's word is part of a place's name: "Millbrook Counseling"."""
    if _CREDENTIAL.search(text, max(start, at - 40), at):
        return True  # "Ludmila Ferrante PT" signs
    return text[at : at + 2].istitle() and _PROPER.search(text, max(start, at - 24), at) is not None


def _sign(token: Token) -> str:
    word = token.word
    if word in _BREAKS:
        return "break"
    if word in "([":
        return "open"
    if word in ")]":
        return "close"
    if word in {",", "and", "or", "/", "&", "+", "plus", "with"}:
        return "and"
    if word in {"-", "\u2013", "\u2014", ":", "=", ">"}:
        return "dash"
    return "subject" if word in _SUBJECTS else ""


def _amounts(text: str, start: int, end: int, note: PartialDate | None, agents: list[Item]) -> list[Item]:
    low = small(text)
    doses = list(amounts.DOSE.finditer(text, start, end))
    doses = [
        m
        for m, after in zip_longest(doses, doses[1:])
        if after is None or not amounts.LOADING.fullmatch(text, m.end(), after.start())
    ]
    found = [Item("dose", m.start(), m.end(), amounts.dose(m)) for m in doses]
    found += [
        Item("frequency", m.start(), m.end(), text[m.start() : m.end()])
        for m in amounts.FREQUENCY.finditer(low, start, end)
    ]
    for agent in agents:
        bare = _BARE.match(text, agent.end, end)
        if (
            bare
            and agent.value.what == "drug"
            and not agent.value.ingredient.startswith(_NOT_MG)
            and not 1900 < float(bare["n"]) < 2100
        ):
            found.append(Item("dose", bare.start("n"), bare.end("n"), Quantity(float(bare["n"]), "mg")))
        strength = _STRENGTH.match(text, agent.end, end) if agent.value.what == "drug" else None
        if strength:
            found.append(Item("dose", strength.start("n"), strength.end(), Quantity(float(strength["n"]), "%")))
    if agents:
        found += [
            Item("route", m.start(), m.end(), text[m.start() : m.end()])
            for m in amounts.ROUTE.finditer(low, start, end)
        ]
    found += [Item("date", d.start, d.end, d.date) for d in dates.dates(text, start, end, note)]
    piece, places = low[start:end], [(agent.start, agent.end) for agent in agents]
    counted = (dates.SESSIONS, dates.TIMES) if any(word in piece for word in dates.COUNTED) else ()
    for pattern in (*counted, *((dates.DAY,) if "day" in piece else ()), dates.DURATION):
        for match in pattern.finditer(low, start, end):
            if (
                not _AFTER_LENGTH.match(text, match.end())
                and not _FUTURE.search(text, max(start, match.start() - 14), match.start())
                and not absent(text, match.start(), match.end(), start, end, places)
            ):
                found.append(Item("length", match.start(), match.end(), dates.duration(match)))
    return [item for item in found if not any(a.start <= item.start < a.end for a in agents)]


def _apart(found: list[Item]) -> list[Item]:
    """Leave out amounts that lie inside an earlier, longer one."""
    kept: list[Item] = []
    far = -1
    for item in found:
        if item.kind in {"dose", "frequency", "route", "length", "date"}:
            if item.start < far or any(
                c.kind == "cue" and c.value.means == "partial" and c.start <= item.start < c.end for c in kept[-2:]
            ):
                continue
            far = max(far, item.end)
        kept.append(item)
    return kept
