"""Rules on what happens without the care, and what it is for."""

FAMILY = "CO"
