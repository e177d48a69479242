"""Each form has the official fields, says what the case knows, leaves the rest blank, and is a tagged PDF."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest

from letters import ATTESTED, CHART, letter
from wellfounded import packet, plugin
from wellfounded.errors import InputError
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case, Service
from wellfounded.model.coding import Coding, PartialDate
from wellfounded.model.determination import Kind, Reading
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.packet.filled import FORMS
from wellfounded.packet.forms._form import Blank, Choice, Signature
from wellfounded.render import render


def fact(value):
    return Fact(value, ATTESTED)


def case(market, **changes):
    held = Case(
        "c",
        Patient(
            fact("Jordan Ellis"), fact(date(1984, 6, 2)), address=("48 Quarry Street", "Millbrook Falls, PA 15999")
        ),
        Coverage(payer=fact("Alder Ridge Health"), market=fact(market), member_id=fact("ARH447190226")),
        Practitioner(name=fact("Priya Raman"), credentials=fact("MD"), npi=fact("1234567893")),
        Organization(fact("Harborlight Psychiatry"), ("210 Lock Street",), fact("(555) 555-0160")),
        (Service(fact("Home oxygen"), Coding("hcpcs", "E1390"), start=PartialDate.of(date(2026, 4, 1))),),
        (fact(Coding("icd10cm", "J44.9", "COPD")),),
    )
    return replace(held, **changes)


@pytest.mark.parametrize(
    ("kind", "market", "forms"),
    [
        ("internal_appeal", "aca_nongrandfathered", ("member_appeal",)),
        ("internal_appeal_2", "erisa_group", ("member_appeal",)),
        ("prior_authorization", "erisa_group", ()),
        ("medicare_redetermination", "medicare_original", ("cms_20027",)),
        ("medicare_reconsideration", "medicare_advantage", ("cms_1696",)),
        ("formulary_exception", "medicare_part_d", ("part_d_determination",)),
        ("expedited_appeal", "medicare_part_d", ("part_d_redetermination",)),
        ("medicaid_appeal", "medicaid_managed_care", ("appeal_consent",)),
        ("external_review", "aca_nongrandfathered", ("external_review", "hipaa_authorization")),
        ("criteria_request", "erisa_group", ()),
    ],
)
def test_the_route_asks_for_its_own_forms_and_no_other(kind, market, forms):
    assert packet.asked(letter(kind=kind), case(market)) == forms


def test_a_patient_who_appeals_appoints_nobody():
    own = letter(kind="medicare_reconsideration", signer=Practitioner(name=fact("Jordan Ellis")))
    assert packet.asked(own, case("medicare_advantage")) == ()


@pytest.mark.parametrize("name", packet.names())
def test_a_form_prints_what_is_known_and_is_tagged(name):
    title, pdf = packet.filled(name, letter(), case("medicare_part_d"))
    words = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    assert title.split()[0] in words
    assert "Jordan Ellis" in words
    with pikepdf.open(io.BytesIO(pdf)) as held:
        assert held.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in held.Root
    assert packet.filled(name, letter(), case("medicare_part_d"))[1] == pdf


@pytest.mark.parametrize("file", plugin.modules(FORMS, "NAME", "asked", "fill"), ids=lambda each: each.NAME)
def test_of_an_empty_case_every_line_is_blank_and_nothing_is_marked_that_nobody_said(file):
    bare = Case("c", Patient(), Coverage(), Practitioner(), Organization())
    form = file.fill(letter(signer=Practitioner(), to=(), enclosures=(), kind="other"), bare)
    lines = [line for section in form.sections for line in section.lines]
    known = {line.label: line.value for line in lines if isinstance(line, Blank) and line.value}
    assert not [label for label, value in known.items() if "letter" not in value.lower()]
    assert any(isinstance(line, Signature) for line in lines)
    urgent = [line for line in lines if isinstance(line, Choice) and "xpedited" in line.label]
    assert not [line for line in urgent if line.marked]
    assert not any("None" in str(line) for line in lines)


@pytest.mark.parametrize(("kind", "forms"), [("medicare_reconsideration", ()), ("internal_appeal_2", ())])
def test_a_prescriber_needs_no_appointment_for_a_drug_that_was_not_bought(kind, forms):
    later = case("medicare_part_d", services=(Service(fact("semaglutide"), None),))
    assert packet.asked(letter(kind=kind), later) == forms


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("cms_20027", ("Item or service", "Date of the notice of the first decision", "Medicare number")),
        ("cms_1696", ("Medicare number, or number of the plan", "Name of the representative")),
        ("external_review", ("Claim number", "Plan's address and telephone", "Member number")),
        ("part_d_determination", ("Member number", "Relation to the patient", "Amount (for 30 days)")),
        ("part_d_redetermination", ("Member number", "Relation to the patient")),
        ("hipaa_authorization", ("By", "To", "For", "Until (a day or an event)")),
    ],
)
def test_a_form_has_the_fields_of_the_official_one(name, labels):
    file = next(each for each in plugin.modules(FORMS, "NAME", "asked", "fill") if name == each.NAME)
    form = file.fill(letter(), case("medicare_part_d"))
    held = [line.label for section in form.sections for line in section.lines if isinstance(line, Blank)]
    assert [label for label in labels if label not in held] == []


def test_the_cover_form_takes_the_group_and_the_days_from_notice_and_letter():
    notice = replace(CHART, text=CHART.text + "\nGroup no.: 71-20884\n")
    reading = Reading(notice.source.id, Kind.DENIAL, ())
    told = letter(re=(("Dates of service", fact("April 1 to June 30, 2026")),))
    held = case("aca_nongrandfathered", services=(), documents=(notice,), readings=(reading,))
    empty = {label for _, label in packet.empty("member_appeal", told, held)}
    assert not {"Group", "Dates of service"} & empty
    assert {"Fax", "Service", "Specialty"} <= empty
    assert "Claim number" not in empty


def test_each_form_says_what_of_it_was_compared_with_its_source_and_what_was_not():
    for file in plugin.modules(FORMS, "NAME", "asked", "fill"):
        told = file.__doc__ or ""
        assert "Checked in " in told or "There is no" in told, file.NAME


def test_an_unknown_form_is_named():
    with pytest.raises(InputError, match="cms_1 is no form"):
        packet.filled("cms_1", letter(), case("erisa_group"))


def test_forms_stand_between_letter_and_exhibits_and_every_mark_still_leads_home():
    held = letter()
    form = packet.filled("cms_20027", held, case("medicare_original"))
    files = {CHART.source.id: CHART.text.encode()}
    bound = packet.assemble(held, render(held, "pdf", linked=True), (CHART,), files, [form])
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(bound.body)]
    at = next(n for n, text in enumerate(pages) if "Medicare number" in text)
    assert "Request for redetermination" in pages[0]
    assert bound.exhibits[0].first > at + 1
    assert "PHQ-9 total 22" in pages[bound.exhibits[0].first - 1]
    with pikepdf.open(io.BytesIO(bound.body)) as pdf:
        notes = [note for note in pdf.pages[1].obj.Annots if "/Dest" in note]
        assert {pdf.pages.index(pikepdf.Page(note.Dest[0])) + 1 for note in notes} == {
            bound.exhibits[0].first,
            bound.exhibits[0].last,
        }
