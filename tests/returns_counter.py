"""A counter that takes goods back: sells, finds receipts, plans returns and completes documents."""

from collections.abc import Mapping, Sequence

from pos_app.services.basket_model import AttachedCoupon, AttachedMember
from pos_app.services.complete_sale import Paid, TenderInput
from pos_app.services.find_receipt import FindReceipt
from pos_app.services.give_back import GiveBack, document_total, original_payouts
from pos_app.services.records import Actor
from pos_app.services.return_goods import ReturnGoods
from pos_app.services.return_model import FoundReceipt, GoodsBack
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.feed import FeedPage
from tests.fakes import NOON_MS
from tests.till_shop import ALIAS, LI, Till, change, product_doc

GOLD = AttachedMember("m1", ALIAS, "张**", "8888", "gold", 120, 1, "code", present=True)
COUPON = AttachedCoupon("k1", "FIVE-OFF", 500, "online", "h1", "valid")
BURGER = {"count": 1, "scope": {"product_ids": ["burger"]}}
COLA = {"count": 1, "scope": {"product_ids": ["cola"]}}
MENU = {
    "id": "menu",
    "kind": "bundle",
    "names": {"zh-Hans": "汉堡套餐", "en": "Burger menu"},
    "params": {"groups": [BURGER, COLA], "price_minor": 2_800},
}
POINTS = {"id": "points", "kind": "points", "params": {"per_minor": 100}}
CASHIER = Actor("wu", "吴昊", "cashier", {"sell": None, "sale.return": 2_000})


def stock_menu(till: Till, *campaigns: Mapping[str, object]) -> None:
    """Bring burger 25.00 (cost 8.35), cola 8.00, their menu for 28.00 and further campaigns."""
    current = till.data.catalog_files.current()
    assert current is not None
    docs = (product_doc("burger", 2_500, cost_minor=835), product_doc("cola", 800))
    current.apply_page(
        FeedPage(
            feed="catalog",
            changes=(
                *(change("product", str(doc["product_id"]), doc=doc) for doc in docs),
                *(change("campaign", str(doc["id"]), doc=dict(doc)) for doc in (MENU, *campaigns)),
            ),
            next="c2",
            more=False,
            reset=False,
            applied_through=0,
            server_ms=NOON_MS,
        )
    )


class ReturnsCounter:
    """What a cashier does with goods that come back."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.current = till.basket()
        self.find = FindReceipt(store=till.store, api=till.api, clock=till.clock, profile=till.profile)
        self.returns = ReturnGoods(basket=self.current, prices=till.prices, clock=till.clock, ids=till.ids)

    def sell(
        self,
        goods: Mapping[str, int],
        *tenders: TenderInput,
        member: AttachedMember | None = None,
        coupons: Sequence[AttachedCoupon] = (),
    ) -> SaleCompleted:
        """Sell pieces of products, for cash unless said otherwise; return the fact."""
        basket = self.till.basket()
        for product_id, pieces in goods.items():
            basket.add_product(self.till.product(product_id), qty_milli=pieces * 1_000)
        if member is not None:
            basket.attach_member(member)
        for coupon in coupons:
            basket.add_coupon(coupon)
        due = self.till.complete_sale.due(self.till.prices(basket.basket)).cash_minor
        paid = self.till.pay(basket.basket, *(tenders or (TenderInput("cash", due),)))
        return self.body(paid.receipt_number)

    def body(self, receipt_number: str) -> SaleCompleted:
        """Return a document as it lies in the till."""
        with self.till.store.read() as work:
            found = work.sales.by_number(receipt_number)
        assert found is not None
        return found[0]

    def plan(
        self, receipt_number: str, pieces: Mapping[str, int], *, restock: bool = True
    ) -> tuple[FoundReceipt, GoodsBack]:
        """Find a receipt and plan that pieces of its products come back."""
        found = self.find(receipt_number)
        line_of = {line.product_id: line.line_id for line in found.sold.lines}
        wanted = {line_of[product_id]: count * 1_000 for product_id, count in pieces.items()}
        return found, self.returns.plan(found, wanted, reason="changed_mind", restock=restock)

    def put(self, receipt_number: str, pieces: Mapping[str, int]) -> GoodsBack:
        """Put returned pieces onto the counter as Li."""
        _, goods = self.plan(receipt_number, pieces)
        self.returns.put(LI, goods)
        return goods

    def complete(
        self, *tenders: TenderInput, give_back: GiveBack | None = None, actor: Actor = LI
    ) -> SaleCompleted:
        """Complete what lies on the counter, money going back where it came from; return the fact."""
        basket = self.current.basket
        priced = self.till.prices(basket)
        to_give = max(0, -document_total(basket, priced).minor)
        paid: Paid = self.till.complete_sale(
            actor,
            basket,
            priced=priced,
            tenders=tenders,
            give_back=give_back or GiveBack(original_payouts(basket, to_give)),
        )
        self.current.start_new()
        return self.body(paid.receipt_number)

    def take_back(self, receipt_number: str, pieces: Mapping[str, int]) -> SaleCompleted:
        """Take pieces back and give the money back; return the document."""
        self.put(receipt_number, pieces)
        return self.complete()
