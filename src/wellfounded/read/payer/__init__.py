"""What readers of payers' papers share: the page as lines and sentences, and one file for each thing they say."""
