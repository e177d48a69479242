"""Rules on references: real, current, and given in full."""

FAMILY = "CI"
