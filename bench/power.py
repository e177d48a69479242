"""Cut the power of a desk at random moments while it works: nothing acknowledged is lost, nothing is faxed twice.

`python bench/power.py [KILLS [--sealed]]`; 200 power cuts take about twenty minutes. A person writes notes, tasks and
corrections, types into the letter, drops denials, signs anew what a correction voided, and presses *Prepare it* again
and again; a fax program takes what is handed over and reports it. It ends with exit code 1 where something was lost
or went twice, and where nothing was signed or faxed, for then nothing was tried.
"""

import contextlib
import hashlib
import http.client
import os
import random
import re
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

import driving as desk

from wellfounded.clinic import sealing
from wellfounded.clinic.place import Place

PHRASE = "four plain words here"
LOOK = 0.02  # seconds between a fax program's looks at its folder: as often as one may look


class Person:
    """Does one thing after another, and remembers what was acknowledged."""

    def __init__(self, root, case):
        self.root, self.case, self.number = root, case, 0
        self.notes, self.tasks, self.papers, self.faxed, self.signed = [], [], [], [], []
        self.billed = [0]  # the last acknowledged amount, then those that may have been taken after it
        self.typed = [""]  # the same of the words typed into the first paragraph

    def act(self, chance, *, read):
        """Do one thing, of those that need the case read where it is; raises where the desk is gone."""
        self.number += 1
        does = (self.type, self.fax, self.fax, self.fax, self.sign, self.note) if read else ()
        chance.choice(does or (self.note, self.task, self.correct, self.drop))(self.number)

    def ask(self, path, fields, files=()):
        return desk.ask(self.root, path, fields, files)[0]

    def note(self, n):
        if self.ask(f"{self.case}note", {"text": f"note {n}."}) == 302:
            self.notes.append(f"note {n}.")

    def task(self, n):
        if self.ask(f"{self.case}task", {"says": f"task {n}."}) == 302:
            self.tasks.append(f"task {n}.")

    def correct(self, n):
        self.billed.append(n)
        if self.ask(f"{self.case}correct", {"set:amounts.billed": str(n)}) == 302:
            self.billed = [n]

    def drop(self, n):
        body = f"Copperline Health Plan\n\nNOTICE OF DENIAL {n}\n".encode()
        if self.ask("/drop", {}, [(f"denial {n}.txt", body)]) == 302:
            self.papers.append((f"denial {n}.txt", hashlib.sha256(body).hexdigest()))

    def type(self, n):
        self.typed.append(f"typed {n}.")
        told = {"text": f"typed {n}.", "mark": self.mark, "tab_id": "one"}
        if self.ask(f"{self.case}letter/0/typing", told) == 200:
            self.typed = [f"typed {n}."]

    def sign(self, n):
        """Change a line of the letter, which voids its signature, and sign what it became."""
        self.ask(f"{self.case}correct", {"set:practitioner.phone": f"(555) 555-01{n % 100:02d}"})
        if version := desk.signed(self.root, self.case, PHRASE):
            self.signed.append(version)

    def fax(self, n):
        number = f"(555) 555-0{n // 3:04d}"  # the same three times over, as a person presses who sees no answer
        if self.ask(f"{self.case}send/go", {"door": f"fax {number}"}) == 302:
            self.faxed.append(number)


def ready(root):
    """Bring a case to its signature; gives its address and the name of its first paragraph."""
    case = desk.dropped(root)
    desk.filled(root, case)
    if not desk.signed(root, case, PHRASE):
        raise SystemExit("the case cannot be signed")
    return case, re.search(r'name="mark" value="(\w+)"', desk.ask(root, f"{case}letter/0/edit", part=True)[2])[1]


def faxes(root, taken, ended):
    """Take each number that is handed over and say that it went, as a fax program does."""
    while not ended.wait(LOOK):
        for path in (root / "fax-out").glob("*.to"):
            number = path.read_text().strip()
            taken.append((path.stem, number))  # a job is one packet to one number: a letter signed anew is another
            path.unlink()
            path.with_suffix(".sent").write_text(f"{number}: 19 pages, result OK")


def one_cut(process, root, case, person, chance, phrase, *, read):
    """Let the person work, cut the power at a moment of chance, and start the desk again."""
    if read and not desk.signed(root, case, PHRASE):  # to type and to send the case must be read, and the letter signed
        raise SystemExit("the letter of the case cannot be signed any more")
    timer = threading.Timer(chance.uniform(0.01, 4 if read else 1.6), os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    while process.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            person.act(chance, read=read)
    timer.join()
    desk.cut(process)
    return desk.start(root, phrase)[0]


def left_over(process, root, case, person, taken, phrase):
    """Give what an acknowledgement promised and the desk does not hold."""
    history = desk.ask(root, f"{case}history/")[2]
    versions = {f"signed version {number} " for number in person.signed}
    lost = [each for each in (*person.notes, *person.tasks, *versions) if each not in history]
    sent = desk.ask(root, f"{case}send/")[2]
    lost += [f"the report of {number}" for _, number in taken if f"{number}: 19 pages, result OK" not in sent]
    typed = desk.ask(root, f"{case}letter/0/edit", part=True)[2]
    lost += [] if any(each in typed for each in person.typed) else [person.typed[0]]
    desk.close(process)  # at rest: what is being filed is in neither place for a moment
    token = case.split("/")[2]
    place = sealing.unlocked(root, phrase) if phrase else Place(root)
    with contextlib.closing(place):
        held = {name: body.read() for name, body in place.files()}
    amounts = re.search(rb"billed: '?(\d+)", held[f"cases/{token}/case.yaml"])
    lost += [] if amounts is None or int(amounts[1]) in person.billed else [f"billed {person.billed[0]}"]
    prints = {(name.rpartition("/")[2], hashlib.sha256(body).hexdigest()) for name, body in held.items()}
    return lost + [name for name, told in person.papers if (name, told) not in prints]


def main():
    """Print what was acknowledged, lost and sent twice."""
    turns, phrase = int(sys.argv[1]) if len(sys.argv) > 1 else 200, PHRASE if "--sealed" in sys.argv else ""
    chance, taken, ended = random.Random(20260320), [], threading.Event()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        process, _ = desk.start(root, phrase)
        desk.read_through(root)
        case, mark = ready(root)
        person = Person(root, case)
        person.mark = mark
        fax = threading.Thread(target=faxes, args=(root, taken, ended), daemon=True)
        fax.start()
        done = 0
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C ends the cuts early; what was done is still looked at
            for turn in range(turns):
                process = one_cut(process, root, case, person, chance, phrase, read=turn % 4 == 3)
                done = turn + 1
                if done % 20 == 0:
                    print(f"{done} power cuts", flush=True)
        desk.settled(root, case)
        time.sleep(10 * LOOK)  # the fax program takes what the last start handed over
        ended.set()
        lost = left_over(process, root, case, person, taken, phrase)
        twice = sorted({job for job in taken if taken.count(job) > 1})
        never = [number for number in dict.fromkeys(person.faxed) if number not in {each for _, each in taken}]
        kept = f"{len(person.notes)} notes, {len(person.tasks)} tasks, {len(person.papers)} papers, "
        kept += f"{len(set(person.signed))} signatures, {len(set(person.faxed))} faxes ({len(person.faxed)} presses)"
        print(f"{done} power cuts: {kept} acknowledged; lost {lost}; faxed twice {twice}; never faxed {never}")
    if lost or twice or never or not person.signed or not person.faxed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
