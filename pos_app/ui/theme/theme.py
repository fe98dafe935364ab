"""The theme that is in use: applied to the application, handed to widgets that paint themselves."""

from dataclasses import fields
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

import resources
from pos_app.ui.fonts import receipt_families
from pos_app.ui.theme.tokens import Colors, Metrics, TileColors, Tokens, load_tokens


class Theme(QObject):
    """The tokens in use; ``changed`` follows a switch of theme or text size."""

    changed = Signal()

    def __init__(self, name: str = "light", *, text_scale: float = 1.0, motion: bool = True) -> None:
        super().__init__()
        self._text_scale = text_scale
        self._motion = motion
        self._tokens = load_tokens(name, text_scale)

    @property
    def name(self) -> str:
        """``light`` or ``dark``."""
        return self._tokens.name

    @property
    def colors(self) -> Colors:
        """The colours in use."""
        return self._tokens.colors

    @property
    def metrics(self) -> Metrics:
        """The sizes in use, text already scaled."""
        return self._tokens.metrics

    @property
    def motion_ms(self) -> int:
        """How long a panel slides; 0 when motion is off."""
        return self._tokens.metrics.motion_ms if self._motion else 0

    def tile(self, number: int) -> TileColors:
        """Return the colours of tile family ``number``; any number has one."""
        return self._tokens.tiles[number % len(self._tokens.tiles)]

    def font(self, text_px: int, *, bold: bool = False) -> QFont:
        """Return the application's font at ``text_px`` for painting."""
        font = QFont(QApplication.font())
        font.setPixelSize(text_px)
        font.setBold(bold)
        return font

    def switch(self, app: QApplication, name: str, *, text_scale: float | None = None) -> None:
        """Change to theme ``name`` at run time."""
        self._text_scale = self._text_scale if text_scale is None else text_scale
        self._tokens = load_tokens(name, self._text_scale)
        self.apply(app)
        self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Give the application its style, palette and stylesheet."""
        if app.style().name() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        app.setPalette(make_palette(self.colors))
        app.setStyleSheet(make_stylesheet(self._tokens))


def make_palette(colors: Colors) -> QPalette:
    """Return the palette for what the stylesheet does not reach: placeholders, selections."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, color in (
        (role.Window, colors.bg),
        (role.WindowText, colors.text),
        (role.Base, colors.surface),
        (role.AlternateBase, colors.surface2),
        (role.Text, colors.text),
        (role.PlaceholderText, colors.muted),
        (role.Button, colors.surface),
        (role.ButtonText, colors.text),
        (role.BrightText, colors.bad),
        (role.Highlight, colors.primary),
        (role.HighlightedText, colors.on_primary),
        (role.Accent, colors.primary),
        (role.Link, colors.primary),
        (role.LinkVisited, colors.primary),
        (role.ToolTipBase, colors.surface),
        (role.ToolTipText, colors.text),
        (role.Mid, colors.line),
        (role.Dark, colors.outline),
        (role.Shadow, colors.shadow),
    ):
        palette.setColor(name, color)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colors.disabled)
    return palette


def make_stylesheet(tokens: Tokens) -> str:
    """Fill the tokens into ``resources/themes/app.qss``.

    Raises:
        KeyError: The stylesheet names a token that does not exist.
    """
    metrics = tokens.metrics
    values: dict[str, object] = {
        field.name: _css(getattr(tokens.colors, field.name)) for field in fields(Colors)
    }
    sizes = {field.name: getattr(metrics, field.name) for field in fields(Metrics)}
    # The text size of a primary button must not hide the colour of the same name.
    sizes["primary_px"] = sizes.pop("primary")
    values |= sizes
    pill = max(34, metrics.hint + 18)
    values |= {
        "badge": metrics.hint - 1,
        "figure_card": (metrics.body + metrics.figure + metrics.hint) * 3 // 2 + 20,
        "search": metrics.title,
        "pill": pill,
        "r_pill": pill // 2,
        "chip": metrics.target - 2,
        "r_chip": metrics.target // 2,
        "receipt_families": ", ".join(f'"{family}"' for family in receipt_families()),
    }
    return Template(resources.path("themes", "app.qss").read_text(encoding="utf-8")).substitute(values)


def _css(color: QColor) -> str:
    return color.name(QColor.NameFormat.HexArgb if color.alpha() < 255 else QColor.NameFormat.HexRgb)
