"""What is asked for, in words: the service, its codes, and how much of it."""

import re

from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.case import Service
from wellfounded.packs.schema.agent import AgentPack
from wellfounded.write.telling import Telling, entered
from wellfounded.write.words import doses, numbers, series, terms

# Stems the WHO gives nonproprietary names (INN): a drug that ends so is written small.
STEM = re.compile(
    r"(?:mab|nib|tide|cept|stat|pril|sartan|olol|azole|mycin|cillin|gliptin|gliflozin|gepant|triptan|toxin[ab])$"
)
DOSE = re.compile(r"\d ?(?:mg|mcg|g|mL|units?|%|IU)\b", re.IGNORECASE)  # an uncoded service with a dose is a drug
LEVEL = re.compile(r"[A-Z]\d")  # "L4-L5", "C5" and "H2" open with no word
# Where a drug's name ends and its strength begins: "dupilumab (Dupixent) 300 mg/2 mL pen".
STRENGTH = re.compile(r"[\s,]+\d[\d.,/-]* ?(?:mg|mcg|g|mL|units?|%|IU)\b", re.IGNORECASE)
THINGS = {
    "system",
    "test",
    "panel",
    "device",
    "item",
    "set",
    "each",
    "piece",
}  # units of which one is said with its article
SYSTEMS = {"cpt": "CPT", "hcpcs": "HCPCS", "ndc": "NDC", "rxnorm": "RxNorm", "revenue": "revenue code"}


def name(telling: Telling) -> str:
    """Give one name for all services: what their descriptions share, or each of them in a list."""
    told = [small(telling, service) for service in telling.case.services]
    heads = {text.split(",")[0].strip() for text in told}
    if len(heads) > 1 and (shared := _shared([text.split() for text in told])):
        return shared
    return heads.pop() if len(heads) == 1 and len(told) > 1 else series.series(list(dict.fromkeys(told)))


def _shared(told: list[list[str]]) -> str:
    """Give the words all descriptions open with, where they are most of each: "therapeutic repetitive TMS"."""
    n = next((n for n, words in enumerate(zip(*told, strict=False)) if len(set(words)) > 1), min(map(len, told)))
    longest = max(len(words) for words in told)
    return " ".join(told[0][:n]).strip(" ,;-") if n > 1 and n >= longest - 2 else ""


def small(telling: Telling, service: Service) -> str:
    """Give a description as it stands inside a sentence: only a brand, an acronym or a name keeps its capital."""
    text = service.description.value.strip().rstrip(".")
    first = re.split(r"[\s,-]", text)[0].lower()
    brand = service.coding is None and (" " not in text or DOSE.search(text) is not None)
    drug = brand or (
        service.coding is not None and (service.coding.system in {"ndc", "rxnorm"} or service.coding.code[:1] in "JQ")
    )
    generic = STEM.search(first) is not None or any(
        first in pack.ingredients for _, pack in telling.library.all(AgentPack)
    )
    if text[1:2].isupper() or LEVEL.match(text) or (drug and not generic):
        return text
    return f"{text[:1].lower()}{text[1:]}"


def called(telling: Telling) -> str:
    """Give the name the service goes by once it was named in full: "dupilumab (Dupixent)", "walker".

    Several that are parts of nothing in common go by their codes: "CPT 22633 and 22840".
    """
    heads = list(dict.fromkeys(_head(small(telling, each)) for each in telling.case.services))
    if len(heads) == 1:
        return heads[0]
    whole_ = name(telling)
    return codes(telling) or whole_ if " and " in whole_ or "; " in whole_ else _head(whole_)


def again(telling: Telling) -> str:
    """Give the shortest name: "dupilumab" after "dupilumab (Dupixent)"."""
    return re.sub(r"\s*\([^()]*\)", "", called(telling)).strip() or called(telling)


def opening(telling: Telling) -> str:
    """Give the service as a letter first names it under its reference lines, which hold every word of the order."""
    heads = list(dict.fromkeys(_head(small(telling, each)) for each in telling.case.services))
    held = called(telling)
    if len(heads) > 1 and held == codes(telling):
        return f"{heads[0]} and the other {'service' if len(heads) == 2 else 'services'} named above ({held})"
    amount = total(telling)
    if amount.startswith("1 ") and (amount[2:] in THINGS or held.endswith(amount[2:])):
        held, amount = numbers.article(held), ""
    inner = "; ".join(part for part in (amount, codes(telling)) if part)
    if inner and held.endswith(")"):
        return f"{held[:-1]}; {inner})"
    return f"{held} ({inner})" if inner else held


