"""The shape of a law pack: one body of law, whom it governs, its clocks, its rights, its other rules, its examples."""

from datetime import date
from typing import ClassVar, Literal

import msgspec

Tier = Literal["primary", "quoted-reg", "secondary", "memory"]
Status = Literal["in_force", "future", "proposed", "not_enforced", "extended", "replaced"]


class Governs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whom the law governs; an empty list sets no condition, but markets must name something."""

    markets: tuple[str, ...]
    states: tuple[str, ...] = ()  # two-letter codes; empty means every state
    except_states: tuple[str, ...] = ()
    grandfathered: bool | None = None  # false: not the plans known to be grandfathered
    insured: bool | None = None  # true: not where the employer pays or may; false: not where an insurer is known to


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What every rule carries: its authority, how surely it was read, when, and the fact it was made from."""

    cite: str
    tier: Tier
    as_of: date
    fact: str  # the id of the fact in the research notes; one rule each
    url: str = ""
    see: tuple[str, ...] = ()  # other facts this rule rests on
    since: date | None = None  # in force for events on or after this day
    until: date | None = None  # and on or before this one
    status: Status = "in_force"
    reviewed_by: str | None = None  # a lawyer's name, once one has read it
    note: str = ""


class Presumption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Mail is taken to arrive this long after its date, unless the day of receipt is shown."""

    within: str
    cite: str
    fact: str


class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename={"start": "from"}):
    """Last days from *start* through *to* were moved to *due* by a dated act; a rule is never edited for it."""

    start: date
    to: date
    due: date
    cite: str
    tier: Tier
    as_of: date
    fact: str
    url: str = ""
    note: str = ""


class Extension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The payer may take this much longer, once, if it says so in writing before its time has run out."""

    within: str
    cite: str
    tier: Tier
    fact: str


class Standstill(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The payer's clock stops when it sends a request for information and goes on when it has the answer."""

    cite: str
    tier: Tier
    fact: str


class Clock(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One deadline: what must be done, by whom, how long after what, and how the days are counted."""

    file: str  # "file the internal appeal"
    level: str
    whose: Literal["ours", "payer's"]
    within: str  # "180 days"; the units of law/calendar.py
    at: str = ""  # an hour of that day, in words: "noon"
    after: str  # the event it runs from: denial, final_denial, request, appeal, ...
    trigger: str  # the same in words: "receipt of the denial"
    clock: Literal["receipt", "document_date", "mailing", "service", "event", "unspecified"]
    when: tuple[str, ...] = ()  # words of law/circumstances.py; none may be known false
    bound: Literal["exact", "least", "most"] = "exact"  # least: others may allow more; most: they may allow less
    safe_within: str = ""  # a shorter reading that some follow: the safe day is counted by it
    presumed_receipt: Presumption | None = None
    roll: bool = False  # a last day on a weekend or holiday moves to the next business day: only where the text says so
    no_match: Literal["last", "next"] = "last"  # months ending on no matching day: the month's last, or the next day
    holidays: Literal["us", "none"] = "us"
    closed: tuple[str, ...] = ()  # further days that are no business days there: "12-26", "easter+1"
    extension: Extension | None = None
    stands_still: Standstill | None = None
    filed_when: Literal["", "postmark", "received", "either"] = ""
    overrides: tuple[Override, ...] = ()
    late: str = ""  # what may still be done when it has passed; of the payer's clocks, what its lateness brings
    late_step: str = ""  # of the payer's clocks, what to do about it: "write that the denial counts as reversed"
    late_stands: bool = False  # and an answer that comes after all does not undo it
    opens: tuple[str, ...] = ()  # deadlines of this pack that the payer's lateness opens without its answer


class Claimable(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One right, as a letter may say it: a whole sentence in our words."""

    says: str
    when: str = ""  # the situation it belongs to, in words
    only: tuple[str, ...] = ()  # words of law/circumstances.py, all of which must be known true


class Way(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One way to go that no clock gives: a complaint that must come first, an office beside every appeal."""

    does: str  # "complain to the insurer in writing"
    why: str
    rank: Literal["first", "beside"] = "beside"
    needs: str = ""
    forecloses: str = ""
    only: tuple[str, ...] = ()  # words of law/circumstances.py, all of which must be known true
    asked: tuple[str, ...] = ()  # events that say it was done: it is not advised again


class Item(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One thing bought from a health account: whether it counts, and whether a letter must say what it treats."""

    names: tuple[str, ...]  # as people ask for it: "gym", "health club"
    letter: Literal["none", "needed", "depends", "never"]  # never: not a medical expense, whoever recommends it
    excess_only: bool = False  # only the cost above the ordinary thing counts
    says: str  # on what it turns, one sentence in our words


class Term(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One term of a health account: what counts, who signs, by when, how much, how long a letter is taken."""

    topic: Literal["counts", "signer", "timing", "validity", "amount", "keeping"]
    says: str  # one sentence in our words
    asks: str = ""  # what to ask the administrator where the tier is memory: the sentence is not said then
    accounts: tuple[Literal["fsa", "hsa", "hra"], ...] = ()  # empty: all of them
    lasts: str = ""  # how long a letter is taken, "12 months"


class Other(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A rule that neither counts days nor is claimed in a letter: an amount, a definition, a scope, a warning."""

    topic: str
    value: str
    unit: str = ""
    about: str = ""  # the event or situation it belongs to
    jurisdiction: str = ""


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An office that helps or decides; contact data is no law and is shown with its day."""

    name: str
    tier: Tier
    as_of: date
    fact: str
    phone: str = ""
    complaint: str = ""
    external_review: str = ""
    note: str = ""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One worked example: the days are counted by hand from the citation, never by the program."""

    name: str
    given: dict[str, str | bool]  # received, notice_date, requested, or another event with its day; circumstances
    deadline: str  # the name of the clock above
    safe: date | None = None
    due: date | None = None
    by: str = ""  # how it was counted


class LawPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One body of law."""

    kind: ClassVar[str] = "law"

    title: str
    governs: Governs
    in_force: date | None = None
    deadlines: dict[str, Clock] = {}
    rights: dict[str, Claimable] = {}
    routes: dict[str, Way] = {}
    items: dict[str, Item] = {}
    terms: dict[str, Term] = {}
    rules: dict[str, Other] = {}
    contacts: dict[str, Contact] = {}
    examples: tuple[Example, ...] = ()
