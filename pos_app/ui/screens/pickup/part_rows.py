"""How much of each line goes out or comes back, line by line."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.order_model import Order
from pos_app.ui.format import Formats
from pos_app.ui.widgets.inputs import Stepper
from pos_app.ui.widgets.labels import TextLabel


class PartRows(QWidget):
    """A row for each line of which there is something."""

    def __init__(self, name: str, step: Callable[[str, int], None], *, formats: Formats) -> None:
        super().__init__()
        self.setObjectName(f"{name}.rows")
        self._name = name
        self._step = step
        self._formats = formats
        self._rows: dict[str, tuple[QWidget, Stepper]] = {}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)

    def show_part(self, order: Order, part: Mapping[str, int], *, most: Mapping[str, int]) -> None:
        """Show what is chosen, of at most so much of each line; thousandths."""
        names = {line.line_id: line.full_name for line in order.goods}
        if self._rows.keys() != most.keys():
            self._rebuild({line_id: names[line_id] for line_id in most})
        for line_id, (_, stepper) in self._rows.items():
            chosen = part.get(line_id, 0)
            text = f"{self._formats.quantity(chosen)} / {self._formats.quantity(most[line_id])}"
            stepper.render_value(text, can_lower=chosen > 0, can_raise=chosen < most[line_id])

    def _rebuild(self, names: dict[str, str]) -> None:
        for row, _ in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {line_id: self._row(line_id, name) for line_id, name in names.items()}

    def _row(self, line_id: str, name: str) -> tuple[QWidget, Stepper]:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        label = TextLabel(f"{self._name}.part_name.{line_id}", "body", wrap=True)
        label.setText(name)
        stepper = Stepper(f"{self._name}.part.{line_id}")
        stepper.stepped.connect(self._stepping(line_id))
        layout.addWidget(label, 1)
        layout.addWidget(stepper)
        self._list.addWidget(row)
        return row, stepper

    def _stepping(self, line_id: str) -> Callable[[int], None]:
        return lambda pieces: self._step(line_id, pieces)
