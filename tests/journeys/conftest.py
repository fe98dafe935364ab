"""A small shop for each journey: its own server and till as processes, played through the real window."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from pos_app.demo.chain import DemoFolder
from pos_app.demo.processes import ask
from pos_app.tour.diary import Diary
from pos_app.tour.scenario import OrderPlan
from pos_app.tour.set_up import make_folder, set_up
from pos_app.tour.shop import PlacedOrder
from pos_app.tour.stage import Stage
from pos_app.tour.till import Opening, TillProcess
from pos_app.tour.window import Window
from tests.fake_printer import FakePrinter

PINS = {"S01-C1": "1111", "S01-C2": "1112", "S01-A1": "2222", "S01-M1": "3333", "S02-C1": "1111"}


@pytest.fixture(scope="session")
def shop_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A seeded shop whose till has been open once, so that it knows its people and its goods."""
    root = tmp_path_factory.mktemp("shop") / "template"
    make_folder(DemoFolder(root))
    stage = _stage(root, root.parent / "out", printer="null:")
    try:
        stage.start_server()
        stage.start_till().ask("look", 60, name="sign_in.staff.S01-C1")
        window = stage.window
        sign_in(window, "S01-C1")
        window.look("open_shift.open")
    finally:
        stage.close()
    shutil.rmtree(root / "till" / "reports", ignore_errors=True)
    return root


@pytest.fixture
def printer() -> Iterator[FakePrinter]:
    """A receipt printer on the network that keeps what it gets."""
    with FakePrinter() as made:
        yield made


@pytest.fixture
def make_stage(shop_template: Path, tmp_path: Path, printer: FakePrinter) -> Iterator[Callable[[], Stage]]:
    """Make a shop that is nobody else's; its server and its till are ended after the test."""
    made: list[Stage] = []

    def make() -> Stage:
        root = tmp_path / "shop"
        shutil.copytree(shop_template, root)
        made.append(_stage(root, tmp_path / "out", printer=printer.address()))
        return made[-1]

    yield make
    for stage in made:
        stage.close()


@pytest.fixture
def shop(make_stage: Callable[[], Stage]) -> Stage:
    """Return a shop with its server up and its till at the sign-in."""
    stage = make_stage()
    stage.start_server()
    stage.start_till()
    stage.window.look("sign_in.staff.S01-C1")
    return stage


@pytest.fixture
def counter(shop: Stage) -> Stage:
    """Return a shop whose cashier has opened a shift with 500.00."""
    window = shop.window
    open_shift(window)
    return shop


@pytest.fixture
def card_counter(make_stage: Callable[[], Stage]) -> Stage:
    """Return an open shift in a store that has connected a payment provider since its till joined."""
    stage = make_stage()
    stage.provider.start()
    stage.provider.join()
    stage.start_server()
    stage.start_till()
    window = stage.window
    window.look("sign_in.staff.S01-C1")
    open_shift(window)
    return stage


@pytest.fixture
def second(counter: Stage) -> Iterator[Window]:
    """Return another till of the store, with its own cashier and shift."""
    with another_till(counter, "S01-C2") as window:
        yield window


@contextmanager
def another_till(stage: Stage, staff_id: str) -> Iterator[Window]:
    """Let a till join the store of somebody, who opens a shift there."""
    store = staff_id[:3]
    folder = stage.folder.root / f"till-of-{staff_id}"
    code = ask("central-api", "enrol-code", "--store", store, "--database-url", stage.folder.database_url)
    join = ("--url", stage.shop.url, "--code", code.strip(), "--data-dir", str(folder), "--demo-key")
    ask("pos-app", "enrol", *join)
    log = stage.folder.root / f"till-of-{staff_id}.log"
    till = TillProcess(Opening(folder, stage.shop.url, "null:", "zh-Hans", "light", log))
    try:
        window = Window(till)
        window.look(f"sign_in.staff.{staff_id}")
        open_shift(window, staff_id)
        yield window
    finally:
        till.close()


def open_shift(window: Window, staff_id: str = "S01-C1") -> None:
    """Sign in and open a shift with 500.00."""
    sign_in(window, staff_id)
    window.look("open_shift.open")
    window.type("500\n")
    window.look("sell.search")


def close_shift(window: Window, counted: str) -> None:
    """Count the drawer as one amount and close the shift; the manager stands at the counter."""
    window.keys("Alt+Z")
    window.look("close_shift.go_on", enabled=True)
    window.touch("close_shift.go_on")
    window.look("close_shift.count.cash")
    window.type(counted)
    window.touch("close_shift.submit")
    window.look("close_shift.close", enabled=True)
    window.touch("close_shift.close")
    window.look("close_shift.z")


def hand_over(window: Window, order: PlacedOrder) -> None:
    """Hand an order over by its customer's code, and go on; it can be taken back no more."""
    window.scan(order.pickup_code)
    window.look("hand_over.number", has=order.number)
    window.touch("hand_over.confirm")
    window.look("hand_over.undo")
    window.touch("hand_over.confirm")
    window.do("gone", name="hand_over.confirm")


def sign_in(window: Window, staff_id: str) -> None:
    """Sign in by keyboard."""
    window.touch(f"sign_in.staff.{staff_id}")
    window.look("sign_in.pin", enabled=True)
    window.type(f"{PINS[staff_id]}\n")


def allow(window: Window, staff_id: str = "S01-M1") -> None:
    """Allow what is asked for by the PIN of ``staff_id``, once it is asked for."""
    window.look("approval.pin", enabled=True)
    window.type(f"{PINS[staff_id]}\n")


def change_hands(window: Window, staff_id: str) -> None:
    """Sign out who is there, and sign in somebody else."""
    window.keys("F5")
    window.touch("more.sign_out")
    sign_in(window, staff_id)
    window.look("sell.search")


def order_ready(
    stage: Stage, goods: Mapping[str, int] | None = None, *, settled_minor: int | None = None
) -> PlacedOrder:
    """Order online, and pick; the till shows the board."""
    window = stage.window
    plan = OrderPlan(goods or {"jasmine": 2}, "A-03")
    order = stage.shop.order(plan, settled_minor=settled_minor)
    window.look("notice_text", has=order.number)
    change_hands(window, "S01-A1")
    window.keys("F11")
    window.touch(f"pickup.column.new_card_{order.order_id}_step")
    lines = window.do("names", prefix="pick.line.", least=len(plan.lines))
    assert isinstance(lines, list)
    # A card's own words are called by its name and something more.
    window.touch(*(name for name in lines if "_" not in name.removeprefix("pick.line.")), "pick.shelf")
    window.type("A-03")
    window.touch("pick.done")
    window.look(f"pickup.column.ready_card_{order.order_id}", has="A-03")
    return order


def _stage(root: Path, out: Path, *, printer: str) -> Stage:
    out.mkdir(exist_ok=True)
    return set_up(DemoFolder(root), Diary(out), face=("zh-Hans", "light"), printer=printer)
