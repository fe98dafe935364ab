"""Facts in the sums: each entry of each till's journal once, on the business day of its shift."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from pydantic import ValidationError

from central_api.catalog import service as catalog
from central_api.kit.unit import Unit, is_of_the_database
from central_api.summing import repository
from central_api.summing.schemas import Chain, ClosedDay, Entry, Late, Place, Shelf, Shift
from retail_core.reporting.cells import Cell, Cells, KnownHandOver, KnownOrder, Lookups
from retail_core.reporting.fact_cells import hand_over_channel
from retail_core.reporting.folding import FOLDED_TYPES, Folding, OpenShifts, Stated
from retail_core.wire import facts
from retail_core.wire.base import Message
from retail_core.wire.shift_facts import DAY_CLOSED, DayClosed, ShiftClosed, ShiftOpened

UNKNOWN: Final = "unknown"
"""Why an entry waits: this server does not know its type, or its body. It is tried again."""

FAILED: Final = "failed"
"""The rules stumbled over it: for a person, and no entry behind it waits."""

_READ: Final = frozenset({*FOLDED_TYPES, DAY_CLOSED})

_Parsed = list[tuple[Entry, Message | None]]
_Chains = dict[tuple[str, int], Chain]


def is_behind(unit: Unit) -> bool:
    """Return whether entries are stored that are not in the sums."""
    return bool(repository.chains_with_news(unit, limit=1) or repository.understood(unit, limit=1))


def add_up(unit: Unit, shelf: Shelf, *, stores: Mapping[str, Place], most: int) -> int:
    """Add entries that are new to ``shelf``, at most ``most``, and note how far each chain is summed."""
    taking = _Taking(unit, shelf, stores=stores)
    again = repository.understood(unit, limit=most)
    if again:
        taking.take_again(again)
    chains: _Chains = {}
    read: list[Entry] = []
    for chain in repository.chains_with_news(unit, limit=most):
        if len(read) >= most:
            break
        chains[chain.terminal_id, chain.incarnation] = chain
        read += repository.entries_behind(unit, chain, limit=most - len(read))
    if read:
        taking.take(chains, read)
    return len(again) + len(read)


@dataclass(slots=True)
class _Folded:
    """A chain while its entries are taken."""

    chain: Chain
    folding: Folding
    store: Place


class _Taking:
    """What entries of one unit have to do with each other: closed days, and what was told twice."""

    def __init__(self, unit: Unit, shelf: Shelf, *, stores: Mapping[str, Place]) -> None:
        self._unit = unit
        self._shelf = shelf
        self._stores = stores
        self._closed: dict[tuple[str, str], ClosedDay | None] = {}
        self._twice: set[str] = set()
        self._late: list[Late] = []

    def take(self, chains: _Chains, entries: list[Entry]) -> None:
        """Add the next entries of chains, and write how far they are."""
        folded = {place: self._folded(chain) for place, chain in chains.items()}
        for entry, body in self._parsed(_as_they_came(entries)):
            of = folded[entry.terminal_id, entry.incarnation]
            if body is not None:
                self._take(of, entry, body=body)
            told_ms = max(of.chain.told_ms, entry.wall_ms)
            of.chain = replace(of.chain, summed_seq=entry.seq, told_ms=told_ms)
        repository.put_chains(
            self._unit, (replace(each.chain, shifts=each.folding.shifts) for each in folded.values())
        )
        self._write()

    def take_again(self, entries: list[Entry]) -> None:
        """Add entries that this server did not understand before; their chains are further by now."""
        stores = repository.stores_of(self._unit, {entry.terminal_id for entry in entries})
        repository.wait_no_longer(self._unit, [entry.entry_id for entry in entries])
        for entry, body in self._parsed(entries):
            if body is None:
                continue
            named = getattr(body, "shift_id", "")
            days = {each.shift_id: each.business_day for each in repository.shifts(self._unit, {named})}
            chain = Chain(entry.terminal_id, entry.incarnation, stores[entry.terminal_id])
            self._take(self._folded(replace(chain, shifts=OpenShifts(days=days))), entry, body=body)
        self._write()

    def _folded(self, chain: Chain) -> _Folded:
        store = self._stores[chain.store_id]
        lookups = Known(self._unit, chain.store_id).lookups
        return _Folded(chain, Folding(store.time, lookups=lookups, shifts=chain.shifts), store)

    def _parsed(self, entries: list[Entry]) -> _Parsed:
        """Return entries with their bodies, of those that have to do with reports."""
        parsed: _Parsed = [(entry, self._body(entry)) for entry in entries]
        sales = {
            entry.entry_id: body.sale_id for entry, body in parsed if isinstance(body, facts.SaleCompleted)
        }
        zs = {entry.entry_id: body.shift_id for entry, body in parsed if isinstance(body, ShiftClosed)}
        self._twice = repository.stated_twice(self._unit, sales) if sales else set()
        self._twice |= repository.closed_twice(self._unit, zs) if zs else set()
        return parsed

    def _body(self, entry: Entry) -> Message | None:
        model = facts.BODIES.get((entry.type, entry.version))
        if model is not None and entry.type not in _READ:
            return None
        try:
            if model is not None:
                return model.model_validate_json(entry.body)
        except ValidationError:
            pass
        repository.wait_for(self._unit, entry.entry_id, why=UNKNOWN)
        return None

    def _take(self, of: _Folded, entry: Entry, *, body: Message) -> None:
        self._follow(of, entry, body=body)
        if entry.entry_id in self._twice:
            return
        try:
            place, cells = of.folding.take(Stated(entry.type, body, entry.actor, entry.wall_ms))
        except Exception as error:  # no entry blocks those behind it, whatever the rules stumble over
            if is_of_the_database(error):
                raise
            repository.wait_for(self._unit, entry.entry_id, why=FAILED)
            return
        if cells:
            self._shelf.add(of.store, place.business_day, cells=cells)
            self._note_late(of, entry, shift_id=place.shift_id, day=place.business_day, cells=cells)

    def _follow(self, of: _Folded, entry: Entry, *, body: Message) -> None:
        """Keep what a fact says of shifts and days."""
        if isinstance(body, ShiftOpened | ShiftClosed):
            repository.put_shift(self._unit, _shift(of.chain, entry, body=body))
        elif isinstance(body, DayClosed) and self._closed_day(of.store.store_id, body.business_day) is None:
            closed = ClosedDay(
                of.store.store_id,
                body.business_day,
                entry.entry_id,
                entry.wall_ms,
                entry.received_ms,
                body.complete,
            )
            repository.close_day(self._unit, closed)
            self._closed[closed.store_id, closed.business_day] = closed

    def _closed_day(self, store_id: str, day: str) -> ClosedDay | None:
        place = (store_id, day)
        if place not in self._closed:
            self._closed[place] = repository.closed_day(self._unit, store_id, day=day)
        return self._closed[place]

    def _note_late(self, of: _Folded, entry: Entry, *, shift_id: str, day: str, cells: Cells) -> None:
        closed = self._closed_day(of.store.store_id, day)
        if closed is not None and entry.received_ms >= closed.received_ms:
            self._late.append(_late(of.store.store_id, entry, shift_id=shift_id, day=day, cells=cells))

    def _write(self) -> None:
        late, self._late = self._late, []
        repository.put_late(self._unit, late)


class Known:
    """What the server knows beside the facts of a store."""

    def __init__(self, unit: Unit, store_id: str) -> None:
        self._unit = unit
        self._store_id = store_id
        self._costs: dict[str, int | None] = {}

    @property
    def lookups(self) -> Lookups:
        """The same as the rules take it."""
        return Lookups(order=self._order, hand_over=self._hand_over, unit_cost=self._unit_cost)

    def _unit_cost(self, product_id: str) -> int | None:
        """Return what a product costs now: what was wasted or missed does not say what it did."""
        if product_id not in self._costs:
            found = catalog.products(self._unit, self._store_id, product_ids=[product_id]).get(product_id)
            self._costs[product_id] = None if found is None else found.cost_minor
        return self._costs[product_id]

    def _order(self, order_id: str) -> KnownOrder | None:
        return repository.known_order(self._unit, order_id)

    def _hand_over(self, hand_over_id: str) -> KnownHandOver | None:
        found = repository.known_hand_over(self._unit, hand_over_id)
        if found is None:
            return None
        known, means, order_id = found
        return replace(known, channel=hand_over_channel(means, order_id, lookups=self.lookups))


def _as_they_came(entries: list[Entry]) -> list[Entry]:
    """Return entries in the order in which they came: a day is closed before what came late for it.

    Those of a chain stay in the order of their numbers, also where the clock was put back meanwhile.
    """
    latest: dict[tuple[str, int], int] = {}
    moments = []
    for entry in sorted(entries, key=lambda each: (each.terminal_id, each.incarnation, each.seq)):
        chain = (entry.terminal_id, entry.incarnation)
        latest[chain] = max(latest.get(chain, 0), entry.received_ms)
        moments.append((latest[chain], *chain, entry.seq, entry))
    return [each[-1] for each in sorted(moments, key=lambda each: each[:-1])]


def _shift(chain: Chain, entry: Entry, *, body: ShiftOpened | ShiftClosed) -> Shift:
    return Shift(
        shift_id=body.shift_id,
        terminal_id=entry.terminal_id,
        store_id=chain.store_id,
        shift_number=body.shift_number if isinstance(body, ShiftClosed) else body.number,
        business_day=body.business_day,
        opened_ms=body.opened_ms if isinstance(body, ShiftClosed) else entry.wall_ms,
        closed_ms=body.closed_ms if isinstance(body, ShiftClosed) else None,
        z_number=body.z_number if isinstance(body, ShiftClosed) else None,
        incarnation=entry.incarnation,
        first_seq=entry.seq,
        last_seq=entry.seq if isinstance(body, ShiftClosed) else None,
    )


def _late(store_id: str, entry: Entry, *, shift_id: str, day: str, cells: Cells) -> Late:
    return Late(
        entry_id=entry.entry_id,
        store_id=store_id,
        business_day=day,
        terminal_id=entry.terminal_id,
        shift_id=shift_id,
        type=entry.type,
        wall_ms=entry.wall_ms,
        received_ms=entry.received_ms,
        net_minor=cells.get(Cell("sold"), 0) - cells.get(Cell("returned"), 0),
        tendered_minor=cells.get(Cell("tendered"), 0),
    )
