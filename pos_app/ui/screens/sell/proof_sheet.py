"""The sheet on which the member of this basket proves who they are."""

from pos_app.ui.proving.sheet import ProofSheet
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords


class MemberProofSheet(ProofSheet):
    """Opens over the counter, before points go for a reward."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__(presenter.rewards.proof, theme=look.theme, say=words.said)

    def show_sheet(self, state: SellState) -> None:
        """Show what is asked for, and what came of it."""
        member = state.member
        who = "" if member is None else f"{member.masked_name} {member.phone_last4}".strip()
        self.show_form(state.proof, who=who)
