"""A page of the desk put into Spanish: its texts and names by the table, what is left marked as English."""

import re
from html import escape, unescape

from wellfounded.clinic.spanish.said import said

# Tags, and what is nobody's to translate: code, what a person types, words of papers and the letter itself.
PIECE = re.compile(
    r"(<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>|<textarea\b.*?</textarea>|<pre\b.*?</pre>|<q\b.*?</q>"
    r"|<blockquote\b.*?</blockquote>|<code\b.*?</code>|<article class=\"sheet\".*?</article>|<[^>]+>)",
    re.DOTALL,
)
KEPT = ("<script", "<style", "<textarea", "<pre", "<q", "<blockquote", "<code", "<article", "<!")
NAMED = re.compile(r'\b(aria-label|title|alt|placeholder)="([^"]*)"')
LANG = re.compile(r'(<html\b[^>]*\blang=")en(")')
OPENS = re.compile(r"<(\w+)")
BARE = {"title", "option", "summary"}  # elements that hold text alone, or in which a mark would change what is said
WORDS = re.compile(r"\b[a-z]{2,}\b[^<]*\b[a-z]{2,}\b")  # names and file names are no language's
SPANISH = re.compile(
    r"[\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1\u00bf\u00a1]|\b(?:de|del|el|la|los|las|que|para|su|sus|una|con|por)\b"
)


def page(html: str) -> str:
    """Give *html* in Spanish. Text the table does not know stays, and is marked as English where it is more words."""
    out, within = [], ""
    for n, piece in enumerate(PIECE.split(html)):
        if n % 2 == 0:
            out.append(_text(piece, marked=within not in BARE))
        elif piece.startswith(KEPT):
            out.append(piece)
        else:
            within = found[1] if (found := OPENS.match(piece)) else ""
            out.append(NAMED.sub(lambda held: f'{held[1]}="{_named(held[2])}"', piece))
    return LANG.sub(r"\1es\2", "".join(out), count=1)


def _text(piece: str, *, marked: bool) -> str:
    core = " ".join(unescape(piece).split())
    if not core:
        return piece
    ahead, behind = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
    spanish = said(core)
    if spanish is not None:
        return f"{ahead}{escape(spanish, quote=False)}{behind}"
    if marked and WORDS.search(core) and not SPANISH.search(core):
        return f'{ahead}<bdi lang="en">{piece.strip()}</bdi>{behind}'
    return piece


def _named(value: str) -> str:
    spanish = said(" ".join(unescape(value).split()))
    return value if spanish is None else escape(spanish)
