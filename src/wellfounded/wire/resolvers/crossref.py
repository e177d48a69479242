"""Crossref's REST interface: `/works/{doi}`, whose `updated-by` names retractions, corrections and new versions."""

import json
from urllib.parse import quote

from wellfounded.wire.resolvers import Found, Get

NAME = "crossref"
KEY = "doi"
WITHDRAWN = {"retraction", "withdrawal", "removal"}
NEWER = {"new_version", "new_edition"}


def find(value: str, base: str, get: Get) -> Found | None:
    """Give what Crossref states of a DOI, None where it gives no work; raises ValueError for an answer in no shape."""
    where = f"{base.rstrip('/')}/works/{quote(value, safe='')}"
    held = json.loads(get(where))
    one = held.get("message") if isinstance(held, dict) else None
    if not isinstance(one, dict):
        return None
    parts = (one.get("published-print") or one.get("issued") or {}).get("date-parts") or [[0]]
    updates = one.get("updated-by", [])
    return Found(
        where,
        next(iter(one.get("title", [])), ""),
        int(parts[0][0] or 0) if parts[0] else 0,
        one.get("DOI", ""),
        retracted=any(each.get("type") in WITHDRAWN for each in updates),
        replaced_by=tuple(each.get("DOI", "") for each in updates if each.get("type") in NEWER),
    )
