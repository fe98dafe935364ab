"""An amount as large as there is room for: the figure that matters now."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.widgets.labels import Kind, MoneyLabel, Role

_SIZES: tuple[Role, ...] = ("change", "total", "figure")


class FittedMoneyLabel(MoneyLabel):
    """Huge digits that step down to the next size of the scale when an amount is too long for its place."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, _SIZES[0], parent=parent)
        self._fitted = ("", -1)

    def set_amount(self, text: str, *, tone: Kind | None = None) -> None:
        """Show ``text`` in the colour of ``tone``, as large as it fits."""
        super().set_amount(text, tone=tone)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the height only: a long amount must not push its neighbours away."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = (self.text(), self.width())
        if wanted == self._fitted:
            return
        self._fitted = wanted
        for role in _SIZES:
            self.set_role(role)
            self.ensurePolished()
            if self.sizeHint().width() <= self.width():
                return
