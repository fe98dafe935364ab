"""Sixty-four tills want the same coupon, or the last of a budget: who wins is decided once, by PostgreSQL."""

import socket
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from urllib.parse import urlsplit

import pytest
from requests import PreparedRequest

from central_api.catalog import service as catalog
from central_api.coupons import giving, repository
from central_api.coupons import service as coupons
from central_api.coupons.schemas import Account, Change, Coupon, Grant, Redemption
from central_api.kit.clock import SystemClock
from central_api.kit.database import Database, open_database
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.migrations import runner
from retail_core.wire.counter import CouponHeld, CouponHold
from retail_core.wire.facts import CouponUse
from retail_core.wire.shop import CouponIssued
from tests.integration.central_api.conftest import TENANT, Client, RunningServer, enrol, set_up_shop
from tests.integration.central_api.shop_floor import MEMBER, context, coupon_campaign, set_up_floor
from tests.integration.central_api.test_process import serving
from tests.integration.central_api.till import FakeTill, sale

MANY = 64
WORKERS = 3
FIVE = 500
BUDGET_MINOR = 10 * FIVE
AT_ONCE = 8
"""So many stand between question and answer where a protection is taken out."""


@pytest.fixture
def database(postgres_url: str) -> Iterator[Database]:
    """A shop on PostgreSQL with the campaign of five off and its budget of ten coupons."""
    opened = open_database(postgres_url, clock=SystemClock())
    runner.upgrade(opened.engine)
    opened.run(set_up_shop)
    opened.run(set_up_floor)
    campaign = replace(coupon_campaign(), doc={**coupon_campaign().doc, "offline_allowed": False})
    with_budget = replace(campaign, issuing={"budget_minor": BUDGET_MINOR})
    opened.run(lambda unit: catalog.put_campaigns(unit, "*", campaigns=[with_budget]))
    yield opened
    opened.close()


def issue(database: Database, count: int) -> list[CouponIssued]:
    def work(unit: Unit) -> list[CouponIssued]:
        found = [
            coupons.issue(unit, Grant(f"r{number}", "FIVE", MEMBER, "S01"), tenant=TENANT, store_number=1)
            for number in range(count)
        ]
        members.settle(unit)
        return found

    return database.run(work)


def account(database: Database) -> Account:
    with database.read() as unit:
        found = repository.account(unit, "FIVE")
    assert found is not None
    return found


def lose_answer(url: str, request: PreparedRequest) -> None:
    """Send a request whole and hang up before its answer comes."""
    place = urlsplit(url)
    body = request.body if isinstance(request.body, bytes) else b""
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=20) as connection:
        first = f"{request.method} {request.path_url} HTTP/1.1\r\nHost: {place.netloc}\r\n{head}\r\n"
        connection.sendall(first.encode() + body)


def ask_over_http(
    clients: Sequence[Client], wanted: Sequence[CouponIssued], *, lossy: bool
) -> list[CouponHeld]:
    """Let every sale ask for its coupon at once, each over a connection of its own."""
    gate = Barrier(len(wanted))

    def ask(number: int) -> CouponHeld:
        question = CouponHold(coupon_id=wanted[number].coupon_id, sale_id=f"sale-{number}", member_id=MEMBER)
        client = clients[number % len(clients)]
        message = question.model_dump_json().encode()
        gate.wait(60)
        for _ in range(2 if lossy and number % 2 else 0):
            lose_answer(client.url, client.prepared("POST", "/v1/coupons/hold", data=message))
        answer = client.post("/v1/coupons/hold", message)
        assert answer.status_code == 200, answer.text
        return CouponHeld.model_validate_json(answer.content)

    with ThreadPoolExecutor(len(wanted)) as pool:
        return list(pool.map(ask, range(len(wanted))))


def redeem_at_once(database: Database, wanted: Sequence[CouponIssued]) -> list[list[str]]:
    """Let the sales of as many tills arrive at once, each on its own connection; return what is doubtful."""
    gate = Barrier(min(len(wanted), 32))

    def redeem(number: int) -> list[str]:
        use = CouponUse(
            coupon_id=wanted[number].coupon_id,
            campaign_id="FIVE",
            amount_minor=-FIVE,
            mode="online",
            hold_id=None,
        )
        sold = sale(f"sale-{number}", coupons=(use,))
        gate.wait(60)

        def work(unit: Unit) -> list[str]:
            doubts = coupons.apply_sale(unit, context(f"e{number}"), sale=sold)
            overruns = giving.settle(unit)
            members.settle(unit)
            return [doubt.kind for doubt in (*doubts, *(each.doubt for each in overruns))]

        return database.run(work)

    with ThreadPoolExecutor(32) as pool:
        return list(pool.map(redeem, range(len(wanted))))


