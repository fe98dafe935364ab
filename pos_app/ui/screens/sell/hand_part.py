"""Prices, discounts and notes by hand: of the chosen line, and of the whole sale."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pos_app.services import hand_steps
from pos_app.services.act_by_hand import SMALL_CHANGE, cents_of
from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.basket_model import HandDiscount, HandKind
from pos_app.services.errors import RuleError
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Rate, Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.hand_state import HandForm, HandMode, PercentEntry, Preview
from pos_app.ui.screens.sell.state import SheetName
from retail_core.money import Money, exponent


class HandPart:
    """Owns the sheet of a line and the sheet of the sale; asks another person where a right ends."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def open_line(self) -> None:
        """Show what can be done with the chosen line."""
        counter = self._counter
        line = counter.basket.line(counter.state.current_id or "")
        if line is None:
            return
        if line.deposit_of:
            counter.refuse(RuleError("basket.deposit_follows"))
            return
        standing = next(
            (each.kind for each in counter.basket.discounts if each.line_id == line.line_id), None
        )
        self._open(
            HandForm(
                AmountEntry(counter.currency),
                line_id=line.line_id,
                names=line.names,
                mode="note" if line.regulated else "percent",
                note=line.note,
                standing=standing or "",
            )
        )

    def open_sale(self) -> None:
        """Show what can be done with the whole sale."""
        counter = self._counter
        if not counter.state.lines:
            counter.refuse(RuleError("sale.empty"))
            return
        own = {each.kind for each in counter.basket.discounts if each.line_id is None}
        discount: list[HandKind] = [kind for kind in ("percent", "amount") if kind in own]
        self._open(
            HandForm(
                AmountEntry(counter.currency),
                note=counter.basket.note,
                standing=discount[0] if discount else "",
                dropped="drop" in own,
                drops=self._drops(),
                gift_receipt=counter.basket.gift_receipt,
            )
        )

    def choose(self, mode: HandMode) -> None:
        """Do another thing; what was keyed in for the first one is forgotten."""
        form = self._form
        if mode != form.mode:
            empty = AmountEntry(self._counter.currency)
            self._show(replace(form, mode=mode, amount=empty, percent=PercentEntry(), error=Said()))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        form = self._form
        if form.mode == "note":
            return
        if form.mode == "percent":
            form = replace(form, percent=form.percent.press(key))
        else:
            form = replace(form, amount=form.amount.press(key))
        self._show(replace(form, error=Said()))

    def put(self, value: int) -> None:
        """Take a value that one touch gives: a percentage, or an amount of small change."""
        if self._form.mode == "percent":
            self._show(replace(self._form, percent=PercentEntry.of(value), error=Said()))
        else:
            amount = AmountEntry.of(Money(value, self._counter.currency))
            self._show(replace(self._form, amount=amount, error=Said()))

    def take_back(self, before: HandForm) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        self._show(before)

    def set_reason(self, reason: str) -> None:
        """Say why."""
        self._show(replace(self._form, reason=reason, error=Said()))

    def set_note(self, note: str) -> None:
        """Take what stands in the field."""
        self._show(replace(self._form, note=note[: hand_steps.MOST_NOTE], error=Said()))

    def toggle_gift_receipt(self) -> None:
        """Print a gift receipt besides, or do not."""
        wanted = not self._counter.basket.gift_receipt
        self._counter.services.basket.change(partial(hand_steps.with_gift_receipt, wanted=wanted))
        self._counter.refresh()
        self._show(replace(self._form, gift_receipt=wanted))

    def submit(self) -> None:
        """Do it; above the limit another person is asked in place."""
        form = self._form
        if form.mode == "note":
            self._write_note(form)
            return
        if form.mode != "drop" and not form.reason:
            self._refuse(RuleError("by_hand.no_reason"))
            return
        self._give(_discount(form))

    def take_off(self) -> None:
        """Take the price or discount off that stands there."""
        form = self._form
        kind: HandKind | str = "drop" if form.mode == "drop" else form.standing
        self.remove(form.line_id, kind)
        self._close(form.line_id)

    def remove(self, line_id: str | None, kind: HandKind | str) -> None:
        """Take an act off a line or the sale."""
        by_hand = self._counter.services.by_hand
        self._counter.clear_note()
        self._counter.change(lambda: by_hand.take_back(line_id, kind="drop" if kind == "drop" else "percent"))

    def mark_down(self, line_id: str, percent_bp: int) -> None:
        """Take a share off a line because its date is near."""
        self._counter.clear_note()
        self._give(HandDiscount(line_id, "percent", percent_bp, "near_expiry"))

    def settle(self, then: Callable[[], None]) -> None:
        """Have everything allowed that still has to be, then go on."""
        counter = self._counter
        try:
            left = counter.services.by_hand.unapproved(counter.session.require_actor())
        except RuleError as error:
            counter.refuse(error)
            return
        if not left:
            then()
            return
        found = left[0]
        request = Request(found.act, self._about(found.discount, found.act), Said("by_hand.grown"))
        counter.services.approval.ask(request, lambda approval: self._allow(approval, then))

    def _allow(self, approval: Approval, then: Callable[[], None]) -> None:
        self._counter.change(lambda: self._counter.services.by_hand.allow(approval))
        self.settle(then)

    def _give(self, discount: HandDiscount) -> None:
        counter = self._counter
        try:
            counter.services.by_hand(counter.session.require_actor(), discount)
        except NeedsApproval as needed:
            why = said_of(needed, counter.currency)
            request = Request(needed.act, self._about(discount, needed.act), why)
            counter.services.approval.ask(
                request, lambda approval: self._give(replace(discount, approval=approval))
            )
            return
        except RuleError as error:
            self._refuse(error)
            return
        self._close(discount.line_id)

    def _write_note(self, form: HandForm) -> None:
        step = (
            partial(hand_steps.with_sale_note, note=form.note)
            if form.line_id is None
            else partial(hand_steps.with_note, line_id=form.line_id, note=form.note)
        )
        try:
            self._counter.services.basket.change(step)
        except RuleError as error:
            self._refuse(error)
            return
        self._close(form.line_id)

    def _close(self, line_id: str | None) -> None:
        self._counter.sounds.good()
        self._counter.open_sheet("")
        self._counter.refresh(current_id=line_id)

    def _about(self, discount: HandDiscount, act: Act) -> Said:
        """Return an act in words."""
        currency = self._counter.currency
        line = None if discount.line_id is None else self._counter.basket.line(discount.line_id)
        what: object = Said("ask.whole_sale") if line is None else line.names
        off = Money(-act.given_minor, currency)
        if discount.kind == "percent":
            return Said("ask.percent", (Rate(discount.value), what, off))
        if discount.kind == "price":
            return Said("ask.price", (Money(discount.value, currency), what, off))
        if discount.kind == "drop":
            return Said("ask.drop", (off,))
        return Said("ask.amount", (what, off))

    def _drops(self) -> tuple[Money, ...]:
        """Return what can be dropped of the total as it would be without dropped change."""
        state = self._counter.state
        dropped = sum(-mark.amount.minor for mark in state.sale_marks if mark.kind == "drop")
        currency = self._counter.currency
        total = state.totals.total.minor + dropped
        found = cents_of(total, unit_minor=10 ** exponent(currency))
        return tuple(Money(minor, currency) for minor in found)

    @property
    def _form(self) -> HandForm:
        return self._counter.state.hand

    def _refuse(self, error: RuleError) -> None:
        if not self._counter.state.sheet:
            self._counter.refuse(error)
            return
        self._counter.sounds.attention()
        self._show(replace(self._form, error=said_of(error, self._counter.currency)))

    def _open(self, form: HandForm) -> None:
        name: SheetName = "sale" if form.line_id is None else "line"
        self._counter.show(replace(self._counter.state, sheet=name, hand=form, note=None))

    def _show(self, form: HandForm) -> None:
        self._counter.show(replace(self._counter.state, hand=replace(form, preview=self._preview(form))))

    def _preview(self, form: HandForm) -> Preview | None:
        actor, currency = self._counter.session.actor, self._counter.currency
        is_price_of_nothing = form.mode == "price" and not form.amount.is_empty
        if actor is None or form.mode == "note" or not (form.value or is_price_of_nothing):
            return None
        try:
            look = self._counter.services.by_hand.look(actor, _discount(form))
        except RuleError:
            return None
        left = look.base_minor - look.taken_minor
        return Preview(Money(-look.taken_minor, currency), Money(left, currency), look.reaches)


def _discount(form: HandForm) -> HandDiscount:
    assert form.mode != "note"
    reason = SMALL_CHANGE if form.mode == "drop" else form.reason
    return HandDiscount(form.line_id, form.mode, form.value, reason)
