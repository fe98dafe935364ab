"""Points or a balance are taken: how much there is, how much of it the customer wants to use."""

from dataclasses import replace

from pos_app.services.balance_model import BalanceKind, Spendable
from pos_app.services.errors import PosError, RuleError, Unreachable
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.pay.desk import PayDesk, said_of_tender
from pos_app.ui.screens.pay.state import BalanceForm
from retail_core.money import Money

_MOST_DIGITS = 9


class BalancePart:
    """What the sheet of points and balances does.

    It opens at once with what this till knows, and asks head office meanwhile: the answer refines the figures
    and never takes back what was keyed in.
    """

    def __init__(self, desk: PayDesk) -> None:
        self._desk = desk

    def open(self, kind: BalanceKind) -> None:
        """Show what can be spent; of a balance, an amount that was keyed in is the part."""
        state = self._desk.state
        keyed = state.entry if state.tender == "cash" else AmountEntry(self._desk.currency)
        form = BalanceForm(
            kind, self._known(kind), entry=keyed if kind == "stored_value" else AmountEntry(keyed.currency)
        )
        self._desk.change(balance=replace(form, asking=True), said=Said())
        self._ask(kind)

    def take_most(self, kind: BalanceKind) -> None:
        """Take as much as can be spent, as soon as head office has said what there is, or is silent."""
        member, basket_id = self._desk.member, self._desk.basket_id
        if member is None:
            return

        def take() -> None:
            state = self._desk.state
            if self._desk.basket_id == basket_id and state.is_open and not state.is_covered:
                self._take_most(kind)

        def on_silence(error: BaseException) -> None:
            if not isinstance(error, PosError):
                raise error
            take()

        self._desk.tools.network.run(lambda: self._desk.tools.spend.ask(member), lambda _: take(), on_silence)

    def _take_most(self, kind: BalanceKind) -> None:
        spendable = self._known(kind)
        most = spendable.most if kind == "stored_value" else self._usable_points(spendable)
        try:
            self._desk.take_balance(kind, most, spendable=spendable)
        except RuleError as error:
            self._desk.say(error)

    def close(self) -> None:
        """Spend nothing after all."""
        if self._desk.state.balance is not None:
            self._desk.change(balance=None, entry=AmountEntry(self._desk.currency))

    def press(self, key: str) -> None:
        """Take a key of the pad: points, or an amount."""
        form = self._desk.state.balance
        if form is None:
            return
        if form.kind == "stored_value":
            self._change(entry=form.entry.press(key))
        else:
            self._change(points=_digits(form.points, key))

    def take_all(self) -> None:
        """Key in the most that can be spent on this sale."""
        form = self._desk.state.balance
        if form is None:
            return
        if form.kind == "stored_value":
            amount = Money(min(form.spendable.most, self._due_minor), self._desk.currency)
            self._change(entry=AmountEntry.of(amount))
        else:
            self._change(points=str(self._usable_points(form.spendable)))

    def submit(self) -> None:
        """Take it as a part of the payment; nothing keyed in is the most that can be spent."""
        form = self._desk.state.balance
        if form is None:
            return
        if form.is_empty:
            self.take_all()
            form = self._desk.state.balance
            assert form is not None, "it was open"
        amount = form.entry.money.minor if form.kind == "stored_value" else int(form.points or "0")
        try:
            self._desk.take_balance(form.kind, amount, spendable=form.spendable)
        except RuleError as error:
            self._change(said=said_of_tender(error, self._desk.currency))
            return
        self._desk.change(balance=None)

    def preview(self, form: BalanceForm) -> tuple[int, Money]:
        """Return how many points would be taken, and what they pay; for a balance the amount alone."""
        if form.kind == "stored_value":
            minor = form.spendable.most if form.is_empty else form.entry.money.minor
            return 0, Money(min(minor, self._due_minor), self._desk.currency)
        terms = self._desk.tools.profile.points
        if terms is None:
            return 0, Money(0, self._desk.currency)
        says = self._usable_points(form.spendable) if form.is_empty else int(form.points)
        minor = min(terms.worth(says), self._most_minor(form.spendable))
        return terms.points_for(minor), Money(minor, self._desk.currency)

    @property
    def _due_minor(self) -> int:
        return self._desk.state.due.total_minor

    def _usable_points(self, spendable: Spendable) -> int:
        terms = self._desk.tools.profile.points
        return 0 if terms is None else min(spendable.most, terms.points_for(self._most_minor(spendable)))

    def _most_minor(self, spendable: Spendable) -> int:
        cap_minor = spendable.cap_minor
        return self._due_minor if cap_minor is None else min(self._due_minor, cap_minor)

    def _known(self, kind: BalanceKind) -> Spendable:
        return self._desk.spendable(kind)

    def _ask(self, kind: BalanceKind) -> None:
        member = self._desk.member
        if member is None:
            self._change(asking=False)
            return
        self._desk.tools.network.run(
            lambda: self._desk.tools.spend.ask(member),
            lambda _: self._on_answer(kind),
            lambda error: self._on_silence(kind, error),
        )

    def _on_answer(self, kind: BalanceKind) -> None:
        form = self._desk.state.balance
        if form is not None and form.kind == kind:
            self._desk.change(balance=replace(form, spendable=self._known(kind), asking=False))

    def _on_silence(self, kind: BalanceKind, error: BaseException) -> None:
        """Go on with what this till knows; what head office refuses is said."""
        if not isinstance(error, PosError):
            raise error
        form = self._desk.state.balance
        if form is None or form.kind != kind:
            return
        said = form.said if isinstance(error, Unreachable) else said_of(error, self._desk.currency)
        self._desk.change(balance=replace(form, spendable=self._known(kind), asking=False, said=said))

    def _change(self, **changes: object) -> None:
        form = self._desk.state.balance
        if form is not None:
            changed = replace(form, **{"said": Said(), **changes})  # type: ignore[arg-type]  # by their names
            self._desk.change(balance=changed)


def _digits(text: str, key: str) -> str:
    if key == "back":
        return text[:-1]
    if key == "clear":
        return ""
    digits = "".join(character for character in key if character.isascii() and character.isdigit())
    return (text + digits).lstrip("0")[:_MOST_DIGITS]
