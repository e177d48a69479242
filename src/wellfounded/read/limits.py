"""What a file may ask of this machine: every limit in one place, and each error that meets one names it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file. They are wide for a real chart and narrow for a file made to harm."""

    bytes: int = 300_000_000  # as received; a 200 MB fax TIFF and a 50 MB FHIR bundle pass
    pages: int = 5_000  # a 3,000-page chart passes
    depth: int = 4  # files attached to attached files
    attachments: int = 200  # of one message
    members: int = 5_000  # of one archive; a Word file with many pictures has hundreds
    unpacked: int = 300_000_000  # bytes after unpacking an Office file or an attachment
    ratio: int = 200  # unpacked to packed; Word files reach about 20, a bomb reaches 1,000
    pixels: int = 100_000_000  # of one page picture; letter size at 600 dpi is 34 million
