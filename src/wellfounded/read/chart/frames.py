"""Treatment events parsed as frames: who is named, by which verb, in which list, with what result, and what "it" is."""

from dataclasses import dataclass

from wellfounded.read.chart import frame_words as words
from wellfounded.read.chart.clause import Clause
from wellfounded.read.chart.cues import Cue
from wellfounded.read.chart.giving import give
from wellfounded.read.chart.items import Item
from wellfounded.read.chart.mention import Hit, Mention
from wellfounded.read.chart.reasons import beside, cells, conditions, led_to, reason


@dataclass(slots=True)
class Walk(Clause):
    """One reading of one unit."""

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
                    if (self.group or self.focus) and self.segment is None:
                        self.segment = (item.end, (self.group or self.focus)[-1])
                case "and":
                    self._comma(item)
                case "subject":
                    self.takes_word(item)
                case _:
                    self._amount(i, item)
        self._close_segment(self.unit.end)
        self.lately()
        self.fragment()
        if self.unit.section in {"plan", "assessment_plan"}:
            conditions(self.text, self.unit, self.mentions, whole=self.conditional)
        if self.unit.kind == "row" and len(self.mentions) == 1:
            cells(self.text, self.mentions[0], self.unit.end)
        return self.mentions

    def _agent(self, i: int, item: Item) -> None:
        agent, written = item.value, self.text[item.start : item.end]
        same = next((m for m in self.group if m.agent.ingredient == agent.ingredient), None)
        if same is not None and (self.owner or self.adjacent(same, item)):
            same.reach(item.start, item.end)
            return
        if not (self.segment and self.holder() is self.segment[1] and self.opens_list(i)):
            self._close_segment(item.start)
        mention = Mention(agent, written, item.start, item.end, self.unit, item.start, item.end)
        hits, own = list(self.pending), True
        if self.switching:
            self.listed = []
        if not hits and ((self.glued and self.group) or (self.listed and self.near(item))):
            hits, own = list(self.listed), False
        holder = self.holder()
        if not hits and holder is not None and holder.agent.what == "class":
            hits, own = list(holder.hits), False  # "four antibiotic courses (azithromycin, doxycycline)"
        for hit in hits:
            mention.take(hit.means, hit.start, hit.end, own=own and hit.own)
        if self.pending:
            self.listed = [Hit(h.means, h.start, h.end, own=False) for h in self.pending]
        if self.conditional and not mention.has("hypothetical"):
            mention.hits.append(Hit("hypothetical", item.start, item.start))
        if words.GIVEN_IF.search(self.text, self.unit.start, item.start) and words.FAILS.match(self.text, item.end):
            mention.hits.append(Hit("if", item.start, item.start))
        in_screen = words.SCREEN.search(self.text, self.unit.start, item.start)
        mention.screened = bool(in_screen or words.UNCHECKED.search(self.text, max(0, item.start - 6), item.start))
        mention.warned = self.muted in {"counsel", "aim"}
        mention.leads = len(self.before(item)) < 30
        if self.denied(agent, item.start):
            mention.take("never", item.start, item.end)
        mention.family = self.unit.section == "family" or (self.kin >= 0 and item.start - self.kin < 90)
        for amount in self.amounts:
            give(self.text, self.unit.start, mention, amount, self.latest)
        leads = self.unit.kind == "row" or self.ranged(item)
        for amount in self.loose if leads and not self.mentions else ():
            give(self.text, self.unit.start, mention, amount, self.latest)
        if self.switching and self.group:
            mention.take(self.switching, item.start, item.end)
            self.latest, self.switching = self.switching, ""
        joins = self.group and self.glued and not self.pending and not self.told
        self.told = False
        self.group = [*self.group, mention] if joins else [mention]
        self.pending, self.amounts, self.loose, self.glued = [], [], [], False
        self.mentions.append(mention)
        bare = words.BARE_HARM.match(self.text, item.end, self.unit.end)  # "Symlin nausea."
        if bare:
            self.told = beside(self.text, mention, item.end, bare.end("harm"))

    # Cues

    def _cue(self, i: int, item: Item) -> None:
        cue: Cue = item.value
        if cue.means == "family":
            self.of_kin(item)
        elif (
            self.conditional
            and (self.held or not self.mentions or self.mentions[-1].has("if"))
            and cue.means not in words.MODAL
        ):
            return  # "if declined, ...": the condition says nothing of what was named before
        elif cue.means in {"fail", "despite"} and words.untold(self.text, self.unit.start, item.end, self.unit.end):
            return
        elif cue.means == "now":
            self._place(i, item, "current", "either")
            self.latest = "now"
        elif cue.means in words.MODAL:
            self._modal(i, item)
        elif cue.means == "current" and self.aside(item):
            return
        elif cue.means != "suspend" and not (self.muted and cue.means in words.OUTCOMES):
            self._place(i, item, cue.means, cue.looks)
            self.latest = cue.means

    def _modal(self, i: int, item: Item) -> None:
        cue: Cue = item.value
        if cue.means == "hypothetical" and words.CONDITION.match(self.text, item.start):
            self.condition(item)
            self.conditional, self.muted = True, "hypothetical"
            return
        if self.unit.kind == "row" and cue.means == "planned" and words.LABEL.match(self.text, item.end):
            return  # "Start 07/2023" in a table names a column
        if cue.means in {"planned", "hypothetical"}:
            behind = cue.looks == "before" or (cue.looks == "either" and not self.ahead(i))
            if behind and self.group:
                for mention in self.group:
                    mention.take(cue.means, item.start, item.end)
                return
            if (
                cue.means == "planned"
                and self.group
                and words.ORDERED.fullmatch(self.text, self.group[-1].last, item.end)
            ):
                for mention in self.group:
                    mention.take("planned", item.start, item.end)
            ahead = self.ahead(i)
            if ahead:
                self.pending.append(Hit(cue.means, item.start, item.end))
                self.glued = False
            self.latest = cue.means
            if not ahead and cue.looks == "before":
                return
        self.muted = cue.means

    def _place(self, i: int, item: Item, means: str, looks: str) -> None:
        """Let a cue bear on the agent ahead of it, or on the mentions behind it."""
        written = self.text[item.start : item.end]
        if looks != "before" and self.ahead(
            i, close=(bool(self.group or self.focus) and looks == "either") or means == "allergic"
        ):
            if means == "start" and words.SWITCH.match(written):
                ended = self.group or self.focus or self.carry
                for mention in ended:
                    mention.take("stop", item.start, item.end)
                self.ended = list(ended)
                led_to(self.before(item), item, ended)
            if self.proposes(item, means) or (means == "start" and self.prescribes(written)):
                means = "planned" if self.muted != "hypothetical" else "hypothetical"
            if means == "stop" and words.SWITCH.match(written):
                self.switching = self.modal() or "start"
                means = "current" if self.modal() else means
                self.pending = [hit for hit in self.pending if hit.means not in words.MODAL]
            self.pending.append(Hit(means, item.start, item.end))
            self.glued = False
            return
        behind = self.looks_back(item, means)
        if looks == "after" and not behind:
            return
        targets = self.targets(item, means) or (self.focus if behind else [])
        if not targets:
            return
        means = "fail" if means == "despite" else means
        means = "planned" if means == "start" and self.prescribes(written) else means
        if means == "because":
            self._because(item, targets)
            return
        for mention in targets:
            mention.take(means, item.start, item.end, own=len(targets) == 1 or not self.owner)
            for amount in self.loose if mention is targets[-1] and not self.group else ():
                give(self.text, self.unit.start, mention, amount, means)
        if means == "stop":
            led_to(self.before(item), item, targets, told=written.lower().startswith("led"))
        if means == "start" and words.SWITCH.match(written):
            self.switching = "start"
            self.ended = list(targets)
        self.glued, self.loose, self.told = False, [], True

    def _because(self, item: Item, targets: list[Mention]) -> None:
        written = self.text[item.start : item.end]
        stopping = bool(words.STOPPING.match(written))
        for mention in targets if stopping else ():
            mention.take("stop", item.start, item.end)
        found = reason(self.text, item.end, self.unit.end)
        targets = self.ended if self.ended and not stopping else targets  # "A was changed to B because of cough"
        heads = any(hit.means in words.ENDING_VERBS for m in targets for hit in m.hits)
        plain = written.lower().strip() == "with" and found is not None and found.means == "fail"
        caused = words.CAUSING.match(written) and found is not None and found.means == "harm"
        if found is None or not (stopping or heads or plain or caused):
            return
        for mention in targets:
            mention.take(found.means, item.start, found.end)
            mention.reason = mention.reason or found.words

    # Signs

    def _break(self, item: Item) -> None:
        semicolon = self.text[item.start : item.start + 1] == ";"
        if words.THEN_DOSE.match(self.text, item.start):
            return  # "50 then 100 mg" is one treatment
        if self.holder() is not None and not semicolon:
            return
        self._close_segment(item.start)
        for mention in (self.group or self.focus) if words.BUT_NOT.match(self.text, item.start) else ():
            if mention.hits and mention.hits[-1].means == "effective":
                mention.take("partial", item.start, item.end)
        self.focus, self.ended = self.group or self.focus, []
        self.group, self.pending, self.loose, self.glued = [], [], [], False
        if (not semicolon and item.end > item.start) or self.unit.section in {"plan", "assessment_plan"}:
            self.listed = []
        if self.muted != "counsel":
            self.muted = ""
        self.conditional = self.conditional and not semicolon
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
        if words.NONE_SAID.fullmatch(self.text[start:end].strip(" .,;:")):
            mention.take("never", start, end)
            return
        heard = [hit.start for hit in mention.hits if hit.start >= start and hit.means in words.OUTCOMES]
        if not self.muted and (not heard or min(heard) - start > 8):
            self.told = beside(self.text, mention, start, min(heard, default=end)) or self.told

    # Amounts

    def _amount(self, i: int, item: Item) -> None:
        if item.kind == "route" and not self.group:
            return
        skip = {"cue", "length", "frequency", "route"}
        next_ = next((it for it in self.row.items[i + 1 :] if it.kind not in skip), None)
        if next_ is not None and next_.kind == "agent":
            between = self.text[item.end : next_.start]
            if next_.start < item.end or words.TO_NEXT.match(between):
                self.amounts.append(item)
                return
        target = self.holder() or (self.group[-1] if self.group else None)
        if target is None:
            behind = self.focus or self.carry
            target = behind[-1] if behind and self.hears(behind[-1]) else None
        if target is None:
            self.loose.append(item)
            return
        if (
            item.kind in {"length", "frequency"}
            and self.text.count(",", target.last, item.start) > 1
            and not self.owner
        ):
            return  # some clauses on: it is the length of something else
        if item.kind in {"length", "date"} and item.start - max([target.last, *[h.end for h in target.hits]]) > 70:
            return
        if item.kind == "dose" and words.OTHERS.search(self.text, target.last, item.start):
            return  # "sertraline 50 mg, magnesium 400 mg" where magnesium is no agent we know
        each = (self.group and target is self.group[-1]) and (
            words.EACH.match(self.text, item.end)
            or (item.kind in {"length", "date"} and "+" in self.text[self.group[0].end : target.start])
        )
        for mention in self.group if each else [target]:
            give(self.text, self.unit.start, mention, item, self.latest)
