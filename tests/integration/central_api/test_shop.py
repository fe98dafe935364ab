"""The shop's side over HTTP: behind a token, priced as the till prices, and what the commands print."""

import json
from collections.abc import Iterator

import pytest
import requests
from typer.testing import CliRunner

from central_api.cli import build_cli
from central_api.enrolment import service as enrolment
from retail_core.codes.pq1 import kind_of
from retail_core.wire.shop import Availability, MemberCodes, OrderPlaced, PriceReply
from tests.integration.central_api.conftest import RunningServer
from tests.integration.central_api.shop_floor import MEMBER, PHONE, set_up_floor

TIMEOUT_S = 20


class Shop:
    """A client of the shop's side."""

    def __init__(self, server: RunningServer) -> None:
        self.url = server.url
        self.token = server.database.run(lambda unit: enrolment.make_client(unit, "test"))
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["Authorization"] = f"Bearer {self.token}"

    def post(self, path: str, body: object = None) -> requests.Response:
        return self.session.post(f"{self.url}/v1/shop{path}", json=body, timeout=TIMEOUT_S)

    def get(self, path: str) -> requests.Response:
        return self.session.get(f"{self.url}/v1/shop{path}", timeout=TIMEOUT_S)


@pytest.fixture
def shop(server: RunningServer) -> Iterator[Shop]:
    server.database.run(set_up_floor)
    found = Shop(server)
    yield found
    found.session.close()


def order(pieces: int) -> dict[str, object]:
    return {
        "request_id": "r1",
        "store_id": "S01",
        "member_id": MEMBER,
        "items": [{"product_id": "p-milk", "qty_milli": 1_000 * pieces}],
    }


def run(shop: Shop, *arguments: str) -> tuple[int, dict[str, object]]:
    """Run ``central-api demo ...`` against the server and return exit code and answer."""
    command = ["demo", *arguments, "--url", shop.url, "--token", shop.token]
    result = CliRunner().invoke(build_cli(), command)
    return result.exit_code, json.loads(result.stdout) if result.stdout else {}


def test_without_a_token_nothing_is_told(shop: Shop) -> None:
    shop.session.headers["Authorization"] = "Bearer " + "x" * 40

    assert shop.post(f"/members/{MEMBER}/codes").status_code == 401


def test_a_member_has_a_code_for_now_and_fifteen_ahead(shop: Shop) -> None:
    codes = MemberCodes.model_validate_json(shop.post(f"/members/{MEMBER}/codes").content)

    assert len(codes.codes) == len(set(codes.codes)) == 16
    assert {kind_of(code) for code in codes.codes} == {"member"}


def test_an_order_is_placed_and_can_be_looked_at(shop: Shop) -> None:
    placed = OrderPlaced.model_validate_json(shop.post("/orders", order(2)).content)
    again = OrderPlaced.model_validate_json(shop.get(f"/orders/{placed.order.order_id}").content)

    assert again == placed


def test_too_large_an_order_is_refused_with_a_code_and_the_product(shop: Shop) -> None:
    reply = shop.post("/orders", order(11))

    assert (reply.status_code, reply.json()) == (409, {"code": "stock.not_enough", "detail": "p-milk"})


def test_an_order_of_nothing_is_malformed(shop: Shop) -> None:
    assert shop.post("/orders", order(0)).json()["code"] == "request.malformed"


def test_a_basket_costs_online_what_it_costs_at_the_till(shop: Shop) -> None:
    basket = {
        "currency": "CNY",
        "lines": [
            {
                "line_id": "1",
                "product_id": "p-milk",
                "name": "纯牛奶",
                "category_id": "dairy",
                "qty_milli": 2_000,
                "sold_by": "piece",
                "unit_price_minor": 650,
                "tax_rate_bp": 1_300,
                "tier_prices_minor": {"gold": 600},
            }
        ],
        "member": {"member_id": MEMBER, "tier": "gold"},
    }
    reply = shop.post("/price", {"store_id": "S01", "basket": basket})
    priced = PriceReply.model_validate_json(reply.content).priced

    assert (priced["total_minor"], priced["points_earned"]) == (1_200, 12)


def test_a_basket_that_is_none_names_the_field(shop: Shop) -> None:
    reply = shop.post("/price", {"store_id": "S01", "basket": {"lines": []}})

    assert reply.json() == {"code": "pricing.bad_basket", "detail": "currency"}


def test_stock_is_told_with_what_orders_keep(shop: Shop) -> None:
    shop.post("/orders", order(2))
    [found] = shop.get("/stock?store_id=S01&product_id=p-milk").json()
    told = Availability.model_validate(found)

    assert (told.on_hand_milli, told.committed_milli) == (10_000, 2_000)


def test_a_wallet_shows_its_coupon_with_codes(shop: Shop) -> None:
    request = {"request_id": "c1", "campaign_id": "FIVE", "member_id": MEMBER}
    issued = shop.post("/coupons", request).json()

    assert shop.get(f"/members/{MEMBER}/coupons").json() == [issued]


def test_the_demo_command_finds_a_member_by_phone(shop: Shop) -> None:
    exit_code, answer = run(shop, "member-code", "--phone", PHONE)

    assert (exit_code, answer["member_id"]) == (0, MEMBER)


def test_the_demo_command_issues_a_coupon(shop: Shop) -> None:
    exit_code, answer = run(shop, "coupon", "--campaign", "FIVE", "--member", MEMBER)

    assert (exit_code, answer["value_minor"]) == (0, 500)


def test_the_demo_command_places_an_order(shop: Shop) -> None:
    exit_code, answer = run(shop, "order", "--store", "S01", "--member", MEMBER, "--item", "p-milk:2")

    assert exit_code == 0
    assert kind_of(str(answer["pickup_code"])) == "pickup"
