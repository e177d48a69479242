"""What a notice says it found of a criterion, wherever in its reasons it stands."""

from wellfounded.write.dispute import LACKING, REASON, RECORD, RIGHTS

NOTICE = """WHY WE DECIDED THIS

The drug is covered when criteria 5.a and 5.b are met. It was not shown that:

  1. You used the first drug for 8 weeks (5.a); and
  2. A scan was done while you used it (5.b).

The office note of June 8 says the first drug was used for six weeks. No scan report was sent.

YOUR RIGHT TO APPEAL

You may send records that were not sent before.
"""


def test_the_reasons_end_where_the_rights_begin() -> None:
    cut = RIGHTS.search(NOTICE)
    assert cut is not None
    assert "No scan report" in NOTICE[: cut.start()]
    assert "You may send" not in NOTICE[: cut.start()]


def test_a_finding_of_the_plan_is_a_sentence_of_what_its_records_lack() -> None:
    said = [found[0].strip() for found in REASON.finditer(NOTICE)]
    assert "No scan report was sent." in said
    assert LACKING.search("No scan report was sent.")
    assert RECORD.search("No scan report was sent.")
