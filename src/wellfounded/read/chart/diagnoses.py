"""Diagnoses with their codes, severity and side: coded ones anywhere, named ones where a note lists or states them."""

import re
from collections.abc import Iterator

from wellfounded.model.coding import Coding
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.read.assertion import assertion
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.outline import Outline, Unit
from wellfounded.terms import icd10cm

CODE = re.compile(r"(?<![\w.#/-])(?P<code>[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?![\w/-]|\.\d)")
_STATED = re.compile(
    r"\b(?:diagnos(?:is|es) (?:of|is|was|:)|diagnosed (?:with|as having|as)|(?:history|hx) of|h/o|known"
    r"|has (?:a (?:long )?history of )?|(?:with|for|patient has|suffers from|carries a diagnosis of|established"
    r"|longstanding|long-standing|chronic|consistent with|meets criteria for|impression (?:is|of)"
    r"|assessment:)\s)\s*:?\s*"
    r"(?P<name>[A-Za-z][A-Za-z0-9 /'-]{3,70})"
)
_DISEASE = re.compile(
    r"(?:itis|osis|emia|oma|opathy|algia|disorder|disease|syndrome|depression|depressive|anxiety|diabetes|mellitus"
    r"|hypertension|migraines?|epilepsy|seizures?|asthma|copd|cancer|carcinoma|failure|psoriasis|arthritis"
    r"|sclerosis|apnea|insomnia|obesity|eczema|lupus|crohn'?s|colitis|neuropathy|radiculopathy|stenosis|herniation"
    r"|fracture|fibrillation|infarction|stroke|dementia|"
    r"parkinson'?s|palsy|dystrophy|deficiency|hypothyroidism|hyperlipidemia|gout|osteoporosis|anemia|lymphoma"
    r"|leukemia|melanoma|myeloma|hemophilia|fibrosis|cirrhosis|hepatitis|nephropathy|narcolepsy|autism|adhd|ptsd"
    r"|ocd|mdd|gerd|ckd|chf|hfref|hfpef|cad|osa|lymphedema|ulcer|spondylitis|vasculitis|urticaria|alopecia"
    r"|hidradenitis|endometriosis|infertility|scoliosis|tear|impingement|pain|hyperhidrosis|incontinence"
    r"|rhinosinusitis|polyps?|hypogonadism|acromegaly|hypersomnia|tinnitus|hearing loss|injury|paraplegia"
    r"|quadriplegia|tetraplegia|hemiplegia|amputation|spasticity|dystonia|chorea|tremor|hyperhidrosis|dysphagia"
    r"|cachexia|respiratory failure|hypoxemia|emphysema|bronchiectasis|sarcoidosis|amyloidosis|angioedema"
    r"|immunodeficiency|thrombocytopenia|neutropenia|dermatitis|vitiligo|acne|rosacea)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[ \t]*(?:[-*•·o#>]|#?\d{1,2}[.):]|[a-hA-H][.)])?[ \t]*")
_CUT = re.compile(
    (
        r"\s*(?:[.;:(\[]|\s[-\u2013\u2014]\s|\s(?:with|despite|on|who|which|that|will|has|have|is|are|was|remains?|not"
        r"|due to|secondary to|for|since|after|who|currently|s/p|status|treated|failed|and (?:will|has|is|now"
        r"|continue))\b|,\s*(?=(?:on|currently|with|start|continue|stable|will|not|much|well|poorly|failed|now"
        r"|uncontrolled|controlled|has|improv|worsen|likely|still|refractory|despite)\b))"
    ),
    re.IGNORECASE,
)
_SEVERITY = re.compile(
    (
        r"\b(?:mild|moderate(?:[ -]to[ -]severe|ly severe)?|severe|stage (?:[IV]+|\d)[A-C]?|grade \d|class [IV]+"
        r"|end[- ]stage|advanced|persistent|intermittent|refractory|treatment[- ]resistant|active|in (?:partial "
        r"|full )?remission)\b"
    ),
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?:left|right|bilateral|L>R|R>L)\b|\b(?:Lt|Rt)\b", re.IGNORECASE)
_NEGATION = re.compile(
    (
        r"^(?:no|denies|without|negative for|never had|h/o|hx of|history of|possible|probable|likely|suspected|rule out"
        r"|r/o|s/p)\s+"
    ),
    re.IGNORECASE,
)
_LISTS = {"assessment", "assessment_plan", "history", "surgical"}


