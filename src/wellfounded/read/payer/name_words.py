"""The words organizations that pay for care are built of, and those that only look like one."""

import re

from wellfounded.read.payer.phrases import phrases
from wellfounded.wire.caseless import Caseless

ORG = phrases(
    """
    dental | vision | EPO | health | health(plus|first|net|link|choice|one) | healthcare | health care | insurance
        | assurance | insurers? | plans?
        | medicare | medicaid | blue
        | cross | shield | mutual | benefits? | administrators? | administration | life | HMO | PPO | care
        | medical | trust | fund
    society | krankenkasse | versicherung | versicherungs* | versicherungen | kranken* | \\w*krankenkasse | BKK | AOK
        | IKK | TKK | advantage | indemnity | casualty | company | inc | LLC | Ltd | limited | PLC | corp
        | corporation | TPA | solutions | services
    utili[sz]ation | review | group | accounts | kids | claims | office of (?!the) | authority | association
        | compensation | department | board | commission | scheme | union
        | alliance | partners | pharmacy | Rx | account | DAC | GmbH | AG | \\w+kasse | a\\.G | VVaG | friendly
        | TRICARE
        | CHAMPVA
    """
)
STRONG = phrases(
    """
    health | healthcare | health care | insurance | assurance | plan | medicare | medicaid | blue | mutual
        | benefits? | administrators? | administration | krankenkasse | versicherung | versicherungs* | kranken*
        | \\w+kasse
        | BKK | AOK | IKK
    casualty | indemnity | scheme | HMO | medical aid | union | advantage | Rx
        | compensation (fund|board|insurance) | DAC | TRICARE | CHAMPVA | TPA
    """
)
DEPARTMENT = Caseless(
    r"^(?:the\s+)?(?:utili[sz]ation|claims?|appeals?|member|customer|provider|medical|health|clinical|pharmacy|care"
    r"|quality|grievance|prior|pre-?|group|drug|hospital)[\s&]+(?:and\s+|&\s+)?(?:\w+\s+)?"
    r"(?:management|services?|review|department|dept|unit|authori[sz]ation|processing|appeals|grievances|team"
    r"|affairs|operations|administration|center|policy|claims|benefits)\b.{0,40}$"
    r"|^(?:a|an|dear|for)\s|^department$|(?<!of\s)\bdepartment$",
)
NOT_NAME = Caseless(
    r"\b(?:notice|denial|determination|explanation|request|letter|important|information|approval|statement|page"
    r"|dear|your|you|this|not\s+a\s+bill|confidential|patient|attn|attention|summary|decision|form|fax|phone|www"
    r"|http|member|enrollee|re|date"
    r"|authori[sz]ation|coverage|appeal|rights?|continued|adverse|response|review\s+report|remittance|transition"
    r"|supply|prescription\s+drug|result|pended|copy|original|subject|outcome|report)\b|@|\.(?:com|org|example|gov"
    r"|net|invalid)\b|(?<!\d)(?<!local\s)(?<!lodge\s)(?<!district\s)\d{3}|:",
)
BEHALF = Caseless(
    r"(?:on\s+behalf\s+of|acting\s+for|as\s+(?:the\s+|an?\s+)?(?:delegate|agent|(?:utili[sz]ation\s+)?(?:review"
    r"|management)\s+(?:agent|company|organi[sz]ation)|administrator|claims\s+administrator"
    r"|benefit\s+manager)\s+(?:of|for)"
    r"|(?:review|management)\s+agent\s+(?:for|of)|delegated\s+by|sponsored\s+by|(?:manages|reviews|administers"
    r"|conducts|performs|handles|makes)\s+(?:[\w'-]+\s+){1,7}?(?:for"
    r"|on\s+behalf\s+of)|(?:contracted|engaged|retained|hired|appointed|asked|requested)\s+by|im\s+auftrag\s+de[rs]"
    r"|^for|\bfor\s+members\s+of|vendor\s+for|(?:third[\s-]party\s+)?administrator\s+(?:for|of)"
    r"|managed\s+for):?\s+(?:the\s+"
    r"|your\s+)?",
)
ACTS = re.compile(
    r"^\s*(?:\([^)]{1,40}\)\s*)?,?\s*(?:has|have|is|was|will|does|did|cannot|can't|received|reviewed|denied"
    r"|approved|decided|uses|used|determined|completed|upheld|members?\b|hat|wird|kann)\b"
)
BESIDE = Caseless(
    r"\b(?:independent\s+licensee|a\s+(?:division|subsidiary|company|member)\s+of|administered\s+by"
    r"|underwritten\s+by|powered\s+by|managed\s+care\s+plan\s+of)\b",
)
AGENT = phrases(
    "review | utili[sz]ation | management | imaging | oncology | behavioral | dental | specialty | pharmacy | Rx | "
    "solutions | TPA"
)
SMALL = {"of", "and", "the", "for", "de", "der", "und", "a", "von"}
GENERIC = Caseless(
    r"extras|plans?|health|insurance|medical|benefits?|care|company|services?|group|the|your|our|paid|pays?|member"
    r"|provider|claims?|review|department|utili[sz]ation|management|medicare|medicaid|part|advantage|life|hmo|ppo"
    r"|account|pharmacy|solutions|inc|llc|limited|ltd|independent|organi[sz]ation|external",
)
PROGRAM = Caseless(r"TRICARE|CHAMPVA|Medicaid|Medicare")
PRODUCT = Caseless(
    r"(?:PPO|HMO|EPO|POS|Gold|Silver|Bronze|Platinum|Plan|Paid|Pays?|Your|Allowed|Type|Name|Group|ID|\W)+(?:\s+\w+)?",
)
