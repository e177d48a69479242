"""Cues that have a shape and not a wording: shares of relief, how long it lasted, harm beside a comma, reasons."""

from collections.abc import Iterator

from wellfounded.read.chart import effects
from wellfounded.wire.caseless import caseless, small

_COUNT = r"(?:\d+(?:-\d+)?|one|two|three|four|five|six|a few|several|a couple of|a)"
_SHARE = caseless(
    r"(?<![\d.])(?P<n>\d{1,3})\s?(?:-\s?\d{1,3}\s?)?%\s+(?:\w+\s+)?"
    r"(?:reduction|improvement|relief|better|benefit|decrease|response)\b(?!\s+(?:in|of) (?:BSA|weight|A1c))"
    r"|\b(?:reduced|decreased|improved|better|fewer|relieved|helped|cut|dropped)\s+(?:by\s+)?"
    r"(?:about\s+|approximately\s+|only\s+|~\s*|maybe\s+)?(?P<m>\d{1,3})\s?%",
)
_FELL = caseless(
    r"\b(?:fell|dropped|improved|came down|went down|decreased|declined|down)\s+from\s+(?P<a>\d+(?:\.\d+)?)\s?%?\s+to"
    r"\s+(?P<b>\d+(?:\.\d+)?)",
)
_WORDED = tuple(
    (means, tuple(needs.split("|")), caseless(pattern))
    # Every match holds one of *needs*; to look for a word costs a twentieth of what the pattern does.
    for means, needs, pattern in (
        (
            "partial",  # how long it lasted is how little it did
            "helped|lasted|worked|relief|benefit|improve|lasting|cleared|fixed",
            (
                r"\b(?:helped|lasted|worked|relief|benefit|improved|improvement|lasting|cleared(?: \w+)?"
                r"|fixed (?:me|it|him|her))\s+"
                r"(?:for\s+|only\s+|about\s+|approximately\s+|~\s*|just\s+|less than\s+)*"
                rf"{_COUNT}\s+(?:days?|weeks?|wks?|months?|hours?)\b"
            ),
        ),
        (
            "partial",
            "relief|benefit|improvement",
            (
                rf"{_COUNT}\s+(?:days?|weeks?|wks?|months?|mo)\s+(?:of\s+)?(?:(?!no\b|without|little"
                rf"|zero)\w+\s+)?(?:relief|benefit|improvement)\b"
            ),
        ),
        (
            "reacted",
            "",
            (
                r"\b(?:manic switch|mania|rash|hives|cough|angioedema|anaphylaxis|akathisia|dystonia|myalgias?"
                r"|weight gain|hyponatremia|"
                r"pancreatitis|hepatotoxicity|transaminitis|side effects?|bad reaction|intolerance|diarrhea"
                r"|nausea|vomiting|cytopenias?|"
                r"leukopenia|neutropenia|hallucinations)\s+(?:on|with|from|due to|caused by|secondary to)(?=\s)"
            ),
        ),
        (
            "partial",
            "half|third|quarter",
            (
                r"\b(?:reduced|cut|down|decreased|lower|fewer|less)\b[^.;,]{0,20}\b(?:by|in) (?:about |roughly "
                r")?(?:half|a third|a quarter)\b"
            ),
        ),
        (
            "fail",
            "unchanged|the same|no better|not better|not improved",
            (
                r"\b(?:pain|symptoms?|mood|function|scores?|depression|sleep|headaches?|anxiety)\s+(?:(?:was"
                r"|were|is|are|remain\w*|stayed)\s+)+"
                r"(?:essentially |largely |completely )?(?:unchanged|the same|no better|not better|not "
                r"improved|about the same)\b"
            ),
        ),
        (
            "despite_on",
            "remain|stayed|still",
            (
                r"\b(?:remain(?:ed|s)|stayed|still)\s+(?:\w+\s+){0,2}(?:high|active|elevated|severe"
                r"|uncontrolled|symptomatic|depressed|poor|moderate)\s+"
                r"(?:\w+\s+){0,2}(?:on|with|despite)(?=\s)"
            ),
        ),
        (
            "fail",
            "unchanged",
            (
                r"(?<![\w-])(?!dose|meds\b|medications?|exam|plan|regimen|weight|vitals|rest|otherwise|list"
                r"|remain|was|were|is\b|are\b|[bt]id\b|qid\b|qhs\b|daily|nightly|weekly|prn\b|tabs?\b)[\w-]{3,14}\s+"
                r"(?:scores? )?(?:(?:was|were|remain(?:ed|s)|is|stayed)\s+)?unchanged\b"
            ),
        ),
        (
            "partial",
            "help",
            (
                r"\bhelp(?:s|ed)\s+(?:with\s+)?(?:the\s+)?\w+,?\s+(?:but\s+)?not\s+(?:with\s+|for\s+)?(?:the|her"
                r"|his)\s+\w+"
            ),
        ),
        (
            "partial",  # what came and went
            "back to baseline|return|recur|came back|come back|comes back|relapse|again",
            (
                r"\b(?:relief|benefit|better|helped|worked|improve\w*|clear(?:s|ed)?|settle[sd]?"
                r"|calm(?:s|ed)?)\b[^.;]{0,40}\b(?:then|but|before)\s+(?:[^.;\s]+\s+){0,6}?"
                r"(?:back to baseline|return(?:s|ed)?|recur(?:s|red)?|c[ao]mes? back|relapse[sd]?)\b"
                r"|\b(?:worked|helped|clear(?:s|ed))\b[^.;]{0,24}\b(?:bad|back|flared) again\b"
            ),
        ),
        (  # good for a while and no longer
            "partial",
            "good |temporary",
            (
                r"\b(?:one|two|three|four|five|six|a few|a couple of|\d) good (?:days|weeks|months)\b"
                r"(?![^.;]{0,16}\bback\b)"
                r"|(?<=[:,;>] )temporary(?=\s*(?:[.,;\n]|$))"
            ),
        ),
        (
            "loss",
            "until",
            (
                r"\b(?:controlled|worked|helped|held|effective)\b[^.;]{0,24}\buntil\s+"
                r"(?:the\s+|early\s+|late\s+|last\s+|about\s+)*"
                r"(?:spring|summer|fall|autumn|winter|year|month|(?:19|20)\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep"
                r"|oct|nov|dec)"
            ),
        ),
        ("partial", "below", r"\b(?:could not|couldn't|unable to|cannot) (?:get|go|taper|wean|come)(?: down)? below\b"),
        ("effective", "stable", r"(?:,|\s{2})\s*stable(?=\s*(?:[,.;]|$))"),
        ("planned", "", r",\s*PA(?:\s+(?:sent|needed|today|submitted))?(?=\s*(?:[.;]|$))"),
        (
            "running",
            "date|present|now|current|ongoing",
            r"(?<=\d)\s*(?:to|-|\u2013|through)\s*(?:date|present|now|current|ongoing)\b",
        ),
        (
            "suspend",
            "yet|too early|too soon",
            r"\bno\s+(?:\w+\s+){1,3}yet\b|\btoo (?:early|soon) to (?:tell|judge|say|know)\b[^.;]*",
        ),
        ("partial", "temporarily", r"\b(?:clear|help|improv|reliev|work)\w*\b[^.;,]{0,25}\btemporarily\b"),
        ("partial", "only", r"\bhelp(?:s|ed|ful)\s+(?:with\s+|for\s+|in\s+)?(?:\w+\s+){1,4}only\b"),
        (
            "fail",  # taken, and the illness goes on
            "still",
            (
                r"\b(?:but|yet|and|,)\s+(?:(?:is|are|she|he|pt|patient|has|they)\s+)*still\s+"
                r"(?!on\b|of\b|taking|us(?:es?|ed)\b|using\b(?!\s+\d)|working\b|doing|getting|receiving|waiting"
                r"|pending|help|smok"
                r"|drink|liv|able|well|effective|benefit|good|stable|in remission|need|want|has to|have to"
                r"|not\b|no\b|stops for|(?:takes|uses|wears|has|gets|receives|applies|needs) (?:it|them)\b"
                r"|takes\b|uses\b|wears\b)\w+"
            ),
        ),
        (
            "fail",
            "change|gain|difference",
            (
                r"\bno (?:real |meaningful |significant |further |lasting |functional |clinical |true |major "
                r"|overall )+"
                r"(?:change|gains?|difference)\b(?! in (?:(?:his|her|the|their|any|current) )?(?:\w+ )?"
                r"(?:medications?|meds|plan|dose|treatment|regimen|schedule|work|school|insurance|diet|exam|vitals"
                r"|labs))"
            ),
        ),
        (  # what grew while it was taken
            "despite_on",
            "while",
            (
                r"\b(?:progress\w*|mets|metastas\w+|new (?:\w+ )?(?:lesions?|disease)|recurrence"
                r"|relapsed?)\b[^.;]{0,24}"
                r"\bwhile (?:on|taking|using|receiving)(?=\s)"
            ),
        ),
        (
            "tried",  # a time that is over: "all of 2023", "10 days in July", "750 mg once"
            "all of |throughout |days in |once",
            (
                r"\b(?:all of|throughout) (?:19|20)\d\d\b|\d mg once(?=\s*(?:[.,;]|without\b|on \d|$))"
                r"|\b\d{1,2} days in "
                r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
            ),
        ),
        ("fail", "as ", r"\b(?:just|every bit|still) as (?:bad|severe|frequent|intense)\b(?! as (?:it|they|he|she)\b)"),
        (  # "Not brolucizumab given his uveitis": what is not chosen
            "not_for",
            "not ",
            r"(?<=[.;] )not\s+(?=[a-z-]{6,}\s+(?:given|because|due to|since)\b)",
        ),
        ("tried", "samples", r"\b(?:took|used|given|had|tried) samples\b"),
        ("off_of", "off", r"\boff\s+(?=[A-Za-z-]{5,}\s+(?:since|as of|now|due to|because)\b)"),
        ("fail", "new ", r"(?<=[,:;] )new (?:\w+ ){0,2}(?:fractures?|lesions?|relapses?|erosions?|flares?)\b"),
        ("fail", "persistent", r"(?<=[,:;] )persistent\s+\w+"),
        (
            "current",
            "to date|so far",
            r"\b(?:\d+|\w+teen|\w+ty|\w+) (?:sessions|visits|treatments|weeks|months) (?:to date|so far)\b",
        ),
        (
            "current",
            "since",
            (
                r"\bsince\s+(?=(?:last |this |early |late |mid.?)?(?:spring|summer|fall|winter|thanksgiving"
                r"|christmas|january|february|march|april|may\b|june|july|"
                r"august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
                r"|week|month|year|\d{4}\b|\d{1,2}/))"
            ),
        ),
        ("current", "ongoing", r"\bongoing(?=\s*(?:[.,;)]|$))"),
        ("current", "session|visit|treatment|cycle", r"\b(?:session|visit|treatment|cycle)\s+#?\d+\s+(?:of|/)\s*\d+"),
        (
            "hypothetical",
            "alternative|option|choice|next step|possibility|fallback|backup|last resort",
            (
                r"\b(?:would|could|may|might|can) (?:also )?be (?:an? |the |my |our )?(?:\w+ ){0,3}"
                r"(?:alternative|option|choice|next step|possibility|fallback|backup|last resort)\b"
            ),
        ),
        (
            "aside",  # harm alone between commas: "tried for a month, daytime sedation, discontinued"
            "",
            (
                rf"(?:(?<=,)|(?<=\bbut))\s*(?:(?!and\b|for\b|with\b|no\b|on\b|caus|gave|had\b|develop|experienc"
                rf"|led\b|produc|hold|keep|control|eas(?:ing|es)|calm|manag|reduc|treat|cover|settl|improv"
                rf"|reliev|help)\w+\s+){{0,2}}?"
                rf"{effects.HARM.pattern}"
                rf"(?:\s*(?:,|and|&|/)\s*(?:\w+\s+)?{effects.HARM.pattern})*"
                r"\+*(?=(?: (?:with|under|at|on|around|over|after) (?:each |every |the |her |his )?#?\w+){0,2}"
                r"\s*(?:[,.;]|$|\s[-\u2013\u2014]\s|and no\b|and (?:stopped|discontinued|was|d/c)))"
            ),
        ),
        (
            "because",
            "",
            (
                r"\b(?:too|(?<!help )(?<!relief )(?<!benefit )(?<!effect )(?<!improvement )for|after|with|when"
                r"|because of"
                r"|until)\s+(?=(?:(?!no\b|and\b)\w+\s+){0,3}?"
                rf"(?:{effects.HARM.pattern}|{effects.NO_GAIN.pattern}))"
            ),
        ),
    )
)


def shapes(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Give the meaning and place of each such cue; half the relief and less is partial, three quarters is effective."""
    low = small(text)
    piece = low[start:end]
    for match in _SHARE.finditer(low, start, end) if "%" in piece else ():
        share = float(match["n"] or match["m"])
        yield ("fail" if share <= 10 else "partial" if share < 75 else "effective"), match.start(), match.end()
    for match in _FELL.finditer(low, start, end) if "from" in piece else ():
        left = float(match["b"]) / float(match["a"]) if float(match["a"]) else 1.0
        if left <= 0.85:
            yield ("effective" if left <= 0.55 else "partial"), match.start(), match.end()
    for means, needs, pattern in _WORDED:
        for need in needs:
            if need in piece:
                yield from ((means, match.start(), match.end()) for match in pattern.finditer(low, start, end))
                break
