"""The words of reasons about the care itself: need, proof, order of treatments, amount and setting."""

from wellfounded.model.determination import ReasonKind
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.reason_parts import PARTS

CLINICAL = {
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
        {not} ~8 (shown|established|demonstrated|think|believe|consider|regard) ~8 (necessary|needed)
        (lack|absence) of medical necessity | medical necessity denial | medically unnecessary
            | not a medical necessity
        (denied|non-?certified|declined|refused|adverse determination|decision) ~4 (based on|on the grounds of
            |for lack of|due to|for) ~1 medical necessity
        criteria for medical necessity ~4 {not}
        (could|can|may|would) ~3 (be )?(safely )?(provided|performed|managed|treated|delivered|given|met|done
            |received|obtained) ~4 (in|at|by) (an? )?~2 (skilled|nursing facility|sub-?acute)
        (daily )?skilled (care|nursing|therapy|services?) ~1 {not} ~2 (shown|needed|required|documented|supported)
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
        stand der wissenschaft | schulmedizin ~8 anerkannt | anerkannt ~8 schulmedizin
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
        step[ -]?therapy | step (edit|requirement|protocol|care|1|one|2|two|program|drug) | fail[ -]first
        (must|needs?|required|have|has|should|requires?|requiring) ~6 (try|tried|fail|failed|failure|use|used
            |trial) ~8 {preferred} ~2 {medicine}
        {not} ~6 (tried|try|failed|taken|used|trial|trialed|filled) ~8 {preferred}( ~2 {medicine})?
        (trial|use|failure|intolerance|history) ~3 (of|to|with) ~6 {preferred} ~2 {medicine}
        {preferred} ~2 {medicine} ~6 (first|before|tried|not been|must)
        tried and failed ~8 {preferred}
        """,
        **PARTS,
    ),
    ReasonKind.ALTERNATIVES_NOT_EXHAUSTED: phrases(
        """
        {milder} ~2 {care} ~12 ({not}|first|before|prior to|exhausted|inadequate|would meet|is sufficient|tried
            |required|must)
        {not} ~10 (complet*|tried|try|fail*|exhaust*|attempt*|undergone|had|trial|show*|document*|receiv*|us(ed
            |e)) ~10 ({milder} ~3 {care}|physical therapy|physiotherapy|other (treatment|therap|option)*
                |alternativ*|weeks of
            |home exercise)
        (must|needs?|required|have|has|should|requires?|requiring|asks?|calls? for) ~6 (try|tried|fail|failed
            |failure|use|used|trial|taken|had) ~8 {medicine}
        {not} ~6 (tried|try|failed|taken|trial|trialed|filled) ~8 {medicine}
        other ~1 ({medicine}|treatments?|therapies) ~3 (have|has|had|need|needs|must|are|should) ~3 (tried|used
            |fail*|first)
        (would|will|can|could) (also )?meet ~2 (member|patient|your|his|her|client)('s)?( medical)? needs?
        (test|trial|x-?ray|therapy|study|ECG|evaluation|scan|treatment) ~3 not been (done|performed|tried|completed
            |obtained|attempted)
        (give|show|list|mention|document|find|record|name|report|describe|see|contain|reveal)(s|ed)? no ~1 (trial
            |failure|course)s? (of|at|with) | and no trial of
        only (one|two|\\d) ~4 ({medicine}|trials?|treatments?) ~3 (found|counted|documented|shown|tried|met|listed)
        looks? for ~2 (one|two|three|\\d) ~6 ({medicine}|trials?|treatments?)
        (need|see|require|want|ask for|asks for) ~4 \\d+ (weeks|months) of ~4 {care}
        alternativ* ~4 (have|has|were|was) not been (exhausted|tried|ruled out|considered|shown)
        (failure|failed|inadequate response|trial|course) ~6 {milder} ~3 {care} ~8 ({not}|is required|must
            |are required|was not|required)
        (less costly|lower[ -]cost|less expensive|lesser|cheaper) ~3 (alternative|item|device|option|equipment
            |treatment)*
        {not} ~1 (show*|document*|describe*|indicate*|say) ~8 (tried|attempted|failed|completed|undergone)
            | (is|are) to be (tried|used|completed) first | inadequate response to ~5 (class|agent|medication|drug
            |therap|treatment|preventive)*
        (has|have|had|were|was|been) (not|never) ~1 (tried|attempted|completed) | no ~4 (was|were|has been) tried
            | (asks?|requires?|needs?|calls? for) ~6 (tried|trial of|failure of)
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
        more than ~3 (number|amount|frequency|level) ~2 (usually|normally|typically|generally)
        (exceed*|over|beyond|more than|above|in excess of|reached|exhausted|used (up )?all|met|past
            |greater than) ~8 (limits?|limitations?|maximum*|allow(ed|able)|frequency|usual number
            |number of ~1 (visits|sessions|units|days|hours)|benefit (limit|maximum)|(days?|visits?|sessions?
            |units?|hours?|treatments?) (allowed|covered|per|a|each)|recommend*|what is (needed|required))
        limit(ed)? (of|to|is) ~4 \\d+ | maximum (of|is|number) ~3 (\\d+|visits|sessions|units|days)
        (benefit|limit|allowance|cover) ~6 (used up|exhausted|depleted|spent)
        gen(ü|ue)gt ~3 (ambulant|physio)*
        used (up )?all ~6 (visits|sessions|days|treatments|hours|benefits?|units)
        once ~1 (per|every|in|each|in any) ~2 \\d* ?(days|weeks|months|years|day|week|month|year)
        limit(ed)? (to |of )?(one|two|three|\\d+) ~2 (per|every|in|each|a)
        only (one|two|three|\\d+) ~4 (can|may|is|are) ~3 (claimed|paid|covered|eligible|allowed|payable)
        longer stay ~6 {not} | (remaining|other|last) \\d+ (days|visits|sessions|hours|units) ~2 den*
        visit limit | (annual|lifetime|calendar[ -]year|benefit|plan[ -]year|yearly) (maximum|limit
            |max)* ~4 (reached|met|exceeded|exhausted|used)
        (lower|less (intensive|restrictive|acute)|lesser|alternate|different) (level|setting|intensity)( of (care
            |service))?
        (inpatient|acute|skilled|residential|requested|this|hospital|higher) ~3 level of care
            | (can|could) be (treated|managed|cared for) (at|in)
            | level \\d\\S* ~4 (no longer|not) ~2 (needed|met|required)
        level of care ~6 (not|no longer|criteria|lower) | (appropriate|sufficient) level of care
            | this (many|often|frequently) | (no more|not more|more) than ~4 allow(s|ed)?
        (could|can|may|would) ~3 (be(en)? )?(safely )?(provided|performed|managed|treated|delivered|given|met|done
            |received|obtained) ~4 (in|at|on|as|with|by|through) (an? )?~2 (lower
            |less|outpatient|observation|home
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
}
