"""Checks how a widget looks: room for every text, words of the right language, glyphs, targets, contrast.

``assert_looks_right(widget, face, size=..., own_words=...)`` after the widget was made in ``face``.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

import resources
from pos_app.ui.app import Face
from pos_app.ui.i18n import translation_file
from pos_app.ui.theme.contrast import contrast
from pos_app.ui.widgets.labels import ElidedLabel

TARGET_PX = 48
SCREENS = (QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080))
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
# Names that are written in Latin letters in every language.
_OWN_WORDS = frozenset(
    {"App", "Loop", "POS", "English", "PDF", "Excel", "Esc", "Enter", "Ctrl", "Alt", "Del", "PIN", "https"}
)


class PseudoTranslator(QTranslator):
    """A language whose words are a third longer than English, to see what breaks."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return source + "~" * max(1, len(source) // 3)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@dataclass(frozen=True, slots=True)
class Shown:
    """A visible widget with the text that it shows."""

    widget: QWidget
    text: str

    def where(self) -> str:
        """Name the widget for the message of a failure."""
        path: list[str] = []
        widget: QWidget | None = self.widget
        while widget is not None and len(path) < 3:
            path.append(widget.objectName() or type(widget).__name__)
            widget = widget.parentWidget()
        return "/".join(reversed(path))


def assert_looks_right(
    widget: QWidget, face: Face, *, size: QSize | None = None, own_words: Iterable[str] = ()
) -> None:
    """Render ``widget`` and fail with everything that is wrong with its looks.

    Args:
        widget: Made in the language and theme of ``face``.
        face: The application's language and theme.
        size: In pixels; the widget's own size if none is given.
        own_words: Latin words that are right in every language: brands, names, units.
    """
    picture = render(widget, size)
    faults = [
        *cut_texts(widget),
        *untranslated_texts(widget, face.language.name, frozenset(own_words)),
        *missing_glyphs(widget),
        *small_targets(widget),
        *weak_contrasts(widget, picture),
    ]
    assert not faults, "\n".join(faults)


def render(widget: QWidget, size: QSize | None = None) -> QImage:
    """Show ``widget`` at ``size`` and return its picture."""
    if size is not None:
        widget.resize(size)
    widget.show()
    # Layouts within layouts settle one after the other; a scroll bar that goes makes them begin again.
    for _ in range(6):
        QApplication.processEvents()
    return widget.grab().toImage()


def shown_texts(root: QWidget) -> Iterator[Shown]:
    """Yield every visible text: labels, buttons, placeholders, and what painted widgets say they paint."""
    for widget in _visible(root):
        painted = getattr(widget, "painted_texts", None)
        if painted is not None:
            yield from (Shown(widget, text) for text in painted())
        if isinstance(widget, QLineEdit):
            texts = (widget.placeholderText(),) if not widget.text() else ()
            yield from (Shown(widget, text) for text in texts)
        elif isinstance(widget, (QLabel, QAbstractButton)) and widget.text():
            yield Shown(widget, widget.text())


