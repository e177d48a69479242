"""Where the papers of a sealed desk lie open while they are worked on: in memory where the system has room there."""

import fcntl
import os
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

from wellfounded.errors import InputError, StorageError

MEMORY = (Path("/dev/shm"),)  # noqa: S108 - a file system in memory; the folder made in it is one person's
ROOM = 256 << 20  # bytes that must be free there beside three times what the desk holds


def room(root: Path, name: str) -> Path:
    """Make an empty folder for the desk in *root*, closed to other people; raises StorageError.

    It has one name for one desk, so that what a desk that was killed left there is taken away by the next.
    """
    wanted = ROOM + 3 * sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
    roomy = (each for each in MEMORY if each.is_dir() and shutil.disk_usage(each).free > wanted)
    names = [each / f"wellfounded-{os.getuid()}-{name}" for each in (*MEMORY, Path(tempfile.gettempdir()))]
    chosen = next(roomy, Path(tempfile.gettempdir())) / names[0].name
    try:
        for left in names:
            if left.is_dir() and not left.is_symlink() and left.stat().st_uid == os.getuid():
                shutil.rmtree(left)
        chosen.mkdir(mode=0o700)
    except OSError as error:
        raise StorageError(f"{chosen}: {error.strerror}", hint="Take that folder away, then try again.") from error
    return chosen


def alone(root: Path) -> BinaryIO:
    """Hold the desk in *root* for one process; the hold ends with it. Raises InputError where another has it."""
    held = (root / "desk.lock").open("ab")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held.close()
        raise InputError("this desk is open already", hint="Close the other one, or use its window.") from None
    return held
