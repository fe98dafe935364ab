"""What a till takes of coupons without the network: every row of docs/rules/coupons.md."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_model import Basket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.offline_coupons import ExtendOffline, caps_of, lists_end_ms
from pos_app.services.records import Actor, StaffMember
from pos_app.services.redeem_coupon import CouponAnswer, RedeemCoupon
from pos_app.ui.texts import known_codes
from retail_core.codes.pq1 import coupon_bind
from retail_core.codes.short import make_short, show_short
from tests.fakes import NOON_MS
from tests.till_shop import ALIAS, LI, Till, coupon_code, member_code, open_shop, staff_doc, store_page

HOUR_MS = 3600 * 1000
EXTENDER = Actor("li", "李娜", "manager", {**LI.rights, "coupon.offline_extend": None})
WU = Actor("wu", "吴昊", "cashier", {"sell": None})
LATER = ("valid_settled_later", "")


@dataclass
class Counter:
    """A till without a network, its basket, and whoever stands in front of it."""

    till: Till
    next_nonce: int = 1

    def ask(self, code: str | None = None, *, means: str = "code") -> CouponAnswer:
        redeem = RedeemCoupon(
            store=self.till.store, api=self.till.api, prices=self.till.prices, clock=self.till.clock
        )
        return redeem(self.basket(means), code or self.coupon())

    def basket(self, means: str = "code") -> Basket:
        current = self.till.basket()
        current.add_product(self.till.product("latte"))
        attach = AttachMember(
            store=self.till.store, api=self.till.api, clock=self.till.clock, events=self.till.events
        )
        self.next_nonce += 1
        ttl_s = 0 if means == "card" else 60
        code = member_code(self.till.clock, ttl_s=ttl_s, nonce=self.next_nonce)
        if means != "nobody":
            current.attach_member(attach.by_code(code))
        return current.basket

    def coupon(self, serial: str = "fedcba9876543210", **others: object) -> str:
        values = {"serial": serial, "bind": coupon_bind(ALIAS, serial), **others}
        return coupon_code(self.till.clock, **values)

    def use(self, number: int, *, value: int) -> CouponAnswer:
        """Sell a latte with another coupon, if it counts; return what was said of it."""
        answer = self.ask(self.coupon(f"{number:016x}", value=value))
        if answer.coupon is not None:
            basket = replace(self.basket(), coupons=(answer.coupon,))
            left = self.till.prices(basket).total.minor
            self.till.pay(basket, *([TenderInput("cash", left)] if left else []))
        return answer

    def extend(self, actor: Actor = EXTENDER, approval: Approval | None = None) -> int:
        act = ExtendOffline(store=self.till.store, clock=self.till.clock, events=self.till.events)
        return act(actor, approval=approval)

    def meet_server(self) -> None:
        """Let the lists come anew."""
        now_ms = self.till.clock.now_ms()
        self.till.data.feed_sink.apply_store_page(store_page(next_cursor=f"s{now_ms}"), now_ms=now_ms)
        with self.till.store.write() as work:
            work.sync_state.put(replace(work.sync_state.get(), last_contact_ms=now_ms))


@pytest.fixture
def counter(till: Till) -> Counter:
    till.open_shift()
    return Counter(till)


def _typed(counter: Counter) -> CouponAnswer:
    return counter.ask(show_short(make_short(bytes(range(7)))))


def _other_rule(counter: Counter, **changed: object) -> CouponAnswer:
    doc = {
        "id": "TEN-LATTE",
        "kind": "coupon_amount",
        "names": {"en": "10 off"},
        "params": {"amount_minor": 1_000},
        "offline_allowed": True,
        **changed,
    }
    counter.till.run_campaigns(doc)
    return counter.ask(counter.coupon(campaign=101, value=1_000))


def _with_lists_of(hours: float) -> Callable[[Counter], CouponAnswer]:
    def ask(counter: Counter) -> CouponAnswer:
        counter.till.clock.advance(int(hours * HOUR_MS))
        return counter.ask()

    return ask


def _extended_after(hours: float, then: float) -> Callable[[Counter], CouponAnswer]:
    def ask(counter: Counter) -> CouponAnswer:
        counter.till.clock.advance(int(hours * HOUR_MS))
        counter.extend()
        counter.till.clock.advance(int((then - hours) * HOUR_MS))
        return counter.ask()

    return ask


ROWS: dict[str, tuple[Callable[[Counter], CouponAnswer], tuple[str, str]]] = {
    "everything holds": (Counter.ask, LATER),
    "typed": (_typed, ("online_only", "coupon.short_code")),
    "unknown campaign": (
        lambda counter: counter.ask(counter.coupon(campaign=78)),
        ("online_only", "coupon.campaign_unknown"),
    ),
    "coupon without the right": (
        lambda counter: counter.ask(counter.coupon(flags=6)),
        ("online_only", "coupon.campaign_online_only"),
    ),
    "campaign without the right": (
        lambda counter: _other_rule(counter, offline_allowed=False),
        ("online_only", "coupon.campaign_online_only"),
    ),
    "campaign with the right": (_other_rule, LATER),
    "anybody's coupon": (
        lambda counter: counter.ask(counter.coupon(flags=5)),
        ("online_only", "coupon.not_member_bound"),
    ),
    "nobody attached": (
        lambda counter: counter.ask(means="nobody"),
        ("online_only", "coupon.member_not_present"),
    ),
    "a printed card": (
        lambda counter: counter.ask(means="card"),
        ("online_only", "coupon.member_not_present"),
    ),
    "another store's": (
        lambda counter: counter.ask(counter.coupon(store=13)),
        ("online_only", "coupon.not_home_store"),
    ),
    "lists of 24 h": (_with_lists_of(24), LATER),
    "lists older than 24 h": (_with_lists_of(24.01), ("online_only", "coupon.lists_too_old")),
    "extended, lists of 72 h": (_extended_after(25, 72), LATER),
    "extended, lists older than 72 h": (
        _extended_after(25, 72.01),
        ("online_only", "coupon.lists_too_old"),
    ),
    "value at the cap": (lambda counter: counter.ask(counter.coupon(value=5_000)), LATER),
    "value above the cap": (
        lambda counter: counter.ask(counter.coupon(value=5_001)),
        ("online_only", "coupon.over_cap"),
    ),
    "another member's": (
        lambda counter: counter.ask(counter.coupon(bind="00000000")),
        ("refused", "coupon.other_member"),
    ),
    "expired": (
        lambda counter: counter.ask(counter.coupon(nbf_s=1, exp_s=2)),
        ("refused", "coupon.expired"),
    ),
    "another shop's": (
        lambda counter: counter.ask(counter.coupon(tenant=8)),
        ("refused", "coupon.code_foreign"),
    ),
    "an unknown key": (
        lambda counter: counter.ask(counter.coupon(kid=9)),
        ("refused", "coupon.code_unknown_key"),
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_rule(counter: Counter, row: str) -> None:
    ask, expected = ROWS[row]
    answer = ask(counter)
    assert (answer.status, answer.reason) == expected
    assert (answer.coupon is not None) == (answer.status == "valid_settled_later")
    assert not answer.reason or answer.reason in known_codes()


def test_twenty_coupons_in_a_period_and_no_more(counter: Counter) -> None:
    # 20 x 1.00 stay below the sum of a period.
    said = [counter.use(number, value=100) for number in range(21)]
    assert [(each.status, each.reason) for each in said] == [
        *[LATER] * 20,
        ("online_only", "coupon.offline_used_up"),
    ]


def test_the_sum_of_a_period_is_what_was_taken_off_and_a_day_that_passed_renews_it(
    counter: Counter,
) -> None:
    # 19 x 26.00 = 494.00 of 500.00; one more would be 520.00, and one of 6.00 fits.
    said = [counter.use(number, value=2_600).status for number in range(20)]
    assert said == ["valid_settled_later"] * 19 + ["online_only"]
    assert counter.use(20, value=600).status == "valid_settled_later"

    # An answer of the server in between makes no new period before the day is over.
    counter.till.clock.advance(12 * HOUR_MS)
    counter.meet_server()
    assert counter.use(21, value=2_600).reason == "coupon.offline_used_up"
    counter.till.clock.advance(13 * HOUR_MS)
    counter.meet_server()
    assert counter.use(21, value=2_600).status == "valid_settled_later"


def test_the_time_that_a_manager_adds_brings_no_new_money(counter: Counter) -> None:
    counter.meet_server()
    for number in range(19):
        counter.use(number, value=2_600)
    counter.till.clock.advance(60 * HOUR_MS)
    counter.extend()
    over = counter.use(19, value=2_600)
    assert (over.status, over.reason) == ("online_only", "coupon.offline_used_up")


def test_a_cashier_needs_a_manager_for_more_time_and_both_stand_in_the_journal(counter: Counter) -> None:
    counter.till.clock.advance(25 * HOUR_MS)
    assert counter.ask().can_extend
    with pytest.raises(NeedsApproval, match=r"right\.missing") as asked:
        counter.extend(WU)
    _give_right(counter.till)
    until_ms = counter.extend(WU, Approval(asked.value.act, "li", "李娜", counter.till.clock.now_ms()))
    assert until_ms == NOON_MS + 72 * HOUR_MS
    with counter.till.store.read() as work:
        entry = work.journal.after(0, 1_000)[-1]
        assert lists_end_ms(work) == until_ms
    assert (entry.type, entry.actor) == ("coupon.offline_extended", "wu")
    assert entry.body == {"lists_ms": NOON_MS, "until_ms": until_ms, "approved_by": "li"}


def test_an_approval_of_somebody_without_the_right_is_none(counter: Counter) -> None:
    act = Act("coupon.offline_extend", "t-0001")
    with pytest.raises(NeedsApproval):
        counter.extend(WU, Approval(act, "li", "李娜", NOON_MS))


def test_time_is_added_once_for_the_lists_that_are_here(counter: Counter) -> None:
    counter.till.clock.advance(25 * HOUR_MS)
    counter.extend()
    with pytest.raises(RuleError, match=r"coupon\.no_more_time"):
        counter.extend()
    counter.till.clock.advance(48 * HOUR_MS)
    assert not counter.ask().can_extend
    counter.meet_server()
    assert counter.ask().status == "valid_settled_later"
    counter.till.clock.advance(25 * HOUR_MS)
    assert counter.ask().can_extend


def _give_right(till: Till) -> None:
    with till.store.read() as work:
        person = work.staff.get("li")
    assert isinstance(person, StaffMember)
    rights = {"coupon.offline_extend": None, **person.rights}
    page = store_page(("staff", "li", staff_doc("li", "李娜", "1234", rights=rights)))
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)


@pytest.mark.parametrize(
    ("changed", "caps"),
    [
        ({"currency": "CNY"}, (5_000, 50_000)),
        ({"currency": "TWD"}, (200, 2_000)),
        ({"currency": "EUR"}, (1_000, 10_000)),
        ({"currency": "USD"}, None),
        ({"currency": "USD", "offline_coupon_minor": 700}, None),
        ({"currency": "USD", "offline_coupon_minor": 700, "offline_period_minor": 7_000}, (700, 7_000)),
        ({"currency": "CNY", "offline_coupon_minor": 0}, (0, 50_000)),
        ({"currency": "CNY", "offline_period_minor": 9_000}, (5_000, 9_000)),
    ],
)
def test_the_caps_are_those_of_the_currency_or_the_stores_own(
    till: Till, changed: dict[str, object], caps: tuple[int, int] | None
) -> None:
    found = caps_of(replace(till.profile, **changed))  # type: ignore[arg-type]  # fields of the profile
    assert (None if found is None else (found.coupon_minor, found.period_minor)) == caps


def test_a_stores_own_cap_holds_at_its_till(tmp_path: Path) -> None:
    with open_shop(tmp_path, offline_coupon_minor=499) as shop:
        shop.open_shift()
        answer = Counter(shop).ask()
    assert (answer.status, answer.reason) == ("online_only", "coupon.over_cap")


def test_a_currency_without_caps_takes_none(tmp_path: Path) -> None:
    with open_shop(tmp_path, currency="USD") as shop:
        answer = Counter(shop).ask()
    assert (answer.status, answer.reason) == ("online_only", "coupon.no_offline_cap")
