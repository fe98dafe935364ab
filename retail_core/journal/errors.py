"""What can be wrong with something that should become a fact."""


class JournalError(Exception):
    """A fact that cannot be written; ``code`` says why, ``where`` names the place inside the body."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(f"{code} {where}".rstrip())
        self.code = code
        self.where = where
