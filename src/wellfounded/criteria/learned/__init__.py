"""What labelled policies teach: which test a requirement asks, and which lines of a policy are requirements."""
