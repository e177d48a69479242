"""What holds for an expense from a health account: whether it counts, what its letter needs, by when and how much."""

import re
from collections.abc import Iterator
from datetime import date

from wellfounded.law.applies import applies
from wellfounded.law.calendar import add, parse
from wellfounded.law.count import COMPUTES
from wellfounded.law.deadlines import citation
from wellfounded.model.basis import Derivation, Fact
from wellfounded.model.case import Case
from wellfounded.model.law import Provision
from wellfounded.packs import Library
from wellfounded.packs.schema.administrator import AdministratorPack, Asked
from wellfounded.packs.schema.law import Item, LawPack, Rule, Term

LETTERS = {
    "none": "no letter is needed",
    "needed": "a letter is needed that names the diagnosis it treats",
    "depends": "ask the administrator whether a letter is needed",
    "never": "no letter makes it a medical expense",
}
EXCESS = "; only the cost above the ordinary thing counts, so keep both prices"
ASK = "Ask the administrator before you buy: no source of this was read. "
ACCOUNTS = {"fsa": r"\bfsa\b|flexible\s+spending", "hsa": r"\bhsa\b|health\s+savings", "hra": r"\bhra\b|reimbursement"}
TOPICS = ("counts", "signer", "timing", "validity", "amount", "keeping")


def spending(case: Case, on: date, library: Library) -> tuple[Provision, ...]:
    """Give what holds for the expense on the day *on*, in the order a person meets it; empty for other markets.

    What was not read at its source is marked unverified, and what is known from memory only is not said at all. The
    administrator's own terms come after the law's; its list of what a letter must carry comes last, with what the case
    does not hold marked as missing.
    """
    law = [(each.id, library.get(LawPack, each.id)) for each in applies(case, on, library)]
    held = [(f"law/{id_}", pack.items, pack.terms) for id_, pack in law if pack.items or pack.terms]
    if not held:
        return ()
    own = [(f"administrator/{id_}", pack) for id_, pack in library.all(AdministratorPack) if _named(case, pack)]
    held += [(name, pack.items, pack.terms) for name, pack in own]
    items = [each for name, known, _ in held for each in _items(case, name, known)]
    terms = [each for name, _, known in held for each in _terms(case, on, name, known)]
    terms.sort(key=lambda each: TOPICS.index(each.topic))
    asked = [each for name, pack in own for each in _asked(case, name, pack.asks)]
    return (*items, *terms, *asked)


def _named(case: Case, pack: AdministratorPack) -> bool:
    held = " ".join(fact.value for fact in (case.coverage.payer, case.coverage.plan) if fact is not None).casefold()
    return any(name.casefold() in held for name in pack.names)


def _items(case: Case, pack: str, items: dict[str, Item]) -> Iterator[Provision]:
    """Give the item that each service names, by its longest name: a prenatal vitamin is no other vitamin."""
    for service in case.services:
        words = service.description.value.casefold()
        named = [(len(name), id_) for id_, item in items.items() for name in item.names if _holds(words, name)]
        for id_ in dict.fromkeys(id_ for _, id_ in sorted(named, reverse=True)[:1]):
            item = items[id_]
            says = f"{item.says}: {LETTERS[item.letter]}{EXCESS if item.excess_only else ''}"
            asks = f"Does this count ({item.names[0]}), and does it need a letter?"
            yield _provision(pack, id_, "item", says, item, asks)


def _holds(words: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}s?\b", words) is not None


def _terms(case: Case, on: date, pack: str, terms: dict[str, Term]) -> Iterator[Provision]:
    accounts = _accounts(case)
    for name, term in terms.items():
        current = (term.since is None or term.since <= on) and (term.until is None or on <= term.until)
        if not current or (term.accounts and accounts and not accounts & set(term.accounts)):
            continue
        found = _provision(pack, name, term.topic, term.says, term, term.asks)
        if term.lasts and term.tier != "memory":
            of = (found.citation,)
            until = Fact(add(on, parse(term.lasts)), Derivation(f"{found.id}: {term.lasts} from {on}", of))
            found = Provision(found.id, found.topic, found.says, found.citation, found.unverified, until)
        yield found


def _accounts(case: Case) -> set[str]:
    """Give the kinds of account that the plan's or payer's name speaks of; empty where neither does."""
    held = " ".join(fact.value for fact in (case.coverage.plan, case.coverage.payer) if fact is not None).casefold()
    return {name for name, words in ACCOUNTS.items() if re.search(words, held)}


def _asked(case: Case, pack: str, asks: tuple[Asked, ...]) -> Iterator[Provision]:
    for n, asked in enumerate(asks, 1):
        found = _provision(pack, f"asks.{n}", "asked", f"The letter must carry {asked.says}", asked)
        yield Provision(
            found.id, found.topic, found.says, found.citation, found.unverified, missing=not _held(case, asked.at)
        )


def _held(case: Case, at: str) -> bool:
    """Whether the case holds what a path names; what no case holds is left to the signer and is not called missing."""
    if at == "services.duration":
        return any(service.duration for service in case.services)
    value: object = case
    for name in at.split("."):
        value = getattr(value, name, None) if name else "the signer adds it"
    return bool(value)


def _provision(pack: str, name: str, topic: str, says: str, rule: Rule, asks: str = "") -> Provision:
    cited = citation(rule, pack.partition("/")[2])
    said = f"{says}." if rule.tier != "memory" else f"{ASK}{asks}".strip()
    return Provision(f"{pack}#{name}", topic, said, cited, rule.tier not in COMPUTES)
