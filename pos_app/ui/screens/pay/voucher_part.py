"""A voucher is taken: its number, typed or scanned, and the value that is printed on it."""

from dataclasses import replace

from pos_app.services.errors import RuleError
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.said import Said
from pos_app.ui.screens.pay.desk import PayDesk, said_of_tender
from pos_app.ui.screens.pay.state import VoucherForm
from retail_core.codes.payment import payment_code
from retail_core.tenders import TenderError, voucher_number


class VoucherPart:
    """What the voucher sheet does."""

    def __init__(self, desk: PayDesk) -> None:
        self._desk = desk

    def open(self) -> None:
        """Ask for a voucher; an amount that was keyed in is its value."""
        state = self._desk.state
        entry = state.entry if state.tender == "cash" else AmountEntry(self._desk.currency)
        self._desk.change(voucher=VoucherForm(entry), said=Said())

    def close(self) -> None:
        """Take no voucher after all."""
        if self._desk.state.voucher is not None:
            self._desk.change(voucher=None, entry=AmountEntry(self._desk.currency))

    def set_number(self, text: str) -> None:
        """Take what was typed."""
        self._change(number=text)

    def scan(self, text: str) -> bool:
        """Take a scanned number; a payment code is none, and is not shown."""
        if payment_code(text.strip()) is not None:
            self._change(said=Said("voucher.payment_code"))
            return False
        self._change(number=text.strip())
        return True

    def press(self, key: str) -> None:
        """Take a key of the pad for the value."""
        form = self._desk.state.voucher
        if form is not None:
            self._change(entry=form.entry.press(key))

    def take_back(self, before: VoucherForm) -> None:
        """Go back to what stood there before the first character of a scan."""
        if self._desk.state.voucher is not None:
            self._desk.change(voucher=before)

    def submit(self) -> None:
        """Take the voucher as a part of the payment."""
        form = self._desk.state.voucher
        if form is None:
            return
        try:
            number = voucher_number(form.number)
            self._desk.take("voucher", form.entry.money.minor, reference=number)
        except (RuleError, TenderError) as error:
            said = said_of_tender(RuleError(error.code, *error.arguments), self._desk.currency)
            self._change(said=said)
            return
        self._desk.change(voucher=None)

    def _change(self, **changes: object) -> None:
        form = self._desk.state.voucher
        if form is not None:
            changed = replace(form, **{"said": Said(), **changes})  # type: ignore[arg-type]  # by their names
            self._desk.change(voucher=changed)
