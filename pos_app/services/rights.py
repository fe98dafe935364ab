"""Rights are verbs with limits; they are checked inside the use cases, never only on a button.

The server sends each member of staff with ``rights``: verb to limit, ``None`` for no limit. A verb that is
not there is not allowed.
"""

from collections.abc import Mapping
from typing import Final

from pos_app.services.errors import RuleError
from retail_core import batches
from retail_core.pricing import by_hand
from retail_core.wire import shift_facts
from retail_core.wire.store_facts import ORDER_BUSY_RIGHT

SELL: Final = "sell"
"""Ring up and take payment."""

SELL_OPEN_PRICE: Final = "sell.open_price"
"""Sell what the catalog does not know; the limit is the amount of one line in minor units."""

PRICE_OVERRIDE: Final = by_hand.PRICE_OVERRIDE
"""Sell a line at a price of one's own; the limit is basis points below the list price."""

DISCOUNT_LINE: Final = by_hand.DISCOUNT_LINE
"""Take something off a line; the limit is basis points of what the line would cost."""

DISCOUNT_BASKET: Final = by_hand.DISCOUNT_BASKET
"""Take something off the whole basket; the limit is basis points of what it would cost."""

DISCOUNT_DROP: Final = by_hand.DISCOUNT_DROP
"""Drop small change (抹零); the limit is minor units."""

PAYMENT_RESOLVE: Final = "payment.resolve"
"""Say whether a payment in doubt moved money, for want of the provider's word; the limit is minor units."""

SALE_RECALL_ANY: Final = "sale.recall_any"
"""Recall, or give up, a sale that somebody else parked."""

SALE_RETURN: Final = "sale.return"
"""Take goods of a receipt back; the limit is the refund of one receipt in minor units."""

SALE_RETURN_WITHOUT_RECEIPT: Final = "sale.return_without_receipt"
"""Take goods back without a receipt; the limit is the refund in minor units."""

REFUND_CASH: Final = "refund.cash"
"""Give cash back for what was paid otherwise; the limit is the amount in minor units."""

SHIFT_OPEN: Final = "shift.open"
"""Open a shift with a float."""

SHIFT_CLOSE: Final = "shift.close"
"""Count and close the shift."""

SHIFT_ANY: Final = shift_facts.SHIFT_ANY_RIGHT
"""Resume, sell in and close the personal drawer of somebody else."""

SHIFT_X: Final = shift_facts.SHIFT_X_RIGHT
"""See an X: what the open shift came to so far."""

SHIFT_APPROVE_DIFFERENCE: Final = shift_facts.APPROVE_DIFFERENCE_RIGHT
"""Let a shift close with a difference above the store's limit; the limit is its minor units."""

CASH_PAID_IN: Final = shift_facts.PAID_IN_RIGHT
"""Put money into the drawer that no sale brought; the limit is minor units."""

CASH_PAID_OUT: Final = shift_facts.PAID_OUT_RIGHT
"""Pay something out of the drawer; the limit is minor units."""

CASH_SAFE_DROP: Final = shift_facts.SAFE_DROP_RIGHT
"""Bring money from the drawer to the safe."""

CASH_FLOAT: Final = shift_facts.FLOAT_RIGHT
"""Add change from the safe to the drawer."""

DRAWER_NO_SALE: Final = shift_facts.NO_SALE_RIGHT
"""Open the drawer without a sale."""

DAY_CLOSE: Final = shift_facts.DAY_CLOSE_RIGHT
"""Close the day of the store."""

TRAINING_ENTER: Final = shift_facts.TRAINING_RIGHT
"""Practise at this till, beside its books."""

ORDER_PICK: Final = "order.pick"
"""Pick orders and mark them ready."""

ORDER_HAND_OVER: Final = "order.hand_over"
"""Hand orders over to customers."""

ORDER_HAND_OVER_ANY: Final = "order.hand_over_any"
"""Hand an order over without code, phone digits and name, for a reason."""

ORDER_BUSY: Final = ORDER_BUSY_RIGHT
"""Say that the store is busy: orders are promised later from then on."""

