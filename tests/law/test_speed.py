"""The law is fast enough to be asked for every case of a day: the figures of bench/law.py, on a busy machine."""

import shutil
import time
from datetime import date

from law.building import case, notice
from wellfounded import law
from wellfounded.packs import Library, index
from wellfounded.packs.library import SHIPPED
from wellfounded.packs.schema.law import LawPack


def least(work, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def test_every_law_pack_loads_in_a_fifth_of_a_second_once_compiled(tmp_path):
    shutil.copytree(SHIPPED / "law", tmp_path / "law")
    index.build(tmp_path, "law")

    def load():
        index.raw.cache_clear()
        return len(list(Library((tmp_path,)).all(LawPack)))

    assert load() > 100
    assert least(load, 5) < 0.2


def test_one_deadline_takes_less_than_a_millisecond():
    library, on = Library(), date(2026, 3, 20)
    held = case(
        "aca_individual",
        reading=notice(notice_date=date(2026, 3, 9)),
        received={"denial": "2026-03-12"},
        requested="2026-02-20",
        state="NY",
    )
    count = len(law.deadlines(held, on, library))
    assert least(lambda: law.deadlines(held, on, library), 20) / count < 0.001
