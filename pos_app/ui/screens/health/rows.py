"""The rows of the health screen: one thing that the counter does, one kind of data."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.services.price_basket import SetAside
from pos_app.services.safety import Concern
from pos_app.services.store_status import Capability, DataAge
from pos_app.ui.i18n import translate
from pos_app.ui.screens.health.words import HealthWords
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.labels import Kind, Tag, TextLabel
from pos_app.ui.widgets.styling import set_name
from pos_app.ui.widgets.surfaces import Card

MARKS: dict[str, tuple[str, Kind]] = {"works": ("✓", "ok"), "limited": ("△", "warn"), "blocked": ("⊘", "bad")}
"""A level by its mark and its meaning: never told by colour alone."""

ROW_PX = 50


class CapabilityRow(QWidget):
    """What it is, why it does not work fully and since when, and the level."""

    def __init__(self, name: str) -> None:
        super().__init__()
        set_name(self, name)
        self._what = TextLabel(f"{name}_what", "strong")
        self._why = TextLabel(f"{name}_why", "hint", wrap=True)
        self._level = Tag(f"{name}_level")
        self._since = TextLabel(f"{name}_since", "hint")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._since)
        row.addWidget(self._level, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(ROW_PX)

    def show_capability(self, capability: Capability, words: HealthWords, *, now_ms: int) -> None:
        """Show ``capability`` as of ``now_ms``."""
        what = text_of(f"capability.{capability.code}")
        mark, kind = MARKS[capability.level]
        level = f"{mark} {text_of(f'level.{capability.level}')}"
        policy = text_of(f"policy.{capability.code}")
        reason = text_of(capability.reason) if capability.reason else ""
        # What is limited says in its reason how far it goes.
        why = {"works": policy, "limited": reason}.get(capability.level, f"{reason} {policy}")
        since = words.since(capability.since_ms, now_ms=now_ms)
        self._what.setText(what)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._since.setText(since)
        self._level.render_tag(level, kind)
        self.setAccessibleName(f"{what}: {level} {why} {since}".strip())


class SetAsideCard(Card):
    """The campaigns that are not used, each with its reason; hidden while there are none."""

    MOST = 6
    """So many are named; head office has them all."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._title = TextLabel(f"{name}_title", "strong")
        self._rows = [TextLabel(f"{name}_{at}", "body", wrap=True) for at in range(self.MOST)]
        self._note = TextLabel(f"{name}_note", "hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for label in (self._title, *self._rows, self._note):
            column.addWidget(label)
        self.set_edge("warn")
        self.hide()

    def show_campaigns(self, campaigns: Sequence[SetAside], words: HealthWords) -> None:
        """Name ``campaigns`` and say what is wrong with them."""
        self._title.setText(translate("Health", "Campaigns set aside"))
        for row, campaign in zip(self._rows, campaigns, strict=False):
            row.setText(words.set_aside(campaign))
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(campaigns))
        self._note.setText(words.about_set_aside(len(campaigns) - self.MOST))
        self.setVisible(bool(campaigns))


class ConcernsCard(Card):
    """What is wrong with the till's own files, what stops selling first; hidden while all is well."""

    MOST = 6

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._title = TextLabel(f"{name}_title", "strong")
        self._rows = [TextLabel(f"{name}_{at}", "body", wrap=True) for at in range(self.MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for label in (self._title, *self._rows):
            column.addWidget(label)
        self.hide()

    def show_concerns(self, concerns: Sequence[Concern], words: HealthWords, *, now_ms: int) -> None:
        """Say each of ``concerns``, with the time it began."""
        stops = any(concern.weight == "stop" for concern in concerns)
        self._title.setText(
            translate("Health", "Selling is stopped")
            if stops
            else translate("Health", "Somebody should look at this")
        )
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(concerns))
            if at < len(concerns):
                row.setText(words.concern(concerns[at], now_ms=now_ms))
        self.set_edge("bad" if stops else "warn")
        self.setVisible(bool(concerns))


class DataRow(QWidget):
    """A kind of data: how much of it is here, and how old it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        set_name(self, name)
        self._what = TextLabel(f"{name}_what")
        self._share = TextLabel(f"{name}_share", "hint")
        self._age = TextLabel(f"{name}_age")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(self._what)
        row.addWidget(self._share, 1)
        row.addWidget(self._age)
        self.setMinimumHeight(32)

    def show_age(self, data: DataAge, words: HealthWords, *, now_ms: int) -> None:
        """Show ``data`` as of ``now_ms``."""
        what, share = text_of(f"data.{data.kind}"), words.share(data.have, data.of)
        age = words.age(data.as_of_ms, now_ms=now_ms)
        self._what.setText(what)
        self._share.setText(share)
        self._share.set_tone("warn" if data.have < data.of else "muted")
        self._age.setText(age)
        self._age.set_tone("muted" if data.as_of_ms else "warn")
        self.setAccessibleName(f"{what}: {share} {age}")
