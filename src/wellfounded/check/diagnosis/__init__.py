"""Rules on the diagnosis, its code and how bad it is."""

FAMILY = "DX"
