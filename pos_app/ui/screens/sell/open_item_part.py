"""Selling what the catalog does not know: name, amount, tax rate; right and limit are checked behind it."""

from dataclasses import replace

from pos_app.services.errors import RuleError
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.state import OpenItemForm


class OpenItemPart:
    """Owns the open item sheet."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def open_sheet(self) -> None:
        """Ask for name, amount and tax; a code that was just not found goes with it."""
        note = self._counter.state.note
        code = str(note.said.arguments[0]) if note is not None and note.action == "open_item" else None
        form = OpenItemForm(
            AmountEntry(self._counter.currency),
            tax_rate_bp=self._counter.services.tax_rates_bp[0],
            code=code,
        )
        self._counter.show(replace(self._counter.state, sheet="open_item", open_item=form, note=None))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        form = self._counter.state.open_item
        self._form(replace(form, amount=form.amount.press(key), error=Said()))

    def take_back(self, before: OpenItemForm) -> None:
        """Go back to what was keyed in before the first character of a scan."""
        self._form(before)

    def set_name(self, name: str) -> None:
        """Take the name, typed or a department's."""
        self._form(replace(self._counter.state.open_item, name=name[:80], error=Said()))

    def set_tax(self, tax_rate_bp: int) -> None:
        """Choose a tax rate."""
        self._form(replace(self._counter.state.open_item, tax_rate_bp=tax_rate_bp))

    def submit(self) -> None:
        """Sell it."""
        counter, form = self._counter, self._counter.state.open_item
        try:
            actor = counter.session.require_actor()
            line = counter.services.open_item(
                actor,
                name=form.name.strip(),
                amount_minor=form.amount.money.minor,
                tax_rate_bp=form.tax_rate_bp,
                code=form.code,
            )
        except RuleError as error:
            counter.sounds.attention()
            self._form(replace(form, error=said_of(error, counter.currency)))
            return
        counter.sounds.good()
        counter.open_sheet("")
        counter.refresh(current_id=line.line_id)

    def _form(self, form: OpenItemForm) -> None:
        self._counter.show(replace(self._counter.state, open_item=form))
