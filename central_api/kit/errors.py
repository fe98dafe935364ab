"""Refusals: a status for machines on the way, a code for the program and for a person."""

NOT_READY_S = 2
"""How long tills leave a server alone whose database is away; a restart of PostgreSQL takes about as long."""


class ApiError(Exception):
    """A request that is refused; becomes a :class:`retail_core.wire.counter.Problem`.

    Args:
        status: HTTP status, 400 to 599.
        code: From ``docs/errors.md``, such as ``enrol.code_wrong``.
        detail: The code's argument, if it has one; never personal data and never a secret.
        retry_after_s: How long to leave the server alone, told with 429 and 503; None says nothing of it.
    """

    def __init__(self, status: int, code: str, *, detail: str = "", retry_after_s: int | None = None) -> None:
        super().__init__(f"{status} {code} {detail}".rstrip())
        self.status = status
        self.code = code
        self.detail = detail
        self.retry_after_s = retry_after_s


class UsageError(Exception):
    """A command that was used wrongly or found something wrong: one sentence and the next step.

    ``exit_code`` is 1 when something was found wrong, 2 when the command was used wrongly.
    """

    def __init__(self, sentence: str, next_step: str, *, exit_code: int = 2) -> None:
        super().__init__(f"{sentence} {next_step}")
        self.exit_code = exit_code
