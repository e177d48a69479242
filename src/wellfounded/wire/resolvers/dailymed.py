"""DailyMed's web services, version 2: `/spls.json?setid=...`, the current version of a drug's label."""

import json
import re
from urllib.parse import quote

from wellfounded.wire.resolvers import Found, Get

NAME = "dailymed"
KEY = "setid"


def find(value: str, base: str, get: Get) -> Found | None:
    """Give the label's title and the year it was published, None where there is none; raises ValueError otherwise."""
    where = f"{base.rstrip('/')}/spls.json?setid={quote(value, safe='')}"
    held = json.loads(get(where))
    rows = held.get("data", []) if isinstance(held, dict) else []
    if not rows:
        return None
    year = re.search(r"\b20\d\d\b", rows[0].get("published_date", ""))
    return Found(where, rows[0].get("title", ""), int(year[0]) if year else 0)
