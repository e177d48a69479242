"""The words by which each kind of coverage names itself, with their weight: 3 settles it, 2 suffices, 1 supports."""

import re

from wellfounded.read.payer.market_words_abroad import ABROAD
from wellfounded.wire.caseless import Caseless

_RAW: dict[str, tuple[tuple[str, float], ...]] = {
    "medicare_advantage": (
        (r"medicare\s+advantage", 3),
        (r"\bpart\s+C\b", 2),
        (
            (
                r"(?:HMO|PPO|PFFS)(?:-POS)?(?:\s+(?:D-SNP|C-SNP|SNP|I-SNP))?\b[^.]{0,30}\bmedicare"
                r"|medicare\s+(?:HMO|PPO)"
            ),
            2,
        ),
        (
            (
                r"notice\s+of\s+denial\s+of\s+medical\s+(?:coverage|service)|CMS-10003"
                r"|integrated\s+denial\s+notice"
            ),
            3,
        ),
        (r"organization\s+determination", 2),
        (r"\b[DC]-SNP\b|dual\s+(?:eligible\s+)?special\s+needs", 2),
        (r"\bH\d{4}[-_]", 1),
        (r"evidence\s+of\s+coverage", 0.5),
        (r"notice\s+of\s+medicare\s+non-?coverage|CMS-10123|10095", 2.5),
        (r"your\s+medicare\s+(?:health\s+)?plan", 1.5),
        (r"42\s+C\.?F\.?R\.?\s*(?:§\s*)?422", 2),
        (r"independent\s+review\s+entity", 1),
    ),
    "medicare_part_d": (
        (r"medicare\s+(?:prescription\s+)?(?:drug\s+(?:plan|coverage)|part\s+D)|\bpart\s+D\b", 3),
        (r"CMS-10146|denial\s+of\s+medicare\s+(?:prescription\s+drug|part\s+D)", 3),
        (r"medicare\s+prescription\s+drug", 3),
        (r"\bPDP\b", 3),
        (r"\bMA-PD\b|MAPD", 1.5),
        (r"coverage\s+determination|formulary\s+exception", 0.5),
        (r"\bS\d{4}[-_]", 1),
        (r"redetermination", 0.5),
        (r"42\s+C\.?F\.?R\.?\s*(?:§\s*)?423", 2),
    ),
    "medicare_original": (
        (
            (
                r"medicare\s+summary\s+notice|original\s+medicare|medicare\s+fee[\s-]for[\s-]service"
                r"|medicare\s+administrative\s+contractor|traditional\s+medicare"
            ),
            3,
        ),
        (
            (
                r"\bMAC\b[^.]{0,40}jurisdiction|jurisdiction\s+[A-N1-9]{1,2}\b[^.]{0,40}medicare"
                r"|medicare\s+part\s+[AB]\b"
            ),
            1.5,
        ),
        (
            (
                r"medicare\s+redetermination\s+(?:notice|request|decision)|CMS-20027"
                r"|qualified\s+independent\s+contractor|\bQIC\b"
            ),
            2,
        ),
        (r"advance\s+beneficiary\s+notice", 1),
        (r"42\s+C\.?F\.?R\.?\s*(?:§\s*)?405", 2),
    ),
    "medicare_dmepos": (
        (r"\bDME\s*MAC\b|DMEPOS", 6),
        (r"durable\s+medical\s+equipment\s+medicare\s+administrative", 3),
    ),
    "medicare_qio": (
        (r"\bBFCC-?QIO\b|quality\s+improvement\s+organization", 1.5),
        (r"important\s+message\s+from\s+medicare|detailed\s+notice\s+of\s+discharge", 1.5),
    ),
    "medicaid_managed_care": (
        (
            r"(?:line\s+of\s+business|coverage(?:\s+type)?|plan\s+type|product|program|lob)\s*:?\s*(?:\w+\s+)?medicaid",
            3,
        ),
        (r"\w*medicaid", 1.2),
        (
            (
                r"managed\s+(?:medicaid|care\s+(?:organization|plan))|\bMCO\b|\bMLTC\b|medicaid\s+(?:managed"
                r"|health|member|plan)|\b42\s+C\.?F\.?R\.?\s*(?:§\s*)?438"
            ),
            1.5,
        ),
        (r"state\s+fair\s+hearing|fair\s+hearing", 1.3),
        (
            (
                r"\bmedi-cal\b|tenncare|badgercare|masshealth|hoosier\s+healthwise|apple\s+health|peach\s?care"
                r"|star\s?\+?\s?plus|\bAHCCCS\b|healthy\s+(?:louisiana|michigan)|centennial\s+care|mainecare"
            ),
            2.2,
        ),
        (r"managed\s+care\s+plan", 0.5),
        (r"medicaid\s+(?:id|number|no)", 0.8),
        (r"keep\s+(?:getting|your)\s+(?:\w+\s+)?services|continuation\s+of\s+benefits|aid\s+paid\s+pending", 0.5),
        (r"EPSDT|early\s+and\s+periodic", 0.8),
        (r"\bLME/?-?MCO\b|\bPIHP\b|\bPAHP\b", 2),
    ),
    "medicaid_ffs": (
        (
            (
                r"medicaid\s+fee[\s-]for[\s-]service|fee[\s-]for[\s-]service\s+medicaid|straight\s+medicaid"
                r"|(?:state|division|department|office|bureau)\s+(?:of\s+|for\s+)?(?:medicaid"
                r"|medical\s+assistance|health\s+care\s+(?:finance|policy|services))\b[^.]{0,60}(?:denied"
                r"|reviewed|determin|has)|42\s+C\.?F\.?R\.?\s*(?:§\s*)?431"
            ),
            3,
        ),
        (r"medical\s+assistance\s+(?:program|administration)", 1.5),
        (r"(?:division|department|office|bureau)\s+of\s+(?:medicaid|medical\s+assistance)", 1.3),
        (r"\bFFS\b|fee[\s-]for[\s-]service", 1),
    ),
    "chip": ((r"children's\s+health\s+insurance\s+program|\bS?-?CHIP\b|child\s+health\s+plus|\bKidCare\b", 3),),
    "fehb": (
        (r"federal\s+employees?'?\s+health\s+benefits?|\bFEHB\b", 3),
        (r"office\s+of\s+personnel\s+management|\bOPM\b", 2.5),
        (r"federal\s+employee\s+program|\bFEP\b", 2.5),
        (r"postal\s+service\s+health\s+benefits|\bPSHB\b", 3),
        (r"\bRI\s?7[1-3]-\d+|federal\s+brochure|plan\s+brochure", 1),
    ),
    "tricare": (
        (r"tricare", 3),
        (r"defense\s+health\s+agency|\bDHA\b|humana\s+military|32\s+C\.?F\.?R\.?\s*(?:§\s*)?199", 2),
        (
            (
                r"military\s+(?:hospital|treatment\s+facility)|\bMTF\b|sponsor'?s?\s+(?:SSN|ID|status)"
                r"|DoD\s+benefits"
            ),
            1,
        ),
    ),
    "champva": ((r"champva", 3),),
    "erisa_group": (
        (r"\bself[\s-](?:funded|insured)", 3),
        (r"\bERISA\b|employee\s+retirement\s+income\s+security", 2.2),
        (
            (
                r"employee\s+(?:health\s+)?(?:welfare\s+)?benefit\s+plan"
                r"|employees?'?\s+(?:\w+\s+){0,2}?(?:health|medical|benefits?)\s+(?:and\s+welfare\s+)?(?:plan"
                r"|trust|fund)|plan\s+sponsor"
            ),
            1.3,
        ),
        (r"summary\s+plan\s+description|\bSPD\b", 1.2),
        (r"section\s+502\s*\(a\)|502\(a\)", 1.0),
        (r"29\s+C\.?F\.?R\.?\s*(?:§+\s*)?2560|employee\s+benefits\s+security\s+administration|\bEBSA\b", 1.0),
        (
            (
                r"your\s+employer\s+(?:pays|funds)|funded\s+by\s+your\s+employer"
                r"|administrative\s+services\s+only|not\s+insur(?:e|ed)\s+(?:by|the)"
            ),
            2.2,
        ),
        (r"plan\s+administrator", 0.4),
        (r"group\s+health\s+plan", 0.4),
        (
            (
                r"union\s+(?:health\s+)?(?:welfare\s+)?(?:fund|trust)|taft-hartley"
                r"|health\s+and\s+welfare\s+(?:fund|trust)"
            ),
            2,
        ),
    ),
    "aca_individual": (
        (
            (
                r"marketplace|\bexchange\b(?=[^.]{0,60}(?:plan|coverage|health|enrol))|healthcare\.gov"
                r"|covered\s+california|individual\s+(?:and\s+family\s+)?(?:health\s+)?(?:plan|policy|market"
                r"|coverage)|on-exchange|off-exchange"
            ),
            2.2,
        ),
        (r"\bindividual\s+(?:bronze|silver|gold|platinum|catastrophic)\b", 2.2),
        (r"qualified\s+health\s+plan|\bQHP\b", 2.2),
        (r"\b(?:bronze|silver|gold|platinum)\s+\d{3,5}\b", 1.2),
        (r"\(individual\b|\bindividual\s*(?:&|and|/)\s*family|\bindividual\s+(?:plan|policy)", 1),
        (r"advance(?:d)?\s+premium\s+tax\s+credit|\bAPTC\b", 1.5),
        (
            (
                r"(?:bronze|silver|gold|platinum|catastrophic)\s+(?:\d+\s+)?(?:plan|HMO|PPO|EPO|POS)|(?:bronze"
                r"|silver|gold|platinum)\s+\d{2,4}"
            ),
            0.9,
        ),
    ),
    "aca_nongrandfathered": (
        (r"non-?grandfathered|not\s+(?:a\s+)?grandfathered", 3),
        (r"(?:small|large)\s+group\b[^.]{0,40}(?:insur|plan|policy|coverage)|fully[\s-]insured", 2.0),
        (r"affordable\s+care\s+act|patient\s+protection\s+and\s+affordable", 1.0),
        (r"45\s+C\.?F\.?R\.?\s*(?:§+\s*)?147", 2),
        (r"group\s+policy", 0.6),
    ),
    "workers_comp": (
        (r"workers?'?\s*'?\s*comp(?:ensation)?\b", 3),
        (r"injured\s+(?:worker|employee)|date\s+of\s+injury|employer/?insured|adjuster", 1.3),
        (
            (
                r"\bMTUS\b|\bACOEM\b|official\s+disability\s+guidelines|\bODG\b|labor\s+code"
                r"|independent\s+medical\s+review\b[^.]{0,60}(?:DWC|workers)|\bDWC\b|\bRFA\b"
            ),
            1.3,
        ),
        (r"industrial\s+(?:commission|accidents)|medical\s+treatment\s+guidelines", 1),
    ),
    "workers_comp_federal": (
        (
            (
                r"\bOWCP\b|\bForm\s+CA-\d|employing\s+agency|office\s+of\s+workers'?\s+compensation\s+programs|\bFECA\b"
                r"|federal\s+employees'?\s+compensation"
            ),
            4.5,
        ),
    ),
    "fsa_hsa_hra": (
        (
            (
                r"\bFSA\b|flexible\s+spending|health\s+savings\s+account|\bHSA\b|\bHRA\b"
                r"|health\s+reimbursement\s+(?:account|arrangement)|dependent\s+care\s+account|\bLPFSA\b"
            ),
            2.2,
        ),
        (
            (
                r"section\s+213\(d\)|IRC\s+(?:§\s*)?213|eligible\s+(?:medical\s+)?expense"
                r"|IRS\s+(?:publication\s+502|rules|code)|substantiat\w+|debit\s+card"
            ),
            1,
        ),
    ),
}
# The first names a plan within or beside the second's words: a Part D notice speaks of Medicare Advantage plans too.
OVER = (
    ("medicare_part_d", "medicare_advantage"),
    ("workers_comp_federal", "workers_comp"),
    ("workers_comp_federal", "fehb"),
    ("medicare_dmepos", "medicare_original"),
    ("medicaid_ffs", "medicaid_managed_care"),
    ("chip", "medicaid_managed_care"),
    ("fehb", "erisa_group"),
    ("tricare", "fehb"),
    ("champva", "tricare"),
    ("nhs_ifr", "uk_pmi"),
    ("ie_phi", "uk_pmi"),
    ("au_phi", "au_afca"),
    ("medicare_advantage", "medicare_qio"),
    ("medicare_advantage", "medicaid_managed_care"),
    ("ch_kvg", "de_gkv"),
    ("de_pkv", "de_gkv"),
    ("aca_individual", "aca_nongrandfathered"),
    ("nz_acc", "nz_phi"),
    ("fsa_hsa_hra", "erisa_group"),
    ("erisa_group", "aca_nongrandfathered"),
    ("medicare_advantage", "medicare_original"),
)
MARKETS = {
    name: tuple(
        (
            re.compile(pattern) if "\\b" in pattern and pattern.replace("\\b", "").isupper() else Caseless(pattern),
            weight,
        )
        for pattern, weight in clues
    )
    for name, clues in (_RAW | ABROAD).items()
}
