"""The health of the store: each capability with its level, reason and time; data, queue, last error."""

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.services.drill import Drill
from pos_app.services.events import EventBus, SyncStateChanged
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.services.store_status import StatusReport
from pos_app.ui.app import Face
from pos_app.ui.format import Formats
from pos_app.ui.screens.health.presenter import HealthPresenter, HealthTools
from pos_app.ui.screens.health.view import HealthScreen
from pos_app.ui.screens.health.words import HealthWords
from pos_app.ui.texts import known_codes
from retail_core.pricing.reasons import Refusal
from tests.ui import looks
from tests.ui.conftest import FaceFactory
from tests.ui.fakes import FakeTimers
from tests.unit.pos_app.ui.screens.health.fakes import (
    NOW_MS,
    OFFLINE,
    ONLINE,
    OPEN_PAYMENTS,
    STOPPED,
    FixedClock,
    PaymentsAsked,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
MINUTE_MS = 60_000


class Stage:
    """The screen with its presenter."""

    def __init__(self, qtbot: QtBot, face: Face, report: StatusReport) -> None:
        self.report = report
        self.tries = 0
        self.events = EventBus()
        self.drill = Drill(FakeTimers(), self.events)
        self.payments = PaymentsAsked()
        self.session = Session()
        self.session.actor = Actor("wu", "吴昊", "cashier", {"sell": None})
        presenter = HealthPresenter(
            HealthTools(
                lambda: self.report,
                self._try,
                FixedClock(),
                FakeTimers(),
                self.drill,
                self.payments.tools,
            ),
            session=self.session,
            events=self.events,
            navigate=lambda _name: None,
        )
        self.screen = HealthScreen(presenter, Formats(lambda: face.language.name, SHANGHAI))
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 640)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.enter()

    def text(self, name: str) -> str:
        label = self.screen.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def said(self, name: str) -> str:
        widget = self.screen.findChild(QWidget, name)
        assert widget is not None
        return widget.accessibleName()

    def button(self, name: str) -> QPushButton:
        button = self.screen.findChild(QPushButton, name)
        assert button is not None
        return button

    def show(self, report: StatusReport) -> None:
        self.report = report
        self.events.publish(SyncStateChanged(online=True, code="sync.online", acked_through=1))

    def _try(self) -> None:
        self.tries += 1


@pytest.fixture
def look_at(qtbot: QtBot, make_face: FaceFactory) -> Callable[[StatusReport], Stage]:
    return lambda report: Stage(qtbot, make_face("zh-Hans"), report)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("report", [OFFLINE, ONLINE, STOPPED], ids=["offline", "online", "stopped"])
def test_the_status_looks_right(
    qtbot: QtBot, make_face: FaceFactory, language: str, theme: str, report: StatusReport
) -> None:
    face = make_face(language, theme=theme)
    stage = Stage(qtbot, face, report)
    for size in looks.SCREENS:
        looks.assert_looks_right(stage.screen, face, size=size)


