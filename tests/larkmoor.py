"""A short letter of an invented plan, into which a test writes what it is about."""

from wellfounded.read import document
from wellfounded.read.readers import payer_notice

HEAD = """Larkmoor Health Plan
Utilization Management

March 9, 2026

Member: Ada Quill
Member ID: LK-4471-0093
Reference no.: UM-26-0093

Dear Ada Quill:

"""
DENIED = "We have denied your request for a knee scan (CPT 73721) because it is not medically necessary.\n\n"


def reading(body):
    return payer_notice.read(document("letter.txt", (HEAD + body).encode()))


def values(body, name):
    return [field.value for field in reading(body).all(name)]
