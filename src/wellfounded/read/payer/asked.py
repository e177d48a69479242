"""Service, diagnosis and units as fields."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.codes import ICD
from wellfounded.read.payer.labels import Region, regions
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.service_words import COUNT, DIAGNOSIS, EVERY, PACK, THING, UNITS
from wellfounded.read.payer.services import named, service
from wellfounded.read.payer.trim import trimmed
from wellfounded.wire.caseless import Caseless

CODE_AFTER = re.compile(r"\s*[\[(-]?\s*(?:ICD\S*\s*:?\s*)?[A-TV-Z]\d[0-9A-Z](?:\.\w+)?\)?$")
BESIDE_CODE = re.compile(
    r"\((?P<what>[A-Za-z][a-z' -]{4,60}),\s*(?:ICD[\w-]*:?\s*)?[A-TV-Z]\d[0-9A-Z]\.\w{1,4}\)"
    r"|\bFor:\s+[A-TV-Z]\d[0-9A-Z]\.\w{1,4}\s+(?P<also>[A-Za-z][a-z' -]{4,60})\b"
)
COUNTED = Caseless(rf"\W*(\d{{1,4}})\b(?!\s*(?:%|mg|mcg|/))(?:\s+({THING}|{PACK}|ml){EVERY})?")


def asked(paper: Paper) -> Iterator[Field]:
    """Give service, diagnosis and units, each where a label or the decision names it."""
    for start, end in named(paper):
        yield Field("service", clean(paper.plain[start:end]), paper.quote(start, end))
    for region in regions(paper, "diagnosis", DIAGNOSIS, colon=True):
        spans = list(_diagnoses(paper, region))
        for start, end in spans:
            yield Field("diagnosis", clean(paper.plain[start:end]), paper.quote(start, end))
        if spans:
            break
    else:
        yield from _in_brackets(paper)
    yield from _units(paper)


def _in_brackets(paper: Paper) -> Iterator[Field]:
    """Give the words that stand in brackets with an ICD-10 code of their own: "(dystonic tremor, G24.8)"."""
    found = BESIDE_CODE.search(paper.plain)
    if found:
        part = "what" if found["what"] else "also"
        yield Field("diagnosis", clean(found[part]), paper.quote(found.start(part), found.end(part)))


def _diagnoses(paper: Paper, region: Region) -> Iterator[tuple[int, int]]:
    """Give each diagnosis of a label: every code of a list, or the words with the code in brackets left out."""
    codes = list(ICD.finditer(paper.plain, region.start, region.end))
    words = re.sub(r"[\s,;/&()]|and", "", ICD.sub("", paper.plain[region.start : region.end]))
    if codes and len(words) < 3:
        yield from ((one.start(1), one.end(1)) for one in codes)
        return
    span = trimmed(paper, region.start, region.end, whole=True)
    if span:
        tail = CODE_AFTER.search(paper.plain[span[0] : span[1]])
        yield span[0], span[0] + tail.start() if tail else span[1]


def _units(paper: Paper) -> Iterator[Field]:
    for region in regions(paper, "units", UNITS, colon=True):
        found = COUNTED.match(paper.plain[region.start : region.end])
        if found:
            thing = found[2] or next(
                (word for word in ("days", "visits", "sessions", "hours") if word in region.label.lower()), ""
            )
            span = region.start + found.start(1), region.start + found.end()
            said = found[0][found.start(1) :] if found[2] else f"{found[1]} {thing}"
            yield Field("units", clean(said), paper.quote(*span))
            return
    name = service(paper)
    if name:
        sentence = paper.sentence_at(name[0])
        found = COUNT.search(paper.plain, max(sentence.start, name[0] - 30), min(len(paper.plain), name[1] + 40))
        if found:
            span = found.start("n"), found.end("unit")
            yield Field("units", clean(f"{found['n']} {found['unit']}"), paper.quote(*span))
