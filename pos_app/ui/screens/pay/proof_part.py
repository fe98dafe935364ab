"""A member proves who they are before points or a balance are spent: PIN, message code, or a scan."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.balance_model import BalanceKind
from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import PosError, Unreachable
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.pay.desk import PayDesk
from pos_app.ui.screens.pay.state import ProofForm
from retail_core.proofs import ProofMeans


class ProofPart:
    """What the sheet of proofs does. The cashier turns the till, or its pad, to the member."""

    def __init__(self, desk: PayDesk, *, on_proven: Callable[[ProofForm], None]) -> None:
        self._desk = desk
        self._on_proven = on_proven

    def open(self, kind: BalanceKind, *, takes_most: bool = False) -> None:
        """Ask for a proof, before ``kind`` is spent; ``takes_most`` says how much without asking."""
        self._desk.change(proof=ProofForm(kind, takes_most=takes_most), said=Said())

    def close(self) -> None:
        """Spend nothing after all."""
        if self._desk.state.proof is not None:
            self._desk.change(proof=None)

    def choose(self, means: ProofMeans) -> None:
        """Prove by the PIN, or by the code of a message."""
        form = self._form
        if form is not None and not form.busy and form.means != means:
            self._show(replace(form, means=means, said=Said(), is_good=False))

    def send_code(self) -> None:
        """Let head office send a code to the member's phone."""
        form, member = self._form, self._desk.member
        if form is None or member is None or form.busy:
            return
        tools, actor, sale_id = self._desk.tools, self._desk.session.require_actor(), self._desk.basket_id
        self._show(replace(form, busy=True, said=Said()))
        tools.network.run(
            lambda: tools.prove.send_code(actor, member, sale_id=sale_id), self._on_sent, self._on_error
        )

    def enter(self, digits: str) -> None:
        """Look at what the member typed; it is kept nowhere."""
        form, member = self._form, self._desk.member
        if form is None or member is None or form.busy:
            return
        tools, actor, sale_id = self._desk.tools, self._desk.session.require_actor(), self._desk.basket_id
        means = form.means
        self._show(replace(form, busy=True, said=Said()))
        tools.network.run(
            lambda: tools.prove.by_digits(actor, member, sale_id=sale_id, means=means, digits=digits),
            lambda proven: self._on_known(sale_id, proven),
            self._on_error,
        )

    def scan(self, text: str) -> bool:
        """Take the rotating code of the member's phone: it proves without head office."""
        form, member = self._form, self._desk.member
        if form is None or member is None or form.busy:
            return False
        tools, sale_id = self._desk.tools, self._desk.basket_id
        self._show(replace(form, busy=True, said=Said()))
        self._desk.storage.run(
            lambda: tools.prove.by_code(member, text),
            lambda proven: self._on_known(sale_id, proven),
            self._on_error,
        )
        return True

    @property
    def _form(self) -> ProofForm | None:
        return self._desk.state.proof

    def _show(self, form: ProofForm) -> None:
        self._desk.change(proof=form)

    def _on_sent(self, phone_last4: str) -> None:
        form = self._form
        if form is not None:
            self._show(replace(form, busy=False, said=Said("proof.sent", (phone_last4,)), is_good=True))

    def _on_known(self, sale_id: str, proven: AttachedMember) -> None:
        """Go on to what is spent, if the customer is still there."""
        if sale_id != self._desk.basket_id:
            return
        self._desk.know_member(proven)
        form = self._form
        if form is not None:
            self._desk.change(proof=None)
            self._on_proven(form)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        form = self._form
        if form is None:
            return
        is_away = isinstance(error, Unreachable)
        said = Said("proof.offline") if is_away else said_of(error, self._desk.currency)
        self._show(replace(form, busy=False, said=said, is_good=False))
