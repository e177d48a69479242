"""Every error raised on purpose, and the exit code a shell sees.

    WellfoundedError
    ├── InputError               the document or the command is at fault           exit 65
    │   ├── UnrecognizedDocument no reader claims the document
    │   ├── UnreadableDocument   the file is encrypted, broken, empty or over a limit
    │   └── MissingFact          names the fact and where people usually find it
    ├── PackError                a law, policy or letter pack is at fault           exit 78
    │   ├── PackInvalid          the pack does not have the shape its schema asks for
    │   ├── NotInForce           the pack has no text in force on the day asked about
    │   └── UnknownJurisdiction  no pack holds the market or place asked about
    ├── ProofError               a claim outruns what it rests on                   exit 66
    │   ├── UnsupportedSentence  a sentence rests on nothing
    │   └── BrokenQuote          a passage is not where its source says it is
    ├── DeliveryError            a channel did not deliver                          exit 69
    │   ├── DeliveryRefused      will fail again; a person must act
    │   ├── DeliveryDeferred     may succeed; retry with the same key
    │   └── DeliveryUnknown      may have arrived; reconcile, never resend
    ├── HonestStop               a requirement is not met and no other route is open exit 3
    ├── NotThisPatient           the chart names another person                     exit 4
    ├── StorageError             the disk or a permission refused                   exit 74
    └── PluginError              a file lacks what its folder asks for              exit 70

Messages name ids, files, pages and offsets. They never carry patient text, so any may be logged.
"""

from typing import ClassVar


class WellfoundedError(Exception):
    """Base of every error raised on purpose."""

    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Say what went wrong and where; *hint* says what to do next."""
        super().__init__(message)
        self.hint = hint


class InputError(WellfoundedError):
    """The document or the command is at fault."""

    exit_code = 65


class UnrecognizedDocument(InputError):
    """No reader claims the document."""


class UnreadableDocument(InputError):
    """The file is encrypted, broken, empty, of an unknown format or over a stated limit."""


class MissingFact(InputError):
    """A date, code or name that the next step needs is not known; the hint says where people find it."""


class PackError(WellfoundedError):
    """A law, policy or letter pack is at fault."""

    exit_code = 78


class PackInvalid(PackError):
    """The pack does not have the shape its schema asks for; the message opens with path:line."""


class NotInForce(PackError):
    """The pack has no text in force on the day asked about."""


class UnknownJurisdiction(PackError):
    """No pack holds the market or place asked about."""


class ProofError(WellfoundedError):
    """A claim outruns what it rests on."""

    exit_code = 66


class UnsupportedSentence(ProofError):
    """A sentence rests on nothing."""


class BrokenQuote(ProofError):
    """A quoted passage is not where its source says it is."""


class DeliveryError(WellfoundedError):
    """A channel did not deliver."""

    exit_code = 69


class DeliveryRefused(DeliveryError):
    """It will fail again. A person must act."""


class DeliveryDeferred(DeliveryError):
    """It may yet succeed. Retry with the same key."""


class DeliveryUnknown(DeliveryError):
    """It may have arrived. Reconcile; never resend."""


class HonestStop(WellfoundedError):
    """A requirement is not met and the policy leaves no other route open."""

    exit_code = 3


class NotThisPatient(WellfoundedError):
    """Two or more identifiers in a document differ from the patient of the case."""

    exit_code = 4


class StorageError(WellfoundedError):
    """The disk is full or a permission refused; nothing was half-written."""

    exit_code = 74


class PluginError(WellfoundedError):
    """A file does not have the shape its folder asks for."""
