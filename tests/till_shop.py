"""A till in a temporary folder: enrolled, with staff, goods, issuer keys and orders, all made by hand."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import sqlcipher3.dbapi2 as driver
from nacl import pwhash

import resources
from pos_app.services.basket import CurrentBasket, SaveBasket
from pos_app.services.basket_model import Basket
from pos_app.services.close_shift import CloseShift
from pos_app.services.complete_sale import CompleteSale, Paid, TenderInput
from pos_app.services.enrol_till import EnrolTill
from pos_app.services.events import Event, EventBus
from pos_app.services.null_fiscal import NullFiscal
from pos_app.services.open_shift import OpenShift
from pos_app.services.payment_model import Payment
from pos_app.services.payment_ports import PaymentAnswer
from pos_app.services.payments import Payments
from pos_app.services.price_basket import PriceBasket
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Actor, Product, StaffMember
from pos_app.services.spend_balance import SpendBalance
from pos_app.services.uses_so_far import UsesSoFar
from pos_app.storage.catalog_rows import apply_change
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import TillData, open_till_data
from retail_core.codes.badge import make_badge
from retail_core.codes.keys import CodeType, IssuerKey, KeyList, sign_key_list
from retail_core.codes.pq1 import CouponCode, MemberCode, PickupCode, code_time_s, coupon_bind, sign
from retail_core.journal import public_key_of
from retail_core.money import Money
from retail_core.people import badge_mac
from retail_core.wire.enrolment import EnrolReply, EnrolRequest, StoreCard, TenderOffer
from retail_core.wire.feed import Change, FeedPage
from tests.fakes import NOON_MS, FakeCentralApi, FakeClock, FakeIds, FakeKeyStore

ROOT_SEED = b"r" * 32
ISSUER_SEED = b"i" * 32
PHONE_KEY = b"p" * 32
TENANT = 7
STORE_NUMBER = 12
ALIAS = "0123456789abcdef"
ORDER_ID = "1122334455667788"
SECRET = "8877665544332211"
BADGE = make_badge(b"badge!")
_VERBS = (
    *("sell", "price.override", "discount.line", "discount.basket", "discount.drop", "sale.recall_any"),
    *("sale.return", "sale.return_without_receipt", "refund.cash", "shift.open", "shift.close"),
    *("order.pick", "order.hand_over", "order.hand_over_any", "receipt.reprint", "report.view"),
    *("stock.receive", "stock.count", "stock.waste", "stock.transfer"),
    *("shift.any", "shift.x", "shift.approve_difference", "drawer.no_sale", "day.close"),
    *("cash.paid_in", "cash.paid_out", "cash.safe_drop", "cash.float"),
)
MANAGER_RIGHTS: dict[str, int | None] = {**dict.fromkeys(_VERBS), "sell.open_price": 5_000}
STORE_CARD: dict[str, object] = {
    "store_id": "S01",
    "store_number": STORE_NUMBER,
    "name": "街角咖啡",
    "address": "",
    "legal_id": "",
    "time_zone": "Asia/Shanghai",
    "currency": "CNY",
    "day_cutoff_minutes": 240,
    "languages": ("zh-Hans", "en"),
    "receipt_language": "zh-Hans",
    "receipt_base_url": "https://shop.example",
    "cash_step_minor": 10,
    "prices_include_tax": True,
    "tenders": (
        TenderOffer(kind="cash", over="change"),
        TenderOffer(kind="external", over="none"),
        TenderOffer(kind="card", over="none"),
        TenderOffer(kind="voucher", over="forfeit", most_minor=10_000),
    ),
}
LI = Actor("li", "李娜", "manager", MANAGER_RIGHTS)


class FakeEnrolment:
    """Enrols whoever asks as till 2 of store 1."""

    def __init__(self, *, incarnation: int = 1, card: Mapping[str, object] = MappingProxyType({})) -> None:
        self.incarnation = incarnation
        self.card = card
        self.asked: list[EnrolRequest] = []

    def enrol(self, url: str, request: EnrolRequest) -> EnrolReply:
        del url
        self.asked.append(request)
        return EnrolReply(
            terminal="t-0001",
            terminal_label="S01-T02",
            incarnation=self.incarnation,
            key_id="k-0001",
            tenant=TENANT,
            tenant_name="Loop",
            store=StoreCard.model_validate({**STORE_CARD, **self.card}),
            root_public_key=public_key_of(ROOT_SEED).hex(),
            phone_mac_key=PHONE_KEY.hex(),
            server_ms=NOON_MS,
        )


@dataclass
class Till:
    """Everything that a test of the counter needs."""

    data: TillData
    clock: FakeClock
    ids: FakeIds
    api: FakeCentralApi
    events: EventBus
    heard: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = self.data.store
        with self.store.read() as work:
            terminal = work.terminal.get()
        assert terminal is not None
        self.profile = terminal.store
        self.uses = UsesSoFar(store=self.store, events=self.events)
        self.prices = PriceBasket(
            catalog=self.data.catalog, clock=self.clock, profile=self.profile, uses=self.uses
        )
        self.texts = ReceiptTexts.load("zh-Hans")
        self.complete_sale = CompleteSale(
            store=self.store,
            clock=self.clock,
            events=self.events,
            fiscal=NullFiscal(),
            prices=self.prices,
            texts=self.texts,
        )
        self.spend = SpendBalance(
            store=self.store, api=self.api, clock=self.clock, events=self.events, profile=self.profile
        )
        self.complete_sale.ask_before_balances(self.spend.check)
        self.payments = Payments(store=self.store, clock=self.clock, ids=self.ids, events=self.events)
        self.close_shift = CloseShift(
            store=self.store,
            clock=self.clock,
            events=self.events,
            catalog=self.data.catalog,
            texts=self.texts,
        )

    def run_campaigns(self, *docs: Mapping[str, object], version: str = "v2") -> None:
        """Bring a catalog with these campaigns, numbered from 101, beside the one that is there."""
        changes = [
            change("campaign", str(doc["id"]), doc={"number": number, **doc})
            for number, doc in enumerate(docs, start=101)
        ]
        _load(self.data, [*CATALOG, *changes], version=version)

    def open_shift(self, float_minor: int = 20_000) -> None:
        """Open a shift as Li."""
        OpenShift(store=self.store, clock=self.clock, ids=self.ids, events=self.events)(
            LI, float_minor=float_minor
        )

    def basket(self) -> CurrentBasket:
        """Return a new basket that is kept in the database."""
        return CurrentBasket(
            currency="CNY",
            ids=self.ids,
            events=self.events,
            keep=SaveBasket(self.store),
            find=self.data.catalog.by_id,
        )

    def product(self, product_id: str) -> Product:
        """Return a product of the catalog."""
        found = self.data.catalog.by_id(product_id)
        assert found is not None
        return found

    def sell(self, product_ids: Sequence[str], *tenders: TenderInput) -> Paid:
        """Sell one piece of each product; a provider approved every card tender before."""
        current = self.basket()
        for product_id in product_ids:
            current.add_product(self.product(product_id))
        for tender in tenders:
            if tender.kind == "card":
                self.approve(current.basket, tender)
        return self.pay(current.basket, *tenders)

    def approve(self, basket: Basket, tender: TenderInput) -> Payment:
        """Let a provider approve a card tender for a basket."""
        amount = Money(tender.value_minor, "CNY")
        payment = self.payments.begin(LI, basket.basket_id, amount=amount, provider=tender.provider)
        answer = PaymentAnswer("approved", "", tender.reference or "")
        return self.payments.note(payment.payment_id, answer)

    def pay(self, basket: Basket, *tenders: TenderInput) -> Paid:
        """Pay a basket as Li."""
        return self.complete_sale(LI, basket, priced=self.prices(basket), tenders=tenders)


def names(text: str) -> dict[str, str]:
    """Return one name in all languages."""
    return {"zh_hans": text, "zh_hant": text, "en": text}


def product_doc(product_id: str, price_minor: int, **others: object) -> dict[str, object]:
    """Return a product's document."""
    return {
        "product_id": product_id,
        "sku": f"SKU-{product_id}",
        "names": names(f"商品 {product_id}"),
        "brand": "",
        "category_id": "coffee",
        "sold_by": "piece",
        "price_minor": price_minor,
        "tier_prices": {},
        "tax_rate_bp": 1300,
        "barcodes": [],
        "min_age": 0,
        "regulated": False,
        "favourite": 0,
        "tile": "商|coffee",
        "terms": f"商 品 商品 {product_id}",
        "pinyin": "shangpin pin",
        "initials": "sp p",
        **others,
    }


