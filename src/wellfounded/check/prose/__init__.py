"""Rules on how it is said."""

FAMILY = "PR"
