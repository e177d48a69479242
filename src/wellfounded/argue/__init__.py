"""Room 5: why what the chart shows is enough, one strategy for each reason a payer gives."""

from wellfounded.argue.answer import argue

__all__ = ["argue"]
