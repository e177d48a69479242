"""The nouns: frozen, typed, and ignorant of everything above them."""
