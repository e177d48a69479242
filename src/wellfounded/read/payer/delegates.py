"""Who decides for a payer: named at the head, by a label, or where a notice says through whom it comes."""

import re

from wellfounded.read.payer.labels import compiled, regions
from wellfounded.read.payer.name_words import DEPARTMENT, ORG, PRODUCT, STRONG
from wellfounded.read.payer.organization import NAME, SENTENCE_END, TAIL, Name, same
from wellfounded.read.payer.paper import Paper
from wellfounded.wire.caseless import Caseless


def plan(paper: Paper) -> Name | None:
    """Give the health plan whose member a benefit manager writes about, where a label names it ("Plan: ...")."""
    for region in regions(paper, "payer", PLAN, colon=True):
        found = NAME.match(paper.plain, region.start, region.end)
        text = TAIL.sub("", found[1]) if found else ""
        if (
            found
            and STRONG.search(text)
            and len(text.split()) > 1
            and not PRODUCT.fullmatch(text)
            and not WELFARE.search(text)
        ):
            return Name(found.start(1), found.start(1) + len(text), text, 3.0)
    return None


PLAN = compiled(r"(?:health\s+)?plan")
WELFARE = Caseless(r"\b(?:welfare|employee|employees|employer|ppo|hmo|epo|gold|silver|bronze|choice)\b")


def told(paper: Paper, chosen: Name) -> Name | None:
    """Give the organization the head of the paper says it comes through: "c/o", "reviewed by", "administered by"."""
    for by in THROUGH.finditer(paper.plain, 0, paper.lines[min(NEAR, len(paper.lines)) - 1].end):
        found = NAME.match(paper.plain, by.end(), paper.line_at(by.start()).end)
        text = TAIL.sub("", re.split(r",\s+[A-Z][a-z]+\s+Admin|\s{2,}", found[1])[0]) if found else ""
        if found and ORG.search(text) and len(text.split()) > 1 and not same(text, chosen.text):
            return Name(found.start(1), found.start(1) + len(text), text, 3.0)
    return None


NEAR = 8  # lines of the head in which a paper says through whom it comes
THROUGH = Caseless(
    r"\bc/o\s+|\b(?:reviewed|administered|conducted|handled)\s+(?:for\s+(?:[\w-]+\s+){1,4})?by\s+",
)


def manager(paper: Paper, chosen: Name) -> Name | None:
    """Give whoever a notice says manages the benefit that another pays for ("managed by QuillPharm")."""
    for by in MANAGED.finditer(paper.plain):
        found = NAME.match(paper.plain, by.end(), paper.line_at(by.end()).end)
        text = TAIL.sub("", SENTENCE_END.split(found[1])[0]) if found else ""
        if found and len(text) > 2 and not DEPARTMENT.search(text) and not same(text, chosen.text):
            return Name(found.start(1), found.start(1) + len(text), text, 3.0)
    return None


MANAGED = Caseless(
    r"\b(?:benefits?|claims?|reviews?)\b[^.]{0,60}\b(?:managed|administered|run|handled)\s+by\s+(?:the\s+)?"
    r"|\bdelegat(?:ed|es)\b[^.]{0,60}?\bto\s+(?:the\s+)?|\bvendor:\s+|^c/o\s+|\bc/o\s+(?=[A-Z]\w+\s+Claims)"
)
