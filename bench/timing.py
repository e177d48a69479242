"""Seconds and megabytes of whole processes and of single calls, and one row of a table."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence

RUNS = 7
PYTHON = sys.executable
# An installed copy has its bytecode beside it; a shell that forbids writing it would have every run compile anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
NOWHERE = tuple((os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2))


def cold(command: Sequence[str]) -> tuple[float, float]:
    """Give wall seconds and peak megabytes of one process."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=NOWHERE)
    _, _, used = os.wait4(pid, 0)
    return time.perf_counter() - start, used.ru_maxrss / 1024


def beside(ours: Sequence[str], floor: Sequence[str], runs: int = RUNS) -> tuple[tuple[float, float], ...]:
    """Give the medians of both commands, run in turn so that a drifting machine bears on both."""
    cold(ours), cold(floor)  # writes bytecode, fills the cache of the disk
    pairs = [(cold(ours), cold(floor)) for _ in range(runs)]
    return tuple(tuple(statistics.median(pair[n][m] for pair in pairs) for m in (0, 1)) for n in (0, 1))


def warm(work: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median seconds of *work*, once done before counting."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def row(name: str, ours: float, floor: float, *, scale: float = 1000, goal: str = "") -> None:
    """Print one row: ours, the floor, the ratio."""
    print(f"{name:<40}{ours * scale:>9.0f}{floor * scale:>9.0f}   ratio {ours / floor:.2f}   {goal}".rstrip())


def one(name: str, value: str, goal: str = "") -> None:
    """Print a row that has no floor."""
    print(f"{name:<40}{value:>18}   {goal}".rstrip())
