"""One form a letter can take per file: `FORM`, `SUFFIX` and `render(letter, *, linked) -> bytes`."""
