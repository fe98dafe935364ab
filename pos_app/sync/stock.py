"""What other stores have, over HTTP."""

from collections.abc import Sequence

from pos_app.services.stock_model import StoreStock
from pos_app.sync.central import WAIT_S
from pos_app.sync.http import CentralHttp
from retail_core.wire.counter import StockElsewhere


class HttpStock:
    """Implements :class:`pos_app.services.stock_ports.StockApi`; runs on the interactive network lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def elsewhere(self, product_id: str) -> tuple[Sequence[StoreStock], int]:
        answer = self._http.get(
            "/v1/stock/elsewhere", StockElsewhere, params={"product_id": product_id}, read_s=WAIT_S
        )
        rows = [
            StoreStock(
                store_id=row.store_id,
                name=row.name,
                distance_m=row.distance_m,
                on_hand_milli=row.on_hand_milli,
                free_milli=row.free_milli,
                heard_ms=row.heard_ms,
            )
            for row in answer.rows
        ]
        return rows, answer.web_milli
