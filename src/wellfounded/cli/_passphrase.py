"""A passphrase from the person at the terminal, or from the line a script pipes in."""

import getpass
import sys

from wellfounded.errors import InputError


def asked(what: str) -> str:
    """Ask for the passphrase of *what*; nothing shows while it is typed."""
    if sys.stdin.isatty():
        return getpass.getpass(f"Passphrase of {what}: ")
    return sys.stdin.readline().rstrip("\r\n")


def chosen(what: str, otherwise: str) -> str:
    """Ask twice for a new passphrase; raises InputError where there is none or they differ. *otherwise* is the hint."""
    first = asked(what)
    if not first or first != asked(f"{what}, again"):
        raise InputError("no passphrase, or two different ones", hint=otherwise)
    return first
