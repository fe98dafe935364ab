"""Who holds an order's address sees how far it is; nobody learns anything from another address."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from functools import partial
from html import unescape
from urllib.parse import urlsplit

import pytest
import requests

from central_api.erasing import service as erasing
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.links import service as links
from central_api.order_page import service
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from retail_core.wire import order_facts
from retail_core.wire.facts import HandOverLine, OrderHandedOver, OrderHandOverUndone, OrderStep
from retail_core.wire.order_facts import ORDER_PICKING, ORDER_SHORT, OrderShort, Substitute
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder
from tests.integration.central_api.conftest import NOW_MS, RunningServer, wait_until
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, PHONE, apply, context, set_up_floor

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS


def place(database: Database, request_id: str = "r1") -> OrderPlaced:
    """Place two cartons of milk for 12.00, promised in half an hour."""
    request = PlaceOrder(
        request_id=request_id,
        store_id="S01",
        member_id=MEMBER,
        items=(OrderItem(product_id="p-milk", qty_milli=2_000),),
    )
    return database.run(lambda unit: shop.place_order(unit, request))


def token_of(placed: OrderPlaced) -> str:
    return urlsplit(placed.page_url).path.removeprefix("/o/")


def ready(database: Database, order_id: str, *, wall_ms: int, shelf: str = "B2") -> None:
    step = OrderStep(order_id=order_id, shelf=shelf)
    found = apply(
        database,
        lambda unit: orders.apply(
            unit, context("e-ready", wall_ms=wall_ms), kind=order_facts.ORDER_READY, body=step
        ),
    )
    assert found == []


def hand_over(database: Database, placed: OrderPlaced, *, wall_ms: int) -> None:
    fact = OrderHandedOver(
        hand_over_id="h1",
        order_id=placed.order.order_id,
        shift_id="shift-1",
        business_day="2025-11-24",
        means="code",
        evidence="ab" * 16,
        value_minor=placed.order.total_minor,
        currency="CNY",
        lines=tuple(
            HandOverLine(line_id=line.line_id, product_id=line.product_id, qty_milli=line.qty_milli)
            for line in placed.order.lines
        ),
    )
    found = apply(
        database,
        lambda unit: orders.apply(
            unit, context("e-h1", wall_ms=wall_ms), kind=order_facts.ORDER_HANDED_OVER, body=fact
        ),
    )
    assert found == []


def told(answer: requests.Response) -> str:
    """Return the words of a page."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", answer.text, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "|", body))


class Phone:
    """A customer's phone, which knows one address."""

    def __init__(self, server: RunningServer) -> None:
        self.url = server.url
        self.session = requests.Session()
        self.session.trust_env = False

    def post(self, path: str) -> requests.Response:
        return self.session.post(self.url + path, timeout=20)

    def get(self, path: str, language: str = "en") -> requests.Response:
        return self.session.get(self.url + path, headers={"Accept-Language": language}, timeout=20)


@pytest.fixture
def phone(server: RunningServer) -> Iterator[Phone]:
    server.database.run(set_up_floor)
    opened = Phone(server)
    yield opened
    opened.session.close()


def test_the_page_tells_how_far_the_order_is_in_the_customers_language(
    server: RunningServer, phone: Phone
) -> None:
    placed = place(server.database)
    assert placed.page_url.startswith("https://r.example/o/")
    path = urlsplit(placed.page_url).path

    pages = {tongue: phone.get(path, tongue) for tongue in ("zh-CN", "zh-TW", "en")}

    assert {page.status_code for page in pages.values()} == {200}
    words = told(pages["en"])
    for part in ("A001", "Placed", "Being picked", "一号店", "上海市南京西路 1 号", "¥12.00", "2 pieces"):
        assert part in words, part
    assert "李**" in words
    assert "phone ending 8823" in words
    assert not any(part in pages["en"].text for part in (PHONE, "李静", ALIAS, placed.pickup_code))
    assert MEMBER not in words
    assert ["取货码" in told(pages["zh-CN"]), "取貨碼" in told(pages["zh-TW"])] == [True, True]
    # Who chose a language on the page has it, whatever the browser says.
    assert "取貨碼" in told(phone.get(path + "?lang=zh-Hant"))


