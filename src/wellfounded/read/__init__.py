"""Room 1: from a file to what it says."""
