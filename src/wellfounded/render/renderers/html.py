"""The letter as one HTML page that needs nothing else: no script, no request, readable by a screen reader."""

from html import escape

from wellfounded.model.letter import Letter, Paragraph, Sentence
from wellfounded.render.view import (
    INK,
    bracketed,
    by,
    columns,
    draft_needs,
    draft_note,
    enclosed,
    ink,
    long_date,
    pages,
    printed,
    sender,
    signature,
    signing,
)

FORM = "html"
SUFFIX = "html"

STYLE = """
body { font: 1.05rem/1.5 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
header { border-bottom: 1px solid #1f3a5f; margin-bottom: 1.5rem } h1, h2 { color: #1f3a5f; line-height: 1.25 }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 1.8rem } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0 } .criteria th, .criteria td
{ border: 1px solid #999; padding: .4rem } .mark { font-size: .75rem; color: #1f3a5f; white-space: nowrap }
blockquote { border-left: 3px solid #1f3a5f; margin-left: 0; padding-left: .8rem } .note { border: 1px solid #9b2c2c;
color: #9b2c2c; padding: .6rem }
.sign { border-bottom: 1px solid #1a1a1a; max-width: 22rem } @media print { body { margin: 0; max-width: none } }
"""


def render(letter: Letter, *, linked: bool = False) -> bytes:
    """Give the page in UTF-8; *linked* changes nothing here."""
    del linked
    name = letter.letterhead.name.value if letter.letterhead.name else ""
    needs = "".join(f"<li>{escape(each)}</li>" for each in draft_needs(letter))
    note = f"{escape(draft_note(letter))}<ul>{needs}</ul>" if needs else ""
    rule = '<p class="sign">&nbsp;</p>' if signing(letter) else ""
    parts = [
        "<!doctype html>",
        f'<html lang="{escape(letter.language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(letter.title)}</title><style>{STYLE.replace(INK, ink(letter))}</style></head><body>",
        f"<header><p><strong>{escape(name)}</strong><br>{_lines(sender(letter))}</p></header><main>",
        f"<p>{escape(long_date(letter.date, letter.language))}</p>",
        f'<div class="note">{note}</div>' if note else "",
        f"<address>{_lines(letter.to)}</address>",
        f"<p>{escape(by(letter))}</p>" if letter.by else "",
        f"<h1>{escape(letter.title)}</h1>",
        "<table>",
        *(f'<tr><th scope="row">{escape(k)}</th><td>{escape(fact.value)}</td></tr>' for k, fact in letter.re),
        "</table>",
        f"<p>{escape(letter.salutation)}</p>",
        *(_part(letter, paragraph) for paragraph in letter.paragraphs),
        f"<p>{escape(letter.closing)}</p>{rule}<p>{_lines(signature(letter))}</p>",
        _enclosures(letter),
        "</main></body></html>",
    ]
    return "\n".join(part for part in parts if part).encode() + b"\n"


def _part(letter: Letter, paragraph: Paragraph) -> str:
    out = [f"<h2>{escape(paragraph.heading)}</h2>"] if paragraph.heading else []
    held = [bracketed(letter, marks) for marks in printed(letter, paragraph)]
    said = [_say(sentence, mark) for sentence, mark in zip(paragraph.sentences, held, strict=False)]
    if paragraph.bullets:
        name = "ol" if paragraph.numbered else "ul"
        out += [f"<{name}>", *(f"<li>{line}</li>" for line in said), f"</{name}>"]
    elif said:
        own = any(sentence.voice == "clinician" for sentence in paragraph.sentences)
        text = f"<p>{' '.join(said)}</p>"
        out.append(f"<blockquote>{text}</blockquote>" if own else text)
    if paragraph.rows:
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns(letter))
        out += [f'<table class="criteria"><thead><tr>{head}</tr></thead><tbody>']
        for row, mark in zip(paragraph.rows, held[len(said) :], strict=True):
            cells = (escape(row.label), escape(row.requirement), escape(row.verdict), _say(row.shows, mark))
            out.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        out.append("</tbody></table>")
    return "\n".join(out)


def _say(sentence: Sentence, mark: str) -> str:
    text = escape(sentence.text).replace("\n", "<br>")
    number = f' id="s{sentence.number}"' if sentence.number else ""
    return f"<span{number}>{text}</span>" + (f' <span class="mark">{escape(mark)}</span>' if mark else "")


def _lines(lines: tuple[str, ...]) -> str:
    return "<br>".join(escape(line) for line in lines)


def _enclosures(letter: Letter) -> str:
    if not letter.enclosures:
        return ""
    rows = (f"<li>{escape(f'{e.exhibit}: {e.title} {pages(e)}'.rstrip())}</li>" for e in letter.enclosures)
    return f"<h2>{escape(enclosed(letter))}</h2><ul>{''.join(rows)}</ul>"
