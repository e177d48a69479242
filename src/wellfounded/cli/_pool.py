"""Many files looked at on all cores: each by itself, so that one that breaks its reader costs no other."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import FrameType

from wellfounded.check.across.store import Found, Looked
from wellfounded.errors import WellfoundedError

AHEAD = 8  # files given to a worker before it has answered
LIVES = 1_000  # files a worker looks at before another takes its place, and its memory is given back
PATIENCE = 60  # seconds for one file
STOPPED = "the file made its reader stop; open it by itself to see why"


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker needs to look at one file of *folder*."""

    folder: str
    path: str
    on: date


def looked(works: Iterable[Work], workers: int, looks: Callable[[Work], Looked] | None = None) -> Iterator[Looked]:
    """Look at each file and give what was found, in the order given; a file that cannot be read says why.

    *looks* is what a worker does with a file: `look` unless another is given.
    """
    looks = looks or look
    waiting = deque(works)
    while waiting:
        alone: list[Work] = []
        with _pool(workers) as pool:
            given: deque[tuple[Work, Future[Looked]]] = deque()
            try:
                while waiting or given:
                    while waiting and len(given) < AHEAD * workers:
                        given.append((waiting[0], pool.submit(looks, waiting[0])))
                        waiting.popleft()
                    yield given[0][1].result()
                    given.popleft()
            except BrokenProcessPool:
                alone = [work for work, _ in given]
            except GeneratorExit:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        for work in alone:  # one of these broke the pool: each gets a process of its own
            yield _by_itself(work, looks)


def _by_itself(work: Work, looks: Callable[[Work], Looked]) -> Looked:
    with _pool(1) as pool:
        try:
            return pool.submit(looks, work).result()
        except BrokenProcessPool:
            return Looked(work.path, *_stat(Path(work.folder, work.path)), STOPPED)


def _pool(workers: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, spawn, _begin, (), max_tasks_per_child=LIVES)


def _begin() -> None:
    from wellfounded.cli import _patterns  # noqa: PLC0415 - in the worker alone

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked is told, and ends its workers
    _patterns.use()


def look(work: Work) -> Looked:
    """Check one file and trace it; whatever is wrong with it becomes its `why`, in words without patient text."""
    from wellfounded import check, read  # noqa: PLC0415 - in the worker alone

    file = Path(work.folder, work.path)
    size, changed = _stat(file)
    try:
        with _Patience():
            document = read.document(work.path, file.read_bytes())
            if not document.text.strip():
                return Looked(work.path, size, changed, "no text was found in it")
            problems, trace = check.audited(check.draft(document), on=work.on)
    except WellfoundedError as error:
        return Looked(work.path, size, changed, str(error).removeprefix(f"{work.path}: "))
    except OSError as error:
        return Looked(work.path, size, changed, error.strerror or "it cannot be opened")
    except Exception as error:  # noqa: BLE001 - of ten thousand strangers' files one may find a fault of ours; the rest go on
        return Looked(work.path, size, changed, f"a fault of this program ({type(error).__name__}); please report it")
    lines = (document.text.count("\n", 0, problem.span[0]) + 1 for problem in problems)
    found = tuple(
        Found(problem.code, problem.severity.value, line, problem.message)
        for problem, line in zip(problems, lines, strict=True)
    )
    return Looked(work.path, size, changed, "", found, trace)


def _stat(file: Path) -> tuple[int, int]:
    try:
        held = file.stat()
    except OSError:
        return 0, 0
    return held.st_size, held.st_mtime_ns


class _Patience:
    """Ends what takes longer than PATIENCE, where the system has an alarm."""

    def __enter__(self) -> None:
        if hasattr(signal, "SIGALRM"):
            signal.signal(signal.SIGALRM, self._late)
            signal.alarm(PATIENCE)

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)

    def _late(self, _: int, frame: FrameType | None) -> None:
        del frame
        raise OSError(os.EX_OSERR, f"it took more than {PATIENCE} seconds to read")