def _head(text: str) -> str:
    """Give a description without strength, form and schedule, and without what a comma adds."""
    found = STRENGTH.search(text)
    head = text[: found.start()] if found is not None else text
    cut = re.match(r"(?:\([^()]*\)|[^,;(])*", head)
    short = (cut[0] if cut is not None else head).strip(" ,;-")
    return short if len(re.findall(r"[A-Za-z]", short)) > 3 else text


def codes(telling: Telling) -> str:
    """Give every code under its system: "CPT 90867 and 90868"; empty where none is known."""
    by: dict[str, list[str]] = {}
    for service in telling.case.services:
        if service.coding is not None and service.coding.code:
            held = by.setdefault(SYSTEMS.get(service.coding.system, service.coding.system.upper()), [])
            held += [service.coding.code] if service.coding.code not in held else []
    return series.series([f"{system} {series.series(held)}" for system, held in by.items()])


def total(telling: Telling) -> str:
    """Give the whole amount: of one service, or of several that are parts of one and count in one unit; else empty."""
    services = telling.case.services
    amounts = [service.quantity for service in services if service.quantity is not None]
    units = {numbers.singular(amount.unit) for amount in amounts}
    heads = {service.description.value.split(",")[0].strip().lower() for service in services}
    if len(units) != 1 or len(amounts) != len(services) or len(heads) != 1:
        return ""
    unit, n = units.pop(), sum(amount.value for amount in amounts)
    return f"{doses.number(n)} {numbers.plural(unit, n)}" if unit else ""


def counted(telling: Telling) -> str:
    """Give the service with how much of it: "36 sessions of transcranial magnetic stimulation"; one is not counted."""
    amount, what = total(telling), again(telling)
    if not amount or amount.startswith("1 "):
        return what
    return f"{amount} of {what}" if amount.split()[-1].rstrip("s") not in what.lower() else what


def whole(telling: Telling) -> str:
    """Give name, amount and codes: "transcranial magnetic stimulation (36 sessions; CPT 90867 and 90868)"."""
    inner = "; ".join(part for part in (total(telling), codes(telling)) if part)
    return f"{name(telling)} ({inner})" if inner else name(telling)


def plain(telling: Telling) -> str:
    """Give name and codes with no English word of ours, for a paper in another language: "walker (HCPCS E0143)"."""
    held = codes(telling).replace(" and ", ", ")
    tongue = telling.pack.language
    words = "; ".join(dict.fromkeys(terms.term(small(telling, each), tongue) for each in telling.case.services))
    words = terms.term(name(telling), tongue) if " and " not in name(telling) else words
    return f"{words} ({held})" if held else words


def item(telling: Telling, each: Service) -> str:
    """Give one service with its code and amount: "walker (HCPCS E0143, one unit)"."""
    amount = ""
    if each.quantity is not None and each.quantity.unit:
        unit = numbers.plural(numbers.singular(each.quantity.unit), each.quantity.value)
        amount = f"{numbers.count(each.quantity.value)} {unit}"
    code = f"{SYSTEMS.get(each.coding.system, each.coding.system.upper())} {each.coding.code}" if each.coding else ""
    inner = ", ".join(part for part in (code, amount) if part)
    return f"{small(telling, each)} ({inner})" if inner else small(telling, each)


def basis(telling: Telling) -> tuple[Basis, ...]:
    """Give what every word about the services rests on."""
    services = telling.case.services
    held = [entered("service", service.description) for service in services]
    held += [each for service in services for each in _details(service)]
    if len(services) > 1 and (whole_ := total(telling)):
        held.append(Derivation(f"total = {whole_}", tuple(service.description.basis for service in services)))
    return tuple(held)


def _details(service: Service) -> tuple[Basis, ...]:
    held = (service.description.basis,)
    said = [
        f"code = {service.coding.code}" if service.coding is not None else "",
        f"quantity = {service.quantity}" if service.quantity is not None else "",
        f"frequency = {service.frequency}" if service.frequency else "",
        f"duration = {service.duration}" if service.duration is not None else "",
        f"start = {service.start}" if service.start is not None else "",
        f"end = {service.end}" if service.end is not None else "",
        f"place = {service.place}" if service.place else "",
    ]
    return tuple(Derivation(f"service.{text}", held) for text in said if text)
