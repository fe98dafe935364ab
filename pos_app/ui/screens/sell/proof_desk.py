"""The counter as the place where a member proves who they are, before points go for a reward."""

from dataclasses import replace

from pos_app.services.basket_model import AttachedMember
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.ui.proving.part import Prover
from pos_app.ui.proving.state import ProofForm
from pos_app.ui.screens.sell.counter import Counter


class CounterProofDesk:
    """The basket on the counter; what is proved holds for its payment too."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self.prove: Prover = counter.services.prove
        self.storage: Lane = counter.lanes.storage
        self.network: Lane = counter.lanes.network
        self.currency = counter.currency

    @property
    def form(self) -> ProofForm | None:
        """What is shown of the sheet; nothing once another one is open."""
        state = self._counter.state
        return state.proof if state.sheet == "proof" else None

    @property
    def member(self) -> AttachedMember | None:
        """Whose basket it is."""
        return self._counter.basket.member

    @property
    def basket_id(self) -> str:
        """The basket, and the sale that becomes of it."""
        return self._counter.basket.basket_id

    @property
    def actor(self) -> Actor:
        """Who is at the till."""
        return self._counter.session.require_actor()

    def show_proof(self, form: ProofForm | None) -> None:
        """Show the sheet, or close it."""
        state = self._counter.state
        self._counter.show(replace(state, sheet="" if form is None else "proof", proof=form))

    def know_member(self, member: AttachedMember) -> None:
        """Keep what the member proved."""
        self._counter.services.basket.know_member(member)
        self._counter.refresh()
