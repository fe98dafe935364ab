"""Parking, splitting and recalling sales: written on the storage lane, while the basket stands still."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeVar

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket_model import Basket, Line
from pos_app.services.errors import PosError, RuleError
from pos_app.services.park_sale import Split
from pos_app.services.parked import MOST_NAME, ParkedSale
from pos_app.services.parked_steps import split
from pos_app.services.recall_sale import ParkedSales, Recalled
from pos_app.services.records import Actor
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.coupon_part import CouponPart
from pos_app.ui.screens.sell.park_state import ParkForm, Parking, RecallForm, SplitForm
from retail_core.money import Money

ResultT = TypeVar("ResultT")

ParkSheet = Literal["park", "split", "recall", "news"]

_ONE_MILLI = 1000


class ParkPart:
    """Owns the sheets of parked sales."""

    def __init__(self, counter: Counter, coupons: CouponPart) -> None:
        self._counter = counter
        self._coupons = coupons

    def reload(self) -> None:
        """Count anew what waits; what has expired meanwhile is given up, and named."""
        self.on_count(self._counter.services.park.count())
        if self._parking.count:
            recall = self._counter.services.recall
            self._counter.lanes.storage.run(recall.sales, self._on_looked, self._counter.refuse)

    def _on_looked(self, found: ParkedSales) -> None:
        if found.expired:
            currency = self._counter.currency
            total = Money(sum(sale.total_minor for sale in found.expired), currency)
            self._counter.note("warn", Said("parked.expired", (len(found.expired), total)))

    def on_count(self, count: int) -> None:
        """So many sales wait now."""
        if count != self._parking.count:
            self._put(count=count)

    # Park

    def open_park(self) -> None:
        """Ask for a name; it may stay empty."""
        if self._has_goods():
            self._open("park", park=ParkForm())

    def set_name(self, name: str) -> None:
        """Take what stands in the field, of the sheet that is open."""
        parking = self._parking
        if self._counter.state.sheet == "split":
            self._put(split=replace(parking.split, name=name[:MOST_NAME], error=Said()))
        else:
            self._put(park=replace(parking.park, name=name[:MOST_NAME], error=Said()))

    def park(self) -> None:
        """Put the basket aside."""
        self._park(self._parking.park.name, self._on_parked)

    def _park(self, name: str, then: Callable[[Basket, ParkedSale], None]) -> None:
        counter, basket = self._counter, self._counter.basket
        total_minor = counter.state.totals.total.minor
        services = counter.services
        self._run(
            lambda actor: services.park(actor, basket, name=name, total_minor=total_minor),
            lambda sale: then(basket, sale),
            on_error=self._on_park_error,
        )

    def _on_parked(self, basket: Basket, sale: ParkedSale) -> None:
        self._leave_counter(basket)
        self._counter.open_sheet("")
        self._counter.note("ok", Said("parked.done", (title_of(sale),)), action="recall")

    def _leave_counter(self, basket: Basket) -> None:
        """Begin anew; what was reserved for the parked basket is free for others meanwhile."""
        for coupon in basket.coupons:
            self._counter.give_back(basket, coupon)
        self._counter.services.basket.start_new()
        self._counter.refresh()

    # Split

    def open_split(self, line_id: str = "") -> None:
        """Choose what goes into a second sale; of a line named, all of it at first."""
        if not self._has_goods():
            return
        line = self._counter.basket.line(line_id)
        parts = () if line is None else ((line.line_id, line.qty_milli),)
        self._open("split", split=SplitForm())
        self._set_parts(parts)

    def step_split(self, line_id: str, direction: int) -> None:
        """Let one piece more or less of a line go; what stands whole goes whole."""
        line = self._counter.basket.line(line_id)
        if line is None:
            return
        form = self._parking.split
        step = _ONE_MILLI if _comes_apart(line) else line.qty_milli
        milli = min(max(form.part(line_id) + direction * step, 0), line.qty_milli)
        self._set_parts(tuple((dict(form.parts) | {line_id: milli}).items()))

    def split(self) -> None:
        """Park what was chosen as a sale of its own."""
        basket, services = self._counter.basket, self._counter.services
        form = self._parking.split
        self._run(
            lambda actor: services.park.split(actor, basket, parts=dict(form.parts), name=form.name),
            self._on_split,
            on_error=self._on_split_error,
        )

    def _set_parts(self, parts: tuple[tuple[str, int], ...]) -> None:
        basket, currency = self._counter.basket, self._counter.currency
        price = self._counter.services.price
        try:
            # The ids are thrown away: this only says what both parts would come to.
            ids = iter(f"-{place}" for place in range(2 * len(basket.lines) + 1))
            first, second = split(basket, dict(parts), new_id=lambda: next(ids))
            stays, goes = price(first).total, price(second).total
        except RuleError:
            nothing = not any(milli for _, milli in parts)
            whole = price(basket).total
            stays, goes = (whole, Money(0, currency)) if nothing else (Money(0, currency), whole)
        form = replace(self._parking.split, parts=parts, stays=stays, goes=goes, error=Said())
        self._put(split=form)

    def _on_split(self, done: Split) -> None:
        counter = self._counter
        counter.services.basket.restore(done.rest)
        counter.open_sheet("")
        counter.refresh()
        amount = Money(done.parked.total_minor, counter.currency)
        counter.note("ok", Said("parked.split", (amount,)), action="recall")

    def _on_split_error(self, error: PosError) -> None:
        self._put(split=replace(self._parking.split, error=said_of(error, self._counter.currency)))

    # Recall

    def open_recall(self) -> None:
        """Show what waits."""
        if self._counter.state.pending == "park":
            self._counter.sounds.attention()
            return
        self._open("recall", recall=RecallForm())
        recall = self._counter.services.recall
        self._counter.lanes.storage.run(recall.sales, self._on_sales, self._on_recall_failed)

    def choose(self, basket_id: str) -> None:
        """Look at one of the sales."""
        form = self._parking.recall
        self._put(recall=replace(form, chosen=basket_id, asking="", error=Said()))

    def recall(self) -> None:
        """Bring the chosen sale back; with goods in the basket, ask what becomes of them."""
        form = self._parking.recall
        if form.sale is None:
            return
        if self._counter.basket.has_goods:
            self._put(recall=replace(form, asking="basket", error=Said()))
            return
        self._recall(form.sale)

    def merge(self) -> None:
        """Put the goods of the chosen sale beside those in the basket."""
        sale = self._parking.recall.sale
        if sale is not None:
            self._recall(sale)

    def park_first(self) -> None:
        """Park the basket, then bring the chosen sale back."""
        sale = self._parking.recall.sale
        if sale is not None:
            self._park("", lambda basket, _parked: self._go_on_with(sale, after=basket))

    def _go_on_with(self, sale: ParkedSale, *, after: Basket) -> None:
        self._leave_counter(after)
        self._recall(sale)

    def ask_to_give_up(self, asking: bool) -> None:
        """Ask once more, or think better of it."""
        form = self._parking.recall
        self._put(recall=replace(form, asking="give_up" if asking and form.sale else "", error=Said()))

    def give_up(self, approval: Approval | None = None) -> None:
        """Give the chosen sale up; what was in it stands in the journal."""
        sale = self._parking.recall.sale
        if sale is None:
            return
        basket_id, services = sale.basket.basket_id, self._counter.services
        self._run(
            lambda actor: services.recall.give_up(actor, basket_id, approval=approval),
            lambda _sale: self.open_recall(),
            on_error=lambda error: self._on_recall_error(error, sale, again=self.give_up),
        )

    def _recall(self, sale: ParkedSale, approval: Approval | None = None) -> None:
        counter, into = self._counter, self._counter.basket
        basket_id, services = sale.basket.basket_id, counter.services
        self._run(
            lambda actor: services.recall(actor, basket_id, into=into, approval=approval),
            lambda found: self._on_recalled(into, found),
            on_error=lambda error: self._on_recall_error(
                error, sale, again=lambda allowed: self._recall(sale, allowed)
            ),
        )

    def _on_recalled(self, into: Basket, found: Recalled) -> None:
        counter = self._counter
        mine = {coupon.coupon_id for coupon in into.coupons} if into.has_goods else set()
        if not into.has_goods:
            # They were reserved for a basket that is no more.
            for coupon in into.coupons:
                counter.give_back(into, coupon)
        counter.services.basket.restore(found.basket)
        counter.sounds.good()
        has_news = bool(found.changes) or found.sale_acts_left_out or found.before_minor != found.after_minor
        if has_news:
            self._open("news", recalled=found)
        else:
            counter.open_sheet("")
        counter.refresh()
        if not has_news:
            counter.note("info", Said("parked.recalled", (title_of(found.sale),)))
        self._coupons.hold_again([each for each in found.basket.coupons if each.coupon_id not in mine])

    def _on_sales(self, found: ParkedSales) -> None:
        if self._counter.state.sheet != "recall":
            return
        only = found.waiting[0].basket.basket_id if len(found.waiting) == 1 else ""
        self._put(recall=RecallForm(found.waiting, found.expired, loaded=True, chosen=only))

    def _on_recall_error(
        self, error: PosError, sale: ParkedSale, *, again: Callable[[Approval], None]
    ) -> None:
        if isinstance(error, NeedsApproval):
            about = Said("ask.recall", (title_of(sale), sale.parked_by_name))
            request = Request(error.act, about, Said("parked.not_yours"))
            self._counter.services.approval.ask(request, again)
            return
        form = self._parking.recall
        self._put(recall=replace(form, asking="", error=said_of(error, self._counter.currency)))

    def _on_recall_failed(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        form = replace(self._parking.recall, loaded=True, error=said_of(error, self._counter.currency))
        self._put(recall=form)

    # Around

    def _has_goods(self) -> bool:
        counter = self._counter
        if counter.state.pending == "park":
            counter.sounds.attention()
            return False
        if not counter.basket.lines:
            counter.refuse(RuleError("sale.empty"))
            return False
        return True

    def _on_park_error(self, error: PosError) -> None:
        said = said_of(error, self._counter.currency)
        if self._counter.state.sheet == "recall":
            self._put(recall=replace(self._parking.recall, asking="", error=said))
        else:
            self._put(park=replace(self._parking.park, error=said))

    def _run(
        self,
        work: Callable[[Actor], ResultT],
        on_value: Callable[[ResultT], None],
        *,
        on_error: Callable[[PosError], None],
    ) -> None:
        """Write something while the basket stands still."""
        counter = self._counter
        if counter.state.pending == "park":
            counter.sounds.attention()
            return
        try:
            actor = counter.session.require_actor()
        except RuleError as error:
            on_error(error)
            return

        def written(value: ResultT) -> None:
            counter.show(replace(counter.state, pending=counter.questions.pending(counter.basket)))
            on_value(value)

        def failed(error: BaseException) -> None:
            counter.show(replace(counter.state, pending=counter.questions.pending(counter.basket)))
            if not isinstance(error, PosError):
                raise error
            counter.sounds.attention()
            on_error(error)

        counter.show(replace(counter.state, pending="park", note=None))
        counter.lanes.storage.run(lambda: work(actor), written, failed)

    @property
    def _parking(self) -> Parking:
        return self._counter.state.parking

    def _open(self, sheet: ParkSheet, **changes: object) -> None:
        parking = replace(self._parking, **changes)  # type: ignore[arg-type]  # fields of Parking
        self._counter.show(replace(self._counter.state, sheet=sheet, parking=parking, note=None))

    def _put(self, **changes: object) -> None:
        parking = replace(self._parking, **changes)  # type: ignore[arg-type]  # fields of Parking
        self._counter.show(replace(self._counter.state, parking=parking))


def title_of(sale: ParkedSale) -> object:
    """Return what a parked sale is called: its name, or its member, or its first goods."""
    if sale.name:
        return sale.name
    member = sale.basket.member
    if member is not None and member.masked_name:
        return member.masked_name
    return sale.basket.lines[0].names


def _comes_apart(line: Line) -> bool:
    return line.sold_by == "piece" and line.label_minor is None
