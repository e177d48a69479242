"""The patterns in which a note writes a value: its sign, number, unit, earlier values and dates."""

import re

from wellfounded.read.chart import dates

UNIT = (
    r"%\s?(?:predicted|pred\b|of predicted|TBSA)|%|mg/dL|g/dL|mmol/mol|mmol/L|mEq/L|mIU/L|mIU/mL|uIU/mL|µIU/mL"
    r"|IU/mL|IU/L|U/mL|U/L|ng/mL|ng/dL|pg/mL|ug/mL|mcg/mL|µg/mL|ug/dL|mcg/dL|ug/g|mcg/g|µg/g|mg/g|g/g|mg/L|g/L|nmol/L"
    r"|umol/L|µmol/L|"
    r"mm/h(?:r|our)?|mm/hour|K/uL|k/uL|K/mm3|x10E?[39]/u?L|10\^3/uL|cells/(?:uL|mcL|µL|mm3)"
    r"|(?:cells )?per (?:microliter|mm3)|ppb|/uL|copies/mL"
    r"|mL/min(?:/1\.73\s?m[2²])?|events?/(?:h|hr|hour)|events per hour|/(?:h|hr|hour)\b|per hour|kg/m[2²]|mm\s?Hg"
    r"|cm\s?H2O|bpm|lbs?\b|pounds|kg\b|cm2|cm\b|mm\b|in\b|inches|feet|ft\b|meters?\b|m/s|m\b|"
    r"degrees|deg\b|°\s?[FC]?|seconds|secs?\b|s\b|ms\b|mL\b|L/min|L\b|Wood units|WU\b|days?/mo(?:nth)?"
    r"|days per month|days a month|minutes|fL|pg\b|points"
)
NUM = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?|-?\.\d+"
FILL = (
    r"(?:\s*(?:\(([^()\d]{0,40})\)|total|totals?|scores?|level|levels|today|now|currently|index|severity|overall|\)"
    r"|result|results|value|reading|reached|peaked|hit|on file|[Mm]odule \d,?|is|was|were|are|of|at|to|a|the|an"
    r"|=|:|~|\u2013|-|\||has|had|have|been|remains?"
    r"|remained|still|stable|in|her|his|this|visit|by|about|around|approximately|only|"
    r"improved|dropped|drop|fell|falling|down|up|rose|comes|stands|totals|climbed|increased|decreased|declined|came|back|returned|measured"
    r"|calculated|on|admission|intake|baseline|current|initial|final|most|recent|last|latest|peak|repeat|class"
    r"|stage|grade|type|recorded|fasting|random|serum|and|elevated|high|low|normal|abnormal|noted|worsened|went|as"
    r"|found|room|air|RA|scored|scoring|as|out|R|L|right|left|diagnosis|presentation|onset|enrollment"
    r"|averages|global|arm|leg|back|neck|knee|by|phone|telephone"
    r"|video|rest|resting|exertion|ambulation|during|with"
    r"|while|walking|ambulating|sleep|asleep|parent|teacher|patient|clinician|rater|self|worst|nadir"
    r"|lowest|best|mean|median|minimum|maximum|trough|OD|OS|OU|you|wrote|awake|supine|sitting|standing|seated|upright"
    r"|self-report|clinician-rated|rated|ratio|\*|,|count|reported|averages?"
    r"|averaging|running|reads|self)(?![A-Za-z]))*?\s*"
)
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
IN_ROMAN = re.compile(
    r"\s*(?:class|stage|grade|level|type|functional|is|was|:|=|\s)*\s*(IV|I{1,3}|V)(?:\s?[-\u2013/]\s?(IV|I{1,3}|V))?\b"
)
VALUE = re.compile(
    rf"{FILL}(?P<cmp>[<>≤≥]=?|greater than|less than|more than|under|over"
    rf"|at least)?\s*(?P<n>{NUM})(?!\d*/\d{{1,2}}/\d{{2}}|\d*(?:st|nd|rd|th)\b|\d*\s?[MF]\b)"
    rf"(?:\s*/\s*(?P<of>\d{{1,3}}))?(?:\s*(?:-|\u2013|to)\s*(?P<hi>\d+(?:\.\d+)?)(?=\s*(?:%|mm|events|$|[,;.)])))?\s*(?P<u>{UNIT})?",
)
LOOSE = re.compile(  # "CDAI in the office today is 38", "MIDAS done over the phone: 34"
    rf"(?:\s+(?!if\b|goal|target|below|above|under|over\b(?! the)|until|when\b|than|aim|less|more|reach|least|cut|off\b"
    rf"|and\b|every|each|no\b|not\b|without|or\b|but\b|then\b|on\b(?= (?:day|week)))[a-z'/-]+){{1,6}}?"
    rf"\s*(?:(?<=\bis)|(?<=\bwas)|(?<=\bof)|(?<=\bat)|(?<=stayed)|(?<=nonetheless)|(?<=sits)|(?<=went)|[:=])\s+"
    rf"(?P<n>{NUM})(?!\s*(?:years?|y/?o|mg|mcg|weeks?|days?(?!/)|months?|sessions?|visits?|times|x\b|items?"
    rf"|questions?)|[/-]\d|\.\d)"
    rf"(?:\s*/\s*(?P<of>\d{{1,3}}))?\s*(?P<u>{UNIT})?"
)
SUMMED = re.compile(  # "arms 3 legs 2 = 5": the parts, and then the whole
    r"\W*(?:[A-Za-z]{3,12}\s+\d{1,2}\s*[,+/;]?\s*){2,4}(?:=|total(?: of)?:?)\s*(?P<n>\d{1,3})(?![\d/.])"
)
TITRE = re.compile(
    r"\s*(?:titers?|titres?|positive|pos|at|of|is|was|:|,|\(|\+)*\s*(?P<whole>1\s?:\s?(?P<n>\d{2,5}))\b", re.IGNORECASE
)
_PART = r"\d{1,2} (?:of|out of) \d{1,2} (?:for |on |in )?[a-z]{6,}(?:ive|ity|ion)\b"
PARTS = re.compile(rf"\s*[:=(]?\s*{_PART}(?:\s*(?:,|;|and)\s*(?:and )?{_PART})+")
PART = re.compile(r"(?P<n>\d{1,2}) (?:of|out of) \d{1,2} (?:for |on |in )?(?P<name>[a-z]+)")
AGAIN = re.compile(  # "6/10 on the stairs, 4/10 at rest": the circumstance of each, and one maximum
    r"\s+(?P<a>at|with|on|going|when|while|during|in|after|before|by)\s+[a-z' ]{2,24}?\s*(?:,|;|\band\b)\s*(?:and\s+)?"
    r"(?P<n>\d{1,2})\s*/\s*(?P<of>\d{1,3})\s+(?:at|with|between|on|going|when|while|during|in|after|before|by)\b"
)
AT_ENTRY = re.compile(
    r"\s*(?:at|after|by) \d{1,2} (?:weeks|months|years)\b"
    r"|\s*(?:at|on) (?:diagnosis|baseline|intake|entry|onset|presentation|enrollment|start)\b",
    re.IGNORECASE,
)
DATED_FIRST = re.compile(r"\s*(?:\(|on|of|from|,|-|:|dated|scores?|total|drawn|done)*\s*(?:on\s+)?$")
FROM_TO = re.compile(
    (
        rf"\s*(?:scores?|has|have|total|still|levels?|improved|dropped|fell|down|went"
        rf"|decreased|increased|rose|declined|worsened"
        rf"|changed|came|was|up|reduced|progressed)*\s*(?:from"
        rf"|:)?\s*(?P<a>{NUM})\s*(?P<u1>{UNIT})?(?:\s*\((?P<d1>[^)]*)\)|\s+(?:at|on"
        rf"|in)\s+(?P<d1b>[\w/ ,]{{3,20}}?))?\s*(?:to|->|→|-->|down to|up to"
        rf"|=>)\s*(?P<b>{NUM})(?:\s*/\s*\d+)?\s*(?P<u2>{UNIT})?"
    ),
    re.IGNORECASE,
)
MORE = re.compile(
    rf"(?:\s*(?:on|at)\s+(?:its )?(?:worst|best|rest|night|admission|intake|baseline|discharge|entry|start|diagnosis"
    rf"|presentation|onset|enrollment|referral|arrival))?(?:\s*(?:today|now|\([a-z "
    rf"-]{{3,25}}\)|[,;(]|and|vs\.?|from|compared (?:to|with)|previously|previous"
    rf"|prev|was|prior|last|then|→|->|"
    rf"it|down from|up from|baseline|intake|initial|initially|pre-treatment|at start|first|improved from"
    rf"|earlier|at last visit|last visit))+\s*(?:was|of|score"
    rf"|previously|from|a|:)?\s*(?P<n>{NUM})"
    rf"(?:\s*/\s*(?P<of>\d{{1,3}}))?\s*(?P<u>{UNIT})?\s*(?=on\b|in\b|\(|before\b|earlier\b|at\b|\)|last\b"
    rf"|(?:\d{{1,2}}/){{1,2}}\d{{2,4}})",
    re.IGNORECASE,
)
SERIES = re.compile(
    (
        rf"\s*(?:[,;:(]|and|scores?|\s)*\s*(?:on\s+)?(?P<d>{dates.DATE.pattern})"
        rf"\s*(?:(?:on|off|at|in|before|after) (?:\w+ ?){{1,2}})?(?:[:=]|was|-|\u2013|score|of"
        rf"|\))+\s*(?P<n>{NUM})(?![\d/]*/|[\d-]*-\d)\s*(?P<u>{UNIT})?"
    ),
    re.IGNORECASE,
)
GOAL = re.compile(
    (
        r"\b(?:goal|target|if|until|below|less than half|aim|aiming|should|must|reach|requires?|criteria|threshold"
        r"|cut-?off|normal(?: range)?|ref(?:erence)?(?: range)?|minimum)\b(?:\s+\w+){0,3}\s*(?:is|of|:|for)?\s*$"
    ),
    re.IGNORECASE,
)
PLAN_GOAL = re.compile(
    r"\b(?:goal|target|aim|reduce|decrease|improve|down by|at least half|lower|achieve|increase)\b", re.IGNORECASE
)
BP = re.compile(
    (
        r"(?:\s*(?:today|is|was|of|at|=|:|-|sitting|standing|supine|left|right|arm|elevated|repeat|recheck|up|to|around"
        r"|\(|reading|readings|averaging|,))*\s*(?P<n>\d{2,3}\s?/\s?\d{2,3})(?!/)"
    ),
    re.IGNORECASE,
)
DURING = re.compile(
    (
        r"\b(?:at rest|(?:on )?(?:room air|RA)|with (?:exertion|ambulation|activity)|while (?:ambulating|walking|asleep"
        r"|awake)|during sleep|nocturnal|exertional|ambulat\w+|on \d(?:\.\d)?\s?(?:L|lpm|liters?)(?:/min)?(?: NC)?"
        r"|resting|overnight|asleep|with walking)\b"
    ),
    re.IGNORECASE,
)
SATURATION = re.compile(
    (
        r"\b(?:during|with|on|at|after|while)\b[^.;%]{0,60}?\b(?:room air|RA|O2|oxygen|L/min|lpm|ambulat\w*"
        r"|exertion|walking|rest|sleep)\b[^.;%]{0,40}?\s(?P<n>\d{2,3})\s?%"
    ),
    re.IGNORECASE,
)
PREFIX = re.compile(r"(?<![\w-])[A-Z][A-Za-z]{1,5}-$")
SUFFIX = re.compile(r"-[A-Za-z0-9]{1,6}(?![\w-])")
NOW = re.compile(
    rf"\s*(?:,|and|but|;)\s*(?:is |was )?(?:now|today|currently|at present)\s*(?:is |at |:)?\s*(?P<n>{NUM})",
    re.IGNORECASE,
)
JOINTS = re.compile(r"(?P<t>\d{1,2})\s+tender(?:\s+joints)?(?:,| and|/|;)\s*(?P<s>\d{1,2})\s+swollen", re.IGNORECASE)