def diagnoses(document: Document, outline: Outline, unit: Unit, lexicon: Lexicon) -> Iterator[Evidence]:
    """Give the diagnoses one unit states."""
    text = document.text
    coded = list(_coded(text, unit))
    for start, end, name, code in coded:
        yield _evidence(document, outline, unit, start, end, name, code)
    if coded:
        return
    seen: set[int] = set()
    if unit.section in _LISTS:
        for start, end in _listed(text, unit):
            if _DISEASE.search(text, start, end) and lexicon.get(text[start:end]) is None:
                seen.add(start)
                yield _evidence(document, outline, unit, start, end, text[start:end], "")
    for match in _STATED.finditer(text, unit.start, unit.end):
        start, end = match.start("name"), _cut(text, match.start("name"), match.end("name"))
        disease = _DISEASE.search(text, start, end)
        if disease is None or len(text[start:end].split()) > 8 or any(abs(start - s) < 25 for s in seen):
            continue
        seen.add(start)
        yield _evidence(document, outline, unit, start, end, text[start:end], "")


def _coded(text: str, unit: Unit) -> Iterator[tuple[int, int, str, str]]:
    at = unit.start
    for match in CODE.finditer(text, unit.start, unit.end):
        code = match["code"]
        if not _is_code(code, text, match):
            continue
        begin, close = at, match.start()
        words = text[begin:close]
        lead = _LEAD.match(words)
        begin += lead.end() if lead else 0
        words = re.sub(
            (
                r"(?:ICD-?(?:10|9)?(?:-?CM)?(?: codes?)?|code|dx|diagnosis codes?"
                r"|[(\[:,;\u2013\u2014-])?\s*(?:code)?:?\s*[(\[]?\s*$"
            ),
            "",
            text[begin:close],
            flags=re.IGNORECASE,
        ).rstrip(" ([,:;-\u2013\u2014")
        sep = max(words.rfind(";"), words.rfind(". "), words.rfind("), "), words.rfind(":"))
        if sep >= 0:
            begin, words = begin + sep + 1, words[sep + 1 :]
            strip = len(words) - len(words.lstrip(" ),"))
            begin, words = begin + strip, words.lstrip(" ),")
        after = re.match(r"\s*(?:[-\u2013\u2014:|]|\s)\s*([A-Z][A-Za-z ,/'()-]{5,90})", text[match.end() : unit.end])
        if len(words.strip()) < 4 and after is not None:
            end = match.end() + after.end()
            yield match.start(), end, after.group(1), code
            at = end
        else:
            if len(words) > 130:
                comma = words.rfind(",", 0, len(words) - 20)
                begin, words = begin + len(words) - 130, words[-130:]
                del comma
            yield begin, match.end(), words, code
            at = match.end()


def _is_code(code: str, text: str, match: re.Match[str]) -> bool:
    leads = not text[max(0, match.start() - 12) : match.start()].rpartition("\n")[2].strip() and re.match(
        r"(?:\s{2,}|\t|\s*[-:|.]\s*)[A-Z][a-z]", text[match.end() :]
    )
    if (
        "." not in code
        and not leads
        and not re.search(
            r"(?:ICD|code|dx|diagnos\w+)\W{0,12}$|[(\[]\s*$",
            text[max(0, match.start() - 24) : match.start()],
            re.IGNORECASE,
        )
    ):
        return False
    return icd10cm.exists(code) or ("." in code and icd10cm.is_valid(code))


def _listed(text: str, unit: Unit) -> Iterator[tuple[int, int]]:
    lead = _LEAD.match(text, unit.start, unit.end)
    start = lead.end() if lead else unit.start
    end = _cut(text, start, min(unit.end, start + 110))
    if not text[start:end].strip() or len(text[start:end].split()) > 12:
        return
    if unit.section in {"history", "surgical"} or text.count(",", start, end) >= 2:
        at = start
        for part in re.split(r"(,\s*(?:and )?|;\s*)", text[start : min(unit.end, start + 400)]):
            if not re.fullmatch(r",\s*(?:and )?|;\s*", part) and part.strip():
                yield at, _cut(text, at, at + len(part))
            at += len(part)
        return
    yield start, end


def _cut(text: str, start: int, end: int) -> int:
    cut = _CUT.search(text, start + 3, end)
    return cut.start() if cut else end


def _evidence(document: Document, outline: Outline, unit: Unit, start: int, end: int, name: str, code: str) -> Evidence:
    text = document.text
    clean = _NEGATION.sub("", " ".join(name.split()).strip(" ,.;:-\u2013\u2014()[]"))
    start += max(0, text[start:end].find(clean[:12]))
    around = text[start : min(unit.end, end + 60)]
    finding = ", ".join(dict.fromkeys(m.lower() for m in [*_SEVERITY.findall(around), *_SIDE.findall(around)]))
    meant = assertion(
        text, start, end, (unit.start, unit.end), unit.section if unit.section in {"family", "ros"} else ""
    )
    return Evidence(
        EvidenceKind.DIAGNOSIS,
        clean or code,
        document.quote(start, end),
        statement=" ".join(text[unit.start : unit.end].split())[:300],
        coding=(Coding("icd10cm", icd10cm.compact(code)),) if code else (),
        finding=finding,
        assertion=meant,
        written=outline.date(unit),
    )
