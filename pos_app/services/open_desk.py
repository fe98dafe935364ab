"""Who signs in finds a shift, goes on with one, or opens one: what the screens before the counter need."""

from collections.abc import Mapping

from pos_app.services.identity import may_use
from pos_app.services.open_shift import OpenShift
from pos_app.services.records import Actor, Shift
from pos_app.services.rights import SHIFT_OPEN, allows
from pos_app.services.shift_desk import ShiftStart, SuspendedShift
from pos_app.services.suspend_shift import SuspendShift


class OpenDesk:
    """Finds, opens and resumes shifts; on the storage lane."""

    def __init__(self, open_shift: OpenShift, suspend: SuspendShift) -> None:
        """Work with these use cases."""
        self._open_shift = open_shift
        self._suspend = suspend

    def settle(self, actor: Actor) -> Shift | None:
        """Return the shift in which somebody who has just signed in sells, ``None`` where they open one.

        At a till with personal drawers the shift of somebody else is put aside, and one's own goes on. Who
        may not open shifts leaves it as it is and works beside it: with orders and goods, not with money.

        Raises:
            RuleError: ``shift.basket_open``, ``payment.held`` or ``payment.in_doubt``: the drawer of somebody
                else cannot be put aside now.
        """
        found = self._suspend.state(actor)
        if found.active is not None and (found.may_use or not allows(actor.rights, SHIFT_OPEN)):
            return found.active
        if found.active is not None:
            self._suspend(actor, reason="cashier_change")
        return None if found.own is None else self._suspend.resume(actor, found.own.shift_id)

    def start(self, actor: Actor) -> ShiftStart:
        """Return what opening begins with."""
        found = self._open_shift.prepare(actor)
        return ShiftStart(
            drawer=found.drawer,
            carried_minor=None if found.carried is None else found.carried.minor,
            denominations=found.denominations,
            suspended=tuple(
                SuspendedShift(
                    shift.shift_id,
                    shift.number,
                    shift.opened_by_name,
                    shift.opened_ms,
                    reason=found.reasons[shift.shift_id],
                )
                for shift in found.suspended
                if may_use(shift, actor)
            ),
        )

    def open(self, actor: Actor, *, float_minor: int, denominations: Mapping[int, int]) -> Shift:
        """Open a shift, see :class:`OpenShift`."""
        return self._open_shift(actor, float_minor=float_minor, pieces=denominations)

    def resume(self, actor: Actor, shift_id: str) -> Shift:
        """Go on with a suspended shift, see :meth:`SuspendShift.resume`."""
        return self._suspend.resume(actor, shift_id)
