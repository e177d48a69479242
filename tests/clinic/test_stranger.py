"""Who sits down at a desk for the first time: asked for a name, kept apart from samples, and told in plain words."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from wellfounded.clinic.showing.days import _open, _wanted
from wellfounded.clinic.showing.links import word
from wellfounded.clinic.showing.worded import worded
from wellfounded.model.basis import Attestation, Citation, Fact
from wellfounded.model.law import Deadline

from .appeal import place
from .conftest import Desk

IDS = re.compile(
    r"(?<![\w/.@-])(?:[a-z]+(?:_[a-z0-9]+)+|(?:patient|coverage|received|practitioner|services)\.[a-z_]+)\b"
)
FILES = re.compile(r"[\w/.-]+\.(?:txt|pdf|json|docx|png|xml|jpe?g|eml|html|wfb)\b")
JARGON = ("Honest stop", "quoted reg", "Doors of this plan", "Keep as my word", "case.yaml", "(root)")
PAGES = ("", "questions/", "criteria/", "letter/", "send/", "papers/", "history/")
HIDDEN = {"script", "style", "textarea", "q", "blockquote", "pre", "code"}
SAYS = Attestation("Dana Reyes", "nurse", date(2026, 3, 16), "entered patient.sex")


class Seen(HTMLParser):
    """What a page says itself: its texts and names, without the words of papers."""

    def __init__(self):
        super().__init__()
        self.said, self.within = [], []

    def handle_starttag(self, tag, attrs):
        self.said += [value for name, value in attrs if name in {"aria-label", "title", "alt"} and value]
        self.within += [tag] if tag in HIDDEN else []

    def handle_endtag(self, tag):
        if self.within and self.within[-1] == tag:
            self.within.pop()

    def handle_data(self, data):
        self.said += [] if self.within else [data]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    held = Desk(tmp_path_factory.mktemp("stranger") / "desk", "2026-11-24")
    held.who = {}
    held.start()
    yield held
    held.stop()


def test_a_new_desk_asks_who_sits_there_and_keeps_samples_apart(fresh):
    assert "Who sits at this desk?" in fresh.get("/")[2]
    fresh.post("/me", {"name": "Maria Ortiz", "role": "daughter", "face": "patient"})
    first = fresh.get("/")[2]
    assert "Who sits" not in first
    assert "Samples to try" in first
    assert "Invented people" in first
    case = place(fresh.post("/start/begin", {"kind": "prior_authorization"}))
    asked = fresh.settled(f"{case}questions/")
    assert 'name="a:patient.sex"' in asked
    fresh.post(f"{case}questions/", {"a:patient.sex": "unknown", "a:patient.name": "Ana Ortiz"})
    told = fresh.settled(f"{case}questions/")
    assert 'name="a:patient.sex"' not in told
    assert "not said: the letter says the name" in told
    assert "as you entered, Nov 24, 2026" in told
    fresh.post(f"{case}questions/", {"e:patient.sex": "female", "then": "case"})
    assert "female: the letter says" in fresh.settled(case)


def test_a_sample_is_marked_wherever_its_name_stands(desk):
    case = f"/case/{desk.sample('tms')}/"
    page = desk.settled(case)
    assert '<em class="sample">Sample</em> <strong>Jordan Avery Ellis' in page
    assert re.search(r"<title>[^<]*Sample: Jordan Avery Ellis", page)
    for path in ("/", "/data/", "/deadlines/"):
        text = re.sub(r"<[^>]+>", " ", desk.get(path)[2])
        held = " ".join(text.split())
        assert held.count("Jordan Avery Ellis") == held.count("Sample Jordan Avery Ellis")


def test_samples_are_taken_off_in_one_step_and_come_again(fresh):
    assert fresh.rows("select count(*) from clinic_matter where sample != ''")[0][0] > 0
    fresh.post("/samples")
    assert fresh.rows("select count(*) from clinic_matter where sample != ''") == [(0,)]
    assert "Samples to try" not in fresh.get("/")[2]
    fresh.post("/samples", {"bring": "yes"})
    assert fresh.rows("select count(*) from clinic_matter where sample != ''")[0][0] > 0


@pytest.mark.parametrize("sample", ["tms", "psoriasis", "oxygen"])
def test_no_page_shows_an_id_or_a_word_of_the_workshop(desk, sample):
    case = f"/case/{desk.sample(sample)}/"
    found = []
    for path in (*(f"{case}{tab}" for tab in PAGES), "/", "/start/", "/deadlines/", "/addresses/", "/data/"):
        seen = Seen()
        seen.feed(desk.settled(path))
        for text in seen.said:
            bare = FILES.sub("", text)
            found += [(path, held) for held in IDS.findall(bare)]
            found += [(path, held) for held in JARGON if held in text]
    assert found == []


def deadline(**over):
    cited = Citation("29 CFR 2560.503-1", "", date(2026, 1, 1), "quoted-reg")
    held = {
        "id": "us/erisa#internal_appeal",
        "level": "internal_appeal",
        "file": "file the appeal",
        "whose": "ours",
        "due": None,
        "safe": Fact(date(2026, 9, 5), SAYS),
        "trigger": "receipt of the denial",
        "rule": "180 days after receipt of the denial",
        "citation": cited,
        "note": "",
    }
    return Deadline(**(held | over))


@pytest.mark.parametrize(
    ("over", "fields", "says"),
    [
        ({"note": "The days run from receipt: enter the day."}, ["received.denial"], "Day the denial arrived"),
        (
            {"safe": None, "note": "It begins later: enter that day as received.final_denial."},
            ["received.final_denial"],
            "Day the answer to the appeal arrived",
        ),
        ({"trigger": "the notice", "rule": "180 days after the notice"}, [], "does not say from which day"),
        ({"rule": "at least 90 days after the date"}, [], "at least this long"),
        ({"unverified": True}, [], "The law itself was not read"),
    ],
)
def test_a_day_that_is_not_known_says_which_day_is_missing_or_why_none_would_help(over, fields, says):
    held = deadline(**over)
    assert _wanted(held) == fields
    assert says in _open(held)


def test_whose_word_it_is_is_said_with_a_name_and_a_day_and_never_with_a_login():
    assert worded(word(SAYS)) == "as Dana Reyes entered it, Mar 16, 2026"
    nobody = Attestation("the person at this desk", "", date(2026, 3, 16), "entered patient.sex")
    assert worded(word(nobody)) == "as entered at this desk, Mar 16, 2026"
    assert worded("enter that day as received.request_extension in case.yaml.") == (
        "enter \u201cDay the plan\u2019s notice of more time arrived\u201d."
    )
