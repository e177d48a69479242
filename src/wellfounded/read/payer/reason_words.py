"""The words of each reason, in English and German: the strong ones name it, the weak ones count where nothing does."""

import re

from wellfounded.model.determination import ReasonKind

_NOT = r"(?:not|n't|no longer|never|nor|neither|fail(?:s|ed)? to|unable to|cannot)"
_RECORDS = (
    r"(?:information|documentation|document(?:s|ed)?|records?|notes|paperwork|evidence"
    r"|itemi[sz]ed (?:bill|receipt)s?|receipts?|form|results?|reports?|letter of medical necessity"
    r"|unterlagen|nachweise?)"
)
_AUTH = (
    r"(?:(?:prior|pre|advance|required|plan)[\s-]*)*(?:authori[sz]ation|certification|precert\w*"
    r"|approval|pre-?notification|notification|authori[sz]ed|approved|certified|notice|referral)"
)

_STRONG = {
    ReasonKind.NOT_MEDICALLY_NECESSARY: rf"""
        {_NOT}\W+(?:\w+\W+){{0,5}}?(?:medically|clinically)\W+(?:necessary|needed|required|appropriate|indicated
            |justified)
      | {_NOT}\W+(?:\w+\W+){{0,4}}?(?:reasonable\W+and\W+necessary|reasonably\W+required)
      | (?:medical|clinical)\s+(?:necessity|need|justification)\W+(?:\w+\W+){{0,8}}?{_NOT}\W+(?:\w+\W+){{0,3}}?
          (?:establish|met\b|meet|shown|show|demonstrat|support|document|substantiat|evident|satisf|proven|justif
          |confirm)\w*
      | {_NOT}\W+(?:\w+\W+){{0,6}}?(?:show|meet|establish|demonstrat|support|satisf|prove|substantiat|document
          |justify|fulfil|reflect|confirm)\w*\W+(?:\w+\W+){{0,8}}?(?:medical(?:ly)?|clinical)\W+(?:necess\w+|need\b
          |criteria)
      | (?:lack|absence)\s+of\s+medical\s+necessity | medical\s+necessity\s+denial | (?:on
          |based\s+on)\s+(?:the\s+grounds\s+of\s+)?medical\s+necessity
      | medically\s+unnecessary | criteria\s+for\s+medical\s+necessity\W+(?:\w+\W+){{0,4}}?{_NOT}
      | medizinisch\w*\s+(?:\w+\s+){{0,4}}?(?:nicht|keine?)\s+(?:notwendig|erforderlich|indiziert|begr(?:ü|ue)ndet)
      | (?:nicht|keine?)\s+(?:\w+\s+){{0,4}}?medizinisch\w*\s+(?:notwendig\w*|erforderlich\w*|indiziert|indikation)
      | medizinische\s+(?:notwendigkeit|indikation)\s+(?:\w+\s+){{0,10}}?(?:nicht|kein) | ma(?:ß
          |ss)\s+des\s+notwendigen""",
    ReasonKind.EXPERIMENTAL_INVESTIGATIONAL: rf"""
        \b(?:experimental|investigational|investigative|unproven|emerging\s+technolog\w+)\b
      | {_NOT}\W+(?:\w+\W+){{0,4}}?(?:proven|established|demonstrated|shown)\W+(?:\w+\W+){{0,3}}?(?:effective|safe
          |efficac\w+|benefi\w+|improve)
      | (?:safety|efficacy|effectiveness|clinical\s+(?:benefit
          |utility))\W+(?:\w+\W+){{0,8}}?{_NOT}\W+(?:\w+\W+){{0,3}}?(?:establish|prov|demonstrat|shown)\w*
      | (?:insufficient|not\s+(?:enough|sufficient)|inadequate|lack\s+of|limited
          |no)\s+(?:\w+\s+){{0,3}}?(?:scientific|peer[\s-]?reviewed|published|clinical\s+trial
          |medical)\s+(?:\w+\s+)?(?:evidence|literature|studies|data|research)
      | {_NOT}\W+(?:\w+\W+){{0,3}}?FDA[\s-]?(?:approved|cleared)
          | {_NOT}\W+(?:\w+\W+){{0,3}}?approved\s+by\s+the\s+(?:FDA|food\s+and\s+drug)
      | off[\s-]label | {_NOT}\W+(?:\w+\W+){{0,3}}?(?:a\s+)?medically[\s-]accepted\s+indication
          | medically[\s-]accepted\s+indication\W+(?:\w+\W+){{0,6}}?{_NOT}
      | {_NOT}\W+(?:\w+\W+){{0,4}}?(?:generally|widely)\s+accepted\W+(?:\w+\W+){{0,3}}?(?:standards?|practice|medical)
      | (?:unkonventionell\w*|neue)\s+(?:untersuchungs|behandlungs)\w+ | allgemein\s+anerkannte\w*\s+stand
          | wissenschaftlich\s+(?:nicht|noch\s+nicht) | off-label-use | experimentell\w*""",
    ReasonKind.STEP_THERAPY: rf"""
        \bstep[\s-]?therapy | step\s+(?:edit|requirement|protocol|one|1|care) | fail[\s-]first
      | (?:must|need(?:s|ed)?\s+to|required\s+to|has\s+to|have\s+to|should|requires?(?:\s+(?:that\s+)?(?:you
          |the\s+\w+))?)\s+(?:\w+\s+){{0,4}}?(?:tr(?:y|ied)|fail(?:ed)?|use[d]?
          |trial)\W+(?:[\w'/,()-]+\W+){{0,10}}?(?:drugs?|medic(?:ation|ine)s?|agents?|biosimilars?|generics?
          |formulary|preferred|antidepressants?|tnf|dmards?|statins?|triptans?|inhibitors?|tablets?
          |first[\s-]line\s+(?:drug|agent)s?)
      | {_NOT}\W+(?:\w+\W+){{0,5}}?(?:tried|try|failed|taken|used|had\s+(?:a\s+)?trial
          |trial)\W+(?:[\w'/,()-]+\W+){{0,10}}?(?:drugs?|medic(?:ation|ine)s?|agents?|biosimilars?|generics?
          |formulary|preferred|alternative\s+(?:drug|med)|antidepressants?|dmards?|statins?|triptans?|methotrexate
          |metformin)
      | (?:trial|use|failure|intolerance)\W+(?:\w+\W+){{0,3}}?(?:of|to
          |with)\W+(?:[\w'/,()-]+\W+){{0,8}}?(?:preferred|formulary|first[\s-]line
          |step\s+1)\W+(?:\w+\W+){{0,2}}?(?:drugs?|medic\w+|agents?|products?|alternatives?)
      | preferred\s+(?:\w+\s+){{0,2}}?(?:drugs?|products?|agents?|alternatives?|medic\w+
          |biosimilars?)\W+(?:\w+\W+){{0,6}}?(?:first|before|tried|not\s+been)
      | tried\s+and\s+failed\W+(?:\w+\W+){{0,6}}?(?:drugs?|medic\w+|agents?|preferred|formulary)""",
    ReasonKind.ALTERNATIVES_NOT_EXHAUSTED: rf"""
        (?:conservative|non-?surgical|non-?operative|non-?invasive|first[\s-]line|standard|other|less\s+(?:invasive
            |costly|expensive)|lower[\s-]cost|alternative|established|simpler
            |accepted)\s+(?:\w+\s+){{0,2}}?(?:treatments?|therap(?:y|ies)|care|management|measures?|options?
            |alternatives?|interventions?|devices?|equipment|methods?)
          \W+(?:[\w',()-]+\W+){{0,12}}?(?:{_NOT}|first|before|prior\s+to|exhausted|inadequate|available
              |would\s+meet|is\s+sufficient|tried|required)
      | {_NOT}\W+(?:[\w',()-]+\W+){{0,10}}?(?:complet\w*|tried|try|fail\w*|exhaust\w*|attempt\w*|undergone|had
          |trial|show|document\w*|receive\w*)\W+(?:[\w',()-]+\W+){{0,10}}?(?:conservative|non-?surgical
          |non-?operative|physical\s+therapy|other\s+(?:treatment|therap|option)\w*|alternativ\w+
          |less\s+(?:invasive|costly|expensive|intensive)|lesser|first[\s-]line|standard\s+(?:treatment|therap
          |medic)\w*|weeks\s+of)
      | alternativ\w+\s+(?:[\w']+\s+){{0,4}}?(?:have|has|were)\s+not\s+been\s+(?:exhausted|tried|ruled\s+out
          |considered)
      | (?:failure|failed|inadequate\s+response)\W+(?:\w+\W+){{0,6}}?(?:conservative|first[\s-]line|non-?surgical)
      | (?:vertrags(?:ä|ae)rztlich\w*|alternative|konservative)\s+(?:\w+\s+){{0,4}}?(?:behandlung\w*|therapie\w*
          |ma(?:ß|ss)nahmen|methoden|alternativen?)\s+(?:\w+\s+){{0,8}}?(?:ausgesch(?:ö|oe)pft|zur\s+verf(?:ü
          |ue)gung|nicht)""",
    ReasonKind.FREQUENCY_OR_LEVEL: r"""
        quantity\s+limit\w* | (?:exceed\w*|over|beyond|more\s+than|above|in\s+excess\s+of|reached|exhausted
            |used\s+(?:up\s+)?all(?:\s+of)?|met|past)\W+(?:[\w',()-]+\W+){0,8}?(?:limit\w*|maximum\w*|allow(?:ed
            |able)\s+(?:number|quantity|amount|units|visits)|frequency|usual\s+(?:number|length)
            |number\s+of\s+(?:\w+\s+)?(?:visits|sessions|units|days|hours)|benefit\s+(?:limit|maximum)|(?:day|visit
            |session|unit|hour)s?\s+(?:allowed|covered|per|a|each))
      | (?:limit(?:ed)?|maximum)\s+(?:of|to|is)\s+(?:\w+\s+){0,4}?\d+ | visit\s+limit | (?:annual|lifetime
          |calendar[\s-]year|benefit)\s+(?:maximum|limit|max)\w*\W+(?:\w+\W+){0,4}?(?:reached|met|exceeded
          |exhausted|used)
      | (?:lower|less\s+(?:intensive|restrictive|acute)|different|lesser|alternate|outpatient)\s+(?:level|setting
          |intensity)(?:\s+of\s+(?:care|service))?
      | (?:inpatient|acute|skilled|residential|requested|this|hospital)\W+(?:\w+\W+){0,3}?level\s+of\s+care
          | level\s+of\s+care\W+(?:\w+\W+){0,6}?(?:not|criteria|lower)
      | (?:could|can|may)\s+(?:\w+\s+){0,3}?(?:safely\s+)?(?:be(?:en)?\s+)?(?:safely\s+)?(?:provided|performed
          |managed|treated|delivered|given|met|done)\W+(?:\w+\W+){0,3}?(?:in|at|on|as|with|by
          |through)\W+(?:an?\s+)?(?:\w+\s+)?(?:lower|less|outpatient|observation|home|office|ambulatory|clinic)
      | (?:number|frequency|duration|length|amount|dose|dosage|intensity
          |hours)\W+(?:of\W+(?:\w+\W+){0,4}?)?(?:requested\W+)?(?:is|are|was|exceed\w*
          |goes)\W+(?:\w+\W+){0,3}?(?:more|beyond|above|greater|excess\w*|not\s+supported|higher|exceed\w*)
      | refill(?:ed)?\s+too\s+soon | days'?\s+supply\W+(?:\w+\W+){0,3}?exceed | (?:too|more)\s+(?:frequent(?:ly)?
          |often)\b | dose\s+(?:\w+\s+){0,4}?exceeds | once\s+every\s+\w+\s+(?:years?|months?)
      | observation\s+(?:level|status|care) | length\s+of\s+stay\W+(?:\w+\W+){0,6}?(?:not|exceed) | h(?:ö
          |oe)chst(?:grenze|menge|zahl|dauer) | regelfall | (?:ü|ue)bersteig\w+
          | ambulant\w*\s+(?:\w+\s+){0,3}?(?:ausreichend|m(?:ö|oe)glich|durchf(?:ü|ue)hrbar)""",
    ReasonKind.NOT_COVERED_BENEFIT: rf"""
        {_NOT}\W+(?:\w+\W+){{0,3}}?(?:a\s+|an\s+)?(?:covered\s+(?:benefit|service|expense|item|charge|drug
            |medical\s+expense|condition)|(?:plan\s+)?benefit\b|eligible\s+(?:expense|item|medical)|benefit\s+of
            |part\s+of\s+(?:your|the)\s+(?:plan|benefit|coverage|cover)|insured\s+service)
      | \bexclu(?:ded?|des|sion|sions|ding)\b | benefit\s+exclusion | (?:plan|policy|contract|cover|benefits?|rider
          |scheme)\s+(?:\w+\s+){{0,3}}?(?:does|do)(?:\s+not|n't)\s+(?:\w+\s+)?(?:cover|include|provide|pay|extend)
      | non-?formulary | {_NOT}\W+(?:\w+\W+){{0,3}}?(?:on|in|included\s+(?:on|in))\s+(?:the\s+|our\s+
          |your\s+)?(?:\w+\s+){{0,2}}?(?:formulary|drug\s+list|list\s+of\s+covered\s+drugs)
      | non-?covered\s+(?:service|benefit|charge|item|expense) | pre-?existing\s+(?:medical\s+)?(?:condition
          |disease|ailment) | chronic\s+condition\w*\W+(?:\w+\W+){{0,6}}?(?:not|exclu) | custodial
      | (?:kein\w*|nicht)\s+(?:\w+\s+){{0,6}}?(?:leistung\s+der|leistungskatalog|leistungspflicht|erstattungsf(?:ä
          |ae)hig|versichert\b|hilfsmittelverzeichnis|verordnungsf(?:ä|ae)hig) | leistungsausschlu\w+
          | ausgeschlossen""",
    ReasonKind.OUT_OF_NETWORK: rf"""
        out[\s-]of[\s-](?:network|plan|area) | non-?(?:participating|network|contracted|preferred\s+provider
            |panel) | {_NOT}\W+(?:\w+\W+){{0,3}}?(?:in|part\s+of|within|a\s+member\s+of|on|participat\w+\s+(?:in
            |with)|contracted)\W+(?:\w+\W+){{0,3}}?(?:network|with\s+(?:us|your\s+plan|the\s+plan)|panel)
      | (?:in-?network|network|participating|contracted)\s+(?:\w+\s+){{0,3}}?(?:provider|facilit|hospital
          |specialist|surgeon|doctor|option|lab)\w*\W+(?:\w+\W+){{0,6}}?(?:available|can\s+(?:provide|treat
          |perform)) | {_NOT}\W+(?:\w+\W+){{0,3}}?(?:an?\s+)?(?:recogni[sz]ed|participating|network|panel
          |approved)\s+(?:provider|facility|hospital|specialist|consultant|therapist)
      | kein\w*\s+vertrags(?:partner|arzt|klinik|krankenhaus)""",
    ReasonKind.NO_PRIOR_AUTHORIZATION: rf"""
        (?:no|without|lack\s+of|absence\s+of|missing|failure\s+to\s+(?:obtain|request|get|secure
            |notify))\W+(?:\w+\W+){{0,4}}?(?:valid\s+)?{_AUTH}\W*(?:\w+\W+){{0,4}}?(?:on\s+file|was|obtained|for
            |number|before|in\s+advance|received|requested|exists?|is|\.|$)
      | {_AUTH}\W+(?:\w+\W+){{0,4}}?{_NOT}\W+(?:\w+\W+){{0,3}}?(?:obtained|requested|received|on\s+file|secured
          |sought|given|granted\s+before|in\s+place|met|provided\s+before|asked)
      | {_NOT}\W+(?:\w+\W+){{0,3}}?(?:obtain|request|get|seek|ask\s+for|secure|receive|have
          |call\s+for)(?:ed)?\W+(?:\w+\W+){{0,4}}?(?:prior|pre|advance|required|an?)[\s-]*(?:authori[sz]ation
          |certification|approval|referral|precert\w*)
      | {_NOT}\W+(?:\w+\W+){{0,2}}?(?:pre-?authori[sz]ed|pre-?certified|pre-?approved|prior\s+authori[sz]ed
          |authori[sz]ed\s+(?:in\s+advance|before)) | {_NOT}\W+notified\W+(?:\w+\W+){{0,8}}?(?:admission|within
          |before)
      | (?:vorherige|vorab)\w*\s+(?:\w+\s+){{0,3}}?(?:genehmigung|zustimmung|zusage
          |antrag)\w*\W+(?:\w+\W+){{0,6}}?(?:nicht|fehlt|kein)|(?:nicht
          |ohne)\s+(?:\w+\s+){{0,4}}?(?:vorherige\w*\s+)(?:genehmigung|zustimmung|zusage)""",
    ReasonKind.MISSING_INFORMATION: rf"""
        (?:not\s+enough|insufficient|inadequate|incomplete|missing|lack\s+of|lacking|absence\s+of|without
            |did\s+not\s+(?:include|contain)\s+(?:enough|sufficient))\s+(?:the\s+)?(?:(?:clinical|medical
            |supporting|additional|requested|necessary|required|sufficient|adequate|needed|patient|chart
            |treatment)\s+(?:and\s+)?){{0,3}}{_RECORDS}
      | (?:requested|needed|necessary|additional|required|further|complete
          |asked\s+for)\W+(?:[\w']+\W+){{0,6}}?{_RECORDS}?\W*(?:[\w']+\W+){{0,8}}?(?:{_NOT}\W+(?:been\s+)?
          (?:received|provided|submitted|sent|supplied|returned|furnished|included|given)|was\s+missing
          |were\s+missing)
      | {_NOT}\W+(?:\w+\W+){{0,3}}?(?:receive|provide|submit|send|supply|get|return|furnish|respond|sent|provided
          |submitted|received)\w*\W+(?:\w+\W+){{0,6}}?(?:requested|needed|necessary|additional|required|further
          |asked|enough|sufficient|complete|our\s+request)
      | (?:could|can)(?:\s+not|not|n't)\W+(?:\w+\W+){{0,4}}?(?:determine|decide|review|establish
          |make\s+a)\W+(?:\w+\W+){{0,14}}?(?:information|records|documentation|without|because)
      | {_RECORDS}\s+(?:\w+\s+){{0,4}}?(?:was|were|is|are|has|have)\s+(?:not\s+(?:been\s+)?)(?:received|provided
          |submitted|sent|supplied|attached|returned|furnished)
      | (?:fehlende|unvollst(?:ä|ae)ndige|keine\s+ausreichenden)\w*\s+(?:\w+\s+){{0,3}}?(?:unterlagen|angaben
          |nachweise|informationen|mitwirkung) | unterlagen\s+(?:\w+\s+){{0,6}}?(?:nicht\s+(?:eingereicht|vorgelegt
          |(?:ü|ue)bersandt)|liegen\s+\w*\s*nicht\s+vor)""",
    ReasonKind.CODING: rf"""
        (?:procedure|billing|service|revenue|diagnosis|cpt|hcpcs|icd[\s-]?10|place\s+of\s+service)\s+(?:codes?
            |modifiers?)?\W*(?:[\w()'-]+\W+){{0,10}}?(?:inconsistent|invalid|incorrect
            |{_NOT}\W+(?:\w+\W+){{0,2}}?(?:match|valid|consistent|correspond|supported|agree|compatible|recogni)\w*
            |mismatch|conflict\w*|wrong|deleted|was\s+not\s+billed)
      | modifier\W+(?:[\w()'-]+\W+){{0,6}}?(?:inconsistent|invalid|incorrect|missing|required|{_NOT}) | (?:invalid
          |incorrect|missing|wrong|inappropriate|required)\s+(?:\w+\s+){{0,2}}?(?:modifier|(?:procedure|diagnosis
          |billing|revenue)\s+code|coding)
      | \bunbundl\w+ | \bbundled\b | mutually\s+exclusive | duplicate\s+(?:claim|of|charge|service|submission
          |billing) | (?:included|inclusive)\s+(?:in|with)\s+(?:the\s+)?(?:payment|allowance|reimbursement|another
          |primary|global)
      | incorrectly\s+(?:coded|billed) | coding\s+(?:error|edit|rule|guideline)s? | billing\s+error
          | incidental\s+to | part\s+of\s+another\s+(?:service|procedure) | \bncci\b | (?:gebührenordnung|\bGO(?:Ä
          |AE)\b)\W+(?:\w+\W+){{0,8}}?(?:nicht|unzutreffend) | nicht\s+nebeneinander""",
    ReasonKind.COSMETIC_OR_PERSONAL: r"""
        \bcosmetic\b | personal\s+(?:comfort|use|convenience|hygiene|care\s+item|expense|item)s? | (?:comfort
            |convenience)\s+item | for\s+(?:the\s+)?convenience | general\s+(?:good\s+)?health\b
            | merely\s+beneficial | improve\s+(?:\w+\s+)?appearance | aesthetic
      | kosmetisch\w* | (?:ä|ae)sthetisch\w* | gebrauchsgegenstand\w* | allgemeine\w*\s+lebens(?:bedarf|f(?:ü
          |ue)hrung) | eigenverantwort\w+""",
    ReasonKind.TIMING_OR_PLAN_YEAR: rf"""
        timely\s+filing | filing\s+(?:limit|deadline) | untimely | (?:coverage|policy|plan|enrol?lment|eligibility
            |membership|insurance|cover)\W+(?:\w+\W+){{0,4}}?(?:{_NOT}\W+(?:in\s+effect|active|in\s+force|effective
            |eligible)|terminated|ended|lapsed|expired|had\s+not\s+(?:started|begun)|began|inactive)
      | (?:outside|after|before|prior\s+to|within|not\s+in|does\s+not\s+fall\s+(?:in
          |within))\W+(?:\w+\W+){{0,4}}?(?:plan\s+year|coverage\s+period|run-?out|grace\s+period|effective\s+date
          |policy\s+period|benefit\s+year|waiting\s+period|termination\s+date)
      | (?:received|submitted|filed|sent|late|requested)\W+(?:\w+\W+){{0,6}}?(?:after\s+the\s+(?:\w+\s+){{0,3}}?
          (?:deadline|limit|period|date|window)|too\s+late|more\s+than\s+\w+\s+(?:days|months)\s+after|past\s+the)
      | waiting\s+period | {_NOT}\W+(?:\w+\W+){{0,4}}?(?:eligible|covered|enrolled|insured
          |a\s+member)\W+(?:\w+\W+){{0,3}}?(?:on\s+the\s+date|at\s+the\s+time|on\s+that\s+date|when\s+the)
      | (?:frist|versp(?:ä|ae)tet)\w*\W+(?:\w+\W+){{0,6}}?(?:abgelaufen|eingegangen|(?:ü|ue)berschritten|vers(?:ä
          |ae)umt) | wartezeit""",
    ReasonKind.OTHER: r"""
        coordination\s+of\s+benefits | (?:other|another|primary)\s+(?:insurance|coverage|payer|insurer
            |carrier)\W+(?:\w+\W+){0,5}?(?:is|as|should|may\s+be)?\s*(?:primary|responsible|pay\s+first|liable)
            | non-?disclosure | misrepresent\w+ | third[\s-]party\s+liab\w+
      | not\s+(?:causally\s+|work[\s-])?related\s+to\s+(?:the|your|an?)\s+(?:\w+\s+){0,3}?(?:injury|accident|work
          |claim|condition\s+accepted) | not\s+(?:an?\s+)?(?:accepted|compensable)\s+(?:condition|injury
          |body\s+part)""",
}
_WEAK = {
    ReasonKind.NOT_MEDICALLY_NECESSARY: rf"""
        {_NOT}\W+(?:\w+\W+){{0,6}}?(?:meet|met|satisf(?:y|ied)|fulfil\w*)\W+(?:[\w'/-]+\W+){{0,10}}?(?:criteria
            |criterion|guidelines?|requirements?|policy|standards?|conditions)
      | (?:criteria|criterion|guidelines?|requirements?)\W+(?:[\w'/-]+\W+){{0,12}}?(?:{_NOT}\W+(?:\w+\W+){{0,3}}?
          (?:met|satisf\w+|fulfil\w+|shown)|unmet)
      | {_NOT}\W+(?:\w+\W+){{0,3}}?(?:appropriate|needed|indicated|justified|warranted|required\s+for
          |recommended)\b | {_NOT}\W+(?:\w+\W+){{0,3}}?support(?:ed)?\b
      | (?:nicht|keine?)\s+(?:\w+\s+){{0,6}}?(?:notwendig|erforderlich|nachvollziehbar|begr(?:ü|ue)ndet|erf(?:ü
          |ue)llt)|voraussetzungen\s+(?:\w+\s+){{0,10}}?nicht""",
    ReasonKind.MISSING_INFORMATION: (
        rf"{_NOT}\W+(?:\w+\W+){{0,3}}?(?:receive|provide|submit|send|include|sent|provided|submitted"
        rf"|received|included|contain)\w*\W+(?:\w+\W+){{0,6}}?{_RECORDS}"
    ),
    ReasonKind.NOT_COVERED_BENEFIT: (
        rf"{_NOT}\W+(?:\w+\W+){{0,3}}?(?:covered|payable|eligible|reimbursable|a\s+benefit)\b "
        rf"| not\s+allowed\s+under"
    ),
}


def _compiled(words: dict[ReasonKind, str]) -> dict[ReasonKind, re.Pattern[str]]:
    return {kind: re.compile(pattern, re.IGNORECASE | re.VERBOSE) for kind, pattern in words.items()}


STRONG = _compiled(_STRONG)
WEAK = _compiled(_WEAK)
