"""What a policy's word for a treatment means: an ingredient, a class, or a name no pack lists."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.match.therapies import THERAPIES
from wellfounded.match.words import content, plain
from wellfounded.model.evidence import Trial
from wellfounded.model.finding import Verdict
from wellfounded.packs.library import Library
from wellfounded.packs.schema.agent import Adequate, AgentPack

# Words of form and salt that do not change the ingredient, and words around a class that do not change the class.
_FORM = re.compile(r"\b(?:xr|er|xl|sr|cr|dr|ir|odt|la|tablets?|capsules?|injections?|tabs?|caps?)\b|[^\w/ .%-]")
_AROUND = re.compile(
    r"\b(?:agents?|therap(?:y|ies)|medications?|medicines?|drugs?|treatments?|class(?:es)?|products?|a|an|the|any|other"
    r"|different|prescription|generic|adequate|prior|at least|one|two|2|three|3|or more|of|from|evidence based"
    r"|for .*)\b"
)
_OPEN = re.compile(
    r"\b(?:preferred|formulary|non-?preferred|plan|alternatives?|covered|first line|second line|standard)\b"
)


def _key(name: str) -> str:
    return " ".join(_FORM.sub(" ", name.lower().replace("-", " ")).split())


def _class_key(name: str) -> str:
    words = _AROUND.sub(" ", plain(name).replace("-", " ").replace("(", " ").replace(")", " ")).split()
    return " ".join(
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word for word in words
    )


def _last(class_id: str) -> str:
    return class_id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Agents:
    """Names to ingredients, ingredients to classes, classes to wider ones; an id is the last part of a pack's path."""

    ingredients: dict[str, str]
    homes: dict[str, frozenset[str]]
    wider: dict[str, frozenset[str]]
    classes: dict[str, str]
    adequate: dict[str, Adequate]
    titles: dict[str, str]
    longer: dict[str, tuple[str, ...]]  # a name to those of `homes` that go on after it: "diclofenac" to its forms

    def ingredient(self, name: str) -> str:
        """Give the ingredient a brand, salt or ingredient name stands for, or an empty string."""
        return self.ingredients.get(_key(name), "")

    def family(self, words: str) -> str:
        """Give the id of the class that a policy's words name, or an empty string where they name none we hold."""
        if _OPEN.search(words.lower()):
            return ""
        key = _class_key(words)
        return self.classes.get(key, "") or self.classes.get(key.removeprefix("oral "), "")

    def of(self, trial: Trial) -> frozenset[str]:
        """Give every class a treatment is in, narrow and wide."""
        own = {_last(each) for each in trial.classes}
        names = {self.ingredient(trial.ingredient), self.ingredient(trial.agent), _key(trial.ingredient)}
        names |= {f"{name} {form}" for name in names for form in forms(trial)}
        own |= {home for name in names for home in self.homes.get(name, ())}
        own |= {self.family(name) for name in (trial.agent, trial.ingredient)} - {""}
        return frozenset(wide for each in own for wide in self.wider.get(each, {each}))

    def of_name(self, name: str) -> frozenset[str]:
        """Give every class of a treatment known only by name."""
        return self.of(Trial(name, name))

    def spellings(self, name: str) -> frozenset[str]:
        """Give every spelling of an ingredient or class in lower case, the name itself among them."""
        own = self.ingredient(name)
        if own:
            return frozenset(
                {name.lower(), *(key for key, ingredient in self.ingredients.items() if ingredient == own)}
            )
        family = self.family(name)
        return frozenset({name.lower(), *(key for key, id_ in self.classes.items() if family and id_ == family)})

    def narrow(self, trial: Trial) -> frozenset[str]:
        """Give only the narrowest classes a treatment is in: what "two different classes" counts."""
        held = self.of(trial)
        return frozenset(each for each in held if not any(each in self.wider.get(o, ()) for o in held if o != each))

    def spoken(self, trial: Trial) -> frozenset[str]:
        """Give what charts call the classes of a treatment: "ssri", "snri"."""
        held = self.of(trial)
        return frozenset(name for name, id_ in self.classes.items() if id_ in held)

    def listed(self, trial: Trial) -> bool:
        """Whether a pack lists the treatment, so that its absence from a class means something."""
        return bool(self.of(trial))

    def is_class(self, trial: Trial) -> bool:
        """Whether the chart names only a class: "failed two SSRIs"."""
        return not self.ingredient(trial.ingredient) and bool(self.family(trial.agent))

    def matches(self, word: str, trial: Trial) -> Verdict:
        """Whether a treatment is what a policy's word means; unknown where the word or the treatment is in no pack."""
        if self._same(word, trial):
            return Verdict.MET
        family = self.family(word)
        if self.ingredient(word) and not family:
            return Verdict.NOT_MET
        if family:
            if family in self.of(trial):
                return Verdict.MET
            return Verdict.NOT_MET if self.listed(trial) and not self._by_form(trial, family) else Verdict.UNKNOWN
        return Verdict.NOT_MET if _is_name(word) else Verdict.UNKNOWN

    def _by_form(self, trial: Trial, family: str) -> bool:
        """Whether the ingredient is of the class in one of its forms, and the chart does not say which form it was."""
        name = self.ingredient(trial.ingredient) or _key(trial.ingredient)
        other = self.longer.get(name, ()) if not forms(trial) else ()
        return any(family in self.wider.get(home, ()) for key in other for home in self.homes[key])

    def _same(self, word: str, trial: Trial) -> bool:
        names = {_key(trial.agent), _key(trial.ingredient)} - {""}
        if _key(word) in names or (self.ingredient(word) and self.ingredient(word) in names | self._bases(names)):
            return True
        said = content(word)
        names |= {f"{name} {trial.route}" for name in names if trial.route}
        return bool(said) and any(said == content(name) for name in names)

    def _bases(self, names: Iterable[str]) -> set[str]:
        return {self.ingredients[name] for name in names if name in self.ingredients}


