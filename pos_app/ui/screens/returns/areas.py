"""Rows that scroll where there are more than fit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget


def scrolled(inside: QVBoxLayout | QGridLayout, name: str) -> QScrollArea:
    """Return an area that scrolls ``inside`` up and down."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 8, 0)
    outer.addLayout(inside)
    outer.addStretch(1)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidget(holder)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
