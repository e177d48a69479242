"""Rules on the plan's own requirements, each answered or not."""

FAMILY = "CR"
