"""The parts of which the words of reasons are made: negations, records, authorizations, medicines, care."""

PARTS = {
    "preferred": (
        r"(preferred|formulary|first[ -]line|step[ -]?1|step[ -]one|generic|lower[ -]tier"
        r"|covered alternatives?)"
    ),
    "not": (
        r"(\w+n't|not|never|no longer|nor|neither|fail|fails|failed to|fails to|unable to|cannot|did not|without"
        r"|kein|keine|nicht)"
    ),
    "records": (
        r"(information|documentation|documents?|records?|notes|paperwork|evidence|itemi[sz]ed (bill|receipt"
        r"|statement)s?|receipts?|forms?|reports?|letter of medical necessity|prescription|unterlagen|nachweise?)"
    ),
    "auth": (
        r"(((prior|pre|advance|required|plan|previous|pre-?service)[ -]){0,4}(authori[sz]ation|certification"
        r"|pre-?cert(ification)?|approval|pre-?notification|notification|pre-?authori[sz]ation|referral))"
    ),
    "medicine": (
        r"(drugs?|medications?|medicines?|agents?|biosimilars?|generics?|formulary|antidepressants?|dmards?"
        r"|statins?|triptans?|inhibitors?|products?|biologics?|injectables?|insulins?|inhalers?)"
    ),
    "care": (
        r"(treatments?|therap(y|ies)|care|management|measures?|options?|alternatives?|interventions?|devices?"
        r"|equipment|methods?|services?|modalit(y|ies)|exercises?)"
    ),
    "milder": (
        r"(conservative|non-?surgical|non-?operative|non-?invasive|first[ -]line|standard|less (invasive|costly"
        r"|expensive|intensive)|lower[ -]cost|lesser|simpler|usual|basic|initial)"
    ),
}
