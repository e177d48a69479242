"""Rules on who signs, with what credentials, on whose paper."""

FAMILY = "SG"
