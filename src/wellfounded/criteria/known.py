"""The treatments the agent packs list, found in a policy's words; an unlisted one is read by its form instead."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from wellfounded.packs import shipped
from wellfounded.packs.schema.agent import AgentPack

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9+'\u2019]*")
_FORM = re.compile(
    r"\s(?:cream|ointment|gel|lotion|foam|solution|tablets?|capsules?|injections?|patch(?:es)?|spray|drops"
    r"|syrup|suspension)$",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"(?:supervised|structured|formal|external|personal|professional|prescribed|physician-directed"
    r"|prescription(?:[- ]strength)?|adequate|home-based)\s+",
    re.IGNORECASE,
)
_LONGEST = 6  # words in a name
# Listed names that a policy uses of other things as well.
_PLAIN_WORDS = "oxygen exercise brace cane walker scooter splint traction diet insulin calcium iron zinc fluoride care"
_PLAIN = frozenset(_PLAIN_WORDS.split())


@dataclass(frozen=True, slots=True)
class Treatment:
    """A listed name as printed, and where it stands."""

    name: str
    start: int
    end: int
    is_class: bool
    is_drug: bool

    @property
    def plain(self) -> bool:
        """Whether it is a word with other uses: sure only where something says that it was tried."""
        return self.name.lower() in _PLAIN


@lru_cache(maxsize=2048)
def treatments(text: str) -> tuple[Treatment, ...]:
    """Give the listed treatments *text* names, the longest name at each place, in order."""
    names, words = _names(), list(_WORD.finditer(text))
    found: list[Treatment] = []
    at = 0
    while at < len(words):
        for n in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + n - 1].end()
            printed = text[start:end]
            if "," in printed or ";" in printed or ". " in printed:
                continue
            what = names.get(_fold(printed)) or names.get(_fold(printed).removesuffix("s"))
            what = what or names.get(f"={printed}")
            if what and n > 1 and (form := _FORM.search(printed)) and names.get(_fold(printed[: form.start()])):
                continue  # "tacrolimus ointment" names tacrolimus
            if what and n > 1 and (how := _HOW.match(printed)) and names.get(_fold(printed[how.end() :])):
                start += how.end()  # "supervised physical therapy" names physical therapy
                printed = text[start:end]
            if what:
                found.append(Treatment(printed, start, end, what == "class", what == "drug"))
                at += n - 1
                break
        at += 1
    return tuple(found)


def _fold(name: str) -> str:
    return " ".join(_WORD.findall(name.lower()))


@cache
def _names() -> dict[str, str]:
    """Every listed name, folded, to "drug", "treatment" or "class"; an abbreviation only as it is printed."""
    found: dict[str, str] = {}
    for id_, pack in shipped().all(AgentPack):
        what = "treatment" if id_.startswith("nondrug") else "drug"
        for name, held in pack.ingredients.items():
            found |= {_fold(each): what for each in (name, *held.brands, *held.also)}
            found |= {f"={each}": what for each in held.abbreviations if len(each) > 1 and each.isupper()}
    for _, pack in shipped().all(AgentPack):
        for name in pack.names:
            found.setdefault(_fold(name), "class")
    return found
