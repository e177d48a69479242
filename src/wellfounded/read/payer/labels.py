"""The words payers print before a value, in English and German, and the value that follows each.

A label is believed only where its value has the shape its field asks for, so that "Member Services: call ..." is no
member number and "Date" before a word is no date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.read.payer.paper import Line, Paper
from wellfounded.wire.caseless import Caseless

_NO = (
    r"(?:\s*/\s*\w+)?\s*(?:\(s\)\s*)?(?:ident(?:ification)?\s*)?(?:numbers?|num\b\.?|nos?\b\.?"
    r"|nr\b\.?|\#|[i1l|]d\b\.?(?:\s*(?:numbers?|nos?\b\.?|\#))?|ids\b)"
)
_GERMAN_NO = r"-?\s*(?:nummer|nr\b\.?|kennzeichen)"

IDENTIFIERS = {
    "member_id": rf"(?:plan\s+)?(?:member(?:ship)?|memb\.?|mbr\.?|ptnt\.?|subscriber|subs?\.?|enroll(?:ee|ment)"
    rf"|insured|beneficiary|recipient"
    rf"|card\s?holder|participant|(?:tpa|e-?|health|id)\s*card|card|your|account\s*holder"
    rf"|medical\s+record|nhs|customer|policy\s?holder|medicare|medicaid|medi-cal|health\s?card|dod\s+benefits?|sponsor"
    rf"|contract\s?holder|rx|patient|client)(?:'?s|s')?(?:\s+(?:policy|plan|insurance|medicare"
    rf"|medicaid|health))?{_NO}"
    rf"|(?:group|plan|contract|policy)\s*/\s*(?:certificate|id|member)(?:{_NO})?"
    rf"|(?:member|participant|subscriber|insured)\s+certificate|memb(?:er(?:ship)?)?\.?\s+ref(?:erence)?\b\.?"
    rf"|id\s+on\s+(?:the\s+|your\s+)?card|\b(?:rid|dbn)\b(?:{_NO})?"
    rf"|\b(?:mbi|hicn?|cin|uhid|phn|unique\s+member\s+identifier)\b(?:{_NO})?"
    rf"|(?:my\s*)?health\s*(?:id|identification){_NO}"
    rf"|identification{_NO}|medicare\s+beneficiary\s+identifier|(?:versicherten|versicherungsschein|mitglieds"
    rf"|versicherungs|kranken(?:versicherten|versicherungs))"
    rf"{_GERMAN_NO}|versichertennr\.?|kvnr\b",
    "claim_number": rf"ccn\b(?:{_NO})?|claims?\s+(?:icn|dcn|tcn)\b|claims?"
    rf"(?:\s*(?:control|reference|file|form|intimation|registration))?{_NO}|\b(?:icn|dcn"
    rf"|tcn)\b(?:{_NO})?"
    rf"|(?:document|internal|transaction)\s+control{_NO}|(?:schaden|leistungs(?:fall)?|antrags){_GERMAN_NO}",
    "authorization_number": rf"(?:(?:prior|pre)[\s-]*)?(?:auth(?:ori[sz]ation)?|cert(?:ification)?|cert"
    rf"|precert(?:ification)?|approval)"
    rf"(?:\s*(?:request|req\.?|reference|ref|tracking|case|control))?{_NO}|\bpa\b(?:\s*(?:request"
    rf"|case))?{_NO}|genehmigungs{_GERMAN_NO}",
    "reference_number": rf"(?:(?:our|carrier|insurer|payer|wcb|board|agency|plan|appeal|case|service|u[mr]|review"
    rf"|health\s+plan|claim\s+file|internal"
    rf"|event)\s*)?"
    rf"(?:reference|ref\b\.?|case|order|letter|e?nquiry|query|ticket|matter|adr|tracking|request|review|file"
    rf"|inquiry|event|appeal|determination"
    rf"|decision|complaint|grievance|referral|docket"
    rf"|confirmation|intake|certificate\s+of\s+decision|episode|transaction|eoc|rfa"
    rf"|u[mr])(?:\s*(?:reference|case|tracking|file))?{_NO}"
    rf"|pa\s+tracking|\bal{_NO}|u[mr]\s+control(?:{_NO})?"
    rf"|(?:unser\s+zeichen|aktenzeichen|gesch(?:ä|ae)ftszeichen|vorgangs{_GERMAN_NO}"
    rf"|bearbeitungs{_GERMAN_NO}|\baz\s*[.:])",
}
BARE = {  # believed at the head of a line or cell and before a colon only
    "member_id": r"(?:(?!(?:provider|tax|group|payer|case|request|claim|facility|form|order|product|document"
    r"|transaction|employer|supplier|pharmacy|eoc)\b)[A-Za-z]\w{1,10}\s+)?\bid\b|id\s*(?:number|no\.?|\#)"
    r"|polic(?:y"
    r"|e)(?:\s*holder)?\s*(?:number|no\.?|\#)|certificate\s*(?:number|no\.?|\#)"
    r"|policy|member(?:ship)?|mbr\.?|memb\.?|subs?\.?|certificate|account\s*(?:number|no\.?|\#)",
    "claim_number": r"claims?(?:\s*(?:ref(?:erence)?|intimation|registration|control|file)\.?)?",
    "reference_number": r"(?:[A-Z]\w{1,8}\s+)?(?:reference|ref\.?|case|file|e?nquiry|tracking|appeal|ticket"
    r"|letter|request|intake)|our\s+ref(?:erence)?|unser\s+zeichen"
    r"|in\s+reply\s+refer\s+to",
    "authorization_number": r"(?:referral\s*/\s*)?(?:prior\s+)?auth(?:ori[sz]ation)?(?:\s*(?:ref(?:erence)?"
    r"|request)\.?)?",
}
DATES = {
    "notice_date": r"(?:(?:notice|letter)\s+dated|date(?:/time)?\s+of\s+(?:this\s+|the\s+)?(?:notice|letter"
    r"|determination\s+notice|decision|denial"
    r"|determination|mailing|issue|report|response)"
    r"|(?:notice|letter|mail(?:ing|ed)?|issue|denial|decision|determination|print|statement|eob"
    r"|process(?:ed|ing)?|remittance|payment|paid|check|report)\s+date"
    r"|date\s+(?:mailed|issued|sent|printed|processed|denied|closed)|(?:mailed|issued|denied)(?:\s+on)?"
    r"|notice\s+(?:mailed|given)|sent|posted|printed(?=\s*:)|generated|written|prepared|decision|decided"
    r"|today's\s+date|processed|datum|date|dated|dt\b\.?|bescheid\s+vom)",
    "service_date": r"(?:(?:requested|proposed|planned|anticipated"
    r"|scheduled)\s+)?(?:dates?\(?s?\)?\s+of\s+(?:service|treatment|admission|care|fill|supply"
    r"|surgery|procedure|hospitali[sz]ation|expense)|date\s+filled"
    r"|admission(?=\s*:)|card\s+swipe|admit(?:ted)?|disch(?:arged?)?|(?:swipe|transaction|purchase)\s+date"
    r"|(?:service|treatment|admi(?:ssion|t)|hospitali[sz]ation|procedure|surgery|fill|purchase)\s+dates?\(?s?\)?"
    r"|\bd\.?o\.?[sa]\b\.?|dates?\s+reviewed|dates?\s+requested|requested\s+dates?(?:\s+of\s+service)?"
    r"|behandlungs(?:datum|tag|zeitraum)|leistungs(?:datum|zeitraum))",
    "request_date": r"(?:submitted(?:\s+on)?|received|(?:date\s+(?:of\s+)?(?:your\s+|the\s+)?(?:request"
    r"|referral)(?:\s+(?:was\s+)?received)?)"
    r"|req\.?\s+date|date\s+(?:request\s+)?(?:was\s+)?received|request\s+(?:received|date|made|receipt\s+date)(?:\s+on)?"
    r"|(?:rfa|claim|appeal|referral)\s+(?:received|receipt|request)(?:\s+(?:date|on))?"
    r"|(?:(?:rfa|claim|appeal|referral|request)\s+)?rec(?:'|v'?)d\b\.?|received\s+(?:on|date)"
    r"|date\s+(?:claim|appeal|rfa|of\s+receipt|of\s+appeal)(?:\s+(?:filed"
    r"|received))?"
    r"|date\s+we\s+received\s+(?:your|the)\s+request|ihr\s+(?:antrag|schreiben)\s+vom|antrag\s+vom"
    r"|antragsdatum|eingangsdatum)",
}
PERSON = (
    r"(?:(?:patient|ptnt\.?|mbr\.?|memb\.?|member|enrollee|insured(?:\s+person)?|beneficiary|recipient"
    r"|injured\s+(?:worker|employee)"
    r"|employee|claimant|participant|customer|life\s+assured"
    r"|account\s*holder|depend[ae]nt|covered\s+person|individual|consumer|client|policy\s?holder|subscriber"
    r"|sponsor|applicant)(?:'s)?(?:\s*/\s*\w+)?(?:\s*\(\w+\))?(?:\s+name)?"
    r"|name(?:\s+of\s+(?:the\s+)?(?:patient|member|insured|enrollee|beneficiary|injured\s+worker"
    r"|claimant))?"
    r"|(?:to\s+)?(?:the\s+)?parents?\s*(?:/|or|and)\s*(?:legal\s+)?guardians?\s+of(?:\s+the\s+minor)?"
    r"|for\s+(?:the\s+)?(?:beneficiary|member|dependent)|notice\s+for|prepared\s+for|claim\s+for|patient\s+name|versicherte(?:r|\s+person)?|patient(?:in)?|re|in\s+re"
    r"|regarding|subject|betreff|for|to)"
)
OTHER = (  # labels whose values are no field here, but end the value before them
    r"(?:date\s+of\s+birth|birth\s*date|d\.?o\.?b\.?|born|group(?:\s+(?:name|plan))?"
    r"|plan(?:\s+(?:name|type))?|product|employer|requested\s+by|requesting\s+(?:provider|physician"
    r"|practitioner)"
    r"|(?:ordering|treating|servicing|rendering|billing|referring|attending)?\s*(?:provider"
    r"|physician|prescriber|facility|doctor|hospital|pharmacy)s?(?:\s+name)?|npi|tin|tax\s+id"
    r"|phone|telephone|tel|fax|e-?mail|address|type\s+of\s+(?:service|review|request)|(?:request"
    r"|review)\s+type|quantity|qty|units?|visits|diagnos[ie]s(?:\s+codes?)?|dx"
    r"|icd(?:-?10)?(?:\s+codes?)?|codes?"
    r"|cpt(?:\s*/\s*hcpcs)?(?:\s+codes?)?|hcpcs(?:\s+codes?)?|procedures?(?:\s+codes?)?"
    r"|services?(?:\s+\w+)?|status|decision|determination|outcome|reason|level\s+of\s+care"
    r"|place\s+of\s+service|line\s+of\s+business|lob|coverage(?:\s+type)?"
    r"|date\s+of\s+injury|doi|injury\s+date|claims?\s+administrator|adjuster|state|relationship"
    r"|account|geb(?:oren|urtsdatum)|page|amount|strength|dosage|medication|drug|attn|attention|cc"
    r"|via|from|to|tty)"
)


@dataclass(frozen=True, slots=True)
class Region:
    """Where the value of a label may stand: on its line after it, in the next cell, or under it."""

    field: str
    start: int
    end: int
    label: str
    headed: bool  # the label opens a line or a cell, and did not come up in running text
    columned: bool  # the label has no colon and heads a column among others


def compiled(pattern: str) -> Caseless:
    """Compile a label pattern: words apart by any white space, case of no account, whole words only."""
    for word in ("member", "number", "name", "claim", "determination"):
        pattern = pattern.replace(word, word.replace("m", "(?:m|rn)"))  # a scan reads m as rn
    return Caseless(rf"(?<![A-Za-z0-9])(?:(?:your|the)\s+)?(?:{pattern})")


_LABELS = "|".join(f"(?:{pattern})" for pattern in (*IDENTIFIERS.values(), *DATES.values(), PERSON, OTHER))
ANY = compiled(rf"(?:{_LABELS})\s*\.?(?:\s*\([^)]{{1,20}}\))?\s*(?=[:#])")
_TAIL = Caseless(r"\s*\)?\s*(?:\(s\)|\([^)\d]{1,24}\))?\s*(?:[:#=]|\.(?=\s)|-(?=\s)|\bis\b)*\s*[:#]?\s*")
_COLON = re.compile(r"\s*\)?\s*(?:\(s\)|\([^)\d]{1,24}\))?\.?\s*[:#]")
_ANY_ENDED = compiled(rf"(?:{_LABELS})\s*\.?(?:\s*\([^)]{{1,20}}\))?\s*[:#]?")


def regions(
    paper: Paper, field: str, pattern: Caseless, *, inline: bool = False, colon: bool = False
) -> Iterator[Region]:
    """Give each place where a value of *field* may stand.

    *inline*: the label may come up in running text too; *colon*: at the head of a cell it must be followed by one.
    """
    for line_at, line in enumerate(paper.lines):
        for cell_at, cell in enumerate(line.cells):
            for found in pattern.finditer(paper.plain, cell.start, cell.end):
                headed = _opens(paper.plain, cell.start, found.start())
                if found.end() == found.start() or not (headed or inline):
                    continue
                coloned = _COLON.match(paper.plain, found.end(), cell.end)
                alone = found.start() == cell.start and found.end() == cell.end and len(line.cells) > 1
                if colon and not (coloned or alone):
                    continue
                tail = _TAIL.match(paper.plain, found.end(), cell.end)
                at = tail.end() if tail else found.end()
                for start, end in _places(paper, line_at, line, cell_at, at, headed=headed):
                    yield Region(
                        field,
                        start,
                        cut(paper.plain, start, end),
                        found[0],
                        headed,
                        not coloned and len(line.cells) > 2,
                    )


def cut(plain: str, start: int, end: int) -> int:
    """Give where the value that begins at *start* must end: before the next label, or at *end*."""
    following = ANY.search(plain, start + 1, end)
    return following.start() if following else end


def _opens(plain: str, cell_start: int, at: int) -> bool:
    before = plain[cell_start:at].rstrip()
    return not before.strip("[]()-._# ") or before[-1] in ".;,|:()>" or bool(re.search(r"\d\S*$", before))


def _places(
    paper: Paper, line_at: int, line: Line, cell_at: int, at: int, *, headed: bool
) -> Iterator[tuple[int, int]]:
    """Give the rest of the cell; where that is empty, the next cell of the line, else the cell below."""
    cell = line.cells[cell_at]
    if paper.plain[at : cell.end].strip(" :.#-)"):
        # A value may run on where its line was full: an address, a service, a number in running text.
        yield at, cell.end if headed else min(len(paper.plain), cell.end + 40)
        return
    beside = line.cells[cell_at + 1] if cell_at + 1 < len(line.cells) else None
    if beside is not None and beside.text.startswith(":"):
        yield beside.start + 1, beside.end
        return
    if not headed:
        if line_at + 1 < len(paper.lines):
            yield paper.lines[line_at + 1].start, paper.lines[line_at + 1].end
        return
    heading = len(line.cells) > 2 and not re.search(r"[:\d]", line.text)
    if beside is not None and not heading and not label_only(beside.text):
        yield beside.start, beside.end
        return
    for below in paper.lines[line_at + 1 : line_at + 3]:
        heads = len(below.cells) > 2 and not any(letter.isdigit() for letter in below.text)
        if heads or all(label_only(one.text) for one in below.cells):
            continue
        if heading and len(below.cells) == len(line.cells):
            yield from _column(paper, line_at, line, cell_at)
            return
        if len(below.cells) == len(line.cells):
            yield below.cells[cell_at].start, below.cells[cell_at].end
        elif len(line.cells) == 1:
            yield below.cells[0].start, below.cells[0].end
        else:
            column = cell.start - line.start
            nearest = min(below.cells, key=lambda one: abs(one.start - below.start - column))
            yield nearest.start, nearest.end
        return


def _column(paper: Paper, line_at: int, line: Line, cell_at: int) -> Iterator[tuple[int, int]]:
    """Give every cell under the head of a column, as far as rows of the same build follow."""
    for below in paper.lines[line_at + 1 :]:
        if len(below.cells) != len(line.cells):
            return
        yield below.cells[cell_at].start, below.cells[cell_at].end


def label_only(text: str) -> bool:
    """Whether a cell is a label that waits for its value."""
    return bool(text.endswith(":") or _ANY_ENDED.fullmatch(text.strip()))
