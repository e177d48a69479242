"""The values of a FHIR resource as names and words, told by the shape of each element."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Resource = dict[str, Any]
SYSTEMS = {
    "http://hl7.org/fhir/sid/icd-10-cm": "icd10cm", "http://hl7.org/fhir/sid/icd-10": "icd10",
    "urn:oid:2.16.840.1.113883.6.90": "icd10cm", "http://hl7.org/fhir/sid/icd-9-cm": "icd9cm",
    "http://www.cms.gov/Medicare/Coding/ICD10": "icd10pcs", "http://snomed.info/sct": "snomed",
    "http://loinc.org": "loinc", "http://www.nlm.nih.gov/research/umls/rxnorm": "rxnorm",
    "http://www.ama-assn.org/go/cpt": "cpt", "http://hl7.org/fhir/sid/ndc": "ndc",
    "http://hl7.org/fhir/sid/cvx": "cvx", "http://hl7.org/fhir/sid/us-npi": "npi",
    "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": "hcpcs",
    "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": "hcpcs",
    "https://x12.org/codes/claim-adjustment-reason-codes": "carc",
    "https://x12.org/codes/remittance-advice-remark-codes": "rarc",
    "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set": "pos",
}  # fmt: skip
OWN_LISTS = (
    "http://terminology.hl7.org/",
    *(
        f"http://hl7.org/fhir/{part}"
        for part in ("observation", "condition", "allergy", "event", "us/core", "ValueSet")
    ),
)  # FHIR's own code lists: the code is a plain word
CHOICES = re.compile(
    r"^(value|onset|effective|medication|performed|occurrence|serviced|deceased|abatement|asNeeded|timing|diagnosis|"
    r"procedure|location|allowed|used|product|dose|rate|collected|fastingStatus|multipleBirth|reported|author|content)"
    r"(Quantity|CodeableConcept|String|Boolean|Integer|Range|Ratio|Time|DateTime|Date|Period|Age|Reference|Timing|"
    r"Decimal|Money|UnsignedInt|Address|SampledData|Instant)$"
)
PASSED = frozenset(("resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension",
                    "modifierExtension", "fullUrl", "data", "hash", "photo", "link", "active"))  # fmt: skip
GROUPS = frozenset(("dosage", "dosageInstruction"))  # elements of several parts, even where only the text is given


class Number(str):
    """A number as it was written, told from a text of digits."""

    __slots__ = ()


class Link(NamedTuple):
    """What a reference points to: its words, its name, and the resource where the file holds it."""

    words: str
    name: str
    resource: Resource | None


Follow = Callable[[str, Resource], Link]


def values(resource: Resource, follow: Follow) -> Iterator[tuple[str, str]]:
    """Give each value of a resource with its name, in the order of the file."""
    for key, element in resource.items():
        if key not in PASSED and not key.startswith("_"):
            yield from _element(_plain(key), element, resource, follow)


def title(resource: Resource) -> str:
    """Give the words a resource is known by: a name, or what its code says."""
    named = resource.get("name")
    if isinstance(named, list) and named and isinstance(named[0], dict):
        return _person(named[0])
    if isinstance(named, str):
        return _words(named)
    for key in ("code", "type", "category"):
        element = resource.get(key)
        element = element[0] if isinstance(element, list) and element else element
        if isinstance(element, dict):
            return _concept(element)
    return ""


def _plain(key: str) -> str:
    choice = CHOICES.match(key)
    return choice[1] if choice else key


def _element(name: str, element: Any, inside: Resource, follow: Follow) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(element, list):
        number = 0
        for one in element:
            group = isinstance(one, dict) and not _is_value(name, one)
            number += group
            yield from _element(f"{name}.{number}" if group else name, one, inside, follow)
    elif isinstance(element, dict):
        yield from _complex(name, element, inside, follow)
    elif isinstance(element, bool):
        yield name, "true" if element else "false"
    elif element is not None and str(element).strip():
        yield name, _words(str(element))


def _complex(name: str, element: Resource, inside: Resource, follow: Follow) -> Iterator[tuple[str, str]]:
    base = re.sub(r"\.\d+$", "", name).rpartition(".")[2]
    if "coding" in element or (set(element) <= {"text", "id", "extension"} and base not in GROUPS):
        yield from _coded(name, element)
    elif "code" in element and "system" in element and "value" not in element:
        yield from _coded(name, {"coding": [element]})
    elif "reference" in element or ("display" in element and "identifier" in element):
        yield from _linked(name, element, inside, follow)
    elif _is_quantity(element):
        yield name, quantity(element)
    elif "family" in element or "given" in element:
        yield name, _person(element)
    elif "postalCode" in element or "city" in element:
        yield name, _address(element)
    elif "system" in element and "value" in element:
        yield from _identified(name, element)
    elif "div" in element:
        from wellfounded.wire import html  # noqa: PLC0415 -- only documents carry narrative worth reading

        yield name, _words(html.text(str(element["div"])))
    else:
        for key, part in element.items():
            if key not in PASSED - {"text", "start"} and not key.startswith("_"):
                label = name if key == "text" and base == "note" else f"{name}.{_plain(key)}"
                yield from _element(label, part, inside, follow)


def _coded(name: str, element: Resource) -> Iterator[tuple[str, str]]:
    words = _concept(element)
    if words:
        yield name, words
    for one in element.get("coding") or ():
        if isinstance(one, dict) and one.get("code") and not str(one.get("system") or "").startswith(OWN_LISTS):
            yield f"{name}.{_system(str(one.get('system') or 'code'))}", _words(str(one["code"]))


def _concept(element: Resource) -> str:
    """Give a coded element's words: the plain code of FHIR's own lists, else its text, else a display."""
    codings = [one for one in element.get("coding") or () if isinstance(one, dict)]
    own = [str(one.get("code")) for one in codings if str(one.get("system") or "").startswith(OWN_LISTS)]
    if own and len(own) == len(codings) and re.fullmatch(r"[a-z][a-z-]+", own[0]):
        return own[0]
    words = element.get("text") or next((one["display"] for one in codings if one.get("display")), "")
    return _words(str(words or next((str(one.get("code") or "") for one in codings), "")))


def _linked(name: str, element: Resource, inside: Resource, follow: Follow) -> Iterator[tuple[str, str]]:
    reference = element.get("reference")
    link = follow(str(reference), inside) if reference else Link("", "", None)
    words = link.words or _words(str(element.get("display") or ""))
    coded = (link.resource or {}).get("code")
    if isinstance(coded, dict) and (link.resource or {}).get("resourceType") == "Medication":
        yield from _coded(name, coded)
    elif words:
        yield name, words
    if link.name:
        yield f"{name}.ref", link.name


def _identified(name: str, element: Resource) -> Iterator[tuple[str, str]]:
    kinds = (element.get("type") or {}).get("coding") if isinstance(element.get("type"), dict) else None
    kind = next((str(one.get("code")) for one in kinds or () if isinstance(one, dict) and one.get("code")), "")
    system = str(element.get("system") or "")
    if name.rpartition(".")[2] == "telecom" or ":" not in system:
        kind = system
    kind = SYSTEMS.get(system, kind)
    yield f"{name}.{kind}" if kind else name, _words(str(element["value"]))


def quantity(element: Resource) -> str:
    """Say an amount as a person writes it: comparator, number with its own digits, unit."""
    unit = element.get("unit") or element.get("code") or element.get("currency") or ""
    return _words(f"{element.get('comparator') or ''}{element.get('value')} {unit}")


def _is_quantity(element: Resource) -> bool:
    return isinstance(element.get("value"), int | Number) and set(element) <= {
        "value",
        "unit",
        "system",
        "code",
        "comparator",
        "currency",
        "extension",
    }


def _is_value(name: str, element: Resource) -> bool:
    """Whether one element of a list is a value by itself, not a group of several."""
    known = {"coding", "reference", "family", "given", "postalCode", "city", "div"}
    alone = set(element) <= {"text", "time", "authorString"} and name not in GROUPS
    return bool(known & set(element)) or ("system" in element and ("value" in element or "code" in element)) or alone


def _system(url: str) -> str:
    return SYSTEMS.get(url) or re.sub(r"[^A-Za-z0-9]+", "-", url.rstrip("/").rpartition("/")[2] or url).strip("-")


def _person(element: Resource) -> str:
    if element.get("text"):
        return _words(str(element["text"]))
    parts = [*(element.get("prefix") or ()), *(element.get("given") or ()), element.get("family") or ""]
    suffix = ", ".join(map(str, element.get("suffix") or ()))
    return _words(" ".join(map(str, parts))) + (f", {suffix}" if suffix else "")


def _address(element: Resource) -> str:
    if element.get("text"):
        return _words(str(element["text"]))
    place = " ".join(str(element[key]) for key in ("state", "postalCode") if element.get(key))
    return _words(", ".join([*map(str, element.get("line") or ()), *filter(None, (element.get("city"), place))]))


def _words(text: str) -> str:
    return " ".join(text.replace(" | ", " / ").split())
