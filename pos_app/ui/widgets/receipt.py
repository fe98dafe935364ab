"""A receipt as it prints: as text in columns, or as the picture of its bytes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
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
