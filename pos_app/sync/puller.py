"""Data comes down: pages of the two feeds, and the held request that says when to ask.

Fetching runs on the feed lane, applying on the storage lane; a page and its cursor are one transaction.

Source: DESIGN.md §4, "Down".
"""

from typing import Literal

from pos_app.sync.http import CentralHttp
from retail_core.wire.feed import FeedPage, Wake

PAGE_ROWS = 500
HOLD_S = 25
"""How long the server may hold the wake-up request."""

Feed = Literal["catalog", "store"]


class FeedPuller:
    """Fetches pages; used by the feed lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def page(self, feed: Feed, cursor: str) -> FeedPage:
        """Return the page behind ``cursor``; errors as for :meth:`CentralHttp.get`."""
        params = {"cursor": cursor, "limit": str(PAGE_ROWS)}
        return self._http.get(f"/v1/feed/{feed}", FeedPage, params=params)


class Waker:
    """Holds one request until there is news; used by the wake-up lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def wait(self, *, catalog: str, store: str) -> Wake:
        """Return when a feed has something behind its cursor, or after :data:`HOLD_S` without news."""
        params = {"catalog": catalog, "store": store, "hold_s": str(HOLD_S)}
        return self._http.get("/v1/wake", Wake, params=params, read_s=HOLD_S + 10)

    def close(self) -> None:
        """End a request that is being held."""
        self._http.close()
