"""The screens of the till, each with its presenter, in the window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pos_app.bootstrap.lanes import TillLanes
from pos_app.bootstrap.papers import Papers
from pos_app.bootstrap.report_screen import add_chain, add_report
from pos_app.bootstrap.shift_screens import add_shift_screens
from pos_app.bootstrap.use_cases import Surroundings, UseCases
from pos_app.services.basket_steps import told
from pos_app.services.drill import Drill
from pos_app.services.events import PricesTurned
from pos_app.services.order_goods import LetOrdersGo
from pos_app.services.payment_desk import PaymentDesk
from pos_app.services.platform_orders import PlatformCodes
from pos_app.services.ports import Sounds, Timers
from pos_app.services.records import Names, Product
from pos_app.services.session import Session
from pos_app.ui.app import Face
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.approval.sheet import ApprovalSheet
from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.campaigns.presenter import CampaignsPresenter, CampaignsTools
from pos_app.ui.screens.campaigns.view import CampaignsScreen
from pos_app.ui.screens.campaigns.words import CampaignWords
from pos_app.ui.screens.exceptions.presenter import ExceptionsPresenter, ExceptionsTools
from pos_app.ui.screens.exceptions.reminder import ExceptionsReminder
from pos_app.ui.screens.exceptions.view import ExceptionsScreen
from pos_app.ui.screens.exceptions.words import ExceptionWords
from pos_app.ui.screens.health.payments_part import PaymentTools
from pos_app.ui.screens.health.presenter import HealthPresenter, HealthTools
from pos_app.ui.screens.health.view import HealthScreen
from pos_app.ui.screens.order.presenter import OrderPresenter, OrderTools
from pos_app.ui.screens.order.view import OrderScreen
from pos_app.ui.screens.order.words import OrderWords
from pos_app.ui.screens.pay.look import PayLook
from pos_app.ui.screens.pay.needs import CardTools, PayTools
from pos_app.ui.screens.pay.presenter import PayPresenter
from pos_app.ui.screens.pay.view import PayScreen
from pos_app.ui.screens.pickup.presenter import PickupPresenter, PickupTools
from pos_app.ui.screens.pickup.view import PickupScreen
from pos_app.ui.screens.returns.look import ReturnsLook
from pos_app.ui.screens.returns.presenter import ReturnsLanes, ReturnsPresenter, ReturnsTools
from pos_app.ui.screens.returns.view import ReturnsScreen
from pos_app.ui.screens.sell.look import SellLook
from pos_app.ui.screens.sell.parts import SellLanes, SellServices, Ways
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.view import SellScreen
from pos_app.ui.screens.stock.desk import StockTools
from pos_app.ui.screens.stock.look import StockLook
from pos_app.ui.screens.stock.presenter import StockPresenter
from pos_app.ui.screens.stock.view import StockScreen
from pos_app.ui.screens.stock.words import StockWords
from pos_app.ui.shell.keymap import KeyMap
from pos_app.ui.shell.main_window import MainWindow

PRICES_LOOK_MS = 1_000
"""How often is looked whether a campaign began or ended under a basket; each look takes microseconds."""

_PLACES = frozenset(
    {
        *("pay", "pickup", "returns", "stock", "drawer", "close_shift", "report"),
        *("exceptions", "campaigns", "health"),
    }
)
"""The screens that *Sell* leads to."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What every screen is built with."""

    face: Face
    window: MainWindow
    keymap: KeyMap
    formats: Formats
    timers: Timers
    lanes: TillLanes
    session: Session
    sounds: Sounds
    around: Surroundings
    cases: UseCases
    papers: Papers
    payments: PaymentDesk
    try_now: Callable[[], None]
    drill: Drill
    practise: Callable[[], None] | None
    """Opens a till to practise on; ``None`` where this is one."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What the customer's screen follows."""

    sell: SellPresenter
    pay: PayPresenter


