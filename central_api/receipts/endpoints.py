"""Receipts over HTTP: what tills ask about each other's, and the page for whoever holds a receipt's code."""

from typing import Annotated
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from central_api.kit.describing import takes
from central_api.kit.gate import PlainCall, SignedCall
from central_api.kit.html import page, tag
from central_api.kit.kit import Kit
from central_api.kit.throttle import Throttle
from central_api.kit.unit import Unit
from central_api.kit.words import Words, language_of, words
from central_api.receipts import service, welcome
from central_api.receipts.join_page import answer_parts, join_form
from central_api.receipts.page import receipt_parts
from central_api.receipts.schemas import JoinAnswer, JoinWish
from retail_core.wire.counter import ReceiptFind, ReceiptFound

_MOST_VIEWS = 60
_MOST_WISHES = 10
_WINDOW_MS = 60_000
_MOST_FORM_BYTES = 2_000
_MOST_FIELDS = 10
_MOST_FIELD_CHARS = 40
_INVITED_AFTER = 1
"""Behind the head of the receipt: who scrolls no further has seen it."""

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
    views = Throttle(kit.clock, most=_MOST_VIEWS, window_ms=_WINDOW_MS)
    wishes = Throttle(kit.clock, most=_MOST_WISHES, window_ms=_WINDOW_MS)
    is_sending = bool(kit.settings.messages)

    # Pages for people are no part of the API's description.
    @router.get("/r/{number}", include_in_schema=False)
    def show(number: str, request: Request, *, h: str = "") -> HTMLResponse:
        """Show a receipt to whoever holds its code."""
        said = _words_of(request)
        wait_s = views.wait_s(_address(request))
        if wait_s:
            return _busy(said, wait_s=wait_s)
        with kit.database.read() as unit:
            shown = service.show(unit, _clean(number), shown_hash=h)
            points = welcome.points_of(unit, shown) if shown and welcome.may_join(unit, shown) else None
        if shown is None:
            return _not_here(said)
        parts = list(receipt_parts(shown, said))
        if points is not None:
            form = join_form(_join_place(number, h), said, points=points, is_sending=is_sending)
            parts.insert(_INVITED_AFTER, form)
        title = f"{shown.store.name} · {shown.sale.receipt_number}"
        return page(title, parts, language=said.language)

    @router.post("/r/{number}/join", include_in_schema=False)
    def join(
        number: str,
        request: Request,
        *,
        call: Annotated[PlainCall, Depends(kit.gate.anybody)],
        h: str = "",
    ) -> HTMLResponse:
        """Let the holder of a receipt be a member."""
        said = _words_of(request)
        wait_s = wishes.wait_s(_address(request))
        if wait_s:
            return _busy(said, wait_s=wait_s)
        wish = _wish(call.body)
        answer = kit.database.run(
            lambda unit: _joined(unit, (_clean(number), h), wish=wish, words=said, is_sending=is_sending)
        )
        if answer is None:
            return _not_here(said)
        parts = answer_parts(answer, said, place=_join_place(number, h), wish=wish, is_sending=is_sending)
        return page(said.text("join.title"), parts, language=said.language)


def _joined(
    unit: Unit, code: tuple[str, str], *, wish: JoinWish, words: Words, is_sending: bool
) -> JoinAnswer | None:
    shown = service.show(unit, code[0], shown_hash=code[1])
    if shown is None:
        return None
    return welcome.join(unit, shown, wish=wish, words=words, is_sending=is_sending)


def _wish(body: bytes) -> JoinWish:
    """Return what a form says; what is no form says nothing."""
    if len(body) > _MOST_FORM_BYTES:
        return JoinWish("")
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS)
    said = {name: values[0][:_MOST_FIELD_CHARS] for name, values in fields.items()}
    return JoinWish(
        phone=said.get("phone", ""),
        terms=said.get("terms") == "1",
        marketing=said.get("marketing") == "1",
        code=said.get("code", ""),
    )


def _join_place(number: str, shown_hash: str) -> str:
    return f"/r/{quote(number, safe='')}/join?h={quote(shown_hash, safe='')}"


def _clean(number: str) -> str:
    return number[:_MOST_NUMBER_CHARS].replace("\0", "")


def _address(request: Request) -> str:
    return "" if request.client is None else request.client.host


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
