"""Words in quotation marks must stand so in the paper they are quoted from.

Bad:  The policy says "two trials of any antidepressants".  <-  policy: two trials of antidepressant agents
Bad:  The note reads "patient cannot leave the house at all".  <-  chart: patient rarely leaves the house
Good: The policy asks for "two trials of antidepressant agents".  <-  policy: two trials of antidepressant agents
Good: She calls it "the fog".  <-  chart: patient rarely leaves the house
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.quotations import quotations
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "EV102"
SEVERITY = Severity.ERROR

LEAST, MOST = 15, 400  # characters of a quotation
TITLE = re.compile(r",?\s*\((?:[^()]{0,60}[\s,;])?(?:19|20)\d\d\b")
WORD = re.compile(r"[a-z0-9]+")


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each quotation of four words or more that no document of the case holds in that order."""
    if line.part != "body" or not chart.case.documents:
        return
    for start, end in quotations(line.text):
        if TITLE.match(line.text, end + 1) or not LEAST <= end - start <= MOST:
            continue  # the title of a work, which the rules of citation judge
        words = line.text[start:end].lower()
        pieces = [WORD.findall(piece) for piece in re.split(r"\.\.\.|\u2026|\[[^\]]*\]", words)]
        if sum(map(len, pieces)) > 3 and not all(" ".join(piece) in chart.papers.spoken for piece in pieces if piece):
            yield Mark((start, end), "no paper of the case reads so", "Quote word for word, or do not quote.")
