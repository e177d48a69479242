import re

import pytest

from wellfounded.wire import pdf
from wellfounded.wire.scan import Picture, Scan


def unread(_: Picture) -> Scan:
    return Scan((), (), 0.0)


ORDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@pytest.fixture
def lines(typeset):
    def read(source: str) -> list[str]:
        return [line for line in pdf.paper(typeset(source), 10, unread).sheets[0].text.split("\n") if line.strip()]

    return read


@pytest.fixture
def flat(typeset):
    def read(source: str) -> str:
        return " ".join(pdf.paper(typeset(source), 10, unread).sheets[0].text.split())

    return read


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("justify", ["true", "false"])
def test_columns_are_read_one_after_the_other(flat, columns, justify):
    marks = [f"Paragraph {word} begins" for word in ORDINALS]
    body = "\n\n".join(f"{mark}. <long><other>" for mark in marks)
    text = flat(
        f"#set page(columns: {columns}, header: [Example Policy #h(1fr) 2026])\n#set text(9pt)\n"
        f'#set par(justify: {justify})\n#place(top, float: true, scope: "parent", text(15pt)[A title across])\n{body}'
    )
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
    assert text.index("A title across") < places[0]
    assert "could not be tolerated. Prior authorization is required" in text


def test_a_side_bar_is_not_woven_into_the_letter(flat):
    text = flat(
        "#grid(columns: (1.9in, 1fr), column-gutter: 18pt, [#set text(8.5pt)\n"
        "*Questions?* \\ Call Member Services at 555-0100 between 8 a.m. and 6 p.m. \\ \\ *Important dates* \\ "
        "Notice: 03/03/2026 \\ Appeal by: 08/30/2026],[<long>\n\n<other>\n\n<long>])"
    )
    assert "Notice: 03/03/2026 Appeal by: 08/30/2026 The member has had symptoms" in text


def test_the_rows_of_a_table_stay_on_their_lines(lines):
    got = lines(
        "#table(columns: 3, [Code],[Use],[Needed], [90867],[First session],[Yes], [90868],[Each later session],[Yes])"
    )
    assert [line.strip() for line in got] == [
        "Code  Use  Needed",
        "90867  First session  Yes",
        "90868  Each later session  Yes",
    ]


def test_a_label_keeps_its_value_beside_it(lines):
    got = lines(
        "#grid(columns: (2in, 1fr, 1.2in, 1fr), row-gutter: 8pt, [Member ID:],[XYZ000123],[Group no.:],[12-88],"
        "[Reference:],[UM-2026-01],[Received:],[02/20/2026])"
    )
    assert got == ["Member ID:  XYZ000123  Group no.:  12-88", "Reference:  UM-2026-01  Received:  02/20/2026"]


@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
def test_a_cell_of_several_lines_is_read_whole(flat, stroke):
    text = flat(
        f"#table(columns: (1fr, 1fr), stroke: {stroke}, inset: 6pt, [*Criterion*],[*Evidence*], [<long>],[<other>], "
        "[<other>],[<long>], [<long><other>],[Nothing was found in the records that were sent with the request.])"
    )
    assert "at adequate doses. Each of them was stopped for lack of response" in text
    assert "could not be tolerated. Prior authorization is required before the first treatment" in text
    assert text.count("Requests are reviewed within five business days by a clinician with the same specialty.") == 3


def test_rows_that_are_short_are_never_run_together(lines):
    got = lines("#table(columns: 2, stroke: none, [Alpha],[Beta], [gamma],[delta], [epsilon],[zeta], [eta],[theta])")
    assert [line.split() for line in got] == [
        ["Alpha", "Beta"],
        ["gamma", "delta"],
        ["epsilon", "zeta"],
        ["eta", "theta"],
    ]


def test_indentation_shows_the_outline(lines):
    got = lines(
        '#set enum(numbering: "1.a)i.", full: false)\n+ Age 18 or older\n+ One of:\n  + Trial of alpha\n'
        "    + eight weeks\n  + Intolerance\n+ A specialist\n"
    )
    depth = [len(line) - len(line.lstrip()) for line in got]
    assert depth[0] == depth[1] == depth[5] < depth[2] == depth[4] < depth[3]
    assert [line.split()[0] for line in got] == ["1.", "2.", "a.", "i.", "b.", "3."]


