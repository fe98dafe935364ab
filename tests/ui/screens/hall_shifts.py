"""The screens of a shift in the hall, over stand-ins that are changed between two looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from pos_app.services.documents import Document
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter, CloseShiftTools
from pos_app.ui.screens.close_shift.view import CloseShiftScreen
from pos_app.ui.screens.day_close.presenter import DayClosePresenter, DayLanes
from pos_app.ui.screens.day_close.view import DayCloseScreen
from pos_app.ui.screens.drawer.presenter import DrawerPresenter, DrawerTools
from pos_app.ui.screens.drawer.view import DrawerScreen
from pos_app.ui.screens.open_shift.presenter import OpenShiftPresenter
from pos_app.ui.screens.open_shift.view import OpenShiftScreen
from pos_app.ui.texts import text_of
from tests.fakes import InlineLane
from tests.ui.screens.shift_floor import FakeDays, FakeDrawer, FakeOpenShift
from tests.unit.pos_app.ui.screens.close_shift.fakes import PAPER, FakeCloseShift, FakeComparison

if TYPE_CHECKING:
    from pos_app.ui.format import Formats
    from tests.ui.screens.hall import Hall


class ShiftRooms:
    """The presenters of a shift's screens, and what stands behind them."""

    def __init__(self, hall: Hall, formats: Formats) -> None:
        self.opening, self.closing, self.drawer_desk = FakeOpenShift(), FakeCloseShift(), FakeDrawer()
        self.days = FakeDays()
        self.cards = FakeComparison()
        lane = InlineLane()
        self.open_shift = OpenShiftPresenter(
            self.opening, session=hall.session, storage=lane, navigate=_nowhere, currency="CNY"
        )
        hall.window.add_screen(OpenShiftScreen(self.open_shift, formats))
        self.close_shift = CloseShiftPresenter(
            CloseShiftTools(
                self.closing,
                paper=lambda _closed: PAPER,
                preview=png,
                approval=hall.world.approval,
                compare_cards=self.cards,
                words=text_of,
            ),
            session=hall.session,
            storage=lane,
            navigate=_nowhere,
        )
        hall.window.add_screen(CloseShiftScreen(self.close_shift, formats))
        self.drawer = DrawerPresenter(
            DrawerTools(self.drawer_desk, png, hall.world.approval),
            session=hall.session,
            storage=lane,
            navigate=_nowhere,
        )
        say = Sayings(formats, lambda: hall.face.language.name)
        hall.window.add_screen(DrawerScreen(self.drawer, formats, theme=hall.face.theme, say=say))

        self.day_close = DayClosePresenter(
            self.days, session=hall.session, lanes=DayLanes(lane, lane), navigate=_nowhere
        )
        hall.window.add_screen(DayCloseScreen(self.day_close, formats, theme=hall.face.theme, say=say))

    def reset(self) -> None:
        """Put everything back to a full house."""
        for made in (self.opening, self.closing, self.drawer_desk, self.days, self.cards):
            vars(made).update(vars(type(made)()))


def _nowhere(_name: str) -> None:
    """Stay: the test leads from screen to screen."""


def png(_document: Document | None) -> bytes:
    """Return white paper."""
    picture = QImage(640, 1800, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a name
    return bytes(buffer.data().data())
