"""Turns scans, taps and keys on the Sell screen into changes of the basket."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.errors import RuleError
from pos_app.services.events import (
    BasketChanged,
    CatalogChanged,
    Event,
    EventBus,
    OrderArrived,
    OrderChanged,
    ParkedChanged,
    PricesTurned,
    SaleCompleted,
    StoreDataChanged,
)
from pos_app.services.ports import Sounds
from pos_app.services.read_scan import (
    BadgeScanned,
    ChooseProduct,
    CouponScanned,
    MemberScanned,
    NeedsWeight,
    NotUnderstood,
    PaymentScanned,
    PickupScanned,
    ReceiptScanned,
    ScanAction,
    SellProduct,
    UnknownCode,
)
from pos_app.services.records import Product
from pos_app.services.session import Session
from pos_app.ui.said import Said
from pos_app.ui.screens.sell.adjust_part import AdjustPart
from pos_app.ui.screens.sell.answers_part import AnswersPart
from pos_app.ui.screens.sell.back_part import BackPart
from pos_app.ui.screens.sell.best_part import BestPart
from pos_app.ui.screens.sell.counter import Counter, SellView
from pos_app.ui.screens.sell.coupon_part import CouponPart
from pos_app.ui.screens.sell.goods_part import GoodsPart
from pos_app.ui.screens.sell.hand_part import HandPart
from pos_app.ui.screens.sell.history_part import HistoryPart
from pos_app.ui.screens.sell.member_part import MemberPart
from pos_app.ui.screens.sell.more_part import MorePart
from pos_app.ui.screens.sell.open_item_part import OpenItemPart
from pos_app.ui.screens.sell.park_part import ParkPart
from pos_app.ui.screens.sell.parts import SellLanes, SellServices, Ways
from pos_app.ui.screens.sell.piece_part import PiecePart
from pos_app.ui.screens.sell.products_part import ProductsPart
from pos_app.ui.screens.sell.quantity_part import QuantityPart
from pos_app.ui.screens.sell.reward_part import RewardPart
from pos_app.ui.screens.sell.state import LastPaid, SheetName
from pos_app.ui.screens.sell.top_up_part import TopUpPart
from pos_app.ui.screens.sell.why_part import WhyPart
from retail_core.codes.payment import PaymentCode

_MILLI = 1000
_OWN_CODES: dict[str, type[MemberScanned | CouponScanned]] = {
    "member": MemberScanned,
    "coupon": CouponScanned,
}
"""The code for which a sheet stays open, because its answer is shown there."""


class SellPresenter:
    """Owns what a scan and a tap mean; the sheets have parts of their own."""

    def __init__(
        self,
        services: SellServices,
        *,
        session: Session,
        lanes: SellLanes,
        ways: Ways,
        events: EventBus,
        sounds: Sounds,
    ) -> None:
        """Build the parts and listen to what happens elsewhere."""
        self._services = services
        self._ways = ways
        self._sounds = sounds
        counter = self._counter = Counter(services, session=session, lanes=lanes, sounds=sounds)
        self.products = ProductsPart(counter)
        self.members = MemberPart(counter)
        self.coupons = CouponPart(counter, events.publish)
        self._answers = AnswersPart(counter, members=self.members, coupons=self.coupons)
        self.best = BestPart(counter, self.coupons)
        self.open_item = OpenItemPart(counter)
        self.quantity = QuantityPart(counter)
        self.hand = HandPart(counter)
        self.goods = GoodsPart(counter, self.quantity, piece=PiecePart(counter, self.hand))
        self.why = WhyPart(counter)
        self.history = HistoryPart(counter, self.coupons)
        self.parking = ParkPart(counter, self.coupons)
        self.more = MorePart(counter, ways)
        self.top_up = TopUpPart(counter)
        self.adjust = AdjustPart(counter, self.members.card.open_sheet)
        self.rewards = RewardPart(counter)
        self.back = BackPart(counter, services.returns)
        self.follow = counter.follow
        self.campaign_name = services.price.campaign_name
        self.tax_rates_bp = services.tax_rates_bp
        events.subscribe(BasketChanged, lambda event: counter.on_basket_changed(event.basket))
        events.subscribe(SaleCompleted, self._on_sale_completed)
        events.subscribe(ParkedChanged, lambda event: self.parking.on_count(event.count))
        events.subscribe(CatalogChanged, self._on_catalog_changed)
        events.subscribe(PricesTurned, self._on_prices_turned)
        events.subscribe(StoreDataChanged, self._on_store_data_changed)
        events.subscribe(OrderArrived, self._on_order_event)
        events.subscribe(OrderChanged, self._on_order_event)

    def bind(self, view: SellView) -> None:
        """Show everything in ``view`` from now on."""
        self._counter.bind(view)

    @property
    def sheet(self) -> SheetName:
        """The sheet that is open; empty for none."""
        return self._counter.state.sheet

    def enter(self) -> None:
        """Show the basket as it is now, and the goods."""
        self._counter.refresh()
        self.products.reload()
        self._count_orders()
        self.parking.reload()

    def on_scan(self, text: str) -> None:
        """Do what a scan means here."""
        if self._must_answer_first():
            return
        action = self._services.read_scan(text, step="sell")
        stays = _OWN_CODES.get(self._counter.state.sheet)
        if stays is None or not isinstance(action, stays):
            self._counter.open_sheet("")
        if isinstance(action, SellProduct | NeedsWeight | ChooseProduct):
            self.goods.scanned(action)
        else:
            self._on_other_code(action)

    def submit_search(self, text: str) -> None:
        """Take the first result; digits count as a scan, and nothing means the chosen line."""
        wanted = text.strip()
        if not wanted:
            self.open_line(self._counter.state.current_id or "")
            return
        self.products.search(wanted)
        results = self._counter.state.products.results
        if results and not (wanted.isascii() and wanted.isdigit()):
            self.take_result(results[0].product)
            return
        self.products.clear_search()
        self.on_scan(wanted)

    def take_result(self, product: Product) -> None:
        """Sell what was found by its name, and show the tiles again."""
        self.products.clear_search()
        self.goods.take(product)

    def toggle_away(self) -> None:
        """Say that the goods are taken away, or are eaten here after all; the tax may differ."""
        basket = self._services.basket
        away = not basket.basket.takes_away
        self._counter.change(lambda: basket.change(lambda before: replace(before, takes_away=away)))

    def choose_line(self, line_id: str) -> None:
        """Make a line the one that keys mean."""
        if line_id != self._counter.state.current_id:
            self._counter.show(replace(self._counter.state, current_id=line_id))

    def open_line(self, line_id: str) -> None:
        """Show what can be done with a line."""
        self.choose_line(line_id)
        back = self._counter.state.back(line_id)
        if back is None:
            self.hand.open_line()
        elif back.key:
            self.take_back(back.key)

    def show_place(self, place: str) -> None:
        """Go elsewhere; to returns with the receipt that was scanned last, as long as it is spoken of."""
        note = self._counter.state.note
        if place != "returns":
            self.more.go(place)
        elif note is not None and note.action == "return":
            self.take_back(str(note.said.arguments[0]))
        else:
            self.take_back("")

    def take_back(self, receipt_number: str) -> None:
        """Take goods of a receipt back; of one that is still to be named for none."""
        if self._ways.take_back is None:
            self._counter.refuse(RuleError("scan.not_here"))
            return
        self._ways.take_back(receipt_number)
        self.more.go("returns")

    def step(self, line_id: str, pieces: int) -> None:
        """Add or take off pieces of a line; the last one takes the line out."""
        back = self._counter.state.back(line_id)
        if back is not None:
            self.back.set_quantity(back, back.qty_milli + pieces * _MILLI)
            return
        line = self._counter.basket.line(line_id)
        if line is None:
            return
        self._counter.clear_note()
        qty_milli = line.qty_milli + pieces * _MILLI
        if qty_milli <= 0:
            self._counter.change(lambda: self._services.basket.remove_line(line_id))
            return
        self._counter.change(lambda: self._services.basket.set_quantity(line_id, qty_milli))
        if pieces > 0 and line.product_id is not None:
            self._counter.watch_stock(line.product_id)

    def remove_line(self) -> None:
        """Take the chosen line out."""
        line_id = self._counter.state.current_id
        back = self._counter.state.back(line_id)
        if back is not None:
            self.back.set_quantity(back, 0)
        elif line_id is not None:
            self._counter.clear_note()
            self._counter.change(lambda: self._services.basket.remove_line(line_id))

    def pay(self) -> None:
        """Go and take the money, once everything done by hand is allowed."""
        if not self._counter.state.can_pay or not self._answers.are_in_or_given_up():
            return
        try:
            if self._ways.may_pay is not None:
                self._ways.may_pay()
        except RuleError as error:
            self._counter.refuse(error)
            return
        self.hand.settle(lambda: self.more.go("pay"))

    def show_pickups(self) -> None:
        """Look at the orders."""
        self.more.go("pickup")

    def open_sheet(self, name: SheetName) -> None:
        """Show a sheet that needs nothing: the keys, or where the saving comes from."""
        self._counter.open_sheet(name)

    def on_sheet_closed(self) -> None:
        """The person closed the sheet."""
        self._counter.open_sheet("")

    def on_note_gone(self) -> None:
        """The message is no longer shown: what it offered is no longer offered."""
        self._counter.clear_note()

    def act_on_note(self) -> None:
        """Do what the message offers."""
        note = self._counter.state.note
        if note is None:
            return
        if note.action == "open_item":
            self.open_item.open_sheet()
        elif note.action == "recall":
            self.parking.open_recall()
        elif note.action == "reprint":
            self.more.reprint(str(note.said.arguments[0]))
        elif note.action == "return":
            self.take_back(str(note.said.arguments[0]))
        elif note.action == "extend_coupons":
            self.coupons.extend()
        elif note.action in {"markdown", "past_date"}:
            self.goods.piece.act_on_note(note.action)

    def _on_other_code(self, action: ScanAction) -> None:
        if isinstance(action, MemberScanned):
            self.members.scanned(action.text)
        elif isinstance(action, CouponScanned):
            self.coupons.redeem(action.text)
        elif isinstance(action, PickupScanned):
            self._hand_on(self._ways.hand_over, action.text, place="pickup")
        elif isinstance(action, BadgeScanned):
            self._hand_on(self._ways.badge, action.text)
        elif isinstance(action, PaymentScanned):
            self._on_payment_code(action.code)
        elif isinstance(action, ReceiptScanned):
            self._sounds.good()
            self._counter.note("info", Said("scan.receipt", (action.receipt_number,)), action="return")
        elif isinstance(action, UnknownCode):
            self._sounds.unknown()
            self._counter.note("bad", Said("scan.unknown", (action.code,)), action="open_item")
        elif isinstance(action, NotUnderstood):
            self._sounds.unknown()
            self._counter.note("bad", Said(action.reason, action.arguments))

    def _hand_on(self, take: Callable[[str], None] | None, text: str, *, place: str = "") -> None:
        """Give a code to the part of the till that knows it, and go there."""
        if take is None:
            self._counter.refuse(RuleError("scan.not_here"))
            return
        self._sounds.good()
        take(text)
        if place:
            self.more.go(place)

    def _on_payment_code(self, code: PaymentCode) -> None:
        """Go and charge it there after one confirmation; without goods there is nothing to charge."""
        if not self._counter.basket.has_goods:
            self._counter.refuse(RuleError("scan.payment_too_early"))
        elif not self._answers.are_in_or_given_up():
            # A code that is brought along charges after one confirmation: not before this one.
            return
        elif self._counter.state.can_pay and self._ways.charge is not None and self._ways.charge(code):
            self.pay()
        elif self._counter.state.can_pay:
            self._counter.refuse(RuleError("payment.none"))

    def _must_answer_first(self) -> bool:
        """Refuse a scan while an amount or a weight is asked for: what was begun would be lost unseen."""
        state, first = self._counter.state, Said("scan.answer_first")
        if state.sheet == "quantity":
            self._counter.show(replace(state, quantity=replace(state.quantity, error=first)))
        elif state.sheet == "open_item":
            self._counter.show(replace(state, open_item=replace(state.open_item, error=first)))
        elif state.sheet == "park":
            parking = replace(state.parking, park=replace(state.parking.park, error=first))
            self._counter.show(replace(state, parking=parking))
        elif state.sheet == "split":
            parking = replace(state.parking, split=replace(state.parking.split, error=first))
            self._counter.show(replace(state, parking=parking))
        elif state.sheet in {"line", "sale"}:
            self._counter.show(replace(state, hand=replace(state.hand, error=first)))
        elif state.sheet == "options":
            self.goods.answer_first()
        else:
            return False
        self._sounds.attention()
        return True

    def _on_sale_completed(self, event: SaleCompleted) -> None:
        """Keep the change in sight until the next customer's first goods; messages are over."""
        self._counter.paid_ids.append(event.sale_id)
        paid = LastPaid(event.receipt_number, event.change, event.given)
        self._counter.show(replace(self._counter.state, last_paid=paid, note=None))

    def _on_catalog_changed(self, _event: Event) -> None:
        self.products.reload()
        self._counter.reprice()

    def _on_prices_turned(self, _event: Event) -> None:
        self._counter.reprice()

    def _on_store_data_changed(self, _event: Event) -> None:
        self._counter.forget_stock()
        self.products.reload()
        self._counter.refresh()
        self._count_orders()

    def _on_order_event(self, _event: Event) -> None:
        self._count_orders()

    def _count_orders(self) -> None:
        if self._ways.waiting_orders is None:
            return
        waiting = self._ways.waiting_orders()
        if waiting != self._counter.state.waiting_orders:
            self._counter.show(replace(self._counter.state, waiting_orders=waiting))
