"""A text with plain marks, character for character, so that every offset holds."""

# Curly marks and dashes as their plain sisters; then line breaks as spaces too.
MARKS = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "''\"\"------ ")
PLAIN = MARKS | str.maketrans("\n\r\f\t", "    ")
