"""The gallery looks right everywhere, and the checks find what is planted."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.gallery import GalleryPage
from pos_app.ui.i18n import LANGUAGES
from pos_app.ui.tasks import QtTimers
from pos_app.ui.theme.tokens import THEME_NAMES
from tests.ui import looks
from tests.ui.conftest import FaceFactory

# Sizes and measures of the sample goods.
_SAMPLES = ("ml", "kg", "WeChat", "Pay", "Alipay")


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gallery_looks_right(qtbot: QtBot, make_face: FaceFactory, language: str, theme: str) -> None:
    face = make_face(language, theme)
    page = GalleryPage(face, QtTimers())
    qtbot.addWidget(page)
    looks.assert_looks_right(page, face, size=QSize(1366, page.sizeHint().height()), own_words=_SAMPLES)
    assert looks.nameless(page) == []


def test_the_gallery_has_room_for_text_that_grew_by_30_percent(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("zh-Hans", text_scale=1.3)
    page = GalleryPage(face, QtTimers())
    qtbot.addWidget(page)
    looks.render(page, QSize(1920, page.sizeHint().height()))
    assert looks.cut_texts(page) == []


def test_the_gallery_has_room_for_words_that_are_a_third_longer(
    qtbot: QtBot, qapp: QApplication, make_face: FaceFactory
) -> None:
    face = make_face("en")
    pseudo = looks.PseudoTranslator()
    qapp.installTranslator(pseudo)
    try:
        page = GalleryPage(face, QtTimers())
    finally:
        qapp.removeTranslator(pseudo)
    qtbot.addWidget(page)
    looks.render(page, QSize(1920, page.sizeHint().height()))
    assert any(shown.text.endswith("~") for shown in looks.shown_texts(page))
    assert looks.cut_texts(page) == []


def _planted(qtbot: QtBot, child: QWidget) -> QWidget:
    root = QWidget()
    qtbot.addWidget(root)
    QHBoxLayout(root).addWidget(child)
    return root


def test_a_text_without_room_is_found(qtbot: QtBot, make_face: FaceFactory) -> None:
    make_face()
    label = QLabel("这一行文字没有地方")
    label.setFixedWidth(30)
    root = _planted(qtbot, label)
    looks.render(root)
    assert [fault[:4] for fault in looks.cut_texts(root)] == ["cut:"]


def test_an_english_text_in_a_chinese_window_is_found(qtbot: QtBot, make_face: FaceFactory) -> None:
    make_face()
    root = _planted(qtbot, QLabel("Basket"))
    looks.render(root)
    assert looks.untranslated_texts(root, "zh-Hans", frozenset()) == [
        "untranslated: QWidget/QLabel: 'Basket'"
    ]


def test_a_character_that_no_font_has_is_found(qtbot: QtBot, make_face: FaceFactory) -> None:
    make_face()
    root = _planted(qtbot, QLabel("\U00016800金额"))
    looks.render(root)
    assert len(looks.missing_glyphs(root)) == 1


def test_a_small_button_is_found(qtbot: QtBot, make_face: FaceFactory) -> None:
    make_face()
    button = QPushButton("好")
    button.setObjectName("tiny")
    button.setStyleSheet("border: none; padding: 0; min-width: 48px; min-height: 47px; max-height: 47px")
    root = _planted(qtbot, button)
    looks.render(root)
    assert looks.small_targets(root) == ["target too small: tiny is 48x47"]


def test_grey_on_grey_is_found(qtbot: QtBot, make_face: FaceFactory) -> None:
    make_face()
    label = QLabel("看不清")
    label.setStyleSheet("color: #999999; background: #dddddd")
    root = _planted(qtbot, label)
    assert len(looks.weak_contrasts(root, looks.render(root))) == 1


def test_a_button_without_a_name_is_found(qtbot: QtBot, make_face: FaceFactory) -> None:
    make_face()
    root = _planted(qtbot, QPushButton())
    looks.render(root)
    assert len(looks.nameless(root)) == 1
