"""Agents that no pack lists: read by ending, dose or place after a treatment verb, and misspelled ones."""

import re
from functools import cache

from wellfounded.read.chart.cues import cues
from wellfounded.read.chart.data import word_set
from wellfounded.read.chart.effects import HARM
from wellfounded.read.chart.items import Item
from wellfounded.read.chart.lexicon import Agent, Lexicon
from wellfounded.read.chart.measure_names import book
from wellfounded.read.chart.outline import Unit
from wellfounded.wire.caseless import caseless, small

_ENDINGS = (
    "mab|nib|pitant|pril|sartan|statin|olol|azole|tidine|triptan|gliptin|gliflozin|glutide|cept|kinra"
    "|cillin|mycin|micin"
    "|floxacin|vir|setron|zepam|zolam|caine|dronate|parin|xaban|gatran|thiazide|semide|fibrate|lukast|tropium|terol"
    "|asone|olone|onide|zosin|"
    "dipine|piprazole|peridone|azepine|zapine|tiapine|oxetine|faxine|triptyline|ipramine|racetam|ciclib|parib|degib"
    "|rafenib|tinib|limus|grastim|poetin|leucel|gepant|orexant|ditan|bactam|cycline|lisib|tuzumab|siran|rsen|vaptan"
    "|entan|ciguat|nersen|parvovec|cabtagene|tirzepatide|relix|gest|quiline|zolid|penem|profen|fenac|coxib|toin|lutamide|caftor|tecan|taxel|rubicin|platin|trexate|trexed"
)
_ENDING = caseless(rf"\b[a-z]{{3,}}(?:{_ENDINGS})\b")
_DRUGLIKE = re.compile(
    r"[a-z]{6,}(?<!ing)(?<!ed)(?<!ly)(?<!tion)(?<!ment)(?<!ness)(?<!ive)(?<!ous)(?<!ful)(?<!able)(?<!ally)(?<!ss)(?<!ses)"
)
_SUPPLEMENTS = frozenset({"magnesium", "potassium", "calcium", "iron"})
_SCALE = re.compile(r"\s+(?:\w+\s+)?(?:[Ii]ndex|[Ss]core|[Ss]cale|[Qq]uestionnaire|[Ii]nventory)")
_STRENGTH = (
    r"\s+(?:(?:XR|ER|SR|XL|CR|DR|LA|HCl|HFA|ODT|cream|ointment|gel|foam|tablets?|capsules?|tabs?|injection|patch"
    r"|inhaler|nebs?|nebulized|syrup|elixir|rinse|mouthwash|paste|lotion"
    r"|suspension|drops|pens?|auto-?injector|spray|solution|nasal "
    r"spray)\s+)?(?:\d{1,4}(?:[.,]\d+)?(?:\s?[-\u2013/]\s?\d+(?:\.\d+)?)?\s?(?:mg|mcg|µg|g"
    r"|units?|IU|mL|puffs?)\b|\d?\.\d+\s?%|\d{1,2}\s?%)"
)
_DOSED = re.compile(rf"\b([A-Za-z][A-Za-z0-9-]{{3,}})[\"\u201d]?{_STRENGTH}")
_VERB = re.compile(
    r"\b(?:[Ff]ailed|[Tt]rial(?:s)? of|[Tt]rialed|[Tt]ried|[Ss]tarted(?: on)?|[Ss]tart|[Ss]witched to|[Ss]witch to"
    r"|[Ss]topped|[Dd]iscontinued|[Cc]ontinues?(?: on)?|[Cc]ontinued|[Tt]aking|[Tt]akes|[Oo]n|[Cc]ourse of"
    r"|[Rr]esponse to|[Ii]ntolerant (?:of|to)|[Ii]ntolerance to|[Pp]rescribed|[Bb]egan|[Aa]dded|[Aa]dd"
    r"|[Rr]equest(?:ing)?(?: for)?|[Tt]reated with|[Tt]reatment with|[Tt]herapy with|[Dd]espite|[Rr]eceived"
    r"|[Ii]nitiate[d]?|[Bb]enefit from|[Aa]llergic to|[Cc]onsider(?:ing)?|[Mm]onths of|[Ww]eeks of|[Uu]sing|[Uu]sed"
    r"|[Rr]efractory to|[Ll]oss of response to|[Ff]ailure of|[Ff]illed|[Pp]icked up|[Aa]uthorization for"
    r"|[Aa]pproval of)"
    r"\s+(?:the |her |his |oral |topical |generic |brand |weekly |daily |monthly |twice-daily |low-dose |high-dose "
    r"|max-dose )?"
)
_PASSIVE = re.compile(
    r"\b(?P<name>[A-Z][a-z]{4,})\s+(?:\d+(?:\.\d+)?\s?(?:mg|mcg|g|units)\s+(?:\w+ )?)?(?:(?:was|were|has been)\s+)?"
    r"(?:added|discontinued|tried|trialed|tapered|prescribed)\b"
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{3,}")
_GLUE = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s+\d[\w./ -]{0,18})?\s*(?:,\s*(?:and |or |then )?|/|\s+and\s+|\s+or\s+|\s+then\s+"
    r"|\s*\+\s*|;\s*)"
)
_LEAD = re.compile(r"[ \t|]*(?:[-*•·>]|o(?=\s)|\d{1,2}[.)])?[ \t]*([A-Za-z][A-Za-z0-9-]{3,})")
_COMMON = word_set("common_words")


