"""What can go wrong at a till: one tree of errors, each with a code and arguments, never prose.

``pos_app/ui/texts.py`` turns codes into text. Adapters translate foreign errors at their border.
"""


class PosError(Exception):
    """Something went wrong; ``code`` says what, ``arguments`` fill the text of the code."""

    def __init__(self, code: str, *arguments: object) -> None:
        super().__init__(code, *arguments)
        self.code = code
        self.arguments = arguments


class RuleError(PosError):
    """A rule of the shop forbids it; told to the person in place, and nothing has changed."""


class InsufficientTender(RuleError):  # noqa: N818 - the trade's own word.
    """The tenders do not reach the total; ``missing_minor`` is still to pay."""

    def __init__(self, missing_minor: int) -> None:
        super().__init__("tender.insufficient", missing_minor)
        self.missing_minor = missing_minor


class StorageError(PosError):
    """The till's own files cannot be read or written."""


class SyncError(PosError):
    """Talking to the central API did not work."""


class Unreachable(SyncError):  # noqa: N818 - says what is so.
    """Nobody answered in time, or the server is overloaded: try again later, use the offline rule now.

    ``told_ms`` is how long the server asked to be left alone, 0 if it did not.
    """

    def __init__(self, code: str = "sync.unreachable", *arguments: object, told_ms: int = 0) -> None:
        super().__init__(code, *arguments)
        self.told_ms = told_ms


class Rejected(SyncError):  # noqa: N818 - says what is so.
    """The server understood and refused; sending it again as it is would not help."""


class AuthExpired(SyncError):  # noqa: N818 - says what is so.
    """The server no longer knows this till; it has to be enrolled again."""

    def __init__(self, code: str = "sync.auth_expired", *arguments: object) -> None:
        super().__init__(code, *arguments)


class DeviceError(PosError):
    """A device did not do what it was asked to."""
