"""Numbers that were read from a picture of a page: a person compares each with the scan before anything is signed."""

from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.write.telling import Telling
from wellfounded.write.words import series

SURE = 0.97  # under this the reading of a page was doubtful in places
PRINTED = {
    "reference_number": "reference number",
    "claim_number": "claim number",
    "authorization_number": "authorization number",
    "notice_date": "date of the decision",
    "appeal_fax": "fax for appeals",
    "appeal_address": "address for appeals",
}


def compare(telling: Telling) -> Iterator[str]:
    """Ask for the comparison of each value the letter's head prints from a doubtful scan, one line a page.

    An attestation that repeats the value answers for it: "compared with the scan: 26-UM-5540917".
    """
    notice = telling.denial
    if notice is None:
        return
    pages: dict[tuple[str, int], list[str]] = {}
    for name, words in PRINTED.items():
        for field in notice.all(name):
            if field.basis.confidence < SURE and not _attested(telling, field):
                path = telling.case.document(field.basis.at.source).source.path
                pages.setdefault((path, field.basis.at.page), []).append(f"{words} {_shown(field)}")
    for (path, page), held in pages.items():
        values = series.series(list(dict.fromkeys(held)))
        yield f"compare with the scan ({path}, p. {page}) and attest: {values}"


def _attested(telling: Telling, field: Field) -> bool:
    return any(_shown(field) in given.says for given in telling.case.attestations)


def _shown(field: Field) -> str:
    return " ".join(field.basis.exact.split())
