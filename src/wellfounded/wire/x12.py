"""X12 interchanges: segments by the separators the file itself declares, counts checked, one segment a line.

Only the envelope is known here; what a segment means is a reader's business. No text of a standard is in this file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import plain
from wellfounded.wire.sheet import Paper, Sheet

ISA = 105  # characters from the I of ISA to the component separator (X12.5); the terminator follows
BINARY = {"BIN": (1, 2), "BDS": (2, 3)}  # which element gives the length, which one holds the data
AGAIN = "Fetch the file again, or ask the sender for it as text."


@dataclass(frozen=True, slots=True)
class Separators:
    """The signs between elements, between parts of one, between repeats of one, and after a segment."""

    element: str
    part: str
    repeat: str
    end: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its name and its elements, counted from 1 as the standards count them."""

    name: str
    elements: tuple[str, ...]

    def __getitem__(self, number: int) -> str:
        """Give element *number* (from 1), or an empty string where the segment ends before it."""
        return self.elements[number - 1] if 0 < number <= len(self.elements) else ""


def separators(text: str) -> Separators:
    """Read the separators from an interchange header; raises UnreadableDocument where it is cut short."""
    element = text[3:4]
    fields = text[:ISA].split(element)
    if len(fields) == 17 and len(fields[16]) == 1 and len(text) > ISA:
        part, end = fields[16], text[ISA]
    else:  # fields that were trimmed or padded: count elements, not characters
        fields = text[:400].split(element, 16)
        if len(fields) < 17 or len(fields[16]) < 2:
            raise UnreadableDocument("the X12 header is cut short", hint=AGAIN)
        part, end = fields[16][0], fields[16][1]
    repeat = fields[11] if len(fields[11]) == 1 and not fields[11].isalnum() else ""
    return Separators(element, part, repeat, end)


def segments(data: bytes) -> tuple[Segment, ...]:
    """Give the segments of all interchanges in a file; line ends and indents between them are nothing."""
    return tuple(_segments(plain.decode(data).lstrip("\ufeff \t\n")))


def _segments(text: str) -> Iterator[Segment]:
    signs = separators(text)
    at, size = 0, len(text)
    while at < size:
        while at < size and text[at] in " \t\n\r":
            at += 1
        if text.startswith("ISA", at) and at:
            signs = separators(text[at : at + 400])
        end = text.find(signs.end, at)
        end = size if end < 0 else end
        name = text[at : at + 3]
        if name in BINARY:
            end = _binary_end(text, at, signs, *BINARY[name]) or end
        piece = text[at:end].strip("\n")
        if piece.strip():
            first, *rest = piece.split(signs.element, BINARY[name][1] if name in BINARY else -1)
            yield Segment(first.strip(), tuple(one.strip("\n") for one in rest))
        at = end + 1


def _binary_end(text: str, at: int, signs: Separators, length_at: int, data_at: int) -> int:
    """Give where a segment of raw data ends: by its length, since the data may hold the terminator itself."""
    fields = text[at : at + 200].split(signs.element, data_at)
    if len(fields) <= data_at or not fields[length_at].isdecimal():
        return 0
    start = at + sum(len(one) + 1 for one in fields[:data_at])
    end = start + int(fields[length_at])
    return end if text[end : end + 1] == signs.end else 0


def warnings(found: Sequence[Segment]) -> tuple[str, ...]:
    """Say where the counts a file states are not the counts it has: segments, sets, groups."""
    said: list[str] = []
    starts: dict[str, int] = {}
    counted = {"ST": 0, "GS": 0}
    for at, one in enumerate(found):
        if one.name in {"ST", "GS", "ISA"}:
            starts[one.name] = at
            if one.name in counted:
                counted[one.name] += 1
        if one.name == "GS":
            counted["ST"] = 0
        if one.name == "ISA":
            counted["GS"] = 0
        real = {"SE": at - starts.get("ST", at) + 1, "GE": counted["ST"], "IEA": counted["GS"]}.get(one.name)
        if real is not None and one[1].strip().lstrip("0") != str(real):
            said.append(f"{one.name}: the file says {one[1].strip() or 'nothing'} and has {real}")
    for start, end in (("ISA", "IEA"), ("GS", "GE"), ("ST", "SE")):
        opened, closed = (sum(one.name == name for one in found) for name in (start, end))
        if opened != closed:
            said.append(f"{opened} {start} and {closed} {end}: the file may be cut short")
    return tuple(said)


def transactions(found: Sequence[Segment]) -> tuple[str, ...]:
    """Name the sets in a file: the set's number and, where it is given, the guide it follows (ST03 before GS08)."""
    guide, named = "", []
    for one in found:
        if one.name == "GS":
            guide = one[8]
        elif one.name == "ST":
            named.append(f"{one[1]} {one[3] or guide}".strip())
    return tuple(named)


def paper(data: bytes) -> Paper:
    """Give an interchange with one segment a line, elements kept between `*` and parts between `:`."""
    text = plain.decode(data).lstrip("\ufeff \t\n")
    signs = separators(text)
    found = tuple(_segments(text))
    table = {ord(signs.element): "*", ord(signs.part): ":"}
    if signs.repeat:
        table[ord(signs.repeat)] = "^"
    lines = ("*".join((one.name, *(element.translate(table) for element in one.elements))) for one in found)
    return Paper("application/edi-x12", (Sheet("".join(f"{line}\n" for line in lines)),), warnings(found))


def printed(text: str) -> tuple[tuple[Segment, int], ...]:
    """Read a print-out back: each segment with the place of its line, for a reader that has only the text."""
    found: list[tuple[Segment, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            name, *elements = line.split("*")
            found.append((Segment(name, tuple(elements)), at))
        at += len(line) + 1
    return tuple(found)
