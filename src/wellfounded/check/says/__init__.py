"""What a letter says, found in its text: codes, days, names, doses, scores and sides."""
