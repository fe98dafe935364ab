"""The largest basket that the counter lets grow makes a fact that the server takes at once."""

from pos_app.services.basket_steps import MOST_LINES, MOST_REMOVED
from pos_app.services.hand_steps import MOST_NOTE
from retail_core.returns.basis import MOST_BYTES
from retail_core.wire.base import Message
from retail_core.wire.facts import CashierAct, ClawBack, Discount, RemovedLine, ReturnedLine, SaleLine
from retail_core.wire.journal import MAX_BATCH_BYTES

NAME = "商" * 40
ID = "0" * 32
DISCOUNT = Discount(
    rule_id="c" * 32,
    kind="threshold",
    name=NAME,
    amount_minor=-123_456,
    funders={"headquarters": -100_000, "brand": -23_456},
    tax_effect="third_party_payment",
    units_milli=99_999,
)
SOLD = SaleLine(
    line_id=ID,
    product_id=ID,
    code="6901234567892",
    name=NAME,
    category_id="c" * 20,
    qty_milli=9_999_000,
    sold_by="piece",
    unit_price_minor=123_456,
    list_minor=123_456_789,
    discounts=(DISCOUNT,) * 4,
    total_minor=12_345_678,
    net_minor=1_234_567,
    tax_minor=123_456,
    tax_rate_bp=1_300,
    points=123,
    brand=NAME[:20],
    tier_prices={"gold": 12_345, "silver": 12_345, "basic": 12_345},
)
BACK = ReturnedLine(
    line_id=ID,
    of_line_id=ID,
    product_id=ID,
    name=NAME,
    category_id="c" * 20,
    qty_milli=9_999_000,
    sold_by="piece",
    pack_pieces=24,
    list_minor=123_456_789,
    discounts=(DISCOUNT,) * 4,
    total_minor=12_345_678,
    net_minor=1_234_567,
    tax_minor=123_456,
    tax_rate_bp=1_300,
    reason="changed_mind",
    restock=False,
)
CLAWED = ClawBack(
    of_line_id=ID,
    rule_id="c" * 32,
    kind="threshold",
    name=NAME,
    category_id="c" * 20,
    tax_effect="third_party_payment",
    funders={"headquarters": 100_000, "brand": 23_456},
    total_minor=123_456,
    net_minor=123_456,
    tax_minor=0,
    tax_rate_bp=1_300,
)
NOTED = SOLD.model_copy(update={"note": "记" * MOST_NOTE})
ACT = CashierAct(
    kind="discount.basket",
    line_id=ID,
    value=123_456_789,
    amount_minor=-12_345_678,
    reason="price_match",
    approved_by="S0001-M0001",
    how="percent",
)
REMOVED = RemovedLine(name=NAME, qty_milli=1_000, list_minor=123_456)
ROOM_FOR_THE_REST = 16 * 1024


def _bytes(part: Message) -> int:
    return len(part.model_dump_json().encode()) + 1


def test_the_longest_basket_fits_into_one_batch() -> None:
    a_line = max(_bytes(SOLD), _bytes(BACK), 4 * _bytes(CLAWED))
    # What the counter counts as so many to a line is no longer than the line.
    assert 6 * (_bytes(NOTED) - _bytes(SOLD)) <= a_line
    assert 9 * _bytes(ACT) <= a_line
    longest = MOST_LINES * a_line + MOST_REMOVED * _bytes(REMOVED) + MOST_BYTES + ROOM_FOR_THE_REST
    assert longest <= MAX_BATCH_BYTES
