"""Events as sentences: what happened, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wellfounded.clinic.models import Event

SAYS = {
    "opened": "opened the case{files}",
    "sample": "put this sample here to try",
    "added": "added papers{files}",
    "moved": "moved a paper ({place})",
    "criteria": "corrected the criteria as they were read",
    "corrected": "gave their word for {fields}",
    "words": "added a paragraph in a clinician\u2019s own words",
    "attested": "added a person\u2019s statement",
    "version": "{how} (version {version})",
    "void": "voided the signature under version {version}: the letter changed",
    "signed": "signed version {version} after opening what {opened}{total} sentences rest on",
    "unopened": "signed version {version} with none of its{total} sentences\u2019 evidence opened, and was asked",
    "left": "left {n} {sentences} out of the letter (version {version})",
    "undone": "undid that: {n} {sentences} put back (version {version})",
    "reread": "read the papers anew, and the decision reads otherwise: {changes}",
    "picked": "chose page {page} (goes: {goes})",
    "consent": "gave their word for the patient\u2019s signed consent ({words})",
    "form": "said whether a form goes with empty lines: {form} (goes: {goes})",
    "ready": "prepared a packet of {pages} pages to {means}",
    "sent": "sent it by {means}",
    "confirmed": "recorded that it arrived ({trace})",
    "refused": "recorded that it was refused ({trace})",
    "deferred": "recorded that it must be tried again",
    "unknown": "recorded that it may or may not have arrived",
    "task": "added a task",
    "asked": "made {n} task(s) of what the plan asks for",
    "done": "finished a task",
    "note": "wrote a note",
    "benefit": "changed what is noted of the plan\u2019s benefits",
    "answered": "answered questions ({fields})",
    "exported": "exported the case",
}
HOW = {
    "composed": "composed the letter from the case",
    "edited": "edited the letter",
    "word": "took the letter back from Word",
    "restored": "restored an older letter",
    "looked": "said that they looked a reference up",
    "enclosures": "changed what the letter encloses",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One event: when, who, what."""

    at: datetime
    who: str
    says: str


def lines(events: Iterable[Event]) -> list[Line]:
    """Give the newest first."""
    return [Line(e.at, e.by.name if e.by else "The desk", _says(e)) for e in reversed(list(events))]


def _says(event: Event) -> str:
    detail = {
        key: str(value).replace("_", " ").replace(".", " ") if key == "fields" else str(value)
        for key, value in event.detail.items()
    }
    detail["how"] = HOW.get(str(event.detail.get("how", "")), "kept the letter")
    files = event.detail.get("files")
    detail["files"] = f" with {files} file{'s' if files != 1 else ''}" if files else ""
    total = event.detail.get("total")
    detail["total"] = f" of {total}" if total and event.kind == "signed" else f" {total}" if total else ""
    detail["sentences"] = "sentence" if event.detail.get("n") == 1 else "sentences"
    detail["goes"] = "yes" if event.detail.get("goes") else "no"
    return SAYS.get(event.kind, event.kind).format_map(_Known(detail))


class _Known(dict[str, str]):
    """Words for a sentence; one that the event does not hold is left empty."""

    def __missing__(self, key: str) -> str:
        return ""
