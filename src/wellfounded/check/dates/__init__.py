"""Rules on days and times that agree with one another."""

FAMILY = "DT"
