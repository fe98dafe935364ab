"""What can go wrong at a till, as codes: one tree, and ``pos_app/ui/texts.py`` turns each code into a sentence."""


class PosError(Exception):
    """Something that a person is told about.

    Attributes:
        code: Which sentence it is, such as ``printer.unreachable``.
        arguments: What the sentence names, such as a limit; texts and whole numbers only.
    """

    def __init__(self, code: str, **arguments: str | int) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


class RuleError(PosError):
    """A rule of the shop says no; told to the person in place."""


class StorageError(PosError):
    """The till's own files could not be read or written."""


class SyncError(PosError):
    """The central API did not do what was asked."""


class Unreachable(SyncError):  # noqa: N818 - the state of the line, caught by this name.
    """No answer; the same is tried again later."""


class Rejected(SyncError):  # noqa: N818 - what the server did, caught by this name.
    """The central API refused; parked until a person decides."""


class AuthExpired(SyncError):  # noqa: N818 - what the credentials are, caught by this name.
    """The terminal's credentials are no longer accepted."""


class DeviceError(PosError):
    """A device at the counter, or what it needs, does not work."""
