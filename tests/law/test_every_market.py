"""One case in every market and every country: the next step, its day or that it is unverified, and the authority."""

import json
from datetime import date

import pytest

from law.building import case, notice
from wellfounded import cli, law
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
ON = date(2026, 3, 20)
DATED = date(2026, 3, 9)  # received on 12 March
FIRST, FINAL = "initial", "final_internal"
SELF, INSURED = {"funding": "self_funded"}, {"funding": "fully_insured"}
CFR_B3, CFR_B2, ERISA = "45 CFR 147.136(b)(3)(i)", "45 CFR 147.136(b)(2)(i)", "29 CFR 2560.503-1(h)"

# market, coverage, level of the notice: level of the next step, legal day, safe day, authority
ROWS = [
    ("erisa_group", {**SELF, "state": "TX"}, FIRST, "internal_appeal", "2026-09-08", "2026-09-05", ERISA),
    ("erisa_group", {**SELF, "state": "TX"}, FINAL, "external_review", "2026-07-13", "2026-07-09", "45 CFR 147.136(d)"),
    ("erisa_group", {**INSURED, "state": "NY"}, FINAL, "external_review", "2026-07-09", "2026-07-09", "NY Ins."),
    ("aca_individual", {"state": "FL"}, FIRST, "internal_appeal", "2026-09-08", "2026-09-05", CFR_B3),
    ("aca_individual", {"state": "FL"}, FINAL, "external_review", "2026-07-13", "2026-07-09", "45 CFR 147.136(d)"),
    ("aca_individual", {"state": "CA"}, FINAL, "external_review", "2026-09-09", "2026-09-09", "Cal. Health & Safety"),
    ("aca_individual", {"state": "HI"}, FINAL, "external_review", "2026-07-20", "2026-07-17", "HRS 432E-34"),
    ("aca_individual", {"state": "MA"}, FINAL, "external_review", "2026-07-12", "2026-07-09", "M.G.L. c.176O"),
    ("aca_individual", {"state": "MN"}, FINAL, "external_review", None, "2026-09-09", "Minn. Stat. 62Q.73"),
    ("aca_individual", {"state": "OR"}, FINAL, "external_review", "2026-09-08", "2026-09-05", "ORS 743B.255"),
    ("aca_individual", {"state": "SD"}, FINAL, "external_review", None, "2026-07-09", "SDCL 58-17I"),
    ("aca_individual", {"state": "TN"}, FINAL, "external_review", "2026-09-12", "2026-09-09", "Tenn. Code 56-61"),
    ("aca_individual", {"state": "UT"}, FINAL, "external_review", "2026-09-08", "2026-09-05", "Utah Admin. Code"),
    ("aca_individual", {"state": "VT"}, FINAL, "external_review", "2026-07-12", "2026-07-07", "8 V.S.A. 4089f"),
    ("aca_individual", {"state": "PR"}, FINAL, "external_review", "2026-07-10", "2026-07-07", "26 L.P.R.A. 9508"),
    ("aca_individual", {"state": "NC"}, FINAL, "external_review", None, "2026-07-07", "N.C.G.S. 58-50-80"),
    ("aca_individual", {"state": "WA"}, FINAL, "external_review", None, "2026-07-07", "45 CFR 147.136(c)"),
    ("aca_nongrandfathered", {**INSURED, "state": "PA"}, FIRST, "internal_appeal", "2026-09-08", "2026-09-05", CFR_B2),
    ("aca_nongrandfathered", INSURED | {"state": "PA"}, FINAL, "external_review", "2026-07-12", "2026-07-09", "40 P.S"),
    ("aca_qhp_ehb", {"state": "OH"}, FINAL, "external_review", "2026-09-05", "2026-09-05", "Ohio R.C. 3922.02"),
    ("state_insurance", {"state": "MA"}, FIRST, "internal_appeal", "2026-09-08", "2026-09-05", CFR_B2),
    ("medicare_advantage", {}, FIRST, "reconsideration", "2026-05-11", "2026-05-08", "42 CFR 422.582(b)"),
    ("medicare_part_d", {}, FIRST, "redetermination", "2026-05-11", "2026-05-08", "42 CFR 423.582(b)"),
    ("medicare_part_d", {}, FINAL, "external_review", "2026-05-11", "2026-05-08", "42 CFR 423.600"),
    ("medicare_original", {}, FIRST, "redetermination", None, "2026-07-07", "42 CFR 405.942"),
    ("medicare_dmepos", {}, FIRST, "redetermination", None, "2026-07-07", "42 CFR 405.942"),
    ("medicare_original", {}, FINAL, "external_review", None, "2026-09-05", "42 CFR 405.962"),
    ("medicare_qio", {}, FIRST, "fast_appeal", "2026-03-13", "2026-03-10", "42 CFR 405.1202(b)(1)"),
    ("medicaid_managed_care", {}, FIRST, "plan_appeal", "2026-05-08", "2026-05-08", "42 CFR 438.402(c)"),
    ("medicaid_managed_care", {}, FINAL, "fair_hearing", None, "2026-06-07", "42 CFR 438.408(f)(2)"),
    ("medicaid_ffs", {}, FIRST, "fair_hearing", None, None, "42 CFR 431.221(d)"),
    ("chip", {}, FIRST, "plan_appeal", "2026-05-08", "2026-05-08", "42 CFR 457.1260"),
    ("chip", {}, FINAL, "fair_hearing", None, "2026-06-07", "42 CFR 457.1260"),
    ("fehb", {}, FIRST, "reconsideration", "2026-09-09", "2026-09-09", "5 CFR 890.105(b)(1)"),
    ("fehb", {}, FINAL, "opm_review", None, "2026-06-07", "5 CFR 890.105(e)(1)(i)"),
    ("tricare", {}, FIRST, "reconsideration", "2026-06-07", "2026-06-07", "32 CFR 199.10"),
    ("tricare", {}, FINAL, "second_reconsideration", "2026-06-07", "2026-06-07", "32 CFR 199.10(c)"),
    ("champva", {}, FIRST, "reconsideration", "2027-03-09", "2027-03-09", "38 CFR 17.276"),
    ("workers_comp", {"state": "CA"}, FIRST, "external_review", None, "2026-04-08", "Cal. Labor Code 4610.5"),
    ("workers_comp", {"state": "TX"}, FIRST, "reconsideration", None, None, "28 TAC 134.600(o)"),
    ("workers_comp_federal", {}, FIRST, "hearing", None, None, "5 USC 8124(b)"),
    ("uk_pmi", {}, FINAL, "ombudsman", None, "2026-09-09", "FCA DISP 2.8.2R(1)"),
    ("au_afca", {}, FINAL, "ombudsman", None, "2028-03-09", "AFCA Rules B.4"),
    ("in_health", {}, FINAL, "ombudsman", None, "2027-03-09", "Insurance Ombudsman Rules 2017"),
    ("de_gkv", {}, FIRST, "widerspruch", None, "2026-04-09", "§ 84 SGG"),
    ("de_gkv", {}, FINAL, "court", None, None, "§ 87 SGG"),
    ("ch_kvg", {}, FIRST, "einsprache", None, "2026-04-08", "ATSG Art. 52(1)"),
    ("nl_zvw", {}, FINAL, "ombudsman", None, "2027-03-09", "SKGZ FAQ"),
    ("nz_acc", {}, FIRST, "review", None, "2026-06-09", "Accident Compensation Act 2001 s.135"),
    ("nz_phi", {}, FINAL, "ombudsman", None, None, "IFSO Scheme"),
    ("sg_ip", {}, FINAL, "ombudsman", None, None, "FIDReC"),
    ("hk_medical", {}, FINAL, "ombudsman", "2026-09-09", "2026-09-09", "ICB terms of reference"),
    ("my_health", {}, FINAL, "ombudsman", "2026-09-12", "2026-09-09", "FMOS"),
    ("ph_hmo_philhealth", {}, FIRST, "reconsideration", "2026-03-27", "2026-03-24", "PhilHealth Circular 03"),
]  # fmt: skip
FIRST_WAYS = [  # where no clock of ours runs from a first denial: what comes first
    ("basic_health_program", "plan_appeal", "42 CFR 600.335"),
    ("uk_pmi", "complaint", "FCA DISP"),
    ("nhs_ifr", "request", "ICB IFR policy"),
    ("ie_phi", "complaint", "HIA consumer charter"),
    ("ca_private_health", "final_position", "OLHI process"),
    ("au_phi", "insurer", "Ombudsman Act 1976 s.20M(3)"),
    ("au_afca", "insurer", "RG 271"),
    ("in_health", "insurer", "Insurance Ombudsman Rules 2017"),
    ("ch_kvg", "decree", "ATSG Art. 49"),
    ("nl_zvw", "reconsideration", "SKGZ reglement"),
    ("za_medical_scheme", "scheme", "CMS procedure"),
    ("sg_ip", "contract", "CCRP FAQ"),
    ("ke_health", "insurer", "IRA Kenya"),
    ("ae_health", "sanadak", "CBUAE / Sanadak"),
]
BEYOND = {  # governed, but by rules that give no step of an appeal, or by none that was read at its source
    "aca_nongrandfathered", "br_ans", "cms_0057_f", "de_pkv", "e_signature", "eu_general",
    "federal_external_review_hhs", "fsa_hsa_hra", "hk_medical", "information_blocking", "medicare_all",
    "mhpaea", "my_health", "no_surprises_act", "nz_phi", "privacy_hipaa", "privacy_part2", "quality_trap",
    "state_external_review_fully_insured", "state_internal_fully_insured", "state_step_therapy_fully_insured",
    "us_general",
}  # fmt: skip


