"""The sheet of rewards: what the member has, and a row for each thing it can be given for."""

from pos_app.services.spend_balance import NEEDS_PROOF
from pos_app.ui.i18n import translate
from pos_app.ui.said import Said
from pos_app.ui.screens.sell.entry_sheets import MessageLabel
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import RewardForm, SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.labels import TextLabel
from pos_app.ui.widgets.list_picker import ListPicker, PickItem


class RewardSheet(CounterSheet):
    """A list that is chosen from by touch or by the arrows and Enter."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("rewards", presenter, look=look)
        self._words = words
        self._look = look
        self._there = TextLabel("rewards.there", "strong", wrap=True)
        self._source = TextLabel("rewards.source", "muted", wrap=True)
        self._proof = TextLabel("rewards.proof", "muted", wrap=True)
        self._message = MessageLabel("rewards.message")
        self._list = ListPicker("rewards.list", look.theme)
        self._list.picked.connect(presenter.rewards.take)
        for widget in (self._there, self._source, self._proof, self._message):
            self.body.addWidget(widget)
        self.body.addWidget(self._list, 1)

    def show_sheet(self, state: SellState) -> None:
        """Show what there is and what it can be given for."""
        form = state.rewards
        if form.offered is None:
            return
        spendable = form.offered.spendable
        left = self._words.number(spendable.left)
        self._there.setText(translate("Sell", "{points} points").format(points=left))
        self._there.setVisible(spendable.is_known)
        self._source.setText(_source(form))
        # Who only said a number is asked for a proof by the touch of a reward.
        is_unproven = spendable.refusal == NEEDS_PROOF
        refusal = Said() if is_unproven else Said(spendable.refusal, spendable.refusal_arguments)
        self._proof.setVisible(is_unproven)
        self._message.say(self._words.said(form.error if form.error.code else refusal))
        most = spendable.left if is_unproven else spendable.most
        items = [
            PickItem(
                reward.reward_id,
                self._look.formats.name(reward.names),
                self._note(reward.points, most),
                value=self._words.number(reward.points),
            )
            for reward in form.offered.rewards
        ]
        self._list.set_items(items, name=translate("Sell", "Rewards for points"))

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Rewards for points"), translate("Sell", "Back"))
        self._proof.setText(translate("Sell", "Touch a reward; then the member proves who they are."))

    def take_keys(self) -> None:
        """Let the arrows choose."""
        self._list.setFocus()

    def _note(self, points: int, most: int) -> str:
        if points <= most:
            return translate("Sell", "can be had now")
        missing = self._words.number(points - most)
        return translate("Sell", "{points} points are missing").format(points=missing)


def _source(form: RewardForm) -> str:
    if form.asking:
        return translate("Pay", "Head office is asked; this till knows this so far.")
    if form.offered is not None and form.offered.spendable.is_online:
        return translate("Pay", "As head office says just now.")
    return translate("Pay", "As this till knows. Head office does not answer.")
