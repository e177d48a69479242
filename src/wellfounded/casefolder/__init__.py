"""A case as a folder: case.yaml beside payer/, policy/ and chart/; opened and written here only."""

from wellfounded.casefolder.amending import amend, entered
from wellfounded.casefolder.making import make
from wellfounded.casefolder.memory import Memory
from wellfounded.casefolder.opening import PLACES, Also, gather, open_case

__all__ = ["PLACES", "Also", "Memory", "amend", "entered", "gather", "make", "open_case"]