def opened(market, coverage, level):
    return case(market, reading=notice(notice_date=DATED, level=level), received={"denial": "2026-03-12"}, **coverage)


@pytest.mark.parametrize(
    ("market", "coverage", "level", "step", "due", "safe", "authority"),
    ROWS,
    ids=[f"{row[0]} {row[1].get('state', '')} {row[2]}" for row in ROWS],
)
def test_the_next_step_has_its_day_and_its_authority(market, coverage, level, step, due, safe, authority):
    found = [
        d for d in law.deadlines(opened(market, coverage, level), ON, LIBRARY) if d.level == step and d.whose == "ours"
    ]
    days = [
        (d.due and d.due.value.isoformat(), d.safe and d.safe.value.isoformat())
        for d in found
        if d.citation.authority.startswith(authority)
    ]
    assert days == [(due, safe)]


@pytest.mark.parametrize(("market", "first", "authority"), FIRST_WAYS)
def test_where_no_day_runs_the_first_way_is_named(market, first, authority):
    held = opened(market, {}, FIRST)
    found, rights = law.deadlines(held, ON, LIBRARY), law.rights(held, ON, LIBRARY)
    steps = law.routes(held, found, rights, ON, LIBRARY)
    assert steps[0].id == first
    assert steps[0].basis[0].authority.startswith(authority)


