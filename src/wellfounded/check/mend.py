"""Safe fixes put into a Word file: only where one text can be right, and nothing else in the file touched."""

from collections.abc import Iterable
from dataclasses import dataclass

from wellfounded.errors import UnreadableDocument
from wellfounded.model.letter import Problem
from wellfounded.wire import docx_edit
from wellfounded.wire.docx_edit import Word


@dataclass(frozen=True, slots=True)
class Mended:
    """The new file, the problems mended in it, and those with a safe fix that could not be, each with why."""

    data: bytes
    done: tuple[Problem, ...]
    left: tuple[tuple[Problem, str], ...]


def mend(data: bytes, text: str, problems: Iterable[Problem]) -> Mended:
    """Give the Word file *data*, read as *text*, with the replacement of each problem that has one.

    A passage inside a tracked change is left: whoever tracks it has not decided. The result is read again and must
    differ from the letter in the replacements alone; raises UnreadableDocument where the file cannot be traced so.
    """
    word = docx_edit.opened(data)
    if word.visible != _visible(text):
        raise UnreadableDocument("the text is not that of the Word file", hint="Check the Word file itself.")
    done: list[Problem] = []
    left: dict[tuple[int, int], tuple[Problem, str]] = {}
    texts: dict[int, str] = {}
    expected = word.visible
    start = len(text) + 1
    fixable = {(each.span, each.replacement): each for each in problems if each.replacement is not None}
    for problem in sorted(fixable.values(), key=lambda problem: problem.span, reverse=True):
        taken = "another fix stands on the same words" if problem.span[1] > start else ""
        if why := taken or _cannot(word, text, problem):
            left[problem.span] = (problem, why)
            continue
        _put(word, text, problem, texts)
        before = len(_visible(text[: problem.span[0]]))
        after = before + len(_visible(text[slice(*problem.span)]))
        expected = expected[:before] + _visible(problem.replacement or "") + expected[after:]
        done.append(problem)
        start = problem.span[0]
    made = docx_edit.edited(word, texts) if texts else data
    if docx_edit.seen(made) != expected:
        raise UnreadableDocument("the fixed file does not read as it should", hint="Correct it by hand.")
    return Mended(made, tuple(reversed(done)), tuple(reversed(left.values())))


def _cannot(word: Word, text: str, problem: Problem) -> str:
    under = docx_edit.spans(word, text, problem.span)
    if not under:
        return "the words are made by Word and stand in no run"
    if any(word.runs[n].tracked for n, _, _ in under):
        return "the words are a tracked change that nobody has accepted"
    return ""


def _put(word: Word, text: str, problem: Problem, texts: dict[int, str]) -> None:
    """Let the first run under the changed words carry the new ones, in its formatting, and take the old ones out."""
    start, end = problem.span
    new = problem.replacement or ""
    while new and text[start:end].endswith(new[-1]) and text[start : end - 1].strip():
        new, end = new[:-1], end - 1  # "was was" loses its first word: what stays keeps its own run
    under = [*docx_edit.spans(word, text, (start, end))]
    if not new.strip():
        under[-1] = _with_space(word, text, (start, end), under[-1])
    for k, (n, first, last) in enumerate(under):
        held = texts.get(n, word.runs[n].text)
        texts[n] = held[:first] + (new if k == 0 else "") + held[last:]


def _with_space(word: Word, text: str, gone: tuple[int, int], last: tuple[int, int, int]) -> tuple[int, int, int]:
    """Take one of the two spaces too between which words are taken out, where a run of theirs holds it."""
    n, first, end = last
    held = word.runs[n].text
    if not text[: gone[0]].endswith(" "):
        return last
    if held[end : end + 1] == " ":
        return n, first, end + 1
    return (n, first - 1, end) if held[first - 1 : first] == " " and text[gone[1] :].startswith(" ") else last


def _visible(text: str) -> str:
    return "".join(text.split())
