"""The document that is being made: lines by scan or by hand, its head, finishing and giving up."""

from dataclasses import replace
from typing import Final

from pos_app.services.errors import RuleError
from pos_app.services.piece_marks import NO_MARKS, PieceMarks
from pos_app.services.records import Product
from pos_app.services.stock_model import DraftKind, Finished, StockDraft, VarianceReason, WasteReason
from pos_app.ui.said import Said
from pos_app.ui.screens.stock.desk import StockDesk
from pos_app.ui.screens.stock.line_part import LinePart

DONE: Final[dict[DraftKind, str]] = {
    "receive": "stock_done.receive",
    "waste": "stock_done.waste",
    "count": "stock_done.count",
    "send": "stock_done.send",
    "arrive": "stock_done.arrive",
}
"""What is said when a document is written."""


class DocumentPart:
    """Turns taps and scans into a document of goods."""

    def __init__(self, desk: StockDesk) -> None:
        self._desk = desk
        self.line = LinePart(desk, on_draft=self._on_draft)
        self._finishing = False
        self._opening: DraftKind | None = None

    @property
    def kind(self) -> DraftKind | None:
        """What is open, or opens: what is scanned meanwhile waits behind it."""
        draft = self._desk.state.draft
        return self._opening if draft is None else draft.kind

    def open(self, kind: DraftKind, *, transfer_id: str = "") -> None:
        """Begin a document, or go on with the one that was begun."""
        actor = self._desk.session.require_actor()
        self._opening = kind
        self._desk.tools.storage.run(
            lambda: self._desk.tools.documents.open(actor, kind, transfer_id=transfer_id),
            self._on_draft,
            self._on_not_opened,
        )

    def take_as_sent(self) -> None:
        """Everything of the transfer arrived."""
        if self.kind == "arrive":
            self._desk.store(self._desk.tools.documents.take_as_sent, self._on_draft)

    def take(self, product: Product, *, qty_milli: int = 1_000, marks: PieceMarks = NO_MARKS) -> None:
        """Put a piece of a product (or what its code says) into the document; 0 asks how much it is."""
        kind = self.kind
        if kind is None:
            return
        if self._desk.state.reviewing:
            self.count_on()
        documents = self._desk.tools.documents
        self._desk.store(
            lambda: documents.add(kind, product, qty_milli=qty_milli, marks=marks),
            lambda draft: self._on_taken(draft, product, ask=not qty_milli),
        )

    def set_number(self, text: str) -> None:
        """The number of the delivery note."""
        kind = self.kind
        if kind is not None and text.strip() != self._draft().number:
            self._desk.store(lambda: self._desk.tools.documents.set_head(kind, number=text), self._on_draft)

    def set_area(self, text: str) -> None:
        """Where is counted from now on."""
        kind = self.kind
        if kind is not None and text.strip() != self._draft().area:
            self._desk.store(lambda: self._desk.tools.documents.set_head(kind, area=text), self._on_draft)

    def set_reason(self, reason: WasteReason) -> None:
        """Why the goods are wasted."""
        kind = self.kind
        if kind is not None:
            self._desk.store(lambda: self._desk.tools.documents.set_head(kind, reason=reason), self._on_draft)

    def set_store(self, store_id: str) -> None:
        """Where the goods go."""
        kind = self.kind
        if kind is not None:
            self._desk.store(
                lambda: self._desk.tools.documents.set_head(kind, other_store=store_id), self._on_draft
            )

    def choose(self, line_id: str) -> None:
        """Open the sheet of a line; in the review of a count its reason is asked for instead."""
        state = self._desk.state
        if self._draft().line(line_id) is None:
            return
        if state.reviewing:
            self._desk.show(replace(state, chosen_id=line_id, said=Said()))
        else:
            self.line.open(line_id)

    def explain(self, reason: VarianceReason) -> None:
        """Say why the chosen product differs; the next one without a reason is chosen then."""
        line_id = self._desk.state.chosen_id
        if line_id:
            documents = self._desk.tools.documents
            self._desk.store(lambda: documents.explain(line_id, reason), self._on_draft)

    def count_on(self) -> None:
        """Leave the review of a count: it is blind again."""
        self._desk.show(replace(self._desk.state, reviewing=False, chosen_id="", said=Said()))

    def finish(self) -> None:
        """Write the document; a count shows its differences first."""
        state, kind = self._desk.state, self.kind
        if kind is None or state.draft is None or self._finishing:
            return
        if kind == "count" and not state.reviewing and self._draft().lines:
            self._desk.show(replace(state, reviewing=True, giving_up=False, said=Said()))
            return
        try:
            actor = self._desk.session.require_actor()
        except RuleError as error:
            self._desk.refuse(error)
            return
        self._finishing = True
        self._desk.tools.storage.run(
            lambda: self._desk.tools.documents.finish(actor, kind), self._on_finished, self._on_not_finished
        )

    def ask_give_up(self, *, asking: bool) -> None:
        """Ask once more, or think better of it."""
        self._desk.show(replace(self._desk.state, giving_up=asking, said=Said()))

    def give_up(self) -> None:
        """Forget the document; nothing moves."""
        kind = self.kind
        if kind is not None:
            self._desk.store(lambda: self._desk.tools.documents.give_up(kind), self._on_given_up)

    def put_aside(self) -> None:
        """Go back to looking up; the document waits."""
        self._close(Said(), good=False)

    def _draft(self) -> StockDraft:
        draft = self._desk.state.draft
        assert draft is not None, "a document is open"
        return draft

    def _on_not_opened(self, error: BaseException) -> None:
        self._opening = None
        self._desk.refuse(error)

    def _on_draft(self, draft: StockDraft) -> None:
        self._opening = None
        state = self._desk.state
        opened = state.draft is None or state.draft.document_id != draft.document_id
        self._desk.show(
            replace(
                state,
                draft=draft,
                begun=state.begun | {draft.kind},
                reviewing=state.reviewing and not opened,
                form=None,
                choices=(),
                giving_up=False,
                said=Said(),
            )
        )

    def _on_taken(self, draft: StockDraft, product: Product, *, ask: bool) -> None:
        self._on_draft(draft)
        line = draft.of_product(product.product_id)
        if ask and line is not None:
            self.choose(line.line_id)

    def _on_finished(self, done: Finished) -> None:
        self._finishing = False
        self._end(Said(DONE[done.kind], (done.lines,)))

    def _on_not_finished(self, error: BaseException) -> None:
        self._finishing = False
        self._desk.refuse(error)

    def _on_given_up(self, _nothing: None) -> None:
        self._end(Said("stock_done.given_up"))

    def _end(self, said: Said) -> None:
        """Close a document that is no longer begun."""
        state, kind = self._desk.state, self.kind
        self._desk.show(replace(state, begun=frozenset(each for each in state.begun if each != kind)))
        self._close(said, good=True)

    def _close(self, said: Said, *, good: bool) -> None:
        state = self._desk.state
        self._desk.show(
            replace(
                state,
                draft=None,
                reviewing=False,
                chosen_id="",
                choices=(),
                form=None,
                giving_up=False,
                said=said,
                good=good,
            )
        )
