"""Rules on the plan's limits and what was used of them."""

FAMILY = "BN"