def add_screens(stage: Stage) -> Followed:
    """Build all screens behind the sign-in and put them into the window."""
    approval = _add_approval(stage)
    pickup = _add_pickup(stage)
    returns = _add_returns(stage, approval=approval)
    pay = _add_pay(stage, approval, pickup=pickup)
    order = _add_order(stage)
    sell = _add_sell(stage, (pickup, returns, pay), approval=approval, order=order)
    add_shift_screens(stage, approval)
    add_report(stage)
    add_chain(stage)
    _add_exceptions(stage)
    _add_campaigns(stage)
    _add_health(stage, approval)
    _add_stock(stage, order)
    return Followed(sell, pay)


def _add_approval(stage: Stage) -> ApprovalPresenter:
    """Build what any screen asks when a right does not reach."""
    presenter = ApprovalPresenter(stage.cases.approve, session=stage.session, storage=stage.lanes.storage)
    say = Sayings(stage.formats, lambda: stage.face.language.name)
    sheet = ApprovalSheet(presenter, stage.window, theme=stage.face.theme, say=say)
    sheet.setParent(stage.window)
    return presenter


def sign_out(stage: Stage) -> None:
    """Note that the person left, and let somebody else sign in."""
    actor = stage.session.actor
    if actor is not None:
        stage.lanes.storage.run(lambda: stage.cases.sign_out(actor), lambda _: None, _raise)
    stage.window.navigate("sign_in")


def _add_returns(stage: Stage, *, approval: ApprovalPresenter) -> ReturnsPresenter:
    cases, currency = stage.cases, stage.around.terminal.store.currency
    tools = ReturnsTools(
        find=cases.find_receipt,
        returns=cases.returns,
        reprint=cases.reprint,
        basket=lambda: cases.basket.basket,
        approval=approval,
        read_scan=cases.read_scan,
        products=cases.products,
    )
    presenter = ReturnsPresenter(
        tools,
        session=stage.session,
        lanes=ReturnsLanes(storage=stage.lanes.storage, network=stage.lanes.ask),
        navigate=stage.window.navigate,
        currency=currency,
    )
    look = ReturnsLook(
        theme=stage.face.theme,
        formats=stage.formats,
        keymap=stage.keymap,
        say=Sayings(stage.formats, lambda: stage.face.language.name),
        language=lambda: stage.face.language.name,
    )
    stage.window.add_screen(ReturnsScreen(presenter, stage.window, look=look, currency=currency))
    return presenter


def _add_sell(
    stage: Stage,
    elsewhere: tuple[PickupPresenter, ReturnsPresenter, PayPresenter],
    *,
    approval: ApprovalPresenter,
    order: OrderPresenter,
) -> SellPresenter:
    cases = stage.cases
    pickup, returns, pay = elsewhere
    services = SellServices(
        basket=cases.basket,
        price=cases.prices,
        products=cases.products,
        read_scan=cases.read_scan,
        members=cases.members,
        find_member=cases.find_member,
        member_desk=cases.member_desk,
        coupons=cases.coupons,
        extend_coupons=cases.extend_coupons,
        best_use=cases.best_use,
        open_item=cases.open_item,
        by_hand=cases.by_hand,
        park=cases.park,
        recall=cases.recall,
        abandon=cases.abandon,
        reprint=cases.reprint,
        approval=approval,
        returns=cases.returns,
        catalog_version=lambda: stage.around.data.catalog.version,
        top_up=cases.top_up,
        adjust=cases.adjust,
        rewards=cases.rewards,
        prove=cases.prove,
        dates=cases.dates,
    )
    ways = Ways(
        navigate=stage.window.navigate,
        places=_PLACES,
        hand_over=pickup.take_code,
        charge=pay.card.bring,
        take_back=returns.take_number,
        sign_out=lambda: sign_out(stage),
        practise=stage.practise,
        waiting_orders=cases.orders.waiting,
        may_pay=cases.disk.before_money,
        order_goods=lambda product, pieces, line_id: order.begin(product, pieces=pieces, line_id=line_id),
    )
    presenter = SellPresenter(
        services,
        session=stage.session,
        lanes=SellLanes(storage=stage.lanes.storage, network=stage.lanes.ask),
        ways=ways,
        events=stage.around.events,
        sounds=stage.sounds,
    )
    look = SellLook(
        theme=stage.face.theme,
        formats=stage.formats,
        language=lambda: stage.face.language.name,
        keymap=stage.keymap,
        timers=stage.timers,
    )
    stage.window.add_screen(SellScreen(presenter, stage.window, look=look))
    stage.timers.every(PRICES_LOOK_MS, partial(_look_at_prices, stage))
    return presenter


