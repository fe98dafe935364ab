"""The sheet of the best use: what it would save, which coupons, and why not the others."""

from PySide6.QtWidgets import QHBoxLayout

from pos_app.services.best_use import Proposal, ProposedCoupon
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import PrimaryButton, TillButton
from pos_app.ui.widgets.labels import MoneyLabel, TextLabel
from pos_app.ui.widgets.list_picker import ListPicker, PickItem
from retail_core.money import Money

_WIDTH_PX = 560


class BestSheet(CounterSheet):
    """Shows the proposal; one key takes it."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("best", presenter, look=look, width_px=_WIDTH_PX)
        self._words = words
        self._caption = TextLabel("best.caption", "muted")
        self._saving = MoneyLabel("best.saving", "figure")
        self._totals = TextLabel("best.totals", "muted", wrap=True)
        self._list = ListPicker("best.list", look.theme)
        self._coupons_only = TillButton("best.coupons_only")
        self._take = PrimaryButton("best.take", key="Enter")
        row = QHBoxLayout()
        row.addWidget(self._caption, 1)
        row.addWidget(self._saving)
        self.body.addLayout(row)
        self.body.addWidget(self._totals)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._coupons_only)
        self.body.addWidget(self._take)
        self._take.clicked.connect(presenter.best.take)
        self._coupons_only.clicked.connect(presenter.best.take_coupons)
        self.confirmed.connect(presenter.best.take)

    def show_sheet(self, state: SellState) -> None:
        """Show what is proposed so far."""
        form, currency = state.best, state.totals.total.currency
        proposal = form.proposal
        saves = 0 if proposal is None else proposal.now_minor - proposal.left_minor
        self._saving.set_amount(self._words.money(Money(saves, currency)), tone="ok" if saves else "neutral")
        self._totals.setText("" if proposal is None else self._sums(proposal, currency, busy=form.busy))
        coupons = () if proposal is None else proposal.coupons
        rows = [coupon_row(self._words, coupon, currency=currency) for coupon in coupons]
        if proposal is not None and not rows:
            rows = [PickItem("none", translate("Sell", "No coupons in this wallet"), enabled=False)]
        self._list.set_items(rows, name=translate("Sell", "Best use"))
        points = 0 if proposal is None else proposal.points
        has_coupons = proposal is not None and bool(proposal.to_redeem)
        self._take.setEnabled(has_coupons or points > 0)
        self._take.set_label(_take_label(has_coupons=has_coupons, has_points=points > 0))
        self._coupons_only.setVisible(has_coupons and points > 0)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Best use"), translate("Sell", "Back"))
        self._caption.setText(translate("Sell", "Would save"))
        self._coupons_only.setText(translate("Sell", "Coupons only, keep the points"))
        self._coupons_only.setAccessibleName(self._coupons_only.text())

    def take_keys(self) -> None:
        """Let Enter take the proposal and the arrows scroll."""
        self._take.setFocus()

    def _sums(self, proposal: Proposal, currency: str, *, busy: bool) -> str:
        said = translate("Sell", "To pay: {best} instead of {now}").format(
            best=self._words.money(Money(proposal.best_minor, currency)),
            now=self._words.money(Money(proposal.now_minor, currency)),
        )
        parts = [said]
        if proposal.points_minor:
            text = translate("Sell", "{points} points pay {amount} of it on Pay: left {left}")
            if proposal.needs_proof:
                text = translate("Sell", "{points} points pay {amount} of it after PIN or code: left {left}")
            parts.append(
                text.format(
                    points=self._words.number(proposal.points),
                    amount=self._words.money(Money(proposal.points_minor, currency)),
                    left=self._words.money(Money(proposal.left_minor, currency)),
                )
            )
        if busy:
            parts.append(translate("Sell", "head office is being asked"))
        elif proposal.is_offline:
            parts.append(translate("Sell", "without the network: what this till knows"))
        if proposal.compared_stepwise:
            parts.append(translate("Sell", "so many coupons that not every combination was tried"))
        return " · ".join(parts)


def _take_label(*, has_coupons: bool, has_points: bool) -> str:
    if has_coupons and has_points:
        return translate("Sell", "Use coupons and points")
    return translate("Sell", "Use the points") if has_points else translate("Sell", "Use these coupons")


def coupon_row(words: SellWords, coupon: ProposedCoupon, *, currency: str) -> PickItem:
    """Return a coupon of a wallet: what it takes off, or why it does not."""
    name = words.offer(coupon.campaign_id)
    if coupon.applies:
        note = translate("Sell", "in the basket") if not coupon.code else translate("Sell", "counts")
        amount = words.money(Money(-coupon.amount_minor, currency))
        return PickItem(coupon.coupon_id, name, note, amount)
    return PickItem(coupon.coupon_id, name, text_of(coupon.reason), enabled=False)
