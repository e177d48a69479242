"""Rules on what the chart says was tried, measured and denied."""

FAMILY = "HX"