def _look_at_prices(stage: Stage) -> None:
    """Tell whoever shows a price when a happy hour began or ended under it."""
    if stage.cases.prices.has_turned():
        stage.around.events.publish(PricesTurned())


def _add_pay(stage: Stage, approval: ApprovalPresenter, *, pickup: PickupPresenter) -> PayPresenter:
    cases = stage.cases
    tools = PayTools(
        complete_sale=cases.complete_sale,
        basket=lambda: cases.basket.basket,
        price=cases.prices,
        profile=stage.around.terminal.store,
        start_new=cases.basket.start_new,
        sell_scan=stage.window.take_scan,
        read_scan=partial(cases.read_scan, step="pay"),
        card=CardTools(stage.payments, approval, stage.timers, stage.around.events),
        spend=cases.spend,
        prove=cases.prove,
        know_member=cases.basket.know_member,
        want_points=cases.basket.want_points,
        tell_total=lambda: cases.basket.amend(told),
        network=stage.lanes.ask,
    )
    presenter = PayPresenter(
        tools,
        session=stage.session,
        storage=stage.lanes.storage,
        navigate=lambda screen: stage.window.navigate(pickup.paying.after_payment(screen)),
    )
    look = PayLook(
        theme=stage.face.theme,
        formats=stage.formats,
        say=Sayings(stage.formats, lambda: stage.face.language.name),
        keymap=stage.keymap,
        campaign_name=partial(_campaign_name, stage),
    )
    stage.window.add_screen(PayScreen(presenter, stage.window, look=look))
    return presenter


def _campaign_name(stage: Stage, rule_id: str) -> str:
    return stage.cases.prices.campaign_name(rule_id, stage.face.language.name)


def _add_pickup(stage: Stage) -> PickupPresenter:
    cases = stage.cases
    presenter = PickupPresenter(
        PickupTools(
            orders=cases.orders,
            pick=cases.pick,
            hand_over=cases.hand_over,
            clear=cases.clear,
            pay=cases.pay_order,
            busy=cases.busy,
            walk=cases.walk,
            labels=cases.labels,
            channels=PlatformCodes(store=stage.around.data.store, clock=stage.around.clock).names,
            stock=cases.stock,
            network=stage.lanes.ask,
            clock=stage.around.clock,
            timers=stage.timers,
            sounds=stage.sounds,
        ),
        session=stage.session,
        storage=stage.lanes.storage,
        navigate=stage.window.navigate,
        events=stage.around.events,
    )
    stage.window.add_screen(
        PickupScreen(presenter, stage.window, theme=stage.face.theme, formats=stage.formats)
    )
    return presenter


def _add_exceptions(stage: Stage) -> None:
    cases, currency = stage.cases, stage.around.terminal.store.currency
    presenter = ExceptionsPresenter(
        ExceptionsTools(cases.work_list, cases.find_receipt, currency),
        session=stage.session,
        network=stage.lanes.ask,
        navigate=stage.window.navigate,
    )
    words = ExceptionWords(
        stage.formats,
        currency=currency,
        product=partial(_product_names, stage),
        campaign=partial(_campaign_name, stage),
    )
    say = Sayings(stage.formats, lambda: stage.face.language.name)
    stage.window.add_screen(ExceptionsScreen(presenter, words, theme=stage.face.theme, say=say))


def exceptions_reminder(stage: Stage) -> ExceptionsReminder:
    """Return what tells a manager who signs in that exceptions wait, with the way to them."""

    def tell(text: str, way: str) -> None:
        stage.window.notify("info", text, action=way, on_action=partial(stage.window.navigate, "exceptions"))

    return ExceptionsReminder(
        stage.cases.work_list, session=stage.session, network=stage.lanes.ask, tell=tell
    )


