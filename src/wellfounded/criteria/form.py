"""What a treatment's name looks like, where no list has it: a drug's stem, a brand's capital, a therapy's words."""

import re

from wellfounded.criteria.words import CLASS, DRUG

NOT_AGENT = re.compile(
    r"^(?:same|treatments?|therap(?:y|ies)|drugs?|medications?|agents?|months?|weeks?|days?|years?|mg|intolerance"
    r"|contraindication|failure|response|adequate|trial|following|these|all|it|them|this|that|dose|oral|topical"
    r"|systemic|unless|documentation|least|more|member|patient|above|below|etc|others?|equivalent|allergy"
    r"|hypersensitivity|side effects?|adverse.*|conventional|relief|one|two|three|considered|stopped|discontinued"
    r"|needed"
    r"|documented|if applicable|intolerant"
    r"|inadequate|response to)$",
    re.IGNORECASE,
)
# A participle ("supervised") is no name; the antifolates end so.
_DONE_TO = re.compile(r"(?<!trex)ed$|ly$|ous$|ium$(?<!thium)(?<!dium)|ness$")
# Treatments that are no drugs and are tried by name.
_THERAPY = re.compile(
    r"(?:photo|psycho|chemo|radio|hydro|physio)therapy$|(?:physical|occupational|speech"
    r"|cognitive[- ]behavio(?:u)?ral|behavio(?:u)?ral|compression|radiation|massage|exercise)\s+therapy$"
    r"|(?:acupuncture|CBT|ECT|TMS|TENS|CPAP|BiPAP|bracing|chiropractic\s+(?:care|manipulation)"
    r"|home\s+exercise\s+program)$",
    re.IGNORECASE,
)
_COMMON_WORDS = (
    "conservative physical exercise medical surgical standard behavioral lifestyle dietary nutritional previous "
    "treatment improvement symptoms disease condition adequate maximum another pharmacologic biologic systemic "
    "topical preferred formulary generic conventional supportive noninvasive nonsurgical dosing weight activity "
    "smoking bracing relief response dietary further initial regular current ongoing prescribed device equipment "
    "achieve control results manual walker crutches"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def is_agent(part: str) -> bool:
    """Whether *part*, cut from a list of treatments, names one and not a class of them."""
    words = part.split()
    if not words or len(words) > 3 or NOT_AGENT.match(part) or any(char in part for char in "<>≥≤="):
        return False
    if _THERAPY.match(part):
        return True
    if (DRUG.match(re.sub(r"^\d-", "", words[0].lower())) or DRUG.match(words[-1])) and not CLASS.search(part):
        return True
    if CLASS.search(part) or (part[-1] == "s" and not is_brand(part)):
        return False
    if re.fullmatch(r"[A-Z][A-Z0-9-]{2,7}", part):
        return part in {"CPAP", "BIPAP", "TENS", "TMS", "ECT", "UVB", "PUVA", "MTX", "APAP"}
    if is_brand(part):
        return True
    return (
        len(words) == 1
        and len(part) >= 6
        and part.isalpha()
        and part.islower()
        and part not in _COMMON
        and not _DONE_TO.search(part)
    )


def is_brand(part: str) -> bool:
    """Whether *part* has the capital of a brand and is no word that a sentence or a title opens with."""
    words = part.split()
    return (
        0 < len(words) <= 2
        and bool(re.fullmatch(r"[A-Z][a-z]{2,}(?:-[a-z]+)?(?: (?:XR|ER|SR|CR|LA|IR|HCT|[A-Z][a-z]+))?", part))
        and not CLASS.search(part)
        and not words[0].endswith(("ly", "tion", "sion", "ment", "ness", "ular", "ing"))
        and not NOT_AGENT.match(part)
        and words[0]
        not in {
            "Tier",
            "Class",
            "Type",
            "Group",
            "Trial",
            "Failure",
            "Member",
            "Patient",
            "Documentation",
            "Physical",
            "Conservative",
        }
    )


def named_by_form(part: str) -> bool:
    """Whether a name has the stem of a drug, the form of a brand, or is a therapy by its words."""
    words = part.split()
    return bool(DRUG.match(words[0].lower()) or DRUG.match(words[-1].lower()) or _THERAPY.match(part) or is_brand(part))
