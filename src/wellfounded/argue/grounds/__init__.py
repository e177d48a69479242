"""What the chart, the case and the references put under a letter: one file for each kind of claim."""
