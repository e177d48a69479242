"""Problems as the command's JSON states them."""

from collections.abc import Iterable

from wellfounded.model.letter import Problem


def as_json(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Give `[{code, severity, message, span, fix}]`; *span* is two character offsets in the letter's text.

    `replacement` stands there too where one text alone can be right at the span: a safe fix.
    """
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "span": list(problem.span),
            "fix": problem.fix,
            **({} if problem.replacement is None else {"replacement": problem.replacement}),
        }
        for problem in problems
    ]
