"""Finding the member: who is known here is there at once; head office is asked while selling goes on."""

from collections.abc import Sequence
from dataclasses import replace

from pos_app.services.basket_model import AttachedMember, Basket
from pos_app.services.errors import PosError, SyncError, Unreachable
from pos_app.services.find_member import meant_by
from pos_app.services.records import Member
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.member_sheet_part import MemberSheetPart
from pos_app.ui.screens.sell.member_state import MemberForm
from pos_app.ui.screens.sell.questions import Question
from retail_core.people import phone_digits

MOST_DIGITS = 16
"""Of a card's number, the longest that is typed."""

_MOST_CHARACTERS = 40


class MemberPart:
    """Turns codes and phone numbers into the member of this basket."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self.card = MemberSheetPart(counter)

    def open_sheet(self) -> None:
        """Show the member on the basket; ask for one where there is none."""
        if self._counter.basket.member is not None:
            self.card.open_sheet()
        else:
            self.open_find()

    def open_find(self) -> None:
        """Ask for a code, a number or a name."""
        self._counter.show(replace(self._counter.state, sheet="member", member_form=MemberForm()))

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        phone = self._counter.state.member_form.phone
        self.set_phone(phone[:-1] if key == "back" else phone + key)

    def set_phone(self, text: str) -> None:
        """Take what stands in the field: a number is taken without its blanks, a name as it is."""
        digits = phone_digits(text)
        is_name = any(character.isalpha() for character in text)
        self._form(MemberForm(phone=text[:_MOST_CHARACTERS] if is_name else digits[:MOST_DIGITS]))

    def submit_phone(self) -> None:
        """Look up what was typed: here at once, and with head office where nobody here has it."""
        counter, typed = self._counter, self._counter.state.member_form.phone
        if counter.state.pending == "park" or not typed:
            return
        meant = meant_by(typed)
        if meant in {"last_digits", "name"}:
            self._search(typed)
        elif meant == "card":
            question = self._begin()
            counter.lanes.network.run(
                lambda: counter.services.members.by_card_number(typed),
                lambda member: self._on_found(question, member, is_all=False),
                lambda error: self._on_error(question, error),
            )
        elif meant == "phone":
            self._look_up(typed)
        else:
            counter.sounds.attention()
            self._form(replace(counter.state.member_form, error=Said("member.search_short")))

    def pick(self, member_id: str) -> None:
        """Put somebody onto the basket who was found by last digits or name."""
        counter = self._counter
        member = next((each for each in counter.state.member_form.found if each.member_id == member_id), None)
        if member is None or counter.state.pending == "park":
            return
        question = self._begin()
        counter.lanes.storage.run(
            lambda: counter.services.members.chosen(member),
            lambda found: self._on_found(question, found, is_all=False),
            lambda error: self._on_error(question, error),
        )

    def _search(self, text: str) -> None:
        """Show who is known here at once, and whom head office finds when it has answered."""
        counter = self._counter
        try:
            found = counter.services.find_member.here(counter.session.require_actor(), text)
        except PosError as error:
            counter.sounds.attention()
            self._form(replace(counter.state.member_form, error=said_of(error, counter.currency)))
            return
        actor = counter.session.require_actor()
        self._form(MemberForm(phone=text, found=tuple(found), searched=text, is_asking=True))
        counter.lanes.network.run(
            lambda: counter.services.find_member.everywhere(actor, text),
            lambda others: self._on_searched(text, others),
            lambda error: self._on_not_searched(text, error),
        )

    def _on_searched(self, text: str, found: Sequence[Member]) -> None:
        form = self._counter.state.member_form
        if form.searched == text and form.is_asking:
            hint = Said() if found else Said("member.found_none")
            self._form(replace(form, found=tuple(found), is_asking=False, hint=hint))

    def _on_not_searched(self, text: str, error: BaseException) -> None:
        """Say that who is shown is not everybody; head office may also refuse."""
        if not isinstance(error, PosError):
            raise error
        form = self._counter.state.member_form
        if form.searched == text and form.is_asking:
            is_away = isinstance(error, Unreachable) or not isinstance(error, SyncError)
            hint = Said("member.found_offline") if is_away else said_of(error, self._counter.currency)
            self._form(replace(form, is_asking=False, hint=hint))

    def _look_up(self, phone: str) -> None:
        counter = self._counter
        question = self._begin()
        counter.lanes.storage.run(
            lambda: counter.services.members.known_by_phone(phone),
            lambda member: self._on_known(question, member, phone=phone),
            lambda error: self._on_error(question, error),
        )

    def scanned(self, text: str) -> None:
        """Read a member code."""
        counter = self._counter
        if counter.state.pending == "park":
            counter.sounds.attention()
            return
        question = self._begin()
        counter.lanes.storage.run(
            lambda: counter.services.members.by_code(text),
            lambda member: self._on_found(question, member, is_all=False),
            lambda error: self._on_error(question, error),
        )

    def detach(self) -> None:
        """Take the member off the basket."""
        self._counter.change(self._counter.services.basket.detach_member)

    def give_up(self) -> None:
        """Go on without an answer."""
        self._counter.questions.drop("member")
        self._counter.refresh()

    def _begin(self) -> Question:
        """Ask for somebody; who was asked for before is not meant any more."""
        counter = self._counter
        counter.questions.drop("member")
        question = counter.questions.begin("member", counter.basket)
        form = replace(counter.state.member_form, busy=True, error=Said())
        counter.show(replace(counter.state, pending="member", member_form=form, note=None))
        return question

    def _end(self, question: Question) -> bool:
        """Return whether the answer is for the customer who is here, and wanted."""
        counter = self._counter
        is_wanted = counter.questions.end(question)
        counter.show(replace(counter.state, pending=counter.questions.pending(counter.basket)))
        return is_wanted and counter.is_here(question.basket)

    def _on_known(self, question: Question, member: AttachedMember | None, *, phone: str) -> None:
        if member is not None:
            self._on_found(question, member, is_all=False)
            return
        self._counter.lanes.network.run(
            lambda: self._counter.services.members.by_phone(phone),
            lambda found: self._on_found(question, found, is_all=True),
            lambda error: self._on_error(question, error),
        )

    def _on_found(self, question: Question, member: AttachedMember, *, is_all: bool) -> None:
        """Put a member onto the basket; ``is_all`` says that head office was asked already."""
        counter = self._counter
        if not self._end(question):
            return
        counter.show(replace(counter.state, member_form=MemberForm()))
        if counter.state.sheet == "member":
            counter.open_sheet("")
        counter.sounds.good()
        counter.change(lambda: counter.services.basket.attach_member(member))
        if not is_all:
            self._learn(counter.basket, member)

    def _learn(self, basket: Basket, member: AttachedMember) -> None:
        """Ask about a member whom this store does not know or not well, while selling goes on."""
        self._counter.lanes.network.run(
            lambda: self._counter.services.members.learn(member),
            lambda learned: self._on_learned(basket, learned),
            self._on_unlearned,
        )

    def _on_learned(self, basket: Basket, member: AttachedMember | None) -> None:
        if member is not None and self._counter.is_here(basket):
            self._counter.change(lambda: self._counter.services.basket.know_member(member))

    def _on_unlearned(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error

    def _on_error(self, question: Question, error: BaseException) -> None:
        counter = self._counter
        is_wanted = self._end(question)
        if not isinstance(error, PosError):
            raise error
        if not is_wanted:
            return
        state = counter.state
        form = replace(state.member_form, busy=False)
        # Offline a phone number cannot be asked for, but a code still can be read.
        is_away = isinstance(error, Unreachable)
        what = Said("member.offline") if is_away else said_of(error, counter.currency)
        counter.sounds.attention()
        if state.sheet == "member":
            self._form(replace(form, error=what))
        else:
            counter.note("bad", what)
            self._form(form)

    def _form(self, form: MemberForm) -> None:
        self._counter.show(replace(self._counter.state, member_form=form))
