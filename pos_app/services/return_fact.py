"""What a document says of the goods that came back in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval
from pos_app.services.basket_model import Basket
from pos_app.services.records import Actor
from retail_core.money import Money
from retail_core.pricing.model import PricedBasket
from retail_core.returns.document import RateSum, tax_table
from retail_core.returns.model import Refund
from retail_core.wire import facts

_INSTEAD = "cash_instead"
"""The reason of cash in place of another tender."""


@dataclass(frozen=True, slots=True)
class SettledReturns:
    """What became of the refunds of a document: its ``total``, and each refund with its money.

    ``cash`` is the act of giving cash for what was paid otherwise, ``None`` where there is none.
    """

    total: Money
    refunds: tuple[Refund, ...]
    cash: Act | None
    cash_approval: Approval | None


def tax_of(priced: PricedBasket, refunds: Sequence[Refund]) -> tuple[facts.TaxRow, ...]:
    """Return the tax table of the whole document."""
    sold = [RateSum(row.rate_bp, row.net.minor, row.tax.minor) for row in priced.tax]
    return tuple(
        facts.TaxRow(
            rate_bp=row.rate_bp,
            net_minor=row.net_minor,
            tax_minor=row.tax_minor,
            gross_minor=row.gross_minor,
        )
        for row in tax_table(sold, refunds)
    )


def return_acts(actor: Actor, basket: Basket, *, settled: SettledReturns) -> tuple[facts.CashierAct, ...]:
    """Return one act for each receipt of which goods came back, and one for cash in place of a tender."""
    acts = [
        _act(actor, goods.act, reason=goods.refund.lines[0].reason, approval=goods.approval)
        for goods in basket.returns
    ]
    if settled.cash is not None:
        acts.append(_act(actor, settled.cash, reason=_INSTEAD, approval=settled.cash_approval))
    return tuple(acts)


def _act(actor: Actor, act: Act, *, reason: str, approval: Approval | None) -> facts.CashierAct:
    is_own = rights.allows(actor.rights, act.verb, amount=act.amount)
    return facts.CashierAct(
        kind=act.verb,
        line_id=None,
        value=act.value,
        amount_minor=-act.given_minor,
        reason=reason,
        approved_by=None if is_own or approval is None else approval.staff_id,
    )
