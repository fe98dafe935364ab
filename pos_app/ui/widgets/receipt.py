"""A receipt as it prints: as text in columns, or as the picture of its bytes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from pos_app.ui.widgets.styling import set_name


class ReceiptPaper(QFrame):
    """The strip of paper; white in every theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        set_name(self, name)
        self.label = QLabel()
        self.label.setObjectName(f"{name}_label")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.label)


class ReceiptPreview(QScrollArea):
    """Shows a receipt in the middle and scrolls when it is longer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_name(self, name)
        self._paper = ReceiptPaper(f"{name}_paper")
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(ground)
        self.setWidgetResizable(True)

    def set_text(self, text: str) -> None:
        """Show lines of fixed width."""
        self._paper.label.setPixmap(QPixmap())
        self._paper.label.setText(text)
        self.setAccessibleDescription(text)

    def set_picture(self, picture: QImage, text: str = "") -> None:
        """Show the picture of a receipt; ``text`` is what it says, for screen readers."""
        self._paper.label.setPixmap(QPixmap.fromImage(picture))
        self.setAccessibleDescription(text)


class PaperPreview(ReceiptPreview):
    """Shows a drawn paper (PNG) at its own size, or smaller where there is less room."""

    _EDGES_PX = 88
    """What the strip of paper needs beside its print: its edges and the scroll bar."""
    _LEAST_PX = 240

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._png = b""
        self._text = ""
        self._drawn = QImage()
        # Taller paper must not take the room that lets it be shown at its own width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a paper to show."""
        return not self._drawn.isNull()

    def show_png(self, png: bytes, text: str) -> None:
        """Show a paper; ``text`` is what it is, for screen readers. No bytes show nothing."""
        if png != self._png:
            self._png = png
            self._drawn = QImage.fromData(png)
        self._text = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the paper to the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.is_drawn:
            return
        room = max(self._LEAST_PX, self.width() - self._EDGES_PX)
        picture = self._drawn
        if picture.width() > room:
            size = QSize(room, picture.height() * room // picture.width())
            picture = picture.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        self.set_picture(picture, self._text)
