"""Member, claim, reference and authorization numbers."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer import dates
from wellfounded.read.payer.labels import BARE, IDENTIFIERS, Region, compiled, regions
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.people import patient
from wellfounded.wire.caseless import Caseless

GROUP = r"[A-Z0-9](?:[A-Z0-9]|[-/._](?=[A-Z0-9]))*"
NUMBER = Caseless(rf"(?:[A-Z]{{1,4}}\s)?{GROUP}")
MORE = Caseless(rf"\s(?={GROUP}(?:[\s.,;)]|$))([A-Z0-9-]*\d[A-Z0-9-]*)")
COUNT = Caseless(
    r"\s*(?:calendar\s+|business\s+|working\s+)?(?:days?|months?|weeks?|hours?|pages?|visits?"
    r"|sessions?)\b"
)
NOUN = Caseless(r"policy|member(?:ship)?|mbr\.?|memb\.?|subs?\.?|certificate")
BOTH = re.compile(r"\d{3,10} ?/ ?\d{3,12}\b")  # a group's number and a certificate's make one identity
LETTER = re.compile(r"\s[A-Z](?=\s*$)")  # the check letter that ends a number written in groups
PHONE = re.compile(r"\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|1?-?8(?:00|33|44|55|66|77|88)-\d{3}-\d{4}")
BLANK = re.compile(r"^[xX#_.?-]+$|^[xX*]{3}")
CODE = re.compile(r"[A-CEGHJ-MP-V]\d{4}")
LONE = re.compile(r"\d{1,2}|(?:19|20)\d\d")  # a count or a year is no identifier where no label stands at its head

COMPILED = {field: compiled(pattern) for field, pattern in IDENTIFIERS.items()}
COMPILED_BARE = {field: compiled(rf"(?:{pattern})(?=\s*[:#]|\s*$|\s{{2}})") for field, pattern in BARE.items()}
LOOSE = {  # in running text, without a word for "number": believed only before something long that can be nothing else
    "member_id": re.compile(
        r"\b(?:ID|MBR\s?#|Sub\.|subscriber|Member(?:ship)?|Subscriber|Participant|Certificate|DBN|(?:Policy"
        r"|Employee|Account)\s+(?i:no\.?"
        r"|number))\s*:?\s+"
        r"(?=[A-Z0-9-]*\d[A-Z0-9-]*\d|[A-Z]{1,4} \d)(?=[A-Z0-9-]{6,}|[\d ]{9,}|[A-Z]{1,4} \d[\d ]{6,})"
    ),
    "claim_number": re.compile(
        r"\b[Cc]laim\s+(?:[Rr]ef(?:erence)?\.?\s+)?\(?(?=[A-Z0-9/-]*\d[A-Z0-9/-]*\d)(?=[A-Z0-9/-]{6,})"
    ),
    "authorization_number": re.compile(
        r"(?<!/)\b(?i:authori[sz]ation|certification)\s+(?=[A-Z0-9-]*\d[A-Z0-9-]*\d)(?=[A-Z0-9-]{6,})"
    ),
    "reference_number": re.compile(
        r"\b(?:(?i:referral/authori[sz]ation)|(?:[Cc]laim\s+)?[Ee]nquiry|[Ff]ile|[Cc]ase|[Rr]ef(?:erence)?|[Rr]equest"
        r"|[Aa]ppeal|[Gg]rievance|[Cc]omplaint|[Ii]nquiry|[Qq]uery|[Tt]icket|[Ii]ntake"
        r"|[Tt]racking)\s+\(?(?=[A-Z0-9-]*\d[A-Z0-9-]*\d)(?=[A-Z0-9-]{6,})"
    ),
}
AFTER_NAME = re.compile(
    r"\s*\((?=[A-Z]{2,4}[ -]?\d[\d -]{4,}\))|\s*[/(,;]\s*(?:ID\s*[:#]?\s*)?(?=[A-Z0-9-]*\d[A-Z0-9-]*\d)"
    r"(?=[A-Z0-9-]{6,})"
)
ONE = ("member_id",)  # a letter is about one member; the first number under such a label is theirs


def identifiers(paper: Paper) -> Iterator[Field]:
    """Give every identifier with a label of its own; a bare label ("ID:", "Case:") counts where no fuller one is."""
    taken: set[tuple[int, int]] = set()
    for field, pattern in COMPILED.items():
        found = [one for region in regions(paper, field, pattern, inline=True) for one in _value(paper, region)]
        headed = [one for one in found if one[2]]
        chosen = headed or found[:1]
        if not chosen:
            bare = regions(paper, field, COMPILED_BARE[field], colon=True)
            chosen = [one for region in bare for one in _value(paper, region) if one[:2] not in taken]
        if not chosen and field in LOOSE:
            chosen = [one for region in _loose(paper, field) for one in _value(paper, region) if one[:2] not in taken]
        seen: set[str] = set()
        for start, end, _ in chosen[:1] if field in ONE else chosen:
            # A star is no bullet inside a number: "SJ*410*77" is quoted as it stands.
            source = paper.document.text if "*" in paper.document.text[start:end] else paper.plain
            value = " ".join(source[start:end].split())
            if value.upper() not in seen and (start, end) not in taken:
                seen.add(value.upper())
                taken.add((start, end))
                yield Field(field, value, paper.quote(start, end))


def _loose(paper: Paper, field: str) -> Iterator[Region]:
    """Give where a number stands in running text, or beside the patient's name ("Member: Ann Lee / X-330917")."""
    for found in LOOSE[field].finditer(paper.plain):
        if found[0].startswith(("Policy", "Employee")) and all(
            cell.start != found.start() for cell in paper.line_at(found.start()).cells
        ):
            continue  # in running text a policy number may be a medical policy's
        yield Region(field, found.end(), paper.line_at(found.start()).end, found[0], headed=False, columned=False)
    if field == "member_id":
        for named in patient(paper):
            beside = AFTER_NAME.match(paper.plain, named.basis.at.end)
            if beside:
                yield Region(field, beside.end(), paper.line_at(beside.start()).end, "", headed=True, columned=False)