def change(kind: str, key: str, *, doc: dict[str, object]) -> Change:
    """Return a change as it comes from the wire."""
    return Change(kind=kind, key=key, doc=json.loads(json.dumps(doc)))


CATALOG = [
    change("category", "coffee", doc={"category_id": "coffee", "names": names("咖啡"), "position": 1}),
    change(
        "product",
        "latte",
        doc=product_doc("latte", 2_800, barcodes=["6901234567892"], tier_prices={"gold": 2_600}, favourite=1),
    ),
    change("product", "cake", doc=product_doc("cake", 1_995, barcodes=["4006381333931"])),
    change(
        "product",
        "apple",
        doc=product_doc("apple", 1_280, sold_by="weight", tax_rate_bp=900, barcodes=["2100001000004"]),
    ),
    change("product", "twin_a", doc=product_doc("twin_a", 100, barcodes=["5901234123457"])),
    change("product", "twin_b", doc=product_doc("twin_b", 200, barcodes=["5901234123457"])),
    change(
        "campaign",
        "FIVE-OFF",
        doc={
            "id": "FIVE-OFF",
            "number": 77,
            "kind": "coupon_amount",
            "names": {"zh-Hans": "立减 5 元", "en": "5 off"},
            "params": {},
            "offline_allowed": True,
        },
    ),
]
"""What the store sells."""


