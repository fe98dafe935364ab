"""The sheets about members: finding one, joining, and the one who is on the basket."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QWidget

from pos_app.services.member_desk import REVEAL_REASONS
from pos_app.services.records import Member
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.best_sheet import coupon_row
from pos_app.ui.screens.sell.entry_sheets import MessageLabel, entry_field
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.member_card import TIER_KINDS
from pos_app.ui.screens.sell.member_state import MemberSheetState
from pos_app.ui.screens.sell.member_words import MemberWords
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.sheets import CounterSheet
from pos_app.ui.screens.sell.state import SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import ActionButton, Chip, PrimaryButton, TillButton
from pos_app.ui.widgets.keypad import KeyPad
from pos_app.ui.widgets.labels import Tag, TextLabel
from pos_app.ui.widgets.list_picker import ListPicker
from pos_app.ui.widgets.styling import set_style_property
from retail_core.people import phone_digits

_ALL = 1_000
_CAPTION_PX = 132


def _toggle(name: str) -> Chip:
    """Return a chip that is on or off by itself."""
    chip = Chip(name)
    chip.setAutoExclusive(False)
    return chip


def _row(*widgets: QWidget, stretch: int = 0) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, stretch)
    if not stretch:
        row.addStretch(1)
    return box


class _Labelled(QWidget):
    """A field with its name in front of it, which stays when something was typed."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        self._caption = TextLabel(f"{field.objectName()}_caption", "hint")
        self._caption.setFixedWidth(_CAPTION_PX)
        self._caption.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._caption)
        row.addWidget(field, 1)

    def set_label(self, label: str) -> None:
        """Name the field."""
        self._caption.setText(label)
        self._field.setAccessibleName(label)


class MemberSheet(CounterSheet):
    """A code to scan; a phone number, its end, a card's number or a name to type."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("member", presenter, look=look)
        self._words = words
        self._members = MemberWords(words, look.formats)
        self._shown: tuple[Member, ...] = ()
        self._hint = TextLabel("member.hint", "muted", wrap=True)
        self._phone = entry_field("member.phone")
        self._phone.setProperty("role", "figure")
        self._message = MessageLabel("member.message")
        self._list = ListPicker("member.found", look.theme)
        self._pad = KeyPad("member.key", extra="none")
        self._join = ActionButton("member.join")
        self._attach = PrimaryButton("member.attach", key="Enter")
        for part in (self._hint, self._phone, self._message):
            self.body.addWidget(part)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._pad, 1)
        self.body.addWidget(self._join)
        self.body.addWidget(self._attach)
        members = presenter.members
        self._phone.textEdited.connect(members.set_phone)
        self._pad.pressed.connect(members.press)
        self._list.picked.connect(members.pick)
        self._join.clicked.connect(self._on_join)
        self._attach.clicked.connect(members.submit_phone)
        self.confirmed.connect(members.submit_phone)

    def show_sheet(self, state: SellState) -> None:
        """Show what was typed and what came of it; who was found takes the place of the pad."""
        form = state.member_form
        if form.phone != self._phone.text():
            self._phone.setText(form.phone)
        set_style_property(self._phone, "state", value="bad" if form.error.code else "")
        busy = translate("Sell", "Looking for the member…") if form.busy else ""
        asking = translate("Sell", "Asking head office as well…") if form.is_asking else ""
        said = self._words.said(form.error) or self._words.said(form.hint)
        self._message.say(busy or asking or said, good=form.busy or form.is_asking)
        self._attach.setEnabled(bool(form.phone) and not form.busy)
        is_list = bool(form.found)
        self._list.setVisible(is_list)
        self._pad.setVisible(not is_list)
        self._attach.setVisible(not is_list)
        if form.found != self._shown:
            self._shown = form.found
            name = translate("Sell", "Members who may be meant")
            self._list.set_items([self._members.found(each) for each in form.found], name=name)
            if is_list:
                self._list.setFocus()

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Member"), translate("Sell", "Back"))
        self._hint.setText(
            translate(
                "Sell",
                "Scan the code, or type the whole phone number. Last digits, card number and name work, too.",
            )
        )
        self._phone.setPlaceholderText(translate("Sell", "Phone number"))
        self._phone.setAccessibleName(translate("Sell", "Phone number, card number or name"))
        self._join.set_label(translate("Sell", "New member"))
        self._attach.set_label(translate("Sell", "Find the member"))

    def take_keys(self) -> None:
        """Type into the number."""
        self._phone.setFocus()

    def _on_join(self) -> None:
        self.presenter.members.card.open_join(phone_digits(self._phone.text()))


class JoinSheet(CounterSheet):
    """Who joins tells a phone number and says yes to the terms; the rest is optional."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("member_join", presenter, look=look)
        self._words = words
        card = presenter.members.card
        self._hint = TextLabel("member_join.hint", "muted", wrap=True)
        self._phone = entry_field("member_join.phone")
        self._phone.setProperty("role", "figure")
        self._phone.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._name = entry_field("member_join.name")
        self._birthday = entry_field("member_join.birthday")
        self._birthday.setMaxLength(5)
        self._terms = _toggle("member_join.terms")
        self._ads = _toggle("member_join.marketing")
        self._message = MessageLabel("member_join.message")
        self._ok = PrimaryButton("member_join.ok", key="Enter")
        self._labelled = [_Labelled(field) for field in (self._phone, self._name, self._birthday)]
        for part in (self._hint, *self._labelled, self._terms, self._ads):
            self.body.addWidget(part)
        self.body.addWidget(self._message)
        self.body.addStretch(1)
        self.body.addWidget(self._ok)
        self._phone.textEdited.connect(card.set_phone)
        self._name.textEdited.connect(card.set_name)
        self._birthday.textEdited.connect(card.set_birthday)
        self._terms.clicked.connect(card.toggle_terms)
        self._ads.clicked.connect(card.toggle_ads)
        self._ok.clicked.connect(card.join)
        self.confirmed.connect(card.join)

    def show_sheet(self, state: SellState) -> None:
        """Show what was told so far."""
        form = state.join_form
        for field, text in (
            (self._phone, form.phone),
            (self._name, form.name),
            (self._birthday, form.birthday),
        ):
            if field.text() != text:
                field.setText(text)
        self._terms.setChecked(form.terms)
        self._ads.setChecked(form.marketing)
        self._write_toggles(state)
        self._message.say(self._words.said(form.error))
        self._ok.setEnabled(bool(form.phone) and not form.busy)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "New member"), translate("Sell", "Back"))
        self._hint.setText(
            translate(
                "Sell", "The phone number and a yes to the terms are enough. It works without the network."
            )
        )
        phone, name, birthday = self._labelled
        phone.set_label(translate("Sell", "Phone number"))
        name.set_label(translate("Sell", "Name, if it is told"))
        birthday.set_label(translate("Sell", "Birthday as MM-DD, if it is told"))
        self._ok.set_label(translate("Sell", "Join"))

    def take_keys(self) -> None:
        """Begin with the phone number, or behind it where it is known."""
        (self._name if self._phone.text() else self._phone).setFocus()

    def _write_toggles(self, state: SellState) -> None:
        form = state.join_form
        self._terms.setText(
            translate("Sell", "Agrees to the terms of membership: yes")
            if form.terms
            else translate("Sell", "Agrees to the terms of membership: not yet")
        )
        self._ads.setText(marketing_text(agrees=form.marketing))


