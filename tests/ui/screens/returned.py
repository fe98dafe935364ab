"""A receipt with a bundle, points and a coupon, and what half of it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pos_app.services.act_model import Act, Approval
from pos_app.services.basket import CurrentBasket
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Pack, Product
from pos_app.services.return_goods import WithoutReceipt
from pos_app.services.return_model import FoundReceipt, GoodsBack
from pos_app.services.return_steps import with_goods_back
from retail_core.returns.model import BackLine, Clawed, Refund, Sold, SoldLine
from retail_core.returns.tenders import Source
from retail_core.tenders import CashBefore
from tests.fakes import NOON_MS

NUMBER = "S01-T02-000117"


def _sold(line_id: str, name: str, qty_milli: int, *, total: int, weighed: bool = False) -> SoldLine:
    return SoldLine(
        line_id=line_id,
        product_id=line_id,
        name=name,
        category_id="food",
        qty_milli=qty_milli,
        sold_by="weight" if weighed else "piece",
        unit_price_minor=total,
        list_minor=total,
        reductions=(),
        total_minor=total,
        net_minor=total,
        tax_minor=0,
        tax_rate_bp=0,
    )


LINES = (
    _sold("burger", "牛肉汉堡", 1_000, total=2_121),
    _sold("cola", "可乐 330 ml", 2_000, total=1_358),
    _sold("beans", "耶加雪菲豆 散称", 755, total=12_684, weighed=True),
    *(_sold(f"more{place}", f"可颂 原味 {place}", 1_000, total=1_600) for place in range(8)),
)
RECEIPT = FoundReceipt(
    sold=Sold("sale", NUMBER, "CNY", prices_include_tax=True, lines=LINES, paid=()),
    sold_ms=NOON_MS,
    earlier=(),
    known=(),
    complete=False,
    days=31,
    too_old=True,
    cashier="王晓",
)


def _plan(quantities: Mapping[str, int], reason: str, *, restock: bool) -> GoodsBack:
    lines = tuple(
        BackLine(
            line_id=f"b.{line.line_id}",
            of_line_id=line.line_id,
            product_id=line.product_id,
            name=line.name,
            category_id="food",
            qty_milli=quantities[line.line_id],
            sold_by=line.sold_by,
            pack_pieces=1,
            list_minor=line.list_minor,
            reductions=(),
            total_minor=line.total_minor * quantities[line.line_id] // line.qty_milli,
            net_minor=line.net_minor,
            tax_minor=0,
            tax_rate_bp=0,
            reason=reason,
            restock=restock,
        )
        for line in LINES
        if quantities.get(line.line_id)
    )
    held = Clawed("burger", "menu", "bundle", "汉堡套餐", "food", "price_reduction", (), 379, 379, 0, 0)
    refund = Refund("sale", NUMBER, "claw_back", lines, (held,), points_reversed=24, coupons=("k1",))
    total = refund.total_minor
    card = Source("external", "4711", "", 500)
    cash = Source("cash", None, "", max(total - 500, 1))
    act = Act("sale.return", NUMBER, amount=total, given_minor=total)
    return GoodsBack(refund, act, (card, cash), CashBefore(), lapsed=("k2",), found=RECEIPT)


def _loose(line_id: str, goods: WithoutReceipt) -> BackLine:
    total = goods.unit_price_minor * goods.qty_milli // 1_000
    product = goods.product
    return BackLine(
        line_id=line_id,
        of_line_id=None,
        product_id=product.product_id,
        name=product.names.zh_hans,
        category_id="food",
        qty_milli=goods.qty_milli,
        sold_by=product.sold_by,
        pack_pieces=1,
        list_minor=total,
        reductions=(),
        total_minor=total,
        net_minor=total,
        tax_minor=0,
        tax_rate_bp=0,
        reason=goods.reason,
        restock=goods.restock,
    )


@dataclass
class FakeReturns:
    """Finds one receipt, and takes back what is wanted of it."""

    basket: CurrentBasket

    def own(self, text: str) -> FoundReceipt | None:
        return RECEIPT if text == NUMBER else None

    def __call__(self, text: str) -> FoundReceipt:
        if text != NUMBER:
            raise RuleError("return.other_till_offline", text)
        return RECEIPT

    def plan(
        self, found: FoundReceipt, quantities: Mapping[str, int], *, reason: str, restock: bool
    ) -> GoodsBack:
        assert found is RECEIPT
        return _plan(quantities, reason, restock=restock)

    def price_today(self, product: Product, pack: Pack | None = None) -> int:
        return product.price_minor if pack is None else pack.price_minor

    def plan_without_receipt(self, goods: Sequence[WithoutReceipt]) -> GoodsBack:
        lines = tuple(_loose(f"l{place}", each) for place, each in enumerate(goods))
        refund = Refund(None, None, "keep", lines, ())
        act = Act("sale.return_without_receipt", "b", amount=refund.total_minor)
        cash = Source("cash", None, "", refund.total_minor)
        return GoodsBack(
            refund, act, (cash,), CashBefore(), unit_minor=tuple(each.unit_price_minor for each in goods)
        )

    def put(self, actor: Actor, goods: GoodsBack, *, approval: Approval | None = None) -> None:
        own = approval or Approval(goods.act, actor.staff_id, actor.name, NOON_MS)
        held = replace(goods, approval=own)
        self.basket.change(lambda basket: with_goods_back(basket, held))

    def reprint(self, _actor: Actor, _number: str) -> int:
        return 1
