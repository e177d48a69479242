"""A case that is opened again reads only what is new."""

from datetime import date

from wellfounded import casefolder

ON = date(2026, 3, 20)
NOTE = "Harborlight Clinic\nDate of visit: 03/0{n}/2026\n\nAssessment: Major depressive disorder. PHQ-9 today: 2{n}.\n"


def test_a_file_that_was_read_is_not_read_again_and_says_the_same(tmp_path):
    told = []
    memory = casefolder.Memory(told=told.append)
    (tmp_path / "chart").mkdir()
    (tmp_path / "chart" / "one.txt").write_text(NOTE.format(n=1))
    first = casefolder.open_case(tmp_path, ON, memory=memory)
    (tmp_path / "chart" / "two.txt").write_text(NOTE.format(n=2))
    second = casefolder.open_case(tmp_path, ON, memory=memory)
    assert told == ["chart/one.txt", "chart/two.txt"]
    assert second == casefolder.open_case(tmp_path, ON)
    assert len(first.documents) == 1


def test_a_file_with_new_bytes_is_read_again(tmp_path):
    told = []
    memory = casefolder.Memory(told=told.append)
    (tmp_path / "chart").mkdir()
    for n in (1, 2):
        (tmp_path / "chart" / "one.txt").write_text(NOTE.format(n=n))
        case = casefolder.open_case(tmp_path, ON, memory=memory)
    assert told == ["chart/one.txt", "chart/one.txt"]
    assert "22" in case.documents[0].text


def test_the_oldest_go_when_there_are_too_many(tmp_path):
    memory = casefolder.Memory(most=1)
    (tmp_path / "chart").mkdir()
    for n in (1, 2, 3):
        (tmp_path / "chart" / f"{n}.txt").write_text(NOTE.format(n=n))
    assert casefolder.open_case(tmp_path, ON, memory=memory) == casefolder.open_case(tmp_path, ON)
