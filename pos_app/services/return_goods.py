"""Take goods back: what a return gives is shown before it is put onto the counter beside what is sold.

Source: docs/rules/returns.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, NeedsApproval, require_allowed
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Basket, Line
from pos_app.services.basket_steps import as_pack, checked_quantity, product_line
from pos_app.services.errors import RuleError
from pos_app.services.ports import Clock, Ids
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import Actor, Pack, Product, SoldBy
from pos_app.services.return_model import FoundReceipt, GoodsBack
from pos_app.services.return_steps import goods_back_of, with_goods_back, without_goods_back
from pos_app.services.store_time import local_time
from retail_core.cost import line_cost
from retail_core.money import Money
from retail_core.pricing import model
from retail_core.pricing.engine import price
from retail_core.pricing.rules import compile_rules
from retail_core.returns.model import BackLine, ComesBack, Refund, ReturnRefused, Terms
from retail_core.returns.refund import freed_coupons, take_back
from retail_core.returns.tenders import Source, cash_before, sources
from retail_core.tenders import CashBefore

REASONS: Final = ("defective", "wrong_item", "changed_mind", "other")
"""Why goods come back, in the order of the choices."""

BEYOND_EVERY_LIMIT: Final = 2**53 - 1
"""What an old receipt asks for: only a right without a limit reaches it."""

_ONE_MILLI = 1000
_NO_RULES = compile_rules([])[0]


@dataclass(frozen=True, slots=True)
class WithoutReceipt:
    """Goods that come back without a receipt, at ``unit_price_minor`` as a price list states it.

    ``qty_milli`` counts packs where it is a ``pack``.
    """

    product: Product
    qty_milli: int
    unit_price_minor: int
    reason: str
    restock: bool
    pack: Pack | None = None


class ReturnGoods:
    """Reckons returns and puts them into the basket; on the UI thread, a few milliseconds."""

    def __init__(self, *, basket: CurrentBasket, prices: PriceBasket, clock: Clock, ids: Ids) -> None:
        self._current = basket
        self._prices = prices
        self._clock = clock
        self._ids = ids

    def plan(
        self, found: FoundReceipt, quantities: Mapping[str, int], *, reason: str, restock: bool
    ) -> GoodsBack:
        """Return what ``quantities`` (line to thousandths) of a receipt give back.

        Raises:
            RuleError: ``return.nothing``, ``return.no_line``, ``return.bad_quantity`` or
                ``return.more_than_left``.
        """
        wanted = [
            ComesBack(self._ids.new_id(), line_id, qty_milli, reason, restock)
            for line_id, qty_milli in quantities.items()
            if qty_milli
        ]
        return self._reckon(found, wanted)

    def price_today(self, product: Product, pack: Pack | None = None) -> int:
        """Return what one unit costs today, promotions included: the most that it gives without a receipt."""
        line = _line_of(product, pack, line_id="1", qty_milli=_ONE_MILLI)
        alone = Basket("price", self._prices.profile.currency, lines=(line,))
        found = self._prices(alone).lines[0]
        return found.total.minor if self._prices.profile.prices_include_tax else found.net.minor

    def plan_without_receipt(self, goods: Sequence[WithoutReceipt]) -> GoodsBack:
        """Return what goods without a receipt give back, with those that came back so before them.

        Raises:
            RuleError: ``return.nothing``, ``basket.bad_quantity``, ``return.bad_price`` or
                ``return.price_above`` (today's price).
        """
        if not goods:
            raise RuleError("return.nothing")
        for each in goods:
            self._require_valid(each)
        before = goods_back_of(self._current.basket, "")
        lines = [*(() if before is None else before.refund.lines), *(self._back_line(each) for each in goods)]
        prices = [*(() if before is None else before.unit_minor), *(each.unit_price_minor for each in goods)]
        return self._loose(lines, prices)

    def with_quantity(self, line_id: str, qty_milli: int) -> GoodsBack | None:
        """Return what still comes back when another quantity of a returned line does; ``None`` for nothing.

        Raises:
            RuleError: ``return.no_line``, ``return.bad_quantity``, ``return.more_than_left``,
                ``basket.bad_quantity``.
        """
        goods = _goods_of(self._current.basket, line_id)
        lines = [line for line in goods.refund.lines if line.line_id != line_id or qty_milli]
        if not lines:
            return None
        if goods.found is None:
            return self._loose_with(goods, line_id, qty_milli=qty_milli)
        wanted = [
            ComesBack(
                line.line_id,
                line.of_line_id or "",
                qty_milli if line.line_id == line_id else line.qty_milli,
                line.reason,
                line.restock,
            )
            for line in lines
        ]
        return self._reckon(goods.found, wanted)

    def change_line(
        self, actor: Actor, line_id: str, *, qty_milli: int, approval: Approval | None = None
    ) -> None:
        """Let another quantity of a returned line come back, as a step that can be undone; 0 takes it out.

        What another person allowed holds for less of the same, never for more.

        Raises:
            NeedsApproval: As :meth:`put`.
            RuleError: A code of :meth:`with_quantity`.
        """
        before = _goods_of(self._current.basket, line_id)
        after = self.with_quantity(line_id, qty_milli)
        if after is None:
            self.take_out(before.key)
            return
        was = next(line.qty_milli for line in before.refund.lines if line.line_id == line_id)
        self.put(actor, after, approval=before.approval if approval is None and qty_milli < was else approval)

    def put(self, actor: Actor, goods: GoodsBack, *, approval: Approval | None = None) -> None:
        """Put returned goods onto the counter, as a step that can be undone.

        Raises:
            NeedsApproval: ``right.missing``, ``right.over_limit`` or ``return.too_old`` (days): somebody else
                has to allow it.
            RuleError: ``basket.full``.
        """
        held = replace(goods, approval=approval)
        if rights.allows(actor.rights, goods.act.verb, amount=goods.act.amount):
            held = replace(goods, approval=self._own(actor, goods.act))
        require_approval(held, actor)
        self._current.change(partial(with_goods_back, goods=held))

    def take_out(self, key: str) -> None:
        """Take what comes back of a receipt off the counter again; of none for an empty ``key``."""
        self._current.change(partial(without_goods_back, key=key))

    def _reckon(self, found: FoundReceipt, wanted: Sequence[ComesBack]) -> GoodsBack:
        for each in wanted:
            _require_whole_pieces(found, each)
        profile, now_ms = self._prices.profile, self._clock.now_ms()
        terms = Terms(profile.return_policy, local_time(now_ms, profile.time_zone).date, now_ms)
        try:
            refund = take_back(found.sold, found.earlier, wanted=wanted, terms=terms)
        except ReturnRefused as refused:
            raise RuleError(refused.code) from refused
        act = Act(
            verb=rights.SALE_RETURN,
            subject=found.sold.receipt_number,
            value=found.days if found.too_old else 0,
            amount=BEYOND_EVERY_LIMIT if found.too_old else refund.total_minor,
            given_minor=refund.total_minor,
        )
        return GoodsBack(
            refund=refund,
            act=act,
            sources=sources(found.sold.paid, found.earlier),
            cash=cash_before(found.sold.paid, found.earlier),
            known=found.known,
            lapsed=_lapsed(found, refund),
            found=found,
        )

    def _require_valid(self, goods: WithoutReceipt) -> None:
        most_minor = self.price_today(goods.product, goods.pack)
        if goods.unit_price_minor < 0:
            raise RuleError("return.bad_price")
        if goods.unit_price_minor > most_minor:
            raise RuleError("return.price_above", Money(most_minor, self._prices.profile.currency))
        _require_quantity(goods.product.sold_by, goods.qty_milli)

    def _loose_with(self, goods: GoodsBack, line_id: str, *, qty_milli: int) -> GoodsBack:
        lines, prices = [], []
        for line, unit_minor in zip(goods.refund.lines, goods.unit_minor, strict=True):
            if line.line_id == line_id and not qty_milli:
                continue
            changed = line
            if line.line_id == line_id:
                _require_quantity(line.sold_by, qty_milli)
                changed = self._priced(replace(line, qty_milli=qty_milli), unit_minor)
            lines.append(changed)
            prices.append(unit_minor)
        return self._loose(lines, prices)

    def _loose(self, lines: Sequence[BackLine], prices: Sequence[int]) -> GoodsBack:
        refund = Refund(None, None, "keep", tuple(lines), ())
        has_proof = all(line.deposit for line in lines)
        act = Act(
            verb=rights.SALE_RETURN if has_proof else rights.SALE_RETURN_WITHOUT_RECEIPT,
            subject=self._current.basket.basket_id,
            amount=refund.total_minor,
            given_minor=refund.total_minor,
        )
        in_cash = Source("cash", None, "", refund.total_minor)
        return GoodsBack(
            refund,
            act,
            sources=(in_cash,) if refund.total_minor else (),
            cash=CashBefore(),
            unit_minor=tuple(prices),
        )

    def _own(self, actor: Actor, act: Act) -> Approval:
        return Approval(act, actor.staff_id, actor.name, self._clock.now_ms())

    def _back_line(self, goods: WithoutReceipt) -> BackLine:
        line = _line_of(goods.product, goods.pack, line_id=self._ids.new_id(), qty_milli=goods.qty_milli)
        back = BackLine(
            line_id=line.line_id,
            of_line_id=None,
            product_id=line.product_id,
            name=line.full_name(self._prices.profile.receipt_language),
            category_id=line.category_id,
            qty_milli=line.qty_milli,
            sold_by=line.sold_by,
            pack_pieces=line.pack_pieces,
            list_minor=0,
            reductions=(),
            total_minor=0,
            net_minor=0,
            tax_minor=0,
            tax_rate_bp=line.tax_rate_bp,
            reason=goods.reason,
            restock=goods.restock,
            deposit=line.deposit,
            cost_minor=None if line.deposit else line_cost(line.cost_minor, line.pieces_milli),
        )
        return self._priced(back, goods.unit_price_minor)

    def _priced(self, line: BackLine, unit_minor: int) -> BackLine:
        """Return goods without a receipt with what they give, and the tax that is in it today."""
        profile = self._prices.profile
        priced = price(
            model.Basket(profile.currency, (_priced_line(line, Money(unit_minor, profile.currency)),)),
            _NO_RULES,
            context=model.Context(
                store_id=profile.store_id,
                channel="till",
                local_date="2000-01-01",
                weekday=6,
                minute_of_day=0,
                prices_include_tax=profile.prices_include_tax,
                tax_per=profile.tax_per,
            ),
        ).lines[0]
        return replace(
            line,
            list_minor=priced.list_amount.minor,
            total_minor=priced.total.minor,
            net_minor=priced.net.minor,
            tax_minor=priced.tax.minor,
            tax_rate_bp=priced.tax_rate_bp,
        )


def require_approval(goods: GoodsBack, actor: Actor) -> None:
    """Return if ``actor`` may take these goods back.

    Raises:
        NeedsApproval: ``right.missing`` (verb), ``right.over_limit`` (verb, limit) or ``return.too_old``
            (days).
    """
    try:
        require_allowed(actor, goods.act, approval=goods.approval)
    except NeedsApproval as needed:
        if needed.code == "right.over_limit" and goods.act.amount == BEYOND_EVERY_LIMIT:
            raise NeedsApproval("return.too_old", goods.act.value, act=goods.act) from needed
        raise


def _require_whole_pieces(found: FoundReceipt, wanted: ComesBack) -> None:
    """Refuse half a piece, unless the receipt itself sold a part of one."""
    sold = next((line for line in found.sold.lines if line.line_id == wanted.of_line_id), None)
    is_whole = sold is not None and sold.sold_by == "piece" and not sold.qty_milli % _ONE_MILLI
    if is_whole and wanted.qty_milli % _ONE_MILLI:
        raise RuleError("return.bad_quantity")


def _lapsed(found: FoundReceipt, refund: Refund) -> tuple[str, ...]:
    """Return the coupons that would have come back now, had they not expired."""
    before = freed_coupons(found.sold, found.earlier)
    freed = freed_coupons(found.sold, [*found.earlier, refund])
    return tuple(each for each in freed if each not in before and each not in refund.coupons)


def _goods_of(basket: Basket, line_id: str) -> GoodsBack:
    """Return the goods among which a returned line is.

    Raises:
        RuleError: ``return.no_line``.
    """
    for goods in basket.returns:
        if any(line.line_id == line_id for line in goods.refund.lines):
            return goods
    raise RuleError("return.no_line")


def _require_quantity(sold_by: SoldBy, qty_milli: int) -> None:
    checked_quantity(qty_milli)
    if sold_by == "piece" and qty_milli % _ONE_MILLI:
        raise RuleError("basket.bad_quantity")


def _line_of(product: Product, pack: Pack | None, *, line_id: str, qty_milli: int) -> Line:
    line = product_line(line_id, product, qty_milli=qty_milli, code=None, label_minor=None)
    return line if pack is None else as_pack(line, pack)


def _priced_line(line: BackLine, unit_price: Money) -> model.BasketLine:
    return model.BasketLine(
        line_id=line.line_id,
        product_id=line.product_id,
        name=line.name,
        category_id=line.category_id,
        qty_milli=line.qty_milli,
        sold_by=line.sold_by,
        unit_price=unit_price,
        tax_rate_bp=line.tax_rate_bp,
        deposit=line.deposit,
    )
