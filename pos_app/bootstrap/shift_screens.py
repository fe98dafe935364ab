"""The screens of a shift: opening it, its drawer, closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.services.card_comparison import CardComparison
from pos_app.services.closing_desk import ClosingDesk
from pos_app.services.drawer_desk import DrawerCases, DrawerDesk
from pos_app.services.open_desk import OpenDesk
from pos_app.services.payment_desk import DeskLanes
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.close_shift.presenter import CloseShiftPresenter, CloseShiftTools
from pos_app.ui.screens.close_shift.view import CloseShiftScreen
from pos_app.ui.screens.day_close.presenter import DayClosePresenter, DayLanes
from pos_app.ui.screens.day_close.view import DayCloseScreen
from pos_app.ui.screens.drawer.presenter import DrawerPresenter, DrawerTools
from pos_app.ui.screens.drawer.view import DrawerScreen
from pos_app.ui.screens.open_shift.presenter import OpenShiftPresenter
from pos_app.ui.screens.open_shift.view import OpenShiftScreen
from pos_app.ui.texts import text_of

if TYPE_CHECKING:
    from pos_app.bootstrap.screens import Stage
    from pos_app.ui.approval.presenter import ApprovalPresenter


def add_shift_screens(stage: Stage, approval: ApprovalPresenter) -> None:
    """Build the screens of a shift and put them into the window."""
    _add_open_shift(stage)
    _add_drawer(stage, approval)
    _add_close_shift(stage, approval)
    _add_day_close(stage)


def _add_open_shift(stage: Stage) -> None:
    presenter = OpenShiftPresenter(
        OpenDesk(stage.cases.shifts.open, stage.cases.shifts.suspend),
        session=stage.session,
        storage=stage.lanes.storage,
        navigate=stage.window.navigate,
        currency=stage.around.terminal.store.currency,
    )
    stage.window.add_screen(OpenShiftScreen(presenter, stage.formats))


def _add_drawer(stage: Stage, approval: ApprovalPresenter) -> None:
    cases, data = stage.cases.shifts, stage.around.data
    desk = DrawerDesk(
        data.store,
        DrawerCases(cases.cash, cases.read, cases.suspend),
        catalog=data.catalog,
        texts=ReceiptTexts.load(stage.around.terminal.store.receipt_language),
    )
    presenter = DrawerPresenter(
        DrawerTools(desk, stage.papers.picture, approval),
        session=stage.session,
        storage=stage.lanes.storage,
        navigate=stage.window.navigate,
    )
    say = Sayings(stage.formats, lambda: stage.face.language.name)
    stage.window.add_screen(DrawerScreen(presenter, stage.formats, theme=stage.face.theme, say=say))


def _add_close_shift(stage: Stage, approval: ApprovalPresenter) -> None:
    tools = CloseShiftTools(
        close_shift=ClosingDesk(stage.around.data.store, stage.cases.shifts.close),
        paper=stage.papers.of_closed_shift,
        preview=stage.papers.picture,
        approval=approval,
        compare_cards=CardComparison(
            stage.cases.shifts.cards,
            lambda: stage.payments.provider,
            lanes=DeskLanes(storage=stage.lanes.storage, provider=stage.lanes.payment),
        ),
        words=text_of,
    )
    presenter = CloseShiftPresenter(
        tools, session=stage.session, storage=stage.lanes.storage, navigate=stage.window.navigate
    )
    stage.window.add_screen(CloseShiftScreen(presenter, stage.formats))


def _add_day_close(stage: Stage) -> None:
    presenter = DayClosePresenter(
        stage.cases.shifts.day,
        session=stage.session,
        lanes=DayLanes(storage=stage.lanes.storage, network=stage.lanes.ask),
        navigate=stage.window.navigate,
    )
    say = Sayings(stage.formats, lambda: stage.face.language.name)
    stage.window.add_screen(DayCloseScreen(presenter, stage.formats, theme=stage.face.theme, say=say))