def _value(paper: Paper, region: Region) -> Iterator[tuple[int, int, bool]]:
    start = region.start
    while start < region.end and paper.plain[start] in " :#-([":
        start += 1
    found = NUMBER.match(paper.plain, start, region.end)
    if not found:
        return
    end = found.end()
    if "/" in region.label and (both := BOTH.match(paper.plain, start, region.end)):
        yield start, both.end(), region.headed
        return
    if " " in found[0] and not re.match(r"[A-Z]{1,4}\s", found[0]):
        end = start + found[0].index(" ")
    while (more := MORE.match(paper.plain, end, region.end)) and not dates.at(paper.plain, end + 1, region.end):
        end = more.end()
    if region.headed and " " in paper.plain[start:end] and (letter := LETTER.match(paper.plain, end, region.end)):
        end = letter.end()
    value = paper.plain[start:end]
    if not any(letter.isdigit() for letter in value) or len(value) < 3 or BLANK.match(value):
        return
    if (
        (PHONE.fullmatch(value) and not (region.headed and value.replace(" ", "").isdigit()))
        or dates.at(paper.plain, start, region.end)
        or (paper.plain[start - 1 : start] == "(" and PHONE.match(paper.plain, start - 1))
    ):
        return
    if NOUN.fullmatch(region.label) and sum(letter.isdigit() for letter in value) < 5:
        return  # "Policy: MP-204" may be a medical policy
    if COUNT.match(paper.plain, end):
        return
    if region.label.lower().startswith("request") and CODE.fullmatch(value):
        return  # "Request: K0800 scooter"
    if not region.headed and LONE.fullmatch(value):
        return
    yield start, end, region.headed
