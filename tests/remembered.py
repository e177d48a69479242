"""What was read of the papers that many tests open: by path and bytes, so that a changed paper is read anew."""

from wellfounded.casefolder import Memory

PAPERS = Memory()
