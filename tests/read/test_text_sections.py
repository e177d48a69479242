from wellfounded.read.sections import furniture, sections
from wellfounded.read.text import document

PAGES = [
    f"Example Plan  Policy 7\n\n{body}\n\nEffective 10/01/2025  Page {n} of 3\nNot a guarantee of payment.\n"
    for n, body in enumerate(("First body line", "Second body line", "Third body line"), 1)
]


def shown(read) -> set[str]:
    return {read.text[start:end] for start, end in furniture(read)}


def test_heads_and_feet_that_repeat_are_furniture_and_bodies_are_not():
    assert shown(document("p", "\f".join(PAGES).encode())) == {
        "Example Plan  Policy 7",
        "Effective 10/01/2025  Page 1 of 3",
        "Effective 10/01/2025  Page 2 of 3",
        "Effective 10/01/2025  Page 3 of 3",
        "Not a guarantee of payment.",
    }


def test_one_page_has_no_furniture_but_a_fax_line_has_none_of_the_letter():
    fax = (
        "03/04/2026 10:15  From: Example Plan  P. 2/5\nWe cannot approve this service.\nCall by 03/09/2026 at 10:15.\n"
    )
    assert shown(document("f", fax.encode())) == {"03/04/2026 10:15  From: Example Plan  P. 2/5"}


def test_sections_are_named_and_cover_the_note():
    text = "Sam Sample\nHPI: Low mood.\nMore of it.\nMEDICATIONS\nalpha 5 mg\nPlan: Continue.\n"
    found = sections(text)
    assert [one.name for one in found] == ["start", "hpi", "medications", "plan"]
    assert "".join(text[one.start : one.end] for one in found) == text
