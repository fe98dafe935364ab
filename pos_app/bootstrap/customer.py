"""The customer's screen beside the till's own; a till goes on without it."""

from pos_app.bootstrap.screens import Followed, Stage
from pos_app.devices.symbols import qr_matrix
from pos_app.ui.customer.code import Matrix
from pos_app.ui.customer.display import CustomerDisplay, DisplayNeeds
from pos_app.ui.customer.place import DisplayMode
from pos_app.ui.texts import text_of


def open_customer_display(stage: Stage, followed: Followed, *, mode: DisplayMode) -> CustomerDisplay | None:
    """Open the customer's screen and let it follow Sell and Pay; ``None`` where it is not wanted or fails."""
    if mode == "off":
        return None

    def on_failure(_error: Exception) -> None:
        stage.window.notify("warn", text_of("display.failed"))

    needs = DisplayNeeds(
        profile=stage.around.terminal.store,
        timers=stage.timers,
        till=stage.window,
        is_paying=lambda: stage.window.current == "pay",
        matrix=_matrix,
        on_failure=on_failure,
    )
    try:
        display = CustomerDisplay(needs, mode)
        display.open()
    except Exception as error:  # noqa: BLE001 - no second screen is a reason not to sell.
        on_failure(error)
        return None
    followed.sell.follow(display.presenter.on_sell)
    followed.pay.follow(display.presenter.on_pay)
    return display


def _matrix(data: str) -> Matrix | None:
    found = qr_matrix(data)
    return None if found is None else found.rows
