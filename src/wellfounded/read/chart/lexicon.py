"""The agents a chart may name: every ingredient, brand and class of the agent packs, and what is no drug."""

from dataclasses import dataclass, replace
from functools import cache

from wellfounded.packs import Library, shipped
from wellfounded.packs.schema.agent import AgentPack
from wellfounded.read.chart.data import lines
from wellfounded.read.chart.tokens import Phrasebook, Token, expand, words


@dataclass(frozen=True, slots=True)
class Agent:
    """What a name in a chart stands for."""

    ingredient: str  # the pack's name; of a class, its title
    classes: tuple[str, ...] = ()  # pack ids, most specific first
    what: str = "drug"  # drug, class, treatment
    doubtful: str = ""  # abbreviation or ambiguous: such a name is read only beside a dose or a treatment's words
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names to agents, built once for one library."""

    book: Phrasebook[Agent]
    names: dict[str, Agent]

    def at(self, toks: tuple[Token, ...], i: int) -> tuple[int, Agent] | None:
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
    agents = {name: Agent(_base(name), _classes(ids, packs), _what(ids)) for name, ids in belongs.items()}
    for pack in packs.values():
        for name, held in pack.ingredients.items():
            agent = agents[name]
            for text in held.abbreviations:
                names.setdefault(text, replace(agent, doubtful="abbreviation"))
            for text in held.ambiguous:
                names[text] = replace(agent, doubtful="ambiguous")
            for text in (name, *held.brands, *held.also):
                if text not in held.ambiguous:
                    short = text.isupper() and len(text) <= 5
                    names[text] = replace(agent, doubtful="abbreviation") if short else agent
    _spell(names)
    return _lexicon(names)


_FORMS = (" xl", "-xl", " xr", "-xr", " er", " sr", " cr", " la", " hfa", " odt", " respimat", " diskus", " ellipta")


def _spell(names: dict[str, Agent]) -> None:
    """Add the spellings of treatments, and the plural of every treatment and class of more than one word."""
    for line in lines("spellings"):
        name, _, spellings = line.partition(" | ")
        for phrase in (phrase for pattern in spellings.split(" ; ") for phrase in expand(pattern)):
            if name in names:
                names.setdefault(phrase, replace(names[name], doubtful=""))
    for name, agent in list(names.items()):
        if name.lower().endswith(_FORMS) and agent.what == "drug":
            names.setdefault(name.replace("-", " ").rpartition(" ")[0], agent)  # "Toprol" for Toprol-XL
        if agent.what != "drug" and not agent.doubtful and not name.endswith("s") and len(name) > 5:
            names.setdefault(f"{name}s", agent)
        if agent.what == "class" and name.lower().endswith((" inhibitor", " blocker")):
            names.setdefault(f"{name.rpartition(' ')[0]} inhibition", agent)


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
    return Lexicon(book, whole)


def _base(name: str) -> str:
    """An ingredient without the form in parentheses: a trial of the long-acting form is a trial of the drug."""
    return name.partition(" (")[0]


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
