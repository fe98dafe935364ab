"""The use cases of a drawer, and somebody with the rights of a cashier."""

from pos_app.services.close_shift import CloseShift
from pos_app.services.complete_sale import TenderInput
from pos_app.services.move_cash import CashMove, MoveCash
from pos_app.services.open_shift import OpenShift
from pos_app.services.read_shift import ReadShift
from pos_app.services.records import Actor
from pos_app.services.suspend_shift import SuspendShift
from tests.till_shop import LI, Till

DAY_MS = 24 * 3_600_000
CASHIER = Actor(
    "W1",
    "王晓",
    "cashier",
    {
        "sell": None,
        "shift.open": None,
        "shift.close": None,
        "cash.paid_out": 10_000,
        "cash.safe_drop": None,
    },
)


class Desk:
    """The use cases of a till's drawer."""

    def __init__(self, till: Till) -> None:
        store, clock, ids, events = till.store, till.clock, till.ids, till.events
        catalog, texts = till.data.catalog, till.texts
        self.till = till
        self.open = OpenShift(store=store, clock=clock, ids=ids, events=events)
        self.suspend = SuspendShift(store=store, clock=clock, events=events)
        self.cash = MoveCash(store=store, clock=clock, ids=ids, events=events, texts=texts)
        self.read = ReadShift(store=store, clock=clock, events=events, catalog=catalog, texts=texts)
        self.close: CloseShift = till.close_shift

    def move(self, actor: Actor, kind: str, minor: int, **others: object) -> str:
        """Move cash for a plain reason; return the slip's number."""
        reasons = {
            "paid_in": "found",
            "paid_out": "service",
            "safe_drop": "too_much_cash",
            "float_added": "change_needed",
        }
        move = CashMove(**{"kind": kind, "amount_minor": minor, "reason": reasons[kind], **others})  # type: ignore[arg-type]  # the test names them
        return self.cash(actor, move, movement_id=self.cash.begin()).body.number

    def sell(self, minor: int = 2_800) -> None:
        """Sell a latte of 28.00 for cash."""
        self.till.sell(["latte"], TenderInput("cash", minor))

    def types(self) -> list[str]:
        """Return the types of all entries."""
        with self.till.store.read() as work:
            return [entry.type for entry in work.journal.after(0, 500)]

    def papers(self, reference: str) -> list[str]:
        """Return what was printed under a reference."""
        with self.till.store.read() as work:
            jobs = [job for job in work.spool.in_states(["written"], 500) if job.reference == reference]
        return [job.document for job in jobs if job.kind == "document"]


def expected(desk: Desk) -> int:
    """Return what is expected of the cash, as an X says."""
    cash = desk.read(LI).figures.tenders[0]
    assert cash.kind == "cash"
    return cash.expected_minor
