"""Somebody receives, writes off, counts, sends and takes in goods at a till, whatever else goes on."""

from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Product
from pos_app.services.stock_model import VARIANCE_REASONS, WASTE_REASONS, DraftKind
from tests.simulation.chain import products
from tests.simulation.desk import Desk, Steps

_KINDS: dict[DraftKind, float] = {"receive": 0.3, "count": 0.3, "waste": 0.1, "send": 0.2, "arrive": 0.1}
_REFUSED = frozenset({"stock.empty", "stock.no_store", "stock.transfer_gone", "stock.other_arrival"})
"""Nothing was sent, a till alone knows no other store yet, somebody else took the transfer in, or a crash
left the arrival of another one begun."""


class Stocking:
    """Makes one document after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def work(self, manager: Actor) -> Steps:
        """Make a document from its first scan to its end; a crash leaves it to the next who opens one."""
        desk = self._desk
        kind = desk.chance.pick(_KINDS)
        coming = desk.cases.stock.transfers()[0]
        if coming and desk.chance.happens(0.7):
            kind = "arrive"
        if kind == "arrive" and not coming:
            return
        transfer_id = desk.chance.one_of(list(coming)).transfer_id if kind == "arrive" else ""
        try:
            desk.cases.stock_documents.open(manager, kind, transfer_id=transfer_id)
            for product in self._goods():
                self._put_in(kind, product)
                yield desk.chance.number(2_000, 30_000)
            self._complete(kind)
            done = desk.cases.stock_documents.finish(manager, kind)
            desk.machine.note("goods", kind, done.lines, done.qty_milli)
        except RuleError as error:
            desk.expect_code(error, _REFUSED)
            desk.cases.stock_documents.give_up(kind)

    def _goods(self) -> list[Product]:
        pieces = [item for item in products() if item.sold_by == "piece" and not item.deposit]
        wanted = [self._desk.chance.one_of(pieces) for _ in range(self._desk.chance.number(1, 4))]
        found = [self._desk.cases.products.by_id(item.product_id) for item in wanted]
        return [each.product for each in found if each is not None]

    def _put_in(self, kind: DraftKind, product: Product) -> None:
        chance, documents = self._desk.chance, self._desk.cases.stock_documents
        draft = documents.add(kind, product, qty_milli=1_000 * chance.number(1, 12))
        line = draft.of_product(product.product_id)
        assert line is not None, "it was put in"
        if kind == "count":
            level = self._desk.cases.stock.card(product.product_id).level
            on_hand_milli = 0 if level is None else level.on_hand_milli
            found_milli = max(0, on_hand_milli + 1_000 * chance.number(-6, 6))
            documents.set_quantity(kind, line.line_id, qty_milli=found_milli)
        elif kind == "receive" and chance.happens(0.3):
            expected_milli = max(0, line.qty_milli + 1_000 * chance.number(-2, 2))
            documents.set_expected(kind, line.line_id, expected_milli=expected_milli)

    def _complete(self, kind: DraftKind) -> None:
        chance, documents = self._desk.chance, self._desk.cases.stock_documents
        if kind == "waste":
            documents.set_head(kind, reason=chance.one_of(WASTE_REASONS))
        elif kind == "send":
            stores = self._desk.cases.stock.stores()
            if stores:
                documents.set_head(kind, other_store=chance.one_of(list(stores)).store_id)
        elif kind == "arrive" and chance.happens(0.6):
            documents.take_as_sent()
        elif kind == "count":
            draft = self._desk.cases.stock.begun()["count"]
            for line in draft.lines:
                documents.explain(line.line_id, chance.one_of(VARIANCE_REASONS))
