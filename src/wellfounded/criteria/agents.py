"""Which treatments a requirement names: agents by stem, capital and position, classes by their head noun."""

import re
from dataclasses import dataclass, replace

from wellfounded.criteria.clauses import starts
from wellfounded.criteria.form import NOT_AGENT, is_agent, is_brand, named_by_form
from wellfounded.criteria.known import Treatment, treatments
from wellfounded.criteria.numbers import COUNT, count
from wellfounded.criteria.words import CLASS, DRUG

_OBJECT = re.compile(
    r"\b(?:trials?\s+(?:and\s+(?:therapeutic\s+)?failure\s+)?(?:of|with)|(?:tried|attempted|used"
    r"|taken)(?:\s+and\s+(?:failed|not tolerated|had [a-z ]+? (?:to|with)))?|fail(?:ed|ure|s)?(?:\s+(?:of|with|on"
    r"|to\s+respond\s+to|treatment\s+with|therapy\s+with))?"
    r"|(?:non-?)?respon[sd]\w*\s+(?:to|with|on)|tolerat\w+|intoleran\w+\s+(?:of|to)|contraindicat\w+\s+(?:of|to|for)"
    r"|progress(?:ion|ed)\s+(?:on|after|despite)|refractory\s+to|unresponsive\s+to|resistant\s+to|(?:treated"
    r"|treatment|therapy|managed|controlled|relief"
    r"|improvement|success)\s+(?:with|on|by|from)"
    r"|use\s+of|despite(?:\s+(?:treatment|therapy)\s+with)?|course\s+of|allerg\w+\s+to|hypersensitiv\w+\s+to"
    r"|reaction\s+to|completed|received|receiving|weeks\s+of|months\s+of|sessions\s+of|days\s+of"
    r"|participat\w+\s+(?:for\s+[^,.;]{3,25}?\s+)?in"
    r"|reactions?\s+(?:to|with)|effects?\s+(?:to|of|from|with)"
    r"|combination\s+with|concurrent(?:ly)?\s+(?:use\s+(?:of|with)|with)|concomitant(?:ly)?\s+(?:use\s+(?:of|with)"
    r"|with)|together\s+with|along\s+with|adjunct\w*\s+to|addition\s+to|taking|stable\s+dose\s+of|failure"
    r"|inadequate)\s+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s+\b(?:for|at(?!\s+(?:least|a\s+minimum))|within|worn|in\s+(?:the|an?|this|that|any|either|his|her|their|one|each|both)|during|each|unless|as|due|because"
    r"|over|under"
    r"|after|taken|used|that|which|who"
    r"|from|where|if|when|titrated|dosed|lasting|in\s+patients|prior|before|given|per|daily|alone|is|are|was|has"
    r"|have|had|will|or\s+has|or\s+is|and\s+(?:has|then|stopped|discontinued)|or\s+had"
    r"|without|by|since|resulting|was|were|or\s+(?:a\s+)?(?:documented\s+)?(?:intoleran|contraindic)\w+|or\s+not\b"
    r"|trial|in\s+past|with(?!\s+(?:or|and)\b))\b|[.;:]|,\s+(?:each|unless|as|for|taken"
    r"|or\s+(?:has|is|had|inability|cannot)|and\s+(?:has|is)|used|with|at|defined|including\s+documentation|such)\b"
    r"|\s+of\s+at\s+least\b|\s+≥|\s+\d[\d.,]*\s*(?:mg|mcg|g|ml|units?|iu|%)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"^(?:(?:at\s+least|a\s+minimum\s+of|minimum\s+of|any"
    rf"|no\s+fewer\s+than)\s+)?(?P<n>{COUNT})(?:\s*\(?\s*or\s+more\)?)?(?=\s)\s+(?!(?:\(|months?|weeks?|days?|years?"
    rf"|sessions?|visits?)\b)(?:(?:different|other|preferred"
    rf"|prior|previous|separate|formulary|generic|distinct|additional"
    rf"|adequate)\s+)*(?:(?:lines?|classes|courses|types|cycles)\s+of\s+|of\s+(?:the\s+)?(?:following\s*:?\s*)?)?",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    (
        r"\((?:(?:e\.?\s?g\.?|i\.?\s?e\.?|such as|including|for example|for instance|like)[,:]?\s*)?([^()]*)\)"
        r"|\b(?:such as|including|e\.g\.,?|for example,?|i\.e\.,?)\s+([^.;()]*)"
    ),
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:,\s*(?:(?:and/or|and|or)\b)?|;\s*(?:(?:and|or)\b)?|\s/\s|\band/or\b|\bor\b|\band\b|\bplus\b)\s*",
    re.IGNORECASE,
)
# How a treatment is given, told after its name: "a bisphosphonate, oral or intravenous".
_ROUTE = re.compile(
    r"(?:oral|intravenous|iv|topical|injectable|subcutaneous|inhaled|intranasal|nasal)(?:ly)?", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"^(?:a|an|the|any|another|other|either|both|one|oral|topical|generic|brand|preferred|prior|previous|adequate"
    r"|documented|systemic(?=\s+[a-z]+mab)|at\s+least|of|to|with|evidence-based|high-potency(?=\s+[a-z]+one)"
    r"|regular|local|maximum|maximally|tolerated|optimized|high|low"
    r"|moderate|standard|full|stable|dose|doses|dosage|maximal|combination|concurrent|background|formulary"
    r"|non-?biologic(?=\s+[a-z]+$))\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The treatments named: each agent, the class in the policy's words, how many of them."""

    agents: tuple[str, ...]
    agent_class: str
    n: int


_TO = re.compile(r"\b(to|of|with),\s+")  # "a contraindication to, adalimumab"
_PERCENT = re.compile(r"\([^()]*\d\s*%[^()]*\)\s*")  # "nonresponse (less than 25% improvement) to"
_LENGTH = re.compile(
    r"^(?:at\s+least\s+|a\s+minimum\s+of\s+)?(?:\d+|[a-z]+)(?:\s*\(\d+\))?[\s-]+(?:day|week|month|year)s?\s+"
    r"of\s+(?=\w)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r",?\s+except\b", re.IGNORECASE)
_TRIALS = re.compile(  # "four antidepressant trials", "two preferred agents"
    rf"(?<![\w.-])(?P<n>{COUNT})\s+(?:or\s+more\s+)?"
    r"(?:(?!(?:weeks?|months?|days?|years?|hours?|mg|of|from|for|with|in|or|and|to)\b)[a-z][\w/-]*\s+){0,4}?"
    r"(?:trials?|failures?|courses?|agents|drugs|medications|medicines|therapies|classes|biologics|dmards|statins|nsaids"
    r"|(?:\w+\s+)?(?:inhibitors|blockers|antagonists|agonists|modulators)|opioids|ssris|snris|tcas|triptans|diuretics"
    r"|stimulants|benzodiazepines|analgesics|anti[a-z-]+s|corticosteroids|immunosuppressants|modalities|regimens"
    r"|products|alternatives)\b",
    re.IGNORECASE,
)
# "In the past year, three classes ...": when, and no treatment.
_WHEN = re.compile(
    r"^(?:in|during|within|over|throughout|for)\s+(?!(?:order|addition|combination)\b)[^,;:.]{3,45},\s+", re.IGNORECASE
)
_ANY_OF = re.compile(r"\b(?:or|either|nor)\b|/|\bone\s+of\b|\bany\s+of\b|\balternat", re.IGNORECASE)
_BOTH = re.compile(  # of treatments, and not of eyes, sides or weeks
    r"\bboth\s+(?:of\s+the\s+)?(?:[a-z-]+\s+){0,3}?(?!(?:eye|ear|knee|hip|foot|hand|leg|arm|side|lung|breast|kidney"
    r"|shoulder|elbow|wrist|ankle|thigh|nostril|parent|visit|day|week|month|time|dose|phase)s?\b)[a-z-]{3,}s\b(?!\s+and\b)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:and|plus)\b|\s&\s", re.IGNORECASE)
_OF_CLASS = re.compile(r"^(?:trial of )?([A-Z][\w-]*(?:\s[\w-]+){0,3}):\s+([^:;.]+)$")


def named(text: str) -> Named:
    """Read which treatments *text* names after a word such as "trial of", "failed", "in combination with"."""
    text = _WHEN.sub("", _PERCENT.sub("", _EXCEPT.split(text)[0]))
    text = _TO.sub(r"\1 ", text)
    phrase = _object(text)
    if not phrase or not _looks(phrase):
        phrase = _subject(text) or phrase
    if label := _OF_CLASS.match(text):
        phrase = f"{label[1]} (such as {label[2]})"  # "Beta blockers: propranolol or timolol"
    counted = _COUNT.match(phrase)
    n = count(counted["n"]) if counted else 1
    n = max(n, *(count(trials["n"]) for trials in _TRIALS.finditer(text)), 1)
    body = phrase[counted.end() :] if counted else phrase
    listed: list[str] = []
    for found in _EXAMPLES.finditer(body):
        listed += _agents(found[1] or found[2] or "")
    head = _EXAMPLES.sub(" ", body).strip(" ,;")
    heads = [_plain(part) for part in _SPLIT.split(head) if part.strip() and not _ROUTE.fullmatch(part.strip())]
    agents = [part for part in heads if is_agent(part)]
    classes = [part for part in heads if part and not is_agent(part) and not NOT_AGENT.match(part)]
    if classes and listed:
        agents += listed
    elif listed and all(is_brand(part) for part in listed):
        listed = []  # "(Humira)" after its own ingredient
    elif not agents:
        agents = listed
    of = " or ".join(classes[:3]) if classes else ""
    return _every(text, _listed(text, Named(tuple(dict.fromkeys(agents)), of, max(n, 1))))


def _every(text: str, read: Named) -> Named:
    """Ask for each of the agents that "and" alone joins ("methotrexate and leflunomide"); an example is one."""
    if read.n == 1 and len(read.agents) < 2 and _BOTH.search(text):  # "both preferred biosimilars"
        return replace(read, n=2)
    places = sorted(text.lower().find(agent.lower()) for agent in read.agents)
    if len(places) < 2 or places[0] < 0 or read.n > 1 or read.agent_class or _EXAMPLES.search(text):
        return read
    between = text[places[0] : places[-1]]
    return replace(read, n=len(places)) if _EACH.search(between) and not _ANY_OF.search(text) else read


def _listed(text: str, read: Named) -> Named:
    """Put the names the agent packs list before what was read by form alone.

    What only looks like a name ("nightly", "medium") stays where nothing listed is named beside it.
    """
    found = [_as_read(each, read.agents) for each in treatments(text) if not each.plain]
    said = {each.lower() for each in read.agents}
    agents = [each for each in found if not each.is_class or each.name.lower() in said]
    classes = [each for each in found if each not in agents]
    if not agents and not classes:
        return read
    known = {each.name.lower() for each in found}
    kept = [each for each in read.agents if each.lower() in known or named_by_form(each)]
    kept = [each for each in kept if not any(each.lower() in name and each.lower() != name for name in known)]
    of = read.agent_class
    listed_class = " or ".join(each.name for each in classes[:3])
    if agents and not any(each.name.lower() in of.lower() for each in classes):
        of = listed_class
    elif not of or not any(each.name.lower() in of.lower() for each in classes):
        of = listed_class or of
    names = {each.name.lower(): each.name for each in agents} | {each.lower(): each for each in kept}
    order = sorted(names, key=text.lower().find)
    return Named(tuple(names[each] for each in order if each not in {c.name.lower() for c in classes}), of, read.n)


def _as_read(listed: Treatment, agents: tuple[str, ...]) -> Treatment:
    """Call a class by the name it was read by as one treatment: "evidence-based psychotherapy" is psychotherapy."""
    name = next((each for each in agents if listed.is_class and listed.name.lower().endswith(f" {each.lower()}")), "")
    return replace(listed, name=name, is_class=False) if name else listed


def _object(text: str) -> str:
    """The words after the last of the opening verbs, up to what is no longer the treatment's name."""
    found = list(_OBJECT.finditer(text))
    best = ""
    for match in found:
        rest = f" {text[match.end() :]}"
        depth_safe = re.sub(r"\([^()]*\)", lambda held: held[0].translate({ord(c): "\x00" for c in " .;:,"}), rest)
        stop = _STOP.search(depth_safe)
        phrase = rest[: stop.start()] if stop else rest
        phrase = re.sub(r"^(?:or|and)\s+", "", phrase.strip(" ,"))
        if all(NOT_AGENT.match(_plain(part)) for part in _SPLIT.split(phrase) if part.strip()):
            continue
        if len(phrase) > 2 and not _OBJECT.match(f"{phrase} ") and not re.match(r"^(?:or|and|of|to|with|,)\b", phrase):
            score = _looks(phrase)
            if not best or score > _looks(best):
                best = phrase
    return best


_DONE = re.compile(
    r"\s*,?\s+(?:(?:(?:has|have|had|was|were|is|are)|(?:could|can)\s*not\s+be)\s+(?:been\s+)?)?(?:(?:\w+ly"
    r"|not)\s+)?(?:tried|attempted|used"
    r"|taken|worn|ineffective|tolerated|failed|contraindicated|trial(?:ed)?\b|for\s+(?:at\s+least|a\s+minimum|\d)"
    r"|at\s+(?:a\b|\d)|within|without)",
    re.IGNORECASE,
)


def _subject(text: str) -> str:
    """The words before the verb, where the treatment is what it is said of ("CPAP tried for 3 months")."""
    done = _DONE.search(text)
    phrase = text[: done.start()] if done else ""
    return (
        phrase
        if 0 < len(_EXAMPLES.sub(" ", phrase).split()) <= 12 and not starts(phrase) and not _DOING.search(phrase)
        else ""
    )


def _looks(phrase: str) -> int:
    parts = [_plain(part) for part in _SPLIT.split(_EXAMPLES.sub(" ", phrase)) if part.strip()]
    parts = [part for part in parts if not NOT_AGENT.match(part)]
    counted = 1 if _COUNT.match(phrase) else 0
    counted += sum(len(_agents(found[1] or found[2] or "")) for found in _EXAMPLES.finditer(phrase))
    return 2 * sum(is_agent(part) for part in parts) + sum(bool(CLASS.search(part)) for part in parts) + counted


def _agents(text: str) -> list[str]:
    parts = [_plain(part) for part in _SPLIT.split(text)]
    sure = [part for part in parts if is_agent(part) or is_brand(part)]
    if not sure:
        return sure
    # In a list of drugs a two-word salt or ester is one more ("mycophenolate mofetil").
    return [
        part
        for part in parts
        if part in sure or (re.fullmatch(r"[a-z]{4,} [a-z]{4,}", part) and not CLASS.search(part))
    ]


def _plain(part: str) -> str:
    part = re.sub(r"[®™*†‡]", "", part).strip(" .,;:[]()")
    part = re.sub(r"\s+(?:\d[\d,.]*\s*(?:-\s*\d+\s*)?(?:mg|mcg|g|ml|units?|iu)\b.*)$", "", part, flags=re.IGNORECASE)
    part = (
        re.sub(
            r"\s+(?:therapy|treatment|monotherapy|tablets?|capsules?|cream|ointment|injections?)$",
            "",
            part,
            flags=re.IGNORECASE,
        )
        if len(part.split()) == 2 and DRUG.match(part.split()[0].lower())
        else part
    )
    part = _LENGTH.sub("", part)
    counted = _COUNT.match(f"{part} ")
    if counted and counted.end() < len(part):
        part = part[counted.end() :]
    while (shorter := _DETERMINER.sub("", part)) != part:
        part = shorter
    product = re.match(r"(\w+)\s+(?:products?|biosimilars?)$", part)
    return product[1] if product and DRUG.match(product[1].lower()) else part


_DOING = re.compile(r"\btrial|^(?:participation|attendance|enrol?lment|completion)\b", re.IGNORECASE)
