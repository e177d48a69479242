"""One reader a file: how sure it is of a document, and what it reads in it."""
