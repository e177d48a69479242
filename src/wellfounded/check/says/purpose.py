"""What a letter is for: its kind as a letter pack names it, told from the words of one that someone else wrote."""

from wellfounded.check.says.plain import phrase

# In this order: the first that speaks decides.
ACCOUNT = phrase(
    r"\b(?:FSA|HSA|HRA|flexible spending|health savings|health reimbursement|spending account"
    r"|reimbursement (?:account|arrangement))\b"
)
TURN = phrase(  # what asks for another decision
    r"\b(?:I|we) (?:\w+ ){0,3}appeal(?:ing)?\b",
    r"\b(?:appeal|reconsider\w*|reverse|overturn|grievance)\b[^.]{0,40}\b(?:denial|denied|decision|determination"
    r"|refusal)\b",
    r"\b(?:this|first[- ]level|second[- ]level|formal|written|internal|my|our|member|expedited|urgent|an?) appeal\b",
    r"\bappeal (?:of|the|your|for)\b",
    r"\byour denial\b|\breconsideration\b|\bplease reconsider\b",
)
PAPERS = phrase(  # what asks for papers
    r"\b(?:send|provide|furnish|supply|forward|share|release|disclose|mail|fax|request|copy|copies)\b[^.]{0,60}\b"
    r"(?:criteria|claim file|case file|guidelines?|protocols?|clinical rationale|utilization review|policy)\b"
)
DECIDE = phrase(r"\b(?:approve|approval|reconsider\w*|reverse|overturn|authoriz\w+|grant|cover (?:this|the|her|his))\b")
SPEED = phrase(r"\bexpedite[ds]?\b|\b(?:urgent|fast|72[- ]hour) (?:\w+ )?(?:review|appeal|decision|request)\b")
AGAIN = phrase(
    r"\b(?:continuation|continued|continuing|renewals?|re-?authorization|extension|ongoing|additional"
    r"|further) (?:\w+ )?"
    r"(?:of|authorization|approval|coverage|use|treatment|therapy|sessions|visits|infusions|doses|care|services?)\b",
    r"\b(?:renew|extend|reauthorize) (?:the|her|his|their|your|this|coverage|approval|authorization)\b",
)
LAY = phrase(
    r"\b(?:I am|as) (?:the|a|your) (?:patient|member|insured|subscriber|policy ?holder)\b",
    r"\bI am (?:his|her|their|the patient's|the member's) (?:mother|father|parent|guardian|husband|wife|son|daughter"
    r"|spouse|partner|sister|brother)\b",
    r"\bmy (?:own )?(?:doctors?|physicians?|specialist|claim|policy|son|daughter|husband|wife|mother|father|coverage"
    r"|insurance|condition|symptoms)\b",
)


def kind(body: str, whole: str) -> str:
    """Give the letter pack's name of a letter's kind.

    fsa_hsa, criteria_request, expedited_appeal, patient_appeal, internal_appeal, renewal, or prior_authorization
    where nothing speaks for another.
    """
    if ACCOUNT.search(whole):
        return "fsa_hsa"
    turns = TURN.search(whole)
    if PAPERS.search(body) and not DECIDE.search(body) and (not turns or asks_papers_first(body)):
        return "criteria_request"
    if turns:
        if LAY.search(body):
            return "patient_appeal"
        return "expedited_appeal" if SPEED.search(body) else "internal_appeal"
    return "renewal" if AGAIN.search(body) else "prior_authorization"


def asks_papers_first(body: str) -> bool:
    """Whether the papers are asked for before any word of appeal."""
    papers, turns = PAPERS.search(body), TURN.search(body)
    return papers is not None and (turns is None or papers.start() < turns.start())
