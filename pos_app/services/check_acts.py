"""The last look at prices and discounts by hand, before a sale becomes a fact.

Source: docs/rules/by-hand.md, "Approval".
"""

from collections.abc import Sequence

from pos_app.services.act_by_hand import (
    MeasuredAct,
    is_approver_there,
    is_price_of,
    measured_acts,
    require_approval,
)
from pos_app.services.act_model import NeedsApproval
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from retail_core.pricing.model import PricedBasket


def approved_acts(actor: Actor, basket: Basket, *, priced: PricedBasket) -> Sequence[MeasuredAct]:
    """Return the acts by hand; each was priced as it stands, and is allowed as it stands.

    Raises:
        NeedsApproval: Something grew since it was allowed, or never was.
        RuleError: ``sale.price_is_old``.
    """
    acts = measured_acts(basket, priced)
    if not all(is_price_of(found) for found in acts):
        raise RuleError("sale.price_is_old")
    for found in acts:
        require_approval(found, actor)
    return acts


def ask_approvers(work: UnitOfWork, actor: Actor, *, acts: Sequence[MeasuredAct]) -> None:
    """See that who allowed an act is still there and still has the right.

    Raises:
        NeedsApproval: ``right.missing``: somebody has to allow it anew.
    """
    for found in acts:
        if not is_approver_there(actor, found, find=work.staff.get):
            raise NeedsApproval("right.missing", found.act.verb, act=found.act)
