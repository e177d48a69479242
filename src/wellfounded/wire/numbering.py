"""The numbers Word prints before list paragraphs, counted as Word counts them (ECMA-376 part 1, 17.9)."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class Level:
    """One level of a list: how its number looks and where it stands (twips)."""

    style: str
    text: str
    start: int
    left: int
    hanging: int


@dataclass(slots=True)
class Numbering:
    """The lists of one Word file and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by abstract list
    lists: dict[str, tuple[str, dict[int, int]]] = field(
        default_factory=dict
    )  # list: its abstract list, its own starts
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level(self, number: str, depth: int) -> Level | None:
        """Give the look of a level of list *number*, or none where the file does not define it."""
        return self.levels.get(self.lists.get(number, ("", {}))[0], {}).get(depth)

    def next(self, number: str, depth: int) -> str:
        """Count one paragraph of list *number* at *depth* (from 0) and give the mark Word prints before it."""
        level = self.level(number, depth)
        if level is None:
            return ""
        abstract, starts = self.lists[number]
        counts = self._counts.setdefault(abstract, {})
        if depth in starts and (number, depth) not in self._begun:
            counts[depth] = starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((number, depth))
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if level.style == "bullet":
            return level.text if level.text.isprintable() and level.text.strip() else "•"
        mark = level.text
        for upper in range(depth + 1):
            above = self.level(number, upper)
            if above is not None:
                mark = mark.replace(f"%{upper + 1}", spell(counts.get(upper, above.start), above.style))
        return mark


def spell(n: int, style: str) -> str:
    """Write a number in one of Word's number formats."""
    if style in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letters.upper() if style == "upperLetter" else letters
    if style in {"lowerRoman", "upperRoman"}:
        roman, rest = "", n
        for value, sign in ROMAN:
            roman, rest = roman + sign * (rest // value), rest % value
        return roman.upper() if style == "upperRoman" else roman
    if style == "none":
        return ""
    return f"{n:02d}" if style == "decimalZero" else str(n)


def numbering(root: Element | None) -> Numbering:
    """Read numbering.xml; without one there are no lists."""
    found = Numbering()
    for abstract in () if root is None else root.findall("abstractNum"):
        found.levels[abstract.get("abstractNumId", "")] = {
            _int(one.get("ilvl")): _level(one) for one in abstract.findall("lvl")
        }
    for one in () if root is None else root.findall("num"):
        link = one.find("abstractNumId")
        starts = {
            _int(over.get("ilvl")): _int(start.get("val"))
            for over in one.findall("lvlOverride")
            if (start := over.find("startOverride")) is not None
        }
        found.lists[one.get("numId", "")] = ("" if link is None else link.get("val", ""), starts)
    return found


def _level(element: Element) -> Level:
    def val(tag: str, default: str) -> str:
        child = element.find(tag)
        return default if child is None else child.get("val", default)

    indent = element.find("pPr/ind")
    left, hanging = (0, 0) if indent is None else indents(indent)
    return Level(val("numFmt", "decimal"), val("lvlText", ""), _int(val("start", "1")), left, hanging)


def indents(element: Element) -> tuple[int, int]:
    """Give a paragraph's left indent and how far its first line hangs out of it (negative: goes in), in twips."""
    left = _int(element.get("left") or element.get("start"))
    return left, _int(element.get("hanging")) - _int(element.get("firstLine"))


def _int(text: str | None) -> int:
    try:
        return int(float(text or 0))
    except ValueError:
        return 0
