"""Encryption: desks and copies of them that nobody reads without the passphrase."""

from wellfounded.clinic.sealing.copies import backup, exported, restore
from wellfounded.clinic.sealing.copies import is_sealed as is_sealed_copy
from wellfounded.clinic.sealing.keys import is_sealed as is_sealed_desk
from wellfounded.clinic.sealing.sealed import new, unlocked

__all__ = ["backup", "exported", "is_sealed_copy", "is_sealed_desk", "new", "restore", "unlocked"]
