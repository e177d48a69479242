"""Where an appeal goes: its address, fax and telephone, and how a clinician reaches the reviewer.

A notice carries many numbers (member services, the regulator, interpreters); only one beside the appeal is its own.
"""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field, PeerToPeer
from wellfounded.read.payer.paper import Line, Paper, clean
from wellfounded.read.payer.windows import SPAN
from wellfounded.read.payer.zones import Placed, Zone, placed

PHONE = re.compile(
    (
        r"(?<![\w-])(?:\+\d{1,3}[\s.-]?(?:\(0\)\s?)?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){2,4}"
        r"|(?:1[\s.-])?\(\d{3}\)\s?[\d]{3}[\s.-]\d{4}|(?:1[\s.-])?\d{3}[\s.-]\d{3}[\s.-]\d{4}"
        r"|0\d{2,4}[\s/-]\d{3,4}[\s-]?\d{3,6}(?:[\s-]\d{1,4})?|1[38]00[\s-]\d{3}[\s-]\d{3}"
        r"|(?:1-)?8\d\d-\d{3}-[A-Z\d]{4})(?:\s*(?:,?\s*(?:ext\.?|extension|x"
        r"|option)\s*\.?\s*\d{1,5}))?(?![\w-]*\d)"
    ),
    re.IGNORECASE,
)
FAX = re.compile(
    (
        r"\b(?:tele)?fax(?:\s*(?:number|no\.?|#|nr\.?|it|them|your|to|a|the|us|appeal|request|at|written"
        r"|or|it)){0,6}\s*(?:[:#-]|\bto\b|\bat\b)?\s*$"
    ),
    re.IGNORECASE,
)
POSTCODE = re.compile(
    r"\b[A-Z]{2}[,.]?\s+\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b"
    r"|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b(?:D-)?\d{5}\s+[A-ZÄÖÜ][a-zäöüß]+|\b(?:NSW|VIC|QLD|WA|SA|TAS"
    r"|ACT|NT)\s+\d{4}\b|\b[A-Z]\d{2}\s?[A-Z\d]{4}\b|\bDublin\s+\d{1,2}\b|\b\d{6}\b"
    r"|\b[A-Z][a-z]+\s+\d{4}$"
)
STREET = re.compile(
    (
        r"P\.?\s?O\.?\s*Box|\bBox\s+\d|\b\d+\s+[A-Z][\w.']*\s+(?:[A-Z][\w.']*\s+)*(?:St|Street|Ave"
        r"|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Lane|Ln|Way|Pkwy|Parkway|Plaza|Court|Place|Square"
        r"|Suite|Quay|House)\b|Freepost|GPO\s+Box|Postfach|\w+(?:str\.|straße|strasse|platz|weg"
        r"|allee)\s*\d+|Private\s+Bag|Floor|Suite"
    ),
    re.IGNORECASE,
)
SEND = re.compile(
    (
        r"\b(?:mail|write|send|address|deliver|submit\w*|post|schriftlich|richten"
        r"|appeals?\s+(?:department|unit|address)|in\s+writing)\b"
    ),
    re.IGNORECASE,
)
APPEAL = re.compile(
    r"appeal|reconsider|redetermin|grievance|dispute|widerspruch|complaint|internal\s+review", re.IGNORECASE
)
ELSEWHERE = re.compile(
    (
        r"department\s+of|commissioner|ombuds|external|independent|hearing|office\s+for\s+civil"
        r"|regulator|\bIRO\b|OPM|personnel|peer|labor|legal\s+aid|1-800-MEDICARE|member\s+services"
        r"|customer\s+service|questions|interpreter|corrected|records\s+(?:to|department)|assistance"
        r"|employee\s+benefits\s+security"
    ),
    re.IGNORECASE,
)
LOOK_BACK = 260
ADDRESS_LINES = 6


def appeal_doors(paper: Paper) -> Iterator[Field]:
    """Give appeal_address, appeal_fax and appeal_phone where the notice gives them for the appeal itself."""
    address = _address(paper)
    if address:
        yield Field(
            "appeal_address", clean(paper.plain[address[0] : address[1]].replace(" ,", ",")), paper.quote(*address)
        )
    yield from _numbers(paper)


