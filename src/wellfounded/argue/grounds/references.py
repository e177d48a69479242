"""The references that bear on this service and this diagnosis: verified, in force, and never from memory."""

import re
from collections.abc import Iterator
from datetime import date

from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.basis import Citation
from wellfounded.model.case import Case
from wellfounded.packs.schema.reference import ReferencePack, Supports

ORDER = ("guideline", "approval", "label", "compendium", "policy", "trial", "review")
MOST = 4  # a reviewer reads no more, and the strongest stand first


def claims(view: View) -> Iterator[Claim]:
    """Claim up to four references that support the service for the diagnosis, guidelines first, newest first."""
    usable = [(id_, pack) for id_, pack in view.library.all(ReferencePack) if _usable(pack, view.on)]
    fitting = [(id_, pack) for id_, pack in usable if bears_on(pack.supports, view.case)]
    for id_, pack in sorted(fitting, key=lambda each: (ORDER.index(each[1].type), -each[1].year, each[0]))[:MOST]:
        yield Claim("reference", id_, (cite(id_, pack),), (("type", pack.type),))


def cite(id_: str, pack: ReferencePack) -> Citation:
    """Give the citation a sentence about the reference rests on."""
    found = pack.identifier
    where = found.url or (f"https://doi.org/{found.doi}" if found.doi else "")
    where = where or (f"https://pubmed.ncbi.nlm.nih.gov/{found.pmid}/" if found.pmid else found.number or "")
    return Citation(f"{pack.organization}, {pack.title} ({pack.year})", where, pack.as_of, pack=f"reference/{id_}")


def bears_on(supports: Supports, case: Case) -> bool:
    """Whether a reference is about a service of the case and, where it names any, about a diagnosis of the case."""
    codes = {service.coding.code.upper() for service in case.services if service.coding is not None}
    named = " ".join(service.description.value.lower() for service in case.services)
    about = bool(codes & {code.upper() for code in supports.services})
    about = about or any(_holds(named, word) for word in (*supports.agents, *supports.words))
    plain = [fact.value.code.replace(".", "").upper() for fact in case.diagnoses]
    wanted = [code.replace(".", "").upper() for code in supports.diagnoses]
    return about and (not wanted or any(code.startswith(each) for code in plain for each in wanted))


def _holds(named: str, word: str) -> bool:
    """Whether a service's description holds *word* as a word of its own: no cane in lecanemab."""
    return re.search(rf"(?<![a-z]){re.escape(word.lower())}(?:s|es)?(?![a-z])", named) is not None


def _usable(pack: ReferencePack, on: date) -> bool:
    return pack.verified is not None and not pack.retracted and pack.superseded_by is None and pack.year <= on.year
