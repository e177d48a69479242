"""Formats and their libraries: bytes to structure, with no room's meaning in them."""
