import pytest

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import signs, x12

ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260301*1200*^*00501*000000001*0*P*:~"
BODY = (
    "GS*HP*S*R*20260301*1200*1*X*005010X221A1~ST*835*0001~"
    "CLP*12*4*100*0~CAS*CO*50*100~SE*4*0001~GE*1*1~IEA*1*000000001~"
)


def test_segments_are_told_by_the_separators_of_the_file_itself():
    plain = x12.segments((ISA + BODY).encode())
    strange = (ISA + BODY).replace("*", "|").replace("~", "!").replace(":", ">").encode()
    assert x12.segments(strange)[1:] == plain[1:]
    assert [one.name for one in plain] == ["ISA", "GS", "ST", "CLP", "CAS", "SE", "GE", "IEA"]
    assert (plain[3][2], plain[3][9]) == ("4", "")


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + (ISA + BODY).encode(),
        ("\n  " + (ISA + BODY).replace("~", "~\r\n    ")).encode(),
        (ISA + BODY).replace("~", "\n").encode(),
    ],
)
def test_marks_indents_and_line_ends_between_segments_are_nothing(data):
    assert x12.segments(data)[1:] == x12.segments((ISA + BODY).encode())[1:]


def test_right_counts_give_no_warning_and_wrong_ones_do():
    assert x12.warnings(x12.segments((ISA + BODY).encode())) == ()
    wrong = BODY.replace("SE*4", "SE*9").replace("IEA*1*000000001~", "")
    assert x12.warnings(x12.segments((ISA + wrong).encode())) == (
        "SE: the file says 9 and has 4",
        "1 ISA and 0 IEA: the file may be cut short",
    )


def test_raw_data_may_hold_the_terminator():
    body = "GS*HI*S*R*20260301*1200*1*X*006020X314~ST*275*1~BDS*B64*7*ab~c*d~~SE*3*1~GE*1*1~IEA*1*000000001~"
    found = x12.segments((ISA + body).encode())
    assert [one.name for one in found] == ["ISA", "GS", "ST", "BDS", "SE", "GE", "IEA"]
    assert found[3][3] == "ab~c*d~"


def test_the_print_out_is_one_segment_a_line_in_usual_separators():
    data = (ISA + BODY).replace("*", "|").replace("~", "!").encode()
    text = x12.paper(data).sheets[0].text
    assert text.split("\n")[3] == "CLP*12*4*100*0"
    for segment, at in x12.printed(text):
        assert text[at:].startswith(segment.name)


def test_the_guide_is_named():
    assert x12.transactions(x12.segments((ISA + BODY).encode())) == ("835 005010X221A1",)


def test_a_header_cut_short_says_so():
    with pytest.raises(UnreadableDocument, match="cut short"):
        x12.segments(ISA[:50].encode())


def test_text_that_begins_with_the_letters_is_no_interchange():
    assert signs.is_x12(ISA.encode())
    assert not signs.is_x12(b"ISA is a bus.")
