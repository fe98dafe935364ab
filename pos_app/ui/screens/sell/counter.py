"""The counter: the basket with its price, which every part of the Sell screen changes and shows."""

from collections import Counter as Count
from collections import deque
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pos_app.services.basket_model import AttachedCoupon, Basket, Line
from pos_app.services.errors import PosError, RuleError
from pos_app.services.ports import Sounds
from pos_app.services.records import Names, StockLevel
from pos_app.services.session import Session
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.quantity_entry import QuantityEntry
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.back_lines import back_lines
from pos_app.ui.screens.sell.goods_state import OptionsForm
from pos_app.ui.screens.sell.hand_marks import HandMarks, dropped_of, hand_marks
from pos_app.ui.screens.sell.hand_state import HandForm, HandMark
from pos_app.ui.screens.sell.parts import SellLanes, SellServices
from pos_app.ui.screens.sell.questions import Questions
from pos_app.ui.screens.sell.state import (
    CouponState,
    LineState,
    Note,
    NoteAction,
    NoteKind,
    Offer,
    OpenItemForm,
    QuantityForm,
    SellState,
    SheetName,
    Shortage,
    Totals,
)
from retail_core.money import Money
from retail_core.pricing.model import CASHIER_DROP_ID, PricedBasket, PricedLine

ResultT = TypeVar("ResultT")
_PAID_KEPT = 50
"""Of how many sales it is known that they were paid, for answers that come after the money."""


class SellView(Protocol):
    """What the presenters need of the picture."""

    def show_state(self, state: SellState) -> None:
        """Show ``state``."""


