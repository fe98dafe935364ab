"""How stock, documents of goods and transfers read."""

from collections.abc import Callable

from pos_app.services.find_products import FoundProduct
from pos_app.services.records import Names, Product
from pos_app.services.stock_model import DraftKind, DraftLine, ExpiringBatch, StockDraft, StoreStock, Transfer
from pos_app.ui.distances import distance_text
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.moments import moment_text
from pos_app.ui.screens.stock.state import ExpiringRow, ListName, ShortRow, StockState
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.batches import Batch
from retail_core.money import Money
from retail_core.stock import needs_reason

_MOST_BATCHES = 6


def chip_name(name: ListName) -> str:
    """Return what a list is called where there is little room."""
    return {
        "products": translate("Stock", "Products"),
        "short": translate("Stock", "Short"),
        "expiring": translate("Stock", "Expiring"),
        "travelling": translate("Stock", "On the way"),
    }[name]


class StockWords:
    """Writes what the screen shows; the only place that knows how it reads."""

    def __init__(
        self, formats: Formats, *, product: Callable[[str], Names | None], currency: str = "CNY"
    ) -> None:
        """Keep how figures are written, and who knows names of products by their ids."""
        self._formats = formats
        self._currency = currency
        self._product = product

    def name(self, product: Product) -> str:
        """Return what a product is called."""
        return self._formats.name(product.names)

    def quantity(self, milli: int) -> str:
        """Write a quantity."""
        return self._formats.quantity(milli)

    def list_name(self, name: ListName) -> str:
        """Return what a list is called."""
        return {
            "products": translate("Stock", "Products"),
            "short": translate("Stock", "Running short"),
            "expiring": translate("Stock", "Expiring soon"),
            "travelling": translate("Stock", "On the way"),
        }[name]

    def kind(self, kind: DraftKind) -> str:
        """Return what is done."""
        return {
            "receive": translate("Stock", "Receive goods"),
            "waste": translate("Stock", "Write off"),
            "count": translate("Stock", "Count"),
            "send": translate("Stock", "Send to a store"),
            "arrive": translate("Stock", "Take in a transfer"),
        }[kind]

    def found(self, found: FoundProduct) -> PickItem:
        """Return a product as the list shows it."""
        level = found.stock
        value = "—" if level is None else self.quantity(level.on_hand_milli)
        return PickItem(found.product.product_id, self.name(found.product), found.product.sku, value)

    def choice(self, product: Product) -> PickItem:
        """Return one of several products that a code may mean."""
        return PickItem(product.product_id, self.name(product), product.sku)

    def short(self, row: ShortRow) -> PickItem:
        """Return a product that is short."""
        note = translate("Stock", "{count} sold here in seven days").format(
            count=self.quantity(row.short.sold_milli)
        )
        value = translate("Stock", "{count} free").format(count=self.quantity(row.short.free_milli))
        return PickItem(row.short.product_id, self.name(row.product), note, value)

    def expiring(self, row: ExpiringRow) -> PickItem:
        """Return a batch whose date is near or over."""
        left = translate("Stock", "{count} left").format(count=self.quantity(row.expiring.batch.qty_milli))
        return PickItem(
            row.key,
            self.name(row.product),
            self._date_note(row.expiring),
            f"{left} · {self._formats.money(Money(row.value_minor, self._currency))}",
        )

    def batch_about(self, row: ExpiringRow) -> str:
        """Say what a batch of the list is, and what it is worth."""
        worth = self._formats.money(Money(row.value_minor, self._currency))
        return translate("Stock", "{date}: about {count} left, worth {amount}").format(
            date=self._date_note(row.expiring),
            count=self.quantity(row.expiring.batch.qty_milli),
            amount=worth,
        )

    def batches(self, state: StockState) -> str:
        """Return what is left of each batch of the product that is shown; empty where nobody named one."""
        found = None if state.card is None else state.card.batches
        parts = [] if found is None else [self._batch(each) for each in found.batches if each.qty_milli]
        return " · ".join(parts[:_MOST_BATCHES])

    def _date_note(self, expiring: ExpiringBatch) -> str:
        batch, days = expiring.batch, expiring.days_left
        name = f"{batch.expires} · {batch.number}" if batch.number else batch.expires
        if days < 0:
            return translate("Stock", "{date} · past its date").format(date=name)
        if days == 0:
            return translate("Stock", "{date} · last day").format(date=name)
        return translate("Stock", "{date} · days left: {count}").format(date=name, count=days)

    def _batch(self, batch: Batch) -> str:
        name = " ".join(part for part in (batch.expires, batch.number) if part)
        return f"{name}: {self.quantity(batch.qty_milli)}"

    def transfer(self, transfer: Transfer, state: StockState) -> PickItem:
        """Return a transfer as the list shows it."""
        if transfer in state.coming:
            title = translate("Stock", "From {store}").format(store=state.store_name(transfer.from_store))
        else:
            title = translate("Stock", "To {store}").format(store=state.store_name(transfer.to_store))
        note = translate("Stock", "sent {when}").format(when=self._formats.date_time(transfer.sent_ms))
        value = translate("Stock", "Products: {count}").format(count=len(transfer.lines))
        return PickItem(transfer.transfer_id, title, note, value)

    def transfer_lines(self, transfer: Transfer) -> list[PickItem]:
        """Return what travels."""
        rows = []
        for line in transfer.lines:
            names = self._product(line.product_id)
            title = line.product_id if names is None else self._formats.name(names)
            rows.append(PickItem(line.line_id, title, value=self.quantity(line.qty_milli)))
        return rows

    def figures(self, state: StockState) -> list[tuple[str, str]]:
        """Return the figures of the product that is shown, each with its name."""
        card = state.card
        if card is None or card.level is None:
            return []
        level = card.level
        found = [
            (translate("Stock", "On hand"), self.quantity(level.on_hand_milli)),
            (translate("Stock", "Kept for orders"), self.quantity(level.kept_milli)),
            (translate("Stock", "Free"), self.quantity(level.free_milli)),
            (translate("Stock", "On its way"), self.quantity(card.arriving_milli)),
        ]
        if card.elsewhere is not None:
            found.append((translate("Stock", "Web may promise"), self.quantity(card.elsewhere.web_milli)))
        return found

    def age(self, state: StockState) -> str:
        """Say how old the figures of this store are."""
        card = state.card
        if card is None or card.level is None:
            return translate("Stock", "Nobody has told how much of it is here.")
        if not card.level.as_of_ms:
            return translate("Stock", "Head office has not told of this store's stock yet.")
        return translate("Stock", "Head office's figures of {when}, and what this till did since").format(
            when=moment_text(card.level.as_of_ms, state.now_ms, formats=self._formats)
        )

    def elsewhere(self, state: StockState) -> list[PickItem]:
        """Return the other stores that have the product."""
        card = state.card
        if card is None or card.elsewhere is None:
            return []
        return [self._store(row, state.now_ms) for row in card.elsewhere.stores]

    def elsewhere_note(self, state: StockState) -> str:
        """Say how old that is, or why it is not known."""
        known = None if state.card is None else state.card.elsewhere
        if state.asking:
            return translate("Stock", "Asking head office about other stores…")
        when = "" if known is None else moment_text(known.asked_ms, state.now_ms, formats=self._formats)
        if state.asked_error.code:
            if known is None:
                return translate("Stock", "Other stores are not known without head office.")
            return translate("Stock", "Head office does not answer; other stores as of {when}").format(
                when=when
            )
        if known is None:
            return ""
        if not known.stores:
            return translate("Stock", "No other store has it, as of {when}.").format(when=when)
        return translate("Stock", "Other stores as of {when}").format(when=when)

    def line(self, line: DraftLine, state: StockState) -> PickItem:
        """Return a line of the document as the list shows it; of a count nothing but what was counted."""
        draft = state.draft
        assert draft is not None, "a document is open"
        name = self._formats.name(line.names)
        if draft.kind == "count" and state.reviewing:
            return self._difference(line, name)
        return PickItem(line.line_id, name, self._line_note(line, draft), self.quantity(line.qty_milli))

    def summary(self, draft: StockDraft) -> str:
        """Say how much is in a document."""
        total = sum(line.qty_milli for line in draft.lines)
        return translate("Stock", "Products: {lines} · in all {total}").format(
            lines=len(draft.lines), total=self.quantity(total)
        )

    def finish(self, state: StockState) -> str:
        """Return what the large button does."""
        draft = state.draft
        assert draft is not None, "a document is open"
        if draft.kind == "count":
            if state.reviewing:
                return translate("Stock", "Finish the count")
            return translate("Stock", "Compare")
        return {
            "receive": translate("Stock", "Goods received"),
            "waste": translate("Stock", "Write it off"),
            "send": translate("Stock", "Sent"),
            "arrive": translate("Stock", "Goods taken in"),
        }[draft.kind]

    def hint(self, state: StockState) -> str:
        """Say what to do with the document now."""
        draft = state.draft
        assert draft is not None, "a document is open"
        if draft.kind == "count":
            if state.reviewing:
                return translate(
                    "Stock", "Tap a product marked “why?” and choose a reason. Others need none."
                )
            return translate(
                "Stock", "Scan what lies there: each scan is one. Stock is shown when you compare."
            )
        if draft.kind == "arrive":
            return translate("Stock", "Scan what arrived from {store}; what is missing is noted.").format(
                store=state.store_name(draft.other_store)
            )
        return translate("Stock", "Scan the goods: each scan is one more. Tap a line to type a quantity.")

    def _difference(self, line: DraftLine, name: str) -> PickItem:
        difference = line.difference_milli
        sign = "+" if difference > 0 else ""
        note = translate("Stock", "counted {counted}, stock {level}").format(
            counted=self.quantity(line.qty_milli), level=self.quantity(line.level_milli)
        )
        if line.sold_between:
            note = translate("Stock", "{note} · sold while it was counted").format(note=note)
        if line.reason:
            note = f"{note} · ✓"
        elif needs_reason(line.qty_milli, line.level_milli):
            note = translate("Stock", "{note} · why?").format(note=note)
        return PickItem(line.line_id, name, note, f"{sign}{self.quantity(difference)}")

    def _line_note(self, line: DraftLine, draft: StockDraft) -> str:
        if line.batches:
            return " · ".join(self._batch(each) for each in line.batches)
        if line.serials:
            return " · ".join(line.serials)
        if line.expected_milli is not None:
            if draft.kind == "arrive":
                return translate("Stock", "{count} were sent").format(
                    count=self.quantity(line.expected_milli)
                )
            return translate("Stock", "{count} on the delivery note").format(
                count=self.quantity(line.expected_milli)
            )
        if draft.kind == "count" and len(line.parts) > 1:
            parts = [f"{part.area or '—'}: {self.quantity(part.qty_milli)}" for part in line.parts]
            return " · ".join(parts)
        return line.sku

    def _store(self, row: StoreStock, now_ms: int) -> PickItem:
        parts = [] if row.distance_m is None else [distance_text(row.distance_m, self._formats)]
        if row.heard_ms is not None:
            parts.append(
                translate("Stock", "heard {when}").format(
                    when=moment_text(row.heard_ms, now_ms, formats=self._formats)
                )
            )
        value = translate("Stock", "{count} free").format(count=self.quantity(row.free_milli))
        return PickItem(row.store_id, row.name, " · ".join(parts), value)
