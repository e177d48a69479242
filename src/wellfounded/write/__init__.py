"""Room 6: the proof said plainly; it chooses words and order, never facts."""

from wellfounded.write.compose import compose

__all__ = ["compose"]
