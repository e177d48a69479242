"""Which proposed values are believed: how likely each is right, as labelled papers showed that had taught no source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from wellfounded.model.coding import Coding
from wellfounded.model.determination import CriterionCited, Field, Kind
from wellfounded.read.payer import verdict
from wellfounded.read.payer.learned.cited import BOOKS, MAKERS
from wellfounded.read.payer.learned.features import told
from wellfounded.read.payer.learned.proposed import Proposed, alike
from wellfounded.read.payer.learned.tokens import READ, Token, shape, tokens
from wellfounded.read.payer.paper import Paper
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("believed.crf")
_LABEL = re.compile(r"^(?:section|sec\.?|\u00a7)\s*(?=\S)", re.IGNORECASE)
RIGHT, WRONG = "right", "wrong"
SURE = (0.3, 0.5, 0.7, 0.85, 0.95, 0.99)
KINDLY = (0.1, 0.4, 0.8)
NEAR = (  # what the tagger is told of a value's first word that bears on whether the value is one
    "lab=", "LAB=", "unlab", "z=", "row=", "w-1=", "w-2=", "w-3=", "w1=", "h=", "col=", "up=", "first=", "s=", "cell",
    "opens", "m=", "upper", "two-2", "L=",
)  # fmt: skip
LAST = ("w1=", "w2=", "w=", "s1=")  # and of its last word
CHOICES = ("reason", "level", "plan_market", "expedited", "external_review")  # values from a list, not from the text
# How likely a value must be. What a clock or a lookup hangs on is said sooner than what a person reads at a glance.
LEAST = {
    **dict.fromkeys(
        (
            "appeal_deadline", "appeal_window", "authorization_number", "claim_number", "member_id", "notice_date",
            "reference_number", "request_date", "response_due", "service_date", "valid_from", "valid_to", "plan_market",
            "criterion_cited",
        ),
        0.5,
    ),
    **dict.fromkeys(("code", "payer", "patient_name", "expedited", "external_review", "appeal_fax"), 0.7),
}  # fmt: skip
LEAST["criterion_cited"] = 0.4  # F1 on left-out folders is highest under a half
LEAST["request_date"] = 0.3  # few rules know its words, and the tagger alone is seldom believed
# A case that begins with the notice alone is named by its service, and an appeal must know where to go.
LEAST |= dict.fromkeys(("service", "appeal_address", "appeal_phone", "peer_to_peer", "delegate", "patient_name"), 0.5)
OTHERWISE = 0.8
BESIDE = 0.2  # another section, by rules, of a policy that is believed to be cited: a notice cites one a reason
MANY = (
    "amount",
    "claim_number",
    "code",
    "criterion_cited",
    "diagnosis",
    "reason",
    "reference_number",
    "service",
    "service_date",
)
WORDY = ("criterion_cited", "diagnosis", "service")
# Of these the labelled papers say nothing; and a level that is not said lets a used-up appeal be offered.
CLOCKS = ("appeal_deadline", "appeal_window")  # two times for one appeal are asked about, and the earlier is safe
UNJUDGED = ("birth_date", "level", "reason", "route_window", "services_end")  # a reason is weighed before it comes here
CODED = re.compile(r"diagnosis [A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?")  # a diagnosis that rules give as its code
RULED = (
    "delegate",
    "external_review",
    "notice_date",
    "request_date",
)  # where rules speak they are right more often than what gainsays them


def believed(paper: Paper, kind: Kind, every: Sequence[Proposed]) -> tuple[Field, ...]:
    """Give the values that are likely enough, the likeliest first; of a name that a paper says once, the likeliest."""
    judge = weights(WEIGHTS)
    found = [one.field for one in every if one.field.name in UNJUDGED]
    judged = [one for one in every if one.field.name not in UNJUDGED]
    likely = [judge.choose(each)[RIGHT] for each in shown(paper, kind, judged)]
    for at, one in enumerate(judged):
        if one.ruled and (one.field.name in RULED or CODED.fullmatch(f"{one.field.name} {one.field.value}")):
            likely[at] += 1
    order = sorted(range(len(judged)), key=lambda at: (-likely[at], at))
    for at in order:
        field = judged[at].field
        held = [other for other in found if other.name == field.name]
        if likely[at] >= LEAST.get(field.name, OTHERWISE) and not (
            held and (field.name not in MANY or any(_of_one(field, other) for other in held))
        ):
            found.append(field)
    found += [one.field for one in judged if one.ruled and one.field.name in CLOCKS and one.field not in found]
    siblings = [one.field for at, one in enumerate(judged) if one.ruled and likely[at] >= BESIDE]
    return tuple(_sections(found, siblings))


def _sections(found: list[Field], ruled: list[Field]) -> Iterator[Field]:
    """Give each section that rules find of a policy that is cited, in place of one citation of several at once."""
    for field in found:
        value = field.value
        if not isinstance(value, CriterionCited):
            yield field
            continue
        apart = [one for one in ruled if _part(one, value)]
        if len(apart) > 1:
            yield from apart
        else:
            yield replace(field, value=replace(value, section=_LABEL.sub("", value.section)))
    yield from (one for one in ruled if one not in found and any(_beside(one, other) for other in found))


def _part(field: Field, whole: CriterionCited) -> bool:
    """Whether a citation names one of several sections that *whole* names: "3" of "part C, items 3 and 8"."""
    one = field.value
    return (
        isinstance(one, CriterionCited)
        and (one.title, one.number) == (whole.title, whole.number)
        and one.section != whole.section
        and one.section in re.findall(r"[\w.()]+", whole.section)
    )


def _beside(field: Field, other: Field) -> bool:
    """Whether a citation names another section of the policy that another citation names."""
    one, two = field.value, other.value
    return (
        isinstance(one, CriterionCited)
        and isinstance(two, CriterionCited)
        and (one.title, one.number) == (two.title, two.number)
        and "" not in {one.section, two.section}
        and not _overlap(field, other)
        and two.section.split()[-1] != one.section
    )


def _of_one(field: Field, other: Field) -> bool:
    """Whether two values are two readings of one: a citation with and without its section, a service in more words."""
    one, two = field.value, other.value
    if isinstance(one, CriterionCited) and isinstance(two, CriterionCited) and _overlap(field, other):
        return not (one.number and two.number and one.number != two.number and one.title != two.title)
    return isinstance(field.value, CriterionCited | str) and field.name in WORDY and alike(field.value, other.value)


def shown(paper: Paper, kind: Kind, every: Sequence[Proposed]) -> list[list[str]]:
    """Give the features of each proposed value, in order."""
    held = tokens(paper)[:READ]
    about = told(paper)
    starts = [token.start for token in held]
    return [
        [
            *_voices(paper, kind, every, one),
            *_valued(paper, one),
            *_around(one, held, about, starts),
            *_parted(paper, one),
        ]
        for one in every
    ]


def _voices(paper: Paper, kind: Kind, every: Sequence[Proposed], one: Proposed) -> Iterator[str]:
    name, source = one.field.name, one.source
    who = f"{name} {source}"
    yield from (name, source, who, f"{name} kind {kind.value}", f"{who} kind {kind.value}")
    yield from (f"{who} sure {step}" for step in SURE if one.sure >= step)
    yield from (f"{source} sure {step}" for step in SURE if one.sure >= step)
    yield f"{who} place {min(3, one.ruled)}"
    for other, sure in verdict.likely(paper).items():
        yield from (f"{name} {other} {step}" for step in KINDLY if sure >= step)
    others = [each for each in every if each is not one and each.field.name == name]
    for label, rivals in (
        ("rival rules", [each for each in others if each.ruled]),
        ("rival tags", [each for each in others if each.sure]),
        ("surer", [each for each in others if each.sure > one.sure]),
        ("alike", [each for each in others if alike(each.field.value, one.field.value)]),
        ("alike surer", [each for each in others if each.sure > one.sure and alike(each.field.value, one.field.value)]),
        ("other", [each for each in others if not alike(each.field.value, one.field.value)]),
    ):
        yield f"{who} {label} {min(2, len(rivals))}"
    rival = max((each.sure for each in others), default=0.0)
    yield from (f"{who} rival {step}" for step in SURE if rival >= step)
    for each in every:
        if each.field.name != name and _overlap(each.field, one.field):
            yield f"{name} also {each.field.name} {each.source}"
            if each.sure > one.sure:
                yield f"{name} rather {each.field.name}"


def _overlap(one: Field, other: Field) -> bool:
    return one.basis.at.start < other.basis.at.end and other.basis.at.start < one.basis.at.end


def _valued(paper: Paper, one: Proposed) -> Iterator[str]:
    name, value = one.field.name, one.field.value
    start, end = one.field.basis.at.start, one.field.basis.at.end
    text = paper.plain[start:end]
    words = text.split()
    yield f"{name} words {min(8, len(words))}"
    yield f"{name} long {min(6, len(text) // 6)}"
    if words:
        yield f"{name} begins {words[0].lower()}"
        yield f"{name} ends {words[-1].lower()}"
        yield f"{name} {'capital' if text[0].isupper() else 'small'}"
    yield f"{name} digits {min(4, sum(each.isdigit() for each in text))}"
    if text.isupper():
        yield f"{name} all capitals"
    if "\n" in paper.document.text[start:end]:
        yield f"{name} lines"
    yield f"{name} said {min(3, paper.plain.lower().count(text.lower()))}"
    if name in CHOICES:
        yield f"{name} value {value}"
        yield f"{name} value {value} {one.source}"
    if isinstance(value, Coding):
        yield f"{name} system {value.system}"
    for part in ("title", "number", "section", "since", "unit", "phone", "window"):
        if hasattr(value, part):
            held = getattr(value, part)
            yield f"{name} {part} {'none' if not held else held if part in {'since', 'unit'} else 'some'}"


def _around(one: Proposed, held: Sequence[Token], about: list[list[str]], starts: list[int]) -> Iterator[str]:
    name = one.field.name
    at = bisect_right(starts, one.field.basis.at.start) - 1
    if not 0 <= at < len(held):
        return
    for each in about[at]:
        if each.startswith(NEAR):
            yield f"{name} {each}"
    last = max(at, bisect_left(starts, one.field.basis.at.end) - 1)
    for each in about[min(last, len(held) - 1)]:
        if each.startswith(LAST):
            yield f"{name} end {each}"


def _parted(paper: Paper, one: Proposed) -> Iterator[str]:
    """Give how a citation is made of the parts of its cluster: which it takes, in which order, with what between."""
    value = one.field.value
    if not isinstance(value, CriterionCited):
        return
    made = "".join(mark for mark, part in (("T", value.title), ("N", value.number), ("S", value.section)) if part)
    yield f"cite made {made}"
    words = re.findall(r"[a-z]+", value.title.lower())
    plain = sum(word in BOOKS for word in words)
    if words:
        yield f"cite title {'plain' if plain == len(words) else 'some' if plain else 'own'} {made}"
        yield f"cite title ends {'book' if words[-1] in BOOKS else 'other'} {made}"
        yield f"cite title opens {value.title[0].isupper()}"
        yield from (f"cite title has {word}" for word in words if word in BOOKS or word in MAKERS)
    if value.number:
        yield f"cite number {shape(value.number)[:8]}"
    if value.section:
        yield f"cite section {re.sub('[0-9]+', '0', value.section.lower())[:9]}"
        yield f"cite section opens {re.findall(r'[a-z]+|[0-9]|.', value.section.lower())[0]}"
    if one.cited is None:
        yield f"cite of {one.source} alone {made}"
        return
    cluster = sorted((*one.cited.parts, *one.cited.left), key=lambda part: part.start)
    pattern, full, last = "", "", None
    for part in cluster:
        mark = part.name[5].upper() if part in one.cited.parts else part.name[5]
        between = paper.plain[last.end : part.start] if last else ""
        between = (
            between.strip() if len(between.strip()) < 3 else ("~" + between.split()[0] if len(between) < 14 else "~")
        )
        pattern, full, last = pattern + mark, f"{full}{between}{mark}", part
    yield f"cite pattern {pattern}"
    yield f"cite full {full}"
    yield f"cite left {len(one.cited.left)}"
    most = max((part.sure for part in one.cited.left), default=0.0)
    yield from (f"cite left sure {step}" for step in SURE if most >= step)
    for name in ("crit_title", "crit_number", "crit_section"):
        left = max((part.sure for part in one.cited.left if part.name == name), default=0.0)
        taken = min((part.sure for part in one.cited.parts if part.name == name), default=1.0)
        yield from (f"cite left {name} {step}" for step in SURE if left >= step)
        yield from (f"cite takes {name} under {step}" for step in SURE if taken < step)
    spread = cluster[-1].end - cluster[0].start
    yield f"cite spread {min(5, spread // 30)}"
