"""Scan to first answer with a server that never answers: a member's code, a coupon. A process of its own.

The server takes every connection and says nothing, which is worse than one that is not there. Prints one JSON
line with times in seconds (``benchmarks/__main__.py`` reads it).
"""

import itertools
import json
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from benchmarks.counter import Counter
from benchmarks.painting import Painted, settle, wait_for
from benchmarks.shop import VERSION, open_data
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.enrol_till import EnrolTill
from retail_core.codes.pq1 import CouponCode, MemberCode, code_time_s, coupon_bind, sign
from tests.till_shop import (
    ALIAS,
    CATALOG,
    FIRST_PAGE,
    ISSUER_SEED,
    STORE_NUMBER,
    TENANT,
    FakeEnrolment,
    key_list_doc,
    store_page,
    write_catalog,
)

SCANS = 15
"""Below what a till takes of coupons without head office in a day."""

_LATTE = "6901234567892"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="loop-pos-bench-") as folder, _silent_server() as url:
        till = Path(folder)
        _make_till(till)
        counter = Counter(till, url=url)
        try:
            print(json.dumps(_times(counter)))
        finally:
            counter.till.close()


def _times(counter: Counter) -> dict[str, list[float]]:
    """Scan drinks, then codes of a member and coupons in turn; nobody has answered anything by then."""
    for _ in range(SCANS):
        counter.scan_but_for_the_last_key(_LATTE)
        counter.last_key()
        settle()
    times: dict[str, list[float]] = {"member": [], "coupon": []}
    card, total = Painted(counter.part("sell.member")), Painted(counter.part("sell.total"))
    tier = counter.part("sell.member.tier")
    for number in range(SCANS):
        settle()
        counter.scan_but_for_the_last_key(_member(number))
        times["member"].append(card.when(counter.last_key, tier.isVisible))
        QTest.mouseClick(counter.part("sell.member.detach"), Qt.MouseButton.LeftButton)
        wait_for(lambda: not tier.isVisible())
    counter.scan_but_for_the_last_key(_member(SCANS))
    counter.last_key()
    wait_for(tier.isVisible)
    for number in range(SCANS):
        settle()
        counter.scan_but_for_the_last_key(_coupon(number))
        is_there = partial(_is_there, counter, f"sell.coupon.{number:016x}")
        times["coupon"].append(total.when(counter.last_key, is_there))
    return times


def _is_there(counter: Counter, name: str) -> bool:
    return counter.window.findChild(QWidget, name) is not None


def _member(number: int) -> str:
    now_s = code_time_s(SystemClock().now_ms())
    return sign(MemberCode(1, TENANT, ALIAS, now_s, 60, 3, 0, number), ISSUER_SEED)


def _coupon(number: int) -> str:
    now_s = code_time_s(SystemClock().now_ms())
    serial = f"{number:016x}"
    code = CouponCode(
        kid=1,
        tenant=TENANT,
        campaign=77,
        serial=serial,
        nbf_s=now_s - 60,
        exp_s=now_s + 86_400,
        store=STORE_NUMBER,
        flags=7,
        value=500,
        bind=coupon_bind(ALIAS, serial),
    )
    return sign(code, ISSUER_SEED)


def _make_till(folder: Path) -> None:
    """Fill ``folder`` with a till that knows keys of this hour and a coupon's campaign."""
    clock = SystemClock()
    data = open_data(folder)
    try:
        EnrolTill(store=data.store, api=FakeEnrolment(), clock=clock, ids=SystemIds())(
            url="http://127.0.0.1:9", code="ABCDEFGHJK", device_name="bench", app_version="0.1"
        )
        keys = ("keys", "list", key_list_doc(clock.now_ms()))
        data.feed_sink.apply_store_page(store_page(*FIRST_PAGE[1:], keys), now_ms=clock.now_ms())
        unpacked = data.catalog_files.temporary_path(VERSION)
        write_catalog(unpacked, CATALOG, version=VERSION)
        products = sum(each.kind == "product" for each in CATALOG)
        data.catalog_files.stage(VERSION, unpacked, expected_products=products)
        data.catalog_files.activate(VERSION)
    finally:
        data.close()


@contextmanager
def _silent_server() -> Iterator[str]:
    """Take every connection, and never say anything."""
    listener = socket.create_server(("127.0.0.1", 0))
    taken: list[socket.socket] = []

    def take() -> None:
        for _ in itertools.count():
            try:
                taken.append(listener.accept()[0])
            except OSError:
                return

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()
        for each in taken:
            each.close()


if __name__ == "__main__":
    main()