class Counter:
    """Owns the state; changes the basket and prices it again in the same event."""

    def __init__(self, services: SellServices, *, session: Session, lanes: SellLanes, sounds: Sounds) -> None:
        self.services = services
        self.session = session
        self.lanes = lanes
        self.sounds = sounds
        self.currency = services.basket.basket.currency
        self.questions = Questions()
        self.checking: set[str] = set()
        self.paid_ids: deque[str] = deque(maxlen=_PAID_KEPT)
        self._view: SellView | None = None
        self._follower: Callable[[SellState], None] = _nothing
        self._shown: Basket | None = None
        self._changing = False
        self._notes = 0
        self._stock: dict[str, StockLevel] = {}
        self._made: dict[str, _Made] = {}
        self._away = ("", False)
        nothing = Money(0, self.currency)
        nobody = Names("", "", "")
        self.state = SellState(
            totals=Totals(nothing, nothing),
            open_item=OpenItemForm(AmountEntry(self.currency)),
            quantity=QuantityForm(QuantityEntry(), nobody, nothing),
            hand=HandForm(AmountEntry(self.currency)),
            options=OptionsForm(nobody, nothing),
        )

    @property
    def basket(self) -> Basket:
        """The basket as it is."""
        return self.services.basket.basket

    def bind(self, view: SellView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self.state)

    def follow(self, follower: Callable[[SellState], None]) -> None:
        """Tell ``follower`` every state from now on, beside the view."""
        self._follower = follower
        follower(self.state)

    def show(self, state: SellState) -> None:
        """Make ``state`` the one that is shown."""
        self.state = state
        self._follower(state)
        if self._view is not None:
            self._view.show_state(state)

    def change(self, step: Callable[[], ResultT]) -> ResultT | None:
        """Change the basket and show its new price; a refusal is said in place and gives ``None``."""
        if self.state.pending == "park":
            # What is being written down is the basket as it is.
            self.refuse(RuleError("parked.busy"))
            return None
        before = self.basket
        self._changing = True
        try:
            result = step()
        except RuleError as error:
            self.refuse(error)
            return None
        finally:
            self._changing = False
        self._give_back_gone(before)
        self.refresh(current_id=result.line_id if isinstance(result, Line) else None)
        return result

    def on_basket_changed(self, basket: Basket) -> None:
        """Somebody else changed the basket: the end of a sale, or a basket that came back."""
        if not self._changing and basket is not self._shown:
            self.refresh()

    def refresh(self, *, current_id: str | None = None) -> None:
        """Price the basket and show it; ``current_id`` becomes the chosen line."""
        basket = self.basket
        priced = self.services.price(basket)
        self._shown = basket
        marks = hand_marks(basket, priced, actor=self.session.actor)
        lines = self._lines(basket, priced, marks=marks)
        returned = back_lines(basket)
        ids = [*(line.line_id for line in returned), *(line.line_id for line in lines)]
        chosen = current_id or self.state.current_id
        if chosen not in ids:
            chosen = self._neighbour(ids)
        self.show(
            replace(
                self.state,
                lines=lines,
                returned=returned,
                current_id=chosen,
                totals=_totals(basket, priced),
                member=basket.member,
                coupons=_coupons(basket, priced, checking=self.checking),
                pending="park" if self.state.pending == "park" else self.questions.pending(basket),
                hints=priced.hints,
                sale_marks=marks.of_sale,
                gift_receipt=basket.gift_receipt,
                sale_note=basket.note,
                takes_away=basket.takes_away if self._has_away_rates() else None,
                can_undo=self.services.basket.can_undo,
                can_redo=self.services.basket.can_redo,
                last_paid=None if basket.has_goods else self.state.last_paid,
            )
        )

    def reprice(self) -> None:
        """Price what lies there again, and say so when the customer pays something else than was said."""
        before = self.state.totals.total
        had_lines = bool(self.state.lines)
        self.refresh()
        after = self.state.totals.total
        if had_lines and after != before:
            self.sounds.attention()
            self.note("warn", Said("price.turned", (before, after)))

    def _has_away_rates(self) -> bool:
        """Ask the catalog once for each of its versions; it is asked whenever something is priced."""
        version = self.services.catalog_version()
        if self._away[0] != version:
            self._away = (version, bool(version) and self.services.products.has_away_rates())
        return self._away[1]

    def note(self, kind: NoteKind, what: Said, *, action: NoteAction = "") -> None:
        """Say something in place."""
        self._notes += 1
        self.show(replace(self.state, note=Note(self._notes, kind, what, action)))

    def clear_note(self) -> None:
        """Take back what was said."""
        if self.state.note is not None:
            self.show(replace(self.state, note=None))

    def refuse(self, error: BaseException) -> None:
        """Say what went wrong, with the sound for it; what is no error of the shop is a bug and goes on.

        Raises:
            BaseException: ``error`` itself, when it is no ``PosError``.
        """
        if not isinstance(error, PosError):
            raise error
        self.sounds.attention()
        self.note("bad", said_of(error, self.currency))

    def open_sheet(self, name: SheetName) -> None:
        """Show a sheet; an empty name closes the one that is open."""
        if self.state.sheet != name:
            self.show(replace(self.state, sheet=name))

    def is_here(self, basket: Basket) -> bool:
        """Whether ``basket`` is still the customer's of whom something was asked."""
        return self.basket.basket_id == basket.basket_id

    def watch_stock(self, product_id: str) -> None:
        """Warn when more of a product is in the basket than is free; an answer in about a millisecond."""
        found = self.services.products.by_id(product_id)
        if found is None or found.stock is None or not found.stock.as_of_ms:
            return
        self._stock[product_id] = found.stock
        short = self._shortages(self.basket).get(product_id)
        if short is not None:
            self.refresh()
            code = "stock.kept" if short.kept_milli else "stock.beyond"
            self.note("warn", Said(code, (_pieces(short.kept_milli), _pieces(short.on_hand_milli))))

    def forget_stock(self) -> None:
        """Read again what is short: the figures have changed."""
        self._stock = {
            product_id: found.stock
            for product_id in self._stock
            if (found := self.services.products.by_id(product_id)) is not None and found.stock is not None
        }

    def _neighbour(self, ids: Sequence[str]) -> str | None:
        """Return the line that stands where the chosen one was, or the last."""
        state = self.state
        before = [*(line.line_id for line in state.returned), *(line.line_id for line in state.lines)]
        if self.state.current_id in before and ids:
            return ids[min(before.index(self.state.current_id), len(ids) - 1)]
        return ids[-1] if ids else None

    def give_back(self, basket: Basket, coupon: AttachedCoupon) -> None:
        """Give the hold of a coupon back that is no longer wanted for ``basket``."""
        if coupon.hold_id is not None:
            self.lanes.network.run(
                lambda: self.services.coupons.release(basket, coupon), _nothing, self.refuse
            )

    def _give_back_gone(self, before: Basket) -> None:
        kept = {coupon.coupon_id for coupon in self.basket.coupons}
        for coupon in before.coupons:
            if coupon.coupon_id not in kept:
                self.give_back(before, coupon)

    def _lines(self, basket: Basket, priced: PricedBasket, *, marks: HandMarks) -> tuple[LineState, ...]:
        short = self._shortages(basket)
        made: dict[str, _Made] = {}
        for line, price in zip(basket.lines, priced.lines, strict=True):
            lack = None if line.order_id else short.get(line.product_id or "")
            known = self._made.get(line.line_id)
            # The same object stays while nothing about it changed, so the view has nothing to do for it.
            mark = marks.of_lines.get(line.line_id)
            figures = (price.list_amount, price.total, price.adjustments, lack, mark)
            if known is None or known.line is not line or known.figures != figures:
                held = basket.held(line.order_id)
                state = _line(line, price, shortage=lack, mark=mark)
                known = _Made(
                    line, figures, state if held is None else replace(state, comes_from=held.store_name)
                )
            made[line.line_id] = known
        self._made = made
        return tuple(each.state for each in made.values())

    def _shortages(self, basket: Basket) -> dict[str, Shortage]:
        wanted: Count[str] = Count()
        for line in basket.lines:
            if line.product_id in self._stock and not line.order_id:
                wanted[line.product_id] += line.pieces_milli
        return {
            product_id: Shortage(stock.on_hand_milli, stock.kept_milli)
            for product_id, stock in self._stock.items()
            if wanted[product_id] > stock.free_milli
        }


