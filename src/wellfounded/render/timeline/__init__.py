"""The chart as a line of time: treatments as bars, values as points, each with the page it is read from."""

from wellfounded.render.timeline.lanes import Bar, Lane, Line, Mark, lanes
from wellfounded.render.timeline.page import png
from wellfounded.render.timeline.picture import svg
from wellfounded.render.timeline.words import text

__all__ = ["Bar", "Lane", "Line", "Mark", "lanes", "png", "svg", "text"]
