"""A diagnosis code must be the code of the words beside it.

One letter in five written by a language model carries the wrong code. Source: Aiumtrakul et al. 2026,
doi 10.3389/fdgth.2026.1767648.

Bad:  She has plaque psoriasis (F33.2).
Bad:  Major depressive disorder, ICD-10 code L40.0
Good: She has plaque psoriasis (L40.0).
Good: Lou Gehrig's disease (G12.21)
Good: Diagnoses: F33.2, L40.0
"""

import re
from collections.abc import Iterator

from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity
from wellfounded.terms import icd10cm

CODE = "DX107"
SEVERITY = Severity.ERROR

WORD = re.compile(r"[a-z]{4,}")
LABEL = re.compile(r"(?i)(?:(?:primary|secondary|principal|admitting|the|icd|cm|code) ?)*(?:diagnos[ie]s|dx|codes?)")
AFTER = re.compile(
    r"(?:,|:| -)? (?=[a-z])(?!(?:after|with|without|and|or|for|since|of|in|on|due|which|who|as|by|at|from|the|an?|is"
    r"|was|to) )([A-Za-z0-9][A-Za-z0-9' -]{5,50}?)(?=[,.;()]|$)"
)
PHRASE = re.compile(r"([A-Za-z][A-Za-z' -]{5,60}?)[\s,:(]*(?:ICD[- ]?10(?:[- ]?CM)?)?[\s,:(]*(?:codes?)?[\s:(#]*$")


def check(line: Line) -> Iterator[Mark]:
    """Report each code whose words, looked up, are of other chapters, and whose own title shares none of them."""
    for code in icd10(line.text):
        before = PHRASE.search(line.text[max(0, code.span[0] - 90) : code.span[0]])
        if before is None or LABEL.fullmatch(before[1].strip()):
            before = AFTER.match(line.text[code.span[1] : code.span[1] + 60])
        entries = icd10cm.find(code.value)
        if before is None or not entries:
            continue
        words = [word for word in WORD.findall(before[1].lower()) if word not in PLAIN][-4:]
        title = entries[0].title.lower()
        if not words or any(word[:5] in title for word in words):
            continue
        for n in range(len(words)):
            found = icd10cm.search(" ".join(words[n:]), 40)
            if found:
                sure = len(words) - n > 1 or len({entry.code[0] for entry in found}) == 1
                if sure and all(entry.code[0] != code.value[0] for entry in found):
                    yield Mark(code.span, f"{code.value} is {entries[0].title}", "Match the code to the diagnosis.")
                break


_PLAIN = """
with without code diagnosis diagnosed primary secondary patient history from have that this codes chronic severe mild
moderate acute recurrent suffers been which condition disease disorder syndrome current active treatment documented
"""
PLAIN = frozenset(_PLAIN.split())