@dataclass(frozen=True, slots=True)
class _Made:
    """A line as it is shown, beside what it was made of."""

    line: Line
    figures: tuple[object, ...]
    state: LineState


def _nothing(_value: object) -> None:
    """Take a result that nobody waits for."""


def _pieces(qty_milli: int) -> int:
    return max(0, qty_milli // 1000)


def _line(line: Line, price: PricedLine, *, shortage: Shortage | None, mark: HandMark | None) -> LineState:
    currency = price.total.currency
    return LineState(
        line_id=line.line_id,
        names=line.names,
        sold_by=line.sold_by,
        qty_milli=line.qty_milli,
        unit_price=Money(line.unit_price_minor + line.options_minor, currency),
        list_amount=price.list_amount,
        total=price.total + dropped_of(price),
        offers=tuple(
            Offer(each.rule_id, each.amount, each.funder)
            for each in price.adjustments
            if each.rule_id != CASHIER_DROP_ID
        ),
        can_step=line.sold_by == "piece" and line.label_minor is None and not line.deposit_of,
        shortage=shortage,
        min_age=line.min_age,
        note=line.note,
        mark=mark,
        options=line.options,
        pack=line.pack_names,
        is_deposit=bool(line.deposit_of),
    )


def _totals(basket: Basket, priced: PricedBasket) -> Totals:
    pieces = sum(line.counted_milli for line in basket.lines) // 1000
    return Totals(
        priced.list_total, priced.total, pieces, priced.points_earned, refund_minor=basket.refund_minor
    )


def _coupons(basket: Basket, priced: PricedBasket, *, checking: AbstractSet[str]) -> tuple[CouponState, ...]:
    outcomes = {outcome.coupon_id: outcome for outcome in priced.coupons}
    found = []
    for coupon in basket.coupons:
        outcome = outcomes.get(coupon.coupon_id)
        if outcome is None:
            continue
        found.append(
            CouponState(
                coupon.coupon_id,
                coupon.campaign_id,
                outcome.amount,
                applied=outcome.applied,
                reason_code=outcome.reason_code,
                status=coupon.status,
                checking=coupon.coupon_id in checking,
            )
        )
    return tuple(found)
