"""A till as a process of its own that sells and sells, and says so only when a sale is durable.

``python -m tests.faults.seller FOLDER`` prints ``paid ID`` for each sale that was answered "paid", and
``refused CODE`` for each that was not. What follows the folder takes a protection out, for canaries alone.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import sqlcipher3.dbapi2 as driver

from pos_app.bootstrap.system import SystemIds
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import PosError
from pos_app.services.events import EventBus
from pos_app.services.safety import Safety
from pos_app.services.watch_disk import WatchDisk
from pos_app.storage import bare, engine
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import open_till_data
from tests.fakes import FakeCentralApi, FakeClock, FakeIds
from tests.faults import fiu
from tests.till_shop import Till, open_shop

LATTE_MINOR = 2_800
ACKNOWLEDGE_ERRORS = "--acknowledge-errors"
BLIND = "--blind"
SYNCHRONOUS_NORMAL = "--synchronous-normal"


def make_folder(folder: Path) -> None:
    """Make an enrolled till with goods and an open shift in ``folder``."""
    with open_shop(folder) as till:
        till.open_shift()


def main(arguments: Sequence[str]) -> int:
    """Sell until killed."""
    folder, switches = Path(arguments[0]), set(arguments[1:])
    if SYNCHRONOUS_NORMAL in switches:
        _forget_to_sync()
    data = open_till_data(folder / "data", key_store=FileKeyStore(folder / "keys.json"), ids=SystemIds())
    till = Till(data, FakeClock(), cast("FakeIds", SystemIds()), FakeCentralApi(), EventBus())
    watch = WatchDisk(data.room, safety=Safety(till.events), clock=till.clock)
    if BLIND not in switches:
        data.store.follow_failures(watch.on_write_failed)
        till.complete_sale.ask_before_money(watch.before_money)
    _say("ready")
    while True:
        watch()
        _sell(till, acknowledge_errors=ACKNOWLEDGE_ERRORS in switches)


def _sell(till: Till, *, acknowledge_errors: bool) -> None:
    current = till.basket()
    try:
        current.add_product(till.product("latte"))
    except PosError as error:
        _say(f"not kept {error.code}")
        return
    try:
        with fiu.faults_on():
            till.pay(current.basket, TenderInput("cash", LATTE_MINOR))
    except PosError as error:
        _say(f"refused {error.code}")
        if not acknowledge_errors:
            return
    _say(f"paid {current.basket.basket_id}")


def _forget_to_sync() -> None:
    """Take the protection out: acknowledge what may still lie in the machine's memory only."""
    prepare = bare._prepare

    def forgetful(connection: driver.Connection, key: bytes, *, read_only: bool) -> None:
        prepare(connection, key, read_only=read_only)
        connection.execute("PRAGMA synchronous = NORMAL")

    bare._prepare = forgetful
    engine.WRITER = {**engine.WRITER, "synchronous": 1}
    engine.READER = {**engine.READER, "synchronous": 1}


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
