"""HTML as text: paragraphs apart, list items marked and indented, a table row on one line, nothing unseen."""

import re
from html.parser import HTMLParser

BLOCK = frozenset((
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
    "caption",
))  # fmt: skip

APART = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "table", "ul", "ol", "blockquote", "pre", "dl"))
UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript", "svg", "object"))
VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track"))
IN, LINE, GAP = "\x01", "\x02", "\x03"  # an indent, a line's end, a blank line: while pieces are gathered
BREAKS = re.compile(f"[ ]*(?:[{LINE}{GAP}][ ]*)+")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def text(source: str) -> str:
    """Give the text a person sees of an HTML page; broken markup is read as far as it goes."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    joined = BREAKS.sub(lambda found: "\n\n" if GAP in found[0] else "\n", "".join(reader.pieces))
    lines = [re.sub(r" +", " ", line).strip(" ").replace(IN, "  ").rstrip() for line in joined.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []  # tags from the one that hides on
        self._lists: list[int] = []  # the count of each open ordered list; -1 for bullets
        self._cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        hides = tag in UNSEEN or "hidden" in given or HIDDEN.search(given.get("style") or "") is not None
        if (self._unseen or hides) and tag not in VOID:
            self._unseen.append(tag)
        if self._unseen or hides:
            return
        if tag == "br":
            self.pieces.append("\n")
        elif tag == "input" and given.get("type") in {"checkbox", "radio"}:
            self.pieces.append("☒ " if "checked" in given else "☐ ")
        elif tag in {"ul", "ol"}:
            start = given.get("start") or "1"
            self._lists.append(-1 if tag == "ul" else int(start) - 1 if start.isdecimal() else 0)
        elif tag in {"td", "th"}:
            self.pieces.append("\t" if self._cell else "")
            self._cell = True
        if tag == "tr":
            self._cell = False
        self._part(tag)
        if tag == "li":
            self._item()

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
            return
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in {"tr", "table"}:
            self._cell = False
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(re.sub(r"[\s\x01-\x03]+", " ", data))

    def _part(self, tag: str) -> None:
        if tag in BLOCK:
            nested = bool(self._lists)
            self.pieces.append(GAP if tag in APART and not nested and not self._cell else LINE)

    def _item(self) -> None:
        depth = max(0, len(self._lists) - 1)
        mark = "•"
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            mark = f"{self._lists[-1]}."
        self.pieces.append(IN * depth + mark + " ")