def test_indentation_counts_from_one_margin_on_all_pages(typeset):
    data = typeset("Left\n#pagebreak()\n#h(60pt) Indented alone\n")
    assert [sheet.text for sheet in pdf.paper(data, 10, unread).sheets] == ["Left\n", " " * 12 + "Indented alone\n"]


def test_paragraphs_are_parted_where_the_white_says_so(typeset):
    text = pdf.paper(typeset("#set par(spacing: 1.6em)\n<long>\n\n<other>"), 10, unread).sheets[0].text
    assert text.count("\n\n") == 1


def test_address_blocks_side_by_side_stay_whole(flat):
    text = flat(
        "#grid(columns: (1fr, auto), [Example Plan \\ Appeals Department \\ 100 Main Street \\ Anytown, ST 00000],"
        "[#set text(8pt)\nTelephone: 555-0100 \\ Fax: 555-0101 \\ Hours: 8 to 5 \\ TTY 711])\n#v(2em)\nDear member:"
    )
    assert "Appeals Department 100 Main Street Anytown, ST 00000" in text
    assert "Fax: 555-0101 Hours: 8 to 5 TTY 711 Dear member:" in text


@pytest.mark.parametrize("turn", [-90, 90, 180])
def test_turned_text_reads_in_order(flat, turn):
    text = flat(f"<long>#rotate({turn}deg, reflow: true)[#table(columns: 2, [Drug],[Dose],[alpha],[20 mg])]")
    assert text.endswith("could not be tolerated. Drug Dose alpha 20 mg")


def test_a_watermark_does_not_cut_a_sentence(flat):
    text = flat("#set page(background: rotate(-45deg, text(70pt, fill: luma(220))[DRAFT]))\n<long>")
    assert "adequate doses. Each of them was stopped for lack of response or because it could not be tolerated." in text


def test_a_foot_note_mark_is_no_part_of_a_number(flat):
    text = flat("Take it for 8 weeks#footnote[Or longer.] and count 5 x 10#super[9]/L.")
    assert "8 weeks¹ and" in text
    assert "10⁹/L" in text


def test_a_hyphen_at_the_end_of_a_line_stays_as_printed(flat):
    text = flat(
        "#set page(width: 200pt)\n#set text(hyphenate: true)\n" + "Antidepressant psychotherapy hospitalization " * 3
    )
    assert re.search(r"[a-z]- [a-z]", text)
    assert "\ufffe" not in text


def test_boxes_to_tick_are_read_drawn_or_printed(flat):
    drawn = "#box(square(size: 9pt, stroke: 0.6pt))"
    crossed = "#box(square(size: 9pt, stroke: 0.6pt, inset: 0pt, {place(line(end: (9pt, 9pt))); place(line(start: (9pt, 0pt), end: (0pt, 9pt)))}))"  # noqa: E501
    text = flat(f'#set text(font: "DejaVu Sans")\n{drawn} Standard #h(3em) {crossed} Expedited\n\n☐ No ☒ Yes')
    assert text == "☐ Standard ☒ Expedited ☐ No ☒ Yes"


def test_a_cell_that_holds_a_list_keeps_its_outline(lines):
    got = lines(
        "#table(columns: (1.3in, 1fr, 1in), [*Drug*],[*Criteria*],[*Length*], [Alpha \\ (brand)],"
        "[Approve if ALL:\n+ Age 18 or older\n+ One of:\n  - Trial of beta\n  - Contraindication\n],[6 months],"
        "[Gamma],[Approve if BOTH:\n+ Age 2 or older\n+ One trial\n],[12 months])"
    )
    assert got == [
        "Drug  Criteria  Length", "Alpha", "(brand)", "Approve if ALL:", "1. Age 18 or older", "2. One of:",
        "   • Trial of beta", "   • Contraindication", "6 months", "Gamma", "Approve if BOTH:", "1. Age 2 or older",
        "2. One trial", "12 months",
    ]  # fmt: skip
