"""What the payer decided: each sentence that decides, which way, and the kind of notice they make together."""

import re
from dataclasses import dataclass

from wellfounded.model.determination import Kind
from wellfounded.read.payer.paper import Paper, Sentence
from wellfounded.read.payer.zones import Zone, is_heading, placed

_NOT = r"(?:not|n't|never|no\s+longer)"
DENY = re.compile(
    rf"""\b(?:den(?:y|ied|ies|ying|ials?)|declin(?:e|ed|es|ing|ature)|disallow(?:ed|ing)?|reject(?:ed|ing|ion)?|repudiat\w+|refus(?:e|ed|al|ing)|non-?certif\w+|non-?affirm\w*|adverse\s+(?:benefit\s+)?(?:decision|determination)|uph(?:old|eld|olding)|unfavou?rable|terminat(?:e|ed|ing)\s+(?:your|coverage|services))\b
      | (?:unable|not\s+able|regret\s+\w+\s+\w+\s+(?:cannot|are\s+unable))\s+to\s+(?:\w+\s+)?(?:approve
          |authori[sz]e|certify|cover|pay|grant|issue|recommend|agree|provide|reimburse|accept|fund|consider|offer
          |settle|meet|process\s+payment|support|allow)
      | (?:can|could|will|do|does|did|would|shall)(?:\s*not|n't)\s+(?:\w+\s+){{0,2}}?(?:be\s+)?(?:approv\w*
          |authori[sz]\w*|certif\w*|cover(?:ed)?\b|pay\b|paid|grant\w*|reimburs\w*|fund\w*|accept\w*|recommend\w*
          |payable|agree\s+to)
      | (?:is|are|was|were|been|be)\s+{_NOT}\s+(?:\w+\s+){{0,2}}?(?:approved|authori[sz]ed|certified|covered
          |payable|granted|eligible|allowed|accepted|reimbursable|affirmed|admissible|recommended)
      | {_NOT}\s+(?:approv\w+|authori[sz]\w+|certif\w+)\b | decided\s+{_NOT}\s+to\s+(?:approve|cover|pay
          |authori[sz]e|fund) | payment\s+(?:is|was|has\s+been|will\s+be)\s+(?:denied|declined|refused)
      | (?:does|do|did)\s*(?:not|n't)\s+(?:meet|qualify|satisfy)\b | keine?\s+(?:zusage|kosten(?:ü|ue)bernahme)
          | ablehn\w+ | abgelehnt | abzulehnen | lehnen\s+wir | (?:nicht|keine?)\s+(?:\w+\s+){{0,6}}?(?:(?:ü
          |ue)bernehmen|(?:ü|ue)bernommen|bewillig\w+|genehmig\w+|erstatt\w+|zustimmen|entsprechen|entsprochen)
          |zur(?:ü|ue)ckgewiesen""",
    re.IGNORECASE | re.VERBOSE,
)
APPROVE = re.compile(
    rf"""\b(?:(?:is|are|was|were|been|be|has|have|hereby)\s+(?!{_NOT})(?:\w+\s+)?(?:approved|authori[sz]ed|certified|granted|overturned|reversed|affirmed|accepted\s+for\s+coverage)
      | (?:we|plan|company|{{payer}})\s+(?:have\s+|has\s+|will\s+|can\s+|are\s+able\s+to\s+
          |agree\s+to\s+)?(?:approved?|authori[sz]ed?|certif(?:y|ied)|granted?|overturn(?:ed)?|reversed?
          |cover)\b(?!\s+(?:in\s+part\s+)?by)
      | (?:pleased|happy|glad)\s+to\s+(?:\w+\s+){{0,4}}?(?:approve|inform|confirm|tell|let|advise|authori[sz]e)
      | (?:approves|approving|authori[sz]es|covers)\b | (?:notice\s+of\s+)?(?:approval
          |authori[sz]ation)\s+(?:notice|letter|granted|is\s+valid|period|valid) | fully\s+favou?rable
          | partially\s+favou?rable | approved\b(?!\s+(?:by|drug|amount|indication))
      | bewilligt | bewilligen | genehmigt | genehmigen | kosten(?:ü|ue)bernahme\w*\s+(?:erteilen|zugesagt|best(?:ä
          |ae)tig\w+) | (?:ü|ue)bernehmen\s+wir | wir\s+(?:ü|ue)bernehmen | stattgegeben | abgeholfen)""",
    re.IGNORECASE | re.VERBOSE,
)
PARTIAL = re.compile(
    r"""\b(?:partial(?:ly)?\s+(?:approv\w+|den\w+|favou?rable|authori[sz]\w+|certif\w+|overturn\w*|upheld)|(?:approv\w+|den\w+|authori[sz]\w+|certif\w+|upheld|covered)\s+in\s+part|in\s+part\s+(?:approv|den)\w+|approved?\s+with\s+modification
      |modif(?:y|ied|ication)\s+(?:of\s+)?(?:your|the|this|determination|decision|approval)?|(?:request|service
          |treatment|it)s?\s+(?:is|was|has\s+been|been)\s+modified|approved\s+as\s+modified|partial\s+approval
          |split\s+decision
      |teilweise\s+(?:bewillig|genehmig|stattgegeben|abgelehnt|entsprochen|(?:ü|ue)bern)\w*|teil(?:bewilligung
          |ablehnung|genehmigung)|reduced?\s+(?:from|the\s+(?:number|amount|hours|quantity)))""",
    re.IGNORECASE | re.VERBOSE,
)
PEND = re.compile(
    r"""\b(?:pended|pending|pend\b|suspended|on\s+hold|under\s+(?:clinical\s+|medical\s+|further\s+)?review|still\s+review\w+|extend(?:ed|ing)?\s+(?:the\s+)?(?:time|review|decision|period)|extension\b|more\s+time\s+to|additional\s+time|no\s+decision\s+has\s+(?:yet\s+)?been
      |not\s+(?:yet\s+)?(?:made|reached|completed)\s+(?:a|our|the)\s+(?:decision|determination|review)
          |decision\s+(?:has\s+been\s+)?(?:delayed|deferred)|in\s+process|in\s+bearbeitung
          |noch\s+nicht\s+entschieden|medizinischen?\s+dienst\w*\s+(?:\w+\s+){0,3}?(?:beauftragt|eingeschaltet
          |vorgelegt))""",
    re.IGNORECASE | re.VERBOSE,
)
INFORM = re.compile(
    r"""(?:need|require|request\w*|missing|awaiting|obtain)\s+(?:\w+\s+){0,4}?(?:additional|more|further|the\s+following|missing|other|some)\s+(?:\w+\s+){0,3}?(?:information|documentation|documents|records|details|items|notes|evidence)
      |(?:additional|further|more)\s+(?:\w+\s+){0,2}?(?:information|documentation|records|details)\s+(?:is|are|was
          |were|needed|required|request)
      |please\s+(?:\w+\s+){0,3}?(?:send|submit|provide|supply|forward|fax|return|upload|complete|furnish
          |attach)\b(?!\s+(?:\w+\s+){0,3}?appeal)|request\s+for\s+(?:additional\s+|more\s+|medical\s+|further\s+
          |clinical\s+|supporting\s+)*(?:information|records|documentation|documents)
      |(?:ben(?:ö|oe)tigen|erbitten|bitten)\s+(?:wir|sie)\s+(?:\w+\s+){0,8}?(?:unterlagen|angaben|informationen
          |bericht|befund)\w*|(?:reichen|senden)\s+sie\s+(?:\w+\s+){0,8}?(?:unterlagen|bericht|befund|nachweis)\w*""",
    re.IGNORECASE | re.VERBOSE,
)
TRANSITION = re.compile(
    (
        r"transition\s+(?:supply|fill|notice|process|policy|period|benefit|letter)|temporary\s+(?:supply"
        r"|fill)|(?:one-time|temporary),?\s+(?:\d+|\w+)[\s-]day\s+supply"
    ),
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    (
        r"^\W*(?:if|when|unless|should|once|until|after|before|in\s+case|wenn|falls|this\s+(?:approval"
        r"|authori[sz]ation)\s+(?:does|is\s+not))\b|\b(?:if|whether|unless"
        r"|in\s+case)\s+(?:\w+\s+){0,6}?(?:is|are|was|were|we|be|has|gets?)?\s*(?:\w+\s+)?$"
    ),
    re.IGNORECASE,
)
NO_DECISION = re.compile(
    (
        r"not\s+(?:a\s+)?(?:denial|approval|decision|determination)|neither\s+(?:approved|denied)"
        r"|may\s+(?:be\s+)?(?:result|lead|den|clos)|(?:could|might|will)\s+(?:result|lead)|risk\s+of"
        r"|avoid|if\s+(?:we|you|it|the)|right\s+to|to\s+appeal|appeal(?:s|ing)?\s+(?:a|any|this|the|our"
        r"|of|an)"
    ),
    re.IGNORECASE,
)
DECIDED = re.compile(
    (
        r"(?:status|decision|determination|outcome|disposition|result|action(?:\s+taken)?|our\s+decision"
        r"|entscheidung|ergebnis)\s*(?:is|of\s+review|on\s+(?:your|the)\s+request)?\s*[:=-]\s*"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of the notice decides each way, and where it does so first."""

    deny: float = 0
    approve: float = 0
    partial: float = 0
    pend: float = 0
    inform: float = 0
    transition: float = 0


def decides(sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    """Whether the sentence says so of this request, and not of what might be."""
    return any(not SUPPOSED.search(sentence.text, 0, found.start()) for found in pattern.finditer(sentence.text))


def tally(paper: Paper) -> Tally:
    """Weigh titles, stated outcomes and sentences of the notice."""
    sums = dict.fromkeys(Tally.__dataclass_fields__, 0.0)
    patterns = (
        ("deny", DENY),
        ("approve", APPROVE),
        ("partial", PARTIAL),
        ("pend", PEND),
        ("inform", INFORM),
        ("transition", TRANSITION),
    )
    for each in placed(paper):
        sentence = each.sentence
        if each.zone in {Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK} and not is_heading(
            paper.line_at(sentence.start)
        ):
            continue
        stated = DECIDED.search(sentence.text)
        early = sentence.start < len(paper.plain) * 0.5 or sentence.start < 1500
        for name, pattern in patterns:
            if not decides(sentence, pattern) or (name in {"deny", "approve"} and NO_DECISION.search(sentence.text)):
                continue
            sums[name] += (
                4 if stated and pattern.search(sentence.text, stated.end(), stated.end() + 40) else 2 if early else 1
            )
    for at, line in enumerate(paper.lines[:40]):
        if is_heading(line) and (at < 14 or line.text.isupper()):
            for name, pattern in patterns:
                sums[name] += 3 * bool(
                    pattern.search(line.text) and not re.search(r"right|appeal|how|rights", line.text, re.IGNORECASE)
                )
    return Tally(**sums)


def kind(found: Tally) -> Kind:
    """Give the kind of notice a tally makes; `other` where nothing is decided or asked."""
    if found.transition >= 4:
        return Kind.TRANSITION_NOTICE
    if found.deny + found.approve + found.partial < 2:
        if found.inform >= 2 and found.inform >= found.pend:
            return Kind.INFORMATION_REQUEST
        if found.pend >= 2:
            return Kind.PEND
        return Kind.INFORMATION_REQUEST if found.inform else Kind.OTHER
    if found.inform + found.pend > 2 * (found.deny + found.approve + found.partial):
        return Kind.PEND if found.pend > found.inform else Kind.INFORMATION_REQUEST
    if found.partial >= 2 and found.approve:
        return Kind.PARTIAL_APPROVAL
    if (
        found.approve >= 2
        and found.deny >= 2
        and min(found.approve, found.deny) / max(found.approve, found.deny) >= 0.4
    ):
        return Kind.PARTIAL_APPROVAL
    return Kind.APPROVAL if found.approve > found.deny else Kind.DENIAL
