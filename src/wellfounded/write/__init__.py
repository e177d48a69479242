"""Room 6: the proof said plainly; it chooses words and order, never facts."""

from wellfounded.write.adopt import adopt
from wellfounded.write.compose import compose
from wellfounded.write.grade import grade

__all__ = ["adopt", "compose", "grade"]
