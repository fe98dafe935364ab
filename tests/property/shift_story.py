"""Random shifts of one till by the shipped use cases: all that moves cash, kills, clocks that jump.

A story opens shifts, sells, takes goods back, tops balances up, moves cash, suspends and resumes, counts
wrong and right, closes, and is killed in between. At each X and each Z what the till says is compared with
what its exported journal says by separate code (``tests/shift_books.py``).
``python -m tests.property.shift_story --shifts 5000`` is the full setting.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import event

from pos_app.services.basket import SaveBasket
from pos_app.services.close_shift import CountResult
from pos_app.services.errors import RuleError
from pos_app.services.export_journal import ExportJournal
from pos_app.services.move_cash import MOVE_REASONS, NO_SALE_REASONS, CashMove, MoveCash
from pos_app.services.open_shift import OpenShift
from pos_app.services.payment_ports import PaymentAnswer
from pos_app.services.read_shift import ReadShift
from pos_app.services.suspend_shift import SuspendShift
from pos_app.services.tendering import TenderInput
from pos_app.services.top_up import TopUp
from retail_core.stored_value import TopUpOffer
from retail_core.wire.enrolment import StoredValue, TenderOffer, ValueOffer
from tests.four_eyes import allowed
from tests.returns_counter import ReturnsCounter, stock_menu
from tests.shift_books import Books, books_of, contradictions
from tests.till_shop import LI, Till, open_shop
from tests.unit.pos_app.services.test_spend_balance import GOLD, PURSE, know

OFFER = TopUpOffer(10_000, 1_000)
GOODS = ("latte", "cake", "burger", "cola")
LIMIT_MINOR = 500
ATTEMPTS = 2
_VOUCHERS = (
    TenderOffer(kind="voucher", over="forfeit", most_minor=50_000),
    TenderOffer(kind="voucher", over="change", most_minor=50_000),
)
_HOUR_MS = 3_600_000
_TOTAL = 100


class Killed(BaseException):
    """The process ended here."""


@dataclass
class Tally:
    """What a story did, by name of the step, and what was wrong."""

    steps: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    zs: int = 0

    def note(self, step: str) -> None:
        """Count a step."""
        self.steps[step] = self.steps.get(step, 0) + 1


class Story:
    """One till from its first shift to its last; ``seed`` decides everything."""

    def __init__(self, folder: Path, *, seed: int, tally: Tally) -> None:
        self._folder = folder
        self._chance = Random(seed)  # noqa: S311 - a story is to be told again.
        self._tally = tally
        self._life = 0
        self._now_ms = 0
        self._receipts: list[tuple[str, dict[str, int]]] = []
        self._card = {
            "cash_step_minor": self._chance.choice((1, 10, 100)),
            "cash_rounding": self._chance.choice(("half_up", "down", "up")),
            "stored_value": StoredValue(offers=(ValueOffer(pay_minor=10_000, bonus_minor=1_000),)),
            "tenders": (
                TenderOffer(kind="cash", over="change"),
                TenderOffer(kind="external", over="none"),
                TenderOffer(kind="card", over="none"),
                self._chance.choice(_VOUCHERS),
            ),
        }

    def play(self, shifts: int) -> None:
        """Go on until ``shifts`` are closed; a killed till starts again where it was."""
        closed = self._tally.zs + shifts
        while self._tally.zs < closed:
            try:
                with self._alive() as till:
                    counter = _Counter(till, self._chance)
                    while self._tally.zs < closed:
                        self._step(counter)
            except Killed:
                self._tally.note("killed")
        with self._alive() as till:
            self._compare(till)

    @contextmanager
    def _alive(self) -> Iterator[Till]:
        self._life += 1
        with open_shop(self._folder, **self._card) as till:
            till.ids.last = self._life << 40
            till.clock.wall_ms = max(till.clock.wall_ms, self._now_ms)
            if self._life == 1:
                stock_menu(till)
                know(till, PURSE)
            yield till

    def _step(self, counter: "_Counter") -> None:
        till, chance = counter.till, self._chance
        till.clock.advance(chance.randint(1_000, 900_000))
        if chance.random() < 0.01:
            # Somebody sets the clock on the wall, by hours and into another day.
            till.clock.wall_ms += chance.choice((-3, 2, 26)) * _HOUR_MS
            self._tally.note("clock")
        self._now_ms = till.clock.wall_ms
        step = self._chosen(counter)
        self._tally.note(step.__name__)
        if chance.random() < 0.03:
            with _power_fails(till, after=chance.randint(1, 40)):
                step(counter)
        else:
            step(counter)

    def _chosen(self, counter: "_Counter") -> "Callable[[_Counter], None]":
        """Return what happens next; without an active shift one begins or goes on."""
        state = counter.suspend.state(LI)
        if state.active is None:
            return self._resume if state.suspended and self._chance.random() < 0.5 else self._open
        choices: tuple[tuple[int, Callable[[_Counter], None]], ...] = (
            (40, self._sell),
            (14, self._take_back),
            (6, self._top_up),
            (14, self._move),
            (4, self._no_sale),
            (5, self._read),
            (4, self._suspend),
            (13, self._close),
        )
        at = self._chance.randrange(_TOTAL)
        for weight, step in choices:
            at -= weight
            if at < 0:
                return step
        raise AssertionError("the weights come to less than the total")

    def _open(self, counter: "_Counter") -> None:
        counter.open(LI, float_minor=self._chance.choice((0, 20_000, 50_000)))

    def _resume(self, counter: "_Counter") -> None:
        counter.suspend.resume(LI, self._chance.choice(counter.suspend.state(LI).suspended).shift_id)

    def _suspend(self, counter: "_Counter") -> None:
        counter.suspend(LI, reason="break")

    def _sell(self, counter: "_Counter") -> None:
        goods = {
            each: self._chance.randint(1, 4)
            for each in self._chance.sample(GOODS, self._chance.randint(1, 3))
        }
        number, simple = counter.sell(goods)
        if simple:
            self._receipts.append((number, goods))

    def _take_back(self, counter: "_Counter") -> None:
        if not self._receipts:
            return
        at = self._chance.randrange(len(self._receipts))
        number, left = self._receipts[at]
        product = self._chance.choice(sorted(left))
        counter.returns.take_back(number, {product: 1})
        left[product] -= 1
        if not left[product]:
            del left[product]
        if not left:
            del self._receipts[at]

    def _top_up(self, counter: "_Counter") -> None:
        counter.top_up(self._chance.choice(("cash", "external")))

    def _move(self, counter: "_Counter") -> None:
        kind = self._chance.choice(tuple(MOVE_REASONS))
        reason = self._chance.choice(MOVE_REASONS[kind])
        move = CashMove(kind, self._chance.randint(1, 30_000), reason, note="x")
        counter.move(LI, move, movement_id=counter.move.begin())

    def _no_sale(self, counter: "_Counter") -> None:
        counter.move.no_sale(LI, reason=self._chance.choice(NO_SALE_REASONS), note="x")

    def _read(self, counter: "_Counter") -> None:
        x = counter.read(LI, printed=self._chance.random() < 0.3)
        books = books_of(ExportJournal(store=counter.till.store).lines())
        active = next(each for each in books if each.shift_id == x.figures.shift_id)
        expected = {each.kind: each.expected_minor for each in x.figures.tenders}
        if expected["cash"] != active.cash_minor or x.number != active.x_reads:
            self._tally.wrong.append(f"X of {active.shift_id}: {expected} and {active.cash_minor}")

    def _close(self, counter: "_Counter") -> None:
        before = books_of(ExportJournal(store=counter.till.store).lines())
        to_close = counter.till.close_shift.prepare()
        active = next(each for each in before if each.shift_id == to_close.shift_id)
        counted = to_close.counted
        while counted is None or (counted.needs_approval and counted.attempts_left):
            counted = self._count(counter, active)
        left = self._chance.choice((None, 0, max(0, min(20_000, _cash(counted)))))
        explanation = "nobody knows" if counted.needs_approval else ""
        close = counter.till.close_shift
        approval = allowed(close, LI, counted)
        close.close(LI, left_minor=left, explanation=explanation, approval=approval)
        self._tally.zs += 1
        self._compare(counter.till)

    def _count(self, counter: "_Counter", active: Books) -> CountResult:
        """Count what the journal says, now and then less or more."""
        close = counter.till.close_shift
        off = self._chance.choice((0, 0, 0, 5, -LIMIT_MINOR, LIMIT_MINOR + 1, -9_000))
        wanted = {}
        for kind in close.prepare().tenders:
            expected = active.cash_minor if kind == "cash" else active.expected[kind]
            wanted[kind] = max(0, expected + off) if kind == "cash" else expected
        counted = close.count(LI, wanted)
        difference = wanted["cash"] - active.cash_minor
        shown = next(each for each in counted.tenders if each.kind == "cash")
        if shown.difference_minor != difference:
            self._tally.wrong.append(f"count of {active.shift_id}: {shown} and not {difference}")
        books = books_of(ExportJournal(store=counter.till.store).lines())
        now = next(each for each in books if each.shift_id == active.shift_id)
        if counted.needs_approval != now.in_question(LIMIT_MINOR, ATTEMPTS):
            self._tally.wrong.append(f"approval of {active.shift_id} for {difference}")
        return counted

    def _compare(self, till: Till) -> None:
        books = books_of(ExportJournal(store=till.store).lines())
        self._tally.wrong += contradictions(books)
        with till.store.read() as work:
            for each in books:
                shown = work.shifts.z_of(each.shift_id)
                if (shown.model_dump(mode="json") if shown else {}) != each.z:
                    self._tally.wrong.append(f"the Z of {each.shift_id} is not what was stated")


def _cash(counted: CountResult) -> int:
    return next(each.counted_minor for each in counted.tenders if each.kind == "cash")


class _Counter:
    """The use cases of one life of a till."""

    def __init__(self, till: Till, chance: Random) -> None:
        self.till = till
        self._chance = chance
        self.open = OpenShift(ids=till.ids, store=till.store, clock=till.clock, events=till.events)
        self.suspend = SuspendShift(store=till.store, clock=till.clock, events=till.events)
        self.move = MoveCash(
            store=till.store, clock=till.clock, ids=till.ids, events=till.events, texts=till.texts
        )
        self.read = ReadShift(
            store=till.store,
            clock=till.clock,
            events=till.events,
            catalog=till.data.catalog,
            texts=till.texts,
        )
        self.returns = ReturnsCounter(till)
        # What lay on the counter when the power failed is given up.
        SaveBasket(till.store)(self.returns.current.basket)
        self._settle_payments()

    def _settle_payments(self) -> None:
        """Ask the provider about what was open when the power failed, and give back what paid for nothing."""
        payments = self.till.payments
        for payment in payments.unfinished():
            if payment.kind == "charge" and payment.is_open:
                payments.note(payment.payment_id, PaymentAnswer("declined"))
            elif payment.kind == "charge" and payment.is_free:
                refund = payments.begin_refund(LI, payment)
                payments.note(refund.payment_id, PaymentAnswer("approved", "", f"r-{refund.payment_id}"))

    def sell(self, goods: dict[str, int]) -> tuple[str, bool]:
        """Sell for a random mix of tenders; say whether all of it can go back without a provider."""
        till, chance = self.till, self._chance
        basket = till.basket()
        for product_id, pieces in goods.items():
            basket.add_product(till.product(product_id), qty_milli=pieces * 1_000)
        total = till.prices(basket.basket).total.minor
        tenders: list[TenderInput] = []
        rest = total
        if chance.random() < 0.25:
            tenders.append(TenderInput("voucher", 1_000, f"V{chance.getrandbits(30):010d}"))
            rest -= 1_000
        if rest > 500 and chance.random() < 0.3:
            part = chance.choice((rest, rest // 3))
            tenders.append(
                TenderInput(chance.choice(("external", "card")), part, f"{chance.randrange(10_000):04d}")
            )
            rest -= part
        if rest > 0:
            tenders.append(TenderInput("cash", (rest // 1_000 + 2) * 1_000))
        for number, tender in enumerate(tenders):
            if tender.kind == "card":
                tenders[number] = TenderInput(
                    "card", tender.value_minor, f"c{chance.getrandbits(40)}", "demo_pay"
                )
                till.approve(basket.basket, tenders[number])
        paid = till.pay(basket.basket, *tenders)
        return paid.receipt_number, all(tender.kind in {"cash", "external"} for tender in tenders)

    def top_up(self, kind: str) -> None:
        """Pay 100.00 into a member's balance."""
        till = self.till
        pay_in = TopUp(
            store=till.store,
            clock=till.clock,
            ids=till.ids,
            events=till.events,
            texts=till.texts,
            profile=till.profile,
        )
        tender = TenderInput("cash", 12_000) if kind == "cash" else TenderInput("external", OFFER.pay_minor)
        pay_in(LI, GOLD, top_up_id=till.ids.new_id(), offer=OFFER, tender=tender)


