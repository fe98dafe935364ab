"""The work list: what a store's people have to look at, and what settles it; on both databases."""

import json
from pathlib import Path
from typing import Any

import pytest
import requests

from central_api.catalog import service as catalog
from central_api.feed import service as feed
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.staff import service as staff
from retail_core.wire import facts
from retail_core.wire.exceptions import ACTIONS, actions_for
from tests.integration.central_api.conftest import Client, RunningServer, cashier, enrol
from tests.integration.central_api.shop_floor import coupon_campaign
from tests.integration.central_api.till import FakeTill, line, sale

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture
def manager(server: RunningServer) -> str:
    """A manager of S01, and one of S02."""

    def hire(unit: Unit) -> None:
        for scope, staff_id in (("S01", "st-wang"), ("S02", "st-zhao")):
            person = cashier(staff_id, exception_settle=None).model_copy(update={"role": "manager"})
            staff.restore(unit, scope, doc=person)

    server.database.run(hire)
    return "st-wang"


def doubt(client: Client, till: FakeTill, *, unit_minor: int = 620) -> None:
    """Sell milk for a price that it does not have."""
    number = till.head.seq + 1
    entry = till.state(
        facts.SALE_COMPLETED, sale(f"{till.terminal}-{number}", line(unit_minor=unit_minor), number=number)
    )
    answer = client.post("/v1/journal", till.batch([entry]).model_dump_json().encode())
    assert answer.json()["exceptions"] == 1


def listed(client: Client, query: str = "") -> dict[str, Any]:
    answer = client.get(f"/v1/exceptions{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def settle(client: Client, number: int, *, action: str = "accept", by: str = "st-wang") -> requests.Response:
    order = {"exception_id": number, "action": action, "staff_id": by, "note": "called the supplier"}
    return client.post("/v1/exceptions/settle", json.dumps(order).encode())


def test_a_doubtful_fact_is_listed_with_who_did_it_and_what_settles_it(
    client: Client, till: FakeTill
) -> None:
    doubt(client, till)
    found = listed(client)
    [row] = found["rows"]
    assert (found["open"], found["next"]) == (1, None)
    assert (row["kind"], row["terminal"], row["seq"], row["actor"]) == (
        "sale.price_differs",
        "S01-T01",
        1,
        "st-lin",
    )
    assert row["args"]["catalog_minor"] == 650
    assert row["actions"] == ["accept", "price_corrected"]
    assert (row["state"], row["settled_by"]) == ("open", "")


def test_what_is_settled_leaves_the_list_and_says_who_did_what(
    client: Client, till: FakeTill, manager: str
) -> None:
    doubt(client, till)
    [row] = listed(client)["rows"]
    answer = settle(client, row["exception_id"], action="price_corrected", by=manager)
    assert answer.status_code == 200, answer.text
    assert listed(client)["rows"] == []
    [done] = listed(client, "?state=done")["rows"]
    assert (done["action"], done["settled_by"], done["note"]) == (
        "price_corrected",
        manager,
        "called the supplier",
    )
    assert done["done_ms"] > 0
    again = settle(client, row["exception_id"], action="price_corrected", by=manager)
    assert again.json() == answer.json()


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"action": "end_campaign"}, (422, "exception.wrong_action")),
        ({"by": "st-lin"}, (403, "exception.no_right")),
        ({"by": "st-zhao"}, (403, "exception.no_right")),
        ({"by": "nobody"}, (403, "exception.no_right")),
    ],
    ids=["wrong action", "cashier", "manager of another store", "nobody"],
)
def test_who_may_not_settle_it_changes_nothing(
    client: Client, till: FakeTill, manager: str, *, changed: dict[str, str], refused: tuple[int, str]
) -> None:
    del manager
    doubt(client, till)
    [row] = listed(client)["rows"]
    answer = settle(client, row["exception_id"], **changed)
    assert (answer.status_code, answer.json()["code"]) == refused
    assert listed(client)["open"] == 1


def test_what_somebody_settled_is_not_settled_in_another_way(
    client: Client, till: FakeTill, manager: str
) -> None:
    doubt(client, till)
    [row] = listed(client)["rows"]
    settle(client, row["exception_id"], by=manager)
    answer = settle(client, row["exception_id"], action="price_corrected", by=manager)
    assert (answer.status_code, answer.json()["code"]) == (409, "exception.already_settled")


def test_another_store_sees_and_settles_nothing(
    client: Client, till: FakeTill, manager: str, server: RunningServer
) -> None:
    del manager
    doubt(client, till)
    [row] = listed(client)["rows"]
    stranger = FakeTill(seed=b"s" * 32)
    other = Client(server, enrol(server.database, stranger, store_id="S02"), stranger.seed)
    assert listed(other) == {"rows": [], "open": 0, "next": None}
    answer = settle(other, row["exception_id"], by="st-zhao")
    assert (answer.status_code, answer.json()["code"]) == (404, "exception.unknown")
    assert listed(client)["open"] == 1
    other.session.close()


def test_a_long_list_comes_in_pages(client: Client, till: FakeTill) -> None:
    for _ in range(3):
        doubt(client, till)
    first = listed(client, "?limit=2")
    second = listed(client, f"?limit=2&after={first['next']}")
    assert [len(first["rows"]), len(second["rows"]), second["next"]] == [2, 1, None]
    assert [row["seq"] for row in (*first["rows"], *second["rows"])] == [1, 2, 3]


def test_a_campaign_that_was_overrun_can_be_ended_from_the_list(
    client: Client, till: FakeTill, manager: str, server: RunningServer
) -> None:
    flash = coupon_campaign()
    doc = {**flash.doc, "id": "FLASH", "limits": {"stock": 1}}
    campaign = type(flash)("FLASH", 88, "闪购", "fixed_price", doc)
    server.database.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[campaign]))
    entry = till.state(
        facts.SALE_COMPLETED,
        sale("flash-1", uses=(facts.CampaignUse(rule_id="FLASH", count=2, day="2025-11-24"),)),
    )
    client.post("/v1/journal", till.batch([entry]).model_dump_json().encode())
    [row] = listed(client)["rows"]
    assert (row["kind"], row["actions"]) == ("campaign.over_limit", ["accept", "end_campaign"])
    assert settle(client, row["exception_id"], action="end_campaign", by=manager).status_code == 200
    assert campaigns_of(server.database) == {}


def campaigns_of(database: Database) -> dict[str, str]:
    """Return the campaigns that tills of S01 hear of."""
    with database.read() as unit:
        return dict(feed.documents(unit, "catalog", store_id="S01", kind="campaign"))


def test_every_kind_that_the_protocol_names_has_actions() -> None:
    page = (DOCS / "protocol.md").read_text(encoding="utf-8")
    table = page.partition("| exception | about |")[2].partition("\n\n")[0]
    kinds = [kind for kind in table.split("`")[1::2] if "." in kind]
    assert len(kinds) > 20
    for kind in kinds:
        assert kind in ACTIONS or kind.partition(".")[0] in ACTIONS, kind
        assert actions_for(kind)