class MemberInfoSheet(CounterSheet):
    """Who is on the basket: standing, marks, coupons that fit, preferences, consent; masked."""

    def __init__(self, presenter: SellPresenter, words: SellWords, *, look: SellLook) -> None:
        super().__init__("member_sheet", presenter, look=look, width_px=560)
        self._words = words
        self._members = MemberWords(words, look.formats)
        card = presenter.members.card
        self._name = TextLabel("member_sheet.name", "title")
        self._tier = Tag("member_sheet.tier")
        self._birthday_mark = Tag("member_sheet.birthday_mark")
        self._lapsed_mark = Tag("member_sheet.lapsed_mark")
        self._standing = TextLabel("member_sheet.standing", wrap=True)
        self._points = TextLabel("member_sheet.points", "muted", wrap=True)
        self._progress = QProgressBar()
        self._progress.setObjectName("member_sheet.progress")
        self._progress.setTextVisible(False)
        self._progress.setRange(0, _ALL)
        self._way = TextLabel("member_sheet.way", "hint", wrap=True)
        self._coupons = ListPicker("member_sheet.coupons", look.theme)
        self._birthday = entry_field("member_sheet.birthday")
        self._birthday.setMaxLength(5)
        self._preferences = entry_field("member_sheet.preferences")
        self._note = entry_field("member_sheet.note")
        self._ads = _toggle("member_sheet.marketing")
        self._reveal = TillButton("member_sheet.reveal")
        self._adjust = TillButton("member_sheet.adjust")
        self._other = TillButton("member_sheet.other")
        self._take_off = TillButton("member_sheet.take_off")
        self._reasons = {reason: TillButton(f"member_sheet.reason.{reason}") for reason in REVEAL_REASONS}
        self._why = TextLabel("member_sheet.why", "muted", wrap=True)
        self._unmasked = TextLabel("member_sheet.unmasked", "strong", wrap=True)
        self._message = MessageLabel("member_sheet.message")
        self._save = PrimaryButton("member_sheet.save", key="Enter", small=True)
        self._labelled = [_Labelled(field) for field in (self._birthday, self._preferences, self._note)]
        self._build()
        for field, name in (
            (self._birthday, "birthday"),
            (self._preferences, "preferences"),
            (self._note, "note"),
        ):
            field.textEdited.connect(partial(card.set_text, name))
        self._ads.clicked.connect(card.toggle_marketing)
        self._reveal.clicked.connect(card.ask_reason)
        for reason, button in self._reasons.items():
            button.clicked.connect(partial(card.reveal, reason))
        self._adjust.clicked.connect(presenter.adjust.open_sheet)
        self._other.clicked.connect(presenter.members.open_find)
        self._take_off.clicked.connect(self._on_take_off)
        self._save.clicked.connect(card.save)
        self.confirmed.connect(card.save)

    def show_sheet(self, state: SellState) -> None:
        """Show what is known of the member."""
        form, member = state.member_sheet, state.member_sheet.member
        if member is None:
            return
        self._name.setText(self._members.name(member))
        self._tier.render_tag(self._words.tier(member.tier), TIER_KINDS.get(member.tier, "neutral"))
        self._birthday_mark.render_tag(translate("Sell", "Birthday"), "gold")
        self._birthday_mark.setVisible(form.is_birthday)
        self._lapsed_mark.render_tag(translate("Sell", "Not here for long"), "warn")
        self._lapsed_mark.setVisible(form.is_lapsed)
        self._standing.setText(self._members.standing(form, member, currency=state.totals.total.currency))
        points = self._members.points(form)
        self._points.setText(points)
        self._points.setVisible(bool(points))
        self._show_way(form, member, currency=state.totals.total.currency)
        self._show_coupons(state)
        self._show_fields(form, member)
        self._show_reveal(form)
        self._message.say(self._words.said(form.said), good=form.is_good)
        self._adjust.setVisible(form.can_adjust)
        self._save.setVisible(form.can_edit)
        self._save.setEnabled(form.is_changed and not form.busy)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self.set_title(translate("Sell", "Member"), translate("Sell", "Back"))
        birthday, preferences, note = self._labelled
        birthday.set_label(translate("Sell", "Birthday as MM-DD"))
        preferences.set_label(translate("Sell", "Preferences"))
        note.set_label(translate("Sell", "Note"))
        for reason, button in self._reasons.items():
            button.setText(text_of(f"reveal_reason.{reason}"))
        self._why.setText(
            translate(
                "Sell", "Why is the number needed? Your name and the reason are noted; the number is not."
            )
        )
        self._adjust.setText(translate("Sell", "Correct points"))
        self._other.setText(translate("Sell", "Another member"))
        self._take_off.setText(translate("Sell", "Take off"))
        self._take_off.setAccessibleName(translate("Sell", "Take the member off"))
        self._save.set_label(translate("Sell", "Save"))

    def take_keys(self) -> None:
        """Let the arrows scroll the coupons, or leave the sheet by Escape."""
        self._other.setFocus()

    def _show_way(self, form: MemberSheetState, member: Member, *, currency: str) -> None:
        step = form.next_tier
        self._progress.setVisible(step is not None)
        self._way.setVisible(step is not None)
        if step is None:
            return
        self._progress.setValue(max(0, min(_ALL, member.spent_minor * _ALL // step[1])))
        text = self._members.way(member, step, currency=currency)
        self._way.setText(text)
        self._progress.setAccessibleName(text)

    def _show_coupons(self, state: SellState) -> None:
        wallet, currency = state.member_sheet.wallet, state.totals.total.currency
        self._coupons.setVisible(bool(wallet))
        rows = [coupon_row(self._words, each, currency=currency) for each in wallet]
        self._coupons.set_items(rows, name=translate("Sell", "Coupons on this basket"))

    def _show_fields(self, form: MemberSheetState, member: Member) -> None:
        for field, text in (
            (self._birthday, form.birthday),
            (self._preferences, form.preferences),
            (self._note, form.note),
        ):
            if field.text() != text:
                field.setText(text)
            field.setReadOnly(not form.can_edit)
        agrees = "marketing" in member.consents
        self._ads.setChecked(agrees)
        self._ads.setText(marketing_text(agrees=agrees))

    def _show_reveal(self, form: MemberSheetState) -> None:
        self._reveal.setVisible(form.can_reveal)
        self._reveal.setText(
            translate("Sell", "Hide the number") if form.unmasked else translate("Sell", "Show the number")
        )
        self._why.setVisible(form.reasons)
        for button in self._reasons.values():
            button.setVisible(form.reasons)
            button.setEnabled(not form.busy)
        self._unmasked.setVisible(form.unmasked is not None)
        if form.unmasked is not None:
            self._unmasked.setText(f"{form.unmasked.name}  {form.unmasked.phone}".strip())

    def _on_take_off(self) -> None:
        self.presenter.open_sheet("")
        self.presenter.members.detach()

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(_row(self._name, self._tier, self._birthday_mark, self._lapsed_mark))
        for part in (self._standing, self._points, self._progress, self._way):
            self.body.addWidget(part)
        self.body.addWidget(self._coupons, 1)
        for labelled in self._labelled:
            self.body.addWidget(labelled)
        self.body.addWidget(self._save)
        self.body.addWidget(_row(self._ads, self._adjust))
        self.body.addWidget(self._unmasked)
        self.body.addWidget(self._why)
        self.body.addWidget(_row(*self._reasons.values(), stretch=1))
        self.body.addWidget(self._message)
        self.body.addStretch(1)
        self.body.addWidget(_row(self._reveal, self._other, self._take_off, stretch=1))


def marketing_text(*, agrees: bool) -> str:
    """Return what a member says to being written to."""
    if agrees:
        return translate("Sell", "May be written to: yes")
    return translate("Sell", "May be written to: no")
