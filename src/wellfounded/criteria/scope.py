"""What a section of a policy is for, told from its title."""

import re
from functools import lru_cache

# The first that matches wins; the order is from the surest title to the widest.
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "history",
        (
            r"(policy|document|revision|version|review|update|change)s? (history|log|summary)|^history$",
            (
                r"^reviews?,? (and )?revisions?|^(?:p ?& ?t |policy )?revisions?$|^change (log|history)"
                r"|revision (record|table|date)"
                r"|summary of changes"
            ),
            r"^review(ed)?( dates?)?$|^approvals?$|^amendments?$",
        ),
    ),
    (
        "references",
        (
            r"^(selected )?(references?|bibliography|literature|citations?|sources?( of information)?|evidence base)\b",
            r"sources considered|reference list",
        ),
    ),
    (
        "codes",
        (
            (
                r"\bcod(es?|ing)\b|\bhcpcs\b|\bcpt\b|\bicd-?10\b|\bbilling\b|\bndc\b|reimbursement (policy"
                r"|information|coding)"
            ),
        ),
    ),
    (
        "approval",
        (
            r"(approval|authori[sz]ation|coverage|certification) (duration|length|period|term|time ?frame)s?",
            (
                r"(duration|length|period|term) of (initial |continued )?"
                r"(approval|authori[sz]ation|coverage|therapy|certification)"
            ),
            r"^(?:authori[sz]ed|approved|certified) for$",
            (
                r"^duration\b|^(initial |continued )?approval (is )?for\b"
                r"|authori[sz]ations? (is|are) valid"
            ),
        ),
    ),
    (
        "continuation",
        (
            r"\bcontinu(ation|ed|ing)\b|\brenewals?\b|re-?authori[sz]ation|re-?certif|re-?approval",
            r"re-?treatment|\bsubsequent (request|authori|approval|course|treatment)",
            r"\bongoing (therapy|treatment|coverage)|\bextension\b",
            r"^when (the )?(coverage|treatment|therapy|authori[sz]ation) (ends|stops)|^(stopping|discontinuation)\b",
            r"repeat (course|surgery|imaging|study|treatment|procedure|test)|\brevision surgery",
            r"\bnext (\d+ )?(months?|years?|courses?|requests?)\b|\b(later|following) (years?|requests?)\b",
            r"\bmaintenance (therapy|criteria|phase)|\bextending\b|\bfurther (year|course|treatment|visit)",
        ),
    ),
    (
        "limits",
        (
            (
                r"(quantity|dos(e|ing|age)|dispensing|supply|frequency|utili[sz]ation|benefit|age) (level )?"
                r"(limits?|limitations?|edits?)"
            ),
            (
                r"^limit(ation)?s?$|^limits?\b|^quantity|^quantities|^dos(age|ing|es?)\b|how much|dosing (and|&)"
                r"|dose and|^frequency$"
            ),
            r"usual maximum",
        ),
    ),
    (
        "exclusions",
        (
            r"\bexclu(sion|ded)|not (covered|medically necessary|authori[sz]ed|approved|payable)|non-?cover",
            r"uncovered|investigational|experimental|unproven|when .* (is|are) not covered",
            r"limitations of coverage|cosmetic|will not be (covered|approved)",
            r"what (is|we do) not|(does|do) not (cover|approve|authori[sz]e|certify|pay)",
            r"^(all )?other (uses|indications)$",
        ),
    ),
    (
        "definitions",
        (
            r"^(key )?(definitions?|glossary|terms|abbreviations?|acronyms?)\b|^terms (and|used)",
            r"^what .* means?$|frequently asked|^faqs?$",
        ),
    ),
    (
        "documents",
        (
            r"documentation (requirements?|required|to|needed|checklist)",
            r"(required|supporting|necessary) (documentation|documents|records)|records? to",
            (
                r"information (to|required|needed)|what (to|we|you) (send|submit|write|record|ask|need|require)"
                r"|submission|submitting|^requests?$|referral information"
            ),
            r"how to (request|apply|submit)|^documentation$|request (process|procedure)|to be submitted",
        ),
    ),
    (
        "background",
        (
            (
                r"^(clinical )?(background|overview|description|introduction|summary|purpose|rationale|basis"
                r"|discussion|about)\b"
            ),
            r"description of|evidence (review|summary)|clinical evidence|summary of evidence|^scope\b",
            r"^intent\b|product information",
            r"fda[- ](approved|labell?ed)? ?(indication|approval|label|status|information)|^regulatory",
            r"mechanism of action|disclaimer|^(important )?(note|notice|reminder|information)s?\b",
            r"benefit application|applicab|line of business|^related|^see also|^instructions?|^appeals?\b",
            r"^contact|policy (overview|purpose|scope)|^application$|^available (products|strengths)",
            r"^how supplied|monitoring|^safety\b|^warnings?|^prescribing|administrative",
            (
                r"^general$|^general (information|statement|guidelines?|principles|considerations)|^questions\??$"
                r"|^responsib|^procedures?$|^authority|^legal"
            ),
            (
                r"effective date|^background|^payment\b|^how (to|we|the|it)\b|^(why|where) |^who (we|to|should"
                r"|made|can help)"
                r"|^discharge|^appendix\b|^policy guidelines?$|^related polic"
            ),
        ),
    ),
    (
        "criteria",
        (
            (
                r"^admission|severity of illness|intensity of service|criteri|medical(ly)? necess|indications?\b"
                r"|\bcover(ed|age)\b|\bapprov|authori[sz]|eligib"
            ),
            r"requirements?\b|^certification standards|qualif|policy statement|^policy$|^guidelines?$|position",
            r"when .* is (covered|appropriate)|clinical (policy|guideline)|must be (met|shown)",
            r"conditions? (of|for)|^decision|appropriate use",
            (
                r"^recommendations?$|^who (qualifies|is eligible|can (get|have)|may (get|have)|gets)"
                r"|^standards?$|alternat\w+ (path"
                r"|pathway|criteria|route)|^all requests"
            ),
            r"\b(?:check|tick|mark|select)\b.*\b(?:all|any|at least|one|two|three)\b|\ball (?:boxes|items|rows)\b",
        ),
    ),
)
_COMPILED = tuple((kind, re.compile("|".join(patterns), re.IGNORECASE)) for kind, patterns in _KINDS)
_SMALL_WORDS = "a an and as at by for from if in is of on or the to vs with when not per be are who non"
_SMALL = frozenset(_SMALL_WORDS.split())
# What a prior-authorization sheet asks under a label of its own: "Age restriction: 18 years and older".
SHEET = re.compile(
    r"(?:(?:age|prescriber|specialty|specialist|provider|gender|sex|lab(?:oratory)?|step\s+therapy"
    r"|prior\s+therapy|diagnosis)"
    r"(?:\s+(?:restrictions?|requirements?|criteria|limits?))?|required\s+medical\s+information"
    r"|other\s+criteria)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\binitial\b|\bnew (start|patient|request)|first course", re.IGNORECASE)
