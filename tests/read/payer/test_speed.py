import time

import pytest

from wellfounded.read import document
from wellfounded.read.readers import eob, letter, payer_notice, policy_page

# Texts that made a pattern try every way to part them; each has some 15 kB, and took minutes or for ever.
HOSTILE = {
    "ruled": ("covered\n" + "-" * 60 + "\n") * 200,
    "spelled": "one hundred twenty thirty forty fifty sixty and " * 300,
    "dotted": "not covered ........................................ when\n" * 250,
    "names": "The Policy Of The Health And The Plan For The Benefit " * 280,
    "labels": "Member:\n" * 1900,
    "refusals": "we could not approve the request because not " * 330,
    "brackets": "(" * 15000,
}
SECONDS = 4.0  # of processor time for all four readers, several times what the slowest takes


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_no_text_is_slow(name):
    source = document("x.txt", HOSTILE[name].encode())
    started = time.process_time()
    for reader in (eob, letter, payer_notice, policy_page):
        reader.score(source)
    payer_notice.read(source)
    assert time.process_time() - started < SECONDS
