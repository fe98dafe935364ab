"""Who takes an order that a courier brings: its number as the courier says it, and a name or number plate."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.presenter import PickupPresenter
from pos_app.ui.screens.pickup.state import PickupState
from pos_app.ui.widgets.buttons import TillButton


class CourierPart(QWidget):
    """Two fields and *Check*; after a scan only who takes it, and nobody has to say that."""

    def __init__(self, presenter: PickupPresenter) -> None:
        super().__init__()
        self.setObjectName("hand_over.courier")
        self._couriers = presenter.couriers
        self._order_id = ""
        self._number = QLineEdit()
        self._number.setObjectName("hand_over.courier_number")
        self._number.setMaxLength(64)
        self._name = QLineEdit()
        self._name.setObjectName("hand_over.courier_name")
        self._name.setMaxLength(40)
        self._check = TillButton("hand_over.courier_check")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._number, self._name, self._check):
            row.addWidget(part)
        self._number.returnPressed.connect(self._name.setFocus)
        self._name.returnPressed.connect(self._on_check)
        self._name.textEdited.connect(self._couriers.name)
        self._check.clicked.connect(self._on_check)

    def show_state(self, state: PickupState) -> None:
        """Show what is asked of the courier."""
        order = state.order
        self.setVisible(order is not None and order.fulfilment == "courier" and state.done is None)
        if order is None:
            return
        if order.order_id != self._order_id:
            self._order_id = order.order_id
            self._number.clear()
            self._name.clear()
        asks = state.offer is None
        self._number.setVisible(asks)
        self._check.setVisible(asks)
        number = translate("Pickup", "Number of the order")
        name = translate("Pickup", "Courier's name or plate")
        for field, words in ((self._number, number), (self._name, name)):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self._check.setText(translate("Pickup", "Check"))

    def _on_check(self) -> None:
        if not self._number.isHidden():
            self._couriers.check(self._number.text(), self._name.text())
