"""Who is in the case: the patient, the coverage, the practitioner and the practice."""

from dataclasses import dataclass
from datetime import date

from wellfounded.model.basis import Fact


@dataclass(frozen=True, slots=True)
class Patient:
    """The person the care is for."""

    name: Fact[str] | None = None
    birth_date: Fact[date] | None = None
    sex: Fact[str] | None = None  # FHIR administrative gender: male, female, other, unknown
    address: tuple[str, ...] = ()
    phone: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The plan that pays. *market* is one of the market ids of the law packs."""

    payer: Fact[str] | None = None
    plan: Fact[str] | None = None
    market: Fact[str] | None = None
    funding: Fact[str] | None = None  # self_funded, fully_insured
    grandfathered: Fact[bool] | None = None
    state: Fact[str] | None = None  # two-letter code
    member_id: Fact[str] | None = None
    group: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Practitioner:
    """The clinician who recommends the service and signs."""

    name: Fact[str] | None = None
    credentials: Fact[str] | None = None
    specialty: Fact[str] | None = None
    board_certification: Fact[str] | None = None
    npi: Fact[str] | None = None
    licence: Fact[str] | None = None  # number and state, as in "MD-441207 (PA)"
    phone: Fact[str] | None = None
    fax: Fact[str] | None = None
    email: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """The practice whose letterhead the letter carries."""

    name: Fact[str] | None = None
    address: tuple[str, ...] = ()
    phone: Fact[str] | None = None
    fax: Fact[str] | None = None
    logo: str = ""  # SVG text
    colour: str = ""  # of headings and rules, as "#1f3a5f"; empty: ours
