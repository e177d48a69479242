import hashlib

import pytest

from wellfounded.errors import UnreadableDocument
from wellfounded.read.limits import Limits
from wellfounded.read.text import document


def test_a_text_file_is_one_page_and_its_id_is_the_hash_of_its_bytes():
    data = b"Plan: Example\r\nMember: none\r\n"
    read = document("note.txt", data)
    assert read.text == "Plan: Example\nMember: none\n"
    assert read.source.id == hashlib.sha256(data).hexdigest()
    assert (read.source.media, read.source.pages) == ("text/plain", 1)


def test_a_form_feed_starts_a_page_and_offsets_stay_true():
    read = document("note.txt", b"one\n\ftwo\n")
    assert [read.text[page.start : page.end] for page in read.pages] == ["one\n", "two\n"]
    assert read.quote(read.text.index("two"), len(read.text)).at.page == 2


def test_an_empty_file_says_so():
    with pytest.raises(UnreadableDocument, match="empty"):
        document("x.pdf", b"")


def test_a_limit_is_named_when_it_is_met():
    with pytest.raises(UnreadableDocument, match="limit is 3"):
        document("x.txt", b"four", Limits(bytes=3))
