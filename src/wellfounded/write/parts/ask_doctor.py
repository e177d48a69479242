"""The sheet a patient takes to the doctor: what the plan still wants to see, one thing a line, in plain words."""

from collections.abc import Iterator

from wellfounded.model.asks import Documentation, Imaging, Lab, Measurement, ProcedureDone, Score, Test
from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname
from wellfounded.write.measure import small
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import few, quoted
from wellfounded.write.words.terms import term

# What to ask for, by the kind of test; {name} is the measure's own name.
ASK = {
    "en": {
        "score": "a new {name} score",
        "lab": "a new {name} test",
        "measurement": "a new {name} reading",
        "imaging": "the report of your {name} scan",
        "procedure": "a test or visit note that shows this",
        "documentation": "a paper that shows this",
        "trial": "a list of what you have tried: the dose, the dates and what came of it",
        "intolerance_or_contraindication": "a note that says which drugs you cannot take, and why",
        "diagnosis": "a note that names your illness",
        "severity": "a note that says how bad it is",
        "function": "a note that says what you cannot do because of it",
        "prescriber": "a note from the right kind of doctor",
        "absent": "a note that says you do not have this",
        "other": "a note that says if this is so",
    },
    "es": {
        "score": "un resultado nuevo de {name}",
        "lab": "un análisis nuevo de {name}",
        "measurement": "una medida nueva de {name}",
        "imaging": "el informe de su estudio de {name}",
        "procedure": "una nota de la prueba o de la consulta que lo muestre",
        "documentation": "un papel que lo muestre",
        "trial": "una lista de lo que ya ha probado: la dosis, las fechas y cómo le fue",
        "intolerance_or_contraindication": "una nota que diga qué medicinas no puede tomar y por qué",
        "diagnosis": "una nota con el nombre de su enfermedad",
        "severity": "una nota que diga qué tan grave es",
        "function": "una nota que diga qué cosas no puede hacer por su enfermedad",
        "prescriber": "una nota del médico que corresponde",
        "absent": "una nota que diga que usted no tiene esto",
        "other": "una nota que diga si es así",
    },
}
WORDS = {
    "en": {
        "plan": "Your plan still wants to see the things below",
        "ask": "Ask for {what}",
        "bring": "Please take this page to {doctor}",
        "rule": "The rule ({place}) says: {words}",
        "bare": "The rule says: {words}",
        "against": "The record now says no to this rule ({place}): {words}",
        "way": "Ask if it has changed, or if there is some other way",
    },
    "es": {
        "plan": "Su plan todavía quiere ver lo que sigue",
        "ask": "Pida {what}",
        "bring": "Lleve esta hoja a {doctor}",
        "rule": "La regla ({place}) dice, en inglés: {words}",
        "bare": "La regla dice, en inglés: {words}",
        "against": "Su expediente dice ahora que no se cumple esta regla ({place}): {words}",
        "way": "Pregunte si ha cambiado o si hay otro camino",
    },
}


def write(telling: Telling) -> Told:
    """Write one line for each open requirement and for each that fails; nothing where none is."""
    lines = (*_open(telling), *_failed(telling))
    if not lines:
        return Told()
    opening = tuple(_opening(telling, lines[0].basis))
    head = telling.part.heading
    return Told((Paragraph("ask_doctor", head, opening), Paragraph("ask_doctor", "", lines, bullets=True)))


def _opening(telling: Telling, basis: tuple[Basis, ...]) -> Iterator[Sentence]:
    words = WORDS[_tongue(telling)]
    yield sentence(words["plan"], *basis)
    who = telling.case.practitioner.name
    if who is not None:
        yield sentence(words["bring"].format(doctor=who.value), entered("practitioner.name", who))


def _open(telling: Telling) -> Iterator[Sentence]:
    for id_ in telling.brief.open:
        leaf = telling.requirement(id_)
        if leaf is not None and leaf.quote is not None:
            asked = ASK[_tongue(telling)].get(leaf.asks.kind, ASK[_tongue(telling)]["other"])
            lead = WORDS[_tongue(telling)]["ask"].format(
                what=asked.format(name=term(_name(leaf.asks), _tongue(telling)))
            )
            yield _line(telling, leaf, f"{lead}.", "rule")


def _failed(telling: Telling) -> Iterator[Sentence]:
    failed = {stop.requirement for stop in telling.brief.stops}
    words = WORDS[_tongue(telling)]
    findings = telling.match.findings if telling.match is not None else ()
    for finding in findings:
        leaf = telling.requirement(finding.requirement)
        if leaf is None or leaf.quote is None or finding.verdict.value != "not_met":
            continue
        if leaf.id in failed or any(leaf.label.startswith(place) for place in failed):
            yield _line(telling, leaf, "", "against", f" {words['way']}.")


def _line(telling: Telling, leaf: Requirement, first: str, way: str, last: str = "") -> Sentence:
    words = WORDS[_tongue(telling)]
    quote = quoted.closed(few.few(leaf.text))
    place = policyname.place(leaf.label)
    if _tongue(telling) == "es":
        place = place.replace("Section", "Sección").replace("criterion", "criterio")
    said = words[way].format(place=place, words=quote) if place else words["bare"].format(words=quote)
    rule = Derivation(f"still open = {leaf.text}", (leaf.quote,) if leaf.quote is not None else ())
    return sentence(f"{first} {said}{last}", rule, *policyname.numbered(leaf))


def _name(asks: Test) -> str:
    if isinstance(asks, Score | Lab | Measurement):
        return small(asks.name)
    if isinstance(asks, Imaging):
        return asks.modality
    return asks.name if isinstance(asks, ProcedureDone) else asks.what if isinstance(asks, Documentation) else ""


def _tongue(telling: Telling) -> str:
    return telling.pack.language if telling.pack.language in WORDS else "en"
