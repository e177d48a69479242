"""What a person does with a case besides the story: Word, versions, tasks, money, a second signature, doors, pages."""

import email
import io
import re

import docx
import pikepdf
import pytest
import yaml

from .appeal import chosen, editor, place, ready, sign
from .test_story import SCALE, SIGNER, TMS

PLANTED = "A 2023 trial found remission in 71% of patients."


@pytest.fixture(scope="module")
def case(desk):
    return ready(desk)


def versions(desk, case):
    """Give the numbers of the letter's versions, the newest first."""
    return [int(n) for n in re.findall(r"version/(\d+)/letter\.pdf", desk.get(f"{case}history/")[2])]


def shown(text):
    """Give a page's words without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_a_word_file_comes_back_with_what_was_changed_in_it(desk, case):
    before = versions(desk, case)[0]
    word = docx.Document(io.BytesIO(desk.raw(f"{case}version/{before}/letter.docx")))
    asks, _ = re.subn(r"\s+", " ", editor(desk, case)[0].split(". ")[-1])  # in the words this letter chose
    paragraph = next(each for each in word.paragraphs if asks in each.text)
    run = next(each for each in paragraph.runs if asks in each.text)
    run.text = f"{PLANTED} {run.text}"
    held = io.BytesIO()
    word.save(held)
    status, _, text = desk.post(f"{case}letter/back", files=[("letter.docx", held.getvalue())])
    assert status == 200
    assert PLANTED in shown(text)
    assert "no source" in shown(text).lower()
    back = re.search(r'name="text"[^>]*>([^<]*)<', text) or re.search(r'name="text" value="([^"]*)"', text)
    told = {"text": back[1].replace("&quot;", '"')}
    status, _, again = desk.post(f"{case}letter/back", told)
    assert (status, versions(desk, case)[0]) == (200, before)  # nothing is kept before it is said what becomes of it
    assert desk.post(f"{case}letter/back", told | chosen(again, "mine"))[0] == 302
    assert versions(desk, case)[0] == before + 1
    assert f"<ins>{PLANTED}" in desk.get(f"{case}version/{before + 1}/")[2].replace("<ins> ", "<ins>")
    desk.post(f"{case}version/{before}/restore")


def test_versions_are_kept_compared_word_by_word_and_restored(desk, case):
    before = versions(desk, case)[0]
    words, mark = editor(desk, case)
    changed = words.replace("and approve", "and to approve")
    assert desk.post(f"{case}letter/0/save", {"text": changed, "mark": mark})[0] == 302
    assert versions(desk, case)[0] == before + 1
    told = desk.get(f"{case}version/{before + 1}/")[2]
    assert re.findall(r"<ins>([^<]*)</ins>", told) in (["to "], [" to"])
    assert "<del>" not in told
    assert desk.post(f"{case}version/{before}/restore")[0] == 302
    forms = [desk.raw(f"{case}version/{n}/letter.json") for n in (before, before + 2)]
    assert forms[0] == forms[1]


def test_a_task_is_done_once_and_a_note_stays_beside_the_case(desk, case):
    desk.post(f"{case}task", {"says": "Call the plan", "due": "2026-03-23"})
    assert "Call the plan" in shown(desk.get("/")[2])
    number = re.search(r'name="done" value="(\d+)"', desk.get(f"{case}history/")[2])[1]
    desk.post(f"{case}task", {"done": number})
    assert "<s>Call the plan</s>" in desk.get(f"{case}history/")[2]
    desk.post(f"{case}note", {"text": "She prefers mornings."})
    assert "She prefers mornings." in desk.get(f"{case}history/")[2]
    assert b"prefers mornings" not in desk.raw(f"{case}version/{versions(desk, case)[0]}/letter.txt")


def test_what_a_reversal_could_change_is_worked_out_from_amounts_a_person_entered(desk, case):
    amounts = {"billed": "9000", "allowed": "6000", "patient": "9000", "cost_share": "600"}
    desk.post(f"{case}correct", {f"set:amounts.{name}": value for name, value in amounts.items()})
    money = shown(desk.settled(case)).partition("Benefits and money at stake")[2]
    assert "between" in money
    assert "not the chance of getting it" in money


def test_the_second_signature_is_of_another_person_who_chooses_a_passphrase_of_their_own(desk):
    case = ready(desk)
    token = case.split("/")[2]
    desk.change("update clinic_version set kind = 'dme' where matter_id = ?", token)
    assert sign(desk, case)[0] == 302
    text = desk.settled(f"{case}sign/")
    assert "signs, too" in text
    assert "Signed." not in shown(text)
    status, answered = sign(desk, case, name="Priya Raman", part="concurrence", role="MD")
    assert (status, "another person" in shown(answered)) == (200, True)
    assert sign(desk, case, name="Noor Haddad", part="concurrence", role="MD", again="other words here")[0] == 200
    assert sign(desk, case, name="Noor Haddad", part="concurrence", role="MD")[0] == 302
    assert "Noor Haddad" in desk.settled(f"{case}sign/")
    assert 'class="good"' in desk.settled(f"{case}sign/")


def test_only_doors_of_this_plan_are_offered(desk, case):
    told = {"payer": "Alder Ridge Health Insurance Company", "means": "portal", "source": "member handbook, p. 3"}
    for plan, address in (("Some Other Plan", "portal.other.example"), ("", "portal.alder.example")):
        assert desk.post("/addresses/keep", told | {"plan": plan, "address": address})[0] == 302
    desk.post("/addresses/keep", told | {"payer": "Copperline Health", "address": "portal.copper.example"})
    page = desk.settled(f"{case}send/")
    assert "portal portal.alder.example" in page
    assert "portal.other.example" not in page
    assert "portal.copper.example" not in page
    assert "member handbook, p. 3" in page
    assert desk.post("/addresses/keep", told | {"address": "x", "source": " "})[0] == 422


def test_a_page_stays_for_a_reason_and_the_letter_lists_what_goes(desk, case):
    page = desk.settled(f"{case}send/")
    source = re.search(r'name="source" value="(\w{64})"><input type="hidden" name="page" value="2"', page)[1]
    told = {"source": source, "page": "2", "goes": "no"}
    assert desk.post(f"{case}send/page", told | {"why": " "})[0] == 422
    whole = len(pikepdf.open(io.BytesIO(desk.raw(f"{case}send/packet.pdf"))).pages)
    assert desk.post(f"{case}send/page", told | {"why": "names another patient"})[0] == 302
    assert len(pikepdf.open(io.BytesIO(desk.raw(f"{case}send/packet.pdf"))).pages) == whole - 1  # shown is what leaves
    text = desk.settled(f"{case}send/")
    assert "names another patient" in text
    assert "Nothing leaves yet: the pages you chose are not those the letter lists." in text
    assert "Exactly what leaves" not in text
    assert re.search(r"<button disabled>\s*Prepare it", text)
    printed = re.findall(r'src="(/case/\w+/send/printed/[^"]+)"', text)
    assert printed, "the electronic record goes as a print-out"
    assert all(desk.raw(each).startswith(b"\x89PNG") for each in printed)
    before = versions(desk, case)[0]
    assert desk.post(f"{case}send/relist")[0] == 302
    assert versions(desk, case)[0] == before + 1
    assert len(pikepdf.open(io.BytesIO(desk.raw(f"{case}send/packet.pdf"))).pages) == whole - 1


@pytest.mark.parametrize("door", ["print 1 Lock Street", "email appeals@alder.example", "portal portal.alder.example"])
def test_what_leaves_is_kept_and_its_proof_recorded(desk, case, door):
    if 'class="good"' not in desk.settled(f"{case}sign/"):
        assert sign(desk, case)[0] == 302
    held = [desk.post(f"{case}send/go", {"door": door})[1]["Location"] for _ in range(2)]
    assert held[0] == held[1], "one send a key, however often it is pressed"
    number = held[0].rpartition("#s")[2]
    kept = desk.raw(f"{case}sent/{number}.pdf")
    assert kept == desk.raw(f"{case}send/packet.pdf")
    if door.startswith("email"):
        message = email.message_from_bytes(desk.raw(f"{case}sent/{number}.eml"))
        assert "Ellis" not in message["Subject"]
        assert [part.get_payload(decode=True) for part in message.walk() if part.get_filename()] == [kept]
    for state, trace, status in (("sent", "", 302), ("confirmed", "", 422), ("confirmed", "REF 4711", 302)):
        assert desk.post(f"{case}sent/{number}/mark", {"state": state, "trace": trace})[0] == status
    assert "REF 4711" in desk.settled(f"{case}send/")
    assert "Member ID" in desk.settled(f"{case}send/")
    assert desk.post(f"{case}sent/{number}/mark", {"state": "sent"})[0] == 422


def test_what_was_handed_over_waits_for_its_receipt_and_the_answer_is_an_estimate(desk, case):
    if 'class="good"' not in desk.settled(f"{case}sign/"):
        assert sign(desk, case)[0] == 302
    assert "File the internal appeal" in shown(desk.settled(case))
    number = desk.post(f"{case}send/go", {"door": "portal hand.over.example"})[1]["Location"].rpartition("#s")[2]
    text = shown(desk.settled(f"{case}send/"))
    assert "Handed over, not yet confirmed sent." in text
    assert "An estimate, if it arrives today: the payer must decide the appeal by Apr" in text
    of_case = shown(desk.settled(case))
    assert "File the internal appeal: handed over on" in of_case
    assert "File the internal appeal by" not in of_case
    listed = re.findall(rf'href="{case}#days">([^<]+)<', desk.get("/deadlines/")[2])  # other cases stand there, too
    assert any("File the internal appeal: handed over on" in each for each in listed)
    assert not any("File the internal appeal by" in each for each in listed)
    assert desk.post(f"{case}sent/{number}/mark", {"state": "refused", "trace": "busy"})[0] == 302
    assert desk.post(f"{case}correct", {"set:received.appeal": "2026-03-20", "then": "send"})[0] == 302
    assert "File the internal appeal: done on" in shown(desk.settled(case))


def test_consent_the_notice_asks_for_stands_on_send_until_somebody_settles_it(desk, case):
    text = shown(desk.settled(f"{case}send/"))
    assert "Not settled: the patient\u2019s signed consent to this appeal." in text
    assert "Your provider may file for you with your written consent." in text
    task = "select done from clinic_task where key = 'consent' and matter_id = ?"
    assert desk.rows(task, case.split("/")[2]) == [(None,)]
    assert desk.post(f"{case}send/settle", {"consent": " "})[0] == 422
    assert desk.post(f"{case}send/settle", {"consent": "on file, dated March 18, 2026, enclosed"})[0] == 302
    text = shown(desk.settled(f"{case}send/"))
    assert "Not settled" not in text
    assert "on file, dated March 18, 2026, enclosed" in text
    assert desk.rows(task, case.split("/")[2]) != [(None,)]


def test_a_form_with_empty_lines_stays_out_until_it_is_whole_or_somebody_says_so(desk, case):
    text = desk.settled(f"{case}send/")
    assert "Member appeal: stays out" in text
    assert 'name="set:practice.fax"' in text
    assert 'name="set:coverage.group"' not in text  # the notice has it
    whole = len(pikepdf.open(io.BytesIO(desk.raw(f"{case}send/packet.pdf"))).pages)
    assert desk.post(f"{case}send/settle", {"form": "member_appeal", "goes": "yes"})[0] == 302
    assert "Member appeal: goes" in desk.settled(f"{case}send/")
    assert len(pikepdf.open(io.BytesIO(desk.raw(f"{case}send/packet.pdf"))).pages) > whole
    assert desk.post(f"{case}send/settle", {"form": "member_appeal", "goes": "no"})[0] == 302


def test_a_day_that_has_passed_says_what_may_still_be_done(desk):
    desk.sample("oxygen")
    text = shown(desk.get("/deadlines/")[2])
    assert "Passed: something may still be done" in text


def test_a_request_before_the_service_is_written_from_answers_and_papers(desk):
    case = place(desk.post("/start/begin", {"kind": "prior_authorization"}))
    asked = re.findall(r'name="a:([\w.]+)"', desk.settled(f"{case}questions/"))
    known = SIGNER | {
        "coverage.market": "aca_nongrandfathered",
        "coverage.payer": "Alder Ridge Health",
        "coverage.member_id": "ARH447190226",
        "patient.name": "Jordan Avery Ellis",
        "patient.birth_date": "1984-06-02",
        "services.0.description": "Transcranial magnetic stimulation",
        "services.0.code": "90867",
        "diagnoses.0.code": "F33.2",
    }
    assert {"patient.name", "services.0.description", "practitioner.name"} <= set(asked)
    assert desk.post(f"{case}questions/", {f"a:{way}": known[way] for way in asked if way in known})[0] == 302
    papers = [(p.name, p.read_bytes()) for part in ("policy", "chart") for p in sorted((TMS / part).iterdir())]
    desk.post(f"{case}add", {"place": "told"}, [*papers, ("2026-03-16_visit.txt", SCALE.encode())])
    left = re.findall(r'name="a:([\w.]+)"', desk.settled(f"{case}questions/"))
    assert not set(left) & {"patient.name", "services.0.description", "practitioner.name"}
    letter = shown(desk.settled(f"{case}letter/"))
    assert "Letter of medical necessity" in letter
    assert "Jordan Avery Ellis" in letter
    assert "denied" not in letter.partition("Dear")[0]


def test_a_whole_own_paragraph_left_out_leaves_the_case_and_comes_back_to_it_with_an_undo(desk):
    case = ready(desk)
    first, second = "I have followed her for three years.", "Nothing else has held for her."
    for name, words in (("Priya Raman", first), ("Ines Calloway", second)):
        desk.post(f"{case}letter/own", {"part": "rationale", "text": words, "name": name})
        desk.settled(f"{case}letter/")
    token = case.split("/")[2]
    held = (desk.root / "cases" / token / "case.yaml").read_text
    before = yaml.safe_load(held())["paragraphs"]
    text = desk.settled(f"{case}letter/")
    index = re.search(rf'id="p(\d+)"(?:(?!id="p\d).)*?{re.escape(first)}', text, re.DOTALL)[1]
    mark = re.search(
        r'name="mark" value="(\w+)"', desk.get(f"{case}letter/{index}/edit", headers={"HX-Request": "true"})[2]
    )[1]
    _, _, asked = desk.post(f"{case}letter/{index}/save", {"text": "", "mark": mark, "tab_id": "t1"})
    agreed = re.search(r'name="agreed" value="(\w+)"', asked)[1]
    _, headers, _ = desk.post(
        f"{case}letter/{index}/save", {"text": "", "mark": mark, "tab_id": "t1", "agreed": agreed}
    )
    assert [each["text"] for each in yaml.safe_load(held())["paragraphs"]] == [second]
    left = re.search(r"left=(\d+)", headers["Location"])[1]
    desk.post(f"{case}letter/undo/{left}")
    assert yaml.safe_load(held())["paragraphs"] == before
    assert first in desk.settled(f"{case}letter/")


def test_what_the_payers_letter_states_is_not_said_to_be_entered_by_a_person(desk):
    case = place(desk.post("/drop", files=[(p.name, p.read_bytes()) for p in sorted((TMS / "payer").iterdir())]))
    held = shown(desk.settled(f"{case}questions/")).partition("What the case holds")[2]
    for stated in ("ARH447190226", "Jun 2, 1984", "Jordan A. Ellis", "F33.2", "insurance company"):
        assert f"{stated} as the payer\u2019s letter says" in held
    assert "as you entered" not in held
    desk.post(f"{case}questions/", {"e:coverage.member_id": "ARH447190227"})
    held = shown(desk.settled(f"{case}questions/")).partition("What the case holds")[2]
    assert "ARH447190227 as you entered" in held


def test_a_counted_list_of_the_letter_has_its_numbers_on_the_page(desk):
    sheet = desk.settled(f"{ready(desk)}letter/")
    counted = re.search(r"<ol>(.*?)</ol>", sheet, re.DOTALL)
    assert counted[1].count("<li>") == 2  # the two points that the notice disputes
