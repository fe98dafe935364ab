"""The delivery note that travels with a transfer, and what its code says where the goods arrive.

It is paper about goods: no price and no customer stands on it. Source: docs/rules/stock.md, "The delivery
note of a transfer".
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from pos_app.services import rights
from pos_app.services.documents import (
    Align,
    Block,
    Cut,
    Document,
    DocumentKind,
    Qr,
    Rule,
    Size,
    Space,
    Text,
    document_to_json,
    pair,
)
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, SpoolChanged
from pos_app.services.ports import Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Actor, Product, StoreProfile
from pos_app.services.repositories import UnitOfWork
from pos_app.services.stock_model import ChainStore, Transfer, TransferLine
from retail_core.figures import local_time, quantity

_CODE: Final = re.compile(r"TRF/([!-.0-~]{1,40})/([!-.0-~]{1,40})/([!-.0-~]{1,64})")


@dataclass(frozen=True, slots=True)
class TransferCode:
    """What the code on a delivery note says; it is no proof, only a name."""

    from_store: str
    to_store: str
    transfer_id: str

    def __str__(self) -> str:
        return f"TRF/{self.from_store}/{self.to_store}/{self.transfer_id}"


def read_transfer_code(text: str) -> TransferCode | None:
    """Return what the code on a delivery note says; ``None`` for any other code."""
    found = _CODE.fullmatch(text.strip())
    return None if found is None else TransferCode(*found.groups())


class TransferNotes:
    """Prints delivery notes of transfers; on the storage lane."""

    def __init__(
        self,
        *,
        store: Store,
        events: EventBus,
        texts: ReceiptTexts,
        profile: StoreProfile,
        find: Callable[[str], Product | None],
    ) -> None:
        """Keep the store, whose name stands on them; ``find`` returns a product by its id."""
        self._store = store
        self._events = events
        self._texts = texts
        self._profile = profile
        self._find = find

    def print_for(self, work: UnitOfWork, transfer_id: str) -> None:
        """Write the note of a transfer that was sent just now into the spool, with its document.

        Raises:
            RuleError: ``stock.transfer_gone``.
        """
        transfer = work.goods.transfer(transfer_id)
        if transfer is None:
            raise RuleError("stock.transfer_gone")
        document = self._compose(work, transfer)
        text = json.dumps(document_to_json(document), ensure_ascii=False)
        work.spool.add("document", text, reference=transfer_id, written_ms=transfer.sent_ms)

    def again(self, actor: Actor, transfer_id: str) -> None:
        """Print the note of a transfer that is on its way once more. Right ``stock.transfer``.

        Raises:
            RuleError: ``right.missing``, ``stock.transfer_gone``.
        """
        rights.require(actor.rights, rights.STOCK_TRANSFER)
        with self._store.write() as work:
            self.print_for(work, transfer_id)
        self.told()

    def told(self) -> None:
        """Say that there is something to print."""
        self._events.publish(SpoolChanged())

    def _compose(self, work: UnitOfWork, transfer: Transfer) -> Document:
        stores = {each.store_id: each for each in work.goods.stores()}
        sender = work.staff.get(transfer.sent_by)
        blocks = (
            *self._head(transfer, stores.get(transfer.to_store)),
            pair(self._texts.text("transfer.sent"), local_time(transfer.sent_ms, self._profile.time_zone)),
            pair(self._texts.text("transfer.by"), transfer.sent_by if sender is None else sender.name),
            Rule("-"),
            *(block for line in transfer.lines for block in self._line(line)),
            Rule("-"),
            *self._foot(transfer),
        )
        return Document(DocumentKind.DELIVERY_NOTE, blocks)

    def _head(self, transfer: Transfer, to_store: ChainStore | None) -> Iterator[Block]:
        texts, profile = self._texts, self._profile
        yield Text(texts.text("transfer.title"), Align.CENTER, Size.LARGE, bold=True)
        yield pair(texts.text("transfer.from"), profile.name)
        name = transfer.to_store if to_store is None else to_store.name
        yield pair(texts.text("transfer.to"), name, size=Size.LARGE, bold=True)
        if to_store is not None and to_store.address:
            yield Text(to_store.address)

    def _line(self, line: TransferLine) -> Iterator[Block]:
        product = self._find(line.product_id)
        name = line.product_id if product is None else product.names.in_language(self._texts.language)
        yield pair(name, f"x{quantity(line.qty_milli)}")
        for batch in line.batches:
            # A batch is its number, its date, or both; a person compares it with the goods.
            said = " · ".join(part for part in (batch.number, batch.expires) if part)
            yield pair(f"  {said}", quantity(batch.qty_milli))

    def _foot(self, transfer: Transfer) -> Iterator[Block]:
        texts = self._texts
        yield pair(
            texts.text("transfer.products", count=len(transfer.lines)),
            quantity(sum(line.qty_milli for line in transfer.lines)),
            bold=True,
        )
        if transfer.note:
            yield Text(transfer.note)
        yield Space(1)
        code = TransferCode(transfer.from_store, transfer.to_store, transfer.transfer_id)
        yield Qr(str(code), caption=texts.text("transfer.scan"))
        yield Space(1)
        yield Text(texts.text("transfer.taken_by"))
        yield Rule(".")
        yield Cut()
