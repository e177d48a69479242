"""Rules on what sentences rest on."""

FAMILY = "EV"
