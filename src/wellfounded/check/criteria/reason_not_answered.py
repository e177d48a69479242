"""An appeal must answer the reason the plan gave.

A letter that argues need against a step rule, or steps against "investigational", is upheld unread.

Bad:  I appeal. She is very ill and needs this drug.  <-  reason: step_therapy | denial: Step therapy is required.
Bad:  I appeal. She failed two drugs.  <-  reason: experimental_investigational | denial: Investigational.
Good: I appeal. She tried methotrexate and it failed.  <-  reason: step_therapy | denial: Step therapy is required.
Good: I appeal. The FDA approved it in 2017.  <-  reason: experimental_investigational | denial: Investigational.
Good: I request TMS.  <-  chart: Progress note.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "CR102"
SEVERITY = Severity.WARNING

OTHERWISE = {"criteria_request", "information_answer", "peer_to_peer"}  # what asks for papers, or is read aloud
OURS = {
    "prior_authorization",
    "continuation",
    "new_plan_year",
    "fsa_hsa",
    "dme",
}  # letter packs that ask and appeal nothing
_ENDED = (
    r"fail\w*|intoleran\w+|contraindicat\w+|stopped|discontinued|did not respond|allerg\w+|ineffective|unsuccessful\w*"
    r"|(?:no|without|inadequate|insufficient|poor|partial) (?:\w+ )?(?:response|relief|benefit|improvement|effect)"
    r"|(?:did|could) not (?:help|work|tolerate)|not tolerated?|side effects?|adverse|exhaust\w+|already (?:taken|used)"
)
ANSWERS = {
    "step_therapy": phrase(rf"\b(?:tried|trials?|step|{_ENDED})\b"),
    "alternatives_not_exhausted": phrase(
        rf"\b(?:tried|trials?|alternative\w*|ruled out|completed|worn|did not (?:work|help)|conservative|{_ENDED})\b"
    ),
    "experimental_investigational": phrase(
        r"\b(?:FDA|food and drug|approv\w+|cleared|guidelines?|trials?|stud(?:y|ies)|randomi[sz]ed|compendi\w+|et al"
        r"|coverage determination|evidence|peer-reviewed|literature|published|standard of care|label(?:ed)?)\b"
    ),
    "not_medically_necessary": phrase(
        r"\b(?:criteri\w+|necess\w+|polic\w+|requirements?|fail\w*|severe|score|function\w*|because|benefit|tried|trials?|drugs?|despite|improve\w*|relief|effect\w*|without)\b"
    ),
    "out_of_network": phrase(r"\b(?:network|in-network|distance|miles|continuity|gap|no other|available provider)\b"),
    "no_prior_authorization": phrase(r"\b(?:authoriz\w+|retroactive|emergen\w+|exception|notif\w+)\b"),
    "missing_information": phrase(r"\b(?:enclos\w+|attach\w+|records?|notes?|documentation|information)\b"),
    "coding": phrase(r"\b(?:cod(?:e|ed|ing)|modifier|correct\w*|CPT|HCPCS|ICD)\b"),
    "not_covered_benefit": phrase(
        r"\b(?:cover\w*|benefit\w*|exclu\w+|contract|plan document|certificate|indication|approved|prescribed to)\b"
    ),
    "cosmetic_or_personal": phrase(
        r"\b(?:cosmetic|reconstruct\w+|function\w*|pain\w*|impair\w*|obstruct\w*|breath\w*|congenital|injur\w+"
        r"|infect\w*|vision|disab\w+|unable|cannot)\b"
    ),
    "frequency_or_level": phrase(r"\b(?:frequen\w+|visits?|sessions?|units?|level|hours|days|limit\w*|dose)\b"),
}


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report the first body line of an appeal for each of the refusal's reasons that no word of the body takes up."""
    reading = chart.refusal
    turned = "appeal" in prose.flat.lower() or "denial" in prose.flat.lower()
    if reading is None or not prose.body or not turned or prose.kind in OTHERWISE:
        return
    if not prose.english or (prose.ours is not None and prose.kind in OURS):
        return
    body = " ".join(line.text for line in prose.body)
    for field in reading.all("reason"):
        words = ANSWERS.get(str(field.value))
        if words is not None and not words.search(body):
            line = prose.body[0]
            said = str(field.value).replace("_", " ")
            yield Mark(
                (line.start, line.start + len(line.text)), f"the plan's reason, {said}, is not answered", "Answer it."
            )
