"""The encounters of a chart: each note with its day, its title, whoever signed it, and all it says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from wellfounded.match.passages import source_of
from wellfounded.match.specialties import among, specialties
from wellfounded.match.words import content
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence
from wellfounded.model.parties import Practitioner

TITLE, CLOSE = 4, 3  # statements at the head of a note that name it, and at its end that sign it
# Papers about a patient whom nobody saw that day.
_NO_VISIT = re.compile(
    r"\b(?:telephone|phone call|ph call|call log|nurse call|rn call|portal|message|e-?mail|voice ?mail|refills?"
    r"|fill history|pharmacy|claims?|summary export|problem list|medication list|med list|final report|specimen"
    r"|collected|accession|lab(?:oratory)? (?:report|results?)|imaging|radiology|impression:|patholog\w+"
    r"|operative (?:report|note)|delivery ticket|invoice|download|fax cover)\b",
    re.IGNORECASE,
)
REMOTE = re.compile(r"\b(?:tele-?(?:health|medicine|visit|psychiatry)|video|virtual)\b", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:visit|encounter|seen|exam\w*|evaluat\w+|assess\w+|consult\w*|follow[- ]?up|f/?u|progress|recheck|office"
    r"|clinic|history|HPI|s:|subjective|a/p|plan|med check|intake|note|report|summary|appointment|re-?eval\w*)",
    re.IGNORECASE,
)
_PRESCRIBES = re.compile(
    r"\b(?:M\.?D|D\.?O|N\.?P|P\.?A(?:-C)?|FNP(?:-C|-BC)?|APRN|DNP|ARNP|CNP|PMHNP|MBBS|FAAD|FACP)\b|\bDr\.? [A-Z]"
)
_SENT = re.compile(
    r"\brefer(?:red|ral|s)?\b(?! (?:by|from))|\b(?:to|will|should|wants to) see\b|\bappointment with\b|\bPCP\b|\bref:"
    r"|\bconsult (?:placed|ordered|requested|with)\b|\bseen by\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"^\W*(?:(?:electronically )?signed|e-signed|dictated|cosign\w*|provider|author|by)\b"
    rf"|^(?:\W*\b[A-Z]\.)*[^.!?:;]{{0,40}}(?:{_PRESCRIBES.pattern}|\b(?:D?PT|OTR(?:/L)?|Ph\.?D|Psy\.?D|LCSW|LPC|RN|RD)\b)",
    re.IGNORECASE,
)
_THERAPIST = re.compile(
    r"\b(?:D?PT|OTR?(?:/L)?|SLP|CCC-SLP|CHT)\b|\b(?:physical|occupational|speech|hand) therap|physiotherap",
    re.IGNORECASE,
)
_DIET = re.compile(r"\b(?:RDN?|LDN?|CDN)\b|\bdieti[ct]ian|\bnutrition", re.IGNORECASE)
_MIND = re.compile(
    r"\bpsych(?:olog|iatr)\w+|\b(?:LCSW|LPC|LMFT|LMHC|Psy\.?D|PMHNP)\b|\b(?:mental|behaviou?ral) health", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One note of one day. *opening* and *closing* are its title lines and its signature, as written."""

    day: PartialDate | None
    opening: str
    closing: str
    first: Evidence
    parts: tuple[Evidence, ...]

    @property
    def words(self) -> frozenset[str]:
        """The stems of everything the note says."""
        return frozenset(word for each in self.parts for word in content(each.statement))

    @property
    def seen(self) -> bool:
        """Whether somebody saw the patient, in person or by video; a call, a result or a list is no visit."""
        signed = f"{self.opening} {self.closing}"
        named = any(pattern.search(signed) for pattern in (_PRESCRIBES, _THERAPIST, _MIND))
        return (named or bool(_SEEN.search(self.opening))) and not _NO_VISIT.search(self.opening)

    def by(self, asked: str, practitioner: Practitioner) -> bool:
        """Whether the note is by one of those *asked* for: a named specialty, a therapist, or whoever treats."""
        told = (each.statement for each in self.parts[:TITLE] if not _SENT.search(each.statement))
        signed = f"{' '.join(told)} {self.closing}"
        surname = practitioner.name.value.split(",")[0].split()[-1] if practitioner.name else ""
        own = bool(surname and re.search(rf"\b{re.escape(surname)}\b", signed, re.IGNORECASE))
        if own and practitioner.specialty:
            signed = f"{signed} {practitioner.specialty.value}"
        if re.search(r"\bdieti[ct]ian|\bnutritionist", asked, re.IGNORECASE):
            return bool(_DIET.search(signed))
        if re.search(r"\btherapist\b|\btherapy (?:progress|report|note|evaluation)", asked, re.IGNORECASE):
            return bool(_THERAPIST.search(signed))
        if re.search(r"\bmental health|\bbehaviou?ral health|\bpsycholog|\bpsychosocial", asked, re.IGNORECASE):
            return bool(_MIND.search(signed))
        if named := specialties((asked,)) - {asked.strip().lower()}:
            return among(signed, named)
        return own or bool(_PRESCRIBES.search(signed))


def visits(passages: Iterable[Evidence]) -> tuple[Visit, ...]:
    """Give the notes that *passages* are of, one for each day of each document, in their order."""
    found = []
    for (_, day), held in groupby(passages, key=_of):
        parts = tuple(held)
        opening = " ".join(each.statement for each in parts[:TITLE])
        closing = " ".join(each.statement for each in parts[-CLOSE:] if _SIGNED.search(each.statement))
        found.append(Visit(day, opening, closing, parts[0], parts))
    return tuple(found)


def _of(each: Evidence) -> tuple[str, PartialDate | None]:
    quote = source_of(each)
    return (quote.at.source if quote else "", each.written)
