"""The word patterns by which the frames of a treatment are parted, timed and explained."""

import re

OUTCOMES = frozenset({"fail", "partial", "effective", "intolerant", "tolerated", "because", "harm"})
MODAL = frozenset({"planned", "hypothetical", "counsel", "aim"})
ENDING_VERBS = frozenset({"stop", "hold", "insurer", "decrease", "fail", "intolerant", "never", "declined"})
TO_NEXT = re.compile(
    (
        r"[\s-]*(?:(?:\w+[\s-]+){0,2}(?:trials?|courses?|periods?|treatments?|supply|runs?|rounds?|sessions?)\s+)?(?:of"
        r"|on|with)\s+(?:\w+\s+){0,2}$"
    ),
    re.IGNORECASE,
)
ELIDED_WORDS = """
    a about after again all also and approximately at been both but by course day days did dose drug each either
    eventually finally for had has have he her his however i initially is it later medication medicine mg month
    months neither no none not of on only patient pt quickly response result results she so subsequently that the
    then therapy there these they this those treatment trial ultimately unfortunately was we week weeks were when
    which with
"""
ELIDED = frozenset(ELIDED_WORDS.split())
CAUSING = re.compile(
    r"(?:caus|develop|experienc|trigger|produc|induc|led |lead|result|gave|made|had|with resultant|given)",
    re.IGNORECASE,
)
STOPPING = re.compile(r"(?:stop|discont|d/c|dc|quit|held|withdr|limit)", re.IGNORECASE)
SWITCH = re.compile(r"(?:switch|chang|transition|mov|rotat|convert|cross|replac)", re.IGNORECASE)
REPORTS = re.compile(
    (
        r"\s+(?:also\s+)?(?:reports?|reported|states?|says?|said|notes?|noted|feels?|describes?|brings?|brought|denies"
        r"|confirms?|is here|accompan\w+|present|gave|gives|drives|comes|cooks|called|asks?|thinks|and father|helps"
        r"|agrees|concerned|wants|worr\w+)"
    ),
    re.IGNORECASE,
)
REASON_END = re.compile(
    (
        r"[;.)\]](?:\s|$)|\s(?:but|then|so|which|and (?:was|then|is|has|switched|started|changed|so|she|he|later|never"
        r"|had|will)|with plan)\b|,\s*(?:and )?(?:then|switched|started|was|so|now|which|changed|currently|despite|when"
        r"|PHQ|next|she|he|replaced)\b|\n\s*\n|\s+[-\u2013\u2014]\s+"
    ),
    re.IGNORECASE,
)
BUT_NOT = re.compile(r"but (?:not|no\b|did not|only|minimal|insufficient|inadequate|never)", re.IGNORECASE)
START_BEFORE = re.compile(
    (
        r"(?:\b(?:from|since|start(?:ed|ing)?(?: date)?|began|begun|beginning|initiated|between|added|restarted|as of"
        r"|on since|effective)(?:\s+(?:on|in|back in|about|around|approximately|early|mid|late))?[\s:(]*)$"
    ),
    re.IGNORECASE,
)
STOP_BEFORE = re.compile(
    (
        r"(?:\b(?:to|until|till|thru|through|stop(?:ped)?(?: date)?|ended|end(?: date)?|discontinued|d/c'?d?|dc'?d"
        r"|last (?:dose|taken)|off)(?:\s+(?:on|in|about|around|approximately|early|mid|late))?[\s:(]*"
        r"|[-\u2013\u2014]\s*)$"
    ),
    re.IGNORECASE,
)
LENGTH_ONLY = re.compile(
    r"(?:about |approximately |~)?[\d.]+\+?[ -]?(?:wk|week|mo|day|yr|year|session|visit|dose)"
    r"|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|only)\b",
    re.IGNORECASE,
)
