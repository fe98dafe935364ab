"""The window with all its screens over stand-ins, and every state worth a look at."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QWidget

from pos_app.services.basket_steps import told
from pos_app.services.drill import Drill
from pos_app.services.events import EventBus
from pos_app.services.price_basket import PriceBasket
from pos_app.services.read_scan import ScanAction, UnknownCode
from pos_app.services.records import Names
from pos_app.services.session import Session
from pos_app.services.store_status import StatusReport
from pos_app.ui.app import Face
from pos_app.ui.approval.sheet import ApprovalSheet
from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.campaigns.presenter import CampaignsPresenter, CampaignsTools
from pos_app.ui.screens.campaigns.view import CampaignsScreen
from pos_app.ui.screens.campaigns.words import CampaignWords
from pos_app.ui.screens.exceptions.presenter import ExceptionsPresenter, ExceptionsTools
from pos_app.ui.screens.exceptions.view import ExceptionsScreen
from pos_app.ui.screens.exceptions.words import ExceptionWords
from pos_app.ui.screens.health.payments_part import PaymentTools
from pos_app.ui.screens.health.presenter import HealthPresenter, HealthTools
from pos_app.ui.screens.health.view import HealthScreen
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.needs import CardTools, PayTools
from pos_app.ui.screens.pay.presenter import PayPresenter
from pos_app.ui.screens.pay.view import PayScreen
from pos_app.ui.screens.pickup.presenter import PickupPresenter, PickupTools
from pos_app.ui.screens.pickup.view import PickupScreen
from pos_app.ui.screens.report.presenter import ReportLanes, ReportPresenter, ReportTools
from pos_app.ui.screens.report.view import ReportScreen
from pos_app.ui.screens.returns.look import ReturnsLook
from pos_app.ui.screens.returns.presenter import ReturnsLanes, ReturnsPresenter, ReturnsTools
from pos_app.ui.screens.returns.view import ReturnsScreen
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.view import SellScreen
from pos_app.ui.screens.sign_in.presenter import SignInPresenter, Ways
from pos_app.ui.screens.sign_in.view import Corner, SignInScreen
from pos_app.ui.screens.stock.desk import StockTools
from pos_app.ui.screens.stock.look import StockLook
from pos_app.ui.screens.stock.presenter import StockPresenter
from pos_app.ui.screens.stock.view import StockScreen
from pos_app.ui.screens.stock.words import StockWords
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.shell.practice_ribbon import PracticeRibbon
from pos_app.ui.shell.status_line import StatusLine, StatusSources
from pos_app.ui.widgets.series import load_plots
from retail_core.points import PointsTerms
from retail_core.stored_value import TopUpOffer, ValueTerms
from retail_core.tenders import DEFAULT_OFFERS, TenderOffer
from tests.fakes import FakeCentralApi, FakeClock, InlineLane
from tests.ui.fakes import FakeTimers
from tests.ui.screens.aisle import AisleDesk
from tests.ui.screens.balances import Purses, prove_of, spend_of
from tests.ui.screens.hall_chain import add_chain
from tests.ui.screens.hall_shifts import ShiftRooms, png
from tests.ui.screens.returned import RECEIPT, FakeReturns
from tests.ui.screens.shop_floor import FakeOrders, FakePayments, FakeSignIn, FakeTill
from tests.unit.pos_app.ui.screens.campaign_fakes import FakeCampaigns
from tests.unit.pos_app.ui.screens.close_shift.fakes import OPEN
from tests.unit.pos_app.ui.screens.health.fakes import OFFLINE, ONLINE, FixedClock
from tests.unit.pos_app.ui.screens.report.chain_fakes import FakeChain
from tests.unit.pos_app.ui.screens.report.fakes import (
    EARLIER,
    FULL,
    LI_QIANG,
    SHIFTS,
    FakeDayEnd,
    FakeEvidence,
    FakeReports,
    FakeWatch,
)
from tests.unit.pos_app.ui.screens.sell_world import CASHIER, STORE, SellWorld
from tests.unit.pos_app.ui.screens.stock_fakes import NOW_MS, FakeGoods
from tests.unit.pos_app.ui.screens.work_list_fakes import FakeWorkList

SHANGHAI = ZoneInfo("Asia/Shanghai")
PAY_STORE = replace(
    STORE,
    cash_step_minor=10,
    cash_rounding="down",
    tenders=(*DEFAULT_OFFERS, TenderOffer("voucher", "forfeit", 100_000)),
    points=PointsTerms(100, 100, offline_points=1_000),
    stored_value=ValueTerms(
        "principal_first", (TopUpOffer(10_000), TopUpOffer(30_000, 3_000)), offline_minor=20_000
    ),
)
"""Takes everything, and drops small change."""


class Hall:
    """One window with all screens; the stand-ins behind them are changed between two looks."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.world = SellWorld()
        self.people = FakeSignIn()
        self.orders = FakeOrders()
        self.reports, self.evidence = FakeReports(FULL, EARLIER, LI_QIANG), FakeEvidence(png(None))
        self.chain_office = FakeChain()
        self.doubts = FakeWorkList()
        self.campaign_book = FakeCampaigns()
        self.goods = FakeGoods(self.world.catalog.products)
        self.status: StatusReport = OFFLINE
        self.pay_scans: dict[str, ScanAction] = {}
        self.purses = Purses()
        self.office = FakeCentralApi()
        self.session = Session(CASHIER, OPEN)
        self._timers, self._events = FakeTimers(), EventBus()
        self.payments = FakePayments(self._events)
        self._lane = InlineLane()
        self._keymap = KeyMap()
        self._formats = Formats(lambda: face.language.name, SHANGHAI)
        self.window = MainWindow(self._keymap, self._timers)
        self.ribbon = PracticeRibbon(lambda: None, lambda: None)
        self.ribbon.hide()
        self.window.add_ribbon(self.ribbon)
        self._add_front()
        self._add_counter()
        self._add_returns()
        self._add_office()
        sources = StatusSources(
            report=lambda: self.status,
            session=self.session,
            formats=self._formats,
            clock=FixedClock(),
            store_name=STORE.name,
            till="S01-T02",
        )
        self._line = StatusLine(self.window.status, sources, timers=self._timers, events=self._events)

    def show(self, name: str) -> None:
        """Enter a screen as the person who is signed in."""
        self.session.actor, self.session.shift = CASHIER, OPEN
        self.window.navigate(name)
        self._line.refresh()
        QApplication.processEvents()

    def reset(self) -> None:
        """Put everything back to a full house without a message."""
        self.world.network.open = True
        self.world.network.let_go()
        self.world.coupons.firsts.clear()
        self.window.dismiss_notice()
        self.window.close_sheet()
        self.ribbon.hide()
        self.orders.now = FakeOrders().now
        self.orders.busy.busy, self.orders.walk.walk = None, None
        self.people.people = FakeSignIn().people
        self.shifts.reset()
        self.reports.reports, self.reports.known = [FULL, EARLIER, LI_QIANG], list(SHIFTS)
        self.reports.fault = self.evidence.fault = None
        self.evidence.came_late = self.evidence.late_of_all = None
        self.chain_office.reset()
        self.doubts.open, self.doubts.fault = FakeWorkList().open, None
        self.campaign_book.rows, self.campaign_book.fault = FakeCampaigns().rows, None
        fresh = FakeGoods(self.goods.products)
        self.goods.fault, self.goods.kept_elsewhere, self.goods.runs_short = None, None, fresh.runs_short
        self.goods.expires = fresh.expires
        self.goods.made.clear()
        self.status = ONLINE
        self.world.catalog.version = "c1.0"
        self.payments.payments.clear()
        self.purses.known = None
        self.aisle.office.fault = None
        self.office.online = False
        self.returns.take_number("")
        if self.world.basket.basket.has_goods:
            self.world.basket.start_new()

    def part(self, name: str) -> QWidget:
        """Return the widget called ``name``."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def _add_front(self) -> None:
        self.sign_in = SignInPresenter(
            self.people,
            current_shift=lambda _actor: OPEN,
            session=self.session,
            storage=self._lane,
            ways=Ways(_nowhere, STORE.name, "S01-T02"),
            events=self._events,
        )
        corner = Corner(
            switch_language=lambda _language: None,
            switch_theme=lambda: None,
            language=lambda: self.face.language.name,
            practise=lambda: None,
        )
        self.window.add_screen(SignInScreen(self.sign_in, corner))

    def _add_counter(self) -> None:
        world, face = self.world, self.face
        say = Sayings(self._formats, lambda: face.language.name)
        self._approval = ApprovalSheet(world.approval, self.window, theme=face.theme, say=say)
        self._approval.setParent(self.window)
        look = SellLook(
            theme=face.theme,
            formats=self._formats,
            language=lambda: face.language.name,
            keymap=self._keymap,
            timers=self._timers,
        )
        self.window.add_screen(SellScreen(world.presenter, self.window, look=look))
        prices = PriceBasket(catalog=world.catalog, clock=world.clock, profile=STORE)
        self.pay = PayPresenter(
            PayTools(
                complete_sale=FakeTill(PAY_STORE),
                basket=lambda: world.basket.basket,
                price=prices,
                profile=PAY_STORE,
                read_scan=lambda text: self.pay_scans.get(text, UnknownCode(text)),
                card=CardTools(self.payments, world.approval, self._timers, self._events),
                spend=spend_of(self.purses, self.office, PAY_STORE),
                prove=prove_of(self.purses, self.office),
                know_member=world.basket.know_member,
                want_points=world.basket.want_points,
                tell_total=lambda: world.basket.amend(told),
                network=self._lane,
                start_new=world.basket.start_new,
                sell_scan=lambda _text: None,
            ),
            session=self.session,
            storage=self._lane,
            navigate=_nowhere,
        )
        pay_look = PayLook(
            theme=face.theme,
            formats=self._formats,
            say=Sayings(self._formats, lambda: face.language.name),
            keymap=self._keymap,
            campaign_name=lambda rule: prices.campaign_name(rule, face.language.name),
        )
        self.window.add_screen(PayScreen(self.pay, self.window, look=pay_look))
        self.pickup = PickupPresenter(
            PickupTools(
                orders=self.orders,
                pick=self.orders,
                hand_over=self.orders,
                clear=self.orders,
                pay=lambda _actor, _order: None,
                busy=self.orders.busy,
                walk=self.orders.walk,
                labels=self.orders.labels,
                stock=self.orders.stock,
                network=self._lane,
                clock=FakeClock(),
                timers=self._timers,
                sounds=world.sounds,
            ),
            session=self.session,
            storage=self._lane,
            navigate=_nowhere,
            events=self._events,
        )
        self.window.add_screen(
            PickupScreen(self.pickup, self.window, theme=face.theme, formats=self._formats)
        )

    def _add_returns(self) -> None:
        world, face = self.world, self.face
        desk = self.returns_desk = FakeReturns(world.basket)
        self.returns = ReturnsPresenter(
            ReturnsTools(
                find=desk,
                returns=desk,
                reprint=desk.reprint,
                basket=lambda: world.basket.basket,
                approval=world.approval,
                read_scan=world.scans,
                products=world.finder,
            ),
            session=self.session,
            lanes=ReturnsLanes(self._lane, self._lane),
            navigate=_nowhere,
            currency="CNY",
        )
        say = Sayings(self._formats, lambda: face.language.name)
        look = ReturnsLook(
            theme=face.theme,
            formats=self._formats,
            keymap=self._keymap,
            say=say,
            language=lambda: face.language.name,
        )
        self.window.add_screen(ReturnsScreen(self.returns, self.window, look=look, currency="CNY"))

    def _add_office(self) -> None:
        self.shifts = ShiftRooms(self, self._formats)
        self.report = ReportPresenter(
            ReportTools(
                self.reports,
                self.evidence,
                FakeWatch(),
                open_row=self.evidence.open_row,
                hand_out=lambda _actor, _report, _way: Path("reports") / "2026-11-22.pdf",
                print_z=self.shifts.closing.print_again,
                day_end=FakeDayEnd(),
                late_of_all=self.evidence.ask_late,
                load_pictures=load_plots,
                language=lambda: self.face.language.name,
            ),
            session=self.session,
            lanes=ReportLanes(self._lane, self._lane, self._lane),
            navigate=_nowhere,
        )
        self.window.add_screen(
            ReportScreen(self.report, self.window, theme=self.face.theme, formats=self._formats)
        )
        self.chain = add_chain(self, self._formats, chain=self.chain_office, paper=png(None))
        self.exceptions = ExceptionsPresenter(
            ExceptionsTools(self.doubts, lambda _number: RECEIPT, "CNY"),
            session=self.session,
            network=self._lane,
            navigate=_nowhere,
        )
        words = ExceptionWords(
            self._formats, currency="CNY", product=self._product, campaign=lambda rule: rule
        )
        say = Sayings(self._formats, lambda: self.face.language.name)
        self.window.add_screen(ExceptionsScreen(self.exceptions, words, theme=self.face.theme, say=say))
        self.campaigns = CampaignsPresenter(
            CampaignsTools(self.campaign_book, lambda _number: RECEIPT, "CNY"),
            session=self.session,
            network=self._lane,
            navigate=_nowhere,
        )
        campaign_words = CampaignWords(self._formats, currency="CNY", campaign=lambda rule: rule)
        self.window.add_screen(
            CampaignsScreen(self.campaigns, campaign_words, theme=self.face.theme, say=say)
        )
        self._add_stock()
        self._add_order()
        self.health = HealthPresenter(
            HealthTools(
                lambda: self.status,
                lambda: None,
                FixedClock(),
                self._timers,
                Drill(self._timers, self._events),
                PaymentTools(self.payments, self.world.approval),
            ),
            session=self.session,
            events=self._events,
            navigate=_nowhere,
        )
        self.window.add_screen(HealthScreen(self.health, self._formats))

    def _add_stock(self) -> None:
        world = self.world
        tools = StockTools(
            look=self.goods,
            documents=self.goods,
            notes=self.goods,
            products=world.finder,
            read_scan=lambda text: world.scans(text, step="stock"),
            now_ms=lambda: NOW_MS,
            currency="CNY",
            sounds=world.sounds,
            storage=self._lane,
            network=self._lane,
            order=lambda _product: None,
        )
        self.stock = StockPresenter(tools, session=self.session, navigate=_nowhere, events=self._events)
        look = StockLook(
            theme=self.face.theme,
            formats=self._formats,
            say=Sayings(self._formats, lambda: self.face.language.name),
            words=StockWords(self._formats, product=self._product),
        )
        self.window.add_screen(StockScreen(self.stock, self.window, look=look))

    def _add_order(self) -> None:
        self.aisle = AisleDesk(
            self.face, self.world, formats=self._formats, session=self.session, lane=self._lane
        )
        self.order = self.aisle.presenter
        self.window.add_screen(self.aisle.screen)

    def _product(self, product_id: str) -> Names | None:
        found = self.world.catalog.by_id(product_id)
        return None if found is None else found.names


def _nowhere(_name: str) -> None:
    """Stay: the test leads from screen to screen."""
