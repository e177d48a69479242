"""Pages: each asks the library or an act, and shows the answer."""
