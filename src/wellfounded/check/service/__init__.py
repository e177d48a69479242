"""Rules on what is asked for, on which side, how much and how long."""

FAMILY = "SV"