def unlisted(text: str, unit: Unit, lexicon: Lexicon) -> tuple[Item, ...]:
    """Give the agents of a unit that the lexicon does not name as written."""
    found: dict[int, Item] = {}
    for match in _DOSED.finditer(text, unit.start, unit.end):
        word = match.group(1)
        fits = (
            (word[0].isupper() and not match.group().endswith("%"))
            or unit.section in {"medications", "past_treatment"}
            or (_DRUGLIKE.fullmatch(word) is not None and not match.group().endswith("%"))
        )
        _keep(found, match.group(1), match.start(1), lexicon, strong=fits)
    for match in _ENDING.finditer(small(text), unit.start, unit.end):
        if _SCALE.match(text, match.end()) or text.startswith(("-like", "-type"), match.end()):
            continue
        _keep(found, text[match.start() : match.end()], match.start(), lexicon, strong=True)
    for match in _VERB.finditer(text, unit.start, unit.end):
        _list(found, text, match.end(), unit.end, lexicon)
    for match in _PASSIVE.finditer(text, unit.start, unit.end):
        if HARM.fullmatch(match["name"]) is None:
            _keep(found, match["name"], match.start("name"), lexicon, strong=True)
    if unit.section in {"medications", "past_treatment"}:
        _leads(found, text, unit, lexicon)
    return tuple(found[at] for at in sorted(found))


def _leads(found: dict[int, Item], text: str, unit: Unit, lexicon: Lexicon) -> None:
    """The first word of a line in a list of medicines: with a dose or a dash after it, or alone in a list of items."""
    lead = _LEAD.match(text, unit.start, unit.end)
    if lead is None or text[lead.end(1) : lead.end(1) + 1] == ":":
        return
    word, rest = lead.group(1), text[lead.end(1) : unit.end]
    shaped = re.search(r"\s[-\u2013:(]\s?|\d\s?(?:mg|mcg|g|units?|%)\b|\s{3,}\S|\|", rest[:60]) is not None
    bare = unit.section == "medications" and unit.kind == "item" and len(word) > 5 and len(rest.split()) < 6
    capital = word[0].isupper() and word[1:].islower()
    _keep(
        found,
        word,
        lead.start(1),
        lexicon,
        strong=(capital or unit.section == "medications" or unit.kind == "row") and (shaped or bare),
    )


def _list(found: dict[int, Item], text: str, at: int, end: int, lexicon: Lexicon) -> None:
    """Walk a list after a treatment verb: each capitalised unknown name in it is an agent."""
    while (match := _NAME.match(text, at, end)) is not None:
        word = match.group()
        known = lexicon.get(word) is not None
        capital = word[0].isupper() and word[1:].islower()
        if not known and not _keep(found, word, match.start(), lexicon, strong=capital):
            return
        glue = _GLUE.match(text, match.end(), end)
        if glue is None:
            return
        at = glue.end()


def _keep(found: dict[int, Item], word: str, at: int, lexicon: Lexicon, *, strong: bool) -> bool:
    """Keep a word as an agent if it is one misspelled, or if its place is *strong* and it is no common word."""
    agent = _agent(word, lexicon, strong)
    if agent is None:
        return False
    found.setdefault(at, Item("agent", at, at + len(word), agent))
    return True


def _agent(word: str, lexicon: Lexicon, strong: bool) -> Agent | None:  # noqa: FBT001
    low = word.lower().strip("-")
    if lexicon.get(low) is not None or low in _COMMON or low in cues() or len(low) < 4:
        return None
    if (low in book() and low not in _SUPPLEMENTS) or (word.isupper() and len(word) < 5):
        return None
    if any(part in _COMMON or part in cues() for part in low.split("-")):
        return None
    near = _nearest(low.replace("1", "l").replace("0", "o").replace("5", "s"), lexicon)
    if near is not None:
        return near
    return Agent(low, (), "drug", listed=False) if strong and low.isalpha() else None


def _nearest(word: str, lexicon: Lexicon) -> Agent | None:
    """The listed drug a long word is a misspelling of: one letter off from 7 on, two from 10."""
    exact = lexicon.get(word)
    if exact is not None:
        return exact
    if len(word) < 7:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 20 ms that most notes do not need

    limit = 1 if len(word) < 10 or _ENDING.fullmatch(word) else 2
    near = (
        (OSA.distance(word, name, score_cutoff=limit), name)
        for name in _by_letter(lexicon).get(word[0], ())
        if abs(len(name) - len(word)) <= limit
    )
    best = min((pair for pair in near if pair[0] <= limit), default=None)
    return lexicon.names[best[1]] if best else None


@cache
def _by_letter_of(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    held: dict[str, list[str]] = {}
    for name in names:
        held.setdefault(name[0], []).append(name)
    return {letter: tuple(all_) for letter, all_ in held.items()}


_held: dict[int, dict[str, tuple[str, ...]]] = {}


def _by_letter(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    if id(lexicon) not in _held:
        _held[id(lexicon)] = _by_letter_of(
            tuple(
                name
                for name, agent in lexicon.names.items()
                if name.isalpha() and len(name) >= 7 and agent.what == "drug"
            )
        )
    return _held[id(lexicon)]
