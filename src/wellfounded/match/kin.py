"""Words of one root, and the narrower words by which a chart names a wider thing: a leg is an extremity."""

import re
from functools import lru_cache

from wellfounded.match.words import content, stem

_ENDINGS = (
    "ational", "ization", "ation", "atory", "ition", "ement", "ional", "ative", "ility", "ativ", "able", "ible", "ment",
    "ance", "ence", "anc", "enc", "abl", "ibl", "ness", "ical", "ious", "ion", "ive", "ity", "ant", "ent", "ary", "ory",
    "ic", "al", "at", "iv", "er", "or", "y", "e",
)  # fmt: skip
_LAST = re.compile(r"[dstz]+$")
_LEAST = 5  # letters of a root; shorter ones bring strangers together
# Words of one spelling of root and of two meanings.
_APART = frozenset(
    {"medic", "gener", "organ", "commun", "inter", "contr", "condi", "posi", "opera", "instrum", "minis"}
)
# A wider word and what a chart says for it. The narrower shows the wider, never the other way round.
_NARROWER = {
    "extremity": "leg arm limb hand foot forearm thigh calf ankle",
    "limb": "leg arm extremity hand foot thigh calf",
    "joint": "knee hip shoulder elbow wrist ankle finger thumb",
    "spine": "lumbar cervical thoracic lumbosacral",
    "trunk": "abdomen chest torso back abdominal",
    "nerve": "median ulnar radial tibial peroneal sural fibular",
    "caregiver": "mother father parent wife husband daughter son aide grandmother grandfather spouse guardian",
    "parent": "mother father mom dad",
    "family": "mother father parent wife husband daughter son grandmother grandfather spouse sister brother",
    "school": "classroom kindergarten preschool",
    "sport": "running football soccer tennis basketball swimming gym hiking cycling",
    "surgeon": "neurosurgeon",
    "radiograph": "films",
    "surgical": "arthroplasty laminectomy discectomy hysterectomy colectomy fusion mastectomy resection",
    "imag": "mri ct radiograph ultrasound pet",
    "antibiotic": "amoxicillin azithromycin doxycycline cephalexin levofloxacin ciprofloxacin clavulanate cefdinir",
    "biops": "pathology histology",
    "exacerbation": "flareup",
    "contracture": "contracted",
    "ulcer": "wound",
    "lesion": "plaque papule nodule tumor mass",
    "mass": "tumor nodule lump",
    "fall": "fell",
}  # fmt: skip
NARROWER = {stem(wide): frozenset(w for n in narrow.split() for w in content(n)) for wide, narrow in _NARROWER.items()}
_WIDER: dict[str, frozenset[str]] = {}
for _wide, _narrow in NARROWER.items():
    for _one in _narrow:
        _WIDER[_one] = _WIDER.get(_one, frozenset()) | {_wide}


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """Give what is common to the forms of one word: "extens" and "extend", "progressiv" and "progression"."""
    for ending in _ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= _LEAST - 1:
            word = bare
            break
    bare = _LAST.sub("", word)
    short = bare if len(bare) >= _LEAST - 1 else word
    return word if short in _APART else short


@lru_cache(maxsize=16384)
def readings(word: str) -> frozenset[str]:
    """Give what a word of a chart may be held against: itself, its root, and each wider word it shows."""
    bare = root(word)
    return frozenset({word, *({bare} if len(bare) >= _LEAST else ())}) | _WIDER.get(word, frozenset())


def says(asked: str, said: str) -> bool:
    """Whether a stem of the chart says a stem that is asked."""
    if asked == said or asked in _WIDER.get(said, ()):
        return True
    one = root(asked)
    return len(one) >= _LEAST and one == root(said)
