"""The agents a chart may name: every ingredient, brand and class of the agent packs, and what is no drug."""

from dataclasses import dataclass
from functools import cache

from wellfounded.packs import Library, shipped
from wellfounded.packs.schema.agent import AgentPack
from wellfounded.read.chart.tokens import Phrasebook, Token, words


@dataclass(frozen=True, slots=True)
class Agent:
    """What a name in a chart stands for."""

    ingredient: str  # the pack's name; of a class, its title
    classes: tuple[str, ...] = ()  # pack ids, most specific first
    what: str = "drug"  # drug, class, treatment
    doubtful: bool = False  # the name is also a common word or abbreviation, read only beside a dose or a verb
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names to agents, built once for one library."""

    book: Phrasebook[Agent]
    names: dict[str, Agent]

    def at(self, toks: list[Token], i: int) -> tuple[int, Agent] | None:
        """Give the longest name that begins at token *i*, with the number of tokens it takes."""
        return self.book.at(toks, i)

    def get(self, name: str) -> Agent | None:
        """Give the agent that a whole name stands for, in any case, with any hyphens; None if unlisted."""
        return self.names.get(" ".join(words(name)))


@cache
def lexicon(library: Library | None = None) -> Lexicon:
    """Build the lexicon of *library*; the shipped one where none is given."""
    return _build(library or shipped())


def _build(library: Library) -> Lexicon:
    packs = dict(library.all(AgentPack))
    belongs: dict[str, list[str]] = {}
    for id_, pack in packs.items():
        for ingredient in pack.ingredients:
            belongs.setdefault(ingredient, []).append(id_)
    names: dict[str, Agent] = {}
    for id_, pack in packs.items():
        wide = Agent(pack.title, (id_, *_wider(id_, packs)), "class")
        for name in pack.names:
            names.setdefault(name, wide)
    agents = {name: Agent(name, _classes(ids, packs), _what(ids)) for name, ids in belongs.items()}
    for pack in packs.values():
        for name, held in pack.ingredients.items():
            agent = agents[name]
            doubtful = Agent(name, agent.classes, agent.what, doubtful=True)
            for text in (*held.abbreviations, *held.ambiguous):
                names.setdefault(text, doubtful)
            for text in (name, *held.brands, *held.also):
                if text not in held.ambiguous:
                    names[text] = agent
    return _lexicon(names)


def _lexicon(names: dict[str, Agent]) -> Lexicon:
    book: Phrasebook[Agent] = Phrasebook()
    whole: dict[str, Agent] = {}
    for name, agent in names.items():
        phrase = words(name)
        key = " ".join(phrase)
        if key not in whole or whole[key].what == "class":
            whole[key] = agent
    for key, agent in whole.items():
        book.add(tuple(key.split(" ")), agent)
    book.close()
    return Lexicon(book, whole)


def _what(ids: list[str]) -> str:
    return "treatment" if all(id_.startswith("nondrug/") for id_ in ids) else "drug"


def _classes(ids: list[str], packs: dict[str, AgentPack]) -> tuple[str, ...]:
    narrow = sorted(ids, key=lambda id_: len(packs[id_].ingredients))
    wide = [wider for id_ in narrow for wider in _wider(id_, packs)]
    return tuple(dict.fromkeys([*narrow, *wide]))


def _wider(id_: str, packs: dict[str, AgentPack], seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
    found: list[str] = []
    for name in packs[id_].within if id_ in packs else ():
        near = f"{id_.rpartition('/')[0]}/{name}"
        wider = near if near in packs else name
        if wider not in seen:
            found += [wider, *_wider(wider, packs, seen | {id_, wider})]
    return tuple(dict.fromkeys(found))
