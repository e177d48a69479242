"""A span of time without a treatment is not the length of its trial; a span with it is."""

import pytest

from .test_trials import trials

WITHOUT = [
    ("HPI: Trazodone 50 mg helps; without it for two weeks she slept three hours a night.", "trazodone"),
    ("HPI: Takes trazodone 100 mg at bedtime. She ran out and went without it for two weeks in May.", "trazodone"),
    ("HPI: Has been off methotrexate for three months because of a dental procedure.", "methotrexate"),
    ("HPI: Adalimumab was held for six weeks around her surgery.", "adalimumab"),
    ("PLAN:\nPhenelzine needs a two-week washout before fluoxetine may begin.", "phenelzine"),
    ("HPI: After a five-week washout from fluoxetine he began phenelzine 15 mg TID.", "fluoxetine"),
    ("HPI: Waited four months for infliximab to be approved.", "infliximab"),
    ("HPI: There was a gap of ten weeks in her ustekinumab after she changed jobs.", "ustekinumab"),
    ("HPI: It has been six months since her last dose of rituximab.", "rituximab"),
    ("HPI: Flares returned within three weeks of stopping prednisone 10 mg.", "prednisone"),
    ("HPI: She has not taken topiramate for a year.", "topiramate"),
    ("HPI: Missed two weeks of etanercept while travelling.", "etanercept"),
    ("HPI: Migraines recurred after eight weeks off propranolol.", "propranolol"),
    ("HPI: Gabapentin lapsed for one month when the pharmacy had none.", "gabapentin"),
    ("HPI: A drug holiday of two months from alendronate was tried.", "alendronate"),
    ("HPI: Did without celecoxib for three weeks.", "celecoxib"),
]
WITH = [
    ("HPI: Took sertraline 200 mg for ten weeks, then was without medication for a month.", "sertraline", "10 weeks"),
    ("HPI: Trazodone 100 mg nightly for 8 weeks; without it for two weeks she did not sleep.", "trazodone", "8 weeks"),
    ("HPI: Was on lithium 900 mg for two years; off it for six weeks now.", "lithium", "2 years"),
    ("HPI: Took duloxetine 60 mg for 12 weeks without benefit.", "duloxetine", "12 weeks"),
    ("HPI: Without improvement on methotrexate for 16 weeks.", "methotrexate", "16 weeks"),
    ("HPI: Naproxen 500 mg on and off for 3 months did nothing.", "naproxen", "3 months"),
    ("HPI: Gabapentin was held at 900 mg for 8 weeks without relief.", "gabapentin", "8 weeks"),
    ("HPI: Sertraline 100 mg was stopped after 9 weeks, no benefit.", "sertraline", "9 weeks"),
    ("HPI: Stopped for surgery, then took celecoxib for six weeks without relief.", "celecoxib", "6 weeks"),
]


def length(text: str, name: str) -> str:
    lengths = [e.trial.duration for e in trials(text) if e.trial and e.trial.ingredient == name]
    return ", ".join(str(each) for each in lengths if each)


@pytest.mark.parametrize(("text", "name"), WITHOUT)
def test_time_without_a_treatment_is_not_the_length_of_its_trial(text: str, name: str) -> None:
    assert length(text, name) == ""


@pytest.mark.parametrize(("text", "name", "said"), WITH)
def test_time_with_it_is_also_where_time_without_it_stands_beside(text: str, name: str, said: str) -> None:
    assert length(text, name) == said
