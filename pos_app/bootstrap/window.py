"""Opens the till: its folder, its use cases, its screens, its link to the central API."""

from importlib import import_module
from zoneinfo import ZoneInfo

from pos_app.bootstrap.care import CareTaker, unless_expected
from pos_app.bootstrap.customer import open_customer_display
from pos_app.bootstrap.foyer import Foyer
from pos_app.bootstrap.lanes import TillLanes, take_short_turns
from pos_app.bootstrap.link import Link
from pos_app.bootstrap.papers import Papers
from pos_app.bootstrap.practice import Practice, PracticeTools
from pos_app.bootstrap.print_runner import PrintRunner
from pos_app.bootstrap.safekeeping import build_safekeeping
from pos_app.bootstrap.screens import Stage, add_screens, exceptions_reminder
from pos_app.bootstrap.sounds import make_sounds
from pos_app.bootstrap.start import Start
from pos_app.bootstrap.store_settings import StoreSettings, open_payment
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.bootstrap.use_cases import Surroundings, UseCases, build_use_cases
from pos_app.services.basket import SaveBasket
from pos_app.services.basket_model import Basket
from pos_app.services.drill import Drill
from pos_app.services.errors import DeviceError, PosError, StorageError
from pos_app.services.events import DrawerLeftOpen, OrderArrived, PrintFailed, StoreDataChanged
from pos_app.services.open_desk import OpenDesk
from pos_app.services.payment_desk import DeskLanes, DeskSurroundings, PaymentDesk
from pos_app.services.process_spool import ProcessSpool
from pos_app.services.records import Terminal
from pos_app.services.training import NoteTraining
from pos_app.services.watch_clock import WatchClock
from pos_app.storage.till_data import TillData, open_till_data
from pos_app.storage.training import TrainingSpace
from pos_app.sync.driver import SyncDriver
from pos_app.ui.app import Face
from pos_app.ui.child_process import ChildProcess
from pos_app.ui.format import Formats
from pos_app.ui.scan_filter import ScanFilter
from pos_app.ui.shell.main_window import MainWindow
from pos_app.ui.shell.status_line import StatusLine, StatusSources
from pos_app.ui.texts import text_of
from retail_core.figures import duration

CLOCK_MS = 60_000
"""How often it is looked whether somebody moved the machine's clock."""


