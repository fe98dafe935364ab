"""Who this till is, as use cases need it."""

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift, Terminal
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
    """Return the active shift.

    Raises:
        RuleError: ``shift.none_open``.
    """
    shift = work.shifts.open()
    if shift is None:
        raise RuleError("shift.none_open")
    return shift


def may_use(shift: Shift, actor: Actor) -> bool:
    """Return whether somebody's money may go into the drawer of a shift, or come out of it."""
    is_own = shift.drawer != "personal" or shift.opened_by == actor.staff_id
    return is_own or rights.allows(actor.rights, rights.SHIFT_ANY)


def drawer_of(work: UnitOfWork, actor: Actor) -> Shift:
    """Return the active shift for somebody who takes money or counts it.

    Raises:
        RuleError: ``shift.none_open``, ``shift.other_drawer`` (name): the drawer is somebody else's own; or
            ``shift.needs_own``: it is, and this person may not open one.
    """
    shift = open_shift_of(work)
    if not may_use(shift, actor):
        if not rights.allows(actor.rights, rights.SHIFT_OPEN):
            raise RuleError("shift.needs_own", shift.opened_by_name)
        raise RuleError("shift.other_drawer", shift.opened_by_name)
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
