"""An act that needs a right with a limit, and another person's approval of exactly this act.

An approval is no key: it says what was seen when it was given. Another verb, another thing, another value,
or more than was seen then, and somebody is asked again. Source: docs/rules/by-hand.md, "Approval".
"""

from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants to do.

    ``subject`` is the id of the one thing it is done to: a line, a basket, a receipt. ``value`` is what was
    keyed in. ``amount`` is what the limit of the right is compared with, in the right's own unit.
    ``given_minor`` >= 0 is what the shop gives away by it.
    """

    verb: str
    subject: str
    value: int = 0
    amount: int = 0
    given_minor: int = 0
    not_by: tuple[str, ...] = ()
    """People who may not allow it whatever their rights; the actor among them where it is their own."""


class NeedsApproval(RuleError):  # noqa: N818 - says what is so.
    """A right is missing or does not reach: ``act`` is what another person has to allow."""

    def __init__(self, code: str, *arguments: object, act: Act) -> None:
        super().__init__(code, *arguments)
        self.act = act


@dataclass(frozen=True, slots=True)
class Approval:
    """Who allowed ``act``, and when (UTC milliseconds); it counts for this act and for no other one."""

    act: Act
    staff_id: str
    name: str
    at_ms: int

    def covers(self, act: Act) -> bool:
        """Return whether ``act`` is still the one that was allowed, or less of it."""
        seen = self.act
        is_same = (act.verb, act.subject, act.value) == (seen.verb, seen.subject, seen.value)
        return is_same and act.amount <= seen.amount and act.given_minor <= seen.given_minor


def approver_of(actor: Actor, act: Act, *, approval: Approval | None) -> str | None:
    """Return who else allowed an act; ``None`` where the actor's own right reached."""
    if approval is None or rights.allows(actor.rights, act.verb, amount=act.amount):
        return None
    return approval.staff_id


def require_allowed(actor: Actor, act: Act, *, approval: Approval | None) -> None:
    """Return if ``actor`` may do ``act`` by right, or another person has allowed it.

    Raises:
        NeedsApproval: ``right.missing`` (verb), ``right.over_limit`` (verb, limit), or ``right.own_act``: it
            takes another person whatever the actor's right.
    """
    has_right = rights.allows(actor.rights, act.verb, amount=act.amount)
    if has_right and actor.staff_id not in act.not_by:
        return
    barred = {actor.staff_id, *act.not_by}
    if approval is not None and approval.staff_id not in barred and approval.covers(act):
        return
    if has_right:
        raise NeedsApproval("right.own_act", act=act)
    if act.verb not in actor.rights:
        raise NeedsApproval("right.missing", act.verb, act=act)
    raise NeedsApproval("right.over_limit", act.verb, actor.rights[act.verb], act=act)
