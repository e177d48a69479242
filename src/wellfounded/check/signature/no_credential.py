"""The signature must show what the signer is.

Plans accept a letter from a licensed clinician only; a bare name is none. Source: CMS Publication 100-08, chapter 3,
section 3.3.2.4 (signature requirements).

Bad:  Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I request TMS. // Sincerely, // Carla Whitcomb, MS, CCC-SLP
Good: Dear Reviewer: // I am the patient and I appeal. // Sincerely, // Priya Raman
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SG102"
SEVERITY = Severity.WARNING

LAY_KINDS = (  # the patient signs
    "patient_", "complaint_", "ombudsman_", "ask_your_", "approval_", "widerspruch", "einsprache",
)  # fmt: skip
CREDENTIAL = phrase(
    r"\b(?:M\.?D|D\.?O|N\.?P|P\.?A|R\.?N|Ph\.?D|Psy\.?D|D\.?P\.?M|D\.?D\.?S|D\.?M\.?D|D\.?P\.?T|P\.?T|O\.?T|OTR"
    r"|Pharm\.?D|MBBS|APRN|FNP|PMHNP|CRNP|DNP|CNM"
    r"|LCSW|LPC|LMFT|LICSW|CCC-SLP|SLP|RD|AuD|OD|DC|CRNA|MSW|BCBA|ATP|CNP|FACP|FACS"
    r"|FRCP[CSE]?|FRCS\w*|MRCP\w*|MRCS|FRACP|FRACS|FRANZCP|FFSEM|MB ?BS|MB ?B?Ch|BM ?BCh|BMBS|MBBCh)\b",
    r"\bDr\.? [A-Z]|\b(?:physician|doctor|nurse|therapist|psychologist|psychiatrist|surgeon|dentist|practitioner"
    r"|licen[sc]ed?"
    r"|dietitian)\b",
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the close of a clinician's letter below which no credential stands."""
    ours = prose.ours
    if ours is not None:
        lay = ours.kind.startswith(LAY_KINDS)
        if not lay and ours.signer.name is not None and ours.signer.credentials is None and ours.closing:
            at = prose.text.rindex(ours.closing)
            yield Mark((at, at + len(ours.closing)), "the signer has no credential", "Enter practitioner.credentials.")
        return
    close = prose.layout.close
    signed = prose.flat[close:]
    head = prose.flat[: prose.layout.body]
    if signed.strip() and not CREDENTIAL.search(signed) and not CREDENTIAL.search(head) and not prose.lay:
        yield Mark((close, min(len(prose.flat), close + 60)), "the signer has no credential", "Add degree and licence.")