def _visible(widget: QWidget) -> Iterator[QWidget]:
    """Yield ``widget`` and what is seen in it; the pages behind a page are not even walked through."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden():
            yield from _visible(child)


def cut_texts(root: QWidget) -> list[str]:
    """Return labels and buttons whose text needs more room than they have."""
    faults = []
    for shown in shown_texts(root):
        widget = shown.widget
        if isinstance(widget, ElidedLabel) or not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        needs = _needs(widget)
        if needs.width() > widget.width() + 1 or needs.height() > widget.height() + 1:
            faults.append(
                f"cut: {shown.where()}: {shown.text!r} needs {needs.width()}x{needs.height()}, "
                f"has {widget.width()}x{widget.height()}"
            )
    return faults + _covered(root)


def _needs(widget: QWidget) -> QSize:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
    return widget.sizeHint()


def _covered(root: QWidget) -> list[str]:
    """Return labels that stick out of a parent that does not scroll."""
    faults = []
    for shown in shown_texts(root):
        parent = shown.widget.parentWidget()
        if parent is None or shown.widget is root or isinstance(parent, QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(shown.widget.geometry()):
            faults.append(f"sticks out: {shown.where()}: {shown.text!r}")
    return faults


def untranslated_texts(root: QWidget, language: str, own_words: frozenset[str]) -> list[str]:
    """Return texts that are English in a Chinese window."""
    if language == "en":
        return []
    sources = _sources_with_other_words(language)
    faults = []
    for shown in shown_texts(root):
        words = [word for word in _LATIN_WORD.findall(shown.text) if word not in _OWN_WORDS | own_words]
        if shown.text in sources or (words and not re.search(r"[\u4e00-\u9fff]", shown.text)):
            faults.append(f"untranslated: {shown.where()}: {shown.text!r}")
    return faults


@cache
def _sources_with_other_words(language: str) -> frozenset[str]:
    path = resources.path("i18n", translation_file(language, "ts"))  # type: ignore[arg-type]  # any name will do here
    messages = ET.parse(path).getroot().iter("message")  # noqa: S314 - our own file
    pairs = ((message.findtext("source", ""), message.findtext("translation", "")) for message in messages)
    return frozenset(source for source, translation in pairs if translation and translation != source)


def missing_glyphs(root: QWidget) -> list[str]:
    """Return characters that no font of the machine draws."""
    faults = []
    for shown in shown_texts(root):
        metrics = QFontMetrics(shown.widget.font())
        missing = [each for each in shown.text if not each.isspace() and not metrics.inFontUcs4(ord(each))]
        if missing:
            faults.append(f"no glyph for {missing}: {shown.where()}: {shown.text!r}")
    return faults


def small_targets(root: QWidget) -> list[str]:
    """Return what can be touched and is smaller than a finger."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    faults = []
    for widget in _visible(root):
        if not isinstance(widget, kinds) or not widget.isEnabled():
            continue
        if widget.objectName() == "qt_spinbox_lineedit" or _is_inside_of_target(widget):
            continue
        if min(widget.width(), widget.height()) < TARGET_PX:
            name = widget.objectName() or type(widget).__name__
            faults.append(f"target too small: {name} is {widget.width()}x{widget.height()}")
    return faults


def _is_inside_of_target(widget: QWidget) -> bool:
    """Return whether a parent that leads its focus here is a target of the right size."""
    parent = widget.parentWidget()
    return parent is not None and parent.focusProxy() is widget and parent.height() >= TARGET_PX


def weak_contrasts(root: QWidget, picture: QImage) -> list[str]:
    """Return labels whose darkest and lightest colours are closer than 4.5:1; disabled ones may be."""
    faults = []
    scale = picture.devicePixelRatio()
    for shown in shown_texts(root):
        widget = shown.widget
        if not isinstance(widget, QLabel) or not widget.isEnabled() or not shown.text.strip():
            continue
        area = _visible_area(root, widget)
        if area.isEmpty():
            continue
        inks = _colors(picture, QRect(area.topLeft() * scale, area.size() * scale))
        if len(inks) < 2:
            continue
        ground = max(inks, key=inks.__getitem__)
        if not any(_contrast(ground, ink) >= 4.4 for ink in inks):
            best = max(_contrast(ground, ink) for ink in inks)
            faults.append(f"contrast {best:.2f}: {shown.where()}: {shown.text!r}")
    return faults


def _visible_area(root: QWidget, widget: QWidget) -> QRect:
    """Return where a widget is seen, without what scroll areas hide and without rounded corners."""
    inner = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()).adjusted(3, 3, -3, -3)
    area = QRect(inner)
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        area &= QRect(parent.mapTo(root, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget()
    whole = area & root.rect()
    # A strip of a text that is scrolled away says nothing about its colour.
    return whole if whole == inner else QRect()


@cache
def _contrast(ground: int, ink: int) -> float:
    return contrast(QColor(ground), QColor(ink))


def _colors(picture: QImage, area: QRect) -> dict[int, int]:
    """Return the colours of an area, and how many pixels each has."""
    part = picture.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    colors, counts = np.unique(np.frombuffer(part.constBits(), dtype=np.uint32), return_counts=True)
    return dict(zip(colors.tolist(), counts.tolist(), strict=True))


def focus_walk(root: QWidget) -> list[str]:
    """Return the names of what Tab reaches, in its order."""
    names: list[str] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(root)
        if reachable and widget.isEnabled() and root.isAncestorOf(widget):
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return names


def nameless(root: QWidget) -> list[str]:
    """Return widgets that can be operated and have no objectName or no accessible name."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    return [
        f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisibleTo(root)
        and not (widget.objectName() and (widget.accessibleName() or getattr(widget, "text", str)()))
    ]
