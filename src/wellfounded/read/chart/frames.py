"""Treatment events parsed as frames: who is named, by which verb, in which list, with what result, and what "it" is."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wellfounded.read.chart import effects
from wellfounded.read.chart import frame_words as words
from wellfounded.read.chart.giving import give
from wellfounded.read.chart.items import Item, Row
from wellfounded.read.chart.mention import Hit, Mention
from wellfounded.read.chart.outline import Unit
from wellfounded.read.chart.reasons import reason

if TYPE_CHECKING:
    from wellfounded.read.chart.cues import Cue


@dataclass(slots=True)
class Walk:
    """The state of reading one unit from left to right."""

    text: str
    unit: Unit
    row: Row
    carry: list[Mention]  # what "it" means when the unit begins
    mentions: list[Mention] = field(default_factory=list)
    group: list[Mention] = field(default_factory=list)
    focus: list[Mention] = field(default_factory=list)  # the last group of this unit, once its clause has ended
    pending: list[Hit] = field(default_factory=list)
    listed: list[Hit] = field(default_factory=list)  # cues that hold for every member of the list in hand
    amounts: list[Item] = field(default_factory=list)
    owner: list[Mention | None] = field(default_factory=list)  # the mention each open parenthesis belongs to
    muted: str = ""  # the modal cue under which results are not results
    conditional: bool = False
    glued: bool = False
    switching: bool = False
    kin: int = -1  # where a family member was last named
    latest: str = ""  # the last cue of this clause
    segment: tuple[int, Mention] | None = None  # a dash or parenthesis that gives one mention's result

    def read(self) -> list[Mention]:
        """Read the unit and give its mentions."""
        for i, item in enumerate(self.row.items):
            match item.kind:
                case "agent":
                    self._agent(i, item)
                case "cue":
                    self._cue(i, item)
                case "break":
                    self._break(item)
                case "open":
                    self._close_segment(item.start)
                    self.owner.append(self.group[-1] if self.group else None)
                    if self.group:
                        self.segment = (item.end, self.group[-1])
                case "close":
                    self._close_segment(item.start)
                    if self.owner:
                        self.owner.pop()
                case "dash":
                    if self.group and self.segment is None:
                        self.segment = (item.end, self.group[-1])
                case "and":
                    self._comma(item)
                case "subject":
                    self.kin = -1
                case _:
                    self._amount(i, item)
        self._close_segment(self.unit.end)
        return self.mentions

    # Agents

    def _agent(self, i: int, item: Item) -> None:
        agent, written = item.value, self.text[item.start : item.end]
        same = next((m for m in self.group if m.agent.ingredient == agent.ingredient), None)
        if same is not None and (self.owner or self._adjacent(same, item)):
            same.reach(item.start, item.end)
            return
        if not (self.owner and self.segment and self.owner[-1] is self.segment[1] and self._list_in_paren(i)):
            self._close_segment(item.start)
        mention = Mention(agent, written, item.start, item.end, self.unit, item.start, item.end)
        hits, own = list(self.pending), True
        if (not hits and self.glued and self.group) or (not hits and self.listed and self._near(item)):
            hits, own = list(self.listed), False
        for hit in hits:
            mention.take(hit.means, hit.start, hit.end, own=own and hit.own)
        if self.pending:
            self.listed = [Hit(h.means, h.start, h.end, own=False) for h in self.pending]
        if self.conditional and not mention.has("hypothetical"):
            mention.hits.append(Hit("hypothetical", item.start, item.start))
        mention.family = self.unit.section == "family" or (self.kin >= 0 and item.start - self.kin < 90)
        for amount in self.amounts:
            give(self.text, self.unit.start, mention, amount, self.latest)
        if self.switching and self.group:
            mention.take("start", item.start, item.end)
            self.switching = False
        joins = self.group and self.glued and not self.pending
        self.group = [*self.group, mention] if joins else [mention]
        self.pending, self.amounts, self.glued = [], [], False
        self.mentions.append(mention)

    def _adjacent(self, mention: Mention, item: Item) -> bool:
        return not self.text[mention.end : item.start].strip(" ,/([:-")

    def _list_in_paren(self, i: int) -> bool:
        return self.row.items[i - 1].kind == "open" if i else False

    def _near(self, item: Item) -> bool:
        """Whether a list goes on here: only a sign or a list word stands between the last item and this agent."""
        before = [it for it in self.row.items if it.end <= item.start and it.kind != "open"]
        return not before or len(self.text[before[-1].end : item.start].split()) <= 2

    # Cues

    def _cue(self, i: int, item: Item) -> None:
        cue: Cue = item.value
        if cue.means == "family":
            if not words.REPORTS.match(self.text, item.end):
                self.kin = item.end
                for mention in self.mentions[-1:]:
                    mention.family |= 0 <= item.start - mention.end < 60 and bool(
                        re.search(
                            r"\b(?:for|in|with|by|to)\s+(?:her|his|the|a)?\s*$", self.text[mention.end : item.start]
                        )
                    )
            return
        if cue.means in {"suspend", "now"}:
            if cue.means == "now":
                self._after_or_before(i, item, "current")
            return
        if cue.means in words.MODAL:
            self._modal(i, item)
            return
        if self.muted and cue.means in words.OUTCOMES:
            return
        self._after_or_before(i, item, cue.means)
        self.latest = cue.means

    def _modal(self, i: int, item: Item) -> None:
        cue: Cue = item.value
        word = self.text[item.start : item.start + 7].lower()
        if (
            cue.means == "hypothetical"
            and word.startswith(("if", "unless", "in case", "in the ", "should "))
            and not word.startswith("if need")
        ):
            self.conditional = True
            self.muted = "hypothetical"
            return
        if cue.means in {"planned", "hypothetical"}:
            if cue.means == "hypothetical" and cue.looks == "before" and self.group:
                for mention in self.group:
                    mention.take(cue.means, item.start, item.end)
                return
            ahead = self._ahead(i)
            if ahead:
                self.pending.append(Hit(cue.means, item.start, item.end))
                self.glued = False
            self.latest = cue.means
            if not ahead and cue.looks == "before":
                return
        self.muted = cue.means

    def _after_or_before(self, i: int, item: Item, means: str) -> None:
        cue: Cue = item.value
        looks = "either" if means == "current" and cue.means == "now" else cue.looks
        written = self.text[item.start : item.end]
        if looks != "before" and self._ahead(i, close=bool(self.group) and looks == "either"):
            if means == "start" and words.SWITCH.match(written):
                for mention in self.group or self.focus or self.carry:
                    mention.take("stop", item.start, item.end)
            if means == "start" and self.muted in {"planned", "hypothetical"}:
                means = self.muted
            self.switching = self.switching or (means == "stop" and bool(words.SWITCH.match(written)))
            self.pending.append(Hit(means, item.start, item.end))
            self.glued = False
            return
        if (
            looks == "after"
            and means != "allergic"
            and not (means in {"current", "tried"} and self.group and item.end - item.start > 4)
        ):
            return
        targets = self._targets(item, means)
        if not targets:
            return
        if means == "because":
            self._because(item, targets)
            return
        for mention in targets:
            mention.take(means, item.start, item.end, own=len(targets) == 1 or not self.owner)
        if means == "start" and words.SWITCH.match(written):
            self.switching = True
        self.glued = False

    def _ahead(self, i: int, *, close: bool = False) -> bool:
        """Whether the next agent of this clause lies under the cue; *close*: only if nearly beside it."""
        at = self.row.items[i].end
        for item in self.row.items[i + 1 :]:
            between = self.text[at : item.start]
            if item.kind == "agent":
                return not close or (len(between.split()) <= 3 and "," not in between)
            if item.kind in {"break", "close"} or (item.kind in {"and", "subject"} and close):
                return False
            if item.kind == "cue" and item.value.looks == "before":
                return False
            if (
                item.kind == "cue"
                and close
                and item.value.means not in {"tried", "start", "increase", "current", "stop"}
            ):
                return False
        return False

    def _targets(self, item: Item, means: str) -> list[Mention]:
        if self.owner and self.owner[-1] is not None:
            return [self.owner[-1]]
        if self.segment is not None and means in words.OUTCOMES:
            return [self.segment[1]]
        if self.group:
            return self.group
        if self.focus:
            return self.focus if means != "effective" or self._elided(item) else []
        return self.carry if self.carry and self._elided(item) else []

    def _elided(self, item: Item) -> bool:
        """Whether everything from the clause's beginning to the cue is pronoun, article or filler."""
        breaks = [it.end for it in self.row.items if it.kind == "break" and it.end <= item.start]
        start = max([self.unit.start, *breaks])
        said = [t.word for t in self.row.toks if start <= t.start < item.start and t.word.isalpha()]
        return len(said) <= 9 and all(word in words.ELIDED for word in said)

    def _because(self, item: Item, targets: list[Mention]) -> None:
        written = self.text[item.start : item.end]
        stopping = bool(words.STOPPING.match(written))
        for mention in targets if stopping else ():
            mention.take("stop", item.start, item.end)
        found = reason(self.text, item.end, self.unit.end)
        heads = any(hit.means in words.ENDING_VERBS for m in targets for hit in m.hits)
        if found is None or not (stopping or heads or (words.CAUSING.match(written) and found.means == "harm")):
            return
        for mention in targets:
            mention.take(found.means, item.start, found.end)
            mention.reason = mention.reason or found.words

    # Signs

    def _break(self, item: Item) -> None:
        self._close_segment(item.start)
        semicolon = self.text[item.start : item.start + 1] == ";"
        if self.group and words.BUT_NOT.match(self.text, item.start):
            for mention in self.group:
                if mention.hits and mention.hits[-1].means == "effective":
                    mention.take("partial", item.start, item.end)
        if self.group:
            self.focus = self.group
        if self.owner and self.owner[-1] is not None and not semicolon:
            return
        self.group, self.pending, self.glued = [], [], False
        if not semicolon and item.end > item.start:
            self.listed = []
        if self.muted != "counsel":
            self.muted = ""
        self.latest = ""

    def _comma(self, item: Item) -> None:
        comma = self.text[item.start : item.end] == ","
        if self.segment is not None and comma and not self.owner:
            self._close_segment(item.start)
        if self.group and not self.pending:
            self.glued = True
        if comma and self.muted == "aim":
            self.muted = ""

    def _close_segment(self, end: int) -> None:
        """Judge what a dash or parenthesis after a mention said, where no cue of it was heard."""
        if self.segment is None:
            return
        start, mention = self.segment
        self.segment = None
        said = self.text[start:end].strip(" ,.;:-")
        if (
            not said
            or len(said) > 120
            or any(hit.start >= start and hit.means in words.OUTCOMES for hit in mention.hits)
            or self.muted
        ):
            return
        harm = effects.HARM.search(said)
        if harm is not None and harm.start() < 40:
            mention.take("result", start, start + len(self.text[start:end].rstrip()))
            mention.reason = mention.reason or " ".join(said[harm.start() if harm.start() > 12 else 0 :].split())

    # Amounts

    def _amount(self, i: int, item: Item) -> None:
        if item.kind == "route" and not self.group:
            return
        following = next(
            (it for it in self.row.items[i + 1 :] if it.kind not in {"cue", "length", "frequency", "route"}), None
        )
        if (
            following is not None
            and following.kind == "agent"
            and words.TO_NEXT.match(self.text[item.end : following.start])
        ):
            self.amounts.append(item)
            return
        target = (
            self.owner[-1] if self.owner and self.owner[-1] is not None else (self.group[-1] if self.group else None)
        )
        if target is None:
            behind = self.focus or (self.carry if self._hears_carry() else [])
            target = behind[-1] if behind and self._hears(behind[-1]) else None
        if target is not None and not (
            item.kind in {"length", "date"} and item.start - max([target.last, *[h.end for h in target.hits]]) > 70
        ):
            members = (
                self.group
                if self.group
                and target is self.group[-1]
                and re.match(r"\s*(?:each|both)\b", self.text[item.end : item.end + 8])
                else [target]
            )
            for mention in members:
                give(self.text, self.unit.start, mention, item, self.latest)

    def _hears_carry(self) -> bool:
        return not self.group and bool(self.carry)

    def _hears(self, mention: Mention) -> bool:
        """Whether a cue of this unit already bears on a mention of an earlier clause, or a pronoun opens the unit."""
        return any(self.unit.start <= hit.start < self.unit.end for hit in mention.hits)
