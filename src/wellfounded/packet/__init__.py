"""Everything in one envelope: cover, letter, exhibits, each mark linked to the line it rests on."""

from wellfounded.packet.assemble import assemble

__all__ = ["assemble"]