def write_catalog(path: Path, changes: Sequence[Change] = CATALOG, *, version: str = "v1") -> None:
    """Write a catalog file as the central API would."""
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.executescript(resources.path("catalog", "schema.sql").read_text(encoding="utf-8"))
        connection.execute("BEGIN")
        for change in changes:
            apply_change(connection, change)
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)", [("version", version), ("cursor", "c1"), ("store", "S01")]
        )
        connection.execute("COMMIT")


def key_list_doc(now_ms: int = NOON_MS) -> dict[str, object]:
    """Return the signed list of the one issuer key."""
    now_s = code_time_s(now_ms)
    key = IssuerKey(
        kid=1,
        types=frozenset(CodeType),
        public_key=public_key_of(ISSUER_SEED),
        nbf_s=now_s - 1_000_000,
        exp_s=now_s + 100_000_000,
    )
    signed = sign_key_list(KeyList(3, now_ms - 1_000, TENANT, (key,)), ROOT_SEED)
    return {"version": 3, "document": signed.document, "signature": signed.signature}


def staff_doc(staff_id: str, name: str, pin: str, **others: object) -> dict[str, object]:
    """Return a person's document; the PIN is digested with the least effort that libsodium allows."""
    salt = hashlib.sha256(staff_id.encode()).digest()[:16]
    digest = pwhash.argon2id.kdf(
        32,
        pin.encode(),
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_MIN,
        memlimit=pwhash.argon2id.MEMLIMIT_MIN,
    )
    return {
        "staff_id": staff_id,
        "name": name,
        "role": "manager",
        "rights": MANAGER_RIGHTS,
        "pin_salt": salt.hex(),
        "pin_ops": pwhash.argon2id.OPSLIMIT_MIN,
        "pin_mem": pwhash.argon2id.MEMLIMIT_MIN,
        "pin_digest": digest.hex(),
        "badge_mac": badge_mac(PHONE_KEY, BADGE) if staff_id == "li" else "",
        "active": True,
        **others,
    }


def order_doc(state: str = "ready", **others: object) -> dict[str, object]:
    """Return the document of an order of one latte."""
    return {
        "order_id": ORDER_ID,
        "number": "A-1024",
        "channel": "app",
        "state": state,
        "masked_name": "王**",
        "phone_last4": "1234",
        "lines": [
            {
                "line_id": "1",
                "product_id": "latte",
                "name": "拿铁",
                "qty_milli": 1000,
                "total_minor": 2_800,
                "min_age": 0,
            }
        ],
        "total_minor": 2_800,
        "currency": "CNY",
        "placed_ms": NOON_MS - 600_000,
        "promised_ms": NOON_MS + 600_000,
        "ready_ms": None,
        "handed_over_ms": None,
        "shelf": "B2" if state == "ready" else "",
        "secret_sha256": hashlib.sha256(bytes.fromhex(SECRET)).hexdigest(),
        **others,
    }


def member_doc(**others: object) -> dict[str, object]:
    """Return the document of member 张**, gold."""
    return {
        "member_id": "m1",
        "alias": ALIAS,
        "masked_name": "张**",
        "phone_mac": "ab" * 32,
        "phone_last4": "8888",
        "tier": "gold",
        "points": 120,
        "coupons": 1,
        **others,
    }


def stock_doc(product_id: str, on_hand_milli: int, committed_milli: int = 0) -> dict[str, object]:
    """Return the document of a stock level."""
    return {
        "product_id": product_id,
        "on_hand_milli": on_hand_milli,
        "committed_milli": committed_milli,
    }


