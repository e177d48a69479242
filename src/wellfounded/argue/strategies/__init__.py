"""One strategy for each reason a payer gives: what it must show, what it must not claim, when it cannot win."""