def _numbers(paper: Paper) -> Iterator[Field]:
    done: set[str] = set()
    for found in PHONE.finditer(paper.plain):
        line = paper.line_at(found.start())
        ahead = paper.plain[max(0, found.start() - 60) : found.start()]
        each = _placed_at(paper, found.start())
        name = "appeal_fax" if FAX.search(ahead) else "appeal_phone"
        if name in done or re.search(r"tty|tdd|711\s*$", ahead[-14:], re.IGNORECASE):
            continue
        context = f"{each.sentence.text[: max(0, found.start() - each.sentence.start)]}"
        near = context if len(context) > 50 else paper.plain[max(0, found.start() - LOOK_BACK) : found.start()]
        local = near[-170:]
        if ELSEWHERE.search(local) or each.zone in {Zone.REVIEW, Zone.TALK, Zone.BOILERPLATE}:
            continue
        in_rights = each.zone is Zone.RIGHTS and APPEAL.search(near + each.heading)
        if (in_rights or APPEAL.search(local)) and not (
            name == "appeal_phone"
            and re.search(r"fax", line.text[: max(0, found.start() - line.start)][-25:], re.IGNORECASE)
        ):
            done.add(name)
            yield Field(name, clean(found[0]), paper.quote(found.start(), found.end()))


def _placed_at(paper: Paper, offset: int) -> Placed:
    held = placed(paper)[0]
    for each in placed(paper):
        if each.sentence.start > offset:
            break
        held = each
    return held


def _address(paper: Paper) -> tuple[int, int] | None:
    for at, line in enumerate(paper.lines):
        code = POSTCODE.search(paper.plain, line.start, line.end)
        if not code:
            continue
        each = _placed_at(paper, line.start)
        if each.zone in {Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK}:
            continue
        start = _address_start(paper, at, code.start())
        if start is None:
            continue
        ahead = paper.plain[max(0, start - LOOK_BACK) : start]
        label = paper.plain[max(0, start - 60) : start]
        if (
            SEND.search(ahead[-160:])
            and (APPEAL.search(ahead) or APPEAL.search(each.heading))
            and not ELSEWHERE.search(label)
        ):
            return start, code.end()
    return None


def _address_start(paper: Paper, at: int, code: int) -> int | None:
    """Walk back from the line with the postal code to the first line of the address; none without a street or box."""
    line = paper.lines[at]
    inline = re.search(
        r"(?:\bto|\bat|:|address|mail|write)\s*:?\s+(?=[A-Z0-9])(?!.*(?:\bto|:)\s+[A-Z])",
        paper.plain[line.start : code],
    )
    if inline and STREET.search(paper.plain, line.start + inline.end(), code):
        return line.start + inline.end()
    first = at
    for back in range(1, ADDRESS_LINES):
        above = paper.lines[at - back] if at >= back else None
        if (
            above is None
            or (paper.lines[at - back + 1].gap and back > 1)
            or above.text.endswith((".", ":"))
            or len(above.text) > 70
        ):
            if above is not None and len(above.text) > 20 and not above.text.endswith((".", ":")):
                inner = re.search(r"(?:\bto|\bat)\s*:?\s+(?=[A-Z][\w. ]+(?:,|$)).*$", above.text)
                if inner:
                    start = above.start + inner.start() + len(re.match(r"\w+\s*:?\s+", inner[0])[0])  # type: ignore[index]
                    return start if STREET.search(paper.plain, start, code) else None
            break
        if _labelled(above):
            break
        first = at - back
    start = paper.lines[first].start
    return start if STREET.search(paper.plain, start, code) else None


def _labelled(line: Line) -> bool:
    return bool(re.match(r"[A-Z][\w ]{1,20}:\s*\S", line.text)) and not re.match(
        r"(?:attn|attention)", line.text, re.IGNORECASE
    )


def peer_to_peer(paper: Paper) -> Iterator[Field]:
    """Give the reviewer's telephone and the time to use it, where both or either stand with the offer."""
    talk = [each for each in placed(paper) if each.zone is Zone.TALK]
    phone, window = "", ""
    span: tuple[int, int] | None = None
    for each in talk:
        text = each.sentence.text
        found = next((one for one in PHONE.finditer(text) if not FAX.search(text[: one.start()])), None)
        if found and not phone:
            phone = clean(found[0])
            span = _wider(span, each.sentence.start + found.start(), each.sentence.start + found.end())
        timed = next(
            (
                one
                for one in SPAN.finditer(text)
                if re.search(r"(?:within|in|by|have|than|for|up\s+to|is)\s*$", text[: one.start()])
            ),
            None,
        )
        if timed and not window:
            window = clean(re.sub(r"\s*\(\s*\d+\s*\)", "", timed[0]))
            span = _wider(span, each.sentence.start + timed.start(), each.sentence.start + timed.end())
    if span and (phone or window):
        yield Field("peer_to_peer", PeerToPeer(phone, window), paper.quote(*span))


def _wider(span: tuple[int, int] | None, start: int, end: int) -> tuple[int, int]:
    return (start, end) if span is None else (min(span[0], start), max(span[1], end))
