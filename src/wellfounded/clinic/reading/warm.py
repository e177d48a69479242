"""What every reading process holds from its birth: patterns, packs and code, loaded once and shared by forking.

Imported by the process that forks them, and by no other. A process a walk gives all it used back when it ends: a
chart of 2,000 pages takes 300 MB to read and 15 MB to remember.
"""

import contextlib
import gc
from datetime import date
from pathlib import Path

from wellfounded.cli import _patterns

_patterns.use()

from wellfounded import pipeline  # noqa: E402 - patterns first
from wellfounded.clinic import bundled  # noqa: E402 - as above
from wellfounded.packs import shipped  # noqa: E402 - as above

SAMPLE, DAY = "tms", date(2026, 3, 20)  # a walk of it loads what any walk needs, so that none pays the second for it

with contextlib.suppress(Exception):  # without it the first walks are slower, and say themselves what is wrong
    pipeline.walk((bundled.root() or Path()) / SAMPLE, DAY, shipped())
gc.collect()
gc.freeze()  # what is shared is looked at for cycles no more, and so stays shared
