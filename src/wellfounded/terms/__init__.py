"""Code systems, one a file: each offers `compact`, `validate`, `is_valid` and `format`.

`compact` drops what people add (spaces, hyphens, labels) and never fails; `validate` returns the compact form or
raises `InvalidCode`; `is_valid` answers yes or no; `format` writes a valid code as it is printed on paper.
"""

from typing import TYPE_CHECKING

from wellfounded.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable


class InvalidCode(InputError):
    """A code does not have the shape, the check digit or the membership its system asks for."""


def passes(validate: "Callable[[str], str]", value: str) -> bool:
    """Whether `validate` accepts `value`."""
    try:
        validate(value)
    except InvalidCode:
        return False
    return True


def luhn_total(digits: str) -> int:
    """Sum of ISO/IEC 7812-1 over `digits`, the last of them being the check digit: 0 modulo 10 when right."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return sum(int(digit) for digit in digits[-1::-2]) + sum(number - 9 if number > 9 else number for number in doubled)
