"""Rewards for points: what the store offers, what the member can have of it, put into the basket."""

from dataclasses import replace
from functools import partial

from pos_app.services.errors import PosError, RuleError, Unreachable
from pos_app.services.spend_balance import NEEDS_PROOF
from pos_app.ui.proving.part import ProofPart
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.proof_desk import CounterProofDesk
from pos_app.ui.screens.sell.state import RewardForm


class RewardPart:
    """Owns the sheet of rewards: this till's knowledge at once, head office's as soon as it answers."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self.proof = ProofPart(CounterProofDesk(counter))

    @property
    def is_offered(self) -> bool:
        """Whether the store gives anything for points."""
        return bool(self._counter.services.rewards.rewards)

    def open_sheet(self) -> None:
        """Show the rewards; somebody has to be attached first."""
        counter = self._counter
        if counter.basket.member is None:
            counter.open_sheet("")
            counter.refuse(RuleError("spend.no_member"))
            return
        form = RewardForm(counter.services.rewards.offered(), asking=True)
        counter.show(replace(counter.state, sheet="rewards", rewards=form))
        counter.lanes.network.run(counter.services.rewards.ask, lambda _: self._on_answer(), self._on_silence)

    def take(self, reward_id: str) -> None:
        """Put a reward into the basket; whoever only said a number proves who they are before."""
        counter = self._counter
        if counter.services.rewards.offered().spendable.refusal == NEEDS_PROOF:
            self.proof.open("points", then=partial(self._take_proven, reward_id))
            return
        try:
            line = counter.services.rewards(reward_id)
        except RuleError as error:
            counter.sounds.attention()
            self._show(error=said_of(error, counter.currency))
            return
        counter.sounds.good()
        counter.open_sheet("")
        counter.refresh(current_id=line.line_id)

    def _take_proven(self, reward_id: str) -> None:
        """Go on where the proof was asked for; what is refused now is said on the sheet of rewards."""
        self._counter.show(replace(self._counter.state, sheet="rewards"))
        self._show(offered=self._counter.services.rewards.offered())
        self.take(reward_id)

    def _on_answer(self) -> None:
        if self._counter.state.sheet == "rewards":
            self._show(offered=self._counter.services.rewards.offered(), asking=False)

    def _on_silence(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        if self._counter.state.sheet != "rewards":
            return
        said = Said() if isinstance(error, Unreachable) else said_of(error, self._counter.currency)
        self._show(offered=self._counter.services.rewards.offered(), asking=False, error=said)

    def _show(self, **changes: object) -> None:
        form = replace(self._counter.state.rewards, **changes)  # type: ignore[arg-type]  # by their names
        self._counter.show(replace(self._counter.state, rewards=form))
