"""The labels on the bags of an order: printed when it is packed, and again; what their barcode says.

A label says which order a bag belongs to, never who may have it. Source: docs/rules/orders.md, "Labels".
"""

import json
import re
from typing import Final

from pos_app.services import rights
from pos_app.services.documents import (
    Align,
    Banner,
    Barcode,
    Block,
    Cut,
    Document,
    DocumentKind,
    Rule,
    Size,
    Space,
    Text,
    document_to_json,
    pair,
)
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, SpoolChanged
from pos_app.services.order_book import known_order
from pos_app.services.order_model import Order
from pos_app.services.ports import Clock, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Actor, StoreProfile
from pos_app.services.repositories import UnitOfWork
from retail_core.figures import local_time

_LABEL: Final = re.compile(r"BAG-([!-~]{1,20})-([1-9][0-9]?)")
_WALK: Final = re.compile(r"WALK-([1-8])")


def label_code(number: str, bag: int) -> str:
    """Return what the barcode on a bag says."""
    return f"BAG-{number}-{bag}"


def read_label(text: str) -> tuple[str, int] | None:
    """Return the order's number and the bag that a label names; ``None`` for any other code."""
    found = _LABEL.fullmatch(text.strip())
    return None if found is None else (found[1], int(found[2]))


def walk_code(orders: int) -> str:
    """Return the code that begins a walk with the next so many orders."""
    return f"WALK-{orders}"


def read_walk(text: str) -> int | None:
    """Return with how many orders a code begins a walk; ``None`` for any other code."""
    found = _WALK.fullmatch(text.strip())
    return None if found is None else int(found[1])


class BagLabels:
    """Prints labels of bags; on the storage lane."""

    def __init__(
        self, *, store: Store, clock: Clock, events: EventBus, texts: ReceiptTexts, profile: StoreProfile
    ) -> None:
        """Keep the store, whose time and name stand on them."""
        self._store = store
        self._clock = clock
        self._events = events
        self._texts = texts
        self._profile = profile

    def print_for(self, work: UnitOfWork, order: Order, *, written_ms: int) -> None:
        """Write the labels of an order that was packed just now into the spool."""
        document = compose_labels(order, self._profile, texts=self._texts)
        self._spool(work, document, reference=order.number, written_ms=written_ms)

    def again(self, actor: Actor, order_id: str) -> int:
        """Print all labels of an order once more; return how many. Right ``order.pick``.

        Raises:
            RuleError: ``right.missing``, ``order.unknown``; ``order.not_packed`` before it has bags.
        """
        rights.require(actor.rights, rights.ORDER_PICK)
        with self._store.write() as work:
            order = known_order(work, order_id)
            if not order.bags:
                raise RuleError("order.not_packed")
            self.print_for(work, order, written_ms=self._clock.now_ms())
        self.told()
        return order.bags

    def find(self, text: str) -> tuple[Order, int] | None:
        """Return the order and the bag whose label was scanned; ``None`` for any other code.

        Raises:
            RuleError: ``order.unknown`` for a label of an order that is not here.
        """
        label = read_label(text)
        if label is None:
            return None
        number, bag = label
        with self._store.read() as work:
            order = work.orders.by_number(number)
        if order is None:
            raise RuleError("order.unknown")
        return order, bag

    def print_walk_code(self, orders: int) -> None:
        """Print a card whose barcode begins a walk, for hands that hold a scanner."""
        text = self._texts.text("pickup.walk", count=orders)
        blocks = (
            Text(text, Align.CENTER, Size.LARGE, bold=True),
            Space(1),
            Barcode(walk_code(orders)),
            Cut(),
        )
        with self._store.write() as work:
            document = Document(DocumentKind.PICKUP_SLIP, blocks)
            self._spool(work, document, reference=walk_code(orders), written_ms=self._clock.now_ms())
        self.told()

    def told(self) -> None:
        """Say that there is something to print."""
        self._events.publish(SpoolChanged())

    def _spool(self, work: UnitOfWork, document: Document, *, reference: str, written_ms: int) -> None:
        text = json.dumps(document_to_json(document), ensure_ascii=False)
        work.spool.add("document", text, reference=reference, written_ms=written_ms)


def compose_labels(order: Order, profile: StoreProfile, *, texts: ReceiptTexts) -> Document:
    """Return one label for each bag of ``order``: number, place and bag are read from afar."""
    blocks: list[Block] = []
    for bag in range(1, order.bags + 1):
        blocks += _label(order, profile, texts=texts, bag=bag)
    return Document(DocumentKind.PICKUP_SLIP, tuple(blocks))


def _label(order: Order, profile: StoreProfile, *, texts: ReceiptTexts, bag: int) -> list[Block]:
    # A courier asks for the number that the platform shows.
    number = f"#{order.platform_number}" if order.platform_number else ""
    customer = " ".join(part for part in (number, order.masked_name, order.phone_last4) if part)
    blocks: list[Block] = [
        Text(f"{texts.text('pickup.title')} · {profile.name}", Align.CENTER),
        Text(order.number, Align.CENTER, Size.HUGE, bold=True),
    ]
    if order.shelf:
        blocks.append(pair(texts.text("pickup.shelf"), order.shelf, size=Size.HUGE, bold=True))
    blocks.append(pair(texts.text("pickup.bag"), f"{bag} / {order.bags}", size=Size.LARGE, bold=True))
    blocks.append(Rule("-"))
    if customer:
        blocks.append(pair(texts.text("pickup.customer"), customer))
    blocks.append(pair(texts.text("pickup.promised"), local_time(order.promised_ms, profile.time_zone)))
    if order.min_age:
        blocks.append(Banner(texts.text("pickup.age", age=order.min_age)))
    return [*blocks, Space(1), Barcode(label_code(order.number, bag)), Cut()]
