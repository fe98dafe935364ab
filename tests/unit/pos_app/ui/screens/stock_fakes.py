"""A stand-in for stock and its documents: in memory, without a till."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pos_app.services import stock_lines
from pos_app.services.errors import RuleError
from pos_app.services.piece_marks import NO_MARKS, PieceMarks
from pos_app.services.records import Actor, Product, StockLevel
from pos_app.services.stock_model import (
    ChainStore,
    DraftKind,
    Elsewhere,
    ExpiringBatch,
    Finished,
    ShortProduct,
    StockCard,
    StockDraft,
    StoreStock,
    Transfer,
    TransferLine,
    VarianceReason,
    WasteReason,
)
from pos_app.services.transfer_notes import TransferCode
from retail_core.batches import Batch, BatchFigures

NOW_MS = 1_795_395_600_000
STORES = (
    ChainStore("S02", 2, "漫咖啡·人民广场店", "上海市黄浦区人民大道 100 号", None),
    ChainStore("S03", 3, "漫咖啡·徐家汇店", "上海市徐汇区虹桥路 1 号", None),
)
ELSEWHERE = Elsewhere(
    NOW_MS - 30_000,
    (
        StoreStock("S02", "漫咖啡·人民广场店", 951, 24_000, 22_000, NOW_MS - 120_000),
        StoreStock("S03", "漫咖啡·徐家汇店", 9_508, 3_000, 3_000, NOW_MS - 26 * 3_600_000),
    ),
    6_000,
)
LEVEL = StockLevel("p", 10_000, 3_000, NOW_MS - 60 * 60_000)


class FakeGoods:
    """Answers as the till would; ``fault`` is raised instead of the next finish or question."""

    def __init__(self, products: Sequence[Product]) -> None:
        self.products = products
        self.level: StockLevel | None = LEVEL
        self.kept_elsewhere: Elsewhere | None = None
        self.answer: Elsewhere | None = ELSEWHERE
        self.fault: Exception | None = None
        self.runs_short = True
        self.expires = True
        self.travels = True
        self.made: dict[DraftKind, StockDraft] = {}
        self.printed: list[str] = []
        self.finished: list[StockDraft] = []

    def card(self, product_id: str) -> StockCard:
        batches = BatchFigures((Batch("L204", "2026-11-21", 4_000), Batch("", "2026-12-01", 3_000)), 3_000)
        return StockCard(product_id, self.level, 6_000, self.kept_elsewhere, batches)

    def ask_elsewhere(self, product_id: str) -> Elsewhere:
        del product_id
        if self.fault is not None or self.answer is None:
            raise self.fault or RuleError("stock.empty")
        self.kept_elsewhere = self.answer
        return self.answer

    def short(self) -> Sequence[ShortProduct]:
        return [ShortProduct(each.product_id, 1_000, 9_000) for each in self.products[:3] if self.runs_short]

    def soon(self) -> Sequence[ExpiringBatch]:
        if not self.expires:
            return []
        found = (
            ("2026-11-21", "L204", 4_000, -2),
            ("2026-11-23", "", 12_000, 0),
            ("2026-11-26", "", 1_000, 3),
        )
        return [
            ExpiringBatch(product.product_id, Batch(number, date, milli), days)
            for product, (date, number, milli, days) in zip(self.products, found, strict=False)
        ]

    def transfers(self) -> tuple[Sequence[Transfer], Sequence[Transfer]]:
        if not self.travels:
            return (), ()
        lines = tuple(
            TransferLine(str(place), each.product_id, 6_000 * place)
            for place, each in enumerate(self.products[:2], start=1)
        )
        coming = Transfer("t1", "S02", "S01", NOW_MS - 3_600_000, "W2", "", lines)
        return (coming,), (replace(coming, transfer_id="t2", from_store="S01", to_store="S03"),)

    def scanned(self, code: TransferCode) -> Transfer:
        found = next((each for each in self.transfers()[0] if each.transfer_id == code.transfer_id), None)
        if found is None:
            raise RuleError("stock.transfer_for", STORES[1].name)
        return found

    def again(self, actor: Actor, transfer_id: str) -> None:
        del actor
        self.printed.append(transfer_id)

    def stores(self) -> Sequence[ChainStore]:
        return STORES

    def begun(self) -> Mapping[str, StockDraft]:
        return {str(kind): draft for kind, draft in self.made.items()}

    def open(self, actor: Actor, kind: DraftKind, *, transfer_id: str = "") -> StockDraft:
        del actor
        if kind not in self.made:
            other = "S02" if kind == "arrive" else ""
            draft = StockDraft("d1", kind, NOW_MS, transfer_id=transfer_id, other_store=other)
            for sent in self.transfers()[0][0].lines if kind == "arrive" else ():
                product = next(each for each in self.products if each.product_id == sent.product_id)
                draft = stock_lines.with_line(draft, stock_lines.new_line(draft, product, sent=sent))
            self.made[kind] = draft
        return self.made[kind]

    def add(
        self, kind: DraftKind, product: Product, *, qty_milli: int = 1_000, marks: PieceMarks = NO_MARKS
    ) -> StockDraft:
        draft = self.made[kind]
        line = draft.of_product(product.product_id) or stock_lines.new_line(draft, product, sent=None)
        so_far = line.in_area(draft.area) if kind == "count" else line.qty_milli
        line = stock_lines.with_marks(line, marks, qty_milli=qty_milli)
        self.made[kind] = stock_lines.with_line(draft, line)
        return self.set_quantity(kind, line.line_id, qty_milli=so_far + qty_milli)

    def set_quantity(self, kind: DraftKind, line_id: str, *, qty_milli: int) -> StockDraft:
        draft = self.made[kind]
        line = draft.line(line_id)
        assert line is not None
        if kind == "count":
            changed = stock_lines.counted(
                line, area=draft.area, qty_milli=qty_milli, level_milli=10_000, now_ms=NOW_MS
            )
        else:
            changed = replace(line, qty_milli=qty_milli)
        return self._keep(stock_lines.with_line(draft, changed))

    def set_date(self, kind: DraftKind, line_id: str, *, expires: str) -> StockDraft:
        line = self.made[kind].line(line_id)
        assert line is not None
        return self._keep(stock_lines.with_line(self.made[kind], stock_lines.with_date(line, expires)))

    def take_as_sent(self) -> StockDraft:
        draft = self.made["arrive"]
        lines = tuple(replace(line, qty_milli=line.expected_milli or 0) for line in draft.lines)
        return self._keep(replace(draft, lines=lines))

    def set_expected(self, kind: DraftKind, line_id: str, *, expected_milli: int | None) -> StockDraft:
        line = self.made[kind].line(line_id)
        assert line is not None
        return self._keep(
            stock_lines.with_line(self.made[kind], replace(line, expected_milli=expected_milli))
        )

    def remove(self, kind: DraftKind, line_id: str) -> StockDraft:
        draft = self.made[kind]
        return self._keep(
            replace(draft, lines=tuple(each for each in draft.lines if each.line_id != line_id))
        )

    def set_head(
        self,
        kind: DraftKind,
        *,
        number: str | None = None,
        reason: WasteReason | None = None,
        area: str | None = None,
        other_store: str | None = None,
    ) -> StockDraft:
        draft = self.made[kind]
        return self._keep(
            replace(
                draft,
                number=number or draft.number,
                reason=reason or draft.reason,
                area=draft.area if area is None else area,
                other_store=other_store or draft.other_store,
            )
        )

    def explain(self, line_id: str, reason: VarianceReason) -> StockDraft:
        line = self.made["count"].line(line_id)
        assert line is not None
        return self._keep(stock_lines.with_line(self.made["count"], replace(line, reason=reason)))

    def give_up(self, kind: DraftKind) -> None:
        del self.made[kind]

    def finish(self, actor: Actor, kind: DraftKind) -> Finished:
        del actor
        if self.fault is not None:
            raise self.fault
        draft = self.made.pop(kind)
        self.finished.append(draft)
        return Finished(kind, len(draft.lines), sum(line.qty_milli for line in draft.lines))

    def _keep(self, draft: StockDraft) -> StockDraft:
        self.made[draft.kind] = draft
        return draft
