"""The Pay screen over the real till: what is asked, what is paid, what a refusal leaves."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from pos_app.services.act_model import Approval
from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_steps import told
from pos_app.services.payment_desk import DeskLanes, DeskSurroundings, PaymentDesk
from pos_app.services.prove_member import ProveMember
from pos_app.services.read_scan import ReadScan
from pos_app.services.session import Session
from pos_app.ui.approval.presenter import ApprovalPresenter, Request
from pos_app.ui.screens.pay.needs import CardTools, PayTools
from pos_app.ui.screens.pay.presenter import PayPresenter
from pos_app.ui.screens.pay.quick_cash import quick_amounts
from pos_app.ui.screens.pay.state import PayState
from retail_core.money import Money
from tests.fakes import FakeProvider, InlineLane
from tests.till_shop import LI, Till, open_shop
from tests.ui.fakes import FakeTimers
from tests.unit.pos_app.ui.approval_fakes import FakeApprover


class FakeApprovals:
    """Keeps what was asked for; somebody allows it when a test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Request, Callable[[Approval], None]]] = []

    def ask(self, request: Request, on_approved: Callable[[Approval], None]) -> None:
        self.asked.append((request, on_approved))

    def allow(self) -> None:
        request, on_approved = self.asked.pop()
        on_approved(Approval(request.act, "zhang", "张敏", 1))


class Stage:
    """A presenter over a till with an open shift and an empty basket."""

    def __init__(self, till: Till, *, provider: str = "") -> None:
        self.till = till
        till.open_shift()
        self.basket = till.basket()
        self.went: list[str] = []
        self.scans: list[str] = []
        self.state: PayState | None = None
        self.provider = FakeProvider(provider)
        self.timers = FakeTimers()
        self.approvals = FakeApprovals()
        self.payments = PaymentDesk(
            till.payments,
            self.provider,
            lanes=DeskLanes(InlineLane(), InlineLane()),
            around=DeskSurroundings(till.clock, self.timers, till.events, _raise),
        )
        self.session = Session(LI)
        self.approver = FakeApprover()
        self.approval = ApprovalPresenter(self.approver, session=self.session, storage=InlineLane())
        self.presenter = PayPresenter(
            PayTools(
                complete_sale=till.complete_sale,
                basket=lambda: self.basket.basket,
                price=till.prices,
                profile=till.profile,
                read_scan=partial(
                    ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock), step="pay"
                ),
                card=CardTools(self.payments, self.approvals, self.timers, till.events),
                spend=till.spend,
                prove=ProveMember(
                    api=till.api,
                    members=AttachMember(
                        store=till.store, api=till.api, clock=till.clock, events=till.events
                    ),
                ),
                know_member=self.basket.know_member,
                want_points=self.basket.want_points,
                tell_total=lambda: self.basket.amend(told),
                network=InlineLane(),
                start_new=self.basket.start_new,
                sell_scan=self.scans.append,
            ),
            session=self.session,
            storage=InlineLane(),
            navigate=self.went.append,
        )
        self.presenter.bind(self)

    def show_state(self, state: PayState) -> None:
        self.state = state

    @property
    def shown(self) -> PayState:
        assert self.state is not None
        return self.state

    def ring_up(self, *product_ids: str) -> None:
        for product_id in product_ids:
            self.basket.add_product(self.till.product(product_id))
        self.presenter.enter()

    def key_in(self, keys: str) -> None:
        for key in keys:
            self.presenter.press(key)


def _raise(error: BaseException) -> None:
    raise error


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with open_shop(tmp_path) as till:
        yield Stage(till)


def test_cash_is_asked_for_rounded_to_the_smallest_coin(stage: Stage) -> None:
    stage.ring_up("cake")
    assert stage.shown.total == Money(1995, "CNY")
    assert stage.shown.to_pay == Money(2000, "CNY")


def test_an_external_payment_is_asked_for_to_the_cent(stage: Stage) -> None:
    stage.ring_up("cake")
    stage.presenter.choose("external")
    assert stage.shown.to_pay == Money(1995, "CNY")


def test_change_is_what_was_keyed_in_above_the_amount(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("50")
    assert stage.shown.change == Money(2200, "CNY")
    stage.presenter.finish()
    assert stage.shown.paid is not None
    assert stage.shown.paid.change_minor == 2200
    assert stage.shown.paid.receipt_number == "S01-T02-000001"


def test_too_little_is_refused_in_place_and_nothing_is_sold(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("20")
    stage.presenter.finish()
    assert (stage.shown.said.code, stage.shown.paid) == ("tender.insufficient", None)
    with stage.till.store.read() as work:
        assert list(work.sales.recent(5)) == []
    stage.key_in("0")
    stage.presenter.finish()
    assert stage.shown.paid is not None


def test_one_key_pays_exactly(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.exact()
    assert stage.shown.paid is not None
    assert stage.shown.paid.change_minor == 0


def test_a_note_is_one_tap(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.give(Money(3000, "CNY"))
    assert stage.shown.change == Money(200, "CNY")


def test_an_external_payment_keeps_the_last_four_digits(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.choose("external")
    stage.key_in("98765")
    assert stage.shown.reference == "9876"
    stage.presenter.finish()
    with stage.till.store.read() as work:
        found = work.sales.by_number("S01-T02-000001")
    assert found is not None
    tender = found[0].tenders[0]
    assert (tender.kind, tender.amount_minor, tender.reference) == ("external", 2800, "9876")


def test_the_finish_key_starts_the_next_customer_once_it_is_paid(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.finish()
    stage.presenter.finish()
    assert stage.went == ["sell"]
    assert stage.basket.basket.is_empty


def test_back_after_the_payment_never_brings_the_paid_basket_back(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.finish()
    stage.presenter.go_back()
    assert stage.basket.basket.is_empty


def test_back_before_the_payment_keeps_the_basket(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.go_back()
    assert stage.went == ["sell"]
    assert [line.product_id for line in stage.basket.basket.lines] == ["latte"]


def test_a_scan_after_the_payment_is_the_first_of_the_next_customer(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.finish()
    assert stage.presenter.take_scan("6901234500016")
    assert (stage.went, stage.scans) == (["sell"], ["6901234500016"])
    assert stage.basket.basket.is_empty


def test_a_scan_before_the_payment_sells_nothing_and_says_so(stage: Stage) -> None:
    stage.ring_up("latte")
    assert not stage.presenter.take_scan("6901234500016")
    assert (stage.shown.said.code, stage.went, stage.scans) == ("scan.not_here", [], [])


def test_keys_after_the_payment_change_nothing(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.finish()
    paid = stage.shown
    stage.key_in("9")
    stage.presenter.choose("external")
    stage.presenter.give(Money(9900, "CNY"))
    assert stage.shown == paid


@pytest.mark.parametrize(
    ("due", "offered"),
    [(11200, [11500, 12000, 15000, 20000]), (2800, [3000, 4000, 5000, 10000]), (10000, []), (0, [])],
)
def test_the_offered_notes_are_the_next_round_amounts(due: int, offered: list[int]) -> None:
    assert [amount.minor for amount in quick_amounts(Money(due, "CNY"))] == offered


def test_who_opens_pay_tells_the_customer_the_total(stage: Stage) -> None:
    stage.basket.add_product(stage.till.product("latte"))
    assert not stage.basket.basket.total_told
    stage.presenter.enter()
    assert stage.basket.basket.total_told
