"""The page of an order in a real browser, as a phone shows it; one browser and one server for all of it."""

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
import zxingcpp
from PIL import Image
from selenium.common.exceptions import JavascriptException, StaleElementReferenceException
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from central_api.app import build_app, build_kit
from central_api.kit.clock import SystemClock
from central_api.kit.database import Database
from central_api.kit.settings import Settings
from central_api.kit.unit import Unit
from central_api.migrations import runner
from central_api.orders import service as orders
from central_api.shop import service as shop
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire import order_facts
from retail_core.wire.facts import HandOverLine, OrderHandedOver, OrderStep
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder
from tests.integration.central_api.conftest import TellingServer, set_up_shop
from tests.integration.central_api.shop_floor import MEMBER, apply, context, set_up_floor

pytestmark = pytest.mark.needs_root_or_platform("chromium", reason="customers' pages are opened in a browser")

WIDTH, HEIGHT = 390, 844
LUMINANCE = """
const style = getComputedStyle(document.querySelector(arguments[0]));
const rgb = style.backgroundColor.match(/[0-9.]+/g).map(Number);
return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
"""


@dataclass
class Shop:
    """A server with orders, and the browser of a customer."""

    url: str
    database: Database
    browser: Chrome
    folder: Path
    placed: int = 0

    def place(self) -> OrderPlaced:
        """Place another order of two cartons of milk."""
        self.placed += 1
        request = PlaceOrder(
            request_id=f"r{self.placed}",
            store_id="S01",
            member_id=MEMBER,
            items=(OrderItem(product_id="p-milk", qty_milli=2_000),),
        )
        return self.database.run(lambda unit: shop.place_order(unit, request))

    def ready(self, placed: OrderPlaced) -> None:
        """Let the store put an order on its shelf."""
        step = OrderStep(order_id=placed.order.order_id, shelf="B2")
        where = context(f"e-{placed.order.number}", wall_ms=placed.order.placed_ms + 60_000)
        assert (
            apply(
                self.database, lambda unit: orders.apply(unit, where, kind=order_facts.ORDER_READY, body=step)
            )
            == []
        )

    def hand_over(self, placed: OrderPlaced) -> None:
        """Let the store hand an order over."""
        fact = OrderHandedOver(
            hand_over_id=f"h-{placed.order.number}",
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
        where = context(f"h-{placed.order.number}", wall_ms=placed.order.placed_ms + 120_000)
        assert (
            apply(
                self.database,
                lambda unit: orders.apply(unit, where, kind=order_facts.ORDER_HANDED_OVER, body=fact),
            )
            == []
        )

    def open(self, placed: OrderPlaced, *, language: str = "en", theme: str = "light") -> str:
        """Open the page of an order and return its words."""
        feature = {"name": "prefers-color-scheme", "value": theme}
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        self.browser.get(f"{self.url}{urlsplit(placed.page_url).path}?lang={language}")
        return self.words()

    def words(self) -> str:
        """Return what can be read on the page that is open."""
        return str(self.browser.execute_script("return document.body.innerText"))

    def picture(self, name: str) -> Image.Image:
        """Return the screen as it is, and keep it for whoever wants to look at it."""
        shot = self.browser.get_screenshot_as_png()
        (self.folder / f"order-{name}.png").write_bytes(shot)
        return Image.open(io.BytesIO(shot))

    def complaints(self) -> object:
        """Return what the browser found wrong since it was asked last."""
        return self.browser.execute("getLog", {"type": "browser"})["value"]

    def come_back(self, is_there: Callable[[str], bool]) -> None:
        """Look at the page again, as after another app, and wait until its words have changed."""
        self.browser.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
        in_between = (JavascriptException, StaleElementReferenceException)  # one page goes, the next comes
        WebDriverWait(self.browser, 30, ignored_exceptions=in_between).until(lambda _: is_there(self.words()))


def fill_shelf(unit: Unit) -> None:
    stock.move(unit, [Movement("S01", "p-milk", 1_000_000, 0, stock.RECEIPT, "r2", "1", unit.now_ms)])
    stock.settle(unit)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    opened = Chrome(options=options, service=ChromeService("/usr/bin/chromedriver"))
    metrics = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 2, "mobile": True}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    yield opened
    opened.quit()


@pytest.fixture(scope="module")
def shop_(browser: Chrome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("shop")
    settings = Settings(f"sqlite:///{folder / 'central.db'}", log_path=folder / "requests.jsonl")
    kit = build_kit(settings, clock=SystemClock())
    runner.upgrade(kit.database.engine)
    kit.database.run(set_up_shop)
    kit.database.run(set_up_floor)
    kit.database.run(fill_shelf)
    ready = threading.Event()
    config = uvicorn.Config(build_app(kit), port=0, log_level="warning", access_log=False, lifespan="on")
    server = TellingServer(config, ready)
    thread = threading.Thread(target=server.run)
    thread.start()
    assert ready.wait(20)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Shop(f"http://127.0.0.1:{port}", kit.database, browser, folder)
    kit.wakeups.close()
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()


def test_a_phone_shows_it_whole_and_another_reader_reads_its_code(shop_: Shop) -> None:
    placed = shop_.place()
    shop_.complaints()  # what the tests before this one left

    words = shop_.open(placed)

    assert placed.order.number in words
    assert "Show this code in the store" in words
    assert "¥12.00" in words
    assert shop_.browser.execute_script("return document.documentElement.scrollWidth") == WIDTH
    [code] = zxingcpp.read_barcodes(shop_.picture("placed-en-light"))
    assert code.text == placed.pickup_code
    # Nothing was refused by the page's own policy, and no script failed.
    assert shop_.complaints() == []


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "取货码"), ("zh-Hant", "取貨碼"), ("en", "Where to collect")]
)
def test_it_is_dark_where_the_phone_is_and_speaks_its_language(
    shop_: Shop, language: str, words: str
) -> None:
    placed = shop_.place()
    assert words in shop_.open(placed, language=language, theme="light")
    assert shop_.browser.execute_script(LUMINANCE, "section") > 200

    assert words in shop_.open(placed, language=language, theme="dark")

    assert shop_.browser.execute_script(LUMINANCE, "section") < 60
    assert shop_.browser.execute_script("return document.documentElement.scrollWidth") == WIDTH
    [code] = zxingcpp.read_barcodes(shop_.picture(f"placed-{language}-dark"))
    assert code.text == placed.pickup_code
    assert shop_.browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == language


def test_it_tells_by_itself_that_the_order_is_ready_and_hides_the_code_once_it_is_collected(
    shop_: Shop,
) -> None:
    placed = shop_.place()
    assert "Ready to collect" not in shop_.open(placed)

    shop_.ready(placed)
    shop_.come_back(lambda words: "Ready to collect" in words)
    assert "Shelf B2" in shop_.words()
    shop_.picture("ready-en-light")

    shop_.hand_over(placed)
    shop_.come_back(lambda words: "Show this code" not in words and "Collected" in words)
    assert shop_.browser.find_elements(By.CSS_SELECTOR, "svg") == []
    assert zxingcpp.read_barcodes(shop_.picture("collected-en-light")) == []


def test_an_address_that_names_nothing_is_a_clear_page(shop_: Shop) -> None:
    shop_.browser.get(f"{shop_.url}/o/{'A' * 32}?lang=en")
    assert "This order cannot be shown" in shop_.words()
    assert shop_.browser.execute_script("return document.documentElement.scrollWidth") == WIDTH
