"""The words of each reason to refuse care: the strong ones name it, the weak ones count where no strong one stands."""

from wellfounded.model.determination import ReasonKind
from wellfounded.read.payer.phrases import phrases

PARTS = {
    "not": (
        r"(\w+n't|not|never|no longer|nor|neither|fail|fails|failed to|fails to|unable to|cannot|did not|without"
        r"|kein|keine|nicht)"
    ),
    "records": (
        r"(information|documentation|documents?|records?|notes|paperwork|evidence|itemi[sz]ed (bill|receipt"
        r"|statement)s?|receipts?|forms?|reports?|letter of medical necessity|prescription|unterlagen|nachweise?)"
    ),
    "auth": (
        r"(((prior|pre|advance|required|plan|previous|pre-?service)[ -])*(authori[sz]ation|certification"
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
STRONG = {
    ReasonKind.NOT_MEDICALLY_NECESSARY: phrases(
        """
        {not} ~6 (medically|clinically) (necessary|needed|required|appropriate|indicated|justified|warranted)
        {not} ~4 reasonable and necessary | {not} ~4 (reasonably required|medically reasonable)
        (medical|clinical) (necessity|need|justification) ~8 {not} ~3 (establish*|met|meet|shown|show|demonstrat*
            |support*|document*|substantiat*|evident|satisf*|proven|justif*|confirm*|clear)
        {not} ~6 (show|meet|met|establish|demonstrate|support|satisfy|prove|substantiate|document|justify|fulfil
            |reflect|confirm|describe|qualify|indicate)(s|d|ed)? ~8 (medical|clinical) (necessity|need|justification)
        {not} ~6 (show|establish|demonstrate|support|prove|document|indicate)(s|d|ed)? ~5 (medically
            |clinically) (necessary|needed|required)
        (lack|absence) of medical necessity | medical necessity denial | medically unnecessary
            | not a medical necessity
        (denied|non-?certified|declined|refused|adverse determination|decision) ~4 (based on|on the grounds of
            |for lack of|due to|for) ~1 medical necessity
        criteria for medical necessity ~4 {not}
        medical necessity criteria ~6 {not} | {not} ~5 medical necessity (criteria|guidelines?|requirements?
            |definition|standards?)
        not (reasonable|necessary) (and|or) (appropriate|necessary|reasonable)
        no (clinical|medical) (need|indication|justification|benefit|reason)
        medizinisch* ~4 (nicht|keine?) (notwendig|erforderlich|indiziert|begr(ü|ue)ndet)
        (nicht|keine?) ~5 medizinisch* (notwendig*|erforderlich*|indiziert|indikation|begr(ü|ue)nd*)
        medizinische (notwendigkeit|indikation|erforderlichkeit) ~10 (nicht|kein|keine)
        ma(ß|ss) des notwendigen
        """,
        **PARTS,
    ),
    ReasonKind.EXPERIMENTAL_INVESTIGATIONAL: phrases(
        """
        experimental | investigational | investigative | unproven | emerging technolog* | experimentell*
        {not} ~4 (proven|established|demonstrated|shown) ~4 (effective|safe|safety|efficac*|benefi*|improve*|work*)
        (safety|efficacy|effectiveness|clinical (benefit|utility|value)) ~8 {not} ~4 (established?|prove*
            |demonstrat*|shown)
        (insufficient|not enough|not sufficient|inadequate|lack of|limited|too little|no) ~3 (scientific
            |peer[ -]?reviewed|published|clinical trial|medical|clinical|high[ -]quality|reliable) ~1 (evidence
            |literature|studies|data|research)
        evidence ~6 (insufficient|inadequate|not sufficient|limited|too weak)
        not ~3 FDA[ -]?(approved|cleared) | not ~3 approved by the (FDA|food and drug)*
            | (FDA|food and drug administration) has not (approved|cleared)
        off[ -]label | off-label-use
        {not} ~6 (a )?medically[ -]accepted (indication|use) | medically[ -]accepted indication ~8 {not}
        {not} ~5 (generally|widely) accepted ~3 (standards?|practice|medical|medicine)
        further (study|studies|research) ~3 (needed|required)
        (neue|unkonventionelle)* (untersuchungs|behandlungs)* | allgemein anerkannte* stand
            | wissenschaftlich (nicht|noch nicht|keine?)
        """,
        **PARTS,
    ),
    ReasonKind.STEP_THERAPY: phrases(
        """
        step[ -]?therapy | step (edit|requirement|protocol|care|1|one|program) | fail[ -]first
            | first[ -]line (drug|agent|medic*) ~6 (first|tried|before)
        (must|needs?|required|have|has|should|requires?|requiring) ~6 (try|tried|fail|failed|failure|use|used|trial
            |taken|taking) ~10 {medicine}
        {not} ~6 (tried|try|failed|taken|used|trial|trialed|filled) ~10 {medicine}
        {not} ~6 (tried|try|failed|taken|trialed) ~4 (preferred|formulary|methotrexate|metformin|generic|first)
        (trial|use|failure|intolerance|history) ~3 (of|to|with) ~8 (preferred|formulary|first[ -]line|step 1
            |generic) ~2 {medicine}
        preferred ~2 (drugs?|products?|agents?|alternatives?|medic*|biosimilars?) ~6 (first|before|tried|not been
            |must)
        tried and failed ~8 ({medicine}|preferred|formulary)
        """,
        **PARTS,
    ),
    ReasonKind.ALTERNATIVES_NOT_EXHAUSTED: phrases(
        """
        {milder} ~2 {care} ~12 ({not}|first|before|prior to|exhausted|inadequate|would meet|is sufficient|tried
            |required|must)
        {not} ~10 (complet*|tried|try|fail*|exhaust*|attempt*|undergone|had|trial|show*|document*|receiv*|us(ed
            |e)) ~10 ({milder}|physical therapy|physiotherapy|other (treatment|therap|option)*|alternativ*|weeks of
            |home exercise)
        alternativ* ~4 (have|has|were|was) not been (exhausted|tried|ruled out|considered|shown)
        (failure|failed|inadequate response|trial|course) ~6 {milder} ~3 {care} ~8 ({not}|is required|must
            |are required|was not|required)
        (less costly|lower[ -]cost|less expensive|lesser|cheaper) ~3 (alternative|item|device|option|equipment
            |treatment)*
        {not} ~1 (show*|document*|describe*|indicate*|say) ~8 (tried|attempted|failed|completed|undergone)
            | (is|are) to be (tried|used|completed) first | inadequate response to ~5 (class|agent|medication|drug
            |therap|treatment|preventive)*
        (has|have|had|were|was|been) (not|never) ~1 (tried|attempted|completed) | no ~4 (was|were|has been) tried
            | (asks?|requires?|needs?|calls? for) ~10 (tried|trial|failed|failure)
        (weeks?|months?) of ~4 (physical therapy|conservative|physiotherapy|exercise|treatment|therapy) ~8 ({not}
            |first|before)
        (behandlung*|therapie*|ma(ß|ss)nahmen|methoden|alternativen?|m(ö|oe)glichkeiten) ~8 (ausgesch(ö|oe)pft
            |zur verf(ü|ue)gung)
        """,
        **PARTS,
    ),
    ReasonKind.FREQUENCY_OR_LEVEL: phrases(
        """
        quantity limit* | dose limit* | quantity (requested )?(exceed*|is (over|above|more))
        (exceed*|over|beyond|more than|above|in excess of|reached|exhausted|used (up )?all|met|past
            |greater than) ~8 (limits?|limitations?|maximum*|allow(ed|able)|frequency|usual number
            |number of ~1 (visits|sessions|units|days|hours)|benefit (limit|maximum)|(days?|visits?|sessions?
            |units?|hours?|treatments?) (allowed|covered|per|a|each)|recommend*|what is (needed|required))
        limit(ed)? (of|to|is) ~4 \\d+ | maximum (of|is|number) ~3 (\\d+|visits|sessions|units|days)
        visit limit | (annual|lifetime|calendar[ -]year|benefit|plan[ -]year|yearly) (maximum|limit
            |max)* ~4 (reached|met|exceeded|exhausted|used)
        (lower|less (intensive|restrictive|acute)|lesser|alternate|different) (level|setting|intensity)( of (care
            |service))?
        (inpatient|acute|skilled|residential|requested|this|hospital|higher) ~3 level of care
            | level of care ~6 (not|criteria|lower)
        (could|can|may|would) ~3 (be(en)? )?(safely )?(provided|performed|managed|treated|delivered|given|met|done
            |received|obtained) ~4 (in|at|on|as|with|by|through) (an? )?~1 (lower|less|outpatient|observation|home
            |office|ambulatory|clinic)
        (number|frequency|duration|length|amount|dose|dosage|intensity|hours) ~6 (more|beyond|above|greater|excess*
            |not supported|higher|exceed*) (than|the|of|what)
        refill(ed)? too soon | too soon | days'? supply ~3 exceed* | too (frequent(ly)?|many|often)
            | more (often|frequently) than
        dose ~4 exceeds? | once every ~2 (years?|months?) | per (calendar|plan|benefit) year
        observation (level|status|care) | length of stay ~6 (not|exceed*)
            | does not require ~4 (inpatient|skilled|acute|hospital)
        (hours|visits|days|sessions) ~6 (more than|exceed*) | no longer (need|require)(s)? ~4 (hours|skilled|level
            |daily)
        h(ö|oe)chst(grenze|menge|zahl|dauer) | (ü|ue)berstei* | (ü|ue)berschrit*
            | ambulant* ~4 (ausreichend|m(ö|oe)glich|durchf(ü|ue)hrbar|behandel*)
            | vollstation(ä|ae)r* ~8 (nicht|keine)
        """,
        **PARTS,
    ),
    ReasonKind.NOT_COVERED_BENEFIT: phrases(
        """
        {not} ~3 (a |an |your )?(covered (benefit|service|expense|item|charge|drug|medical expense|condition
            |procedure|supply)|plan benefit|benefit of|(part|benefit) (of|under) (your|the|this)|eligible (expense
            |item|medical)|insured (service|benefit)|qualified medical expense)
        exclu(de|ded|des|sion|sions|ding) | benefit exclusion | contract exclusion
        (plan|policy|contract|cover|coverage|benefits?|rider|scheme|it|this|certificate|booklet|medicare)(does|do
            | does| do)~not ~1 (cover|include|provide|pay|extend|allow|list)
        (plan|policy|contract|coverage|scheme|it) ~1 (does|do|did)~not ~1 (cover|include|provide|pay for|extend to)
        non-?formulary | not ~4 (on|in|included (on|in)) (the |our |your )?~2 (formulary|drug list
            |list of covered drugs|prescribed list)
        non-?covered (service|benefit|charge|item|expense|drug)s?
        pre-?existing (medical )?(condition|disease|ailment|illness)s?
        (outside|falls outside|not within) (of )?(the (scope|terms) of )?(your|the) (cover|policy|benefits
            |scheme rules|coverage)
        chronic condition* ~8 ({not}|exclu*) | custodial
        (kein*|nicht) ~6 (leistung der|leistungskatalog|leistungspflicht*|erstattungsf(ä|ae)hig*|versichert
            |hilfsmittelverzeichnis|verordnungsf(ä|ae)hig*)
        leistungsausschlu* | ausgeschlossen
        """,
        **PARTS,
    ),
    ReasonKind.OUT_OF_NETWORK: phrases(
        """
        out[ -]of[ -](network|plan|area|panel) | non-?(participating|network|contracted|panel|preferred provider)
        not ~3 (in|part of|within|a member of|on|participat* (in|with)|contracted) ~3 (network|with (us|your plan
            |the plan)|panel|hospital list)
        (in-?network|network|participating|contracted) ~3 (provider|facilit|hospital|specialist|surgeon|doctor
            |option|lab|surgeon)* ~6 (available|can (provide|treat|perform)|able to)
        not ~3 (an? )?(recogni[sz]ed|participating|network|panel|empanelled|fee-assured) (provider|facility
            |hospital|specialist|consultant|therapist|practitioner)
        kein* vertrags(partner|arzt|klinik|krankenhaus|einrichtung)
        """,
        **PARTS,
    ),
    ReasonKind.NO_PRIOR_AUTHORIZATION: phrases(
        """
        (no|without|lack of|absence of|missing) ~3 {auth} ~3 (on file|was|obtained|for|number|before|in advance
            |received|requested|exists?|is|from)
        (without|lack of|absence of|missing|failure to (obtain|request|get|secure)) ~4 {auth}
        {auth} ~5 {not} ~3 (obtained|requested|received|on file|secured|sought|given|in place|asked for|made|found)
        {not} ~3 (obtain|request|get|seek|ask for|secure|receive|have|call for|call us for)(ed)? ~4 {auth}
        not ~2 (pre-?authori[sz]ed|pre-?certified|pre-?approved|prior authori[sz]ed|authori[sz]ed (in advance
            |before|prior))
        {not} (notified|notify|contact|contacted) ~8 (admission|within|before|in advance)
        (authori[sz]ed|approved) ~3 (in advance|beforehand|before the service) ~4 not
        (required|requires|needed|needs) {auth} ~8 (not|no|none|without)
        (vorherige|vorab)* ~3 (genehmigung|zustimmung|zusage|antrag)* ~6 (nicht|fehlt|kein*)
            | (nicht|ohne) ~4 vorherige* (genehmigung|zustimmung|zusage|kosten*)
        """,
        **PARTS,
    ),
    ReasonKind.MISSING_INFORMATION: phrases(
        """
        (not enough|insufficient|inadequate|incomplete|missing|lack of|lacking|absence of) ((clinical|medical
            |supporting|additional|requested|necessary|required|sufficient|adequate|needed|patient|chart|treatment
            |the) )*{records}
        {records} ~3 (is|are|was|were) (insufficient|incomplete|inadequate|missing|not sufficient)
        (requested|needed|necessary|additional|required|further|we asked for) ~6 {records} ~8 (not ~2 (received
            |provided|submitted|sent|supplied|returned|furnished|included|given)|missing)
        {not} ~4 (receive|provide|submit|send|supply|get|return|furnish|respond|sent|provided|submitted|received
            |supplied|returned)(d|ed)? ~6 (requested|needed|necessary|additional|required|further|asked|enough
            |sufficient|complete|our request)
        (could|can)(not| not|n't) ~3 (determine|decide|establish|make a|assess|evaluate) ~14 (information|records
            |documentation|without)
        (unable|not able) to ~2 (determine|decide|establish|assess|evaluate|make a) ~14 (information|records
            |documentation|without|because)
        {not} ~4 (receive|provide|include|submit|received|provided|included|submitted)(d
            |s)? ~3 (letter of medical necessity|itemi[sz]ed|receipts?|prescription|proof|completed form)
        {records} (we|that we) (requested|asked for|need*) ~6 not
        no (response|reply) ~6 (request|letter|received)
        (fehlende|unvollst(ä|ae)ndige)* ~3 (unterlagen|angaben|nachweise|informationen|mitwirkung)
            | unterlagen ~6 nicht (eingereicht|vorgelegt|(ü|ue)bersandt|eingegangen) | unterlagen ~3 fehlen
        """,
        **PARTS,
    ),
    ReasonKind.CODING: phrases(
        """
        (procedure|billing|service|revenue|diagnosis|cpt|hcpcs|place of service|claim) (codes?|modifiers?
            |coding) ~10 (inconsistent|invalid|incorrect|mismatch|conflict*|wrong|deleted|not ~2 (match|valid
            |consistent|correspond|supported|agree|compatible|recogni[sz]ed|billable))
        (code|codes) ~4 (inconsistent|does not match|not valid|invalid|not consistent)
        modifier ~6 (inconsistent|invalid|incorrect|missing|required|not)
            | (invalid|incorrect|missing|wrong|inappropriate|without|required) ~3 (modifier|(procedure|diagnosis
            |billing|revenue) code|coding)
        unbundl* | bundled | mutually exclusive | duplicate (claim|of|charge|service|submission|billing)*
        (included|inclusive) ~2 (in|with) ~3 (payment|allowance|reimbursement|another|primary|global|other)
        incorrectly (coded|billed) | coding (error|edit|rule|guideline)s? | billing error | incidental to
            | (part|component) of another (service|procedure) | NCCI
        (not|nicht) ~2 nebeneinander | geb(ü|ue)hrenordnung ~8 nicht | geb(ü|ue)hrenziffer* ~8 nicht
        """,
        **PARTS,
    ),
    ReasonKind.COSMETIC_OR_PERSONAL: phrases(
        """
        cosmetic | cosmetically | personal (comfort|use|convenience|hygiene|care item|expense|item|nature)s?
            | (comfort|convenience) items? | for ~2 convenience | aesthetic*
        general (good )?(health|wellness|wellbeing|fitness) | merely beneficial | improve ~1 appearance | toiletr*
            | not (primarily )?medical in nature
        kosmetisch* | (ä|ae)sthetisch* | gebrauchsgegenst* | allgemeine* lebens* | eigenverantwort*
        """
    ),
    ReasonKind.TIMING_OR_PLAN_YEAR: phrases(
        """
        timely filing | filing (limit|deadline|period) | untimely
        (coverage|policy|plan|enrol?lment|eligibility|membership|insurance|cover) ~5 (not (in effect|active
            |in force|effective|eligible|yet)|terminated|ended|lapsed|expired|had not (started|begun)|began
            |inactive|ceased)
        (outside|after|before|prior to|not in|does not fall (in|within)|not incurred (in|during)) ~4 (plan year
            |coverage period|run-?out|grace period|effective date|policy period|benefit year|waiting period
            |termination date|claims deadline)
        (received|submitted|filed|sent|requested) ~6 (after the ~3 (deadline|limit|period|date|window)|too late
            |late|more than ~3 (days|months|year) after|past the|beyond the)
        waiting period* | (not|n't) ~4 (eligible|covered|enrolled|insured|a member) ~3 (on the date|at the time
            |on that date|when the|on the day)
        frist* ~8 (abgelaufen|eingegangen|(ü|ue)berschritten|vers(ä|ae)umt) | versp(ä|ae)tet* | wartezeit*
        """
    ),
    ReasonKind.OTHER: phrases(
        """
        coordination of benefits | (other|another|primary) (insurance|coverage|payer|insurer|carrier
            |health plan) ~5 (primary|responsible|pay first|liable)
        non-?disclosure | misrepresent* | third[ -]party liab* | subrogation
        not (causally |work[ -])?related to (the|your|an?|this) ~3 (injury|accident|work|claim|condition)
        not (an? )?(accepted|compensable) (condition|injury|body part|claim)
        """
    ),
}  # fmt: skip
WEAK = {
    ReasonKind.NOT_MEDICALLY_NECESSARY: phrases(
        """
        {not} ~6 (meet|meets|met|satisf(y|ies|ied)|fulfil*) ~10 (criteria|criterion|guidelines?|requirements?
            |policy|standards?|conditions|definition)
        (criteria|criterion|guidelines?|requirements?) ~12 ({not} ~3 (met|satisf*|fulfil*|shown)|unmet)
        {not} ~3 (appropriate|needed|indicated|justified|warranted|recommended|required for|necessary)
        {not} ~3 support(s|ed)?
        (nicht|keine?) ~6 (notwendig|erforderlich|nachvollziehbar|begr(ü|ue)ndet|erf(ü|ue)llt)
            | voraussetzungen ~10 nicht
        """,
        **PARTS,
    ),
    ReasonKind.MISSING_INFORMATION: phrases(
        "{not} ~3 (receive|provide|submit|send|include|sent|provided|submitted|received|included|contain)(s|d|ed)? "
        "~6 {records}",
        **PARTS,
    ),
    ReasonKind.NOT_COVERED_BENEFIT: phrases(
        "{not} ~3 (covered|payable|eligible|reimbursable|a benefit) | not allowed under", **PARTS
    ),
}
