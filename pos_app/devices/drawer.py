"""The cash drawer, which hangs on the printer's pulse line; its pulse is never part of a document."""

from dataclasses import dataclass

from pos_app.devices.escpos_writer import drawer_pulse
from pos_app.devices.links import TIMEOUT_S, Link, LinkBrokenError, LinkRefusedError
from pos_app.devices.printer import link_to
from pos_app.devices.printer_address import Connection, read_address
from pos_app.services.printing_ports import Drawer, PrintOutcome, PrintState


@dataclass(frozen=True, slots=True)
class PrinterDrawer:
    """A drawer behind a printer. It is not asked about paper: a drawer opens without any."""

    link: Link

    def open(self) -> PrintOutcome:
        try:
            line = self.link.open()
        except LinkRefusedError as error:
            return PrintOutcome(PrintState.REFUSED, error.code)
        try:
            line.send(drawer_pulse())
        except LinkBrokenError as error:
            return PrintOutcome(PrintState.UNKNOWN, error.code)
        finally:
            line.close()
        return PrintOutcome(PrintState.SENT)


@dataclass(frozen=True, slots=True)
class NullDrawer:
    """No drawer, or one with a key: opening it always succeeds."""

    def open(self) -> PrintOutcome:
        return PrintOutcome(PrintState.SENT)


def open_drawer(address_text: str, *, timeout_s: float = TIMEOUT_S) -> Drawer:
    """Return the drawer behind the printer at ``address_text``; nothing is sent yet.

    Raises:
        DeviceError: ``printer.address_invalid``.
    """
    address = read_address(address_text)
    return (
        NullDrawer() if address.connection is Connection.NULL else PrinterDrawer(link_to(address, timeout_s))
    )