def test_there_is_room_for_larger_text(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("en", text_scale=1.3)
    looks.assert_looks_right(Stage(qtbot, face, OFFLINE).screen, face, size=QSize(1024, 640))


def test_everything_that_can_be_operated_has_a_name(look_at: Callable[[StatusReport], Stage]) -> None:
    assert looks.nameless(look_at(OFFLINE).screen) == []


def test_each_capability_tells_its_level_why_and_since_when(
    look_at: Callable[[StatusReport], Stage],
) -> None:
    stage = look_at(OFFLINE)
    assert stage.said("health.capability.sell") == "收银: ✓ 正常 断网也照常；只有可能漏记时才暂停。"
    assert stage.text("health.capability.new_orders_level") == "⊘ 不可用"
    assert stage.text("health.capability.new_orders_why") == "无法连接总部。 仅限联网；恢复后订单会送到。"
    assert stage.text("health.capability.new_orders_since") == "自 19:18 起"
    assert stage.text("health.capability.coupon_level") == "△ 受限"


def test_campaigns_that_are_set_aside_are_named_with_their_reason(
    look_at: Callable[[StatusReport], Stage],
) -> None:
    stage = look_at(OFFLINE)
    assert stage.text("health.capability.offers_level") == "△ 受限"
    assert stage.text("health.set_aside_1") == "夜宵八折：无法计算。"
    assert stage.text("health.set_aside_note") == "请总部更正；这些活动停用期间照常销售。"
    many = tuple(replace(OFFLINE.set_aside[1], rule_id=f"N{at}") for at in range(9))
    stage.show(replace(OFFLINE, set_aside=many))
    assert stage.text("health.set_aside_note") == "请总部更正。另有 3 个未显示。"


def test_where_all_campaigns_are_right_nothing_is_said_of_them(
    look_at: Callable[[StatusReport], Stage],
) -> None:
    stage = look_at(ONLINE)
    card = stage.screen.findChild(QWidget, "health.set_aside")
    assert card is not None
    assert not card.isVisible()
    stage.show(OFFLINE)
    assert card.isVisible()


def test_every_refusal_of_a_campaign_has_words() -> None:
    assert {str(reason) for reason in Refusal} <= known_codes()


def test_every_reason_has_words() -> None:
    reasons = {each.reason for each in OFFLINE.capabilities if each.reason}
    assert reasons <= known_codes()


def test_data_tells_how_much_of_it_is_here_and_how_old_it_is(
    look_at: Callable[[StatusReport], Stage],
) -> None:
    stage = look_at(OFFLINE)
    assert stage.text("health.data.catalog_share") == "11,980 / 12,000"
    assert stage.text("health.data.catalog_age") == "45 分钟前"
    assert stage.text("health.data.keys_age") == "5 小时前"
    assert stage.text("health.data.orders_age") == "尚未收到"


def test_the_queue_tells_its_length_and_its_oldest(look_at: Callable[[StatusReport], Stage]) -> None:
    stage = look_at(OFFLINE)
    assert stage.text("health.queue_value") == "137"
    assert stage.text("health.queue_note") == "最早一条：42 分钟前，数据不会丢失。"


def test_the_last_error_is_told_in_words(look_at: Callable[[StatusReport], Stage]) -> None:
    assert "sync" not in look_at(OFFLINE).text("health.error")
    assert look_at(ONLINE).text("health.error") == "没有错误"


def test_the_light_follows_the_link(look_at: Callable[[StatusReport], Stage]) -> None:
    stage = look_at(OFFLINE)
    assert stage.text("health.light") == "△  离线：照常销售，联网后自动上传。"
    stage.report = ONLINE
    stage.events.publish(SyncStateChanged(online=True, code="sync.online", acked_through=1))
    assert stage.text("health.light") == "✓  在线：一切正常。"


def test_the_link_is_tried_once_a_press(look_at: Callable[[StatusReport], Stage]) -> None:
    stage = look_at(OFFLINE)
    stage.button("health.try_now").click()
    assert stage.tries == 1
    assert not stage.button("health.try_now").isEnabled()


@pytest.mark.parametrize(
    ("age_ms", "words"),
    [
        (-5_000, "Just now"),
        (4_999, "Just now"),
        (40_000, "40 s ago"),
        (59_999, "59 s ago"),
        (MINUTE_MS, "1 min ago"),
        (60 * MINUTE_MS - 1, "59 min ago"),
        (60 * MINUTE_MS, "1 h ago"),
        (24 * 60 * MINUTE_MS, "Nov 21, 2026 20:00"),
    ],
)
def test_an_age_is_told_as_people_say_it(make_face: FaceFactory, age_ms: int, words: str) -> None:
    make_face("en")
    written = HealthWords(Formats(lambda: "en", SHANGHAI)).age(NOW_MS - age_ms, now_ms=NOW_MS)
    assert written == words


def test_a_long_outage_is_told_with_its_day(make_face: FaceFactory) -> None:
    make_face("en")
    words = HealthWords(Formats(lambda: "en", SHANGHAI))
    assert words.since(NOW_MS - 30 * 60 * MINUTE_MS, now_ms=NOW_MS) == "Since Nov 21, 2026 14:00"


def test_a_new_language_reaches_every_row(qtbot: QtBot, make_face: FaceFactory) -> None:
    face = make_face("zh-Hans")
    stage = Stage(qtbot, face, OFFLINE)
    face.language.switch("en")
    qtbot.waitUntil(lambda: stage.text("health.data.keys_age") == "5 h ago")
    assert stage.text("health.capability.new_orders_level") == "⊘ Blocked"


def test_what_stops_selling_is_said_first_with_its_time(look_at: Callable[[StatusReport], Stage]) -> None:
    stage = look_at(STOPPED)
    assert stage.text("health.concerns_title") == "已停止销售"
    assert stage.text("health.concerns_0").startswith("磁盘已满")
    assert stage.text("health.concerns_0").endswith("（自 19:18 起）")
    card = stage.screen.findChild(QWidget, "health.concerns")
    assert card is not None
    assert card.isVisibleTo(stage.screen)
    stage.show(ONLINE)
    assert not card.isVisibleTo(stage.screen)


def test_the_drill_is_for_who_may_and_says_that_it_is_on(look_at: Callable[[StatusReport], Stage]) -> None:
    stage = look_at(ONLINE)
    assert not stage.button("health.drill").isEnabled()
    stage.drill.begin(Actor("m1", "陈静", "manager", {"report.view": None}))
    assert stage.button("health.drill").isEnabled()
    assert stage.text("health.drill_note").startswith("演练中")
    stage.button("health.drill").click()
    assert (stage.drill.is_on, stage.tries) == (False, 1)


def _visible_buttons(screen: QWidget, row: int) -> list[str]:
    start = f"health.payments_{row}_"
    return [
        button.objectName().removeprefix(start)
        for button in screen.findChildren(QPushButton)
        if button.objectName().startswith(start) and button.isVisibleTo(screen)
    ]


def test_each_payment_that_waits_has_the_buttons_that_fit(qtbot: QtBot, make_face: FaceFactory) -> None:
    stage = Stage(qtbot, make_face("en", "light"), OPEN_PAYMENTS)
    buttons = [_visible_buttons(stage.screen, row) for row in range(4)]
    assert buttons == [["ask", "paid", "not_paid"], ["give_back"], ["ask", "paid"], []]
    assert "28.00" in stage.text("health.payments_0_what")
    for name in ("health.payments_0_ask", "health.payments_2_paid"):
        button = stage.screen.findChild(QPushButton, name)
        assert button is not None
        button.click()
    assert (stage.payments.asked, stage.payments.decided) == (["p-doubt"], [("p-failed", True, "wu")])


def test_a_till_whose_provider_is_gone_shows_no_row_for_cards(qtbot: QtBot, make_face: FaceFactory) -> None:
    stage = Stage(qtbot, make_face("en", "light"), OPEN_PAYMENTS)
    row = stage.screen.findChild(QWidget, "health.capability.card")
    assert row is not None
    assert row.isVisibleTo(stage.screen)
    stage.report = ONLINE
    stage.screen.enter()
    assert not row.isVisibleTo(stage.screen)
    card = stage.screen.findChild(QWidget, "health.payments")
    assert card is not None
    assert not card.isVisibleTo(stage.screen)
