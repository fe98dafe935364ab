"""What runs short: head office's days of all tills, and this till's own sales since."""

from pos_app.services.look_up_stock import LookUpStock
from tests.till_shop import Till
from tests.unit.pos_app.services.test_stock_documents import hear, sell
from tests.unit.pos_app.services.test_transfer_notes import Nobody


def sold_day(key: str, day: str, **sold: int) -> tuple[str, str, dict[str, object]]:
    parts = [{"product_id": product_id, "qty_milli": milli} for product_id, milli in sold.items()]
    return "sold_day", key, {"business_day": day, "sold": parts}


def test_what_runs_short_counts_all_tills_on_days_that_ended_and_this_one_since(till: Till) -> None:
    def short() -> list[tuple[str, int, int]]:
        found = LookUpStock(store=till.store, clock=till.clock, api=Nobody()).short()
        return [(each.product_id, each.free_milli, each.sold_milli) for each in found]

    till.open_shift()
    sell(till, "latte", "latte")
    # By this till alone nothing is short: seven are free, two were sold.
    assert short() == []
    # It is Sunday the 22nd. Of two weeks ago nobody asks.
    yesterday = sold_day("6", "2026-11-21", latte=4_000, beans=9_000)
    hear(till, sold_day("5", "2026-11-20", latte=2_000), yesterday, sold_day("7", "2026-11-08", latte=90_000))
    assert short() == [("latte", 7_000, 8_000)]
    # The same day of the week takes its place.
    hear(till, sold_day("6", "2026-11-21", latte=3_000))
    assert short() == []
