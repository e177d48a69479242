"""Papers set by typst for the tests of layout."""

import re

import pytest
import typst

FONTS = typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)
SENTENCES = {
    "long": "The member has had symptoms for more than two years and has tried several medicines at adequate doses. "
    "Each of them was stopped for lack of response or because it could not be tolerated. ",
    "other": "Prior authorization is required before the first treatment and again before the second course of "
    "therapy. Requests are reviewed within five business days by a clinician with the same specialty. ",
}


@pytest.fixture(scope="session")
def typeset():
    """Give the PDF of a typst source; `<long>` and `<other>` stand for running text."""

    def make(source: str) -> bytes:
        filled = re.sub(r"<(long|other)>", lambda found: SENTENCES[found[1]], source)
        return typst.Compiler(font_paths=FONTS).compile(f'#set page("us-letter", margin: 1in)\n{filled}'.encode())

    return make
