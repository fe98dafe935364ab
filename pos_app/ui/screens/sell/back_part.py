"""Goods that come back, on the Sell screen: more or less of a line, or none of it."""

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.errors import RuleError
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.parts import BackChanger
from pos_app.ui.screens.sell.state import BackState
from retail_core.money import Money


class BackPart:
    """Changes one returned line; what it gives is reckoned anew with the rest of its receipt."""

    def __init__(self, counter: Counter, returns: BackChanger) -> None:
        self._counter = counter
        self._returns = returns

    def set_quantity(self, line: BackState, qty_milli: int, *, approval: Approval | None = None) -> None:
        """Let ``qty_milli`` of a line come back; what is held back goes with its goods, not by itself."""
        counter = self._counter
        if not line.back_id:
            counter.refuse(RuleError("return.held_line"))
            return
        counter.clear_note()
        actor = counter.session.require_actor()
        try:
            self._returns.change_line(actor, line.back_id, qty_milli=qty_milli, approval=approval)
        except NeedsApproval as needed:
            amount = Money(needed.act.given_minor, counter.currency)
            about = Said("ask.return", (line.key, amount)) if line.key else Said("ask.loose", (amount,))
            request = Request(needed.act, about, said_of(needed, counter.currency))
            counter.services.approval.ask(
                request, lambda allowed: self.set_quantity(line, qty_milli, approval=allowed)
            )
            return
        except RuleError as error:
            counter.refuse(error)
            return
        if qty_milli <= 0:
            counter.note("info", Said("return.line_out", (line.name,)))
