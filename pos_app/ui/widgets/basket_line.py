"""One line of the basket as the list shows it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from pos_app.ui.widgets.labels import Kind

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class LineTag:
    """What applied to a line, in words."""

    text: str
    kind: Kind = "ok"


@dataclass(frozen=True, slots=True)
class BasketLine:
    """A line; every text is ready to read."""

    line_id: str
    name: str
    total: str
    quantity: str = "1"
    detail: str = ""
    """Behind the name: options, unit price."""
    hint: str = ""
    """Below the name when nothing applied: the next offer, the weight."""
    tags: tuple[LineTag, ...] = ()
    old_total: str = ""
    """Struck through above the total when something was taken off."""
    can_step: bool = True
    removed: bool = False

    def texts(self) -> list[str]:
        """Return all texts that are not empty."""
        parts = (
            self.name,
            self.detail,
            self.hint,
            *(tag.text for tag in self.tags),
            self.old_total,
            self.total,
        )
        return [part for part in parts if part]

    def in_words(self) -> str:
        """Return the line as a screen reader says it."""
        return ", ".join([self.name, f"× {self.quantity}", *self.texts()[1:]])
