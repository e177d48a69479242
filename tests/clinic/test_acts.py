"""What people do, and what they may not: sign as another, send twice, see a case that is not theirs."""

import pytest
from django.core.management import call_command
from django.http import Http404
from django.test import RequestFactory

from letters import letter as sample
from wellfounded.clinic import clock
from wellfounded.clinic.acts import cases, letters, outbox, people, sending, work
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.letters import kept
from wellfounded.clinic.models import Access, Event, Matter, Person, Sending, Version
from wellfounded.clinic.views.base import matter_of
from wellfounded.errors import DeliveryRefused, InputError

PHRASE = "four plain words here"


@pytest.fixture(scope="module", autouse=True)
def base():
    call_command("migrate", verbosity=0)


@pytest.fixture
def me():
    return people.owner()


@pytest.fixture
def matter(me):
    held = cases.start(me)
    yield held
    if Matter.objects.filter(pk=held.pk).exists():
        cases.delete(held)


def version(matter, me, **changes):
    return letters.take(matter, me, sample(unsigned_because=(), **changes))


def asked(name, part="signer", again=PHRASE):
    return letters.Asked(name, "MD", PHRASE, again, part, unopened=True)


def named(held):
    return kept.letter(held).signer.name.value


def test_only_the_person_the_letter_names_signs_it(matter, me):
    held = version(matter, me)
    with pytest.raises(InputError, match="names"):
        letters.sign(matter, me, held, asked("Somebody Else"), [])
    letters.sign(matter, me, held, asked(named(held)), [])
    assert letters.signed(held)


def test_what_hinders_a_signature_is_said_and_nothing_is_signed(matter, me):
    held = version(matter, me)
    with pytest.raises(InputError, match="cannot be signed yet: a date"):
        letters.sign(matter, me, held, asked(named(held)), ["a date"])
    assert not letters.signed(held)


def test_a_version_that_is_not_the_letter_any_more_is_not_signed(matter, me):
    old = version(matter, me)
    version(matter, me, closing="Yours truly,")
    with pytest.raises(InputError, match="has changed"):
        letters.sign(matter, me, old, asked(named(old)), [])


def test_an_equipment_letter_is_signed_when_a_second_person_agrees(matter, me):
    held = version(matter, me, kind="dme")
    letters.sign(matter, me, held, asked(named(held)), [])
    assert not letters.signed(held)
    with pytest.raises(InputError, match="another person"):
        letters.sign(matter, me, held, asked(named(held), "concurrence"), [])
    letters.sign(matter, me, held, asked("Ines Calloway", "concurrence"), [])
    assert letters.signed(held)


def test_a_signature_under_words_changed_in_the_database_does_not_hold(matter, me):
    held = version(matter, me)
    letters.sign(matter, me, held, asked(named(held)), [])
    Version.objects.filter(pk=held.pk).update(content=held.content.replace("22", "27"))
    assert letters.signatures(Version.objects.get(pk=held.pk)) == []


def test_the_opened_evidence_is_part_of_what_is_signed(matter, me):
    held = version(matter, me)
    letters.opened(held, me, 2)
    letters.opened(held, me, 2)
    assert '"evidence_opened":[2]' in letters.sign(matter, me, held, asked(named(held)), []).says


@pytest.mark.parametrize(
    ("was", "becomes", "may"),
    [
        ("ready", "sent", True),
        ("sent", "confirmed", True),
        ("unknown", "sent", False),
        ("confirmed", "refused", False),
        ("deferred", "sent", True),
    ],
)
def test_a_packet_that_may_have_arrived_is_never_sent_again(matter, me, was, becomes, may):
    told = {"packet": "f" * 64, "pages": 3, "means": "fax", "address": "(555) 555-0100", "at": clock.now(), "by": me}
    held = Sending.objects.create(matter=matter, version=version(matter, me), state=was, **told)
    if may:
        sending.mark(held, me, becomes, "result OK")
        assert Sending.objects.get(pk=held.pk).state == becomes
    else:
        with pytest.raises(DeliveryRefused):
            sending.mark(held, me, becomes, "result OK")


def test_after_a_stop_a_fax_that_was_promised_is_handed_over_once_and_no_other(matter, me):
    fax = clock.place().fax
    told = {"packet": "e" * 64, "pages": 3, "means": "fax", "address": "(555) 555-0100", "at": clock.now(), "by": me}
    promised, other = outbox.job("e" * 64, "(555) 555-0100"), outbox.job("e" * 64, "(555) 555-0199")
    for name, number in ((promised, "(555) 555-0100"), (other, "(555) 555-0199")):
        outbox.stage(name, b"%PDF", number)
    Sending.objects.create(matter=matter, version=version(matter, me), **told)
    outbox.recover()
    assert [path.name for path in fax.glob("*.to")] == [f"{promised}.to"]
    assert [path.name for path in fax.glob("*.pdf")] == [f"{promised}.pdf"]
    (fax / f"{promised}.to").unlink()  # the fax program takes it
    outbox.recover()
    assert list(fax.rglob("*.to")) == []


def test_a_case_of_somebody_else_is_not_there(matter):
    other = Person.objects.create(email=f"{matter.token}@test", name="Another")
    request = RequestFactory().get("/")
    request.user = other
    with pytest.raises(Http404):
        matter_of(request, matter.token)
    Access.objects.create(matter=matter, person=other, may="see")
    assert matter_of(request, matter.token) == matter
    with pytest.raises(Http404):
        matter_of(request, matter.token, "change")


def test_an_event_is_added_and_never_changed(matter, me):
    held = tell(matter, me, "note")
    held.kind = "sent"
    with pytest.raises(TypeError, match="never changed"):
        held.save()


def test_a_deleted_case_leaves_nothing(matter, me):
    work.add_note(matter, me, "words beside the case")
    held = version(matter, me)
    letters.sign(matter, me, held, asked(named(held)), [])
    token, folder = matter.token, cases.folder(matter)
    cases.delete(matter)
    assert not folder.exists()
    assert Event.objects.filter(matter=token).count() == Version.objects.filter(matter=token).count() == 0


def test_a_correction_is_the_word_of_who_made_it(matter, me):
    cases.correct(matter, me, {"patient.name": "Jordan Ellis"})
    assert "Jordan Ellis" in (cases.folder(matter) / "case.yaml").read_text()
    assert Event.objects.filter(matter=matter).last().detail == {"fields": "patient.name"}
    with pytest.raises(InputError):
        cases.correct(matter, me, {"patient.birth_date": "spring"})


def test_a_paper_is_moved_only_within_its_case(matter, me):
    with pytest.raises(InputError, match="not in the case"):
        cases.move(matter, me, "../../secret.key", "chart")
