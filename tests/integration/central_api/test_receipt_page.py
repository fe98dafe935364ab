"""Whoever holds a receipt's code sees the receipt, and nobody learns anything from another one."""

import re
from html import unescape

import requests

from central_api.erasing import service as erasing
from central_api.journal import service as journal
from central_api.kit.database import Database
from central_api.receipts import service
from retail_core.journal import Entry
from retail_core.wire.facts import SALE_COMPLETED, Discount, SaleCompleted, SaleLine, SalePerson
from tests.integration.central_api.conftest import RunningServer, enrol
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor
from tests.integration.central_api.till import FakeTill, line, returned, sale

BUYER = SalePerson(member_id=MEMBER, alias=ALIAS, masked_name="李**", phone_last4="8823", means="code")
HALF_PRICE = Discount(
    rule_id="HALF",
    kind="percent",
    name="第二件半价<b>",
    amount_minor=-325,
    funders={"store": -325},
    tax_effect="price_reduction",
    units_milli=1_000,
)


def discounted() -> SaleLine:
    """Return 2 x 6.50 less 3.25."""
    plain = line()
    return plain.model_copy(
        update={"discounts": (HALF_PRICE,), "total_minor": 975, "net_minor": 863, "tax_minor": 112}
    )


def bought() -> SaleCompleted:
    return sale("sale-1", discounted(), list_minor=1_300, discount_minor=325, points_earned=9)


def ring_up(database: Database, till: FakeTill, *bodies: SaleCompleted, person: SalePerson | None) -> Entry:
    """Let a till state sales; return the entry of the last one."""
    caller = enrol(database, till)
    entries = [till.state(SALE_COMPLETED, body, person=person) for body in bodies]
    batch = till.batch(entries)
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    return entries[-1]


def told(answer: requests.Response) -> str:
    """Return the words of a page."""
    body = re.sub(r"<style>.*?</style>", "", answer.text, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "|", body))


def test_the_page_says_what_the_paper_says_in_the_customers_language(
    server: RunningServer, till: FakeTill
) -> None:
    server.database.run(set_up_floor)
    entry = ring_up(server.database, till, bought(), person=BUYER)
    address = f"{server.url}/r/S01-T01-000001?h={entry.hash[:16]}"
    with requests.Session() as session:
        session.trust_env = False
        pages = {
            tongue: session.get(address, headers={"Accept-Language": tongue}, timeout=20)
            for tongue in ("zh-CN", "zh-TW", "en")
        }
    assert {page.status_code for page in pages.values()} == {200}
    words = told(pages["en"])
    for part in (
        "一号店",
        "S01-T01-000001",
        "纯牛奶 250ml",
        "13.00",
        "第二件半价<b>",
        "-3.25",
        "¥9.75",
        "8.63",
    ):
        assert part in words, part
    assert "+9" in words
    assert "李**" in words
    # Less than the paper: neither the digits of the phone nor who sold it.
    assert not any(part in words for part in ("8823", "林晓", ALIAS, MEMBER))
    assert ["应付" in told(pages["zh-CN"]), "應付" in told(pages["zh-TW"])] == [True, True]
    assert "<b>" not in re.sub(r"&lt;b&gt;", "", pages["en"].text)
    headers = pages["en"].headers
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert [line_["route"] for line_ in server.log() if line_["event"] == "request"][-1] == "/r/{number}"
    assert entry.hash[:16] not in server.log_path.read_text(encoding="utf-8")


def test_an_unknown_receipt_and_a_wrong_hash_get_the_same_kind_answer(
    server: RunningServer, till: FakeTill
) -> None:
    entry = ring_up(server.database, till, sale(), person=None)
    wrong = "0" * 16 if entry.hash[0] != "0" else "1" * 16
    places = [
        f"/r/S01-T01-000001?h={wrong}",
        "/r/S01-T01-000001",
        "/r/S01-T01-000001?h=",
        f"/r/S01-T01-000001?h={entry.hash[:15]}",
        f"/r/S01-T01-000001?h={entry.hash}",
        f"/r/S01-T01-000002?h={entry.hash[:16]}",
        "/r/%00%FF%C3%A9?h=%F0%9F%98%80",
    ]
    with requests.Session() as session:
        session.trust_env = False
        answers = [session.get(server.url + place, timeout=20) for place in places]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert "This receipt is not here yet" in told(answers[0])


def test_who_opens_pages_without_end_is_asked_to_wait(server: RunningServer) -> None:
    with requests.Session() as session:
        session.trust_env = False
        # The window may turn once in between, so two of them are filled.
        codes = [session.get(server.url + "/r/X?h=0", timeout=20) for _ in range(122)]
    assert codes[0].status_code == 404
    refused = [answer for answer in codes if answer.status_code == 429]
    assert refused
    assert 1 <= int(refused[0].headers["Retry-After"]) <= 60
    assert "try again in a minute" in told(refused[0])


def test_what_came_back_since_is_shown_beside_the_receipt(database: Database, till: FakeTill) -> None:
    bought_ = sale()
    caller = enrol(database, till)
    first = till.state(SALE_COMPLETED, bought_)
    back = returned(bought_, pieces=2, number=2)
    second = till.state(SALE_COMPLETED, back)
    batch = till.batch([first, second])
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    with database.read() as unit:
        shown = service.show(unit, "S01-T01-000001", shown_hash=first.hash[:16].upper())
        document = service.show(unit, "S01-T01-000002", shown_hash=second.hash[:16])
    assert shown is not None
    assert [each.receipt.refund_minor for each in shown.returned] == [1_300]
    assert document is not None
    assert document.sale.total_minor == -1_300


def test_a_member_who_was_erased_is_on_no_page(database: Database, till: FakeTill) -> None:
    database.run(set_up_floor)
    entry = ring_up(database, till, sale(points_earned=13), person=BUYER)
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    with database.read() as unit:
        shown = service.show(unit, "S01-T01-000001", shown_hash=entry.hash[:16])
    assert shown is not None
    assert shown.masked_name == ""