_NEGATED_CRITERIA = re.compile(r"exclusion(ary)? criteria|criteria for exclusion", re.IGNORECASE)


@lru_cache(maxsize=2048)
def section(title: str) -> str:
    """Tell what a section of this *title* is for; an empty string where the title is none of a policy's usual ones.

    Kinds: criteria, continuation, exclusions, limits, approval, definitions, codes, documents, references,
    background, history.
    """
    text = re.sub(
        r"^[\W\d]*(?:[A-Z]\.|[IVX]+\.|section\s+\w+[.:]?|part\s+\w+[.:]?)?\s*", "", title, flags=re.IGNORECASE
    )
    text = re.sub(r"\s*\([^()]*\)", "", text).strip(" :.-\u2013\u2014*_#\t") or text
    if len(text.split()) > 14:
        return ""
    if _INITIAL.search(text) and re.search(r"criteria|approv|authori|request|cover|course", text, re.IGNORECASE):
        return "" if re.search(r"duration|length|period", text, re.IGNORECASE) else "criteria"
    return next((kind for kind, pattern in _COMPILED if pattern.search(text)), "")


def is_title(line: str) -> bool:
    """Whether *line* has the shape of a title: short, capitals, no full stop."""
    text = line.strip(" *_#=-\u2013\u2014")
    text = re.sub(r"\s*\([^)]*\)", "", text) or text
    words = re.findall(r"[A-Za-z][A-Za-z'\u2019/-]*", text)
    if not words or len(words) > 14 or text.endswith((".", ";", ",", "?")):
        return False
    if re.match(r"(?:plus|and|or)\b[\s,:]", text, re.IGNORECASE):
        return False  # it goes on what stands before it
    if re.search(r"\b(and|or|the|of)$", text):
        return False
    if text.isupper():
        return True
    if re.search(
        r"\b(?:following|met|of|either|both)\s*:$|\b(?:must|following|any of|all of|one of)\b", text, re.IGNORECASE
    ):
        return False
    if text.endswith(":"):
        return len(words) <= 8
    weighty = [word for word in words if word.lower() not in _SMALL]
    capital = sum(word[0].isupper() for word in weighty)
    return text[0].isupper() and (capital >= 0.7 * len(weighty) or (len(words) <= 6 and bool(section(text))))
