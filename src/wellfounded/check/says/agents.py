"""Treatments that a text names, by ingredient, through the agent packs; and drugs that no pack lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from wellfounded.check.says.phrasebook import Phrasebook
from wellfounded.packs import Library
from wellfounded.packs.schema.agent import AgentPack
from wellfounded.wire.caseless import Caseless

NOT_AGENT = re.compile(r"\s+(?:saturations?|levels?|deficiency|requirements?|allergy)\b", re.IGNORECASE)
DOSE_NEAR = re.compile(r"\s*\(?[\w ]{0,12}?\)?\s*(?:at\s+)?\d[\d.,]*\s*(?:mg|mcg|g|units?|IU|mL|%)\b", re.IGNORECASE)
# Endings of United States Adopted Names: a word that ends so is a drug though no pack lists it.
STEM = Caseless(
    r"\b[a-z]{3,}(?:mab|tinib|ciclib|parib|zomib|rafenib|lisib|cept|gliptin|gliflozin|glutide|vastatin|sartan|olol"
    r"|prazole"
    r"|conazole|triptan|gepant|oxetine|azepam|dronate|floxacin|mycin|cillin|lukast|setron|parin|xaban|gatran|grel"
    r"|piprazole|peridone|idone|zodone|pristone|steride|osin|profen|coxib|thiazide|semide|dipine|pril|asone|olone"
    r"|caine|curium|barbital|tadine|tidine|citinib|limus|trexate|platin|taxel|rubicin|vir|navir|buvir|tegravir|cog|pressin|gliptide|ximab|kinra)\b",
)
DOSED = re.compile(
    r"\b(?P<name>[A-Za-z][a-z]{4,}[a-z0-9]*)\s+(?:(?:ER|XR|XL|SR|CR|LA|DR|IR|HCl)\s+)?(?:\([A-Za-z]+\)\s+)?"
    r"\d[\d.,]*\s?(?:mg|mcg|units)\b(?!/d?L)"
)
_NOT_DRUGS = """
about above added additional adult after again agent approximately average before below between bedtime beyond builds
combined containing continuing current currently daily dosage dosed doses dosing during either equivalent every
exactly exceeding extra first followed fasting given glucose higher highest increased increasing infusion initial
injection intravenous least level levels loading lower maintenance maximal maximum medication minimum monthly morning
nearly night nightly office optimal other over patch placebo prescribed previously protein received receiving reduced
release requiring second single sodium standard started starting steady strength subcutaneous tablet tablets taking
target these third titrated titration total totaling twice under until using vials weekly within which where there
their calcium potassium cholesterol creatinine ferritin triglycerides bilirubin weight reached tolerated taken trial
course while request requested quantity intake cytarabine
"""
NOT_DRUGS = frozenset(_NOT_DRUGS.split())


class Named(NamedTuple):
    """One treatment named: its ingredient in lower case, where it stands, and whether it can be nothing else."""

    ingredient: str
    span: tuple[int, int]
    sure: bool = True
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of every listed ingredient, the classes of each, and those that are no drugs."""

    book: Phrasebook[tuple[str, str]]
    classes: dict[str, frozenset[str]]
    nondrug: frozenset[str]

    def named(self, text: str, *, loose: bool = False) -> Iterator[Named]:
        """Give each listed treatment of *text* in order; a name with two meanings is read only before a dose.

        *loose* also reads an abbreviation in capitals without one, as notes write them.
        """
        for (ingredient, kind), start, end in self.book.find(text):
            said = text[start:end]
            near = DOSE_NEAR.match(text, end) is not None
            sure = kind == "name" or (kind == "brand" and (near or not said.islower()))  # "vital", "propel"
            reads = sure or (loose and (kind == "brand" or said.isupper())) or (near and said[0].isupper())
            if reads and not NOT_AGENT.match(text, end):
                yield Named(ingredient, (start, end), sure)


def base(name: str) -> str:
    """Give the ingredient of a name with a form in brackets: `glatiramer (20 mg)` is glatiramer."""
    return name.partition(" (")[0].lower()


@cache
def lexicon(library: Library) -> Lexicon:
    """Index the agent packs of *library* by the words of their names."""
    names: list[tuple[str, tuple[str, str]]] = []
    unsure: list[tuple[str, tuple[str, str]]] = []
    classes: dict[str, set[str]] = {}
    nondrug = set()
    for id_, pack in library.all(AgentPack):
        for name, held in pack.ingredients.items():
            ingredient = base(name)
            classes.setdefault(ingredient, set()).update((id_.rpartition("/")[2], *pack.within))
            if id_.startswith("nondrug"):
                nondrug.add(ingredient)
            names += [(each, (ingredient, "name")) for each in (ingredient, *held.also)]
            names += [(each, (ingredient, "brand")) for each in held.brands]
            unsure += [(each, (ingredient, "short")) for each in (*held.abbreviations, *held.ambiguous)]
    book = Phrasebook.of([*names, *unsure])
    return Lexicon(book, {name: frozenset(ids) for name, ids in classes.items()}, frozenset(nondrug))


def unlisted(text: str, listed: tuple[Named, ...]) -> Iterator[Named]:
    """Give each word that is written as a drug is, by its ending or its dose, and that no pack lists."""
    taken = [named.span for named in listed]
    for pattern, group in ((STEM, 0), (DOSED, "name")):
        for match in pattern.finditer(text):
            word, span = match[group].lower(), match.span(group)
            if word not in NOT_DRUGS and not any(start < span[1] and span[0] < end for start, end in taken):
                taken.append(span)
                yield Named(word, span, listed=False)
