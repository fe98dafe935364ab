"""Points and balances are spent by head office's word, offline by an allowance; nothing adds up twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from pos_app.services.basket_model import AttachedMember, Basket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.give_back import GiveBack, PayOut, offers, original_payouts
from pos_app.services.member_desk import MemberDesk
from pos_app.services.records import Member
from retail_core.wire.enrolment import PointsRate, StoredValue, ValueOffer
from retail_core.wire.facts import SaleCompleted
from tests.returns_counter import POINTS, ReturnsCounter, stock_menu
from tests.till_shop import ALIAS, LI, Till, open_shop

PURSE = Member(
    "m1", ALIAS, "张**", "mac", "8888", "gold", 5_000, 0, principal_minor=20_000, bonus_minor=2_000
)
GOLD = AttachedMember("m1", ALIAS, "张**", "8888", "gold", 5_000, 0, "code", present=True)
CARD = replace(GOLD, means="card", present=False)
PHONE = replace(GOLD, means="phone", present=False)
PROVEN = replace(PHONE, proof="pin")


class Power(BaseException):
    """The till loses its power here."""


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    points = PointsRate(points=100, minor=100, offline_points=1_000)
    value = StoredValue(offers=(ValueOffer(pay_minor=10_000),), offline_minor=3_000)
    with open_shop(tmp_path, points=points, stored_value=value) as shop:
        shop.open_shift()
        stock_menu(shop, POINTS)
        know(shop, PURSE)
        shop.api.members[ALIAS] = PURSE
        yield shop


def know(till: Till, member: Member) -> None:
    with till.store.write() as work:
        work.members.put(member)


def burger(till: Till, member: AttachedMember | None = GOLD) -> Basket:
    """A burger for 25.00."""
    current = till.basket()
    current.add_product(till.product("burger"))
    if member is not None:
        current.attach_member(member)
    return current.basket


def points_part(basket: Basket, points: int) -> TenderInput:
    return TenderInput("points", points, basket.basket_id, points=points)


def value_part(basket: Basket, minor: int) -> TenderInput:
    return TenderInput("stored_value", minor, basket.basket_id)


def most(till: Till, basket: Basket, kind: str) -> tuple[int, str]:
    found = till.spend.known(
        "points" if kind == "points" else "stored_value", basket, priced=till.prices(basket)
    )
    return found.most, found.refusal


def refusal(till: Till, basket: Basket, *tenders: TenderInput) -> tuple[object, ...]:
    with pytest.raises(RuleError) as refused:
        till.pay(basket, *tenders)
    return (refused.value.code, *refused.value.arguments)


def left(till: Till) -> tuple[int, int, int]:
    """Points without what is pending, pending ones, and the balance, as this till knows them."""
    with till.store.read() as work:
        known = work.balances.of(ALIAS)
    assert known is not None
    return known.points_left, known.points_pending, known.value_left_minor


@pytest.mark.parametrize(
    ("member", "online", "points", "value"),
    [
        (GOLD, True, (2_500, ""), (22_000, "")),
        (GOLD, False, (1_000, ""), (3_000, "")),
        (CARD, True, (2_500, ""), (22_000, "")),
        (CARD, False, (0, "spend.card_offline"), (0, "spend.card_offline")),
        (PHONE, True, (0, "spend.not_present"), (0, "spend.not_present")),
        (PHONE, False, (0, "spend.not_present"), (0, "spend.not_present")),
        (PROVEN, True, (2_500, ""), (22_000, "")),
        (PROVEN, False, (1_000, ""), (3_000, "")),
        (None, False, (0, "spend.no_member"), (0, "spend.no_member")),
    ],
)
def test_who_may_spend_how_much(
    till: Till,
    member: AttachedMember | None,
    *,
    online: bool,
    points: tuple[int, str],
    value: tuple[int, str],
) -> None:
    till.api.online = online
    if member is not None and online:
        till.spend.ask(member)
    basket = burger(till, member)
    assert (most(till, basket, "points"), most(till, basket, "stored_value")) == (points, value)


def test_the_allowance_of_a_till_is_what_was_spent_here_since_head_office_knew(till: Till) -> None:
    first = burger(till)
    till.pay(first, points_part(first, 700), TenderInput("cash", 1_800))
    second = burger(till)
    assert most(till, second, "points") == (300, "")
    assert refusal(till, second, points_part(second, 400), TenderInput("cash", 2_100)) == (
        "spend.not_enough",
        300,
    )
    till.pay(second, points_part(second, 300), TenderInput("cash", 2_200))
    third = burger(till)
    assert most(till, third, "points") == (0, "spend.offline_used_up")
    # Head office answers, and says by its number that it knows both sales.
    till.api.online = True
    till.api.members[ALIAS] = replace(PURSE, points=4_040, seen_through=till_head(till))
    till.spend.ask(GOLD)
    till.api.online = False
    assert left(till) == (4_040, 0, 22_000)
    with pytest.raises(Unreachable):
        till.spend.ask(GOLD)
    assert most(till, third, "points") == (1_000, "")


def till_head(till: Till) -> int:
    with till.store.read() as work:
        return work.journal.head().seq


def test_what_was_earned_here_is_pending_and_cannot_be_spent(till: Till) -> None:
    know(till, replace(PURSE, points=10))
    till.pay(burger(till), TenderInput("cash", 2_500))
    assert left(till) == (10, 25, 22_000)
    assert most(till, burger(till), "points") == (10, "")


def paper(till: Till, receipt_number: str) -> str:
    """Return everything that the receipt of a sale says, as its document lies in the spool."""
    with till.store.read() as work:
        return str(
            work.connection.exec_driver_sql(
                "SELECT document FROM spool WHERE reference = ? AND kind = 'document'", (receipt_number,)
            ).scalar_one()
        )


def test_the_next_points_to_go_stand_on_sheet_and_receipt_less_what_was_spent_here(till: Till) -> None:
    in_a_month = till.clock.now_ms() + 30 * 86_400_000  # 2026-12-22 in Shanghai
    know(till, replace(PURSE, expiring_points=900, expires_ms=in_a_month))
    desk = MemberDesk(store=till.store, api=till.api, clock=till.clock, ids=till.ids, events=till.events)

    def sheet() -> tuple[int | None, int, tuple[int, int] | None]:
        member = desk.details(ALIAS)
        assert member is not None
        marks = desk.marks(member)
        return marks.points_left, marks.points_pending, marks.expiring

    assert sheet() == (5_000, 0, (900, in_a_month))
    first = burger(till)
    paid = till.pay(first, points_part(first, 700), TenderInput("cash", 1_800))
    assert "2026-12-22 到期积分" in paper(till, paid.receipt_number)
    # 25 for 25.00, less what 7.00 in points would have earned: 18, and they are pending.
    assert sheet() == (4_300, 18, (200, in_a_month))
    second = burger(till)
    paid = till.pay(second, points_part(second, 300), TenderInput("cash", 2_200))
    assert "到期积分" not in paper(till, paid.receipt_number)
    assert sheet()[2] is None


def test_points_whose_time_is_over_are_not_promised(till: Till) -> None:
    know(till, replace(PURSE, expiring_points=900, expires_ms=till.clock.now_ms() - 1))
    paid = till.pay(burger(till), TenderInput("cash", 2_500))
    assert "到期积分" not in paper(till, paid.receipt_number)


def test_a_member_of_whom_nothing_is_known_spends_nothing(till: Till) -> None:
    stranger = replace(GOLD, alias="f" * 16, member_id=None)
    assert most(till, burger(till, stranger), "points") == (0, "spend.unknown")


def test_what_is_paid_with_points_earns_none_and_what_is_paid_from_a_balance_does(till: Till) -> None:
    counter = ReturnsCounter(till)
    first = burger(till)
    paid = till.pay(first, points_part(first, 1_000), TenderInput("cash", 1_500))
    assert counter.body(paid.receipt_number).points_earned == 15
    second = burger(till)
    paid = till.pay(second, value_part(second, 2_500))
    assert counter.body(paid.receipt_number).points_earned == 25


def test_points_pay_no_regulated_goods(till: Till) -> None:
    basket = burger(till)
    regulated = replace(basket, lines=(replace(basket.lines[0], regulated=True),))
    assert most(till, regulated, "points") == (0, "")
    assert refusal(till, regulated, points_part(regulated, 100), TenderInput("cash", 2_400))[0] == (
        "spend.over_most"
    )


def test_a_balance_tender_without_its_member_is_refused(till: Till) -> None:
    basket = burger(till, None)
    assert refusal(till, basket, value_part(basket, 2_500)) == ("spend.no_member",)


def sold_by_balances(till: Till, counter: ReturnsCounter) -> SaleCompleted:
    """A burger by 600 points (6.00) and 19.00 of the balance."""
    basket = burger(till)
    paid = till.pay(basket, points_part(basket, 600), value_part(basket, 1_900))
    return counter.body(paid.receipt_number)


def test_what_came_back_goes_back_to_where_it_was_taken_and_never_as_cash(till: Till) -> None:
    counter = ReturnsCounter(till)
    sale = sold_by_balances(till, counter)
    assert left(till) == (4_400, 19, 20_100)
    counter.put(sale.receipt_number, {"burger": 1})
    basket = counter.current.basket
    assert [(each.kind, each.most_minor) for each in offers(basket, 2_500)] == [
        ("points", 600),
        ("stored_value", 1_900),
        ("cash", 0),
    ]
    cash = GiveBack((PayOut("cash", 2_500),))
    with pytest.raises(RuleError, match=r"refund\.not_from_there"):
        counter.complete(give_back=cash)
    back = counter.complete(give_back=GiveBack(original_payouts(basket, 2_500)))
    assert [(each.kind, each.amount_minor, each.points) for each in back.tenders] == [
        ("points", -600, -600),
        ("stored_value", -1_900, 0),
    ]
    assert left(till) == (5_000 - 19, 19, 22_000)


def test_a_return_out_of_a_line_of_three_gives_points_back_in_proportion(till: Till) -> None:
    till.api.online = True
    till.spend.ask(GOLD)
    counter = ReturnsCounter(till)
    current = till.basket()
    current.add_product(till.product("cola"), qty_milli=3_000)
    current.attach_member(GOLD)
    basket = current.basket
    paid = till.pay(basket, points_part(basket, 1_000), TenderInput("cash", 1_400))
    given = []
    for _ in range(3):
        back = counter.take_back(paid.receipt_number, {"cola": 1})
        given.append([(each.kind, each.amount_minor) for each in back.tenders])
    assert given == [
        [("points", -800)],
        [("points", -200), ("cash", -600)],
        [("cash", -800)],
    ]
    points, pending, _ = left(till)
    assert points + pending == 5_000


@contextmanager
def dying(engine: Engine, at: int) -> Iterator[list[int]]:
    """Lose the power at a statement of the next transaction; yields a list that counts statements."""
    seen = [0]

    def count(*_: object) -> None:
        seen[0] += 1
        if seen[0] == at:
            raise Power

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", count)


def written(till: Till) -> tuple[int, ...]:
    with till.store.read() as work:
        tables = ("journal", "sale", "points_entry", "value_entry", "spool")
        counts = (work.connection.execute(text(f"SELECT COUNT(*) FROM {each}")).scalar() for each in tables)  # noqa: S608
        return tuple(int(each or 0) for each in counts)


def test_a_power_cut_at_every_step_of_earning_spending_and_returning_leaves_all_or_nothing(
    till: Till,
) -> None:
    counter = ReturnsCounter(till)
    engine = till.store._writer
    basket = burger(till)
    tenders = (points_part(basket, 600), value_part(basket, 1_400), TenderInput("cash", 500))
    before, step = written(till), 1
    while True:
        with dying(engine, step) as seen:
            try:
                paid = till.pay(basket, *tenders)
                break
            except Power:
                assert written(till) == before
        step += 1
    assert step > 15
    assert seen[0] < step
    with pytest.raises(RuleError, match=r"sale\.already_completed"):
        till.pay(basket, *tenders)
    assert left(till) == (4_400, 19, 20_600)

    counter.put(paid.receipt_number, {"burger": 1})
    before, step = written(till), 1
    while True:
        with dying(engine, step):
            try:
                to_give = original_payouts(counter.current.basket, 2_500)
                till.complete_sale(
                    LI,
                    counter.current.basket,
                    priced=till.prices(counter.current.basket),
                    tenders=(),
                    give_back=GiveBack(to_give),
                )
                break
            except Power:
                assert written(till) == before
        step += 1
    assert step > 15
    points, pending, value = left(till)
    assert (points + pending, value) == (5_000, 22_000)
