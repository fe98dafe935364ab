"""Two managers who allow acts: by PIN 1234, or by badge."""

from pos_app.services.act_model import Act, Approval
from pos_app.services.approve_act import Approvers
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, StaffMember, StaffTile
from tests.fakes import NOON_MS

MANAGERS = (StaffTile("M1", "陈思远", "manager"), StaffTile("M2", "Alexandra Featherstone", "manager"))


class FakeApprover:
    """Allows what a test lets it; remembers what was asked."""

    def __init__(self) -> None:
        self.people: tuple[StaffTile, ...] = MANAGERS
        self.only_managers = False
        self.asked: list[Act] = []

    def approvers(self, actor: Actor, act: Act) -> Approvers:  # noqa: ARG002 - whoever asks
        self.asked.append(act)
        return Approvers(self.people, self.only_managers)

    def with_pin(self, actor: Actor, act: Act, *, staff_id: str, pin: str) -> Approval:  # noqa: ARG002
        if pin != "1234":
            raise RuleError("pin.wrong", 4)
        return self._of(staff_id, act)

    def with_badge(self, actor: Actor, act: Act, *, badge: str) -> Approval:  # noqa: ARG002 - whoever asks
        if badge != "BADGE":
            raise RuleError("badge.unknown")
        return self._of("M1", act)

    def _of(self, staff_id: str, act: Act) -> Approval:
        name = next(person.name for person in MANAGERS if person.staff_id == staff_id)
        return Approval(act, staff_id, name, NOON_MS)


def manager(staff_id: str) -> StaffMember | None:
    """Return one of the managers, who may do everything by hand."""
    tile = next((each for each in MANAGERS if each.staff_id == staff_id), None)
    if tile is None:
        return None
    rights = dict.fromkeys(("price.override", "discount.line", "discount.basket", "discount.drop"))
    return StaffMember(tile.staff_id, tile.name, tile.role, rights, b"", 0, 0, b"", "", active=True)
