"""Words and figures: labels by role, money, tags, key badges."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pos_app.ui.widgets.styling import set_name, set_style_property

Role = Literal["body", "hint", "muted", "strong", "title", "order", "figure", "total", "change", "old"]
Kind = Literal["neutral", "ok", "warn", "bad", "gold", "primary"]


class TextLabel(QLabel):
    """Text in one of the roles of the type scale, in the colour of a meaning if it has one."""

    def __init__(
        self, name: str, role: Role = "body", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_name(self, name)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_tone(self, tone: Kind | Literal["muted"]) -> None:
        """Colour the text by its meaning."""
        set_style_property(self, "tone", value=tone)

    def set_role(self, role: Role) -> None:
        """Change the place in the type scale."""
        set_style_property(self, "role", value=role)


class ElidedLabel(TextLabel):
    """One line that ends in an ellipsis when it does not fit; the whole text stays its accessible name."""

    def __init__(self, name: str, role: Role = "body", *, parent: QWidget | None = None) -> None:
        super().__init__(name, role, parent=parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the whole text, however much of it is shown."""
        return self._whole

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show as much of ``text`` as there is room for."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room for the whole text."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Allow any width down to a few characters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Elide anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # the event type adds nothing here
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        if shown != super().text():
            super().setText(shown)


class MoneyLabel(TextLabel):
    """An amount, already formatted; right-aligned unless told otherwise."""

    def __init__(self, name: str, role: Role = "body", *, parent: QWidget | None = None) -> None:
        super().__init__(name, role, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def set_amount(self, text: str, *, tone: Kind | None = None) -> None:
        """Show ``text`` (from ``Formats.money``) in the colour of ``tone``."""
        if text != self.text():
            self.setText(text)
        if tone is not None:
            self.set_tone(tone)


class Tag(QLabel):
    """A few words on a soft ground of their meaning; with ``pill`` the round form of the top bar."""

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        kind: Kind = "neutral",
        pill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        set_name(self, name)
        self.setProperty("kind", kind)
        self.setProperty("shape", "pill" if pill else "tag")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def render_tag(self, text: str, kind: Kind) -> None:
        """Show ``text`` on the ground of ``kind``."""
        self.setText(text)
        set_style_property(self, "kind", value=kind)

    def set_kind(self, kind: Kind) -> None:
        """Change the meaning."""
        set_style_property(self, "kind", value=kind)


class KeyBadge(QLabel):
    """The key that does the same as the button which it stands on."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        # Only hidden here: a widget that is shown before it has a parent is a window of its own for a moment.
        if not text:
            self.hide()

    def set_key(self, text: str) -> None:
        """Show the key, or nothing when there is none."""
        self.setText(text)
        self.setVisible(bool(text))
