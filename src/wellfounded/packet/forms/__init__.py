"""Official forms in our own layouts, one a file: their fields filled from nouns, what is unknown left to a person."""