def store_page(
    *changes: tuple[str, str, dict[str, object] | None],
    next_cursor: str = "s1",
    applied_through: int = 0,
    more: bool = False,
    reset: bool = False,
) -> FeedPage:
    """Return a page of the feed ``store``."""
    return FeedPage(
        feed="store",
        changes=tuple(
            Change(kind=kind, key=key, doc=None if doc is None else json.loads(json.dumps(doc)))
            for kind, key, doc in changes
        ),
        next=next_cursor,
        more=more,
        reset=reset,
        applied_through=applied_through,
        server_ms=NOON_MS,
    )


FIRST_PAGE = (
    ("keys", "keys", key_list_doc()),
    ("staff", "li", staff_doc("li", "李娜", "1234")),
    ("staff", "wu", staff_doc("wu", "吴昊", "5678", role="cashier", rights={"sell": None})),
    ("stock", "latte", stock_doc("latte", 10_000, 1_000)),
)
"""What every till of these tests knows of its store."""


def member_code(clock: FakeClock, *, alias: str = ALIAS, nonce: int = 1, ttl_s: int = 60) -> str:
    """Return a member code that is valid now; a printed card with ``ttl_s`` 0."""
    now_s = code_time_s(clock.now_ms())
    return sign(MemberCode(1, TENANT, alias, now_s, ttl_s, 3, 0, nonce), ISSUER_SEED)


def coupon_code(clock: FakeClock, **others: object) -> str:
    """Return a coupon of FIVE-OFF for the member of these tests, home store 12, offline allowed."""
    now_s = code_time_s(clock.now_ms())
    serial = "fedcba9876543210"
    values: dict[str, object] = {
        "kid": 1,
        "tenant": TENANT,
        "campaign": 77,
        "serial": serial,
        "nbf_s": now_s - 60,
        "exp_s": now_s + 86_400,
        "store": STORE_NUMBER,
        "flags": 7,
        "value": 500,
        "bind": coupon_bind(ALIAS, serial),
        **others,
    }
    return sign(CouponCode(**values), ISSUER_SEED)  # type: ignore[arg-type]  # as the class says


def pickup_code(clock: FakeClock, **others: object) -> str:
    """Return the code that collects the order of these tests."""
    values: dict[str, object] = {
        "kid": 1,
        "tenant": TENANT,
        "store": STORE_NUMBER,
        "order": ORDER_ID,
        "secret": SECRET,
        "exp_s": code_time_s(clock.now_ms()) + 86_400,
        **others,
    }
    return sign(PickupCode(**values), ISSUER_SEED)  # type: ignore[arg-type]  # as the class says


def person_of(till: Till) -> Callable[[str], StaffMember | None]:
    """Return what finds the people of a till."""

    def find(staff_id: str) -> StaffMember | None:
        with till.store.read() as work:
            return work.staff.get(staff_id)

    return find


@contextmanager
def open_shop(folder: Path, **card: object) -> Iterator[Till]:
    """Open a till in ``folder``, enrolled and filled when it is new, and close it at the end.

    ``card`` are fields of the store's card that differ.
    """
    clock = FakeClock()
    keys_path = folder / "keys.json"
    key_store = FakeKeyStore()
    if keys_path.exists():
        key_store.keys = FileKeyStore(keys_path).load()
    ids = FakeIds(int(keys_path.exists()) << 32)
    data = open_till_data(folder / "data", key_store=key_store, ids=ids)
    try:
        if not keys_path.exists():
            assert key_store.keys is not None
            _fill(data, clock, ids=ids, card=card)
            FileKeyStore(keys_path).save(key_store.keys)
        yield Till(data, clock, ids, FakeCentralApi(), EventBus())
    finally:
        data.close()


def _fill(data: TillData, clock: FakeClock, *, ids: FakeIds, card: Mapping[str, object]) -> None:
    EnrolTill(store=data.store, api=FakeEnrolment(card=card), clock=clock, ids=ids)(
        url="http://127.0.0.1:1", code="ABCDEFGHJK", device_name="test", app_version="0.1"
    )
    data.feed_sink.apply_store_page(store_page(*FIRST_PAGE), now_ms=clock.now_ms())
    _load(data, CATALOG, version="v1")


def _load(data: TillData, changes: Sequence[Change], *, version: str) -> None:
    unpacked = data.catalog_files.temporary_path(version)
    write_catalog(unpacked, changes, version=version)
    data.catalog_files.stage(
        version, unpacked, expected_products=sum(each.kind == "product" for each in changes)
    )
    data.catalog_files.activate(version)
