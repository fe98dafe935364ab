"""Coupons to print go to the till that they are for, and are read as genuine at every other one."""

from pathlib import Path

from central_api.coupons import blanks
from central_api.coupons import service as coupons
from pos_app.bootstrap.system import SystemClock
from tests.integration.central_api.conftest import RunningServer
from tests.integration.central_api.real_till import joined
from tests.integration.central_api.shop_floor import set_up_floor
from tests.integration.central_api.test_revocations import Counter

_TERMS = {"at_till": True, "after_sale_minor": 1_300}


def test_each_till_has_coupons_of_its_own_which_the_others_read(
    server: RunningServer, tmp_path: Path
) -> None:
    server.database.run(set_up_floor)
    with joined(server, tmp_path / "one") as one, joined(server, tmp_path / "two") as two:
        first, second = Counter(one, server), Counter(two, server)
        server.database.run(lambda unit: coupons.change_terms(unit, "FIVE", issuing=_TERMS))
        now_ms = SystemClock().now_ms()
        ids: list[set[str]] = []
        for counter in (first, second):
            counter.hear()
            with counter.real.data.store.read() as work:
                rows = work.connection.exec_driver_sql("SELECT coupon_id FROM coupon_blank")
                ids.append({str(row[0]) for row in rows})
                assert work.coupons.blanks(1_299, now_ms=now_ms) == []
                [printed] = work.coupons.blanks(1_300, now_ms=now_ms)
        assert [len(found) for found in ids] == [blanks.STOCK, blanks.STOCK]
        assert not ids[0] & ids[1]
        # What the second till prints is sound at the first one; without a network only head office says yes.
        assert first.coupon(printed.code) == "nothing"
        # Taken back by head office, it is printed nowhere any more.
        server.database.run(lambda unit: coupons.change_terms(unit, "FIVE", issuing={}))
        second.hear()
        with two.data.store.read() as work:
            assert work.coupons.blanks(1_300, now_ms=now_ms) == []
