"""A member proves who they are before points or a balance are spent: PIN, message code, or a scan."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from pos_app.services.balance_model import BalanceKind
from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import PosError, Unreachable
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.ui.proving.state import ProofForm
from pos_app.ui.said import Said, said_of
from retail_core.proofs import ProofMeans


class Prover(Protocol):
    """Lets a member prove who they are."""

    def by_digits(
        self, actor: Actor, member: AttachedMember, *, sale_id: str, means: ProofMeans, digits: str
    ) -> AttachedMember:
        """Ask head office about a PIN or a code; network lane."""

    def send_code(self, actor: Actor, member: AttachedMember, *, sale_id: str) -> str:
        """Let head office send a code; network lane."""

    def by_code(self, member: AttachedMember, text: str) -> AttachedMember:
        """Read the phone's code; storage lane."""


class ProofDesk(Protocol):
    """The screen on which something is to be spent."""

    prove: Prover
    storage: Lane
    network: Lane
    currency: str

    @property
    def form(self) -> ProofForm | None:
        """What is shown of the sheet; ``None`` while it is closed."""

    @property
    def member(self) -> AttachedMember | None:
        """Whose basket it is."""

    @property
    def basket_id(self) -> str:
        """The basket, and the sale that becomes of it."""

    @property
    def actor(self) -> Actor:
        """Who is at the till."""

    def show_proof(self, form: ProofForm | None) -> None:
        """Show the sheet, or close it."""

    def know_member(self, member: AttachedMember) -> None:
        """Keep what the member proved."""


class ProofPart:
    """What the sheet of proofs does. The cashier turns the till, or its pad, to the member."""

    def __init__(self, desk: ProofDesk) -> None:
        self._desk = desk
        self._then: Callable[[], None] = _nothing

    def open(self, kind: BalanceKind, *, then: Callable[[], None]) -> None:
        """Ask for a proof, before ``kind`` is spent; ``then`` goes on once there is one."""
        self._then = then
        self._desk.show_proof(ProofForm(kind))

    def close(self) -> None:
        """Spend nothing after all."""
        if self._form is not None:
            self._desk.show_proof(None)

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
        prove, actor, sale_id = self._desk.prove, self._desk.actor, self._desk.basket_id
        self._show(replace(form, busy=True, said=Said()))
        self._desk.network.run(
            lambda: prove.send_code(actor, member, sale_id=sale_id), self._on_sent, self._on_error
        )

    def enter(self, digits: str) -> None:
        """Look at what the member typed; it is kept nowhere."""
        form, member = self._form, self._desk.member
        if form is None or member is None or form.busy:
            return
        prove, actor, sale_id = self._desk.prove, self._desk.actor, self._desk.basket_id
        means = form.means
        self._show(replace(form, busy=True, said=Said()))
        self._desk.network.run(
            lambda: prove.by_digits(actor, member, sale_id=sale_id, means=means, digits=digits),
            lambda proven: self._on_known(sale_id, proven),
            self._on_error,
        )

    def scan(self, text: str) -> bool:
        """Take the rotating code of the member's phone: it proves without head office."""
        form, member = self._form, self._desk.member
        if form is None or member is None or form.busy:
            return False
        prove, sale_id = self._desk.prove, self._desk.basket_id
        self._show(replace(form, busy=True, said=Said()))
        self._desk.storage.run(
            lambda: prove.by_code(member, text),
            lambda proven: self._on_known(sale_id, proven),
            self._on_error,
        )
        return True

    @property
    def _form(self) -> ProofForm | None:
        return self._desk.form

    def _show(self, form: ProofForm) -> None:
        self._desk.show_proof(form)

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
            self._desk.show_proof(None)
            self._then()

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        form = self._form
        if form is None:
            return
        is_away = isinstance(error, Unreachable)
        said = Said("proof.offline") if is_away else said_of(error, self._desk.currency)
        self._show(replace(form, busy=False, said=said, is_good=False))


def _nothing() -> None:
    """Go on with nothing: no sheet was opened."""
