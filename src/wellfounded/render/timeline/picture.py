"""The line of time as SVG: bars, points, dates and the source of each, told by words and never by colour alone."""

from datetime import date
from html import escape

from wellfounded.render.timeline.lanes import Bar, Lane, Line

_LEFT, _RIGHT, _WIDE = 230, 150, 620  # user units: the names, the sources, and the time between
_ROW, _TOP, _LANE = 24, 56, 46
_INK = {  # each with 4.5 : 1 against white, and named beside its bar
    "failed": "#a3271e",
    "intolerant": "#8a5a00",
    "partial": "#5b4bb5",
    "effective": "#22692b",
    "": "#4d5a63",
}
_FONT = "Libertinus Serif, Georgia, serif"


def svg(line: Line, title: str = "Treatments and values over time") -> str:
    """Give the picture of *line*; it opens alone in a browser, carries its description, and asks no network."""
    span = line.span
    if span is None:
        return _whole(title, 60, _words(_LEFT, 40, "Nothing in this chart states a day."), _told(line))
    sources = list(dict.fromkeys([b.source for b in line.bars] + [m.source for lane in line.lanes for m in lane.marks]))
    key = {source: i for i, source in enumerate(sources, 1)}
    parts, y = [*_years(span, _height(line))], _TOP
    for bar in line.bars:
        parts.append(_bar(bar, y, span, key[bar.source]))
        y += _ROW
    for lane in line.lanes:
        parts.append(_lane(lane, y, span, key))
        y += _LANE
    y += 14
    for said in (*([f"No day is stated of: {', '.join(line.undated)}."] if line.undated else []), *_key(key)):
        for part in _folded(said):
            parts.append(_words(10, y, part, small=True))
            y += 14
    return _whole(title, y + 10, "".join(parts), _told(line))


def _height(line: Line) -> int:
    return _TOP + _ROW * len(line.bars) + _LANE * len(line.lanes)


def _x(day: date, span: tuple[date, date]) -> float:
    whole = max((span[1] - span[0]).days, 1)
    return round(_LEFT + _WIDE * (day - span[0]).days / whole, 1)


def _years(span: tuple[date, date], foot: int) -> list[str]:
    """The scale: a line a year, or a month where less than two years are drawn."""
    monthly = (span[1] - span[0]).days < 730
    days = [date(year, month, 1) for year in range(span[0].year, span[1].year + 1) for month in range(1, 13)]
    held = [day for day in days if span[0] <= day <= span[1] and (monthly or day.month == 1)]
    step = max(1, len(held) // 12)
    parts = []
    for day in held[::step]:
        x = _x(day, span)
        parts.append(f'<line x1="{x}" y1="{_TOP - 12}" x2="{x}" y2="{foot}" stroke="#c9ced1"/>')
        parts.append(_words(x, _TOP - 18, f"{day:%Y-%m}" if monthly else f"{day.year}", small=True, middle=True))
    return parts


def _bar(bar: Bar, y: int, span: tuple[date, date], mark: int) -> str:
    left, right = _x(bar.start, span), _x(bar.end, span)
    ink = _INK.get(bar.outcome, _INK[""])
    dashed = ' stroke-dasharray="4 3" fill-opacity="0.55"' if bar.open_start or bar.open_end else ""
    what = f"{bar.label}, {_stretch(bar)}{', ' + bar.outcome if bar.outcome else ''}. Source: {bar.source}"
    shape = (
        f'<rect x="{left}" y="{y + 4}" width="{max(right - left, 3):.1f}" height="13" rx="2" fill="{ink}" '
        f'stroke="{ink}"{dashed}/>'
    )
    side = _words(_LEFT + _WIDE + 8, y + 15, f"{bar.outcome} [{mark}]".strip(), small=True)
    return f"<g><title>{escape(what)}</title>{_words(10, y + 15, _short(bar.label))}{shape}{side}</g>"


def _stretch(bar: Bar) -> str:
    start = "start not stated" if bar.open_start else f"{bar.start}"
    return f"{start} to {'end not stated' if bar.open_end else bar.end}"


def _lane(lane: Lane, y: int, span: tuple[date, date], key: dict[str, int]) -> str:
    low, high = min(m.value for m in lane.marks), max(m.value for m in lane.marks)
    places = [
        (_x(m.on, span), round(y + 36 - 14 * ((m.value - low) / (high - low) if high > low else 0.5), 1))
        for m in lane.marks
    ]
    joined = " ".join(f"{x},{at}" for x, at in places)
    unit = lane.marks[-1].says.rpartition(" ")[2] if " " in lane.marks[-1].says else ""
    parts = [_words(10, y + 32, _short(f"{lane.label}, {unit}" if unit else lane.label))]
    free = 0.0  # where the last value written ends: one that would lie on it is told by its title alone
    parts.append(f'<polyline points="{joined}" fill="none" stroke="#4d5a63"/>')
    for mark, (x, at) in zip(lane.marks, places, strict=True):
        what = f"{lane.label} {mark.says} on {mark.on}. Source: {mark.source}"
        dot = f'<circle cx="{x}" cy="{at}" r="3.2" fill="#1d2529"/>'
        bare = mark.says.removesuffix(f" {unit}")
        half = 3.2 * len(bare)
        shown = _words(x, at - 7, bare, small=True, middle=True) if x - half >= free else ""
        free = x + half if shown else free
        parts.append(f"<g><title>{escape(what)}</title>{dot}{shown}</g>")
    cited = ", ".join(f"[{n}]" for n in dict.fromkeys(key[m.source] for m in lane.marks))
    return "".join([*parts, _words(_LEFT + _WIDE + 8, y + 32, cited, small=True)])


def _key(key: dict[str, int]) -> list[str]:
    return ["Sources: " + "; ".join(f"[{n}] {source}" for source, n in key.items())] if key else []


def _folded(said: str, width: int = 165) -> list[str]:
    rows, row = [], ""
    for word in said.split():
        if row and len(row) + 1 + len(word) > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    return [*rows, row]


def _short(label: str, most: int = 34) -> str:
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"


def _words(x: float, y: float, said: str, *, small: bool = False, middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{x}" y="{y}" font-size="{11 if small else 13}"{anchor}>{escape(said)}</text>'


def _told(line: Line) -> str:
    bars = [f"{bar.label}: {_stretch(bar)}{', ' + bar.outcome if bar.outcome else ''}" for bar in line.bars]
    values = [f"{lane.label}: {', '.join(f'{m.says} on {m.on}' for m in lane.marks)}" for lane in line.lanes]
    return ". ".join([*bars, *values]) or "No day is stated."


def _whole(title: str, height: float, body: str, told: str) -> str:
    wide = _LEFT + _WIDE + _RIGHT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{height:.0f}" '
        f'viewBox="0 0 {wide} {height:.0f}" role="img" aria-labelledby="title told" font-family="{_FONT}" '
        f'fill="#1d2529"><title id="title">{escape(title)}</title><desc id="told">{escape(told)}</desc>'
        f'<rect width="{wide}" height="{height:.0f}" fill="#ffffff"/>{_words(10, 22, title)}{body}</svg>\n'
    )
