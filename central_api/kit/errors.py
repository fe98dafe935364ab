"""Refusals: a status for machines on the way, a code for the program and for a person."""


class ApiError(Exception):
    """A request that is refused; becomes a :class:`retail_core.wire.counter.Problem`.

    Args:
        status: HTTP status, 400 to 599.
        code: From ``docs/errors.md``, such as ``enrol.code_wrong``.
        detail: The code's argument, if it has one; never personal data and never a secret.
    """

    def __init__(self, status: int, code: str, *, detail: str = "") -> None:
        super().__init__(f"{status} {code} {detail}".rstrip())
        self.status = status
        self.code = code
        self.detail = detail


class UsageError(Exception):
    """A command that was used wrongly or found something wrong: one sentence and the next step.

    ``exit_code`` is 1 when something was found wrong, 2 when the command was used wrongly.
    """

    def __init__(self, sentence: str, next_step: str, *, exit_code: int = 2) -> None:
        super().__init__(f"{sentence} {next_step}")
        self.exit_code = exit_code
