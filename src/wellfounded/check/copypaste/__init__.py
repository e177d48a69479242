"""Rules on text carried over from another letter."""

FAMILY = "CP"
