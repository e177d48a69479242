"""Which letter answers a refusal: by the market, the level already reached, and whether it cannot wait."""

import re
from datetime import date

from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS
from wellfounded.model.stage import APPEALED, FINAL, OUTSIDE, market_of, noticed

# The first letter of a market whose appeal is not the common internal appeal, and what may follow it.
MARKETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "medicare_original": ("medicare_redetermination", ("medicare_reconsideration",)),
    "medicare_dmepos": ("medicare_redetermination", ("medicare_reconsideration",)),
    "medicaid_managed_care": ("medicaid_appeal", ()),
    "medicaid_ffs": ("medicaid_appeal", ()),
    "chip": ("medicaid_appeal", ()),
    "workers_comp": ("workers_comp", ()),
    "workers_comp_federal": ("workers_comp", ()),
    "de_gkv": ("widerspruch", ()),
    "ch_kvg": ("einsprache_ch", ()),
    "au_phi": ("complaint_to_insurer", ("ombudsman_au",)),
    "au_afca": ("complaint_to_insurer", ("ombudsman_au_afca",)),
    "ca_private_health": ("complaint_to_insurer", ("ombudsman_ca",)),
    "uk_pmi": ("complaint_to_insurer", ("ombudsman_gb",)),
    "hk_medical": ("complaint_to_insurer", ("ombudsman_hk",)),
    "ie_phi": ("complaint_to_insurer", ("ombudsman_ie",)),
    "in_health": ("complaint_to_insurer", ("ombudsman_in",)),
    "ke_health": ("complaint_to_insurer", ("ombudsman_ke",)),
    "my_health": ("complaint_to_insurer", ("ombudsman_my",)),
    "nl_zvw": ("complaint_to_insurer", ("ombudsman_nl",)),
    "nz_phi": ("complaint_to_insurer", ("ombudsman_nz",)),
    "sg_ip": ("complaint_to_insurer", ("ombudsman_sg",)),
    "za_medical_scheme": ("complaint_to_insurer", ("ombudsman_za",)),
}
NEXT = {  # the letter after the payer's last word
    "medicare_redetermination": "medicare_reconsideration",
    "medicaid_appeal": "fair_hearing",
}
URGENT = re.compile(r"\b(?:jeopardi[sz]e|urgent|expedited|cannot wait|maximum function)\b", re.IGNORECASE)


def appeal(case: Case, on: date) -> tuple[str, tuple[Fact[str], ...], tuple[str, ...]]:
    """Give the letter pack's id, why it is that one, and what may follow."""
    notice = case.reading(*REFUSALS)
    market = market_of(case)
    level = notice.first("level") if notice is not None else None
    events = {name for name, fact in case.received if fact.value <= on}
    stage = noticed(case)[0]
    why: list[Fact[str]] = []
    if market is not None:
        why.append(Fact(f"The kind of coverage is {market.value}.", market.basis))
    if level is not None:
        why.append(Fact(f"The level of the notice is {str(level.value).replace('_', ' ')}.", level.basis))
    kind, then = MARKETS.get(market.value if market is not None else "", ("internal_appeal", ()))
    last = stage in (FINAL, OUTSIDE) or FINAL in events
    if kind in NEXT and last:
        return NEXT[kind], tuple(why), ()
    if kind == "complaint_to_insurer" and last:
        return then[0], tuple(why), ()
    if kind != "internal_appeal":
        return kind, tuple(why), then
    if last:
        return "external_review", tuple(why), ()
    urgent = next((each for each in case.attestations if URGENT.search(each.says)), None)
    if urgent is not None or any("expedited" in name for name in events):
        why += [Fact(f"{urgent.by} certifies that it cannot wait.", urgent)] if urgent is not None else []
        return "expedited_appeal", tuple(why), ()
    second = stage == APPEALED or "second_appeal" in events
    return ("internal_appeal_2" if second else "internal_appeal"), tuple(why), ()