def _add_campaigns(stage: Stage) -> None:
    cases, currency = stage.cases, stage.around.terminal.store.currency
    presenter = CampaignsPresenter(
        CampaignsTools(cases.campaigns, cases.find_receipt, currency),
        session=stage.session,
        network=stage.lanes.ask,
        navigate=stage.window.navigate,
    )
    words = CampaignWords(stage.formats, currency=currency, campaign=partial(_campaign_name, stage))
    say = Sayings(stage.formats, lambda: stage.face.language.name)
    stage.window.add_screen(CampaignsScreen(presenter, words, theme=stage.face.theme, say=say))


def _add_order(stage: Stage) -> OrderPresenter:
    """Build where goods are ordered, and what lets them go that leave the basket unpaid."""
    cases, currency = stage.cases, stage.around.terminal.store.currency
    tools = OrderTools(
        orders=cases.order_goods,
        basket=lambda: cases.basket.basket,
        now_ms=stage.around.clock.now_ms,
        currency=currency,
        sounds=stage.sounds,
        network=stage.lanes.ask,
    )
    presenter = OrderPresenter(tools, session=stage.session, navigate=stage.window.navigate)
    screen = OrderScreen(
        presenter,
        OrderWords(stage.formats, currency),
        theme=stage.face.theme,
        say=Sayings(stage.formats, lambda: stage.face.language.name),
    )
    stage.window.add_screen(screen)
    lanes = (stage.lanes.storage, stage.lanes.ask)
    letting_go = LetOrdersGo(
        cases.order_goods, basket=cases.basket, store=stage.around.data.store, lanes=lanes
    )
    letting_go.follow(stage.around.events)
    return presenter


def _order_from_stock(stage: Stage, product: Product, *, order: OrderPresenter) -> None:
    order.begin(product, way_back="stock")
    stage.window.navigate("order")


def _add_stock(stage: Stage, order: OrderPresenter) -> None:
    cases, terminal = stage.cases, stage.around.terminal
    tools = StockTools(
        look=cases.stock,
        documents=cases.stock_documents,
        notes=cases.stock_documents.notes,
        products=cases.products,
        read_scan=partial(cases.read_scan, step="stock"),
        now_ms=stage.around.clock.now_ms,
        currency=terminal.store.currency,
        sounds=stage.sounds,
        storage=stage.lanes.storage,
        network=stage.lanes.ask,
        order=partial(_order_from_stock, stage, order=order),
    )
    presenter = StockPresenter(
        tools, session=stage.session, navigate=stage.window.navigate, events=stage.around.events
    )
    look = StockLook(
        theme=stage.face.theme,
        formats=stage.formats,
        say=Sayings(stage.formats, lambda: stage.face.language.name),
        words=StockWords(
            stage.formats,
            product=partial(_product_names, stage),
            currency=terminal.store.currency,
        ),
    )
    stage.window.add_screen(StockScreen(presenter, stage.window, look=look))


def _product_names(stage: Stage, product_id: str) -> Names | None:
    product = stage.around.data.catalog.by_id(product_id)
    return None if product is None else product.names


def _add_health(stage: Stage, approval: ApprovalPresenter) -> None:
    tools = HealthTools(
        status=stage.cases.status,
        try_now=stage.try_now,
        drill=stage.drill,
        clock=stage.around.clock,
        timers=stage.timers,
        payments=PaymentTools(stage.payments, approval),
    )
    presenter = HealthPresenter(
        tools, session=stage.session, events=stage.around.events, navigate=stage.window.navigate
    )
    stage.window.add_screen(HealthScreen(presenter, stage.formats))
    for pressed in (stage.window.status.capability_pressed, stage.window.status.queue_pressed):
        pressed.connect(lambda: stage.window.navigate("health"))


def _raise(error: BaseException) -> None:
    raise error
