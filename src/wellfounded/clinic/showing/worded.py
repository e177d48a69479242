"""Words of the library as a page says them: days as people write them, ids by their names."""

import re
from datetime import date

from wellfounded.clinic.questions import care, coverage, days, signer
from wellfounded.clinic.showing.said import FIELDS, MARKETS

DAY = re.compile(r"(?<![\w/.-])(\d{4}-\d{2}-\d{2})(?![\w/-])")
ASKED = (*coverage.QUESTIONS, *days.QUESTIONS, *care.QUESTIONS, *signer.QUESTIONS)
LABELS = {
    "received.denial": "Day the denial arrived",
    "received.denial_dated": "Date of the notice",
    "received.final_denial": "Day the answer to the appeal arrived",
    "received.final_denial_dated": "Date of the answer to the appeal",
    "received.appeal": "Day the plan received the appeal",
    "requested": "Day the plan received the request",
    "coverage.funding": "Who pays the claims",
    "coverage.state": "State of the policy",
    "coverage.group": "Group number",
    "coverage.grandfathered": "Plan from before March 2010, unchanged",
    "received.request_extension": "Day the plan\u2019s notice of more time arrived",
    "received.expedited_request": "Day the plan was asked to hurry",
    "coverage.plan": "Plan",
    "patient.sex": "Patient\u2019s sex",
    "patient.phone": "Patient\u2019s telephone",
    "practitioner.licence": "License",
    "practitioner.fax": "Fax of the clinician",
}
LABELS = {each.way: each.en for each in ASKED} | {way: label for _, label, way in FIELDS if way} | LABELS
# Fields whose names are words of their own only with a dot: "requested" alone is English.
NAMES = MARKETS | {way: f"\u201c{label}\u201d" for way, label in LABELS.items() if "." in way}
NAMED = re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})(?!\w|\.\w)")
OTHER_DAY = re.compile(r"(?<![\w.])received\.([a-z][a-z_]+)(?!\w|\.\w)")

# What the library's own vocabulary is called on a page; each is looked for as a whole.
PLAIN = {
    "quoted reg": "the regulation, as an official page quotes it",
    "quoted-reg": "the regulation, as an official page quotes it",
    "case.yaml": "this case",
    "self_funded": "self-funded",
    "fully_insured": "fully insured",
    "never_taken": "never taken",
    "not_met": "not met",
}
SAID = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, PLAIN))})(?![\w-])")
FILLER = re.compile(r" in case\.yaml\b|\benter (?:it|that|that day) as (?=\u201c)")

TIERS = {
    "primary": "read in the law itself",
    "quoted-reg": "the regulation as an official page quotes it",
    "secondary": "from another source, not the law itself",
    "memory": "not checked at a source",
    "notice": "the notice itself",
}


def worded(text: str) -> str:
    """Give *text* with "2026-03-09" as "Mar 9, 2026", and each market, field and word of the library by its name."""
    said = NAMED.sub(lambda found: NAMES[found[0]], DAY.sub(lambda found: _day(found[1]), text))
    said = OTHER_DAY.sub(lambda found: f"\u201c{_other(found[1])}\u201d", said)
    said = FILLER.sub(lambda found: "" if "case" in found[0] else "enter ", said)
    return SAID.sub(lambda found: PLAIN[found[0]], said)


def tier(name: str) -> str:
    """Say how sure a rule is, by where it was read."""
    return TIERS.get(name, name.replace("-", " ").replace("_", " "))


def _other(event: str) -> str:
    words = event.removesuffix("_dated").replace("_", " ")
    return f"Date on the paper: {words}" if event.endswith("_dated") else f"Day of: {words}"


def _day(iso: str) -> str:
    try:
        held = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{held:%b} {held.day}, {held.year}"
