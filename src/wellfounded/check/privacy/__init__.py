"""Rules on what should not be in the letter."""

FAMILY = "PV"
