"""A finger that drags scrolls, wherever something scrolls; a finger that taps still taps."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QScroller,
    QScrollerProperties,
    QWidget,
)

_MOVING = {QScroller.State.Dragging, QScroller.State.Scrolling}


def scroll_by_finger(widget: QWidget) -> None:
    """Let every scroll area in ``widget``, and itself, follow a finger; doing it again changes nothing.

    A finger arrives as the left button of a mouse: from touch screens because nobody here takes touches, from
    many of those on tills because they claim to be a mouse.
    """
    areas = widget.findChildren(QAbstractScrollArea)
    for area in [widget, *areas] if isinstance(widget, QAbstractScrollArea) else areas:
        if area.findChild(_Finger, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            _Finger(area)


class _Finger(QObject):
    """Watches what lies in one scroll area.

    Qt's own gestures hold a press back and send it to what lies there on the screen by then; here it goes
    through at once, and is taken back when the finger turns out to drag.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._viewport = area.viewport()
        self._pressed = False
        self._dragging = False
        if isinstance(area, QAbstractItemView):
            area.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            area.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        scroller = self._scroller = QScroller.scroller(self._viewport)
        properties = scroller.scrollerProperties()
        never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        # A list that springs beyond its end looks as if there were more.
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.VerticalOvershootPolicy, never)
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy, never)
        scroller.setScrollerProperties(properties)
        self._watch(self._viewport)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Drag what is dragged; everything else goes its way."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            return isinstance(event, QMouseEvent) and self._on_press(event)
        if kind == QEvent.Type.MouseMove:
            return isinstance(event, QMouseEvent) and self._on_move(watched, event)
        if kind == QEvent.Type.MouseButtonRelease:
            return isinstance(event, QMouseEvent) and self._on_release(event)
        if kind == QEvent.Type.ChildPolished:
            child = event.child()  # type: ignore[attr-defined]  # of this type it is a QChildEvent
            if isinstance(child, QWidget):
                self._watch(child)
        return False

    def _watch(self, widget: QWidget) -> None:
        """Look at what happens to ``widget`` and in it; an area within has a finger of its own."""
        if isinstance(widget, QAbstractScrollArea):
            return
        widget.removeEventFilter(self)
        widget.installEventFilter(self)
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._watch(child)

    def _on_press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        # What still rolls is stopped by a tap, which means nothing else.
        rolling = self._scroller.state() == QScroller.State.Scrolling
        self._pressed, self._dragging = True, rolling
        self._tell(QScroller.Input.InputPress, event)
        return rolling

    def _on_move(self, watched: QObject, event: QMouseEvent) -> bool:
        if not self._pressed or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        self._tell(QScroller.Input.InputMove, event)
        if not self._dragging and self._scroller.state() in _MOVING:
            self._dragging = True
            if isinstance(watched, QAbstractButton):
                watched.setDown(False)
        return self._dragging

    def _on_release(self, event: QMouseEvent) -> bool:
        if not self._pressed or event.button() != Qt.MouseButton.LeftButton:
            return False
        dragged = self._dragging
        self._pressed = self._dragging = False
        self._tell(QScroller.Input.InputRelease, event)
        return dragged

    def _tell(self, what: QScroller.Input, event: QMouseEvent) -> None:
        place = QPointF(self._viewport.mapFromGlobal(event.globalPosition().toPoint()))
        self._scroller.handleInput(what, place, event.timestamp())
