"""Problems as SARIF 2.1.0, which editors and code-review tools show; no word of the letter is in it.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, sections 3.13 to 3.55.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from types import ModuleType

from wellfounded.check.about import about
from wellfounded.model.letter import Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(
    uri: str, text: str, problems: Sequence[Problem], rules: Iterable[ModuleType], version: str
) -> dict[str, object]:
    """Give one run over one letter; *uri* names its file, *text* is the letter as it was read.

    Offsets count characters of that text, lines and columns too (3.30.4: `unicodeCodePoints`), from one as SARIF asks.
    A safe fix is a `fixes` object; any other advice stands in the message.
    """
    told = [about(rule) for rule in rules]
    index = {rule.code: n for n, rule in enumerate(told)}
    lines = [0, *(n + 1 for n, sign in enumerate(text) if sign == "\n")]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "wellfounded check",
                        "semanticVersion": version,
                        "rules": [
                            {
                                "id": rule.code,
                                "name": "".join(word.capitalize() for word in rule.name.split("_")),
                                "shortDescription": {"text": rule.says},
                                "fullDescription": {"text": f"{rule.says} {rule.why}".strip()},
                                "help": {"text": "\n".join([*_shown("Bad", rule.bad), *_shown("Good", rule.good)])},
                                "defaultConfiguration": {"level": rule.severity.value},
                            }
                            for rule in told
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": uri}}],
                "results": [_result(uri, problem, index, lines) for problem in problems],
            }
        ],
    }


def _shown(kind: str, examples: Iterable[str]) -> list[str]:
    return [f"{kind}: {line}" for line in examples]


def _result(uri: str, problem: Problem, index: dict[str, int], lines: list[int]) -> dict[str, object]:
    region = _region(problem.span, lines)
    artifact = {"uri": uri, "index": 0}
    out: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": index[problem.code],
        "level": problem.severity.value,
        "message": {"text": f"{problem.message[:1].upper()}{problem.message[1:]}. {problem.fix}".strip()},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if problem.replacement is not None:
        change = {"deletedRegion": region, "insertedContent": {"text": problem.replacement}}
        out["fixes"] = [
            {
                "description": {"text": problem.fix or "Replace these words."},
                "artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}],
            }
        ]
    return out


def _region(span: tuple[int, int], lines: list[int]) -> dict[str, int]:
    (first, column), (last, end) = (_place(at, lines) for at in span)
    return {
        "startLine": first,
        "startColumn": column,
        "endLine": last,
        "endColumn": end,
        "charOffset": span[0],
        "charLength": span[1] - span[0],
    }


def _place(at: int, lines: list[int]) -> tuple[int, int]:
    n = bisect_right(lines, at)
    return n, at - lines[n - 1] + 1
