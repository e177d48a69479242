"""What a word of a payer's sentence is about, so that words never met say what their class says: grant, refuse, wait.

A word may be of several classes, and a class is a judgement of what the word mostly does in such papers.
"""

import re
from functools import lru_cache

# Beginnings of words; `$` closes a word that must stand whole.
CLASSES = {
    "GRANT": "approv authori[sz] certif(?!icat) grant okay ok$ okayed agree accept endors sanction permit accord clear"
    " allow favou?r pleased glad happy delighted yes$ bewillig genehmig stattgegeben zugesagt zusage"
    " entsprochen entsprechen zustimm",
    "PAY": "pay paid payable payment reimburs settl fund refund benefit cover cashless meet$ met$ honou?r erstatt"
    " zahl übernehm übernommen kosten(?:ü|ue)bernahme leist bezahl",
    "REFUSE": "den(?:y|ied|ies|ial) declin refus reject disallow repudiat adverse unfavou?r exclu disapprov void"
    " noncert non-?cover unapprov regret unfortunately sorry ineligib terminat end(?:s|ed|ing)?$ discontinu"
    " stop ceas turned$ against decline unable forfeit revok ablehn abgelehnt lehn abzulehnen zurückgewiesen"
    " leider bedauer",
    "UPHOLD": "uphold upheld stand(?:s|ing)?$ affirm unchanged sustain maintain confirm same agree$ unverändert"
    " bestätigt remain stay",
    "OVERTURN": "overturn overrul revers reinstat vacat rescind chang success reconsidered"
    " abgeholfen abhelf aufgehoben",
    "NEG": "not$ no$ never cannot unable nor$ without none nicht kein neither nothing nil$ non$ lack isn aren wasn"
    " weren don doesn didn hasn haven hadn won wouldn couldn can't isn't",
    "LESS": "reduc modif less fewer lower partial partly part$ portion cut$ remain instead rather alternat substitut"
    " only short limit split revis adjust but$ while$ except some balance rest$ downgrad out$ teil gekürzt"
    " kürz",
    "WAIT": "pend hold held await delay extend extension suspend review process progress later defer postpon still"
    " yet$ open waiting continu undetermin unresolved until query queries paus noch bearbeitung prüf verläng",
    "ASK": "send submit provid need request(?:ing|s)?$ fax furnish requir missing suppl(?:y|ied) forward return"
    " upload complet attach please kindly outstanding additional more further answer respond reply want sign"
    " einreich benötig reich nachreich vorleg bitte",
    "RECORD": "record note(?:s)?$ document inform chart report letter form(?:s)?$ result questionnaire evidence detail"
    " invoice receipt paperwork itemi[sz] bill(?:s)?$ unterlag bericht befund",
    "IF": "if$ when$ unless may$ might$ can$ could should would falls whether once$ whenever wenn würde",
    "PAST": "previous earlier prior original initial histor last$ before former past already ago$ first$ früher zuvor",
    "RIGHT": "appeal right grievance complain hearing reconsider redetermin dispute external independent ombuds"
    " disagree widerspruch einspruch",
    "US": "we$ our$ us$ plan insurer company fund$ scheme board director reviewer physician wir$ unser",
    "YOU": "you your sie$ ihr ihre ihnen ihren",
    "MATTER": "request claim service treatment item procedure case drug medication surgery visit session day unit hour"
    " tablet admission stay therapy order antrag",
    "MONEY": "billed charge deductible copay coinsurance allowed responsibility owe statement remittance eob$ eop$"
    " remit check cheque discount negotiated write-?off amount total excess",
    "FILL": "temporar transition fill(?:ed|s)?$ formulary list$ bridge übergang month",
    "CAME": "receiv receipt acknowledg got$ intake dismiss clos withdrawn logged register arriv reach assign"
    " misdirect eingang erhalten",
    "NEWS": "premium network card enrol welcom newsletter membership primary coach privacy tier address directory"
    " renewal appoint dues nurse program",
    "DECIDE": "decision determin decid outcome status disposition finding verdict ruling conclu action recommendation"
    " answer entscheid bescheid ergebnis",
    "WHY": "because since reason due$ basis based weil grund",
    "EVERY": "any$ all$ each$ certain most$ type example general includ such every",
    "PROOF": "experiment investigat unproven proven trial stud(?:y|ies) evidence literature effective safe fda$ scien"
    " label research novel",
    "NECESSARY": "necess medically criteria guideline appropriate support indicat severity justif"
    " warrant clinical need",
    "FIRST": "step try tried fail first prefer generic alternativ conservative biosimilar before exhaust weeks trial",
    "COUNT": "limit maximum exceed quantity frequency visits units hours dose times per$ level setting inpatient"
    " outpatient observation lower",
    "NETWORK": "network participat contract(?:ed|ing)?$ out-of panel provider facility nonpar",
    "BEFOREHAND": "authori[sz]ation precert pre-?auth referral notif advance pre-?approv permission",
    "CODES": "code modifier bundl cpt$ hcpcs ncci duplicate diagnosis claim-?line revenue mutually incidental",
    "LOOKS": "cosmetic appearance convenience comfort personal aesthetic household wellness fitness hygiene kosmet",
    "TIME": "timely late deadline filing effective coverage eligib enrol year waiting lapse termin date(?:s)?$"
    " expired frist pre-?existing",
    "OTHERS": "coordination primary auto workers liab subrog third compens accident medicare other$"
    " injur disclos fraud",
}
COMPILED = {name: re.compile(f"(?:{'|'.join(stems.split())})") for name, stems in CLASSES.items()}


@lru_cache(maxsize=20_000)
def classes(word: str) -> tuple[str, ...]:
    """Give the classes of a word in lower case; a number is NUMBER."""
    if word[0].isdigit():
        return ("NUMBER",)
    named = tuple(name for name, stems in COMPILED.items() if stems.match(word))
    return (*named, "NEG") if word.endswith("n't") and "NEG" not in named else named
