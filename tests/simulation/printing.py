"""A printer and a drawer that keep what reached them, and sometimes do not answer."""

from dataclasses import dataclass, field

from pos_app.services.documents import Document
from pos_app.services.printing_ports import DrawerState, PrinterState, PrintOutcome, PrintState
from tests.simulation.chance import Chance


@dataclass(slots=True)
class SimPrinter:
    """Prints most documents; a share is refused (no paper), a few break on the way."""

    chance: Chance
    printed: int = 0

    def print_document(self, document: Document) -> PrintOutcome:
        """Print, refuse, or break."""
        del document
        state = self.chance.pick(_OUTCOMES)
        if state is PrintState.SENT:
            self.printed += 1
            return PrintOutcome(state)
        return PrintOutcome(
            state, "printer.paper_out" if state is PrintState.REFUSED else "printer.interrupted"
        )

    def state(self) -> PrinterState:
        """It never says that something is wrong with it."""
        return PrinterState.READY


@dataclass(slots=True)
class SimDrawer:
    """Counts its pulses, and when they came in the life of the program."""

    chance: Chance
    pulses: int = 0
    pulses_of_this_life: int = field(default=0)

    def open(self) -> PrintOutcome:
        """Open, or be off."""
        if self.chance.happens(0.03):
            return PrintOutcome(PrintState.REFUSED, "printer.unreachable")
        self.pulses += 1
        self.pulses_of_this_life += 1
        return PrintOutcome(PrintState.SENT)

    def state(self) -> DrawerState:
        """Tell nothing: it has no switch."""
        return DrawerState.UNKNOWN


_OUTCOMES = {PrintState.SENT: 0.94, PrintState.REFUSED: 0.05, PrintState.UNKNOWN: 0.01}