def test_the_page_is_kept_nowhere_runs_nothing_from_elsewhere_and_is_in_no_log(
    server: RunningServer, phone: Phone
) -> None:
    token = token_of(place(server.database))

    answer = phone.get(f"/o/{token}")

    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"(?:src|href|action)=\"(?!/o/)", answer.text) == []
    assert phone.get(f"/o/{token}/status").headers["Cache-Control"] == "no-store"
    routes = ["/o/{token}", "/o/{token}/status"]
    # A line is written when its answer is on its way already.
    wait_until(lambda: [line["route"] for line in server.log() if line["event"] == "request"] == routes)
    assert token not in server.log_path.read_text(encoding="utf-8")


def test_every_address_that_was_not_given_out_gets_the_same_answer(
    server: RunningServer, phone: Phone
) -> None:
    token = token_of(place(server.database))
    raw = bytearray(urlsafe_b64decode(token))
    forged = []
    for byte in (0, 7, 8, 11, 12, 23):  # the order, its end, the mark
        changed = bytearray(raw)
        changed[byte] ^= 1
        forged.append(urlsafe_b64encode(bytes(changed)).decode())
    with server.database.read() as unit:
        unknown = links.order_token(unit, "0" * 16, placed_ms=unit.now_ms)
        over = links.order_token(unit, "0" * 16, placed_ms=unit.now_ms - 61 * DAY_MS)
    wrong = [*forged, unknown, over, "x", token[:-1], token + "A", "%00%FF%C3%A9", "A" * 32, token[:31] + "!"]

    answers = [phone.get(f"/o/{each}") for each in wrong]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert "This order cannot be shown" in told(answers[0])
    states = [phone.get(f"/o/{each}/status") for each in wrong]
    assert {(answer.status_code, answer.text) for answer in states} == {(404, '{"version":""}')}
    assert phone.get(f"/o/{token}").status_code == 200


def test_who_tries_addresses_without_end_has_to_wait_and_customers_behind_the_same_address_do_not(
    server: RunningServer, phone: Phone
) -> None:
    token = token_of(place(server.database))

    # The window may turn once in between, so two of them are filled.
    tried = [phone.get("/o/none").status_code for _ in range(122)]

    assert tried[0] == 404
    assert 429 in tried
    assert phone.get(f"/o/{token}").status_code == 200


def test_the_status_changes_with_the_order_and_only_then(server: RunningServer, phone: Phone) -> None:
    placed = place(server.database)
    path = f"/o/{token_of(placed)}"

    first = phone.get(path + "/status?lang=en").json()

    assert first == phone.get(path + "/status?lang=en").json()
    assert f'data-version="{first["version"]}"' in phone.get(path).text
    ready(server.database, placed.order.order_id, wall_ms=placed.order.placed_ms + MINUTE_MS)
    after = phone.get(path + "/status?lang=en").json()
    assert (first["state"], after["state"]) == ("placed", "ready")
    assert after["version"] != first["version"]
    page = told(phone.get(path))
    assert "Ready to collect" in page
    assert "Shelf B2" in page


def test_the_code_is_shown_until_the_order_was_handed_over_and_again_after_an_undo(
    server: RunningServer, phone: Phone
) -> None:
    placed = place(server.database)
    path = f"/o/{token_of(placed)}"
    now_ms = placed.order.placed_ms
    ready(server.database, placed.order.order_id, wall_ms=now_ms + MINUTE_MS)
    assert "<svg" in phone.get(path).text

    hand_over(server.database, placed, wall_ms=now_ms + 2 * MINUTE_MS)

    collected = phone.get(path).text
    assert "<svg" not in collected
    assert "Collected" in collected
    undone = OrderHandOverUndone(hand_over_id="h1", order_id=placed.order.order_id)
    where = context("e-undo", wall_ms=now_ms + 2 * MINUTE_MS + 5_000)
    apply(
        server.database,
        lambda unit: orders.apply(unit, where, kind=order_facts.ORDER_HAND_OVER_UNDONE, body=undone),
    )
    assert "<svg" in phone.get(path).text


def test_a_cancelled_order_says_so_and_has_no_code(server: RunningServer, phone: Phone) -> None:
    placed = place(server.database)
    server.database.run(lambda unit: orders.cancel(unit, placed.order.order_id))

    page = phone.get(f"/o/{token_of(placed)}")

    assert page.status_code == 200
    assert "<svg" not in page.text
    words = told(page)
    assert "Cancelled" in words
    assert "Being picked" not in words


