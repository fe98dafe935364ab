"""The sheet of the member on the basket, and joining: what is written about members is a fact."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pos_app.services import rights
from pos_app.services.best_use import Proposal
from pos_app.services.errors import PosError, Unreachable
from pos_app.services.member_desk import Joined, JoinForm
from pos_app.services.records import Member, UnmaskedMember
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.member_state import JoinState, MemberSheetState

_CONSENT = "marketing"


class MemberSheetPart:
    """Shows and writes what is known of members; everything written goes through the storage lane."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def open_sheet(self) -> None:
        """Show the member on the basket; somebody of whom only the code is known has nothing to show."""
        attached = self._counter.basket.member
        member = None if attached is None else self._counter.services.member_desk.details(attached.alias)
        if member is None:
            self._counter.note("info", Said("member.known_by_code"))
            return
        self._show(self._of(member))
        counter, basket = self._counter, self._counter.basket
        counter.show(replace(counter.state, sheet="member_sheet"))
        counter.lanes.storage.run(
            lambda: counter.services.best_use.first(basket), self._on_wallet, self._on_error
        )

    def set_text(self, field: str, text: str) -> None:
        """Take what stands in the field for birthday, preferences or note."""
        form = replace(self._form, said=Said())
        if field == "birthday":
            form = replace(form, birthday=text)
        elif field == "preferences":
            form = replace(form, preferences=text)
        else:
            form = replace(form, note=text)
        self._show(form)

    def save(self) -> None:
        """Write down what was changed."""
        form, counter = self._form, self._counter
        if form.member is None or form.busy or not form.is_changed:
            return
        alias = form.member.alias
        self._run(
            lambda: counter.services.member_desk.note(
                counter.session.require_actor(),
                alias,
                birthday=form.birthday.strip(),
                preferences=form.preferences,
                note=form.note,
            )
        )

    def toggle_marketing(self) -> None:
        """Note that the member may be written to from now on, or no longer."""
        form, counter = self._form, self._counter
        if form.member is None or form.busy:
            return
        alias, agrees = form.member.alias, _CONSENT not in form.member.consents
        self._run(
            lambda: counter.services.member_desk.agree(
                counter.session.require_actor(), alias, marketing=agrees
            )
        )

    def ask_reason(self) -> None:
        """Ask why somebody wants to see the number; or hide it again."""
        form = self._form
        if form.unmasked is not None:
            self._show(replace(form, unmasked=None))
        else:
            self._show(replace(form, reasons=not form.reasons, said=Said()))

    def reveal(self, reason: str) -> None:
        """Note who looks and why, then ask head office; what it says is kept nowhere."""
        form, counter = self._form, self._counter
        if form.member is None or form.busy:
            return
        alias = form.member.alias
        self._show(replace(form, busy=True, said=Said()))
        counter.lanes.storage.run(
            lambda: counter.services.member_desk.reveal(
                counter.session.require_actor(), alias, reason=reason
            ),
            self._unmask,
            self._on_error,
        )

    def open_join(self, phone: str) -> None:
        """Ask for what somebody tells who joins."""
        digits = "".join(each for each in phone if each.isascii() and each.isdigit())
        state = replace(self._counter.state, sheet="member_join", join_form=JoinState(phone=digits))
        self._counter.show(state)

    def set_phone(self, text: str) -> None:
        """Take the phone number of who joins."""
        self._show_join(replace(self._join, phone=text, error=Said()))

    def set_name(self, text: str) -> None:
        """Take the name."""
        self._show_join(replace(self._join, name=text, error=Said()))

    def set_birthday(self, text: str) -> None:
        """Take the birthday, as it is being typed."""
        self._show_join(replace(self._join, birthday=text, error=Said()))

    def toggle_terms(self) -> None:
        """Note the yes to the terms of membership, or take it back."""
        self._show_join(replace(self._join, terms=not self._join.terms, error=Said()))

    def toggle_ads(self) -> None:
        """Note that who joins may be written to, or not."""
        self._show_join(replace(self._join, marketing=not self._join.marketing))

    def join(self) -> None:
        """Let somebody be a member from now on, network or not."""
        counter, form = self._counter, self._join
        if form.busy:
            return
        self._show_join(replace(form, busy=True, error=Said()))
        basket = counter.basket
        wanted = JoinForm(form.phone, form.name, form.birthday.strip(), form.terms, form.marketing)

        def on_joined(joined: Joined) -> None:
            self._show_join(JoinState())
            if counter.is_here(basket):
                counter.open_sheet("")
                counter.sounds.good()
                counter.change(lambda: counter.services.basket.attach_member(joined.member))
                counter.note("ok", Said("member.joined" if joined.is_new else "member.joined_before"))

        def on_error(error: BaseException) -> None:
            if not isinstance(error, PosError):
                raise error
            counter.sounds.attention()
            self._show_join(replace(self._join, busy=False, error=said_of(error, counter.currency)))

        counter.lanes.storage.run(
            lambda: counter.services.member_desk.join(counter.session.require_actor(), wanted),
            on_joined,
            on_error,
        )

    @property
    def _join(self) -> JoinState:
        return self._counter.state.join_form

    def _show_join(self, form: JoinState) -> None:
        self._counter.show(replace(self._counter.state, join_form=form))

    @property
    def _form(self) -> MemberSheetState:
        return self._counter.state.member_sheet

    def _show(self, form: MemberSheetState) -> None:
        self._counter.show(replace(self._counter.state, member_sheet=form))

    def _of(self, member: Member) -> MemberSheetState:
        counter = self._counter
        actor = counter.session.actor
        held = {} if actor is None else actor.rights
        marks = counter.services.member_desk.marks(member)
        return MemberSheetState(
            member=member,
            next_tier=marks.next_tier,
            is_birthday=marks.is_birthday,
            is_lapsed=marks.is_lapsed,
            points_left=marks.points_left,
            points_pending=marks.points_pending,
            expiring=marks.expiring,
            birthday=member.birthday,
            preferences=member.preferences,
            note=member.note,
            can_edit=rights.MEMBER_EDIT in held,
            can_reveal=rights.MEMBER_REVEAL in held,
            can_adjust=rights.MEMBER_ADJUST in held or rights.SELL in held,
        )

    def _run(self, work: Callable[[], Member]) -> None:
        self._show(replace(self._form, busy=True, said=Said()))
        self._counter.lanes.storage.run(work, self._on_saved, self._on_error)

    def _on_wallet(self, proposal: Proposal) -> None:
        """Show which coupons of the wallet fit this basket, and why the others do not."""
        if proposal.basket_id == self._counter.basket.basket_id:
            coupons = sorted(proposal.coupons, key=lambda each: not each.applies)
            self._show(replace(self._form, wallet=tuple(coupons)))

    def _on_saved(self, member: Member) -> None:
        if self._is_of(member):
            saved = replace(self._of(member), wallet=self._form.wallet)
            self._show(replace(saved, said=Said("member.saved"), is_good=True))

    def _unmask(self, member: Member) -> None:
        counter = self._counter
        counter.lanes.network.run(
            lambda: counter.services.member_desk.unmask(counter.session.require_actor(), member),
            partial(self._on_unmasked, member),
            self._on_error,
        )

    def _on_unmasked(self, member: Member, unmasked: UnmaskedMember) -> None:
        if self._is_of(member):
            self._show(replace(self._form, busy=False, reasons=False, unmasked=unmasked))

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        self._counter.sounds.attention()
        is_away = isinstance(error, Unreachable)
        what = Said("member.reveal_offline") if is_away else said_of(error, self._counter.currency)
        self._show(replace(self._form, busy=False, reasons=False, said=what, is_good=False))

    def _is_of(self, member: Member) -> bool:
        """Return whether the sheet still shows this member."""
        state = self._counter.state
        shown = state.member_sheet.member
        return state.sheet == "member_sheet" and shown is not None and shown.member_id == member.member_id
