"""What is asked of the very piece in the hand: its serial number, and what to do about its date.

Source: docs/rules/stock.md, "Batches with a date", "Serial numbers".
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from pos_app.services.act_model import Approval, NeedsApproval, require_allowed
from pos_app.services.basket_model import Line
from pos_app.services.errors import RuleError
from pos_app.services.piece_marks import NO_MARKS, PieceMarks, act_past_date
from pos_app.services.read_scan import NotUnderstood, ProductGoods, SellProduct, UnknownCode
from pos_app.services.records import Product
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Rate, Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.goods_state import SerialForm
from pos_app.ui.screens.sell.hand_part import HandPart
from retail_core.batches import is_over

MOST_SERIAL: Final = 40


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Goods that wait for an answer before they go into the basket."""

    product: Product
    then: Callable[[], None]


class PiecePart:
    """Keeps what is known of the piece that is rung up, and asks for what is missing."""

    def __init__(self, counter: Counter, hand: HandPart) -> None:
        self._counter = counter
        self._hand = hand
        self.marks = NO_MARKS
        self._waiting: _Waiting | None = None
        self._near: tuple[str, int] | None = None

    def begin(self, marks: PieceMarks = NO_MARKS) -> None:
        """Something else is rung up now."""
        self.marks = marks
        self._waiting = None

    def lets(self, product: Product, then: Callable[[], None], *, is_pack: bool = False) -> bool:
        """Return whether a piece may be sold as it is; else its answer is asked for, and ``then`` goes on."""
        marks, counter = self.marks, self._counter
        self._waiting = _Waiting(product, then)
        is_past = marks.kind == "best_before" and is_over(marks.expires, counter.services.dates.today())
        if is_past and marks.past_date is None:
            counter.open_sheet("")
            counter.sounds.unknown()
            counter.note("bad", Said("scan.past_date", (marks.expires,)), action="past_date")
            return False
        if product.serials and not is_pack and not marks.serial:
            counter.sounds.good()
            counter.show(replace(counter.state, sheet="serial", serial=SerialForm(product.names), note=None))
            return False
        self._waiting = None
        return True

    def sold(self, product: Product, line: Line) -> None:
        """Say what there is to say of a piece that went into the basket."""
        if not (product.dated or line.expires):
            return
        dates = self._counter.services.dates
        offered = dates.offered_bp(line.expires) if line.past_date is None else 0
        if offered and not any(each.line_id == line.line_id for each in self._counter.basket.discounts):
            self._near = (line.line_id, offered)
            self._counter.note(
                "warn", Said("scan.near_date", (line.expires, Rate(offered))), action="markdown"
            )
        elif product.dated and not line.expires and dates.is_all_over(product.product_id):
            self._counter.sounds.attention()
            self._counter.note("warn", Said("stock.all_over"))

    def act_on_note(self, action: str) -> None:
        """Do what the message about a date offers."""
        if action == "markdown":
            self.mark_down()
        else:
            self.sell_past_date()

    def mark_down(self) -> None:
        """Take off what the store offers for goods near their date."""
        if self._near is not None:
            line_id, offered_bp = self._near
            self._near = None
            self._hand.mark_down(line_id, offered_bp)

    def sell_past_date(self, approval: Approval | None = None) -> None:
        """Sell goods after their best-before date, by right or because somebody else lets it."""
        waiting, counter = self._waiting, self._counter
        if waiting is None:
            return
        act = act_past_date(waiting.product.product_id, self.marks)
        try:
            actor = counter.session.require_actor()
            require_allowed(actor, act, approval=approval)
        except NeedsApproval as needed:
            about = Said("ask.past_date", (waiting.product.names, self.marks.expires))
            request = Request(act, about, said_of(needed, counter.currency))
            counter.services.approval.ask(request, self.sell_past_date)
            return
        except RuleError as error:
            counter.refuse(error)
            return
        own = Approval(act, actor.staff_id, actor.name, 0)
        self.marks = replace(self.marks, past_date=approval or own)
        waiting.then()

    def scanned(self, text: str) -> None:
        """Take what was scanned while a serial number is asked for."""
        waiting = self._waiting
        action = self._counter.services.read_scan(text, step="stock")
        if waiting is not None and isinstance(action, SellProduct) and action.marks.serial:
            if action.product.product_id == waiting.product.product_id:
                self.marks = action.marks
                self.submit(action.marks.serial)
            else:
                self._refuse("serial.other_product")
        elif isinstance(action, ProductGoods):
            self._refuse("serial.is_product")
        elif isinstance(action, UnknownCode) or (
            isinstance(action, NotUnderstood) and action.reason == "gs1.no_product"
        ):
            self.submit(text.strip())
        else:
            self._refuse("serial.is_none")

    def submit(self, text: str) -> None:
        """Sell the piece with this serial number."""
        waiting, serial = self._waiting, text.strip()
        if waiting is None:
            return
        if not 0 < len(serial) <= MOST_SERIAL or not (serial.isascii() and serial.isprintable()):
            self._refuse("serial.is_none")
            return
        self.marks = replace(self.marks, serial=serial)
        self._counter.open_sheet("")
        waiting.then()

    def _refuse(self, code: str) -> None:
        counter = self._counter
        counter.sounds.attention()
        counter.show(replace(counter.state, serial=replace(counter.state.serial, error=Said(code))))
