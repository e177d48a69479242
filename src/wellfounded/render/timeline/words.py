"""The line of time in signs of one width, for a terminal or a file of text."""

from datetime import date

from wellfounded.render.timeline.lanes import Line

_WIDE = 48  # signs from the first day to the last


def text(line: Line) -> str:
    """Give *line* as text: a row a treatment with its bar, outcome and source, then the values by day."""
    span = line.span
    rows = []
    if span is not None:
        wide = max([len(bar.label) for bar in line.bars] + [len("treatment")])
        wide = min(wide, 32)
        rows.append(f"{'treatment':<{wide}}  {span[0]!s:<{_WIDE - 10}}{span[1]}")
        for bar in line.bars:
            left, right = _at(bar.start, span), _at(bar.end, span)
            drawn = "·" * left + ("~" if bar.open_start else "#") + "#" * max(0, right - left - 1)
            drawn += ("~" if bar.open_end else "") if right > left else ""
            rows.append(f"{bar.label[:wide]:<{wide}}  {drawn:<{_WIDE + 1}} {bar.outcome:<10} {bar.source}".rstrip())
    for lane in line.lanes:
        rows.append(lane.label)
        rows += [f"  {mark.on}  {mark.says:<16} {mark.source}" for mark in lane.marks]
    rows += ["no day stated", *(f"  {said}" for said in line.undated)] if line.undated else []
    return "\n".join(rows)


def _at(day: date, span: tuple[date, date]) -> int:
    whole = max((span[1] - span[0]).days, 1)
    return min(_WIDE - 1, _WIDE * (day - span[0]).days // whole)
