"""The steps of a basket: pure functions from one basket to the next, without undo, events or ids."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from pos_app.services.basket_model import AttachedCoupon, Basket, ChosenOption, Line, Removed
from pos_app.services.errors import RuleError
from pos_app.services.order_goods_model import HeldGoods
from pos_app.services.piece_marks import PieceMarks
from pos_app.services.records import Names, Pack, Product
from retail_core.money import Money, weigh
from retail_core.returns.model import BackLine

MOST_LINES = 350
"""More lines than any customer brings; a till that gets here is being played with.

With every line discounted four times, what its returns need, and :data:`MOST_REMOVED` lines taken out
before, the sale's fact is still smaller than what the server takes at once; a larger one would hold back all
behind it for ever.
"""

MOST_REMOVED = 900
"""So many lines may be taken out of one basket before nothing more goes into it."""

MOST_QTY_MILLI = 9_999_999
"""Just under 10,000 pieces or kilograms on one line."""

ONE_MILLI = 1000

_OPTIONS_A_LINE = 4
"""So many options are as long in the sale's fact as a line."""

_NOTES_A_LINE = 6
"""So many notes are."""

_ACTS_A_LINE = 9
"""So many prices and discounts by hand are."""

_CLAWED_A_LINE = 4
"""So many discounts that are clawed back are as long as a line."""


def product_line(
    line_id: str, product: Product, *, qty_milli: int, code: str | None, label_minor: int | None
) -> Line:
    """Return the line that sells ``product``.

    Raises:
        RuleError: ``basket.bad_quantity``.
    """
    # A deposit has none of its own, and weighed goods are not handed over in bottles that come back.
    brings = product.deposit_id if product.sold_by == "piece" and not product.deposit else None
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
        away_tax_rate_bp=product.away_tax_rate_bp,
        deposit=product.deposit,
        deposit_id=brings or "",
        cost_minor=product.cost_minor,
    )


def marked(basket: Basket, line: Line, *, marks: PieceMarks) -> Line:
    """Return the line with what is known of its piece.

    Raises:
        RuleError: ``serial.in_basket``: this very piece lies there already.
    """
    taken = (other for other in basket.lines if other.product_id == line.product_id)
    if marks.serial and any(other.serial == marks.serial for other in taken):
        raise RuleError("serial.in_basket", marks.serial)
    return replace(
        line, batch=marks.batch, expires=marks.expires, serial=marks.serial, past_date=marks.past_date
    )


