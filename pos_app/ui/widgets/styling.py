"""How a widget tells the stylesheet about its state."""

from PySide6.QtWidgets import QWidget


def set_style_property(widget: QWidget, name: str, *, value: object) -> None:
    """Set a dynamic property and let the stylesheet look at the widget and its children again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for each in (widget, *widget.findChildren(QWidget)):
        style = each.style()
        style.unpolish(each)
        style.polish(each)
    widget.update()


def set_name(widget: QWidget, name: str) -> None:
    """Give a widget its name, which tests, the tour and the manual find it by.

    Raises:
        ValueError: The name is empty.
    """
    if not name:
        raise ValueError(type(widget).__name__)
    widget.setObjectName(name)
