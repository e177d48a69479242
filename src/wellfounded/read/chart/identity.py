"""Who a note is about and who wrote it: the names, numbers and dates of its headers and signatures."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date

from wellfounded.model.determination import Field
from wellfounded.model.document import Document
from wellfounded.read.chart import dates
from wellfounded.read.chart.outline import Outline
from wellfounded.wire.caseless import caseless, small

_N = r"[A-Z][A-Za-z'\u2019.-]*"


class _Labelled:
    """A value after a label: its labels are found in small letters, and only there is the value looked for."""

    def __init__(self, labels: str, value: str, opens: str = "") -> None:
        self._lead = caseless(rf"(?={labels})")
        self._whole = re.compile(rf"(?i:{labels}){value}", re.MULTILINE)
        self._opens = re.compile(opens) if opens else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give every match of *text* in order, the value in group `v`; a label stands where *opens* ends, if given."""
        at = 0
        for lead in self._lead.finditer(small(text)):
            begin = lead.start()
            if begin < at or (self._opens and not self._opens.search(text[max(at, begin - 40) : begin])):
                continue
            match = self._whole.match(text, begin)
            if match is not None:
                yield match
                at = match.end()


_PATIENT = _Labelled(
    r"patient(?:'s)?(?: name)?|pt(?:\.| name)?|name|re|member(?: name)?|client(?: name)?|resident|subject",
    rf"\s*[:#]?[ \t]+(?P<v>{_N}(?:,[ \t]*|[ \t]+){_N}(?:(?:,)?[ \t]+(?!DOB|MRN"
    rf"|Date|Age|Sex|Member|Acct|Seen|Visit|D\.O){_N}){{0,2}})(?=[ \t]*(?:$|[,|(;]|\s{{2,}}|\t|(?i:DOB|MRN|D\.O\.B"
    rf"|date|age|sex|member|acct|born|is|was|seen|\d)))",
    opens=r"(?:\A|[\n|;\t]|\s\s)[ \t*#]*\Z",
)
_LEADING = re.compile(
    (
        rf"^[ \t]*(?P<v>{_N},?[ \t]+{_N}(?:[ \t]+(?!DOB|MRN|Date){_N}){{0,2}}),?[ \t]*\(?[ \t]*(?i:DOB|D\.O\.B"
        rf"|born|date of birth)\b"
    ),
    re.MULTILINE,
)
_BEFORE_BIRTH = re.compile(
    rf"(?P<v>{_N}(?:,[ \t]+|[ \t]+){_N}(?:[ \t]+(?!DOB|D\.O\.B|Born){_N})?)"
    rf"[ \t]*(?:[|\u00b7,(\u2022]|[ \t])*(?:(?i:DOB|b\.|born)[: \t]*)?$"
)
_BIRTH = caseless(rf"(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?)\s*[:#]?\s*(?P<v>{dates.DATE.pattern})")
_MRN = _Labelled(
    r"\bMRN|medical record (?:no\.?|number|#)|chart (?:no\.?|#|number)|record (?:no\.?|#)",
    r"\s*[:#]?\s*(?P<v>[A-Z0-9][A-Z0-9-]{3,15})\b",
)
_MEMBER = _Labelled(
    r"\bmember (?:id|no\.?|number|#)|subscriber (?:id|#)|insurance id|policy (?:no\.?|#|number)|ID ?#"
    r"|medicare (?:id|number|no\.?)|MBI",
    r"\s*[:#]*\s*(?P<v>[A-Z0-9][A-Z0-9-]{4,18})\b",
)
_SIGNED = _Labelled(
    r"electronically signed(?: by)?|e-?signed(?: by)?|signed(?: by)?|authenticated by|dictated by|author|provider"
    r"|attending|physician|clinician|seen(?: in person)? by|therapist|rendering provider|evaluator|examiner",
    rf"\s*[:/]*[ \t]*(?P<v>(?:Dr\.?\s+)?{_N}(?:[ \t]+{_N}){{0,3}}(?:,?[ \t]+(?:MD|DO|NP|PA-C|PA|PhD|PsyD"
    rf"|PT|DPT|OTR/L|OT|LCSW|RN|APRN|FNP(?:-BC)?|PMHNP(?:-BC)?|DNP|PharmD|LMFT|DPM|DDS|CCC-SLP|FNP-C|ARNP|MSW|LPC"
    rf"|MBBS)\b)*)",
)
_CLOSING = re.compile(
    (
        rf"^[ \t]*(?P<v>{_N}(?:[ \t]+{_N}){{1,3}},[ \t]+(?:MD|DO|NP|PA-C|PhD|PsyD|DPT|PT|OTR/L|LCSW|RN|APRN|FNP-BC|FNP"
        rf"|PMHNP-BC|DNP|PharmD|LMFT|DPM)\b[^\n]{{0,40}})"
    ),
    re.MULTILINE,
)

