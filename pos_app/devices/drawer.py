"""The cash drawer, which hangs on the printer's pulse line; its pulse is never part of a document."""

from dataclasses import dataclass

from pos_app.devices import commands
from pos_app.devices.escpos_writer import drawer_pulse
from pos_app.devices.links import TIMEOUT_S, Link, LinkBrokenError, LinkRefusedError, OpenLink
from pos_app.devices.printer import is_status, link_to
from pos_app.devices.printer_address import Connection, read_address
from pos_app.services.printing_ports import Drawer, DrawerState, PrintOutcome, PrintState

_SWITCH_BIT = 0b0000_0100


@dataclass(slots=True)
class PrinterDrawer:
    """A drawer behind a printer. It is not asked about paper: a drawer opens without any.

    The printer tells the level of the drawer's switch, and which level is "open" is a matter of the drawer's
    cable. So it is learned: the level that a pulse changes was that of the shut drawer. Until then, and with
    a drawer that has no switch, its state is unknown. Source: docs/decisions/0080-the-drawers-time.md.
    """

    link: Link
    _answers: bool | None = None
    """Whether the printer answers at all; not known before it was asked once."""
    _shut: int | None = None
    _before: int | None = None
    """The level right before the pulse; only the first one after it is compared with it."""

    def open(self) -> PrintOutcome:
        try:
            line = self.link.open()
        except LinkRefusedError as error:
            return PrintOutcome(PrintState.REFUSED, error.code)
        try:
            # A silent printer would keep the drawer shut for as long as it is waited for.
            self._before = self._level(line) if self._answers else None
        except LinkBrokenError as error:
            line.close()
            return PrintOutcome(PrintState.REFUSED, error.code)
        try:
            line.send(drawer_pulse())
        except LinkBrokenError as error:
            return PrintOutcome(PrintState.UNKNOWN, error.code)
        finally:
            line.close()
        return PrintOutcome(PrintState.SENT)

    def state(self) -> DrawerState:
        if self._answers is False:
            return DrawerState.UNKNOWN
        try:
            line = self.link.open()
        except LinkRefusedError:
            return DrawerState.UNKNOWN
        try:
            level = self._level(line)
        except LinkBrokenError:
            return DrawerState.UNKNOWN
        finally:
            line.close()
        if level is None:
            return DrawerState.UNKNOWN
        before, self._before = self._before, None
        if before is not None and level != before:
            self._shut = before
        if self._shut is None:
            return DrawerState.UNKNOWN
        return DrawerState.SHUT if level == self._shut else DrawerState.OPEN

    def _level(self, line: OpenLink) -> int | None:
        answer = line.ask(commands.ASK_DRAWER)
        self._answers = answer is not None
        return answer & _SWITCH_BIT if is_status(answer) else None


@dataclass(frozen=True, slots=True)
class NullDrawer:
    """No drawer, or one with a key: opening it always succeeds, and nobody knows whether it is shut."""

    def open(self) -> PrintOutcome:
        return PrintOutcome(PrintState.SENT)

    def state(self) -> DrawerState:
        return DrawerState.UNKNOWN


def open_drawer(address_text: str, *, timeout_s: float = TIMEOUT_S) -> Drawer:
    """Return the drawer behind the printer at ``address_text``; nothing is sent yet.

    Raises:
        DeviceError: ``printer.address_invalid``.
    """
    address = read_address(address_text)
    return (
        NullDrawer() if address.connection is Connection.NULL else PrinterDrawer(link_to(address, timeout_s))
    )
