"""Everything in one envelope: cover, letter, exhibits, each mark linked to the line it rests on."""

from wellfounded.packet.assemble import assemble
from wellfounded.packet.filled import asked, empty, filled, names

__all__ = ["asked", "assemble", "empty", "filled", "names"]
