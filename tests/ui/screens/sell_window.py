"""The Sell screen in a window, with a shop around it."""

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QWidget

from pos_app.ui.app import Face
from pos_app.ui.approval.sheet import ApprovalSheet
from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.view import SellScreen
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow
from tests.ui.fakes import FakeTimers
from tests.unit.pos_app.ui.screens.sell_world import SellWorld


class SellWindow:
    """A window that shows the Sell screen of ``world``."""

    def __init__(self, face: Face, world: SellWorld | None = None) -> None:
        self.face = face
        self.world = world or SellWorld()
        self.timers = FakeTimers()
        keymap = KeyMap()
        self.window = MainWindow(keymap, self.timers)
        look = SellLook(
            face.theme,
            Formats(lambda: face.language.name, ZoneInfo("Asia/Shanghai")),
            lambda: face.language.name,
            keymap,
            self.timers,
        )
        self.screen = SellScreen(self.world.presenter, self.window, look=look)
        self.window.add_screen(self.screen)
        say = Sayings(look.formats, look.language)
        self.approval = ApprovalSheet(self.world.approval, self.window, theme=face.theme, say=say)
        self.approval.setParent(self.window)
        self.window.navigate("sell")
        self.window.show()
        QApplication.processEvents()

    def part(self, name: str) -> QWidget:
        """Return the widget called ``name``."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found
