"""A till's data folder with a catalog of a given size, enrolled without a server."""

from pathlib import Path

from benchmarks.goods import catalog_file
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.enrol_till import EnrolTill
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import TillData, open_till_data
from tests.till_shop import FIRST_PAGE, FakeEnrolment, store_page

VERSION = "bench"


def key_file(folder: Path) -> Path:
    """Return where the till's secrets lie."""
    return folder / "till.key"


def open_data(folder: Path) -> TillData:
    """Open the till's files."""
    return open_till_data(folder, key_store=FileKeyStore(key_file(folder)), ids=SystemIds())


def make_till(folder: Path, products: int) -> None:
    """Fill ``folder`` with a till that knows two people and ``products`` goods."""
    clock = SystemClock()
    data = open_data(folder)
    try:
        EnrolTill(store=data.store, api=FakeEnrolment(), clock=clock, ids=SystemIds())(
            url="http://127.0.0.1:9", code="ABCDEFGHJK", device_name="bench", app_version="0.1"
        )
        data.feed_sink.apply_store_page(store_page(*FIRST_PAGE), now_ms=clock.now_ms())
        unpacked = data.catalog_files.temporary_path(VERSION)
        catalog_file(unpacked, products, version=VERSION)
        data.catalog_files.stage(VERSION, unpacked, expected_products=products)
        data.catalog_files.activate(VERSION)
    finally:
        data.close()
