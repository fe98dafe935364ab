"""One transaction on ``till.db`` with its repositories, and the store that gives them out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from sqlalchemy import Connection, Engine, select

from pos_app.services.errors import StorageError
from pos_app.services.ports import Ids
from pos_app.storage.foreign_errors import translated
from pos_app.storage.repositories.balances import SqlBalances
from pos_app.storage.repositories.cells import SqlCells
from pos_app.storage.repositories.counter import SqlBaskets, SqlParked, SqlSpool
from pos_app.storage.repositories.goods import SqlGoods, SqlStock
from pos_app.storage.repositories.journal import SqlJournal
from pos_app.storage.repositories.knowledge import (
    SqlCoupons,
    SqlSettings,
    SqlSyncState,
    SqlTerminal,
)
from pos_app.storage.repositories.members import SqlMembers
from pos_app.storage.repositories.orders import SqlOrders
from pos_app.storage.repositories.payments import SqlPayments
from pos_app.storage.repositories.people import SqlStaff
from pos_app.storage.repositories.returns import SqlReturns
from pos_app.storage.repositories.sales import SqlSales
from pos_app.storage.repositories.shifts import SqlShifts
from pos_app.storage.repositories.uses import SqlUses
from pos_app.storage.tables import sync_state, terminal


class SqlUnitOfWork:
    """The repositories of one transaction; each is made when it is first asked for."""

    def __init__(self, connection: Connection, ids: Ids) -> None:
        self.connection = connection
        self._ids = ids
        self.cells = SqlCells(connection)
        """Sums for reports."""

    @cached_property
    def journal(self) -> SqlJournal:
        """The chain of this till's facts.

        Raises:
            StorageError: ``till.not_enrolled``: without an identity there is no chain.
        """
        place = self._identity
        if place is None:
            raise StorageError("till.not_enrolled")
        return SqlJournal(self.connection, terminal=place[0], incarnation=place[1], ids=self._ids)

    @cached_property
    def sales(self) -> SqlSales:
        """Completed sales."""
        return SqlSales(self.connection)

    @cached_property
    def returns(self) -> SqlReturns:
        """What came back."""
        return SqlReturns(self.connection)

    @cached_property
    def shifts(self) -> SqlShifts:
        """Shifts and Z reports."""
        return SqlShifts(self.connection, incarnation=self._incarnation)

    @cached_property
    def baskets(self) -> SqlBaskets:
        """The basket on the counter."""
        return SqlBaskets(self.connection)

    @cached_property
    def parked(self) -> SqlParked:
        """Sales that wait."""
        return SqlParked(self.connection)

    @cached_property
    def spool(self) -> SqlSpool:
        """Print jobs."""
        return SqlSpool(self.connection, SqlTerminal(self.connection))

    @cached_property
    def members(self) -> SqlMembers:
        """Members."""
        return SqlMembers(self.connection, epoch=self.epoch)

    @cached_property
    def uses(self) -> SqlUses:
        """Uses of campaigns with limits."""
        return SqlUses(self.connection, incarnation=self._incarnation, state=self.sync_state.get())

    @cached_property
    def balances(self) -> SqlBalances:
        """Points and balances."""
        return SqlBalances(self.connection, incarnation=self._incarnation, state=self.sync_state.get())

    @cached_property
    def orders(self) -> SqlOrders:
        """Click-and-collect orders."""
        return SqlOrders(self.connection, incarnation=self._incarnation, epoch=self.epoch)

    @cached_property
    def stock(self) -> SqlStock:
        """Stock figures."""
        return SqlStock(self.connection, incarnation=self._incarnation, state=self.sync_state.get())

    @cached_property
    def goods(self) -> SqlGoods:
        """Documents of goods, transfers, the chain's stores."""
        return SqlGoods(self.connection, stock=self.stock, epoch=self.epoch)

    @cached_property
    def staff(self) -> SqlStaff:
        """People who may work here."""
        return SqlStaff(self.connection)

    @cached_property
    def coupons(self) -> SqlCoupons:
        """Coupon uses and revocations."""
        return SqlCoupons(self.connection)

    @cached_property
    def payments(self) -> SqlPayments:
        """Orders to payment providers."""
        return SqlPayments(self.connection)

    @cached_property
    def sync_state(self) -> SqlSyncState:
        """Where the till stands against the server."""
        return SqlSyncState(self.connection)

    @cached_property
    def settings(self) -> SqlSettings:
        """Settings of this till."""
        return SqlSettings(self.connection)

    @cached_property
    def terminal(self) -> SqlTerminal:
        """The till's identity."""
        return SqlTerminal(self.connection)

    @cached_property
    def epoch(self) -> int:
        """The generation of the store feed: rows of an older one go when a reset is complete."""
        return self.connection.execute(select(sync_state.c.epoch)).scalar() or 0

    @cached_property
    def _identity(self) -> tuple[str, int] | None:
        row = self.connection.execute(select(terminal.c.terminal, terminal.c.incarnation)).first()
        return None if row is None else (row.terminal, row.incarnation)

    @property
    def _incarnation(self) -> int:
        return 0 if self._identity is None else self._identity[1]


class SqlStore:
    """Gives out units of work; commits at the edge."""

    def __init__(self, *, writer: Engine, reader: Engine, ids: Ids) -> None:
        """Keep the engines; both belong to the caller, who disposes of them."""
        self._writer = writer
        self._reader = reader
        self._ids = ids
        self._on_failed: Callable[[str], None] = _ignore

    def follow_failures(self, on_failed: Callable[[str], None]) -> None:
        """Hand the code of every write that failed to ``on_failed``, on the thread of that write."""
        self._on_failed = on_failed

    @contextmanager
    def write(self) -> Iterator[SqlUnitOfWork]:
        """Begin a transaction; see ``pos_app.services.ports.Store``."""
        try:
            with translated(), self._writer.begin() as connection:
                yield SqlUnitOfWork(connection, self._ids)
        except StorageError as error:
            self._on_failed(error.code)
            raise

    @contextmanager
    def read(self) -> Iterator[SqlUnitOfWork]:
        """Begin a read; see ``pos_app.services.ports.Store``."""
        with translated(), self._reader.begin() as connection:
            yield SqlUnitOfWork(connection, self._ids)


def _ignore(code: str) -> None:
    """Nobody asked to be told."""
