"""Lab: a test's result in a word, where no number is asked: "ANCA testing is positive", "negative TB test"."""

import re

from wellfounded.criteria.numbers import within
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Lab

ORDER = 21
_WORD = r"(?P<result>(?<!-)negative|(?<!-)positive|(?<!-)non-?reactive|(?<!-)reactive)"
_SUBJECT = re.compile(  # what a laboratory tests; a scan or an examiner's own test is none
    r"\b(?:(?i:(?:auto-?)?antibod\w+|antigens?|serolog\w+|titers?|culture|assay|blood\s+test|urine\s+(?:test|drug)|tubercul\w+"
    r"|quantiferon\S*|interferon|hepatitis|pregnancy|cotinine|nicotine|drug\s+screen|toxicology|rheumatoid\s+factor)"
    r"|PCR|TB|IGRA|HIV|HBsAg|HBV|HCV|hCG|ANCA|ANA|HLA-\w+|[Aa]nti-[\w-]+|[A-Z]{2,6}\s+test\w*)\b"
)
_PICTURED = re.compile(
    r"\b(?:scan|PET|MRI|CT|x-?ray|imaging|biops\w+|cancer|carcinoma|tumou?rs?|lymphoma|leukemia)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    rf"^(?:(?:an?|the|documented|recent|current|has|have|had|with)\s+)*{_WORD}\s+(?:(?:test\s+)?results?\s+(?:of|for|on|from)\s+)?"
    r"(?:an?\s+|the\s+)?(?P<name>[^,.;:]+)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^(?P<name>[^,.;:]{{3,60}}?)\s+(?:results?\s+)?(?:is|are|was|were|be|must\s+be|has\s+been|came\s+back)\s+{_WORD}"
    r"(?:\s+for\s+(?P<of>[^,.;:]+))?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^(?P<name>(?:[\w-]+\s+){{0,4}}?[\w-]+)\s+{_WORD}(?=$|\s+(?:within|in\s+the)\b)", re.IGNORECASE)
_WITH = re.compile(
    rf"^(?:\w+\s+){{0,3}}?(?:screened|tested)\s+for\s+(?P<name>[^,.;:]+?)\s*(?:within[^,;]*)?,?\s+(?:with|and)\s+(?:an?\s+|the\s+"
    rf"|it\s+was\s+|was\s+)*{_WORD}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:within|in\s+the\s+(?:past|last|prior)|no\s+(?:more|older)|taken|done|dated|before|prior\s+to)\b.*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:an?|the|patient'?s?|member'?s?|documented|recent)\s+)+", re.IGNORECASE)
_PLAIN = re.compile(r"^(?:a\s+)?(?:blood\s+)?(?:test|testing|result)s?$", re.IGNORECASE)


def read(words: Words) -> Lab | None:
    """Give name, result in a word and recency; two results in one text, or another's picture, are not read here."""
    text = words.text.strip(" .;")
    found = _WITH.match(text) or _AHEAD.match(text) or _AFTER.match(text) or _BARE.match(text)
    if found is None or not _SUBJECT.search(found[0]) or _PICTURED.search(found[0]):
        return None
    if re.search(r"\b(?:and|or)\b[^,;]*\b(?:negative|positive|treated)\b", text[found.end("result") :], re.IGNORECASE):
        return None
    named = _TAIL.sub("", _LEAD.sub("", found["name"]))
    of = found.groupdict().get("of") or ""
    name = _TAIL.sub("", of) if _PLAIN.match(named) and of else named
    result = "negative" if found["result"].lower().startswith("n") else "positive"
    return Lab(name.strip(), "", 0.0, "", within(text) or within(words.before), result=result)
