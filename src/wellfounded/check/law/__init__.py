"""Rules on rights and clocks as the market has them."""

FAMILY = "LW"
