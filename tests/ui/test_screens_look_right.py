"""Every screen, full, empty and with an error, in every language and theme, at every size of window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

import resources
from pos_app.ui.i18n import LANGUAGES
from pos_app.ui.theme.tokens import THEME_NAMES
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.ui.screens.exhibits import EXHIBITS, SHEETS
from tests.ui.screens.hall import Hall

_NAMES = ("Alexandra", "Montgomery", "Featherstone", "XXXX")
_SCREENS = resources.path("i18n").parent.parent / "pos_app" / "ui" / "screens"


@pytest.fixture
def make_hall(qtbot: QtBot, make_face: FaceFactory) -> Callable[[str, str], Hall]:
    def make(language: str, theme: str) -> Hall:
        hall = Hall(make_face(language, theme))
        qtbot.addWidget(hall.window)
        hall.window.show()
        return hall

    return make


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_looks_right(make_hall: Callable[[str, str], Hall], language: str, theme: str) -> None:
    hall = make_hall(language, theme)
    faults = []
    for name, show in EXHIBITS.items():
        hall.reset()
        show(hall)
        for size in looks.SCREENS:
            try:
                looks.assert_looks_right(hall.window, hall.face, size=size, own_words=_NAMES)
            except AssertionError as error:
                faults.append(f"{name} at {size.width()}x{size.height()}:\n{error}")
            if hall.window.size() != size:
                faults.append(f"{name} needs {hall.window.minimumSizeHint()} and has {size}")
    assert not faults, "\n\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panels_of_the_pickup_board_look_right(
    make_hall: Callable[[str, str], Hall], language: str
) -> None:
    hall = make_hall(language, "light")
    for name, show in SHEETS.items():
        hall.reset()
        hall.window.resize(looks.SCREENS[0])
        show(hall)
        # What lies behind the veil is meant to be faint.
        looks.assert_looks_right(hall.part(name.split(".")[0]), hall.face, own_words=_NAMES)


def test_no_screen_is_missing_here() -> None:
    screens = {path.parent.name for path in _SCREENS.glob("*/view.py")}
    assert screens == {name.split(".")[0] for name in EXHIBITS}


def test_each_screen_is_seen_full_empty_and_with_an_error() -> None:
    seen = set(EXHIBITS)
    wanted = {f"{name.split('.')[0]}.{state}" for name in seen for state in ("full", "empty", "error")}
    assert wanted - seen == {"health.empty"}


def test_whatever_can_be_operated_on_a_screen_has_a_name(make_hall: Callable[[str, str], Hall]) -> None:
    hall = make_hall("zh-Hans", "light")
    nameless = {}
    for name, show in EXHIBITS.items():
        hall.reset()
        show(hall)
        nameless[name] = looks.nameless(hall.window)
    assert {name: found for name, found in nameless.items() if found} == {}