@contextmanager
def _power_fails(till: Till, *, after: int) -> Iterator[None]:
    """Let the process end at a statement of the writing connection, or behind all of them."""
    writer = till.data._engines[0]
    statements = iter(range(1, after + 1))

    def before_statement(*_: object) -> None:
        if next(statements, None) is None:
            raise Killed

    event.listen(writer, "before_cursor_execute", before_statement)
    try:
        yield
    finally:
        event.remove(writer, "before_cursor_execute", before_statement)
    raise Killed


def tell(shifts: int, *, seed: int, per_till: int = 25) -> Tally:
    """Play ``shifts`` shifts on as many tills as that takes, and return what became of them."""
    tally = Tally()
    number = 0
    while tally.zs < shifts:
        with tempfile.TemporaryDirectory(prefix="loop-pos-shifts-") as folder:
            story = Story(Path(folder), seed=seed * 1_000 + number, tally=tally)
            try:
                story.play(min(per_till, shifts - tally.zs))
            except RuleError as error:
                tally.wrong.append(f"seed {seed * 1_000 + number}: {error!r}")
                break
        number += 1
    return tally


def main() -> int:
    """Play the full setting and say what it was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shifts", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tally = tell(arguments.shifts, seed=arguments.seed)
    sys.stdout.write(f"{tally.zs} shifts closed; steps: {tally.steps}\n")
    sys.stdout.write(("\n".join(tally.wrong) or "Nothing was wrong.") + "\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
