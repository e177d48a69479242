"""How notices name what was asked for: labels, the sentences that ask, and what is cut from either end of the name."""

import re

from wellfounded.read.payer.labels import compiled
from wellfounded.read.payer.phrases import phrases
from wellfounded.wire.caseless import Caseless

SERVICE = compiled(
    r"expense\s+type|(?:(?:requested|denied|proposed|reviewed|approved|non-?covered)\s+)?(?:services?(?:\(s\))?(?:\s*/\s*\w+)?"
    r"|treatments?(?:\s*/\s*services?)?|procedures?|medications?|drugs?|items?|equipment|prescription|supply"
    r"|supplies|device|product|therapy|expense|svc)(?:\(s\))?(?:\s*/\s*\w+)?"
    r"(?:\s+(?:requested|reviewed|denied|description|name|in\s+(?:question|dispute)|at\s+issue"
    r"|under\s+review|being\s+reviewed"
    r"|and\s+codes?|for\s+review|not\s+approved|affected|approved|claimed))?"
    r"|(?:description|details)(?:\s+of\s+(?:the\s+)?(?:service|item|expense|treatment|request)s?)?"
    r"|(?:your\s+)?request(?:ed)?(?:\s+for(?:\s+(?:cover|coverage|payment|approval|authori[sz]ation))?)?"
    r"|proposed(?=\s*:)|ordered(?=\s*:)|(?:proposed\s+)?line\s+of\s+treatment"
    r"|(?:tests?|scan|study|exam|drug|item|service|procedure|treatment)\s+(?:asked\s+for|ordered)"
    r"|type\s+of\s+(?:service|care|treatment)"
    r"|you(?:\s+or\s+your\s+\w+)?\s+asked\s+for(?=\s*:)|(?:what\s+)?(?:was|you|we\s+were)?\s*(?:requested|asked\s+for)|denied|not\s+approved|claim\s+for"
    r"|(?:proposed\s+|planned\s+)?(?:rx|surgery|operation|intervention|admission\s+for)|drug\s*/\s*\w+|name\s+of\s+(?:drug"
    r"|medication|service)|leistung"
    r"|behandlung|beantragte\s+(?:leistung|behandlung|versorgung)|hilfsmittel|arzneimittel|betreff|subject|re"
    r"|regarding"
)
DIAGNOSIS = compiled(
    r"(?:primary\s+|principal\s+|admitting\s+|provisional\s+|working\s+|final\s+|clinical\s+)?(?:diagnos[ie]s"
    r"|dx)(?:\s*\(es\))?(?:\s+(?:code|description|codes|reported|submitted|given|provided|listed|on\s+file))?(?:\(s\))?"
    r"|icd-?10(?:-cm)?(?:\s+codes?)?|condition(?:\s+(?:treated|being\s+treated))?|ailment|diagnose"
)
UNITS = compiled(
    r"(?:(?:number\s+of|requested|total|qty|quantity)\s+)?(?:units?|visits|sessions|quantity|qty|days\s+requested"
    r"|hours)(?:\s+(?:requested|denied|of\s+service))?"
)
THING = r"(?:sessions?|visits?|units?|treatments?|days?|hours?|injections?|sitzungen|stunden|einheiten)"
EVERY = (
    r"(?:\s*(?:/|,?\s*(?:per|each|an?|every|for|in|over))\s*(?:\d+\s*)?(?:days?|weeks?|months?|years?"
    r"|doses?|fills?|visits?|wk|mo)\b)?"
)
PACK = r"(?:tablets?|capsules?|vials?|syringes?|pens?|doses?|patches|inhalers?)"
COUNT = Caseless(
    rf"\b(?<!every )(?<!per )(?P<n>\d{{1,3}})\s+(?:(?!mg|mcg|ml|g\b"
    rf"|of\b|an?\b|per\b|hours?\b|days?\b|visits?\b)[a-z-]+\s+){{0,3}}?(?P<unit>{THING})\b(?!\s*"
    rf"(?:supply|old|/\s*(?:week|wk|day|month)|a\s+(?:week|day|month)|per\s+(?:week|day|month)|weekly|'))",
)
_STOP = (
    r"(?:for|another|because|after|following|during|is|was|were|are|has|have|as|since|at|under|that"
    r"|which|from|and\s+we|due"
    r"|by|dated|received|submitted|requested|you|we|does|do|not|to\s+be|wird|ist|vom|provided|performed"
    r"|supplied|furnished|delivered|will|cannot"
    r"|but|before|on\s+(?:\d|\w+\s+\d)"
    r"|in\s+the\s+amount|based|until|when|billed|ersucht|gestellt|eingereicht|beantragt|beantragte[nr]?"
    r"|should|must|would|may|can|could|might|shall|only|did|had|be|been|being|then|now|if|it|them|these|those|this"
    r"|receiving|getting|receipt|that|there|so|and|or|nor|no|any|all|some|such|each|more|less"
    r"|further\s+(?:review|information)|another|again"
    r"|yet|still|also|he|she|his|her|him|they|their|its|our|your|us|who|how|what|when|where|why|whether)\b"
)
_NAMED = r"(?:[A-Z][\w.&'-]*(?:\s+[A-Z][\w.&'-]*){0,4})"
_ASKED_ON = r"(?:,?\s+(?:received\s+)?(?:on\s+|of\s+|dated\s+)?(?:\d|[A-Z][a-z]{2})[\w ,/.]{3,18}?,?)?"
_TO_DO = r"to\s+(?:approve|cover|pay\s+for|authori[sz]e|fund|provide)"
_REQUESTING = (
    rf"(?i:requests?|requested|claim|application|referral|prescription|order|appeal)(?:\s+(?:from|by|of)\s+{_NAMED})?"
    rf"{_ASKED_ON}\s+(?:for|of|about|regarding|concerning|over|{_TO_DO})"
    rf"|(?i:asked|asking|(?<=she\s)asks|(?<=he\s)asks|(?<=doctor\s)asks)\s+(?:us|{_NAMED}"
    rf"|for\s+approval)?{_ASKED_ON}\s*(?:for|of|{_TO_DO})"
)
_COVERING = (
    r"(?i:pre-?authori[sz]ation|authori[sz]ation|approval|coverage|payment|cover|funding|reimbursement"
    r"|benefits)\s+(?:for|of)"
    r"|(?<!does\snot\s)(?<!doesn't\s)(?:approve|authori[sz]e|cover|deny|denied|certify|denying|approved"
    r"|authori[sz]ed|pay\s+for|fund|denial\s+of)"
    r"(?:\s+(?:coverage|payment|authori[sz]ation|the\s+request))?(?:\s+(?:of|for))?"
)
_COUNTING = r"\d+\s+(?i:hours|visits|sessions|days)(?:\s+(?:a|per|each)\s+(?:week|day|month))?\s+of"
_GERMAN = (
    r"(?i:antrag\s+auf\s+kosten(?:ü|ue)bernahme:|antrags?(?:\s+vom\s+[\d.]+)?\s+auf|kosten(?:ü"
    r"|ue)bernahme\s+(?:für|fuer|der|des|einer)|rechnung\s+über)"
)
_OPENERS = f"{_REQUESTING}|{_COVERING}|{_GERMAN}|{_COUNTING}"
_ARTICLES = (
    r"(?:(?i:your|the|a|an|his|her|die|der|den|das|eine[rnms]?|ein|(?:coverage|payment|approval"
    r"|authori[sz]ation|pre-?authori[sz]ation|cover)\s+(?:of"
    r"|for)|kosten(?:ü|ue)bernahme\s+(?:für|fuer|der|des|einer))\s+)*"
    r"(?:(?:up\s+to\s+)?\d+\s+(?:additional\s+|more\s+)?)?"
)
ASKED = re.compile(
    rf"\b(?:{_OPENERS})\s+{_ARTICLES}(?P<what>(?!(?i:{_STOP}))[A-Za-zÄÖÜäöü][\w/()+,'%-]*(?:\s+(?!"
    rf"(?i:{_STOP}))[\w/()+,'%.-]+){{0,11}})"
)
REQUEST = Caseless(r"request|ask|claim|application|referral|order|antrag")
BEFORE_CODE = Caseless(
    r"\b(?:for|of|about|regarding|concerns|concerning)\s+(?:an?\s+|the\s+|your\s+)?(?P<what>[A-Za-z][\w'-]*(?:\s+[\w'/-]+){0,9}?)\s*\((?:CPT"
    r"|HCPCS|procedure|code|\d{5}\)|[A-Z]\d{4}\))",
)
AFTER_CODE = Caseless(
    r"\b(?:(?:procedure|service|treatment|item|billing)\s+code|CPT|HCPCS|item"
    r"|code)\s*(?:no\.?\s*)?[A-Z]?\d{3,5}[A-Z]?\s*"
    r"[,:(-]\s*(?P<what>[a-z][\w' /-]{5,80}?)(?=\s*(?:[,.;)]|\bperformed|\bprovided|\bon\s+\d|$))",
)
YOURS = re.compile(
    r"\b(?:your|the|this)\s+(?i:medicine|drug|medication"
    r"|prescription)\s+(?P<what>[A-Z][\w-]+(?:\s+[\d.]+\s?(?:mg|mcg|ml))?(?:\s+\([\w -]+\))?)"
)
SUBJECT_OF = re.compile(  # "Inpatient admission is denied."
    r"^(?P<what>[A-Z][a-z][\w' /()+,-]{5,70}?)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:hereby\s+"
    r"|therefore\s+)?"
    r"(?:not\s+)?(?:denied|declined|approved|certified|authori[sz]ed|covered|non-certified)\b"
)
LISTED = Caseless(
    r"(?<!reason)(?<!reasons)\b(?:(?:following|listed\s+below|shown\s+below|below)\b(?![^:]*\breasons?\b)[^.]{0,120}"
    r"|(?:requested|asked\s+for)\s*|(?:this|these|the)\s+(?:prescription\s+|medical\s+)?(?:drug|service|item|treatment"
    r"|procedure|medicine|medication|request)s?\b(?![^:]*\b(?:reasons?|because|why|as)\b)[^.]{0,120}):$"
)
NO_SERVICE = phrases(
    """
    opinion | reason | explanation | review | january | february | march | april | june | july | august | september
        | october | november | december
    plan | other | others | notice | denial | determination | claim | appeal | explanation | member | patient | policy
        | number | letter | decision | authori[sz]ation | request* | information | case | reference | coverage
        | cover | date
    kosten(ü|ue)bernahme | papers? | receipts? | proof | details | rep | representatives? | approval
        | reconsideration | response | file | application | transition | reimbursement | your | our | records?
        | documentation | listed | above | following | payment | that | this | these | it | or | up to | expense
        | expenses
    """
)
ONLY = phrases(
    """
    days? | visits? | units? | sessions? | hours? | amount | billed | paid | charged | allowed | approved | provided
    services? | items? | benefits? | treatments? | procedures? | medications? | drugs? | care | supplies | health care
    medical | same | part | all | any | requested | equipment | prescription
    """
)
CODE_TAIL = Caseless(
    r"\s*[\[(,;:-]*\s*\b(?:(?:CPT|HCPCS|ICD\S*|NDC|DIN|MBS|J-?code|codes?|procedure\s+codes?|DRG|rev\.?)\b.*"
    r"|(?<!-)[A-Z]?\d{4}[0-9A-Z]?\b(?!\s*(?:mg|mcg|ml))\)?(?:\s*(?:,|and|x|-|/|;|\()\s*.*)?)$",
)
TAIL = Caseless(
    rf"\s*[,;(-]?\s*(?:(?:x\s*)?\d+\s+(?:(?!mg|mcg|ml|g\b|iu\b|units?/)\w+\s+)?(?!units/)(?:{THING}|{PACK})\b|qty"
    rf"|quantity|#\s?\d+|\d+\s+\w+\s+every|(?:weeks?|every|once|twice|daily|weekly)\b|[$€£₹]\s?\d|\bfor\s+(?:patient"
    rf"|member)|(?:dated?|from|on|beginning"
    rf"|dates?\s+of\s+service)\s+\d|\d+\s+(?:months?|weeks?)\b).*$",
)
COUNTED = Caseless(r"(?<=\w)\s+(?:visits?|sessions?)\s*$")
LEADING_COUNT = Caseless(
    r"\s*(?:(?:up\s+to\s+)?\d{1,3}\s+)?(?:visits|sessions|hours|units|days)\s+(?:(?:a|per"
    r"|each)\s+(?:week|day|month)\s+)?of\s+"
    r"|\s*(?:up\s+to\s+)?\d{1,3}\s+(?:additional\s+|more\s+)?(?=[a-z]{4})|\s*(?:current|requested"
    r"|your)\s+(?=[a-z]{4})",
)
LEADING_CODE = re.compile(
    r"\s*(?:(?:CPT|HCPCS)\s*)?\(?[A-Z]?\d{4}[0-9A-Z]?\)?(?:\s*x\s*\d+)?\s*[-:,]?\s+(?=[A-Za-z]{2})"
)
DOSE = Caseless(r"\b\d+(?:\.\d+)?\s?(?:mg|mcg|ml|units?/ml|g)\b")
ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-o>])\s+")
TITLED = Caseless(r"(?:betreff|subject|re|regarding|request|type|description|details)\b")
OPENER = Caseless(
    r"\W*(?:(?:notice|denial|request|authori[sz]ation|coverage|cover|your|prior|pre-?|decision|determination|appeal"
    r"|on|ihr|antrag|kosten\w+)\s*){1,6}(?:of|for|für|auf|on)\s+",
)
SUBJECT = Caseless(
    r"(?P<what>\w[\w ,/()'.&]{3,70}?)\s+-\s+(?:(?:request|claim|application|coverage"
    r"|prior\s+authori[sz]ation|authori[sz]ation)\s+)?(?:declined|denied|refused|not\s+approved|approved"
    r"|pended|denial)\b.{0,20}",
)
CARE = phrases(
    "extraction | excision | resection | \\w+ectomy | \\w+plasty | \\w+oscopy | \\w+otomy | ablation | fusion "
    "| stimulat* | pump | biopsy | dialysis | radiation | chemotherapy | prosthe* | orthosis | orthotics? "
    "| brace | oxygen "
    "| acupuncture | physio* | massage | psychotherapy | treatments? | therapy | surgery | scan | MRI | CT "
    "| injections? | infusions? | tests? | testing "
    "| equipment | device | wheelchair | admission"
    " | stay | rehabilitation | nursing | counsel* | implant | transplant | imaging | removal | repair | replacement"
)
THINGS = phrases("services? | items? | drugs? | treatments? | request* | prescription | procedures?")
CODED = re.compile(r"\b[A-Z]\d{4}\b|\(\d{5}\)|\bCPT\b")
PERSON_NAME = re.compile(r"(?:(?i:daughter|son|spouse|self|dependent),\s*)?[A-Z][a-z]+(?:\s+[A-Z]\.?)?\s+[A-Z][a-z]+")