def test_no_market_of_a_pack_is_forgotten_here():
    governed = {market for _, pack in LIBRARY.all(LawPack) for market in pack.governs.markets}
    assert governed == {row[0] for row in ROWS} | {row[0] for row in FIRST_WAYS} | BEYOND


def folder(tmp_path, market, coverage, level):
    """Write the case as a clinic would enter it: the coverage, and the day the notice bears and came."""
    event = "denial" if level == FIRST else "final_denial"
    lines = [f"coverage: {{market: {market}, " + ", ".join(f"{k}: {v}" for k, v in coverage.items()) + "}"]
    lines.append(f"received: {{{event}: 2026-03-12, {event}_dated: {DATED}}}")
    tmp_path.joinpath("case.yaml").write_text("\n".join(lines))
    return tmp_path


@pytest.mark.parametrize(
    ("market", "coverage", "level", "step", "due", "safe", "authority"),
    ROWS,
    ids=[f"{row[0]} {row[1].get('state', '')} {row[2]}" for row in ROWS],
)
def test_a_case_folder_in_every_market_prints_it(
    market, coverage, level, step, due, safe, authority, tmp_path, capfdbinary
):
    words = ["deadlines", str(folder(tmp_path, market, coverage, level)), "--on", ON.isoformat(), "--json"]
    assert cli.main(words) == 0
    rows = json.loads(capfdbinary.readouterr().out)
    found = [one for one in rows if one["level"] == step and one["whose"] == "ours"]
    assert [(one["due"], one["safe"]) for one in found if one["citation"].startswith(authority)] == [(due, safe)]


def test_every_country_of_a_pack_has_a_row():
    countries = {id_.partition("/")[0] for id_ in LIBRARY.ids("law")}
    of = {market: id_.partition("/")[0] for id_, pack in LIBRARY.all(LawPack) for market in pack.governs.markets}
    shown = {of[row[0]] for row in (*ROWS, *FIRST_WAYS)}
    assert countries - shown == {"br", "eu"}  # known from secondary sources or memory, with no step of an appeal


@pytest.mark.parametrize("market", ["ae_health", "br_ans", "de_pkv", "eu_general"])
def test_where_nothing_was_read_at_its_source_no_legal_day_of_ours_is_given(market):
    for level in (FIRST, FINAL):
        held = opened(market, {}, level)
        found = law.deadlines(held, ON, LIBRARY)
        assert [one for one in found if one.whose == "ours" and one.due is not None] == []
        assert law.routes(held, found, law.rights(held, ON, LIBRARY), ON, LIBRARY) is not None
