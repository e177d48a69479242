"""What a nurse reads on the screen: no passed day without the word, no step of a later level without it."""

import pytest

from wellfounded import cli

HEAD = "Harborview Benefit Administrators\nMarch 9, 2026\nReference number: HB-2026-0311\n\n"
DENIAL = f"{HEAD}We are unable to approve the request because it is not medically necessary.\n"
GERMAN = (
    "Musterkasse Nord\n04.05.2026\n\nSehr geehrte Frau Brandt,\n\nwir haben Ihr Schreiben erhalten und danken für Ihr "
    "Vertrauen. Zu Ihrer Anfrage können wir Ihnen mitteilen, dass wir uns mit der Sache befasst haben und dass "
    "wir Ihnen auf einem anderen Weg helfen möchten. Mit freundlichen Grüßen\n"
)
FRENCH = (
    "Mutuelle du Lac\nle 4 mai 2026\n\nMadame, nous avons bien reçu votre demande et nous ne pouvons pas vous dire que "
    "le traitement est pris en charge, car il n'est pas prévu dans votre contrat. Vous pouvez écrire à la mutuelle.\n"
)
ASKED = f"{HEAD}To decide the request we need more information. Please send the office notes by April 6, 2026.\n"


def printed(tmp_path, capfdbinary, entered, letter, on):
    (tmp_path / "payer").mkdir()
    (tmp_path / "payer" / "letter.txt").write_text(letter)
    (tmp_path / "case.yaml").write_text(entered)
    assert cli.main(["deadlines", str(tmp_path), "--on", on]) == 0
    return " ".join(capfdbinary.readouterr().out.decode().split())


SELF = "coverage: {market: erisa_group, funding: self_funded}\n"


def test_a_safe_date_that_has_passed_heads_no_line_while_the_legal_date_is_open(tmp_path, capfdbinary):
    said = printed(tmp_path, capfdbinary, f"{SELF}received: {{denial: 2026-03-12}}\n", DENIAL, "2026-09-07")
    assert "2026-09-08 ours: file the internal appeal (the legal date; the safe date has passed: act today)" in said
    assert "1. file the internal appeal, by 2026-09-08 Act today: the safe date was 2026-09-05" in said


def test_a_safe_date_that_has_passed_with_no_legal_one_says_to_act_today(tmp_path, capfdbinary):
    said = printed(tmp_path, capfdbinary, SELF, DENIAL, "2026-09-10")
    assert "(the safe date has passed, no legal date is known: act today)" in said
    assert "Act today: the safe date was 2026-09-05, and the legal date is not known." in said
    assert "file the internal appeal, by" not in said


def test_a_legal_date_that_has_passed_says_so_and_what_may_still_be_done(tmp_path, capfdbinary):
    said = printed(tmp_path, capfdbinary, f"{SELF}received: {{denial: 2026-03-12}}\n", DENIAL, "2026-10-01")
    assert "ours: file the internal appeal (past)" in said
    assert "A late appeal may still be sent" in said
    assert "too late" not in said.lower()


def test_a_level_that_waits_says_later_and_each_step_names_its_authority_and_its_field(tmp_path, capfdbinary):
    said = printed(tmp_path, capfdbinary, f"{SELF}received: {{denial: 2026-03-12}}\n", DENIAL, "2026-03-20")
    assert "later: ask for external review" in said
    assert "Once done, enter the day as received.appeal." in said
    assert "29 CFR 2560.503-1(h)(3)(i) (quoted-reg, as of 2026-11-21)" in said


@pytest.mark.parametrize("market", ["ke_health", "ae_health", "uk_pmi", "ie_phi"])
def test_an_authority_without_a_section_is_said_to_be_unverified(tmp_path, capfdbinary, market):
    said = printed(tmp_path, capfdbinary, f"coverage: {{market: {market}}}\n", DENIAL, "2026-03-20")
    names_none = market != "uk_pmi"
    assert ("no section known" in said) is names_none
    assert "unverified" in said


@pytest.mark.parametrize(
    ("entered", "letter", "words"),
    [
        (
            "coverage: {market: de_gkv}\n",
            GERMAN,
            ("find out what payer/letter.txt decides", "in German", "received.denial"),
        ),
        ("", FRENCH, ("find out what payer/letter.txt decides", "in French", "coverage.market")),
        (SELF, ASKED, ("send the payer what it asks for, by 2026-04-06", "nothing is refused yet")),
    ],
)
def test_a_paper_not_read_as_a_refusal_says_what_is_known_and_what_to_ask(
    tmp_path, capfdbinary, entered, letter, words
):
    said = printed(tmp_path, capfdbinary, entered, letter, "2026-03-20")
    assert "Next steps" in said
    for each in words:
        assert each in said


def test_days_that_a_person_entered_without_any_paper_have_next_steps_too(tmp_path, capfdbinary):
    (tmp_path / "case.yaml").write_text("coverage: {market: tricare}\nreceived: {denial_dated: 2026-03-09}\n")
    assert cli.main(["deadlines", str(tmp_path), "--on", "2026-03-20"]) == 0
    said = capfdbinary.readouterr().out.decode()
    assert "1. ask the contractor for reconsideration, in writing, by 2026-06-07" in said