# By how it is given: packs keep an ointment, an inhaler and a tablet of one ingredient apart.
_FORM_WORDS = {
    "topical": r"topical|cream|ointment|\bgel\b|lotion|foam|shampoo|patch|%",
    "inhaled": r"inhal|puffs?|\bhfa\b|diskus|respimat|ellipta|nebuli|\bmdi\b|\bdpi\b",
    "nasal": r"nasal|nostril|intranasal",
    "ophthalmic": r"ophthalm|\beyes?\b|eye ?drops",
    "oral": r"\bpo\b|oral|by mouth|tablet|capsule|\btabs?\b|\bcaps?\b",
    "injectable": r"inject|\bim\b|\bsc\b|subcut|\biv\b|intra-?articular",
    "vaginal": r"vaginal",
    "intravitreal": r"intravitreal",
    "swallowed": r"swallow|oral susp|viscous|slurry",
}
_FORMS = {form: re.compile(words, re.IGNORECASE) for form, words in _FORM_WORDS.items()}


def forms(trial: Trial) -> tuple[str, ...]:
    """Give the ways a treatment is told to be given, by the words the packs' names end in."""
    unit = trial.dose.unit if trial.dose else ""
    text = f"{trial.agent} {trial.route} {trial.frequency} {unit}"
    return tuple(form for form, words in _FORMS.items() if words.search(text))


# What policies call a class by its use alone.
_SAID = {"anti inflammatory": "nsaid", "neuropathic": "neuropathic_pain", "anti-inflammatory": "nsaid"}


def _is_name(word: str) -> bool:
    """One bare word no pack lists is a drug's name and not a class's."""
    return bool(re.fullmatch(r"[A-Za-z]{5,}", word.strip())) and not word.strip().lower().endswith("s")


@lru_cache(maxsize=4)
def agents(library: Library) -> Agents:
    """Read every agent pack of *library*, with the treatments that are not medicines beside them."""
    ingredients: dict[str, str] = {}
    homes: dict[str, set[str]] = {}
    within: dict[str, set[str]] = {}
    classes: dict[str, str] = {}
    adequate: dict[str, Adequate] = {}
    titles: dict[str, str] = {}
    packs = [(_last(id_), pack) for id_, pack in library.all(AgentPack)]
    for id_, pack in [*THERAPIES, *packs]:
        titles[id_] = pack.title
        within.setdefault(id_, set()).update(_last(each) for each in pack.within)
        classes |= {_class_key(name): id_ for name in (*pack.names, pack.title, id_.replace("_", " "))}
        for name, held in pack.ingredients.items():
            key = _key(name)
            homes.setdefault(key, set()).add(id_)
            ingredients.setdefault(key, key)
            for spelling in (*held.brands, *held.also, *held.abbreviations):
                ingredients.setdefault(_key(spelling), key)
            if held.adequate is not None:
                adequate[key] = held.adequate
    wider = {id_: frozenset(_climb(id_, within)) for id_ in within}
    for said, id_ in _SAID.items():
        classes.setdefault(said, id_)
    classes.pop("", None)
    longer: dict[str, list[str]] = {}
    for key in homes:
        for space in re.finditer(" ", key):
            longer.setdefault(key[: space.start()], []).append(key)
    return Agents(
        ingredients, {k: frozenset(v) for k, v in homes.items()}, wider, classes, adequate, titles,
        {k: tuple(v) for k, v in longer.items()},
    )  # fmt: skip


def _climb(id_: str, within: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [id_]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += sorted(within.get(here, ()))
    return found
