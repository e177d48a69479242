"""Law, policy and every other rule as data: one file each, found by its path; no other room opens YAML packs."""

from wellfounded.packs.library import Library, shipped

__all__ = ["Library", "shipped"]