class RunningTill:
    """A till with its window; ``close`` ends everything in the right order."""

    def __init__(self, start: Start, face: Face, *, foyer: Foyer | None = None) -> None:
        """Open the till behind the window of ``foyer``, or a window of its own that is not shown yet.

        Raises:
            PosError: The folder is in use, damaged, without its key, or no till was enrolled in it.
        """
        self._face = face
        self._foyer = Foyer(face, None) if foyer is None else foyer
        self._ids = SystemIds()
        self._data = open_till_data(start.folder, key_store=start.keys(), ids=self._ids)
        try:
            terminal = self._terminal(self._data)
            self._build(start, terminal)
        except BaseException:
            self._data.close()
            raise

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._window

    def open(self) -> None:
        """Show who may sign in, then begin to print, send and listen."""
        self._foyer.show()
        self._timers.after(0, self._begin)

    def close(self) -> None:
        """Stop the link, let writes end, close the files."""
        if self._practice is not None:
            self._practice.close()
        if self._customer is not None:
            self._customer.close()
        self._driver.stop()
        self._chain_api.close()
        self._lanes.close()
        self._data.close()

    def _trusted_clock(self) -> SystemClock:
        synced = self._data.sync_notes.state()
        clock = SystemClock(synced.clock_offset_ms, not_before_ms=synced.last_contact_ms)
        self._data.sync_notes.follow(clock)
        return clock

    def _watch_clock(self) -> None:
        watch = WatchClock(store=self._data.store, clock=self._clock, events=self._events)

        def look() -> None:
            self._lanes.storage.run(watch, lambda _: None, unless_expected)

        look()
        self._timers.every(CLOCK_MS, look)

    def _terminal(self, data: TillData) -> Terminal:
        terminal = data.sync_notes.terminal()
        if terminal is None:
            raise StorageError("till.not_enrolled")
        return terminal

    def _build(self, start: Start, terminal: Terminal) -> None:
        take_short_turns()
        self._lanes = TillLanes()
        foyer = self._foyer
        self._timers, self._events, self._session = foyer.timers, foyer.events, foyer.session
        self._clock = self._trusted_clock()
        self._drill = Drill(self._timers, self._events)
        self._training = terminal.training
        self._link = link = Link(self._data, terminal, start.url, self._clock, self._network_allowed)
        self._chain_api = link.chain_api()
        around = Surroundings(
            data=self._data,
            terminal=terminal,
            clock=self._clock,
            ids=self._ids,
            events=self._events,
            api=link.counter_api(),
            work_list_api=link.work_list_api(),
            campaign_api=link.campaign_api(),
            day_api=link.day_api(),
            chain_api=self._chain_api,
            stock_api=link.stock_api(),
            keep_basket=self._keep_basket,
        )
        self._save_basket = SaveBasket(self._data.store)
        self._cases = build_use_cases(around)
        self._driver: SyncDriver = link.driver(self._lanes, events=self._events, timers=self._timers)
        self._store_check = link.store_check(self._lanes, events=self._events, safety=self._cases.safety)
        self._window = foyer.window
        self._formats = Formats(lambda: self._face.language.name, ZoneInfo(terminal.store.time_zone))
        self._terminal_id = terminal.terminal
        self._printer_address = start.printer or "null:"
        # In training no provider moves money: a card is what the cashier says of the shop's own device.
        payment = "" if self._training else start.payment or terminal.store.payment_url
        self._payments = self._payment_desk(payment)
        self._settings = StoreSettings(
            self._data.sync_notes,
            started_with=terminal.store,
            payment=payment,
            connect=self._payments.connect,
            window=self._window,
        )
        self._stage = stage = self._make_stage(around)
        followed = add_screens(stage)
        # The customer's screen stays with the real till.
        mode = "off" if self._training else start.customer_display
        self._customer = open_customer_display(stage, followed, mode=mode)
        self._practice = None if self._training else self._make_practice(start)
        foyer.welcome = exceptions_reminder(stage).welcome
        self._add_status(terminal, self._cases)
        self._cases.identity.remember_on(self._lanes.storage)
        self._care = CareTaker(
            self._cases,
            copies=build_safekeeping(self._data, terminal, safety=self._cases.safety, clock=self._clock),
            lanes=self._lanes,
            around=(self._timers, self._events),
            notify=self._window.notify,
        )
        self._scans = ScanFilter(self._clock, self._timers, on_scan=self._window.take_scan)
        self._scans.install(self._face.app)
        self._listen(stage)
        foyer.open_doors(
            place=(terminal.store.name, terminal.label),
            cases=(self._cases.sign_in, OpenDesk(self._cases.shifts.open, self._cases.shifts.suspend)),
            storage=self._lanes.storage,
        )

    def _make_stage(self, around: Surroundings) -> Stage:
        return Stage(
            face=self._face,
            window=self._window,
            keymap=self._foyer.keymap,
            formats=self._formats,
            timers=self._timers,
            lanes=self._lanes,
            session=self._session,
            sounds=make_sounds(self._lanes.sound),
            around=around,
            cases=self._cases,
            papers=Papers(self._data.store),
            payments=self._payments,
            try_now=self._try_now,
            drill=self._drill,
            practise=None if self._training else self._practise,
        )

    def _payment_desk(self, address: str) -> PaymentDesk:
        return PaymentDesk(
            self._cases.payments,
            open_payment(address, self._window, terminal=self._terminal_id),
            lanes=DeskLanes(storage=self._lanes.storage, provider=self._lanes.payment),
            around=DeskSurroundings(self._clock, self._timers, self._events, self._on_trouble),
        )

    def _add_status(self, terminal: Terminal, cases: UseCases) -> None:
        sources = StatusSources(
            report=cases.status,
            session=self._session,
            formats=self._formats,
            clock=self._clock,
            store_name=terminal.store.name,
            till=terminal.label,
            training=terminal.training,
        )
        self._status = StatusLine(self._window.status, sources, timers=self._timers, events=self._events)

    def _listen(self, stage: Stage) -> None:
        self._events.subscribe(PrintFailed, lambda event: self._on_print_failed(event.code))
        self._events.subscribe(DrawerLeftOpen, lambda event: self._on_drawer_left_open(event.open_s))
        self._events.subscribe(OrderArrived, lambda event: self._on_order_arrived(event.number))
        self._events.subscribe(StoreDataChanged, self._settings.follow)
        self._window.on_unclaimed_scan(lambda _text: stage.sounds.unknown())
        self._window.language_changed.connect(self._status.refresh)

    def _network_allowed(self) -> bool:
        """Return whether head office may be asked: never in training, and not in a drill."""
        return not self._training and self._drill.network_allowed()

    def _practise(self) -> None:
        self._foyer.practise()

    def _make_practice(self, start: Start) -> Practice:
        face, printer = self._face, start.printer

        def options() -> tuple[str, ...]:
            shared = (f"--lang={face.language.name}", f"--theme={face.theme.name}")
            return (*shared, f"--printer={printer}") if printer else shared

        tools = PracticeTools(
            space=TrainingSpace(self._data, ids=self._ids),
            note=NoteTraining(store=self._data.store, clock=self._clock, events=self._events),
            child=ChildProcess(),
            window=self._window,
            options=options,
            tell=lambda receipts: self._window.notify("info", text_of("training_news.noted", receipts)),
            on_trouble=self._on_trouble,
        )
        practice = Practice(tools, care=self._lanes.care, storage=self._lanes.storage, clock=self._clock)
        self._foyer.practise = practice.open
        return practice

    def _try_now(self) -> None:
        """Wake the link, and look what of the store is here."""
        if self._training:
            return
        self._driver.try_now()
        self._store_check.run()

    def _begin(self) -> None:
        from retail_core.codes.gtin import warm_up

        if not self._training:
            self._driver.start()
            self._link.catalog_check(self._lanes, events=self._events).start(self._timers)
            self._store_check.start(self._timers)
        if self._practice is not None:
            self._practice.settle()
        self._payments.start()
        self._care.start(ended_well=self._data.ended_well)
        self._watch_clock()
        self._cases.prices.warm()
        self._lanes.ask.run(warm_up, lambda _: None, _raise)
        self._lanes.storage.run(_warm_pin_check, lambda _: None, _raise)
        try:
            self._begin_to_print()
        except DeviceError as error:
            # A wrong address or a missing font stops no sale: papers wait in the spool for the next start.
            self._on_trouble(error)

    def _begin_to_print(self) -> None:
        from pos_app.bootstrap.drawer_runner import DrawerRunner
        from pos_app.devices.drawer import open_drawer
        from pos_app.devices.printer import open_printer
        from pos_app.services.watch_drawer import WatchDrawer

        # In training the drawer stays shut: no cash of it is in play.
        drawer, store = open_drawer("null:" if self._training else self._printer_address), self._data.store
        printer = open_printer(self._printer_address)
        spool = ProcessSpool(store=store, printer=printer, drawer=drawer, events=self._events)
        watch = WatchDrawer(drawer, store=store, clock=self._clock, events=self._events)
        lane, timers, events = self._lanes.printer, self._timers, self._events
        self._printing = PrintRunner(spool, lane=lane, timers=timers, events=events)
        self._watching = DrawerRunner(watch, lane=lane, timers=timers, events=events)

    def _keep_basket(self, basket: Basket) -> None:
        self._lanes.storage.run(lambda: self._save_basket(basket), lambda _: None, self._on_trouble)

    def _on_trouble(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        self._window.notify("bad", text_of(error.code, *error.arguments))

    def _on_print_failed(self, code: str) -> None:
        self._window.notify("warn", text_of(code))

    def _on_drawer_left_open(self, open_s: int) -> None:
        self._stage.sounds.attention()
        self._window.notify("warn", text_of("drawer.left_open", duration(open_s)))

    def _on_order_arrived(self, number: str) -> None:
        self._stage.sounds.attention()
        self._window.notify("info", text_of("order.arrived", number))


def _warm_pin_check() -> None:
    """Load libsodium while people look at their names: it costs half a second once."""
    import_module("nacl.pwhash")


def _raise(error: BaseException) -> None:
    raise error
