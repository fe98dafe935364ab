"""Goods that come back without a receipt: scanned or searched for, at today's price or less."""

from dataclasses import replace

from pos_app.services.read_scan import ChooseProduct, NeedsWeight, ScanAction, SellProduct, UnknownCode
from pos_app.services.records import Pack, Product
from pos_app.services.return_goods import WithoutReceipt
from pos_app.ui.said import Said
from pos_app.ui.screens.returns.desk import ReturnsDesk
from pos_app.ui.screens.returns.entry_part import EntryPart
from pos_app.ui.screens.returns.state import LooseRow, ReturnsState

PIECE_MILLI = 1000
MOST_CHOICES = 6


class LoosePart:
    """Owns the rows without a receipt."""

    def __init__(self, desk: ReturnsDesk, entry: EntryPart) -> None:
        self._desk = desk
        self._entry = entry
        self._rows = 0

    def begin(self) -> None:
        """Take goods without a receipt from now on."""
        self._rows = 0
        self._desk.show(ReturnsState(loose=()))

    def find(self, text: str) -> None:
        """Take what a code or a name means; several are shown, and one of them is chosen."""
        if not text:
            return
        if text.isascii() and text.isdigit():
            self.take(self._desk.tools.read_scan(text, step="sell"))
            return
        found = [each.product for each in self._desk.tools.products.search(text, limit=MOST_CHOICES)]
        if not found:
            self._desk.say(Said("scan.unknown", (text,)))
        elif len(found) == 1:
            self.add(found[0])
        else:
            self._choose_from(tuple(found))

    def take(self, action: ScanAction) -> bool:
        """Take scanned goods; ``False`` for any other code."""
        if isinstance(action, SellProduct):
            self.add(action.product, pack=action.pack, qty_milli=action.qty_milli)
        elif isinstance(action, NeedsWeight):
            self.add(action.product)
        elif isinstance(action, ChooseProduct):
            self._choose_from(action.products)
        elif isinstance(action, UnknownCode):
            self._desk.say(Said("scan.unknown", (action.code,)))
            return False
        else:
            self._desk.say(Said("scan.not_here"))
            return False
        return True

    def add(self, product: Product, *, pack: Pack | None = None, qty_milli: int = PIECE_MILLI) -> None:
        """Take one more of a product, or ask for its weight."""
        state = self._desk.state
        rows = state.loose or ()
        weighed = product.sold_by == "weight"
        pack_id = "" if pack is None else pack.pack_id
        same = next((row for row in rows if not weighed and _key(row) == (product.product_id, pack_id)), None)
        if same is not None:
            self.set_quantity(same.line_id, same.back_milli + qty_milli)
            return
        self._rows += 1
        today = self._desk.money(self._desk.tools.returns.price_today(product, pack))
        asks = weighed and qty_milli == PIECE_MILLI
        row = LooseRow(f"loose{self._rows}", product, pack, 0 if asks else qty_milli, today, today)
        self.show(replace(state, loose=(*rows, row), choices=(), said=Said()))
        if asks:
            self._entry.open_quantity(row.line_id)

    def step(self, row: LooseRow, direction: int) -> None:
        """Let a piece more or less come back; the last one takes the row out."""
        self.set_quantity(row.line_id, row.back_milli + direction * PIECE_MILLI)

    def set_quantity(self, line_id: str, qty_milli: int) -> None:
        """Change how much comes back; 0 takes the row out."""
        state = self._desk.state
        rows = tuple(
            replace(row, back_milli=qty_milli) if row.line_id == line_id else row for row in state.loose or ()
        )
        kept = tuple(row for row in rows if row.line_id != line_id or qty_milli > 0)
        self.show(replace(state, loose=kept, choices=(), said=Said()))

    def set_price(self, line_id: str, unit_minor: int) -> None:
        """Give less for one than it costs today."""
        state = self._desk.state
        unit = self._desk.money(unit_minor)
        rows = tuple(replace(row, unit=unit) if row.line_id == line_id else row for row in state.loose or ())
        self.show(replace(state, loose=rows, said=Said()))

    def show(self, state: ReturnsState) -> None:
        """Show ``state`` with what its rows give."""
        goods = [
            WithoutReceipt(
                row.product, row.back_milli, row.unit.minor, state.reason or "other", state.restock, row.pack
            )
            for row in state.loose or ()
            if row.back_milli
        ]
        if not goods:
            self._desk.show(replace(state, plan=None, payouts=()))
            return
        self._desk.show_plan(state, lambda: self._desk.tools.returns.plan_without_receipt(goods))

    def _choose_from(self, products: tuple[Product, ...]) -> None:
        self._desk.show(replace(self._desk.state, choices=products[:MOST_CHOICES], said=Said()))


def _key(row: LooseRow) -> tuple[str, str]:
    return (row.product.product_id, "" if row.pack is None else row.pack.pack_id)
