"""The customer's screen as one thing: window, presenter and place, following the machine's screens."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos_app.services.ports import Timers
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import StoreProfile
from pos_app.ui.customer.code import Matrix
from pos_app.ui.customer.place import CustomerPlace, DisplayMode
from pos_app.ui.customer.presenter import CustomerPresenter
from pos_app.ui.customer.view import CustomerWindow


@dataclass(frozen=True, slots=True)
class DisplayNeeds:
    """What the customer's screen is built with.

    ``till`` is the till's own window; ``matrix`` makes the modules of a code; ``on_failure`` is told once
    when nothing can be shown any more.
    """

    profile: StoreProfile
    timers: Timers
    till: QWidget
    is_paying: Callable[[], bool]
    matrix: Callable[[str], Matrix | None]
    on_failure: Callable[[Exception], None]


class CustomerDisplay:
    """Shown while there is a second screen, or in a window where that is wanted."""

    def __init__(self, needs: DisplayNeeds, mode: DisplayMode) -> None:
        """Build the window; :meth:`open` shows it."""
        self._needs = needs
        texts = ReceiptTexts.load(needs.profile.receipt_language)
        self.window = CustomerWindow(needs.profile.name, texts=texts, matrix=needs.matrix)
        self.presenter = CustomerPresenter(
            needs.profile, timers=needs.timers, is_paying=needs.is_paying, on_failure=self._fail
        )
        self._place = CustomerPlace(self.window, needs.till, mode=mode, screens=QGuiApplication.screens)

    def open(self) -> None:
        """Show it where there is room for it, from now on."""
        self.presenter.bind(self.window)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._place.settle)
        app.screenRemoved.connect(self._place.settle)
        self._place.settle()

    def close(self) -> None:
        """End it."""
        self.window.close()
        self.window.deleteLater()

    def _fail(self, error: Exception) -> None:
        self.window.hide()
        self._needs.on_failure(error)