def test_the_customer_gives_an_order_up_until_somebody_picks_it(server: RunningServer, phone: Phone) -> None:
    first, second = place(server.database, "r1"), place(server.database, "r2")
    picked = OrderStep(order_id=second.order.order_id)
    apply(
        server.database,
        lambda unit: orders.apply(unit, context("e-pick"), kind=ORDER_PICKING, body=picked),
    )
    assert "Cancel this order" in told(phone.get(f"/o/{token_of(first)}"))
    assert "Cancel this order" not in told(phone.get(f"/o/{token_of(second)}"))

    # The second one is sent as by a page that was opened before; the first one by two taps.
    answers = [phone.post(f"/o/{token_of(placed)}/cancel?lang=en") for placed in (first, first, second)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert ["Cancelled" in told(answer) for answer in answers] == [True, True, False]
    assert "Being prepared" in told(answers[2])
    assert phone.post(f"/o/{'A' * 32}/cancel").status_code == 404
    with server.database.read() as unit:
        [level] = stock.levels(unit, "S01", product_ids=["p-milk"])
        refunded = [
            sum(line.done.refunded_minor for line in found.lines)
            for placed in (first, second)
            if (found := orders.shown(unit, placed.order.order_id)) is not None
        ]
    assert level.committed_milli == 2_000
    assert refunded == [1_200, 0]


def test_the_page_tells_what_became_of_each_line(server: RunningServer, phone: Phone) -> None:
    placed = place(server.database)
    order_id, [line] = placed.order.order_id, placed.order.lines
    instead = Substitute(line_id="s1", product_id="p-oat", name="Oat milk", qty_milli=1_000, price_minor=500)
    shorts = [
        OrderShort(
            step_id="s-1",
            order_id=order_id,
            line_id=line.line_id,
            qty_milli=1_000,
            choice="substitute",
            refund_minor=100,
            substitute=instead.model_copy(update={"asked": True}),
        ),
        OrderShort(
            step_id="s-2",
            order_id=order_id,
            line_id=line.line_id,
            qty_milli=1_000,
            choice="refund",
            refund_minor=600,
        ),
    ]
    facts = [(ORDER_PICKING, OrderStep(order_id=order_id)), *((ORDER_SHORT, short) for short in shorts)]
    for number, (kind, body) in enumerate(facts):
        step = partial(orders.apply, context=context(f"e{number}"), kind=kind, body=body)
        assert apply(server.database, step) == []

    page = told(phone.get(f"/o/{token_of(placed)}"))

    for part in ("1 replaced", "1 missing", "7.00 refunded", "Oat milk", "instead of 纯牛奶 250ml"):
        assert part in page, part
    assert "Refunded||¥7.00" in page


def test_an_order_is_late_from_its_promised_time_on_until_it_is_ready(
    database: Database, clock: FixedClock
) -> None:
    database.run(set_up_floor)
    placed = place(database)
    token = token_of(placed)

    def is_late() -> bool:
        with database.read() as unit:
            view = service.show(unit, token)
        assert view is not None
        return view.is_late

    assert placed.order.promised_ms == NOW_MS + 30 * MINUTE_MS
    clock.set(placed.order.promised_ms)
    assert is_late() is False
    clock.set(placed.order.promised_ms + 1)
    assert is_late() is True
    ready(database, placed.order.order_id, wall_ms=clock.now_ms())
    assert is_late() is False


def test_an_address_opens_for_sixty_days(database: Database, clock: FixedClock) -> None:
    database.run(set_up_floor)
    token = token_of(place(database))
    clock.set(NOW_MS + 60 * DAY_MS - MINUTE_MS)
    with database.read() as unit:
        assert service.show(unit, token) is not None
    clock.set(NOW_MS + 60 * DAY_MS)
    with database.read() as unit:
        assert service.show(unit, token) is None


def test_an_order_has_one_address_however_often_it_is_asked_for(database: Database) -> None:
    database.run(set_up_floor)
    first = place(database)
    with database.read() as unit:
        asked = shop.order(unit, first.order.order_id)
    assert place(database).page_url == first.page_url == asked.page_url
    assert place(database, "r2").page_url != first.page_url


def test_who_was_erased_is_on_no_page(database: Database) -> None:
    database.run(set_up_floor)
    placed = place(database)
    hand_over(database, placed, wall_ms=NOW_MS + MINUTE_MS)
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    with database.read() as unit:
        view = service.show(unit, token_of(placed))
    assert view is not None
    assert (view.shown.order.masked_name, view.shown.order.phone_last4) == ("", "")
