"""Room 5: why what the chart shows is enough, one strategy for each reason a payer gives."""

from wellfounded.argue.answer import argue
from wellfounded.argue.needed import needed
from wellfounded.argue.standing import standing

__all__ = ["argue", "needed", "standing"]
