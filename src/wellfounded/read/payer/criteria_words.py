"""How payers name the policies, guidelines, rules and plan papers they decide by."""

import re

from wellfounded.wire.caseless import Caseless

_WORD = r"[A-Z0-9][\w'&/+.-]*"
_TITLE = (
    rf"{_WORD}(?:,?\s+(?:(?:of|and|for|the|in|with|to|by|on|or|a|an|der|die|das|und|für|bei|&)\s+)*{_WORD}){{0,11}}"
)
_PLACE = r"[A-Z\d]{1,5}(?:[.-][A-Za-z\d]{1,4})*(?:\([a-zA-Z\d]{1,4}\))*"
_SECTION_WORD = (
    r"(?i:(?:general\s+)?(?:chapter|section|sect?\.|element|entry|step|benefit\s+rule|part|article|clause"
    r"|table|exclusions?|condition|paragraph|criteri(?:on"
    r"|a)|rule|item|page|p\.|ziffer|nr\.|§))"
)

# The payer's own policies: "Medical Policy BH-114", "Clinical Guideline SP-6.2", "criteria document ST-0415".
POLICY = re.compile(
    r"\b(?P<kind>(?i:(?:(?:medical|clinical|coverage|payment|reimbursement|pharmacy|drug|dental|benefit|corporate"
    r"|administrative|utili[sz]ation|behavioral\s+health|medication|prior\s+authori[sz]ation"
    r"|claims?|fund|scheme|benefit|formulary|review|practice|treatment|management|necessity|imaging|genetic"
    r"|surgical|site\s+of\s+care"
    r"|technology|\w+\s+therapy)\s+)*"
    r"(?:polic(?:y|ies)(?:\s+bulletin)?|guidelines?|criteria|guidance|bulletin|protocols?|rule"
    r"|assessment)(?:\s+(?:statement|document|set|sheet))?))"
    r"\s*,?\s*(?:(?i:number|no\.?|nr\.?|\#"
    r"|:)\s*)*\(?(?P<number>(?=[\w.-]*\d)(?:[A-Z]{1,8}[-. ]?)?(?:[A-Z\d]{1,8}[-.])*[A-Z]{0,4}\d\w*(?:[-./]\w+)*)\)?"
)
LCD = re.compile(
    r"\b(?P<kind>(?:LCD|NCD|Local\s+Coverage\s+(?:Determination|Article)|National\s+Coverage\s+Determination"
    r"|Policy\s+Article|(?:Coverage\s+)?Article)(?:\s*\((?:LCD|NCD)\))?)"
    r"\s*(?:(?:for|on|:)\s+(?P<for>[A-Z][\w ,/&-]{3,70}?)\s*)?,?\s*(?:(?:number|no\.?|\#|:|LCD"
    r"|NCD)\s*)?\(?\s*(?P<number>[LA]\d{4,5}|\d{2,3}\.\d{1,3}(?:\.\d{1,2})*)\)?"
)
QUOTED = re.compile(  # "Therapy Utilization Standard" TUS-14, section 3(b)
    rf"\"(?P<title>[A-Z][^\"]{{4,80}})\"?,?\"?\s*\(?(?:(?i:reference|ref\.?|number|no\.?|policy"
    rf"|document|rule|guideline|criteria|bulletin|standard|protocol)\s+)?"
    rf"(?P<number>(?=[\w.-]*\d)[A-Z]{{1,6}}[-. ]?[\w.-]*\w)\)?"
    rf"(?:,?\s*(?P<section>(?i:{_SECTION_WORD})\s*(?=[\w.()-]*[\dIVX]){_PLACE}))?"
)
CLAUSE_TITLED = re.compile(  # policy clause 4.1 (Pre-Existing Disease - Code Excl01)
    rf"\b(?P<section>(?i:clause|exclusion|section"
    rf"|condition)\s*(?=[\w.()]*\d){_PLACE})\s*\((?P<title>[A-Z][^()\d]{{4,50}}?)"
    rf"(?:\s*[-:,]\s*(?i:code)\s*(?P<number>\w*\d\w*))?\)(?!,?\s*(?:of|in|under)\b)"
)
PAREN = re.compile(  # (Lupus Biologics, SP-77, section C)
    rf"\((?P<title>[A-Z][\w' &/-]{{4,70}}?)(?:\s+v?\d{{4}}(?:\.\d+)?)?,\s+(?P<number>[A-Z]{{1,6}}-?\d[\w.-]*)"
    rf"(?:,?\s*(?P<section>{_SECTION_WORD}\s*(?=[\w.()-]*[\dIVX]|[A-Z]\b){_PLACE}))?"
)
NAMED = re.compile(  # Criteria: Crisaborole Prior Authorization with Step Therapy, document LRx-1180
    r"(?:^|(?<=\s))(?i:criteria|guidelines?|polic(?:y|ies))(?:\s+(?:used|applied"
    r"|cited))?:\s+(?P<title>[A-Z][^;.:]{6,90}?)"
    r"(?:,\s*(?:[A-Z]\w+\s+)?(?:(?:document|policy|no\.?"
    r"|number)\s+)?(?P<number>(?=[\w-]*\d)[A-Z]\w{0,5}-?\d[\w.-]*\w))?(?=\s*[;.]|\s*\((?i:v|rev|eff)"
    r"|,\s*(?i:rev|ver|eff|v\d|section|sect?\.)|\s{2}|$)"
)
THERE = re.compile(rf",?\s*(?P<section>{_SECTION_WORD}\s*(?=[\w.()-]*[\dIVX]){_PLACE})")
AT_SECTION = re.compile(
    rf"\s*[,(]?\s*(?:at|\u00a7+|para(?:graph)?\.?|step"
    rf"|item)\s+(?P<section>(?=[\w.()-]*[\dIVX]){_PLACE})(?!\w)"
)
CHAPTER = re.compile(r"(?<=\s)(?P<section>(?:[A-Z][\w&/-]*\s+){1,4}[Cc]hapter)$")
BOOK_HEAD = re.compile(r",\s+(?P<head>[A-Z][a-z]+(?:\s+[A-Za-z]+){0,4})\)")
MANUAL = re.compile(
    r"\b(?P<title>(?:Medicare\s+(?:Benefit\s+Policy|National\s+Coverage\s+Determinations?|Program\s+Integrity"
    r"|Managed\s+Care|Claims\s+Processing)|TRICARE\s+(?:Policy|Reimbursement|Operations)"
    r"|(?:[A-Z]\w+\s+){0,4}(?:Provider|Policy|Hospital|Coverage|Billing|Program|Benefits?|Services|Medical))\s+Manual"
    r"(?:\s+\d{4}\.\d{1,3}-[A-Z])?)"
    rf"(?P<section>(?:,?\s*\(?(?:(?i:pub\.?|publication)\s*[\d-]+|{_SECTION_WORD}\s*(?=[\w.()-]*[\dIVX]){_PLACE})\)?)*)"
)
VENDOR = re.compile(
    r"\b(?P<title>(?:InterQual|MCG|Milliman|(?:The\s+)?ASAM|LOCUS|CALOCUS|CASII|NCCN|ACOEM|MTUS|ODG"
    r"|Official\s+Disability\s+Guidelines|eviCore|Hayes|DrugDex|AHFS(?:-DI)?|NICE|AASM|ADA|ACR)\b(?:\s*®)?"
    r"(?:\s+(?:\d{4}|[A-Z][\w&/-]*|chapter\b|&|and(?=\s+[A-Z])|of(?=\s+[A-Z])"
    r"|for(?=\s+[A-Z])))*(?:\s*\([A-Z][A-Za-z][^)]{3,70}\))?(?:,\s+(?!Version|Section|which"
    r"|Inc)[A-Z][\w-]*(?:\s+(?:[A-Z][\w-]*|of|for|and|with))*)?)"
    r"(?:,?\s*\(?(?P<number>\b(?=[A-Z\d-]*\d)[A-Z]{1,4}-?\d{2,5}\b)\)?)?"
)
# The plan's own papers, cited by place: "Section 10 of your brochure", "Evidence of Coverage, Chapter 4, Section 2.1".
_BOOK = (
    r"(?:(?:[A-Z0-9][\w'&-]*\s+){0,4}(?i:evidence\s+of\s+coverage|certificate(?:\s+of\s+(?:coverage|insurance))?"
    r"|summary\s+plan\s+description|plan\s+document|(?:benefits?\s+)?booklet|(?:membership\s+|member\s+)?handbook"
    r"|brochure|(?:table|schedule)\s+of\s+(?:cover|benefits?)|(?:benefits?|coverage)\s+(?:schedule|table|guide)"
    r"|rule\s?book"
    r"|policy\s+(?:wording|handbook|terms(?:\s+and\s+conditions)?|document|schedule|conditions|brochure)"
    r"|terms\s+and\s+conditions|plan\s+rules|scheme\s+rules|fund\s+rules|member(?:ship)?\s+guide|rules"
    r"|membership\s+agreement|subscriber\s+agreement|group\s+contract|policy|contract|plan)"
    r"(?:\s+(?:General\s+)?Exclusions?)?(?:\s*\([A-Z][\w /-]{1,14}\))?)"
)
BOOK_THEN_PLACE = re.compile(
    rf"(?P<title>{_BOOK}(?:\s+(?:19|20)\d\d)?),?\s*(?:\((?:(?:19|20)\d\d\s+edition,?\s*)?)?(?:(?:under|at|in"
    rf"|see)\s+)?(?P<section>{_SECTION_WORD}\s*(?=[\w.()]*[\dIVX]"
    rf"|[A-Z]\b){_PLACE}(?:,?\s*{_SECTION_WORD}\s*(?=[\w.()]*\d){_PLACE})*)"
)
PLACE_THEN_BOOK = re.compile(
    rf"(?P<section>{_SECTION_WORD}\s*(?=[\w.()]*[\dIVX]"
    rf"|[A-Z]\b){_PLACE}(?:,?\s*{_SECTION_WORD}\s*(?=[\w.()]*\d){_PLACE})*)\W{{0,3}}(?:\"[^\"]{{3,60}}\""
    rf"|\([A-Z][^)]{{3,60}}\))?,?\s*(?:of|in|under|der|des)\s+(?:the\s+|your\s+|our\s+|this\s+)?(?P<title>{_BOOK})"
)
REGULATION = re.compile(
    r"(?<!\w)(?P<number>\d{1,3}\s+(?:C\.?F\.?R|U\.?S\.?C|CMR|N\.?C\.?A\.?C|N\.?Y\.?C\.?R\.?R|C\.?C\.?R"
    r"|TAC|WAC|OAR|VAC|OAC|COMAR|NMAC|IAC|KAR|UAC|NAC|ARM|LAC|MCAR|DCMR|N\.?J\.?A\.?C|Pa\.\s+Code"
    r"|Ill\.\s+Adm\.\s+Code)\.?\s*(?:Part\s+)?(?:§+\s*)?\d[\w.:-]*(?:\([a-z0-9]+\))*(?:\s+(?:to|through)\s+\d[\d.]*\d)?"
    r"|(?:[A-Z][A-Za-z]*\.?\s+)(?:Admin|ADMIN)\.?\s+(?:Code|CODE)\s+\d[\d:.-]*\d(?:\(\w\))*"
    r"|(?:Cal\.\s+|California\s+)?(?:Labor|Insurance|Health\s+and\s+Safety"
    r"|Welfare\s+and\s+Institutions)\s+Code\s+(?:section|§+)\s*[\d.]+(?:\([a-z0-9]+\))*"
    r"|Title\s+\d+,?\s+(?:of\s+the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*\s+(?:Code\s+of\s+Regulations"
    r"|Administrative\s+Code|Code),?\s*(?:section|§)+\s*[\d.-]+(?:\([a-z0-9]+\))*"
    r"|(?:IRC|Internal\s+Revenue\s+Code)\s+(?:Section|§)\s*\d+(?:\(\w\))*"
    r"|(?i:section)\s+\d+\(\w\)(?:\(\w\))*\s+of\s+the\s+(?:Internal\s+Revenue\s+Code|Social\s+Security\s+Act|Act)\b"
    r"|§+\s*\d+\w*\s*(?:Abs(?:atz|\.)\s*\d+\w*\s*)?(?:(?:Satz|S\.|Nr\.|Nummer)\s*\d+\s*)*(?:SGB\s*[IVX]+|VVG|MB/KK"
    r"|KVG|KLV|AVB|GOÄ)|Art\.\s*\d+\w*\s*(?:Abs\.\s*\d+\s*)?(?:KVG|KLV|ATSG|VVG))"
)
GERMAN = re.compile(
    r"\b(?P<title>(?:Hilfsmittel|Heilmittel|Arzneimittel|Krankentransport|Psychotherapie|Rehabilitations"
    r"|Begutachtungs)-?\s?Richtlinien?|[A-ZÄÖÜ][a-zäöüß]+-Richtlinien?(?:\s+[A-ZÄÖÜ]\w+)?"
    r"|Hilfsmittelverzeichnis(?:ses)?|Richtlinie\s+Methoden[\w\s]{0,40}"
    r"|(?:Allgemeinen?\s+)?Versicherungsbedingungen(?:\s*\([A-Z][\w/ -]{1,14}\))?)(?!\w)(?:[^.;]{0,30}?"
    r"(?P<number>§\s*\d+\w*(?:\s+Abs(?:atz|\.)\s*\d+)?))?"
)
GERMAN_PLACE = re.compile(
    r"(?P<section>(?:Anlage\s+[IVX\d]+,?\s+)?(?:(?<=\w\s)|\b|(?=§))(?:§|Ziffer|Nr\.|Anlage)\s*(?:\d+\w*|[IVX]+\b)(?:\s*Abs(?:atz|\.)\s*\d+)?)\s+(?:der|unserer|Ihrer|des)\s+$"
)
GUIDE = re.compile(
    rf"\b(?P<title>(?:[A-Z][\w'&/-]*\s+)(?:(?:of|and|for|the|in)\s+"
    rf"|[A-Z][\w'&/-]*\s+){{1,9}}(?:Guidelines?|Criteria|Standards?|Polic(?:y|ies)|Formulary"
    rf"|Schedule|List)(?:\s+for\s+[A-Z][\w'&/-]*(?:\s+(?:(?:of|and|for|the"
    rf"|in)\s+)?[A-Z][\w'&/-]*){{0,6}})?(?:\s+(?:19"
    rf"|20)\d\d\b)?)(?:,?\s+v\d[\w.]*(?:\s[A-Z][a-z]+\s\d{{4}})?)?(?:,\s+(?P<number>[A-Z]{{2,5}}-[A-Z\d][A-Z\d.-]*[A-Z\d]))?"
    rf"(?:,?\s*(?P<section>{_SECTION_WORD}\s+(?=[\w.()]*\d|[A-Z]\.){_PLACE}))?"
)
SECTION_NEAR = re.compile(
    rf"\b(?i:sections?|sec\.|part|criterion|criteria|sections|paragraph|subsection"
    rf"|items?)\s+(?P<section>(?=[\w.()-]*[\dIVX])(?!(?:19|20)\d\d\b){_PLACE})(?!\w)"
)
PLAIN_TITLE = re.compile(r"\s+(?P<title>[A-Z][a-z]\w*(?:\s+(?:(?:of|and|for|the|in)\s+)?[A-Z][\w-]*){0,6})(?=\s+[a-z])")
QUOTED_AFTER = re.compile(r"\s*[,:(-]?\s*\"(?P<title>[A-Z][^\"]{4,90}?)[,.]?\"")
AFTER_TITLE = re.compile(
    rf"\s*(?:,|:|-|\(|\"|titled|entitled|for|on)\s*\"?(?:titled\s+|entitled\s+)?(?P<title>{_TITLE})"
)
VERSION = Caseless(r",?\s*(?:effective|eff\.|version|ver\.|v\.?\s?\d|revised|rev\.).*$")
BEFORE_NUMBER = re.compile(rf'(?P<title>{_TITLE}(?:\s+(?:policy|guidelines?|criteria))?)"?\s*[,(-]?\s*$')
MORE_SECTIONS = re.compile(rf"\s*(?:,|;|and|or|,\s*and)\s+(?P<section>(?=[\w.()-]*\d){_PLACE})(?!\w)")
EDITION = Caseless(
    r",?\s*(?:effective|eff\.|version|ver\.|v\.?\d|revised|rev\.|last|edition|\d+(?:th|st|nd|rd)\s+edition|dated"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d).*$",
)
DEFINES = Caseless(r"as\s+(?:that|the)\s+term\s+is\s+defined\s+in|definition\s+(?:of|in)|defined\s+(?:in|by|under)")
GENERIC = Caseless(
    r"(?:the|our|your|this|that|plan|medical|clinical|coverage|we|a|an|criteria|policy|guidelines?|no|number|for"
    r"|section|date|dear)(?:\s+(?:policy|criteria|guidelines?))?",
)
LEADING = re.compile(
    r"^(?:(?:[A-Z]\w*'s|The|Our|Your|Under|In|We|Based|Per|See|This|Criteria|Policy(?!\s+(?:Wording|Terms|Handbook|Document|Conditions|Schedule))|Using|As|By|From"
    r"|Medical|Clinical|According"
    r"|For|On|Medicare\s+rules)\s+(?:(?:the|our|your|to|on)\s+)*)+"
)
SENT_UNDER = Caseless(r"\b(?:this|the)\s+(?:notice|letter)\s+is\s+(?:sent|given|required|issued|provided)\b")
OWN_NUMBER = Caseless(r"(?:polic\w+|rule)\s*(?:number|no\.?|\#|:)")
NEAR = 900  # characters after a policy's name in which its sections are named
OF_ANOTHER = Caseless(
    r"\s*(?:of|in)\s+(?:ERISA|title|the\s+Act|(?:the|your|our)\s+(?:certificate|evidence|plan|contract|handbook"
    r"|social|code"
    r"|policy\s+doc|brochure))",
)
ANOTHER = Caseless(
    r"(?:certificate|coverage|booklet|handbook|code|act|other\s+parts\s+of|policy\s+terms|cfr|under\s+erisa)\W*$",
)
