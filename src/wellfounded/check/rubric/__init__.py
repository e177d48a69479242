"""What a reviewer looks for in a letter of its kind, as yes or no with the place; never a score and never a chance."""

from wellfounded.check.rubric.answers import Answer, rubric
from wellfounded.check.rubric.lists import Completeness, completeness

__all__ = ["Answer", "Completeness", "completeness", "rubric"]
