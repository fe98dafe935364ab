"""The member card on top of the basket."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pos_app.services.basket_model import AttachedMember
from pos_app.ui.i18n import translate
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.buttons import TillButton
from pos_app.ui.widgets.labels import ElidedLabel, Kind, Tag, TextLabel

TIER_KINDS: dict[str, Kind] = {"gold": "gold", "silver": "neutral", "basic": "neutral"}
_HEIGHT = 60
_TARGET = 50


class MemberCard(QWidget):
    """Who the customer is, masked; or how to find out."""

    def __init__(self, presenter: SellPresenter, words: SellWords) -> None:
        super().__init__()
        self.setObjectName("sell.member")
        self._words = words
        self._member: AttachedMember | None = None
        self._avatar = QLabel()
        self._avatar.setObjectName("sell.member.avatar")
        self._avatar.setProperty("role", "avatar")
        self._avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = TextLabel("sell.member.name", "strong")
        self._tier = Tag("sell.member.tier")
        self._facts = ElidedLabel("sell.member.facts", "hint")
        self._coupons = TillButton("sell.member.coupons")
        self._detach = TillButton("sell.member.detach", "✕")
        self._detach.setFixedWidth(_TARGET)
        self._coupons.clicked.connect(presenter.best.open_sheet)
        self._detach.clicked.connect(presenter.members.detach)
        self._build()

    def show_member(self, member: AttachedMember | None) -> None:
        """Show the member, or that there is none yet."""
        if member == self._member and member is not None:
            return
        self._member = member
        for part in (self._avatar, self._tier, self._detach):
            part.setVisible(member is not None)
        self._coupons.setVisible(member is not None and bool(member.coupons))
        if member is None:
            self._name.setText(translate("Sell", "No member yet"))
            self._facts.setText(translate("Sell", "Scan the member code, or F9 for a phone number"))
        else:
            self._show(member)

    def retranslate(self) -> None:
        """Write the fixed words anew."""
        self._detach.setAccessibleName(translate("Sell", "Take the member off"))
        member, self._member = self._member, None
        self.show_member(member)

    def _show(self, member: AttachedMember) -> None:
        name = member.masked_name or translate("Sell", "Member")
        self._avatar.setText(name[:1])
        tail = f" · {member.phone_last4}" if member.phone_last4 else ""
        self._name.setText(f"{name}{tail}")
        self._tier.render_tag(self._words.tier(member.tier), TIER_KINDS.get(member.tier, "neutral"))
        self._tier.setVisible(bool(member.tier))
        if member.points is None:
            self._facts.setText(text_of("member.known_by_code"))
        else:
            points = self._words.number(member.points)
            self._facts.setText(translate("Sell", "{points} points").format(points=points))
        if member.coupons:
            count = self._words.number(member.coupons)
            self._coupons.setText(translate("Sell", "Coupons: {count}").format(count=count))
            self._coupons.setAccessibleName(self._coupons.text())

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._name)
        top.addWidget(self._tier)
        top.addStretch(1)
        column = QWidget()
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout(column)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addStretch(1)
        words.addLayout(top)
        words.addWidget(self._facts)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self._avatar)
        row.addWidget(column, 1)
        row.addWidget(self._coupons)
        row.addWidget(self._detach)
        self.setMinimumHeight(_HEIGHT)
