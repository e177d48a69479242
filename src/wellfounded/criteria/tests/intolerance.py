"""Intolerance or contraindication alone: "contraindication to methotrexate", "unable to tolerate CPAP"."""

import re

from wellfounded.criteria.agents import named
from wellfounded.criteria.known import treatments
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import IntoleranceOrContraindication, TrialOf

ORDER = 33

_CANNOT = re.compile(
    r"\bintolera[nb]\w+|\b(?:cannot|could\s+not|can\s?not)\s+be\s+(?:safely\s+)?(?:used|taken|given)\b"
    r"|^(?:an?\s+|documented\s+|history\s+of\s+)*(?:allergic|adverse|serious|severe|infusion"
    r"|hypersensitivity|anaphylactic)"
    r"\s+(?:drug\s+)?(?:reaction|event|effect)s?\b|\bcontraindicat\w+|\b(?:unable\s+to|cannot|can\s+not|could\s+not"
    r"|not\s+(?:able\s+to\s+)?)\s*(?:safely\s+)?(?:tolerate|take|use)\w*\b|\bnot\s+(?:be\s+)?tolerated?\b|\b(?:stopped"
    r"|discontinued)\s+(?:because|due|for)\b|\ballerg(?:y"
    r"|ic)\s+to\b|\bhypersensitiv\w+\s+to\b|\b(?:side|adverse)\s+(?:reaction|event|effect)s?\s+(?:to|with|from|of|on)\b"
    r"|\bnot\s+a\s+(?:suitable\s+|good\s+|appropriate\s+)?candidate\s+for\b",
    re.IGNORECASE,
)
_TOOK = re.compile(r"\bat\s+least\b|\b(?:not|cannot)\s+(?:be\s+able\s+to\s+)?tolerat", re.IGNORECASE)
_REACTED = re.compile(
    r"\b(?:rash|angioedema|anaphylaxis|hives|urticaria|cough|hypotension|toxicity|hepatotoxicity|pancreatitis"
    r"|myopathy|rhabdomyolysis|neutropenia|bleed(?:ing)?)"
    r"\s+(?:with|from|to|on|due\s+to|caused\s+by|after\s+taking|while\s+taking)\s+",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\(?\bunless\b[^.;()]*\)?", re.IGNORECASE)
_BEFORE = re.compile(
    (
        r"(?:documented\s+|severe\s+|history\s+of\s+)*([\w-]+(?:\s[\w-]+)?)\s+(?:intolerance|allergy"
        r"|contraindication)\b"
    ),
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:no|without|absence\s+of|free\s+of|denies|not\s+have)(?:\s+(?:an?|any|known|documented|prior|severe"
    r"|history\s+of|evidence\s+of))*"
    r"\s+(?:intoleran|contraindicat|allerg|hypersensitiv)",
    re.IGNORECASE,
)


def read(words: Words) -> IntoleranceOrContraindication | TrialOf | None:
    """Give the agents, or their class where the words name only that; "no contraindication" is not this test.

    "Could not tolerate four antidepressants" tells of four that were tried: a trial with that outcome.
    """
    reacted = _REACTED.search(words.text)
    if reacted and treatments(words.text[reacted.end() :]) and not _NO.search(words.text):
        of = named(f"use of {words.text[reacted.end() :]}")
        return IntoleranceOrContraindication(of.agents or ((of.agent_class,) if of.agent_class else ()))
    if not _CANNOT.search(_UNLESS.sub(" ", words.text)) or _NO.search(words.text):
        return None
    held = named(words.text)
    if held.n > 1 and _TOOK.search(words.text):
        return TrialOf(held.agents, held.agent_class, held.n, outcome="intolerant")
    if not held.agents and not held.agent_class and (before := _BEFORE.match(words.text)):
        return IntoleranceOrContraindication((before[1],))
    return IntoleranceOrContraindication(held.agents or ((held.agent_class,) if held.agent_class else ()))
