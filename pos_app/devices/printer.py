"""The receipt printer: sends documents as jobs and says what became of them. Null is its twin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeGuard

from pos_app.devices import commands
from pos_app.devices.escpos_writer import EscposWriter
from pos_app.devices.fonts import FontSet, find_fonts
from pos_app.devices.links import (
    TIMEOUT_S,
    FileLink,
    FolderLink,
    Link,
    LinkBrokenError,
    LinkRefusedError,
    OpenLink,
    TcpLink,
)
from pos_app.devices.printer_address import Connection, PrinterAddress, read_address
from pos_app.services.documents import Document
from pos_app.services.printing_ports import Printer, PrinterState, PrintOutcome, PrintState

_ANSWER_FIXED_BITS = 0b1001_0011
_ANSWER_FIXED_VALUE = 0b0001_0010
_PAPER_OUT_BITS = 0b0110_0000
_PAPER_NEAR_END_BITS = 0b0000_1100
_COVER_OPEN_BIT = 0b0000_0100
_NOTHING_SENT = {
    PrinterState.PAPER_OUT: "printer.paper_out",
    PrinterState.COVER_OPEN: "printer.cover_open",
}


@dataclass(slots=True)
class PrinterLine:
    """Sends raw jobs over a link and asks before and after, as long as the printer answers at all.

    A printer that answers is asked before a job, so that one without paper is refused instead of half
    printed, and after it, because a line that broke is noticed by the missing answer. One that once stayed
    silent is not made to delay every receipt: it is only asked again by ``state``.
    """

    link: Link
    _answers: bool = True

    def send_job(self, data: bytes) -> PrintOutcome:
        """Send ``data`` as one job."""
        try:
            line = self.link.open()
        except LinkRefusedError as error:
            return PrintOutcome(PrintState.REFUSED, error.code)
        try:
            return self._send(line, data)
        except LinkBrokenError as error:
            return PrintOutcome(PrintState.UNKNOWN, error.code)
        finally:
            line.close()

    def state(self) -> PrinterState:
        """Ask the printer how it is."""
        try:
            line = self.link.open()
        except LinkRefusedError:
            return PrinterState.UNREACHABLE
        try:
            return self._ask(line)
        except LinkBrokenError:
            return PrinterState.UNKNOWN
        finally:
            line.close()

    def _send(self, line: OpenLink, data: bytes) -> PrintOutcome:
        if self._answers:
            try:
                reason = _NOTHING_SENT.get(self._ask(line))
            except LinkBrokenError as error:
                return PrintOutcome(PrintState.REFUSED, error.code)
            if reason is not None:
                return PrintOutcome(PrintState.REFUSED, reason)
        line.send(data)
        if not self._answers:
            return PrintOutcome(PrintState.SENT)
        after = self._ask(line)
        if after is PrinterState.UNKNOWN:
            return PrintOutcome(PrintState.UNKNOWN, "printer.no_answer")
        reason = _NOTHING_SENT.get(after)
        return PrintOutcome(PrintState.SENT if reason is None else PrintState.UNKNOWN, reason or "")

    def _ask(self, line: OpenLink) -> PrinterState:
        state = _ask_paper(line)
        self._answers = state is not PrinterState.UNKNOWN
        return state


def is_status(answer: int | None) -> TypeGuard[int]:
    """Return whether a byte has the form of an answer to a status question."""
    return answer is not None and answer & _ANSWER_FIXED_BITS == _ANSWER_FIXED_VALUE


def _ask_paper(line: OpenLink) -> PrinterState:
    paper = line.ask(commands.ASK_PAPER)
    if not is_status(paper):
        return PrinterState.UNKNOWN
    if paper & _PAPER_OUT_BITS:
        return PrinterState.PAPER_OUT
    cause = line.ask(commands.ASK_OFFLINE_CAUSE)
    if is_status(cause) and cause & _COVER_OPEN_BIT:
        return PrinterState.COVER_OPEN
    return PrinterState.PAPER_NEAR_END if paper & _PAPER_NEAR_END_BITS else PrinterState.READY


@dataclass(frozen=True, slots=True)
class EscposPrinter:
    """A printer that takes ESC/POS."""

    line: PrinterLine
    writer: EscposWriter

    def print_document(self, document: Document) -> PrintOutcome:
        return self.line.send_job(self.writer.write(document))

    def state(self) -> PrinterState:
        return self.line.state()


@dataclass(frozen=True, slots=True)
class NullPrinter:
    """No printer: every job succeeds and leaves nothing."""

    def print_document(self, document: Document) -> PrintOutcome:  # noqa: ARG002 - it goes nowhere.
        return PrintOutcome(PrintState.SENT)

    def state(self) -> PrinterState:
        return PrinterState.READY


def open_printer(
    address_text: str, *, find: Callable[[], FontSet] = find_fonts, timeout_s: float = TIMEOUT_S
) -> Printer:
    """Return the printer at ``address_text``; nothing is sent or opened yet.

    Args:
        address_text: As ``printer_address`` describes.
        find: How the fonts are found.
        timeout_s: For connecting, sending and answering, 0.05 to 3 seconds.

    Raises:
        DeviceError: ``printer.address_invalid``, or ``fonts.missing``.
    """
    address = read_address(address_text)
    if address.connection is Connection.NULL:
        return NullPrinter()
    writer = EscposWriter.for_paper(address.paper, address.mode, fonts=find())
    return EscposPrinter(PrinterLine(link_to(address, timeout_s)), writer)


def link_to(address: PrinterAddress, timeout_s: float = TIMEOUT_S) -> Link:
    """Return the link of an address that is not Null; a path is a folder unless it is a file already."""
    if address.connection is Connection.TCP:
        return TcpLink(address.host, address.port, timeout_s)
    if address.path.exists() and not address.path.is_dir():
        return FileLink(address.path)
    return FolderLink(address.path)
