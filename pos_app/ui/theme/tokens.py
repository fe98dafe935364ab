"""Colours and measures by name, read from ``resources/themes``."""

import json
from dataclasses import dataclass, fields
from typing import TypedDict, cast

from PySide6.QtGui import QColor

import resources

THEME_NAMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one theme; a pair ``x`` and ``x_soft`` is text and its background."""

    bg: QColor
    surface: QColor
    surface2: QColor
    line: QColor
    outline: QColor
    text: QColor
    muted: QColor
    primary: QColor
    on_primary: QColor
    primary_soft: QColor
    primary_hover: QColor
    primary_pressed: QColor
    ok: QColor
    ok_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    gold: QColor
    gold_soft: QColor
    disabled: QColor
    shadow: QColor
    scrim: QColor


@dataclass(frozen=True, slots=True)
class TileColors:
    """The two colours of a product tile without a picture."""

    fill: QColor
    ink: QColor


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels at text scale 1; only text follows the scale, the rest follows the layout."""

    hint: int
    body: int
    title: int
    order: int
    primary: int
    figure: int
    total: int
    change: int
    target: int
    action: int
    primary_h: int
    keypad: int
    r_tag: int
    r_button: int
    r_card: int
    r_column: int
    motion_ms: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme at one text scale."""

    name: str
    colors: Colors
    tiles: tuple[TileColors, ...]
    metrics: Metrics


class _ThemeFile(TypedDict):
    name: str
    colors: dict[str, str]
    tiles: list[dict[str, str]]


class _MetricsFile(TypedDict):
    text_px: dict[str, int]
    touch_px: dict[str, int]
    radius_px: dict[str, int]
    motion_ms: int


def load_tokens(name: str, text_scale: float = 1.0) -> Tokens:
    """Read theme ``name`` (``light`` or ``dark``) with text grown by ``text_scale`` (1.0 to 1.3).

    Raises:
        ValueError: There is no such theme.
    """
    if name not in THEME_NAMES:
        raise ValueError(name)
    theme = cast("_ThemeFile", _read(f"{name}.json"))
    colors = {field.name: QColor(theme["colors"][field.name]) for field in fields(Colors)}
    tiles = tuple(TileColors(QColor(tile["fill"]), QColor(tile["ink"])) for tile in theme["tiles"])
    return Tokens(theme["name"], Colors(**colors), tiles, _metrics(text_scale))


def _metrics(text_scale: float) -> Metrics:
    measures = cast("_MetricsFile", _read("metrics.json"))
    text = {name: round(px * text_scale) for name, px in measures["text_px"].items()}
    touch = dict(measures["touch_px"])
    radius = {f"r_{name}": px for name, px in measures["radius_px"].items()}
    primary_h = touch.pop("primary")
    return Metrics(**text, **touch, **radius, primary_h=primary_h, motion_ms=measures["motion_ms"])


def _read(file_name: str) -> object:
    return json.loads(resources.path("themes", file_name).read_text(encoding="utf-8"))
