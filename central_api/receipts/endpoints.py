"""Receipts over HTTP: what tills ask about each other's, and the page for whoever holds a receipt's code."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from central_api.kit.describing import takes
from central_api.kit.gate import SignedCall
from central_api.kit.kit import Kit
from central_api.kit.throttle import Throttle
from central_api.receipts import service
from central_api.receipts.html import page, tag
from central_api.receipts.page import receipt_parts
from central_api.receipts.words import Words, language_of, words
from retail_core.wire.counter import ReceiptFind, ReceiptFound

_MOST_VIEWS = 60
_VIEWS_MS = 60_000
_MOST_NUMBER_CHARS = 64


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice."""
    router = APIRouter()

    @router.post("/v1/receipts/find", openapi_extra=takes(ReceiptFind))
    def find(call: Annotated[SignedCall, Depends(kit.gate.signed)]) -> ReceiptFound:
        """Find a receipt by its number, with everything that came back of it so far."""
        question = call.message(ReceiptFind)
        with kit.database.read() as unit:
            return service.find(unit, question)

    _add_page(router, kit)
    return router


def _add_page(router: APIRouter, kit: Kit) -> None:
    views = Throttle(kit.clock, most=_MOST_VIEWS, window_ms=_VIEWS_MS)

    # A page for people is no part of the API's description.
    @router.get("/r/{number}", include_in_schema=False)
    def show(number: str, request: Request, *, h: str = "") -> HTMLResponse:
        """Show a receipt to whoever holds its code."""
        said = _words_of(request)
        wait_s = views.wait_s("" if request.client is None else request.client.host)
        if wait_s:
            return _busy(said, wait_s=wait_s)
        with kit.database.read() as unit:
            shown = service.show(unit, number[:_MOST_NUMBER_CHARS].replace("\0", ""), shown_hash=h)
        if shown is None:
            return _not_here(said)
        title = f"{shown.store.name} · {shown.sale.receipt_number}"
        return page(title, receipt_parts(shown, said), language=said.language)


def _words_of(request: Request) -> Words:
    return words(language_of(request.headers.get("accept-language", "")))


def _not_here(said: Words) -> HTMLResponse:
    """Answer the same for what never was, what is not here yet, and what another hash was shown for."""
    title = said.text("page.not_here")
    parts = (tag("h1", title), tag("p", said.text("page.not_here_why")), tag("p", said.text("page.paper")))
    return page(title, [tag("section", *parts)], language=said.language, status=404)


def _busy(said: Words, *, wait_s: int) -> HTMLResponse:
    title = said.text("page.busy")
    answer = page(
        title,
        [tag("section", tag("h1", title), tag("p", said.text("page.busy_why")))],
        language=said.language,
        status=429,
    )
    answer.headers["Retry-After"] = str(wait_s)
    return answer