@pytest.fixture
def clients(database: Database, postgres_url: str, tmp_path: Path) -> Iterator[list[Client]]:
    """Four tills before a server of several processes."""
    tills = [FakeTill(seed=bytes([number + 1]) * 32) for number in range(4)]
    callers = [enrol(database, till) for till in tills]
    with serving("--database-url", postgres_url, "--workers", str(WORKERS)) as (_, line):
        server = RunningServer(line["url"], database, tmp_path / "none")
        opened = [Client(server, caller, till.seed) for caller, till in zip(callers, tills, strict=True)]
        yield opened
        for client in opened:
            client.session.close()


def test_one_of_sixty_four_gets_the_coupon_and_ten_get_the_budget_whatever_answers_are_lost(
    database: Database, clients: list[Client]
) -> None:
    [coupon, *others] = issue(database, 1 + MANY)
    answers = ask_over_http(clients, [coupon] * MANY, lossy=True)
    assert Counter(answer.code for answer in answers) == {"coupon.held": 1, "coupon.held_elsewhere": MANY - 1}
    assert account(database).reserved_minor == FIVE

    asked = ask_over_http(clients, others, lossy=True)
    assert Counter(answer.code for answer in asked) == {
        "coupon.held": 9,
        "coupon.budget_used_up": MANY - 9,
    }
    assert account(database).reserved_minor == BUDGET_MINOR

    # Every till sells all the same: each of these is a fact, and only what the budget holds is its cost.
    doubts = redeem_at_once(database, others)
    assert Counter(map(tuple, doubts)) == {(): 9, ("coupon.over_budget",): MANY - 9}
    found = account(database)
    assert (found.spent_minor, found.reserved_minor) == (9 * FIVE, FIVE)
    assert (found.redeemed, found.conflict_minor) == (MANY, (MANY - 9) * FIVE)


def test_one_of_sixty_four_sales_consumes_the_coupon(database: Database) -> None:
    [coupon] = issue(database, 1)
    doubts = redeem_at_once(database, [coupon] * MANY)
    assert Counter(map(tuple, doubts)) == {(): 1, ("coupon.already_used",): MANY - 1}
    again = redeem_at_once(database, [coupon] * MANY)
    assert Counter(map(tuple, again)) == {(): 1, ("coupon.already_used",): MANY - 1}
    found = account(database)
    assert (found.redeemed, found.spent_minor, found.conflicts) == (1, FIVE, MANY - 1)


def test_without_the_check_in_the_statement_the_same_coupon_is_consumed_many_times(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Barrier(AT_ONCE)

    def ask_then_consume(unit: Unit, redemption: Redemption) -> Coupon | None:
        found = repository.by_id(unit, redemption.coupon_id)
        gate.wait(60)
        return found if found is not None and found.state == "issued" else None

    [coupon] = issue(database, 1)
    monkeypatch.setattr(repository, "consume", ask_then_consume)
    doubts = redeem_at_once(database, [coupon] * AT_ONCE)
    assert doubts.count([]) == AT_ONCE


def test_without_the_check_in_the_statement_a_budget_is_exceeded(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Barrier(AT_ONCE)
    change_account: Callable[..., Account | None] = repository.change_account

    def ask_then_change(
        unit: Unit, name: str, *, change: Change, budget_minor: int | None = None, total: int | None = None
    ) -> Account | None:
        if change.spent_minor <= 0:
            return change_account(unit, name, change=change, budget_minor=budget_minor, total=total)
        before = repository.account(unit, name)
        assert before is not None
        gate.wait(60)
        if budget_minor is not None and before.spent_minor + change.spent_minor > budget_minor:
            return None
        return change_account(unit, name, change=change)

    wanted = issue(database, 8 + AT_ONCE)
    redeem_at_once(database, wanted[:8])
    monkeypatch.setattr(repository, "change_account", ask_then_change)
    redeem_at_once(database, wanted[8:])
    assert account(database).spent_minor == (8 + AT_ONCE) * FIVE > BUDGET_MINOR
