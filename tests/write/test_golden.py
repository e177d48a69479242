from write import golden


def test_the_letters_of_the_stories_read_as_they_did() -> None:
    for path, text in golden.texts().items():
        assert path.read_text(encoding="utf-8") == text, path.name
