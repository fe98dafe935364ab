"""Take goods back: what a return gives is shown before it is put onto the counter beside what is sold.

Source: docs/rules/returns.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Basket, Line
from pos_app.services.basket_steps import checked_quantity, product_line
from pos_app.services.errors import RuleError
from pos_app.services.ports import Clock, Ids
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import Actor, Product
from pos_app.services.return_model import FoundReceipt, GoodsBack
from pos_app.services.return_steps import goods_back_of, with_goods_back, without_goods_back
from pos_app.services.store_time import local_time
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
    """Goods that come back without a receipt, at ``unit_price_minor`` as a price list states it."""

    product: Product
    qty_milli: int
    unit_price_minor: int
    reason: str
    restock: bool


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
        )

    def price_today(self, product: Product) -> int:
        """Return what one unit costs today, promotions included: the most that it gives without a receipt."""
        line = product_line("1", product, qty_milli=_ONE_MILLI, code=None, label_minor=None)
        alone = Basket("price", self._prices.profile.currency, lines=(line,))
        found = self._prices(alone).lines[0]
        return found.total.minor if self._prices.profile.prices_include_tax else found.net.minor

    def plan_without_receipt(self, goods: WithoutReceipt) -> GoodsBack:
        """Return what goods without a receipt give back, with those that came back so before them.

        Raises:
            RuleError: ``basket.bad_quantity``, ``return.bad_price``, ``return.price_above`` (today's price).
        """
        most_minor = self.price_today(goods.product)
        if goods.unit_price_minor < 0:
            raise RuleError("return.bad_price")
        if goods.unit_price_minor > most_minor:
            raise RuleError("return.price_above", Money(most_minor, self._prices.profile.currency))
        checked_quantity(goods.qty_milli)
        if goods.product.sold_by == "piece" and goods.qty_milli % _ONE_MILLI:
            raise RuleError("basket.bad_quantity")
        before = goods_back_of(self._current.basket, "")
        lines = (*(() if before is None else before.refund.lines), self._back_line(goods))
        refund = Refund(None, None, "keep", lines, ())
        has_proof = all(line.deposit for line in lines)
        act = Act(
            verb=rights.SALE_RETURN if has_proof else rights.SALE_RETURN_WITHOUT_RECEIPT,
            subject=self._current.basket.basket_id,
            amount=refund.total_minor,
            given_minor=refund.total_minor,
        )
        in_cash = Source("cash", None, "", refund.total_minor)
        return GoodsBack(refund, act, sources=(in_cash,) if refund.total_minor else (), cash=CashBefore())

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

    def _own(self, actor: Actor, act: Act) -> Approval:
        return Approval(act, actor.staff_id, actor.name, self._clock.now_ms())

    def _back_line(self, goods: WithoutReceipt) -> BackLine:
        """Return the goods with the tax that is in them today."""
        profile = self._prices.profile
        line = product_line(
            self._ids.new_id(), goods.product, qty_milli=goods.qty_milli, code=None, label_minor=None
        )
        priced = price(
            model.Basket(profile.currency, (_priced_line(line, goods, currency=profile.currency),)),
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
        return BackLine(
            line_id=line.line_id,
            of_line_id=None,
            product_id=line.product_id,
            name=line.full_name(profile.receipt_language),
            category_id=line.category_id,
            qty_milli=line.qty_milli,
            sold_by=line.sold_by,
            pack_pieces=line.pack_pieces,
            list_minor=priced.list_amount.minor,
            reductions=(),
            total_minor=priced.total.minor,
            net_minor=priced.net.minor,
            tax_minor=priced.tax.minor,
            tax_rate_bp=priced.tax_rate_bp,
            reason=goods.reason,
            restock=goods.restock,
            deposit=line.deposit,
        )


def require_approval(goods: GoodsBack, actor: Actor) -> None:
    """Return if ``actor`` may take these goods back.

    Raises:
        NeedsApproval: ``right.missing`` (verb), ``right.over_limit`` (verb, limit) or ``return.too_old``
            (days).
    """
    act, approval = goods.act, goods.approval
    if rights.allows(actor.rights, act.verb, amount=act.amount):
        return
    if approval is not None and approval.staff_id != actor.staff_id and approval.covers(act):
        return
    if act.verb not in actor.rights:
        raise NeedsApproval("right.missing", act.verb, act=act)
    if act.amount == BEYOND_EVERY_LIMIT:
        raise NeedsApproval("return.too_old", act.value, act=act)
    raise NeedsApproval("right.over_limit", act.verb, actor.rights[act.verb], act=act)


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


def _priced_line(line: Line, goods: WithoutReceipt, *, currency: str) -> model.BasketLine:
    return model.BasketLine(
        line_id=line.line_id,
        product_id=line.product_id,
        name=line.names.zh_hans,
        category_id=line.category_id,
        qty_milli=line.qty_milli,
        sold_by=line.sold_by,
        unit_price=Money(goods.unit_price_minor, currency),
        tax_rate_bp=line.tax_rate_bp,
        deposit=line.deposit,
    )
