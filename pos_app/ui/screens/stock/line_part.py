"""The sheet of one line of a document: how much it is, or how much the delivery note says."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.stock_model import DraftKind, StockDraft
from pos_app.ui.quantity_entry import QuantityEntry
from pos_app.ui.said import Said
from pos_app.ui.screens.stock.desk import StockDesk
from pos_app.ui.screens.stock.state import Field, LineForm
from retail_core.batches import as_date


class LinePart:
    """Owns what is keyed in for a line."""

    def __init__(self, desk: StockDesk, *, on_draft: Callable[[StockDraft], None]) -> None:
        """Keep the desk; ``on_draft`` is told of the document as it is then."""
        self._desk = desk
        self._on_draft = on_draft

    def open(self, line_id: str) -> None:
        """Ask how much a line is."""
        draft = self._desk.state.draft
        line = None if draft is None else draft.line(line_id)
        if line is not None:
            form = LineForm(line_id, "quantity", QuantityEntry(weighed=line.sold_by == "weight"))
            self._desk.show(replace(self._desk.state, form=form, said=Said()))

    def switch_field(self, field: Field) -> None:
        """Key in the quantity, what the delivery note says, or the date on the goods."""
        form = self._desk.state.form
        if form is not None:
            changed = replace(form, what=field, entry=form.entry.press("clear"), date="", said=Said())
            self._desk.show(replace(self._desk.state, form=changed))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        form = self._desk.state.form
        if form is None:
            return
        if form.what == "date":
            self._show_form(replace(form, date=_date_after(form.date, key), said=Said()))
        else:
            self._show_form(replace(form, entry=form.entry.press(key), said=Said()))

    def take_back(self, form: LineForm) -> None:
        """Put back what stood there before a scan began."""
        self._show_form(form)

    def answer_first(self) -> None:
        """Say that the quantity comes first."""
        form = self._desk.state.form
        if form is not None:
            self._desk.tools.sounds.attention()
            self._show_form(replace(form, said=Said("stock.answer_first")))

    def submit(self) -> None:
        """Write what was keyed in; nothing keyed in changes nothing."""
        form, kind = self._desk.state.form, self._kind
        if form is None or kind is None:
            return
        if not (form.entry.text or form.date):
            self.close_form()
            return
        if form.what == "date" and not as_date(form.date):
            self._desk.tools.sounds.attention()
            self._show_form(replace(form, said=Said("stock.no_date")))
            return
        documents, milli = self._desk.tools.documents, form.entry.qty_milli
        if form.what == "date":
            self._desk.store(
                lambda: documents.set_date(kind, form.line_id, expires=form.date), self._on_draft
            )
        elif form.what == "expected":
            self._desk.store(
                lambda: documents.set_expected(kind, form.line_id, expected_milli=milli), self._on_draft
            )
        else:
            self._desk.store(
                lambda: documents.set_quantity(kind, form.line_id, qty_milli=milli), self._on_draft
            )

    def remove_line(self) -> None:
        """Take the product of the sheet out of the document."""
        form, kind = self._desk.state.form, self._kind
        if form is not None and kind is not None:
            self._desk.store(lambda: self._desk.tools.documents.remove(kind, form.line_id), self._on_draft)

    def close_form(self) -> None:
        """Leave the sheet; what was keyed in is forgotten."""
        if self._desk.state.form is not None:
            self._show_form(None)

    @property
    def _kind(self) -> DraftKind | None:
        draft = self._desk.state.draft
        return None if draft is None else draft.kind

    def _show_form(self, form: LineForm | None) -> None:
        self._desk.show(replace(self._desk.state, form=form))


def _date_after(text: str, key: str) -> str:
    """Return the digits of a date after a key of the pad; eight at most."""
    if key == "clear":
        return ""
    if key == "back":
        return text[:-1]
    return (text + "".join(digit for digit in key if digit.isascii() and digit.isdigit()))[:8]
