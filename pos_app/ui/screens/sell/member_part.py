"""Finding the member: a code or card is read here, a phone number is asked for on the network lane."""

from dataclasses import replace

from pos_app.services.basket_model import AttachedMember, Basket
from pos_app.services.errors import PosError, Unreachable
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.state import MemberForm

PHONE_DIGITS = 15
"""The longest phone number of any country."""


class MemberPart:
    """Turns codes and phone numbers into the member of this basket."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def open_sheet(self) -> None:
        """Ask for a code or a phone number."""
        self._counter.show(replace(self._counter.state, sheet="member", member_form=MemberForm()))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        phone = self._counter.state.member_form.phone
        self.set_phone(phone[:-1] if key == "back" else phone + key)

    def set_phone(self, text: str) -> None:
        """Take what stands in the field."""
        digits = "".join(character for character in text if character.isascii() and character.isdigit())
        self._form(MemberForm(phone=digits[:PHONE_DIGITS]))

    def submit_phone(self) -> None:
        """Look the number up."""
        phone = self._counter.state.member_form.phone
        if self._counter.state.pending or not phone:
            return
        basket = self._begin()
        self._counter.lanes.network.run(
            lambda: self._counter.services.members.by_phone(phone),
            lambda member: self._on_found(basket, member),
            self._on_error,
        )

    def scanned(self, text: str) -> None:
        """Read a member code."""
        if self._counter.state.pending:
            self._counter.sounds.attention()
            return
        basket = self._begin()
        self._counter.lanes.storage.run(
            lambda: self._counter.services.members.by_code(text),
            lambda member: self._on_found(basket, member),
            self._on_error,
        )

    def detach(self) -> None:
        """Take the member off the basket."""
        self._counter.change(self._counter.services.basket.detach_member)

    def _begin(self) -> Basket:
        form = replace(self._counter.state.member_form, busy=True, error=Said())
        self._counter.show(replace(self._counter.state, pending="member", member_form=form, note=None))
        return self._counter.basket

    def _on_found(self, basket: Basket, member: AttachedMember) -> None:
        self._counter.show(replace(self._counter.state, pending="", member_form=MemberForm()))
        if not self._counter.is_here(basket):
            return
        if self._counter.state.sheet == "member":
            self._counter.open_sheet("")
        self._counter.sounds.good()
        self._counter.change(lambda: self._counter.services.basket.attach_member(member))
        self._learn(member)

    def _learn(self, member: AttachedMember) -> None:
        """Ask about a member whom this store does not know or not well, while selling goes on."""
        if member.means == "phone":
            return
        self._counter.lanes.network.run(
            lambda: self._counter.services.members.learn(member), self._on_learned, self._on_unlearned
        )

    def _on_learned(self, member: AttachedMember | None) -> None:
        if member is not None:
            self._counter.change(lambda: self._counter.services.basket.know_member(member))

    def _on_unlearned(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error

    def _on_error(self, error: BaseException) -> None:
        state = self._counter.state
        form = replace(state.member_form, busy=False)
        self._counter.show(replace(state, pending="", member_form=form))
        if state.sheet != "member" or not isinstance(error, PosError):
            self._counter.refuse(error)
            return
        self._counter.sounds.attention()
        # Offline a phone number cannot be asked for, but a code still can be read.
        is_away = isinstance(error, Unreachable)
        what = Said("member.offline") if is_away else said_of(error, self._counter.currency)
        self._form(replace(form, error=what))

    def _form(self, form: MemberForm) -> None:
        self._counter.show(replace(self._counter.state, member_form=form))
