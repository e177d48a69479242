"""Nouns of the library as the pages show them: plain values for templates, nothing decided here."""
