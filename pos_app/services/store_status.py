"""What the counter can do right now: works, limited or blocked, with the reason and the age of the data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pos_app.services.events import EventBus, PaymentLinkChanged, PrintFailed, SyncStateChanged
from pos_app.services.offline_coupons import lists_end_ms
from pos_app.services.payment_model import Payment
from pos_app.services.ports import Catalog, CatalogState, Clock, Store
from pos_app.services.price_basket import SetAside
from pos_app.services.records import PrintJob, Queue, SyncState
from pos_app.services.safety import Concern, Safety
from retail_core.codes.keys import MAX_AGE_MS

Level = Literal["works", "limited", "blocked"]
Light = Literal["online", "limited", "offline"]

QUEUE_SLOW_MS = 10_000
"""An entry that waits longer than this while the server answers is a queue that does not move."""

PRINT_SLOW_MS = 10_000
"""A document that waits longer than this has a printer that does not print."""

MOST_PAYMENTS = 50
"""So many payments that wait for a person are named."""

_ONLINE = "sync.online"
_OFFLINE = "status.server_unreachable"


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing the counter does.

    ``code`` is ``sell``, ``offers``, ``member_code``, ``member_phone``, ``coupon``, ``hand_over``,
    ``new_orders``, ``print``, ``card`` (where a provider is connected), ``close_shift`` or ``send``;
    ``reason`` says why not fully, empty when it works; ``since_ms`` is 0 when not known.
    """

    code: str
    level: Level
    reason: str = ""
    since_ms: int = 0