RECEIPT_REPRINT: Final = "receipt.reprint"
"""Print a copy of a receipt."""

REPORT_VIEW: Final = "report.view"
"""See shift reports and the figures of the store."""

REPORT_CHAIN: Final = "report.chain"
"""See the figures of other stores, and of all of them together; head office looks at it, too."""

EXCEPTION_SETTLE: Final = "exception.settle"
"""See the facts that head office has doubts about, and say what was done about one."""

COUPON_OFFLINE_EXTEND: Final = "coupon.offline_extend"
"""Let a till take coupons offline for 48 h more, with lists that are older than a day."""
MEMBER_SEARCH: Final = "member.search"
"""Look for members by the last digits of the phone number, or by name."""

MEMBER_EDIT: Final = "member.edit"
"""Change preferences, note and birthday of a member."""

MEMBER_REVEAL: Final = "member.reveal"
"""See the whole name and phone number of a member, with a reason."""

MEMBER_ADJUST: Final = "member.adjust"
"""Correct points or a balance of a member; the limit is points, or minor units, of one correction."""

SELL_PAST_DATE: Final = batches.SELL_PAST_DATE
"""Sell goods after their best-before date, where the law lets it; no role has it of itself."""

STOCK_RECEIVE: Final = "stock.receive"
"""Take in goods that a supplier brought."""

STOCK_COUNT: Final = "stock.count"
"""Count goods; the stock becomes what was counted."""

STOCK_WASTE: Final = "stock.waste"
"""Write goods off, with a reason."""

STOCK_TRANSFER: Final = "stock.transfer"
"""Send goods to another store, and take in what arrived."""

ALL: Final = (
    SELL,
    SELL_OPEN_PRICE,
    PRICE_OVERRIDE,
    DISCOUNT_LINE,
    DISCOUNT_BASKET,
    DISCOUNT_DROP,
    PAYMENT_RESOLVE,
    SALE_RECALL_ANY,
    SALE_RETURN,
    SALE_RETURN_WITHOUT_RECEIPT,
    REFUND_CASH,
    SHIFT_OPEN,
    SHIFT_CLOSE,
    SHIFT_ANY,
    SHIFT_X,
    SHIFT_APPROVE_DIFFERENCE,
    CASH_PAID_IN,
    CASH_PAID_OUT,
    CASH_SAFE_DROP,
    CASH_FLOAT,
    DRAWER_NO_SALE,
    DAY_CLOSE,
    TRAINING_ENTER,
    ORDER_PICK,
    ORDER_HAND_OVER,
    ORDER_HAND_OVER_ANY,
    ORDER_BUSY,
    RECEIPT_REPRINT,
    REPORT_VIEW,
    REPORT_CHAIN,
    EXCEPTION_SETTLE,
    COUPON_OFFLINE_EXTEND,
    MEMBER_SEARCH,
    MEMBER_EDIT,
    MEMBER_REVEAL,
    MEMBER_ADJUST,
    SELL_PAST_DATE,
    STOCK_RECEIVE,
    STOCK_COUNT,
    STOCK_WASTE,
    STOCK_TRANSFER,
)
"""Every verb that this release asks for."""

IN_BASIS_POINTS: Final = frozenset({PRICE_OVERRIDE, DISCOUNT_LINE, DISCOUNT_BASKET})
"""The verbs whose limit is a share; that of the others is an amount in minor units."""


def allows(rights: Mapping[str, int | None], verb: str, *, amount: int = 0) -> bool:
    """Return whether ``rights`` allow ``verb`` for ``amount`` (0 for verbs without a limit)."""
    if verb not in rights:
        return False
    limit = rights[verb]
    return limit is None or amount <= limit


def require(rights: Mapping[str, int | None], verb: str, *, amount: int = 0) -> None:
    """Return if ``rights`` allow ``verb`` for ``amount``.

    Raises:
        RuleError: ``right.missing`` (verb), or ``right.over_limit`` (verb, limit).
    """
    if verb not in rights:
        raise RuleError("right.missing", verb)
    limit = rights[verb]
    if limit is not None and amount > limit:
        raise RuleError("right.over_limit", verb, limit)
