"""Correcting points or a balance of the member on the basket, in head office's books and at once."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.adjust_member import AdjustReason, Bucket
from pos_app.services.errors import PosError, RuleError, Unreachable
from pos_app.services.records import Member
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.member_state import AdjustForm

_MOST_DIGITS = 8


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
        """Ask head office to do it."""
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
        counter.lanes.network.run(
            lambda: counter.services.adjust(
                actor,
                member,
                request_id=form.request_id,
                bucket=form.bucket,
                amount=form.amount,
                reason=reason,
            ),
            self._on_done,
            self._on_error,
        )

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