@dataclass(frozen=True, slots=True)
class DataAge:
    """How old a kind of data is; 0 when it never came.

    ``catalog``, ``stock``, ``orders``, ``members``, ``staff`` and ``keys`` come from the server.

    ``file`` is the till's own: when it was last looked over; ``mirror`` and ``backup`` on the second disk.

    ``have`` of ``of`` rows are here; both 0 where that means nothing.
    """

    kind: str
    as_of_ms: int
    have: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The light and what is behind it; ``queue_oldest_ms`` is 0 with an empty queue.

    ``set_aside`` are campaigns that are not used because something is wrong with them.
    """

    light: Light
    capabilities: tuple[Capability, ...]
    ages: tuple[DataAge, ...]
    queue_length: int
    queue_oldest_ms: int
    last_contact_ms: int
    last_error: str
    set_aside: tuple[SetAside, ...] = ()
    concerns: tuple[Concern, ...] = ()
    """What is to be said of the till's own files, what stops selling first."""
    payments: tuple[Payment, ...] = ()
    """What a person has to look at: doubts, money that pays for nothing, money that did not go back."""

    @property
    def sells(self) -> bool:
        """Whether money may be taken."""
        return all(concern.weight != "stop" for concern in self.concerns)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the status is made of."""

    now_ms: int
    online: bool
    offline_since_ms: int
    sync: SyncState
    queue: Queue
    catalog: CatalogState
    has_keys: bool
    coupons_until_ms: int
    stuck: PrintJob | None
    print_code: str
    set_aside: tuple[SetAside, ...]
    concerns: tuple[Concern, ...]
    card: PaymentLinkChanged | None
    payments: tuple[Payment, ...]
    file_checked_ms: int
    copies: tuple[DataAge, ...]
    shares: Mapping[str, tuple[int, int]]


class StoreStatus:
    """Puts the status together; a millisecond, may be asked each second."""

    def __init__(
        self,
        *,
        store: Store,
        catalog: Catalog,
        clock: Clock,
        events: EventBus,
        set_aside: Callable[[], tuple[SetAside, ...]] = tuple,
        safety: Safety | None = None,
    ) -> None:
        """Listen to the link and the printer; until the server is heard of, the till counts as offline.

        ``set_aside`` returns the campaigns that are not used, ``safety`` knows of the till's own files.
        """
        self._safety = safety
        self._store = store
        self._set_aside = set_aside
        self._catalog = catalog
        self._clock = clock
        self._online = False
        self._link_code = _OFFLINE
        self._offline_since_ms = 0
        self._print_code = ""
        self._card: PaymentLinkChanged | None = None
        events.subscribe(PaymentLinkChanged, self._on_payment_link_changed)
        events.subscribe(SyncStateChanged, self._on_sync_state_changed)
        events.subscribe(PrintFailed, self._on_print_failed)

    def __call__(self) -> StatusReport:
        """Return the status now."""
        found = self._facts()
        capabilities = tuple(_capabilities(found))
        return StatusReport(
            light=_light(found, capabilities),
            capabilities=capabilities,
            ages=_ages(found),
            queue_length=found.queue.length,
            queue_oldest_ms=found.queue.oldest_ms,
            last_contact_ms=found.sync.last_contact_ms,
            last_error="" if self._link_code == _ONLINE else self._link_code,
            set_aside=found.set_aside,
            payments=found.payments,
            concerns=found.concerns,
        )

    def _facts(self) -> _Facts:
        now_ms = self._clock.now_ms()
        with self._store.read() as work:
            sync = work.sync_state.get()
            waiting = work.spool.in_states(("written",), 1)
            return _Facts(
                now_ms=now_ms,
                online=self._online,
                offline_since_ms=self._offline_since_ms or sync.last_contact_ms,
                sync=sync,
                queue=work.journal.queue(sync.acked_through),
                catalog=self._catalog.state(),
                has_keys=work.sync_state.key_list() is not None,
                coupons_until_ms=lists_end_ms(work),
                stuck=next((job for job in waiting if now_ms - job.written_ms > PRINT_SLOW_MS), None),
                print_code=self._print_code,
                set_aside=self._set_aside(),
                card=self._card,
                payments=tuple(each for each in work.payments.unfinished(MOST_PAYMENTS) if _waits(each)),
                concerns=self._concerns(),
                file_checked_ms=0 if self._safety is None else self._safety.checked_ms("file"),
                copies=() if self._safety is None else tuple(_copies(self._safety)),
                shares={kind: self._share(kind) for kind in ("stock", "order", "member", "staff")},
            )

    def _share(self, kind: str) -> tuple[int, int]:
        """Return how much of a kind was here at the last look, of how much; (0, 0) before the first."""
        return (0, 0) if self._safety is None else self._safety.share(f"feed.{kind}")

    def _concerns(self) -> tuple[Concern, ...]:
        known = () if self._safety is None else self._safety.concerns.values()
        return tuple(sorted(known, key=lambda concern: concern.weight))

    def _on_sync_state_changed(self, event: SyncStateChanged) -> None:
        if self._online and not event.online:
            self._offline_since_ms = self._clock.now_ms()
        self._online = event.online
        self._link_code = event.code

    def _on_payment_link_changed(self, event: PaymentLinkChanged) -> None:
        self._card = None if event.reachable is None else event

    def _on_print_failed(self, event: PrintFailed) -> None:
        self._print_code = event.code


def _copies(safety: Safety) -> Iterator[DataAge]:
    """Return what is on the second place, where there is one."""
    for place in ("mirror", "backup"):
        if safety.checked_ms(place) or place in safety.concerns:
            yield DataAge(place, safety.checked_ms(place), *safety.share(place))


def _capabilities(found: _Facts) -> Iterator[Capability]:
    keys_age_ms = found.now_ms - found.sync.keys_ms
    since_ms = found.offline_since_ms
    yield _sell(found)
    if found.set_aside:
        yield Capability("offers", "limited", "status.campaigns_set_aside")
    else:
        yield Capability("offers", "works")
    if not found.has_keys:
        yield Capability("member_code", "blocked", "status.no_keys")
    elif keys_age_ms > MAX_AGE_MS:
        yield Capability("member_code", "limited", "status.keys_too_old", found.sync.keys_ms)
    else:
        yield Capability("member_code", "works")
    yield _online_or(found, "member_phone", reason="status.known_members_only")
    if found.online:
        yield Capability("coupon", "works")
    elif found.has_keys and found.now_ms <= found.coupons_until_ms:
        yield Capability("coupon", "limited", "status.home_coupons_only", since_ms)
    else:
        yield Capability("coupon", "blocked", "status.lists_too_old", found.sync.keys_ms)
    yield (
        Capability("hand_over", "works")
        if found.has_keys
        else Capability("hand_over", "limited", "status.no_keys")
    )
    yield (
        Capability("new_orders", "works")
        if found.online
        else Capability("new_orders", "blocked", _OFFLINE, since_ms)
    )
    if found.stuck is None:
        yield Capability("print", "works")
    else:
        reason = found.print_code or "printer.waiting"
        yield Capability("print", "blocked", reason, found.stuck.written_ms)
    yield from _card(found)
    yield Capability("close_shift", "works")
    yield _online_or(found, "send", reason="status.kept_here")


def _card(found: _Facts) -> Iterator[Capability]:
    """Yield what cards can do, where a provider is connected."""
    if found.card is None:
        return
    if not found.card.reachable:
        yield Capability("card", "blocked", "status.provider_silent", found.card.at_ms)
    elif any(not each.is_free or each.aside for each in found.payments):
        yield Capability("card", "limited", "status.payments_open")
    else:
        yield Capability("card", "works")


def _waits(payment: Payment) -> bool:
    """Return whether a payment waits for a person; what a customer confirms at this moment does not."""
    return payment.in_doubt or payment.is_free or payment.has_failed


def _sell(found: _Facts) -> Capability:
    catalog = found.catalog
    stop = next((concern for concern in found.concerns if concern.weight == "stop"), None)
    if stop is not None:
        return Capability("sell", "blocked", stop.code, stop.since_ms)
    if not catalog.products:
        return Capability("sell", "limited", "status.no_catalog")
    if not catalog.complete:
        return Capability("sell", "limited", "status.catalog_incomplete")
    return Capability("sell", "works")


def _online_or(found: _Facts, code: str, *, reason: str) -> Capability:
    if found.online:
        return Capability(code, "works")
    return Capability(code, "limited", reason, found.offline_since_ms)


def _light(found: _Facts, capabilities: tuple[Capability, ...]) -> Light:
    """Return the light; it is only green when everything works and nothing is left to send."""
    if not found.online:
        return "offline"
    waits_long = found.queue.length > 0 and found.now_ms - found.queue.oldest_ms > QUEUE_SLOW_MS
    is_full = all(capability.level == "works" for capability in capabilities) and not found.concerns
    return "online" if is_full and not waits_long else "limited"


def _ages(found: _Facts) -> tuple[DataAge, ...]:
    sync, catalog = found.sync, found.catalog
    return (
        DataAge("catalog", sync.catalog_page_ms, catalog.products, max(catalog.expected, catalog.products)),
        DataAge("stock", sync.store_page_ms, *found.shares["stock"]),
        DataAge("orders", sync.store_page_ms, *found.shares["order"]),
        DataAge("members", sync.store_page_ms, *found.shares["member"]),
        DataAge("staff", sync.store_page_ms, *found.shares["staff"]),
        DataAge("keys", sync.keys_ms),
        DataAge("file", found.file_checked_ms),
        *found.copies,
    )
