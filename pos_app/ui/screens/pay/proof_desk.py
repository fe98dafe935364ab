"""The Pay screen as the place where a member proves who they are."""

from pos_app.services.basket_model import AttachedMember
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.ui.proving.part import Prover
from pos_app.ui.proving.state import ProofForm
from pos_app.ui.said import Said
from pos_app.ui.screens.pay.desk import PayDesk


class PayProofDesk:
    """The basket that is being paid; what is proved outlasts the screen."""

    def __init__(self, desk: PayDesk) -> None:
        self._desk = desk
        self.prove: Prover = desk.tools.prove
        self.storage: Lane = desk.storage
        self.network: Lane = desk.tools.network
        self.currency = desk.currency

    @property
    def form(self) -> ProofForm | None:
        """What is shown of the sheet."""
        return self._desk.state.proof

    @property
    def member(self) -> AttachedMember | None:
        """Whose basket it is."""
        return self._desk.member

    @property
    def basket_id(self) -> str:
        """The basket, and the sale that becomes of it."""
        return self._desk.basket_id

    @property
    def actor(self) -> Actor:
        """Who is at the till."""
        return self._desk.session.require_actor()

    def show_proof(self, form: ProofForm | None) -> None:
        """Show the sheet, or close it; it has words of its own."""
        if form is None:
            self._desk.change(proof=None)
        else:
            self._desk.change(proof=form, said=Said())

    def know_member(self, member: AttachedMember) -> None:
        """Keep what the member proved; the price stays."""
        self._desk.know_member(member)
