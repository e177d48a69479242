"""PubMed by way of NCBI's E-utilities: `esummary.fcgi?db=pubmed&retmode=json&id=...` (NCBI Bookshelf NBK25499)."""

import json
import re
from urllib.parse import quote

from wellfounded.wire.resolvers import Found, Get

NAME = "pubmed"
KEY = "pmid"


def find(value: str, base: str, get: Get) -> Found | None:
    """Give what PubMed states of a PMID, None where it knows none; raises ValueError for an answer in no shape."""
    where = f"{base.rstrip('/')}/esummary.fcgi?db=pubmed&retmode=json&id={quote(value, safe='')}"
    held = json.loads(get(where))
    one = held.get("result", {}).get(value)
    if not isinstance(one, dict) or "error" in one:
        return None
    ids = {each.get("idtype"): each.get("value") for each in one.get("articleids", [])}
    year = re.search(r"\b(1[89]|20)\d\d\b", one.get("pubdate", ""))
    later = [each.get("refsource", "") for each in one.get("references", []) if each.get("reftype") == "Update in"]
    return Found(
        where,
        one.get("title", "").rstrip("."),
        int(year[0]) if year else 0,
        ids.get("doi") or "",
        retracted="Retracted Publication" in one.get("pubtype", []),
        replaced_by=tuple(later),
    )
