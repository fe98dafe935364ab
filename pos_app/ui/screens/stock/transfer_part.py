"""Transfers on their way: looked at, taken in by their delivery note or by hand, their note printed again."""

from dataclasses import replace

from pos_app.services.errors import RuleError
from pos_app.services.stock_model import Transfer
from pos_app.services.transfer_notes import TransferCode
from pos_app.ui.said import Said
from pos_app.ui.screens.stock.desk import StockDesk
from pos_app.ui.screens.stock.document_part import DocumentPart


class TransferPart:
    """Leads from a transfer to the document that takes it in."""

    def __init__(self, desk: StockDesk, document: DocumentPart) -> None:
        self._desk = desk
        self._document = document

    def show(self, transfer: Transfer | None) -> None:
        """Show what travels."""
        self._desk.show(
            replace(
                self._desk.state, transfer=transfer, product=None, card=None, chosen_batch=None, said=Said()
            )
        )

    def take_in(self) -> None:
        """Take in the transfer that is shown."""
        transfer = self._desk.state.transfer
        if transfer is not None:
            self._document.open("arrive", transfer_id=transfer.transfer_id)

    def on_code(self, code: TransferCode) -> None:
        """Open the arrival of the transfer whose delivery note was scanned; an open document stays."""
        if self._document.kind is None:
            look = self._desk.tools.look
            self._desk.tools.storage.run(lambda: look.scanned(code), self._on_found, self._on_not_found)
            return
        draft = self._desk.state.draft
        is_open = draft is not None and draft.transfer_id == code.transfer_id
        self._desk.tools.sounds.unknown()
        said = Said("stock.transfer_open" if is_open else "stock.finish_first")
        self._desk.show(replace(self._desk.state, said=said, good=False))

    def print_note(self) -> None:
        """Print the delivery note of the transfer that is shown once more."""
        transfer, tools = self._desk.state.transfer, self._desk.tools
        if transfer is None:
            return
        try:
            actor = self._desk.session.require_actor()
        except RuleError as error:
            self._desk.refuse(error)
            return
        self._desk.store(lambda: tools.notes.again(actor, transfer.transfer_id), self._on_printed)

    def _on_printed(self, _nothing: None) -> None:
        self._desk.show(replace(self._desk.state, said=Said("stock_done.note"), good=True))

    def _on_found(self, transfer: Transfer) -> None:
        self._desk.tools.sounds.good()
        if self._document.kind is None:
            self.show(transfer)
            self.take_in()

    def _on_not_found(self, error: BaseException) -> None:
        self._desk.tools.sounds.unknown()
        self._desk.refuse(error)
