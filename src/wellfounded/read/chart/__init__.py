"""What the chart readers share: agents, dates, amounts, and the frames in which a treatment is told."""
