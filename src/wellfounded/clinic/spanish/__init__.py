"""The pages in Spanish: every text the desk itself says goes through one table; what papers say stays as it is."""

from wellfounded.clinic.spanish.page import page

__all__ = ["page"]
