"""A coffee shop with a few goods, offers and customers, for the tests of the Sell screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pos_app.services.act_by_hand import ActByHand
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import AttachedCoupon, AttachedMember
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus
from pos_app.services.find_products import FoundProduct
from pos_app.services.ports import CatalogState
from pos_app.services.price_basket import PriceBasket
from pos_app.services.read_scan import ReadScan, ScanAction, Step
from pos_app.services.records import (
    Actor,
    Category,
    Names,
    Product,
    StockLevel,
    StoreProfile,
)
from pos_app.services.return_goods import ReturnGoods
from pos_app.services.sell_open_item import SellOpenItem
from pos_app.services.session import Session
from pos_app.ui.approval.presenter import ApprovalPresenter
from pos_app.ui.screens.sell.parts import SellLanes, SellServices, Ways
from pos_app.ui.screens.sell.presenter import SellPresenter
from pos_app.ui.screens.sell.state import SellState
from retail_core.codes.payment import PaymentCode
from tests.fakes import FakeClock, FakeIds, InlineLane
from tests.unit.pos_app.ui.approval_fakes import FakeApprover, manager
from tests.unit.pos_app.ui.screens.date_fakes import FakeDates
from tests.unit.pos_app.ui.screens.member_fakes import FakeMemberDesk, FakeProver, FakeSearch
from tests.unit.pos_app.ui.screens.sell_fakes import (
    FakeAbandon,
    FakeBestUse,
    FakeCoupons,
    FakeExtender,
    FakeMembers,
    FakeParked,
    FakeRecall,
    FakeReprint,
    FakeSounds,
)
from tests.unit.pos_app.ui.screens.top_up_fakes import FakeAdjust, FakeRewards, FakeTopUp

ResultT = TypeVar("ResultT")

STORE = StoreProfile(
    store_id="S01",
    number=1,
    name="漫咖啡·南京西路店",
    address="",
    legal_id="",
    time_zone="Asia/Shanghai",
    currency="CNY",
    day_cutoff_minutes=240,
    languages=("zh-Hans",),
    receipt_language="zh-Hans",
    receipt_base_url="",
    cash_step_minor=1,
    prices_include_tax=True,
)
CASHIER = Actor(
    "W1",
    "王晓",
    "cashier",
    {
        "sell": None,
        "sell.open_price": 20_000,
        "price.override": 1_000,
        "discount.line": 1_000,
        "discount.basket": 500,
        "discount.drop": 99,
        "receipt.reprint": None,
        **dict.fromkeys(("stock.receive", "stock.count", "stock.waste", "stock.transfer")),
    },
)
LI = AttachedMember("M1", "a1", "李**", "8823", "gold", 2380, 3, "code", present=True)


def goods(
    product_id: str,
    names: str,
    price_minor: int,
    *,
    tile: str,
    category_id: str,
    code: str,
) -> Product:
    """Return a product; ``names`` are Simplified, Traditional, English with bars between."""
    hans, hant, english = names.split("|")
    return Product(
        product_id=product_id,
        sku=product_id,
        names=Names(hans, hant, english),
        brand="",
        category_id=category_id,
        sold_by="piece",
        price_minor=price_minor,
        tier_prices={},
        tax_rate_bp=600,
        barcodes=(code,),
        min_age=0,
        regulated=False,
        favourite=1,
        tile=tile,
    )


AMERICANO = replace(
    goods(
        "P01",
        "冰美式 大杯|冰美式 大杯|Iced americano L",
        2500,
        tile="美|coffee",
        category_id="coffee",
        code="6901234500016",
    ),
    tier_prices={"gold": 2200},
)
CHEESE_TEA = goods(
    "P02",
    "海盐芝士奶盖 中杯|海鹽起司奶蓋 中杯|Sea-salt cheese tea M",
    2800,
    tile="盖|sky",
    category_id="tea",
    code="6901234500023",
)
CROISSANT = goods(
    "P03",
    "可颂 原味|可頌 原味|Croissant",
    1600,
    tile="颂|wheat",
    category_id="bakery",
    code="6901234500030",
)
BEANS = replace(
    goods(
        "P04",
        "耶加雪菲豆 散称|耶加雪菲豆 秤重|Yirgacheffe beans",
        16800,
        tile="豆|coffee",
        category_id="beans",
        code="6901234500047",
    ),
    sold_by="weight",
)
CAKE = goods(
    "P05",
    "巴斯克蛋糕|巴斯克蛋糕|Basque cheesecake",
    3200,
    tile="巴|caramel",
    category_id="bakery",
    code="6901234500054",
)
CUP_RED = goods(
    "P06",
    "随行杯 480ml 红|隨行杯 480ml 紅|Tumbler 480 ml red",
    9900,
    tile="杯|brick",
    category_id="cups",
    code="6901234500061",
)
CUP_BLUE = goods(
    "P07",
    "随行杯 480ml 蓝|隨行杯 480ml 藍|Tumbler 480 ml blue",
    9900,
    tile="杯|mint",
    category_id="cups",
    code="6901234500061",
)
MORE_GOODS = tuple(
    goods(f"P{number}", names, price, tile=tile, category_id=category, code=f"69012345{number}000")
    for number, names, price, tile, category in (
        (10, "拿铁|拿鐵|Latte", 2800, "拿|coffee", "coffee"),
        (11, "茉莉轻乳茶|茉莉輕乳茶|Jasmine milk tea", 1900, "茉|leaf", "tea"),
        (12, "手冲 耶加雪菲|手沖 耶加雪菲|Pour-over Yirgacheffe", 3800, "冲|brick", "coffee"),
        (13, "肉桂卷|肉桂捲|Cinnamon roll", 1800, "卷|caramel", "bakery"),
        (14, "全麦贝果|全麥貝果|Wholemeal bagel", 1400, "贝|wheat", "bakery"),
        (15, "挂耳咖啡 10 包|掛耳咖啡 10 包|Drip coffee, 10 bags", 6900, "挂|slate", "beans"),
        (16, "中秋礼盒|中秋禮盒|Mid-autumn gift box", 19800, "礼|rose", "gifts"),
        (17, "气泡水|氣泡水|Sparkling water", 900, "泡|sky", "tea"),
        (18, "燕麦奶 1L|燕麥奶 1L|Oat milk 1 L", 2600, "燕|wheat", "beans"),
        (19, "抹茶司康|抹茶司康|Matcha scone", 1500, "抹|leaf", "bakery"),
        (20, "冷萃 小瓶|冷萃 小瓶|Cold brew, small", 2200, "萃|slate", "coffee"),
        (21, "手工巧克力|手工巧克力|Handmade chocolate", 4500, "巧|plum", "gifts"),
    )
)
GOODS = (AMERICANO, MORE_GOODS[0], CHEESE_TEA, MORE_GOODS[1], CROISSANT, CAKE, BEANS, CUP_RED, CUP_BLUE)
ALL_GOODS = (*GOODS, *MORE_GOODS[2:])
CATEGORIES = tuple(
    Category(category_id, Names(*names.split("|")), position)
    for position, (category_id, names) in enumerate(
        (
            ("coffee", "咖啡|咖啡|Coffee"),
            ("tea", "茶饮|茶飲|Tea"),
            ("bakery", "烘焙|烘焙|Bakery"),
            ("beans", "咖啡豆|咖啡豆|Beans"),
            ("cups", "杯具|杯具|Cups"),
            ("gifts", "礼盒|禮盒|Gifts"),
        )
    )
)
CAMPAIGNS: tuple[Mapping[str, object], ...] = (
    {
        "id": "HALF",
        "kind": "nth_item",
        "names": {"zh-Hans": "第二件半价", "zh-Hant": "第二件半價", "en": "Second half price"},
        "params": {"n": 2, "percent_bp": 5000},
        "scope": {"category_ids": ["tea"]},
        "funders": [{"funder": "brand", "share_bp": 10000}],
    },
    {
        "id": "TEN",
        "kind": "coupon_amount",
        "names": {"zh-Hans": "满 100 减 10 券", "zh-Hant": "滿 100 折 10 券", "en": "10 off 100"},
        "params": {"amount_minor": 1000, "min_spend_minor": 10000},
    },
)
"""Second half price on tea, and a coupon of ¥10 from ¥100 on."""


class FakeCatalog:
    """All goods of the shop; ``version`` is empty before the first delivery."""

    def __init__(self) -> None:
        self.version = "c1.0"
        self.products: tuple[Product, ...] = ALL_GOODS
        self.rules: tuple[Mapping[str, object], ...] = CAMPAIGNS

    def state(self) -> CatalogState:
        return CatalogState(self.version, len(self.products), len(self.products))

    def by_code(self, code: str) -> Sequence[Product]:
        return [
            each
            for each in self.products
            if code in {*each.barcodes, each.sku, *(pack.barcode for pack in each.packs)}
        ]

    def by_id(self, product_id: str) -> Product | None:
        return next((each for each in self.products if each.product_id == product_id), None)

    def search(self, text: str, *, limit: int, category_id: str | None = None) -> Sequence[Product]:
        wanted = text.lower()
        return [
            each
            for each in self.products
            if wanted in f"{each.names.zh_hans} {each.names.en.lower()}"
            and category_id in {None, each.category_id}
        ][:limit]

    def favourites(self, category_id: str | None, *, limit: int) -> Sequence[Product]:
        found: dict[str, Product] = {}
        for each in self.products:
            if category_id in {None, each.category_id}:
                found.setdefault(each.variant.style_id if each.variant else each.product_id, each)
        return list(found.values())[:limit]

    def style(self, style_id: str) -> Sequence[Product]:
        return [each for each in self.products if each.variant and each.variant.style_id == style_id]

    def has_away_rates(self) -> bool:
        return any(each.away_tax_rate_bp is not None for each in self.products)

    def categories(self) -> Sequence[Category]:
        return CATEGORIES if self.version else ()

    def campaigns(self) -> Sequence[Mapping[str, object]]:
        return self.rules


class FakeFinder:
    """Finds in the fake catalog, with the stock that a test put in."""

    def __init__(self, catalog: FakeCatalog) -> None:
        self.catalog = catalog
        self.stock: dict[str, StockLevel] = {}

    def favourites(self, category_id: str | None = None, *, limit: int = 60) -> Sequence[FoundProduct]:
        return self._found(self.catalog.favourites(category_id, limit=limit))

    def search(self, text: str, *, category_id: str | None = None, limit: int = 60) -> Sequence[FoundProduct]:
        return self._found(self.catalog.search(text, limit=limit, category_id=category_id))

    def style(self, style_id: str) -> Sequence[FoundProduct]:
        return self._found(self.catalog.style(style_id))

    def has_away_rates(self) -> bool:
        return self.catalog.has_away_rates()

    def by_id(self, product_id: str) -> FoundProduct | None:
        product = self.catalog.by_id(product_id)
        return None if product is None else self._found([product])[0]

    def categories(self) -> Sequence[Category]:
        return self.catalog.categories()

    def _found(self, products: Sequence[Product]) -> list[FoundProduct]:
        return [FoundProduct(each, self.stock.get(each.product_id)) for each in products]


class FakeScans:
    """Reads goods as the till does; other texts mean what a test said."""

    def __init__(self, catalog: FakeCatalog) -> None:
        self._goods = ReadScan(catalog=catalog, profile=STORE, clock=FakeClock())
        self.meanings: dict[str, ScanAction] = {}

    def __call__(self, raw: str, *, step: Step) -> ScanAction:
        return self.meanings.get(raw) or self._goods(raw, step=step)


class HeldLane:
    """Keeps work until it is let go; works at once while it is ``open``."""

    def __init__(self) -> None:
        self.open = True
        self._waiting: list[Callable[[], None]] = []
        self._inline = InlineLane()

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        if self.open:
            self._inline.run(work, on_value, on_error)
        else:
            self._waiting.append(lambda: self._inline.run(work, on_value, on_error))

    def let_go(self) -> None:
        """Do what waits."""
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()


class SeenStates:
    """A view that remembers what it was shown."""

    def __init__(self) -> None:
        self.states: list[SellState] = []

    def show_state(self, state: SellState) -> None:
        self.states.append(state)

    @property
    def now(self) -> SellState:
        """What is shown."""
        return self.states[-1]


@dataclass
class SellWorld:
    """The shop around the screen, and the presenter in it."""

    places: frozenset[str] = frozenset({"pay", "pickup", "returns", "close_shift", "report", "health"})
    catalog: FakeCatalog = field(default_factory=FakeCatalog)
    events: EventBus = field(default_factory=EventBus)
    clock: FakeClock = field(default_factory=FakeClock)
    members: FakeMembers = field(default_factory=FakeMembers)
    coupons: FakeCoupons = field(default_factory=FakeCoupons)
    extend_coupons: FakeExtender = field(default_factory=FakeExtender)
    best_use: FakeBestUse = field(default_factory=FakeBestUse)
    top_up: FakeTopUp = field(default_factory=FakeTopUp)
    adjust: FakeAdjust = field(default_factory=FakeAdjust)
    abandon: FakeAbandon = field(default_factory=FakeAbandon)
    reprint: FakeReprint = field(default_factory=FakeReprint)
    approver: FakeApprover = field(default_factory=FakeApprover)
    sounds: FakeSounds = field(default_factory=FakeSounds)
    storage: HeldLane = field(default_factory=HeldLane)
    network: HeldLane = field(default_factory=HeldLane)
    session: Session = field(default_factory=lambda: Session(CASHIER))
    gone_to: list[str] = field(default_factory=list)
    pickup_codes: list[str] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    badges: list[str] = field(default_factory=list)
    ordered: list[tuple[str, int, str]] = field(default_factory=list)
    codes: list[PaymentCode] = field(default_factory=list)
    has_provider: bool = True
    waiting_orders: int = 0
    stopped_by: str = ""

    def __post_init__(self) -> None:
        self.finder = FakeFinder(self.catalog)
        self.scans = FakeScans(self.catalog)
        self.basket = CurrentBasket(
            currency="CNY",
            ids=FakeIds(),
            events=self.events,
            keep=lambda _basket: None,
            find=self.catalog.by_id,
        )
        self.rewards = FakeRewards(self.basket)
        self.parked = FakeParked(self.events)
        self.find_member = FakeSearch()
        self.member_desk = FakeMemberDesk()
        self.prover = FakeProver()
        self.dates = FakeDates()
        self.prices = PriceBasket(catalog=self.catalog, clock=self.clock, profile=STORE)
        self.seen = SeenStates()
        self.approval = ApprovalPresenter(self.approver, session=self.session, storage=self.storage)
        services = SellServices(
            basket=self.basket,
            price=self.prices,
            products=self.finder,
            read_scan=self.scans,
            members=self.members,
            find_member=self.find_member,
            member_desk=self.member_desk,
            coupons=self.coupons,
            extend_coupons=self.extend_coupons,
            best_use=self.best_use,
            open_item=SellOpenItem(basket=self.basket),
            by_hand=ActByHand(basket=self.basket, prices=self.prices, clock=self.clock, find_person=manager),
            abandon=self.abandon,
            park=self.parked,
            recall=FakeRecall(self.parked),
            reprint=self.reprint,
            approval=self.approval,
            returns=ReturnGoods(basket=self.basket, prices=self.prices, clock=self.clock, ids=FakeIds()),
            catalog_version=lambda: self.catalog.version,
            top_up=self.top_up,
            adjust=self.adjust,
            rewards=self.rewards,
            prove=self.prover,
            dates=self.dates,
        )
        ways = Ways(
            navigate=self.gone_to.append,
            places=self.places,
            hand_over=self.pickup_codes.append,
            take_back=self.taken_back.append,
            badge=self.badges.append,
            charge=self._charge,
            sign_out=lambda: self.gone_to.append("sign_out"),
            waiting_orders=lambda: self.waiting_orders,
            may_pay=self._may_pay,
            order_goods=lambda product, pieces, line_id: self.ordered.append(
                (product.product_id, pieces, line_id)
            ),
        )
        self.presenter = SellPresenter(
            services,
            session=self.session,
            lanes=SellLanes(self.storage, self.network),
            ways=ways,
            events=self.events,
            sounds=self.sounds,
        )

    def _may_pay(self) -> None:
        if self.stopped_by:
            raise RuleError(self.stopped_by)

    def _charge(self, code: PaymentCode) -> bool:
        if self.has_provider:
            self.codes.append(code)
        return self.has_provider

    def enter(self) -> "SellWorld":
        """Show the screen to a view that remembers."""
        self.presenter.bind(self.seen)
        self.presenter.enter()
        return self

    @property
    def now(self) -> SellState:
        """What is shown."""
        return self.seen.now

    def stock(self, product: Product, on_hand: int, *, kept: int = 0) -> None:
        """Let the till believe in ``on_hand`` pieces of which ``kept`` are promised."""
        self.finder.stock[product.product_id] = StockLevel(
            product.product_id, on_hand * 1000, kept * 1000, as_of_ms=1
        )


def ten_off(coupon_id: str = "K1", hold_id: str | None = "H1") -> AttachedCoupon:
    """Return a coupon of ¥10 from ¥100 on, held at the server."""
    return AttachedCoupon(coupon_id, "TEN", None, "online", hold_id, "valid")
