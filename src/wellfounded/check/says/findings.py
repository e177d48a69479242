"""What a text denies and affirms of a patient, as the words that stand after the cue."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wellfounded.check.says import cues
from wellfounded.check.says.plain import phrase, small_phrase
from wellfounded.wire.caseless import small

WHAT = r"(?= ([^.;:\n\u2022]{2,160}))"  # looked at, not taken: another denial may follow in it
DENIAL = small_phrase(
    r"(?<!you )(?<!plan )(?<!have )(?<!has )(?<!was )(?<!were )(?<!been )\b(?:denie[sd]|denying)(?: any| having)?"
    + WHAT,
    r"\bno (?:(?:known|prior|past|current|active|personal|recent) )*"
    r"(?:history|hx|h/o|evidence|signs?|symptoms?|complaints?|reports?)(?: of)?" + WHAT,
    r"\b(?:negative for|absence of|free of|without(?: any)? (?:evidence|history|signs?|symptoms?) of)" + WHAT,
    r"\bnever (?:had|has had|experienced|been diagnosed with|attempted)" + WHAT,
    r"\b(?:does|did|has) not (?:have|had|report|endorse)(?: any| a)?(?: history of)?" + WHAT,
    r"\bnot (?:had|have)(?: any| a)?" + WHAT,
    r"\b(?:does|did) not(?= (?:smoke|drink)\b)" + WHAT,
    r"\bnot(?= (?:currently )?(?:pregnant|breastfeeding|suicidal|homicidal|psychotic|diabetic|febrile"
    r"|immunosuppressed"
    r"|immunocompromised)\b)" + WHAT,
    r"\bnever(?= (?!taken|tried|filled|used|given|started|worked|been)[a-z]+(?: [a-z]+)?[.,;])" + WHAT,
    r"\bno" + WHAT,
    r"\bnon-?(?=((?:smoker|diabetic|drinker)[^.;:\n\u2022]{0,160}))",
)
TOBACCO = phrase(r"\b(?:never[- ]smoke[rd]|(?:tobacco|smoking)(?: use)?\s*:?\s*(?:never|none|no\b|denie[sd]))")
PART = phrase(r"\s*(?:,\s*(?:or|and|nor)?|\bor\b|\band\b|\bnor\b|/)\s*")
ENDS = phrase(
    r"\b(?:but|however|although|though|except|which|who|that|because|since|at (?:this|the|any)|in (?:the|her|his"
    r"|this)"
    r"|during|on|today|with|while|when|after|before|for|to|is|was|were|are|has|had|have|does|did|do"
    r"|as|by"
    r"|from|per|until|despite|she|he|they|the patient|no|not|reports?|denie[sd]|endorses?|smokes|drinks|uses|takes"
    r"|lives"
    r"|walks|sleeps|non\w*)\b|[,;(]",
)
OR = phrase(r"\b(?:n?or)\b")
OTHERS = phrase(r"\s*(?:her|his|their|its|my|our|she|he|they) ")
ARTICLE = phrase(r"\s*(?:an?|the|one|two|three|\d)\s")
# Words that name no finding by themselves; a denial of "change", "response" or "plan" is not one of a condition.
_EMPTY = """
a an the any other new further such history evidence sign signs symptom symptoms active current known past prior
previous recent acute significant severe mild moderate chronic known her his their its this that these of change
changes improvement response benefit relief effect help longer more less need reason doubt one time
use problem problems issue issues concern concerns complaint complaints difficulty intervention medication medications
treatment treatments therapy alternative alternatives option options contraindication contraindications question
questions additional information records record documentation evidence cost charge prior-authorization authorization
follow now today currently presently ever missed doses dose side effects effects adverse reaction reactions events
"""
EMPTY = frozenset(_EMPTY.split())
# A phrase that ends in one of these denies a course or an answer, not a finding: "no adequate response".
_HEADS = """
response benefit relief effect improvement change changes progress success remission drug drugs option options coverage
alternative alternatives documentation records criteria criterion approval denial appeal policy plan letter reason
treatment
"""
HEADS = frozenset(_HEADS.split())
_SAME = """
suicidal ideation: si; suicidal thoughts; suicidality; thoughts of suicide
homicidal ideation: hi; homicidal thoughts
self-harm: self-injury; self-injurious behavior; cutting
seizure: seizures; seizure disorder; epilepsy; convulsions; sz
smoker: smoking; smoke; smokes; smoked; tobacco use; tobacco; cigarettes; nicotine use
drinker: drink; drinks; alcohol use; drinking; alcohol abuse; alcohol misuse; etoh
tuberculosis: tb; latent tb; latent tuberculosis
shortness of breath: sob; dyspnea
myocardial infarction: heart attack; mi
heart failure: chf; congestive heart failure; hf
atrial fibrillation: af; afib; a-fib
coronary artery disease: cad; coronary disease
diabetes: diabetes mellitus; type 2 diabetes; diabetic; dm; t2dm
hypertension: high blood pressure; htn
hepatitis b: hbv; hep b
hepatitis c: hcv; hep c
deep vein thrombosis: dvt; blood clots; blood clot; vte; clots; thrombosis
pulmonary embolism: pe; pulmonary emboli
stroke: cva; cerebrovascular accident
transient ischemic attack: tia
obstructive sleep apnea: osa; sleep apnea
diabetic ketoacidosis: dka; ketoacidosis
copd: chronic obstructive pulmonary disease; emphysema
kidney disease: ckd; renal disease; chronic kidney disease
gastroesophageal reflux: gerd; reflux
urinary tract infection: uti
loss of consciousness: loc
chest pain: cp; angina
substance use: drug use; illicit drug use; drug abuse; substance abuse; substance misuse; recreational drugs
psychosis: psychotic features; psychotic symptoms; psychotic
implanted metal: metal implants; metallic implants; metal in the head; implanted device
pregnancy: pregnant
fall: falls; fallen
"""
SAME = {
    other.strip(): name
    for name, _, others in (row.partition(": ") for row in _SAME.strip().splitlines())
    for other in others.split(";")
}


class Found(NamedTuple):
    """One finding by its content words, and where it stands."""

    name: str
    span: tuple[int, int]


def denied(text: str, *, prose: bool = False) -> Iterator[Found]:
    """Give each finding that *text* denies: `no history of seizures or head injury` gives two.

    In *prose* a comma goes on denying only where "or" follows; notes leave it out: `denies CP, SOB, edema`.
    """
    for match in DENIAL.finditer(small(text)):
        start, end = match.span(match.lastindex or 0)
        what = text[start:end]
        if cues.FAMILY.search(text, max(0, match.start() - 30), match.start()):
            continue
        for piece, at in _pieces(what, prose=prose):
            if name := normal(piece):
                yield Found(name, (start + at, start + at + len(piece)))
    for match in TOBACCO.finditer(text):
        yield Found("smoker", match.span())


def _pieces(what: str, *, prose: bool) -> Iterator[tuple[str, int]]:
    at = 0
    for joint in (*PART.finditer(what), None):
        piece = what[at : joint.start() if joint else len(what)]
        if at and ARTICLE.match(piece):  # "no aura and a history of stroke" affirms the second
            return
        if OTHERS.match(piece):  # "no seizures, and her hearing is normal" denies the first alone
            return
        end = ENDS.search(piece)
        if end is not None and end[0].lower().startswith("non") and len(end[0]) > 3:
            return  # "denies statin nonadherence" denies no statin
        head = piece[: end.start()] if end else piece
        if head.strip():
            yield head.rstrip(), at + len(head) - len(head.lstrip())
        if joint is None or end is not None or head.split()[-1:] == [] or head.split()[-1].lower() in HEADS:
            return
        if prose and joint[0].strip() == "," and not OR.search(what, joint.end()):
            return
        at = joint.end()


def normal(piece: str) -> str:
    """Give the content words of a finding, singular and in lower case; nothing where none is left or too many are."""
    raw = re.findall(r"[a-z][a-z-]+", piece.lower())
    if not raw or (raw[-1] in HEADS and raw[0] not in {"suicidal", "homicidal"}):
        return ""
    held = [word for word in raw if word not in EMPTY]
    single = [word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word for word in held]
    forms = (" ".join(words) for words in (raw, held, single))
    name = next((SAME[form] for form in forms if form in SAME), " ".join(single))
    short = len(name) in {2, 3} and piece.strip().isupper()  # DVT, DKA
    return name if 0 < len(name.split()) <= 3 and (len(name) > 3 or short) else ""


def spoken(name: str) -> tuple[str, ...]:
    """Give the other words for a finding: `si` and `suicidal thoughts` for suicidal ideation."""
    return tuple(other for other, meant in SAME.items() if meant == name)


def affirmed(text: str, start: int, end: int) -> bool:
    """Whether the finding that stands there is said to be so, of the patient, by the words around it."""
    before = text[max(0, start - 90) : start].rsplit("\n\n", 1)[-1]
    clause = re.split(r"[.;:\n]", before)[-1]
    if (
        cues.denied(text, start)
        or re.search(r"\bnon-?$", before, re.IGNORECASE)
        or cues.UNSURE.search(clause)
        or cues.FAMILY.search(clause)
    ):
        return False
    return AFTER.match(text[end : end + 30]) is None


# What follows a finding that is only feared, looked for, or over.
FEARED = r"risk|threshold|prophylaxis|potential|prevention|safety|precautions?"
AFTER = phrase(
    r"\s*(?:(?!and\b|or\b|but\b)\w+ )?(?::|-|is|was|were)?\s*"
    rf"(?:no|none|denie[sd]|negative|absent|screen\w*|resolved|ruled out|{FEARED})\b",
    rf"\s*(?:is|are|was|were) an? (?:known )?(?:{FEARED})\b",
)
