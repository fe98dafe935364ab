"""Who this till is, as use cases need it."""

from pos_app.services.errors import RuleError
from pos_app.services.records import Shift, Terminal
from pos_app.services.repositories import UnitOfWork

RESTORED_SETTING = "identity.restored"
"""Where the till was restored from; while it stands, the till has to be enrolled again before it sells."""


def terminal_of(work: UnitOfWork) -> Terminal:
    """Return the till's identity.

    Raises:
        RuleError: ``till.not_enrolled``.
    """
    terminal = work.terminal.get()
    if terminal is None:
        raise RuleError("till.not_enrolled")
    return terminal


def open_shift_of(work: UnitOfWork) -> Shift:
    """Return the shift that is open.

    Raises:
        RuleError: ``shift.none_open``.
    """
    shift = work.shifts.open()
    if shift is None:
        raise RuleError("shift.none_open")
    return shift


def receipt_prefix(terminal: Terminal) -> str:
    """Return what this incarnation's receipt numbers begin with: ``S01-T02``, later ``S01-T02B``."""
    if terminal.incarnation == 1:
        return terminal.label
    return terminal.label + _letters(terminal.incarnation)


def _letters(number: int) -> str:
    """Return 2 as ``B``, 26 as ``Z``, 27 as ``AA``."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
