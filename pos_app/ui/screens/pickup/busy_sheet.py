"""How much longer orders take, and for how long that is so."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.services.set_busy import Busy
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.cards import said
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.theme.theme import Theme
from pos_app.ui.widgets.buttons import Chip, PrimaryButton, TillButton
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.sheet import Sheet

LONGER = (10, 20, 30, 60)
"""So many minutes longer an order may take."""
HOW_LONG = (30, 60, 120, 240)
"""For so many minutes that may be so."""


class BusySheet(Sheet):
    """New orders are promised later, for a while; orders that were promised stay as they are."""

    def __init__(self, presenter: PickupPresenter, theme: Theme, *, formats: Formats) -> None:
        super().__init__("busy", theme, width_px=480)
        self._minding = presenter.minding
        self._formats = formats
        self._note = TextLabel("busy.note", "body", wrap=True)
        self._now = TextLabel("busy.now", "strong", wrap=True)
        self._longer = TextLabel("busy.longer.caption", "muted")
        self._until = TextLabel("busy.until.caption", "muted")
        self._minutes = {each: Chip(f"busy.longer.{each}") for each in LONGER}
        self._for = {each: Chip(f"busy.until.{each}") for each in HOW_LONG}
        self._message = TextLabel("busy.message", wrap=True)
        self._message.set_tone("bad")
        self._end = TillButton("busy.end")
        self._say = PrimaryButton("busy.say", key="Enter")
        self.body.addWidget(self._note)
        self.body.addWidget(self._now)
        for caption, chips in ((self._longer, self._minutes), (self._until, self._for)):
            self.body.addWidget(caption)
            self.body.addWidget(_row(chips))
        self.body.addWidget(self._message)
        self.body.addStretch(1)
        self.body.addWidget(self._end)
        self.body.addWidget(self._say)
        for minutes, chip in self._minutes.items():
            chip.clicked.connect(self._choosing(minutes=minutes))
        for minutes, chip in self._for.items():
            chip.clicked.connect(self._choosing(for_minutes=minutes))
        self._end.clicked.connect(self._minding.end_busy)
        self._say.clicked.connect(self._minding.say_busy)
        self.confirmed.connect(self._minding.say_busy)

    def show_state(self, state: PickupState) -> None:
        """Show what is about to be said, and what was said."""
        if state.panel != "busy":
            return
        self.set_title(translate("Pickup", "Busy"), translate("Pickup", "Back"))
        self._note.setText(
            translate("Pickup", "New orders are promised later. What was promised stays as it is.")
        )
        self._now.setText("" if state.store_busy is None else busy_text(state.store_busy, self._formats))
        self._now.setVisible(state.store_busy is not None)
        self._longer.setText(translate("Pickup", "Orders take longer by"))
        self._until.setText(translate("Pickup", "For the next"))
        for minutes, chip in self._minutes.items():
            chip.setText(translate("Pickup", "{count} min").format(count=minutes))
            chip.setChecked(minutes == state.busy_form.minutes)
        for minutes, chip in self._for.items():
            words = translate("Pickup", "{count} min") if minutes < 60 else translate("Pickup", "{count} h")
            chip.setText(words.format(count=minutes if minutes < 60 else minutes // 60))
            chip.setChecked(minutes == state.busy_form.for_minutes)
        self._end.setText(translate("Pickup", "Not busy any more"))
        self._end.setVisible(state.store_busy is not None)
        self._say.set_label(translate("Pickup", "Say that we are busy"))
        self._end.setEnabled(not state.busy)
        self._say.setEnabled(not state.busy)
        self._message.setText("" if state.message is None else said(state.message, self._formats))

    def _choosing(self, *, minutes: int | None = None, for_minutes: int | None = None) -> Callable[[], None]:
        return lambda: self._minding.choose_busy(minutes=minutes, for_minutes=for_minutes)


def busy_text(busy: Busy, formats: Formats) -> str:
    """Return how busy the store is, and until when."""
    return translate("Pickup", "Busy: +{minutes} min until {time}").format(
        minutes=busy.minutes, time=formats.time(busy.until_ms)
    )


def _row(chips: dict[int, Chip]) -> QWidget:
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for chip in chips.values():
        row.addWidget(chip)
    row.addStretch(1)
    return ground
