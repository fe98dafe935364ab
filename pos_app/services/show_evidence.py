"""Open what stands behind a figure: the receipt or the Z as it printed, else the entry of the journal."""

from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.documents import Document
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Catalog, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext
from pos_app.services.records import Actor
from pos_app.services.reporting.find_receipts import Evidence
from pos_app.services.repositories import UnitOfWork
from pos_app.services.sale_paper import sale_paper
from pos_app.services.z_paper import compose_z
from retail_core.journal import Entry
from retail_core.wire.facts import SALE_COMPLETED, SHIFT_CLOSED, ShiftClosed


@dataclass(frozen=True, slots=True)
class OpenedEvidence:
    """A paper, or the entry itself where there is none; neither if the books no longer have it."""

    document: Document | None = None
    entry: Entry | None = None


class ShowEvidence:
    """Shows one piece of evidence and writes nothing; right ``report.view``. On the lane of reports."""

    def __init__(self, *, store: Store, catalog: Catalog, texts: ReceiptTexts) -> None:
        """Papers are shown in the store's receipt language, as they printed."""
        self._store = store
        self._catalog = catalog
        self._texts = texts

    def __call__(self, actor: Actor, evidence: Evidence) -> OpenedEvidence:
        """Return what is behind a row.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        with self._store.read() as work:
            entry = work.journal.of(evidence.incarnation).get(evidence.seq)
            document = self._document(work, evidence, entry=entry)
        return OpenedEvidence(document, entry)

    def _document(self, work: UnitOfWork, evidence: Evidence, *, entry: Entry | None) -> Document | None:
        if evidence.type == SALE_COMPLETED:
            found = work.sales.by_number(evidence.reference)
            if found is None:
                return None
            sale, seq = found
            return sale_paper(work, sale, seq=seq, texts=self._texts)
        if evidence.type == SHIFT_CLOSED and entry is not None:
            return self._z(work, ShiftClosed.model_validate(dict(entry.body)), entry=entry)
        return None

    def _z(self, work: UnitOfWork, z: ShiftClosed, *, entry: Entry) -> Document:
        terminal = terminal_of(work)
        closer = work.staff.get(z.closed_by)
        context = PaperContext(
            store=terminal.store,
            till=terminal.label,
            cashier=z.closed_by if closer is None else closer.name,
            wall_ms=z.closed_ms,
            entry_hash=entry.hash,
        )
        language = terminal.store.receipt_language
        names = {each.category_id: each.names.in_language(language) for each in self._catalog.categories()}
        return compose_z(z, context, texts=self._texts, category_names=names)
