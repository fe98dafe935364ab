"""Colours that carry meaning can be read, in both themes."""

import re

import pytest
from PySide6.QtGui import QColor

import resources
from pos_app.ui.theme.contrast import contrast
from pos_app.ui.theme.theme import make_stylesheet
from pos_app.ui.theme.tokens import THEME_NAMES, load_tokens

_TEXT_PAIRS = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("bg", "surface", "surface2")),
    ("text", "primary_soft"),
    ("muted", "primary_soft"),
    ("primary", "surface"),
    ("primary", "bg"),
    ("primary", "primary_soft"),
    *(("on_primary", ground) for ground in ("primary", "primary_hover", "primary_pressed")),
    *((ink, f"{ink}_soft") for ink in ("ok", "warn", "bad", "gold")),
    *((ink, ground) for ink in ("ok", "warn", "bad", "gold") for ground in ("surface", "bg")),
    *((ink, "primary_soft") for ink in ("ok", "warn", "bad")),
)


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize(("ink", "ground"), _TEXT_PAIRS)
def test_text_can_be_read_on_its_background(theme: str, ink: str, ground: str) -> None:
    colors = load_tokens(theme).colors
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("ground", ["bg", "surface"])
@pytest.mark.parametrize("ink", ["outline", "primary"])
def test_borders_of_controls_and_focus_stand_out(theme: str, ink: str, ground: str) -> None:
    colors = load_tokens(theme).colors
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 3.0


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_character_on_every_tile_can_be_read(theme: str) -> None:
    tiles = load_tokens(theme).tiles
    assert len(tiles) == 10
    assert [tile.fill.name() for tile in tiles if contrast(tile.ink, tile.fill) < 4.5] == []


def test_contrast_of_black_on_white_is_21_and_of_equals_1() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#777777")) == pytest.approx(1.0)


def test_mid_grey_on_white_is_just_readable() -> None:
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


def test_text_grows_by_the_scale_and_targets_stay() -> None:
    grown = load_tokens("light", 1.3).metrics
    assert (grown.hint, grown.body, grown.total) == (18, 21, 57)
    assert grown.target == 48


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="pink"):
        load_tokens("pink")


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_stylesheet_is_filled_completely(theme: str) -> None:
    sheet = make_stylesheet(load_tokens(theme))
    assert "$" not in sheet
    assert load_tokens(theme).colors.primary.name() in sheet


def test_the_stylesheet_names_no_colour_of_its_own_except_paper() -> None:
    source = resources.path("themes", "app.qss").read_text(encoding="utf-8")
    assert sorted(set(re.findall(r"#[0-9a-fA-F]{3,8}", source))) == ["#111111", "#ffffff"]
