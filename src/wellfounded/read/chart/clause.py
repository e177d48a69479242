"""The state of reading one unit from left to right, and the questions asked of it: what lies ahead, what "it" is."""

import re
from dataclasses import dataclass, field

from wellfounded.read.chart import frame_words as words
from wellfounded.read.chart.items import Item, Row
from wellfounded.read.chart.lexicon import Agent
from wellfounded.read.chart.mention import Hit, Mention
from wellfounded.read.chart.outline import Unit

_OBJECT = re.compile(
    r"[\s,]*(?:$|[.;,)(:-]|(?:it|them|this|that|these|any|due|because|for|after|in|on|since|by|and|but"
    r"|during|prior|soon|shortly|abruptly|voluntarily|without|until"
    r"|again|today|yet|"
    r"at|when|with|from|within|a|an|\d+|early|before|secondary|2/2|d/t|per|as|over|once|altogether|entirely|so|then|"
    r"completely|last|about|around|all|both|either|one|two|three|four|five|six|eight|ten|twelve)\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\s*(?:it|this|them|that|the (?:medication|medicine|drug|device|machine|treatment|therapy))\b", re.IGNORECASE
)
_THE_DRUG = re.compile(
    (
        r"\b(?:it|this|(?:the|this|that) (?:drug|medication|medicine|treatment|device|therapy|agent)) (?:was"
        r"|had to be|has been|is)(?: then| later| subsequently)?\s*$"
    ),
    re.IGNORECASE,
)
_NEEDS_OBJECT = frozenset(
    {"never", "declined", "start", "current", "tried", "off", "stop", "hold", "increase", "decrease"}
)
_SUBJECT = re.compile(
    r"\s*(?:she|he|patient|pt|they|it|this|there|the patient|these|both|neither|all)\b", re.IGNORECASE
)
_ALL = re.compile(r"\b(?:all|both|each|every|neither|none)\b", re.IGNORECASE)
_NOUN = re.compile(r"(?:benefit|response|improvement|relief|effect|efficacy|difference|help)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Clause:
    """What is known at one point of a unit; a clause ends at a break, and its agents become the focus of the next."""

    text: str
    unit: Unit
    row: Row
    carry: list[Mention]  # what "it" means when the unit begins
    mentions: list[Mention] = field(default_factory=list)
    group: list[Mention] = field(default_factory=list)
    focus: list[Mention] = field(default_factory=list)  # the last group of this unit, once its clause has ended
    pending: list[Hit] = field(default_factory=list)
    listed: list[Hit] = field(default_factory=list)  # cues that hold for every member of the list in hand
    amounts: list[Item] = field(default_factory=list)  # amounts that lead to the next agent
    loose: list[Item] = field(default_factory=list)  # amounts that wait for a cue to say whose they are
    owner: list[Mention | None] = field(default_factory=list)  # the mention each open parenthesis belongs to
    muted: str = ""  # the modal cue under which results are not results
    conditional: bool = False
    held: bool = False  # what was named stands under the condition that follows it
    glued: bool = False
    told: bool = False  # a result was heard of the group in hand: what follows is another
    switching: str = ""  # what the second agent of a switch is: start, planned, hypothetical
    kin: int = -1  # where a family member was last named
    latest: str = ""  # the last cue of this clause
    ended: list[Mention] = field(default_factory=list)  # what a switch in this clause left
    segment: tuple[int, Mention] | None = None  # a dash or parenthesis that gives one mention's result

    def holder(self) -> Mention | None:
        """Give the mention whose parenthesis is open."""
        return self.owner[-1] if self.owner else None

    def adjacent(self, mention: Mention, item: Item) -> bool:
        """Whether only a sign stands between a mention and an agent, as in "sertraline (Zoloft)"."""
        return not self.text[mention.end : item.start].strip(" ,/([:-")

    def opens_list(self, i: int) -> bool:
        """Whether the agent at *i* is the first thing in a parenthesis."""
        return i > 0 and self.row.items[i - 1].kind == "open"

    def near(self, item: Item) -> bool:
        """Whether a list goes on here: only a sign or a list word stands between the last item and this agent."""
        before = [it for it in self.row.items if it.end <= item.start and it.kind != "open"]
        return not before or len(self.text[before[-1].end : item.start].split()) <= 2

    def ahead(self, i: int, *, close: bool = False) -> bool:
        """Whether the next agent of this clause lies under the cue at *i*; *close*: only if nearly beside it."""
        at = self.row.items[i].end
        for item in self.row.items[i + 1 :]:
            between = self.text[at : item.start]
            if item.kind == "agent":
                return not close or (len(between.split()) <= 3 and "," not in between)
            if item.kind in {"break", "close"} or (item.kind in {"and", "subject"} and close):
                return False
            if item.kind == "cue" and item.value.looks == "before":
                return False
            if item.kind == "cue" and close and item.value.means not in words.LEADING:
                return False
        return False

    def targets(self, item: Item, means: str) -> list[Mention]:
        """Give the mentions a cue looks back on: its parenthesis's, its clause's, or what "it" is."""
        holder = self.holder()
        if holder is not None:
            return [holder]
        if self.segment is not None and means in words.OUTCOMES:
            return self._members(item, means) if self.segment[1] in self.group else [self.segment[1]]
        if self.group:
            far = self.text.count(",", self.group[-1].last, item.start) > 2 and not _ALL.search(
                self.text, self.group[-1].end, item.end
            )
            return [] if far and means in words.OUTCOMES else self._members(item, means)
        behind_it = words.SUBJECT_IT.search(self.text, self.unit.start, item.start)
        person = _SUBJECT.search(self.text, max(self.unit.start, item.start - 24), item.start)
        if words.WORKING.match(self.text, item.start) and not behind_it and (person or not (self.group or self.focus)):
            return []
        pronoun = bool(_PRONOUN.match(self.text, item.end)) and means in _NEEDS_OBJECT | {"intolerant", "fail", "loss"}
        refuses = means == "declined" and bool(self.focus)  # "but she did not want the monitoring"
        if (
            means in _NEEDS_OBJECT
            and not pronoun
            and not refuses
            and not _OBJECT.match(self.text, item.end, self.unit.end)
        ):
            return []
        if self.focus:
            told = means != "effective" or self.elided(item) or pronoun or _NOUN.search(self.text, item.start, item.end)
            return self.focus if told else []
        if not self.carry:
            return []
        named = _THE_DRUG.search(self.text, self.unit.start, item.start) is not None
        return self.carry if pronoun or named or self.elided(item) or self.told_on(item, means) else []

    def _members(self, item: Item, means: str) -> list[Mention]:
        """Give the members of the list in hand a cue holds for: the last alone where the others differ."""
        if len(self.group) == 1 or _ALL.search(self.text, self.group[-1].end, item.end):
            return self.group
        if means in words.OUTCOMES and any(hit.means in words.OUTCOMES for hit in self.listed):
            return self.group[-1:]
        return [
            m
            for m in self.group[:-1]
            if not (m.lengths not in ([], self.group[-1].lengths) or m.started or m.stopped or m.dated)
        ] + self.group[-1:]

    def elided(self, item: Item) -> bool:
        """Whether everything from the clause's beginning to the cue is pronoun, filler or another item."""
        breaks = [it.end for it in self.row.items if it.kind == "break" and it.end <= item.start]
        start = max([self.unit.start, *breaks])
        held = [it for it in self.row.items if it.kind in {"cue", "date", "length", "dose", "frequency"}]
        said = [
            t.word
            for t in self.row.toks
            if start <= t.start < item.start and t.word.isalpha() and not any(h.start <= t.start < h.end for h in held)
        ]
        return len(said) <= 9 and all(word in words.ELIDED for word in said)

    def told_on(self, item: Item, means: str) -> bool:
        """Whether a sentence with no agent of its own tells the effect of what was named just before."""
        return (
            means in {"fail", "loss", "partial"}
            and self.unit.section in {"", "hpi", "past_treatment", "other", "assessment", "assessment_plan"}
            and not any(it.kind == "agent" for it in self.row.items)
            and _SUBJECT.match(self.text, self.unit.start) is not None
            and _NOUN.search(self.text, item.start, item.end) is not None
        )

    def hears(self, mention: Mention) -> bool:
        """Whether a cue of this unit already bears on a mention of an earlier clause or sentence."""
        return any(self.unit.start <= hit.start < self.unit.end for hit in mention.hits)

    def modal(self) -> str:
        """Give the modal meaning that holds here, if one does."""
        held = [hit.means for hit in self.pending if hit.means in {"planned", "hypothetical"}]
        return held[-1] if held else self.muted if self.muted in {"planned", "hypothetical"} else ""

    def before(self, item: Item) -> str:
        """Give the words of the clause before an item."""
        breaks = [it.end for it in self.row.items if it.kind == "break" and it.end <= item.start]
        return self.text[max([self.unit.start, *breaks]) : item.start]

    def denied(self, agent: Agent, at: int) -> bool:
        """Whether the agent is what "no" or "denies" is said of, be it late in the list."""
        begin = self.unit.start
        if agent.what == "class" and not agent.classes[0].startswith("nondrug/"):
            return False
        return bool(words.DENIED.search(self.text, begin, at) or words.DENIES_LIST.search(self.text, begin, at))

    def looks_back(self, item: Item, means: str) -> bool:
        """Whether a cue that looks ahead speaks here of what stands behind it: "which she took", "in spite of this"."""
        if means == "despite":
            said = self.text[item.start : item.end].lower()
            return said.startswith(("despite", "in spite", "notwith")) and bool(
                words.PRONOUN.match(self.text, item.end)
            )
        if means == "allergic":
            return bool(self.group) and item.start - self.group[-1].end < 4
        if means not in {"current", "tried"}:
            return False
        if self.group:
            said = self.text[item.start : item.end].lower()
            return len(said) > 4 and said not in words.ADJECTIVES
        return bool(self.focus) and words.WHICH.search(self.text, self.unit.start, item.start) is not None

    def aside(self, item: Item) -> bool:
        """Whether "on" or "since" says of nothing that it is taken: of a warning, or of bursts each of which ended."""
        if self.muted == "counsel" and item.end - item.start == 2:
            return True  # "counselled on shingles, and on hair loss with leflunomide"
        since = self.text.startswith("since", item.start) and bool(self.group)
        return since and words.BURSTS.match(self.text, self.group[-1].end, item.start) is not None

    def of_kin(self, item: Item) -> None:
        """A relative who takes or took something, not one who reports of the patient."""
        if words.REPORTS.match(self.text, item.end):
            return
        self.kin = item.end
        for mention in self.mentions[-1:]:
            between = self.text[mention.end : item.start]
            owned = words.OF_KIN.search(between) or words.USES_IT.match(self.text, item.end)
            mention.family |= len(between) < 60 and owned is not None

    def prescribes(self, written: str) -> bool:
        """Whether a plan says "prescribed": it was ordered today, and not yet taken."""
        return self.unit.section in {"plan", "assessment_plan"} and written.lower().startswith("prescribed")

    def ranged(self, item: Item) -> bool:
        """Whether the unit opens with two dates and a sign, and then names the agent: "1/10 to 4/25/2022 - UVB"."""
        days = [amount for amount in self.loose if amount.kind == "date"]
        return len(days) == 2 and not re.search(
            r"\w", self.text[self.unit.start : days[0].start] + self.text[days[1].end : item.start]
        )

    def lately(self) -> None:
        """What was "not used since summer" was used before: it ended, and was not always refused."""
        for mention in {id(m): m for m in (*self.mentions, *self.focus, *self.carry)}.values():
            for at, hit in enumerate(mention.hits):
                far = max(hit.end, mention.end if 0 <= mention.start - hit.end < 4 else 0)
                if (
                    hit.means == "never"
                    and words.NOT_LATELY.match(self.text, hit.start, hit.end)
                    and words.SINCE_THEN.match(self.text, far, mention.unit.end)
                ):
                    mention.hits[at] = Hit("stop", hit.start, hit.end, hit.own)

    def condition(self, item: Item) -> None:
        """What is to come only under a condition ("only if it fails", "to be started if ...") is only thought of."""
        only = words.ONLY.search(self.text, self.unit.start, item.start) is not None
        granted = words.GRANTED.match(self.text, item.start) is not None
        for mention in self.group:
            if not granted and (only or (mention.hits and mention.hits[-1].means == "planned")):
                mention.take("hypothetical", item.start, item.end)
                self.held = True

    def proposes(self, item: Item, means: str) -> bool:
        """Whether a verb of taking only proposes: under "will", or "trial of" at the head of a line of the plan."""
        if means == "start" and self.muted in {"planned", "hypothetical"}:
            return True
        planning = self.unit.section in {"plan", "assessment_plan"} and not self.pending and not self.mentions
        return (
            means == "tried"
            and planning
            and words.TRIAL_OF.match(self.text, item.start) is not None
            and not re.search(
                r"\b(?:after|failed|prior|previous|completed|s/p|had|following|despite|recent|last)\b",
                self.before(item),
                re.IGNORECASE,
            )
        )

    def fragment(self) -> None:
        """A short sentence that names nothing tells of what was just named: "Word-finding trouble.", "Off."."""
        if self.mentions or len(self.carry) != 1 or self.unit.end - self.unit.start > 48:
            return
        mention, said = self.carry[0], self.text[self.unit.start : self.unit.end]
        if words.FRAGMENT_END.match(said):
            mention.take("stop", self.unit.start, self.unit.end)
        elif words.NEVER_AGAIN.match(said) and mention.has("result", "harm"):
            mention.take("allergic", self.unit.start, self.unit.end)
        elif mention.lengths and not mention.has("current", "planned", "never") and words.FRAGMENT_HARM.match(said):
            mention.take("result", self.unit.start, self.unit.end)
            mention.reason = mention.reason or said.strip(" .")

    def takes_word(self, item: Item) -> None:
        """The patient takes the word again; "she" may go on of the aunt whose sentence it is."""
        pronoun = self.text[item.start : item.end].lower() in {"she", "he", "they"}
        if not (
            pronoun and self.text.count(" ", self.unit.start, max(self.kin, self.unit.start)) < 4 and self.kin >= 0
        ):
            self.kin = -1
        else:
            self.kin = item.end
