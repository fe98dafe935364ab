"""What others tell the staff slice."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

ROLES: Final = MappingProxyType(
    {
        "cashier": MappingProxyType(
            {
                "sell": None,
                "sell.open_price": 20_000,
                "price.override": 1_000,
                "discount.line": 1_000,
                "discount.basket": 500,
                "discount.drop": 99,
                "sale.return": 20_000,
                "shift.open": None,
                "shift.close": None,
                "cash.paid_in": 20_000,
                "cash.paid_out": 10_000,
                "cash.safe_drop": None,
                "training.enter": None,
                "order.hand_over": None,
                "receipt.reprint": None,
                "member.search": None,
                "member.edit": None,
                "stock.receive": None,
                "stock.count": None,
            }
        ),
        "staff": MappingProxyType(
            {
                "order.pick": None,
                "order.hand_over": None,
                "training.enter": None,
                "order.busy": None,
                "stock.receive": None,
                "stock.count": None,
                "stock.transfer": None,
            }
        ),
        "manager": MappingProxyType(
            {
                "sell": None,
                "sell.open_price": None,
                "price.override": None,
                "discount.line": None,
                "discount.basket": None,
                "discount.drop": None,
                "payment.resolve": None,
                "sale.recall_any": None,
                "sale.return": None,
                "sale.return_without_receipt": None,
                "refund.cash": None,
                "shift.open": None,
                "shift.close": None,
                "shift.any": None,
                "shift.x": None,
                "shift.approve_difference": None,
                "cash.paid_in": None,
                "cash.paid_out": None,
                "cash.safe_drop": None,
                "cash.float": None,
                "drawer.no_sale": None,
                "training.enter": None,
                "day.close": None,
                "order.pick": None,
                "order.hand_over": None,
                "order.hand_over_any": None,
                "order.busy": None,
                "receipt.reprint": None,
                "report.view": None,
                "report.chain": None,
                "exception.settle": None,
                "coupon.offline_extend": None,
                "member.search": None,
                "member.edit": None,
                "member.reveal": None,
                "member.adjust": 50_000,
                "stock.receive": None,
                "stock.count": None,
                "stock.waste": None,
                "stock.transfer": None,
            }
        ),
    }
)
"""The rights of each role: verb to limit, None for no limit; amounts are minor units.

Those of ``price.override``, ``discount.line`` and ``discount.basket`` are basis points.
Source: docs/rules/by-hand.md, "Rights"; docs/rules/returns.md, "Rights"; docs/rules/shifts.md, "Rights".
"""

LEAST_PIN_DIGITS: Final = 4
MOST_PIN_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class NewStaff:
    """A person to be entered; ``scope`` is a store or ``*``; an empty ``badge`` is none."""

    staff_id: str
    scope: str
    name: str
    role: str
    pin: str
    badge: str = ""
    import_batch: str | None = None


@dataclass(frozen=True, slots=True)
class PinDigest:
    """What checks a PIN: argon2id of it with 32 bytes; ``mem`` is bytes, ``ops`` the number of passes."""

    salt: str
    ops: int
    mem: int
    digest: str
