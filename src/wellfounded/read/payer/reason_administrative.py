"""The words of reasons about the plan and the paperwork: benefits, network, authorization, records, codes, dates."""

from wellfounded.model.determination import ReasonKind
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.reason_parts import PARTS

ADMINISTRATIVE = {
    ReasonKind.NOT_COVERED_BENEFIT: phrases(
        """
        {not} ~3 (a |an |your )?(covered (benefit|service|expense|item|charge|drug|medical expense|condition
            |procedure|supply)|plan benefit|benefit of|(part|benefit) (of|under) (your|the|this)|eligible (expense
            |item|medical)|insured (service|benefit)|qualified medical expense)
        (left out of|not included in|not part of|carved out of) ~2 (coverage|cover|policy|plan|benefits?)
        exclu(de|ded|des|sion|sions|ding) | benefit exclusion | contract exclusion
        (plan|policy|contract|cover|coverage|benefits?|rider|scheme|it|this|certificate|booklet|medicare)(does|do
            | does| do)~not ~1 (cover|include|provide|pay|extend|allow|list)
        (plan|policy|contract|coverage|scheme|it) ~1 (does|do|did)~not ~1 (cover|include|provide|pay for|extend to)
        non-?formulary | {not} ~2 on the ~3 list | (comes?|coming|removed|taken|moved|dropped|off) ~2 (off|from
            |of) ~3 (drug list|formulary)
            | not ~4 (on|in|included (on|in)) (the |our |your )?~2 (formulary|drug list
            |list of covered drugs|prescribed list)
        non-?covered (service|benefit|charge|item|expense|drug)s?
        pre-?existing (medical )?(condition|disease|ailment|illness)s?
        (outside|falls outside|not within) (of )?(the (scope|terms) of )?(your|the) (cover|policy|benefits
            |scheme rules|coverage)
        (we|plan|policy|cover|scheme)( do| does|do|does)~not ~1 (pay for|cover) ~2 (treatments?|conditions?
            |care) (of|for|that|which)
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
        not ~3 (an? )?(recogni[sz]ed|participating|network|panel|empanelled|fee-assured) (provider|facility|cent(re
            |er)
            |clinic|pharmacy|laboratory
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
        (must be|be|were|was) (reported|notified) ~14 (business day|hours|days|admission|working day)
        (late|untimely) ~1 (notice|notification) | (notice|notification) (came|arrived|was (given
            |received)) ~6 (day|late|after)
        {not} (notified|notify|contact|contacted) ~8 (admission|within|before|in advance)
        (authori[sz]ed|approved) ~3 (in advance|beforehand|before the service) ~4 not
        {auth} ~2 (absent|missing|lacking|not on file)
        no (pre-?certification|prior authori[sz]ation|pre-?authori[sz]ation|precert|referral)
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
        without (it|them|this|these|those|that) ~2 (unable|not able|cannot|can't|n't) ~2 (say|tell|decide|determine
            |judge
            |know)
        (unable|not able) to ~2 (determine|decide|establish|assess|evaluate|make a|say|tell|judge
            |conclude) ~14 (information|records
            |documentation|without|because)
        {not} ~4 (receive|provide|include|submit|send|sent|enclose|attach|supply|received|provided|included|submitted
            |supplied|attached|enclosed)(d|s)? ~3 (letter of medical necessity|itemi[sz]ed|receipts?
            |prescription|proof|completed form)
        (was|were|is|are) not (included|submitted|attached|provided|sent|enclosed) (with|by|in) ~3 (request|form
            |claim|appeal|submission)
        (asked for|requested) ~8 not (been )?(received|provided|sent|submitted)
        {records} (we|that we) (requested|asked for|need*) ~6 not
        no ~4 (was|were) ~1 (submitted|received|provided|included|enclosed|sent|attached|supplied) ~6 (request
            |claim|file
            |review|form|it)
        cannot be ~1 (evaluated|reviewed|assessed|determined|judged|decided) without
        (neither|none|nothing) ~4 (was|were|came|arrived|is|are) ~1 (with|in) ~3 (request|form|claim|appeal|submission
            |packet|file|fax)
        no ~4 {records} ~2 (came|arrived) (with|in) ~3 (request|claim|file|form|appeal|submission|packet)
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
        modifier ~6 {not} ~1 (go|match|fit|belong|apply) | modifier ~6 (inconsistent|invalid|incorrect|missing
            |required|not)
            | (invalid|incorrect|missing|wrong|inappropriate|without|required) ~3 (modifier|(procedure|diagnosis
            |billing|revenue) code|coding)
        unbundl* | bundled | mutually exclusive | duplicate (claim|of|charge|service|submission|billing)*
        (included|inclusive) ~2 (in|with) ~3 (payment|allowance|reimbursement|another|primary|global|other)
        not ~2 (paid|reimbursed|payable|reimbursable) separately | (considered|is|are) (a )?part of the
        incorrectly (coded|billed) | coding (error|edit|rule|guideline)s? | billing error | incidental to
            | (part|component) of another (service|procedure) | NCCI
        (not|nicht) ~2 nebeneinander | geb(ü|ue)hrenordnung ~8 nicht | geb(ü|ue)hrenziffer* ~8 nicht
        """,
        **PARTS,
    ),
    ReasonKind.COSMETIC_OR_PERSONAL: phrases(
        """
        cosmetic | cosmetically | personal (comfort|use|convenience|hygiene|care item|expense|item|nature)s?
            | (comfort|convenience) items? | (only|mainly|primarily|solely|merely|purely|chiefly) for ~2 convenience
            | convenience of | (patient|personal|member|family|caregiver|his|her|their|your)('s)? (own )?convenience
            | is for convenience | aesthetic*
            | tired[ -]looking | general use | ordinary household
        general (good )?(health|wellness|wellbeing|fitness) | merely beneficial | improve* ~3 appearance
            | (the|her|his|your) (look|appearance) of | toiletr*
            | not (primarily )?medical in nature
        kosmetisch* | (ä|ae)sthetisch* | gebrauchsgegenst* | allgemeine* lebens* | eigenverantwort*
        """
    ),
    ReasonKind.TIMING_OR_PLAN_YEAR: phrases(
        """
        (before|after|prior to) ~3 (coverage|policy|plan|membership|insurance) effective date
            | effective date of (your|the) (coverage|policy|plan|cover)
        timely filing | filing (limit|deadline|period) | untimely
        (coverage|policy|plan|enrol?lment|eligibility(?! check)|membership|insurance|cover) ~5 (not (in effect|active
            |in force|effective|eligible|yet)|terminated|ended|lapsed|expired|had not (started|begun)|began
            |inactive|ceased)
        (outside|after|before|prior to|not in|does not fall (in|within)|not incurred (in|during)) ~4 (plan year
            |coverage period|run-?out|grace period|policy period|benefit year|waiting period
            |termination date|claims deadline)
        (received|submitted|filed|sent|requested) ~6 (after the ~3 (deadline|limit|period|date|window)|too late
            |late|more than ~3 (days|months|year) after|past the|beyond the)
        waiting period* | (exclu*|no benefits?|not (covered|payable|eligible)) ~6 (until|before|during
            |within) ~5 (\\d+[ -](months?|years?)
            |waiting|inception|continuous (cover*|membership))
        | existed ~4 (before|months before|prior) ~4 (cover*|policy|membership|joining|upgrad*)
        | (signs|symptoms) ~5 existed ~2 (in|during|before|within) | pre-?existing ~12 (months|waiting|inception)
        | (not|n't) ~4 (eligible|covered|enrolled|insured|a member) ~3 (on the date|at the time
            |on that date|when the|on the day)
        frist* ~8 (abgelaufen|eingegangen|(ü|ue)berschritten|vers(ä|ae)umt) | versp(ä|ae)tet* | wartezeit*
        """,
        **PARTS,
    ),
    ReasonKind.OTHER: phrases(
        """
        coordination of benefits | (other|another|primary) (insurance|coverage|payer|insurer|carrier
            |health plan) ~5 (primary|responsible|pay first|liable)
        not (been )?~1 accepted as ~1 (work|related|compensable|part|due)
        not ~2 (declared|disclosed) | {not} ~6 causal* (relationship|connection|link) | existed before the injury
        non-?disclosure | misrepresent* | third[ -]party liab* | subrogation
        (not|n't) ~10 (cause|caused|result of|arise|arose) | not to treat ~2 covered
            | not ~3 (covered|accepted) injury
        not (causally |work[ -])?related to (the|your|an?|this) ~3 (injury|accident|work|claim|condition)
        not (an? )?(accepted|compensable) (condition|injury|body part|claim)
        """,
        **PARTS,
    ),
}
