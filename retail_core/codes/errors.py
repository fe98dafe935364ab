"""Why a code or a key list is refused."""


class CodeError(Exception):
    """A code that must not be honoured; ``code`` says why. Never carries the text that was scanned."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
