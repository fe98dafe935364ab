"""Prices and discounts by hand: right and limit are measured on the basket that would come out.

Source: docs/rules/by-hand.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, require_allowed
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Basket, HandDiscount, HandKind
from pos_app.services.errors import RuleError
from pos_app.services.hand_steps import with_discount, without_discount
from pos_app.services.ports import Clock
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import Actor, StaffMember
from retail_core.pricing.by_hand import Measured, expected_off, measure, sums_of
from retail_core.pricing.model import CashierDiscount, PricedBasket

REASONS: Final = (
    "damaged",
    "near_expiry",
    "wrong_label",
    "price_match",
    "complaint",
    "regular",
    "colleague",
    "other",
)
"""Why somebody takes something off, in the order of the choices."""

SMALL_CHANGE: Final = "small_change"
"""The reason of dropped change."""


@dataclass(frozen=True, slots=True)
class MeasuredAct:
    """An act by hand with what it comes to on the priced basket."""

    discount: HandDiscount
    act: Act
    measured: Measured


@dataclass(frozen=True, slots=True)
class Look:
    """What an act would take off of what; ``reaches`` tells that nobody has to be asked."""

    taken_minor: int
    base_minor: int
    reaches: bool


def measured_acts(basket: Basket, priced: PricedBasket) -> tuple[MeasuredAct, ...]:
    """Return the acts by hand of a basket; ``priced`` must be its price."""
    if not basket.discounts:
        return ()
    protected = {line.line_id: line.regulated or line.deposit for line in basket.lines}
    sums = {
        line.line_id: sums_of(line, protected=protected.get(line.line_id, False)) for line in priced.lines
    }
    found = []
    for discount in basket.discounts:
        measured = measure(as_priced(discount), sums)
        act = Act(
            verb=measured.verb,
            subject=discount.line_id or basket.basket_id,
            value=discount.value,
            amount=measured.amount,
            given_minor=measured.taken_minor,
        )
        found.append(MeasuredAct(discount, act, measured))
    return tuple(found)


def as_priced(discount: HandDiscount) -> CashierDiscount:
    """Return an act as pricing takes it."""
    return CashierDiscount(discount.line_id, discount.kind, discount.value)


def is_allowed(actor: Actor, found: MeasuredAct) -> bool:
    """Return whether ``actor`` may pay a basket with this act: by right, or allowed by somebody."""
    if rights.allows(actor.rights, found.act.verb, amount=found.act.amount):
        return True
    approval = found.discount.approval
    return approval is not None and approval.staff_id != actor.staff_id and approval.covers(found.act)


def is_approver_there(actor: Actor, found: MeasuredAct, *, find: Callable[[str], StaffMember | None]) -> bool:
    """Return whether who allowed an act is still there with the right; true where nobody was needed."""
    act, approval = found.act, found.discount.approval
    if approval is None or rights.allows(actor.rights, act.verb, amount=act.amount):
        return True
    person = find(approval.staff_id)
    allowed = {} if person is None or not person.active else person.rights
    return rights.allows(allowed, act.verb, amount=act.amount)


def is_price_of(found: MeasuredAct) -> bool:
    """Return whether the price took off what the act says; an older price did not know the act."""
    if found.discount.kind == "price":
        return True
    measured = found.measured
    return measured.taken_minor == expected_off(as_priced(found.discount), measured.base_minor)


def require_approval(found: MeasuredAct, actor: Actor) -> None:
    """Return if ``actor`` may do the act.

    Raises:
        NeedsApproval: ``right.missing`` (verb) or ``right.over_limit`` (verb, limit).
    """
    require_allowed(actor, found.act, approval=found.discount.approval)


class ActByHand:
    """Changes prices of the basket on the counter by hand; on the UI thread, a few milliseconds."""

    def __init__(
        self,
        *,
        basket: CurrentBasket,
        prices: PriceBasket,
        clock: Clock,
        find_person: Callable[[str], StaffMember | None],
    ) -> None:
        """Keep the basket, what prices it, and what knows the people; well under a millisecond."""
        self._current = basket
        self._prices = prices
        self._clock = clock
        self._find_person = find_person

    def __call__(self, actor: Actor, discount: HandDiscount) -> None:
        """Do the act, as a step that can be undone; within the own limit it counts as allowed by ``actor``.

        Raises:
            NeedsApproval: The right is missing or does not reach, and ``discount`` carries no approval that
                covers this act; it says which act has to be allowed.
            RuleError: ``basket.no_line``, ``by_hand.regulated``, ``by_hand.bad_value``,
                ``by_hand.above_list``, ``by_hand.nothing_off``.
        """
        basket = with_discount(self._current.basket, discount)
        found = self._measured(basket, discount)
        if not found.measured.taken_minor:
            raise RuleError("by_hand.nothing_off")
        require_approval(found, actor)
        if rights.allows(actor.rights, found.act.verb, amount=found.act.amount):
            discount = replace(discount, approval=self._own(actor, found.act))
        self._current.change(partial(with_discount, discount=discount))

    def look(self, actor: Actor, discount: HandDiscount) -> Look:
        """Return what an act would come to, without doing it.

        Raises:
            RuleError: As when it is done.
        """
        basket = with_discount(self._current.basket, discount)
        found = self._measured(basket, discount)
        if not found.measured.taken_minor:
            raise RuleError("by_hand.nothing_off")
        reaches = rights.allows(actor.rights, found.act.verb, amount=found.act.amount)
        return Look(found.measured.taken_minor, found.measured.base_minor, reaches=reaches)

    def allow(self, approval: Approval) -> None:
        """Put an approval onto the act of the basket that it was given for; nothing happens without one."""
        basket = self._current.basket
        for found in measured_acts(basket, self._prices(basket)):
            if approval.covers(found.act):
                allowed = replace(found.discount, approval=approval)
                self._current.change(partial(with_discount, discount=allowed))

    def take_back(self, line_id: str | None, *, kind: HandKind) -> None:
        """Take a price or discount off again; nobody is asked for that."""
        self._current.change(partial(without_discount, line_id=line_id, kind=kind))

    def unapproved(self, actor: Actor) -> tuple[MeasuredAct, ...]:
        """Return what somebody has to allow before ``actor`` takes payment; who left allows nothing more."""
        basket = self._current.basket
        if not basket.discounts:
            return ()
        acts = measured_acts(basket, self._prices(basket))
        return tuple(
            found
            for found in acts
            if not is_allowed(actor, found) or not is_approver_there(actor, found, find=self._find_person)
        )

    def _measured(self, basket: Basket, discount: HandDiscount) -> MeasuredAct:
        return next(
            found for found in measured_acts(basket, self._prices(basket)) if found.discount is discount
        )

    def _own(self, actor: Actor, act: Act) -> Approval:
        return Approval(act, actor.staff_id, actor.name, self._clock.now_ms())


def cents_of(total_minor: int, *, unit_minor: int) -> tuple[int, ...]:
    """Return what can be dropped of a total, the least first: the last digit, then all below a whole unit.

    Args:
        total_minor: What is to pay, >= 0.
        unit_minor: Minor units of one unit of the currency: 100, or 1 without cents.
    """
    steps = [step for step in (10, 100) if step <= unit_minor] or [10, 100]
    drops = [total_minor % step for step in steps]
    return tuple(dict.fromkeys(drop for drop in drops if drop and drop < total_minor))


def who_allowed(discounts: Sequence[HandDiscount], actor_id: str) -> dict[tuple[str | None, HandKind], str]:
    """Return the names of other people who allowed acts, by line and kind."""
    return {
        (each.line_id, each.kind): each.approval.name
        for each in discounts
        if each.approval is not None and each.approval.staff_id != actor_id
    }
