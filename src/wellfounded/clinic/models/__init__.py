"""What people did: cases held, versions, signatures, sendings and events; what the library derives is not kept."""

from wellfounded.clinic.models.address import Address
from wellfounded.clinic.models.benefit import Benefit
from wellfounded.clinic.models.due import Due
from wellfounded.clinic.models.event import Event
from wellfounded.clinic.models.letter import Left, Opened, Scratch, Signature, Version
from wellfounded.clinic.models.matter import Access, Matter
from wellfounded.clinic.models.person import Person
from wellfounded.clinic.models.sending import Pick, Sending
from wellfounded.clinic.models.work import Note, Task

__all__ = [
    "Access",
    "Address",
    "Benefit",
    "Due",
    "Event",
    "Left",
    "Matter",
    "Note",
    "Opened",
    "Person",
    "Pick",
    "Scratch",
    "Sending",
    "Signature",
    "Task",
    "Version",
]