def as_pack(line: Line, pack: Pack) -> Line:
    """Return the line that sells ``pack`` of the product of ``line``."""
    return replace(
        line,
        pack_id=pack.pack_id,
        pack_pieces=pack.pieces,
        pack_names=pack.names,
        unit_price_minor=pack.price_minor,
        tier_prices=dict(pack.tier_prices),
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
    if line.sold_by != "piece" or line.label_minor is not None or line.serial:
        return None
    # What was said or decided about one piece does not hold for the next.
    own = {each.line_id for each in basket.discounts}
    plain = (other for other in basket.lines if other.line_id not in own)
    return next((other for other in plain if _is_same(other, line)), None)


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
    grown = replace(basket, lines=(*basket.lines, line))
    if length_of(grown) > MOST_LINES or len(basket.removed) >= MOST_REMOVED:
        raise RuleError("basket.full")
    return grown


def with_order(basket: Basket, lines: Sequence[Line]) -> Basket:
    """Return the basket with the lines of an order that is paid in the store; all of them or none.

    Raises:
        RuleError: ``order.in_basket``, ``basket.full``.
    """
    if any(line.order_id == lines[0].order_id for line in basket.lines):
        raise RuleError("order.in_basket")
    for line in lines:
        basket = with_appended(basket, line)
    return basket


def with_held(basket: Basket, lines: Sequence[Line], *, held: HeldGoods) -> Basket:
    """Return the basket with an order that is taken with it, and its lines.

    Raises:
        RuleError: ``order.in_basket``, ``basket.full``.
    """
    grown = with_order(replace(basket, ordered=(*basket.ordered, held)), lines)
    return within_bounds(basket, grown)


def with_deposit(basket: Basket, line: Line, *, deposit: Product) -> Basket:
    """Return the basket with the line of the deposit that ``line`` brings along; one that is there stays.

    Raises:
        RuleError: ``basket.bad_quantity``.
    """
    if any(other.deposit_of == line.line_id for other in basket.lines):
        return basket
    own = product_line(
        deposit_line_id(line.line_id), deposit, qty_milli=line.pieces_milli, code=None, label_minor=None
    )
    return _behind(basket, line, added=replace(own, deposit=True, deposit_of=line.line_id))


def settled(basket: Basket) -> Basket:
    """Return the basket with every deposit as its goods have it: so many, and gone with them.

    Goods that came apart from others with a deposit (a line that was split) get a line of it, too.
    """
    if not any(line.deposit_of for line in basket.lines):
        return basket
    of_goods = {line.deposit_of: line for line in basket.lines if line.deposit_of}
    kinds = {line.product_id: line for line in of_goods.values()}
    lines: list[Line] = []
    for line in basket.lines:
        if line.deposit_of:
            continue
        lines.append(line)
        known = of_goods.get(line.line_id) or (kinds.get(line.deposit_id) if line.deposit_id else None)
        if known is not None:
            own = replace(
                known,
                line_id=deposit_line_id(line.line_id),
                deposit_of=line.line_id,
                qty_milli=line.pieces_milli,
            )
            # The same object stays while nothing about it changed, so that nothing is drawn anew.
            lines.append(known if own == known else own)
    return replace(basket, lines=tuple(lines))


def deposit_line_id(line_id: str) -> str:
    """Return the id of the deposit's line of a line."""
    return f"{line_id}-d"


def with_options(basket: Basket, line_id: str, *, options: tuple[ChosenOption, ...]) -> Basket:
    """Return the basket with other options on a line; whether they may be chosen is checked before.

    Raises:
        RuleError: ``basket.no_line``, ``basket.no_options`` of a pack or of weighed goods, ``basket.full``.
    """
    line = line_of(basket, line_id)
    if options and (line.pack_id or line.sold_by != "piece" or line.label_minor is not None):
        raise RuleError("basket.no_options")
    return within_bounds(basket, with_line(basket, replace(line, options=options)))


def with_line(basket: Basket, line: Line) -> Basket:
    """Return the basket with ``line`` instead of the one that has its id."""
    lines = tuple(line if other.line_id == line.line_id else other for other in basket.lines)
    return replace(basket, lines=lines)


def with_quantity(basket: Basket, line_id: str, *, qty_milli: int) -> Basket:
    """Return the basket with a line's quantity changed; 0 removes the line.

    Raises:
        RuleError: ``basket.no_line``, ``basket.bad_quantity``, ``basket.label_fixed``, ``order.line_fixed``,
            ``basket.deposit_follows``, ``serial.one_piece``.
    """
    line = _own_line(basket, line_id)
    if qty_milli == 0:
        return without_line(basket, line_id)
    if line.order_id:
        raise RuleError("order.line_fixed")
    if line.label_minor is not None:
        raise RuleError("basket.label_fixed")
    if line.sold_by == "piece" and qty_milli % ONE_MILLI:
        raise RuleError("basket.bad_quantity")
    if line.serial and qty_milli != ONE_MILLI:
        raise RuleError("serial.one_piece")
    return with_line(basket, replace(line, qty_milli=checked_quantity(qty_milli)))


def without_line(basket: Basket, line_id: str) -> Basket:
    """Return the basket without a line; it stands among the removed ones of the sale.

    An order goes as a whole: it is still to be paid, and nothing of it was taken off.

    Raises:
        RuleError: ``basket.no_line``, ``basket.deposit_follows``.
    """
    line = _own_line(basket, line_id)
    if line.order_id:
        return without_order(basket, line.order_id)
    lines = tuple(other for other in basket.lines if other.line_id != line_id)
    discounts = tuple(each for each in basket.discounts if each.line_id != line_id)
    removed = taken_out(basket, [_removed(line, basket.currency)])
    return replace(basket, lines=lines, discounts=discounts, removed=removed)


def without_order(basket: Basket, order_id: str) -> Basket:
    """Return the basket without the lines of an order."""
    return without_orders(basket, [order_id])


def without_orders(basket: Basket, order_ids: Collection[str]) -> Basket:
    """Return the basket without the lines of orders; the same one where it has none of them."""
    gone = {line.line_id for line in basket.lines if line.order_id in order_ids}
    if not gone:
        return basket
    return replace(
        basket,
        lines=tuple(line for line in basket.lines if line.line_id not in gone),
        discounts=tuple(each for each in basket.discounts if each.line_id not in gone),
        ordered=tuple(each for each in basket.ordered if each.order_id not in order_ids),
    )


def emptied(basket: Basket) -> Basket:
    """Return the basket with everything taken out, member and coupons too."""
    own = (line for line in basket.lines if not line.deposit_of and not line.order_id)
    removed = [_removed(line, basket.currency) for line in own]
    removed += [removed_back(line) for goods in basket.returns for line in goods.refund.lines]
    gone = taken_out(basket, removed)
    return Basket(basket.basket_id, basket.currency, removed=gone, total_told=basket.total_told)


def taken_out(basket: Basket, lines: Iterable[Removed]) -> tuple[Removed, ...]:
    """Return what was taken out of a basket with ``lines`` behind it; each says whether it was told."""
    return (*basket.removed, *(replace(each, after_total=basket.total_told) for each in lines))


def told(basket: Basket) -> Basket:
    """Return the basket with its total told; nothing is told of one without goods.

    Source: docs/rules/by-hand.md, "After the total".
    """
    return replace(basket, total_told=True) if basket.has_goods else basket


def removed_back(line: BackLine) -> Removed:
    """Return a line that was to come back as one that was taken out; its name is the receipt's."""
    name = Names(line.name, line.name, line.name)
    return Removed(name, line.qty_milli, line.total_minor, returned=True)


def with_coupon(basket: Basket, coupon: AttachedCoupon) -> Basket:
    """Return the basket with an accepted coupon.

    Raises:
        RuleError: ``coupon.already_here``.
    """
    if any(held.coupon_id == coupon.coupon_id for held in basket.coupons):
        raise RuleError("coupon.already_here")
    return replace(basket, coupons=(*basket.coupons, coupon))


def with_renewed_coupon(basket: Basket, coupon: AttachedCoupon) -> Basket:
    """Return the basket with another reservation of a coupon that is in it."""
    coupons = tuple(coupon if each.coupon_id == coupon.coupon_id else each for each in basket.coupons)
    return replace(basket, coupons=coupons)


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
    """Return what a line costs by the price list with its options, or by its label."""
    if line.label_minor is not None:
        return line.label_minor
    return weigh(Money(line.unit_price_minor + line.options_minor, currency), line.qty_milli).minor


def _own_line(basket: Basket, line_id: str) -> Line:
    """Return a line that may be changed by itself."""
    line = line_of(basket, line_id)
    if line.deposit_of:
        raise RuleError("basket.deposit_follows")
    return line


def _is_same(other: Line, line: Line) -> bool:
    """Tell whether the goods of ``line`` go onto ``other``: nothing but the quantity may differ."""
    return (
        other.product_id == line.product_id
        and other.pack_id == line.pack_id
        and other.unit_price_minor == line.unit_price_minor
        and other.options == line.options
        and other.label_minor is None
        and not other.deposit_of
        and not other.note
        and not other.serial
        and (other.batch, other.expires) == (line.batch, line.expires)
    )


def length_of(basket: Basket) -> int:
    """Return how long the basket's fact gets, counted in lines; what comes back counts as well."""
    options = sum(len(line.options) for line in basket.lines)
    returned = sum(len(goods.refund.lines) for goods in basket.returns)
    clawed = sum(len(goods.refund.clawed) for goods in basket.returns)
    notes = sum(bool(line.note) for line in basket.lines)
    by_hand = notes // _NOTES_A_LINE + len(basket.discounts) // _ACTS_A_LINE
    return (
        len(basket.lines)
        + len(basket.ordered)
        + options // _OPTIONS_A_LINE
        + by_hand
        + returned
        + clawed // _CLAWED_A_LINE
    )


def within_bounds(before: Basket, after: Basket) -> Basket:
    """Return ``after``, unless its fact gets longer than one may be.

    Raises:
        RuleError: ``basket.full``.
    """
    if length_of(after) > max(MOST_LINES, length_of(before)) or len(after.removed) > MOST_REMOVED:
        raise RuleError("basket.full")
    return after


def _behind(basket: Basket, line: Line, *, added: Line) -> Basket:
    at = next(at for at, other in enumerate(basket.lines) if other.line_id == line.line_id)
    return replace(basket, lines=(*basket.lines[: at + 1], added, *basket.lines[at + 1 :]))


def _removed(line: Line, currency: str) -> Removed:
    names = line.names
    if line.pack_names is not None:
        names = Names(*(line.full_name(language) for language in ("zh-Hans", "zh-Hant", "en")))
    return Removed(names, line.qty_milli, list_minor(line, currency))
