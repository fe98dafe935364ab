"""Correcting points or a balance of the member on the basket, in head office's books and at once."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.correction_model import AdjustReason, Bucket, Correction
from pos_app.services.errors import PosError, RuleError, Unreachable
from pos_app.services.records import Member
from pos_app.ui.approval.presenter import Request
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.member_state import AdjustForm
from retail_core.money import Money

_MOST_DIGITS = 8
_ABOUT: dict[Bucket, str] = {
    "points": "ask.adjust_points",
    "principal": "ask.adjust_principal",
    "bonus": "ask.adjust_bonus",
}


class AdjustPart:
    """Owns the sheet of corrections; ``show_member`` opens the member's own sheet again."""

    def __init__(self, counter: Counter, show_member: Callable[[], None]) -> None:
        self._counter = counter
        self._show_member = show_member

    def open_sheet(self) -> None:
        """Ask what is to be corrected."""
        counter = self._counter
        if counter.basket.member is not None:
            form = AdjustForm(request_id=counter.services.adjust.begin())
            counter.show(replace(counter.state, sheet="member_adjust", adjust=form))

    def choose(self, bucket: Bucket) -> None:
        """Correct points, principal or bonus."""
        self._change(bucket=bucket, digits="")

    def turn(self, *, takes: bool) -> None:
        """Give, or take away."""
        self._change(takes=takes)

    def because(self, reason: AdjustReason) -> None:
        """Say why."""
        self._change(reason=reason)

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        digits = self._form.digits
        if key == "back":
            digits = digits[:-1]
        elif key.isascii() and key.isdigit():
            digits = (digits + key).lstrip("0")[:_MOST_DIGITS]
        self._change(digits=digits)

    def submit(self) -> None:
        """Ask head office to do it; where the right does not reach another person allows it first."""
        self._submit(None)

    def _submit(self, approval: Approval | None) -> None:
        counter, form = self._counter, self._form
        member, reason = counter.basket.member, form.reason
        if form.busy or member is None:
            return
        if reason is None:
            self._on_error(RuleError("adjust.reason_needed"))
            return
        try:
            actor = counter.session.require_actor()
        except RuleError as error:
            self._on_error(error)
            return
        counter.show(replace(counter.state, adjust=replace(form, busy=True, said=Said())))
        correction = Correction(form.request_id, form.bucket, form.amount, reason)
        counter.lanes.network.run(
            lambda: counter.services.adjust(actor, member, correction=correction, approval=approval),
            self._on_done,
            lambda error: self._on_refused(error, correction, name=member.masked_name),
        )

    def _on_refused(self, error: BaseException, correction: Correction, *, name: str) -> None:
        """Ask somebody who may, where the right does not reach; everything else is said in place."""
        if not isinstance(error, NeedsApproval):
            self._on_error(error)
            return
        counter = self._counter
        counter.show(replace(counter.state, adjust=replace(self._form, busy=False)))
        is_points = correction.bucket == "points"
        amount: object = correction.amount if is_points else Money(correction.amount, counter.currency)
        about = Said(_ABOUT[correction.bucket], (name, amount))
        why = said_of(error, counter.currency)
        if is_points and error.code == "right.over_limit":
            why = Said("ask.points_limit", error.arguments[1:])
        counter.services.approval.ask(Request(error.act, about, why), self._submit)

    @property
    def _form(self) -> AdjustForm:
        return self._counter.state.adjust

    def _change(self, **changes: object) -> None:
        if not self._form.busy:
            form = replace(self._form, **{"said": Said(), **changes})  # type: ignore[arg-type]  # by their names
            self._counter.show(replace(self._counter.state, adjust=form))

    def _on_done(self, member: Member) -> None:
        counter = self._counter
        attached = counter.basket.member
        if attached is not None and attached.member_id == member.member_id:
            known = replace(attached, points=member.points)
            counter.change(lambda: counter.services.basket.know_member(known))
        if counter.state.sheet == "member_adjust":
            counter.sounds.good()
            self._show_member()

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        counter = self._counter
        counter.sounds.attention()
        is_away = isinstance(error, Unreachable)
        said = Said("adjust.offline") if is_away else said_of(error, counter.currency)
        counter.show(replace(counter.state, adjust=replace(self._form, busy=False, said=said)))