# Who countersigns has not written the note; who replies is named behind the word.
_COSIGNED = re.compile(
    r"\bco-?sign(?:ed|ature)\b|\bcounter-?sign(?:ed|ature)\b|\bapproved and signed\b"
    r"|\breviewed,? (?:and )?(?:approved|agree)|\bconcur(?:rence|red)?\b|\band agree\b"
    r"|\battending (?:addendum|attestation)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:reply|from|by|sincerely|regards|addendum|reviewed by|dictated by|entered by|attending|resident)[\s:]+",
    re.IGNORECASE,
)


def identity(document: Document, outline: Outline) -> Iterator[Field]:
    """Give the patient's name, birth date, record and member number, the notes' dates and their authors, each once."""
    text = document.text
    seen: set[tuple[str, object]] = set()
    for name, pattern, group in (
        ("patient_name", _PATIENT, "v"),
        ("patient_name", _LEADING, "v"),
        ("mrn", _MRN, "v"),
        ("member_id", _MEMBER, "v"),
    ):
        for match in pattern.finditer(text):
            value = " ".join(match[group].split()).strip(" ,.")
            if (
                (name, value.lower()) in seen
                or (name != "patient_name" and not any(c.isdigit() for c in value))
                or (name == "patient_name" and not _is_name(value))
            ):
                continue
            seen.add((name, value.lower()))
            yield Field(name, value, document.quote(match.start(group), match.end(group)))
    yield from _unlabelled(document, outline, seen)
    for match in _BIRTH.finditer(small(text)):
        found = dates.dates(text, match.start("v"), match.end("v") + 4)
        if (
            found
            and found[0].date.day
            and (birth := _birth(found[0].date.earliest()))
            and ("birth_date", birth) not in seen
        ):
            seen.add(("birth_date", birth))
            yield Field("birth_date", birth, document.quote(found[0].start, found[0].end))
    for visit in outline.visits:
        if visit.date is not None and visit.date.day and ("note_date", visit.date) not in seen:
            seen.add(("note_date", visit.date))
            place = _place(text, visit.start, visit.date)
            if place:
                yield Field("note_date", visit.date.earliest(), document.quote(*place))
    for match in (*_SIGNED.finditer(text), *_CLOSING.finditer(text)):
        value = _NO_NAME.sub("", " ".join(match["v"].split()).strip(" ,."))
        line = text.rfind("\n", 0, match.start("v")) + 1
        if _COSIGNED.search(text, min(line, max(0, match.start() - 8)), match.start("v") + 12):
            continue
        if ("author", value.lower()) not in seen and _is_name(value.split(",")[0]):
            seen.add(("author", value.lower()))
            yield Field("author", value, document.quote(match.start("v"), match.end("v")))


def _unlabelled(document: Document, outline: Outline, seen: set[tuple[str, object]]) -> Iterator[Field]:
    """A birth date no label names, and the patient's name before it, where no other line gives them."""
    text = document.text
    for dated in dates.dates(text, 0, len(text)):
        if dated.date not in outline.births or dated.date.day is None:
            continue
        begin = text.rfind("\n", 0, dated.start) + 1
        name = _BEFORE_BIRTH.search(text, begin, dated.start)
        if name and not any(what == "patient_name" for what, _ in seen) and _is_name(name["v"]):
            seen.add(("patient_name", name["v"].lower()))
            yield Field("patient_name", " ".join(name["v"].split()).strip(" ,."), document.quote(*name.span("v")))
        birth = dated.date.earliest()
        if ("birth_date", birth) not in seen:
            seen.add(("birth_date", birth))
            yield Field("birth_date", birth, document.quote(dated.start, dated.end))


def _is_name(value: str) -> bool:
    words = [word for word in re.split(r"[ ,]+", value) if word]
    return len(words) >= 2 and not any(word.lower() in _NOT_NAMES for word in words)


_NOT_NAMES_WORDS = """
    and associates care center clinic date denies department evaluation family for health history hospital insurance
    is letter medical medicine name note number patient physical plan primary progress record records reports
    request service the therapy was with
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())


def _birth(day: date) -> date | None:
    return day if day.year >= 1900 else None


def _place(text: str, start: int, wanted: object) -> tuple[int, int] | None:
    for dated in dates.dates(text, start, min(len(text), start + 2000)):
        if dated.date == wanted:
            return dated.start, dated.end
    return None


def authors(outline: Outline, fields: list[Field]) -> Callable[[int], str]:
    """Give a function from a place in the text to who wrote the note there: the last signature of its visit."""
    starts = [visit.start for visit in outline.visits]
    names = [""] * len(starts)
    for field in fields:
        if field.name == "author":
            names[max(0, bisect_right(starts, field.basis.at.start) - 1)] = str(field.value)
    return lambda offset: names[max(0, bisect_right(starts, offset) - 1)]
