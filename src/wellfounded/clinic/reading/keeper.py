"""The last walk of each case in memory, and the reading processes that make the next one."""

import contextlib
import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import forkserver, get_context
from pathlib import Path
from typing import Any

from wellfounded.casefolder import Memory
from wellfounded.clinic.reading import child
from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.pipeline import Tour
from wellfounded.wire.words import Box

PROCESSES = 2  # a small case is not kept waiting by a large one
FORKS = get_context("forkserver")  # a process a walk, forked from one that has everything loaded
FORKS.set_forkserver_preload(["wellfounded.clinic.reading.warm"])
PLACES = 256  # pages whose boxes are kept
HELD = 12  # walks in memory; a case of 60 pages takes about 2 MB, one of 2,000 pages about 60 MB


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a case could not be walked: a sentence that names the file, what to do, and the command's exit code."""

    says: str
    hint: str = ""
    code: int = 70


Walk = Tour | Failure


class Keeper:
    """Gives the walk of a case folder as it stands; the same folder on the same day is walked once."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._lock = threading.Lock()
        self._walks: OrderedDict[tuple[str, str], Future[Walk]] = OrderedDict()  # done, the last used at the end
        self._running: dict[str, Future[Walk]] = {}
        self.read: dict[str, str] = {}  # the file that is being read, by folder
        self._memory: dict[str, Memory] = {}  # what each folder's last walk read
        self._boxes: OrderedDict[tuple[object, ...], list[list[Box]]] = OrderedDict()
        self._threads = ThreadPoolExecutor(PROCESSES, "walk")

    def walk(self, folder: Path, on: date, who: str, after: Callable[[Walk, str], None]) -> Future[Walk]:
        """Give the walk, running or done; *after* is called once, with the walk and the folder's print, when it ends.

        While a folder is walked no second walk of it begins: what changed meanwhile shows when the caller asks again.
        """
        name = str(folder)
        with self._lock:
            running = self._running.get(name)
            if running is not None and not running.done():
                return running
            key = (name, fingerprint(folder, on))
            if (held := self._walks.get(key)) is not None:
                self._walks.move_to_end(key)
                return held
            self._running[name] = made = self._threads.submit(self._run, folder, on, who, after)
            return made

    def busy(self) -> bool:
        """Whether any case is being walked."""
        with self._lock:
            return any(not each.done() for each in self._running.values())

    def ready(self) -> None:
        """Start the process that forks reading processes before any is asked for: it loads for a second."""
        forkserver.ensure_running()

    def boxes(self, folder: Path, document: Document, number: int, quotes: list[Quote]) -> list[list[Box]]:
        """Give where *quotes* stand on a page that is a picture, which takes two seconds the first time."""
        key = document.source.id, number, tuple((quote.at.start, quote.at.end) for quote in quotes)
        if key not in self._boxes:
            answer = self._asked(str(folder), child.find, document, number, quotes)
            self._boxes[key] = answer[1] if answer[0] == "boxes" else [[] for _ in quotes]
            while len(self._boxes) > PLACES:
                self._boxes.popitem(last=False)
        return self._boxes[key]

    def forget(self, folder: Path) -> None:
        """Let go of every walk of *folder*."""
        with self._lock:
            for key in [key for key in self._walks if key[0] == str(folder)]:
                del self._walks[key]
            self._memory.pop(str(folder), None)

    def _run(self, folder: Path, on: date, who: str, after: Callable[[Walk, str], None]) -> Walk:
        answer = self._asked(str(folder), child.walk, on.isoformat(), who, self._memory.get(str(folder)))
        walk: Walk = answer[1] if answer[0] == "walked" else Failure(*answer[1:])
        if answer[0] == "walked":
            self._memory[str(folder)] = answer[2]
        told = fingerprint(folder, on)  # filing moved the files, so the folder as it now stands is the one walked
        self.read.pop(str(folder), None)
        done: Future[Walk] = Future()
        done.set_result(walk)
        with self._lock:
            for key in [key for key in self._walks if key[0] == str(folder)]:
                del self._walks[key]
            self._walks[str(folder), told] = done
            while len(self._walks) > HELD:
                self._memory.pop(self._walks.popitem(last=False)[0][0], None)
        after(walk, told)
        return walk

    def _asked(self, folder: str, work: Callable[..., None], *given: object) -> tuple[Any, ...]:
        for _ in range(2):  # a process that was killed, by a person or for want of memory, is started once more
            ours, theirs = FORKS.Pipe()
            process = FORKS.Process(target=work, args=(theirs, folder, *given), daemon=True)
            with contextlib.suppress(EOFError, OSError):
                process.start()
                theirs.close()
                while (answer := ours.recv())[0] == "reading":
                    self.read[folder] = answer[1]
                process.join()
                ours.close()
                return tuple(answer)
        return "failed", "the process that reads this case ended", "There may be too little memory for its files.", 74


def fingerprint(folder: Path, on: date) -> str:
    """Say, without reading them, which files *folder* holds in which state; another state gives another print."""
    held: list[str] = [on.isoformat()]
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if not name.endswith(".partial"):
                state = (Path(place) / name).stat()
                held.append(f"{os.path.relpath(place, folder)}/{name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(held).encode("utf-8", "surrogateescape")).hexdigest()


KEEPER = Keeper()
