"""The steps of a basket: pure functions from one basket to the next, without undo, events or ids."""

from dataclasses import replace

from pos_app.services.basket_model import AttachedCoupon, Basket, Line, Removed
from pos_app.services.errors import RuleError
from pos_app.services.records import Names, Product
from retail_core.money import Money, weigh

MOST_LINES = 600
"""More lines than any customer brings; a till that gets here is being played with.

With every line discounted four times and :data:`MOST_REMOVED` lines taken out before, the sale's fact is
still smaller than what the server takes at once; a larger one would hold back all behind it for ever.
"""

MOST_REMOVED = 1_000
"""So many lines may be taken out of one basket before nothing more goes into it."""

MOST_QTY_MILLI = 9_999_999
"""Just under 10,000 pieces or kilograms on one line."""

ONE_MILLI = 1000


def product_line(
    line_id: str, product: Product, *, qty_milli: int, code: str | None, label_minor: int | None
) -> Line:
    """Return the line that sells ``product``.

    Raises:
        RuleError: ``basket.bad_quantity``.
    """
    return Line(
        line_id=line_id,
        product_id=product.product_id,
        code=code,
        names=product.names,
        brand=product.brand,
        category_id=product.category_id,
        sold_by=product.sold_by,
        qty_milli=checked_quantity(qty_milli),
        unit_price_minor=product.price_minor,
        tier_prices=dict(product.tier_prices),
        tax_rate_bp=product.tax_rate_bp,
        min_age=product.min_age,
        regulated=product.regulated,
        tile=product.tile,
        label_minor=label_minor,
    )


def open_line(
    line_id: str, names: Names, *, amount_minor: int, tax_rate_bp: int, category_id: str, code: str | None
) -> Line:
    """Return the line of something that the catalog does not know."""
    return Line(
        line_id=line_id,
        product_id=None,
        code=code,
        names=names,
        brand="",
        category_id=category_id,
        sold_by="piece",
        qty_milli=ONE_MILLI,
        unit_price_minor=amount_minor,
        tier_prices={},
        tax_rate_bp=tax_rate_bp,
        min_age=0,
        regulated=False,
        tile=names.zh_hans[:1],
    )


def line_to_join(basket: Basket, line: Line) -> Line | None:
    """Return the line onto which the goods of ``line`` go, ``None`` where they are a line of their own."""
    if line.sold_by != "piece" or line.label_minor is not None:
        return None
    for other in basket.lines:
        is_same = other.product_id == line.product_id and other.label_minor is None
        if is_same and other.unit_price_minor == line.unit_price_minor:
            return other
    return None


def with_added(basket: Basket, line: Line) -> tuple[Basket, Line]:
    """Return the basket with the goods of ``line``, and the line on which they stand now.

    Raises:
        RuleError: ``basket.bad_quantity``, ``basket.full``.
    """
    same = line_to_join(basket, line)
    if same is None:
        return with_appended(basket, line), line
    joined = replace(same, qty_milli=checked_quantity(same.qty_milli + line.qty_milli))
    return with_line(basket, joined), joined


def with_appended(basket: Basket, line: Line) -> Basket:
    """Return the basket with ``line`` at its end.

    Raises:
        RuleError: ``basket.full``.
    """
    if len(basket.lines) >= MOST_LINES or len(basket.removed) >= MOST_REMOVED:
        raise RuleError("basket.full")
    return replace(basket, lines=(*basket.lines, line))


def with_line(basket: Basket, line: Line) -> Basket:
    """Return the basket with ``line`` instead of the one that has its id."""
    lines = tuple(line if other.line_id == line.line_id else other for other in basket.lines)
    return replace(basket, lines=lines)


def with_quantity(basket: Basket, line_id: str, *, qty_milli: int) -> Basket:
    """Return the basket with a line's quantity changed; 0 removes the line.

    Raises:
        RuleError: ``basket.no_line``, ``basket.bad_quantity``, ``basket.label_fixed``.
    """
    line = line_of(basket, line_id)
    if qty_milli == 0:
        return without_line(basket, line_id)
    if line.label_minor is not None:
        raise RuleError("basket.label_fixed")
    if line.sold_by == "piece" and qty_milli % ONE_MILLI:
        raise RuleError("basket.bad_quantity")
    return with_line(basket, replace(line, qty_milli=checked_quantity(qty_milli)))


def without_line(basket: Basket, line_id: str) -> Basket:
    """Return the basket without a line; it stands among the removed ones of the sale.

    Raises:
        RuleError: ``basket.no_line``.
    """
    line = line_of(basket, line_id)
    lines = tuple(other for other in basket.lines if other.line_id != line_id)
    return replace(basket, lines=lines, removed=(*basket.removed, _removed(line, basket.currency)))


def emptied(basket: Basket) -> Basket:
    """Return the basket with everything taken out, member and coupons too."""
    removed = tuple(_removed(line, basket.currency) for line in basket.lines)
    return Basket(basket.basket_id, basket.currency, removed=(*basket.removed, *removed))


def with_coupon(basket: Basket, coupon: AttachedCoupon) -> Basket:
    """Return the basket with an accepted coupon.

    Raises:
        RuleError: ``coupon.already_here``.
    """
    if any(held.coupon_id == coupon.coupon_id for held in basket.coupons):
        raise RuleError("coupon.already_here")
    return replace(basket, coupons=(*basket.coupons, coupon))


def without_coupon(basket: Basket, coupon_id: str) -> Basket:
    """Return the basket without a coupon."""
    coupons = tuple(held for held in basket.coupons if held.coupon_id != coupon_id)
    return replace(basket, coupons=coupons)


def line_of(basket: Basket, line_id: str) -> Line:
    """Return a line of the basket.

    Raises:
        RuleError: ``basket.no_line``.
    """
    line = basket.line(line_id)
    if line is None:
        raise RuleError("basket.no_line")
    return line


def checked_quantity(qty_milli: int) -> int:
    """Return ``qty_milli`` where a line may have it.

    Raises:
        RuleError: ``basket.bad_quantity``.
    """
    if not 0 < qty_milli <= MOST_QTY_MILLI:
        raise RuleError("basket.bad_quantity")
    return qty_milli


def list_minor(line: Line, currency: str) -> int:
    """Return what a line costs by the price list, or by its label."""
    if line.label_minor is not None:
        return line.label_minor
    return weigh(Money(line.unit_price_minor, currency), line.qty_milli).minor


def _removed(line: Line, currency: str) -> Removed:
    return Removed(line.names, line.qty_milli, list_minor(line, currency))
