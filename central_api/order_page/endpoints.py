"""The page of an order over HTTP, for whoever holds its address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from central_api.kit.html import NOT_KEPT, Html, Live, page, tag
from central_api.kit.kit import Kit
from central_api.kit.throttle import Throttle
from central_api.kit.words import LANGUAGES, Words, language_of, words
from central_api.order_page import service
from central_api.order_page.page import cancel_form, order_parts, version_of
from central_api.order_page.schemas import OrderView

_MOST_VIEWS = 60
_WINDOW_MS = 60_000
_OPEN_LOOK_S = 10
_ENDED_LOOK_S = 60


def build_router(kit: Kit) -> APIRouter:
    """Return the routes of this slice; pages for people are no part of the API's description."""
    router = APIRouter()
    views = Throttle(kit.clock, most=_MOST_VIEWS, window_ms=_WINDOW_MS)

    def seen(token: str, request: Request) -> OrderView | int:
        """Return the order; for how many seconds to wait; 0 for what is not here.

        Behind one address are many phones, so of an order its own views are counted, and an address is
        counted only where it names no order.
        """
        with kit.database.read() as unit:
            view = service.show(unit, token)
        who = _address(request) if view is None else f"order {view.shown.order.order_id}"
        wait_s = views.wait_s(who)
        return wait_s if wait_s or view is None else view

    @router.get("/o/{token}", include_in_schema=False)
    def show(token: str, request: Request, *, lang: str = "") -> HTMLResponse:
        """Show an order to whoever holds its address."""
        said = _words_of(request, lang)
        view = seen(token, request)
        if isinstance(view, int):
            return _busy(said, wait_s=view) if view else _not_here(said)
        return whole(view, token, said=said)

    def whole(view: OrderView, token: str, *, said: Words) -> HTMLResponse:
        parts = list(order_parts(view, said))
        live = Live(
            f"/o/{token}/status?lang={said.language}",
            version_of(parts),
            _ENDED_LOOK_S if view.is_ended else _OPEN_LOOK_S,
        )
        title = f"{view.store.name} · {view.shown.order.number}"
        form = cancel_form(view, said, place=f"/o/{token}/cancel?lang={said.language}")
        parts += [form] if form is not None else []
        return page(title, [*parts, _tongues(token, said)], language=said.language, live=live)

    @router.post("/o/{token}/cancel", include_in_schema=False)
    def cancel(token: str, request: Request, *, lang: str = "") -> HTMLResponse:
        """Give an order up before anybody has begun to pick it; how it stands then is the answer."""
        said = _words_of(request, lang)
        view = seen(token, request)
        if isinstance(view, int):
            return _busy(said, wait_s=view) if view else _not_here(said)
        after = kit.database.run(lambda unit: service.cancel(unit, token))
        return _not_here(said) if after is None else whole(after, token, said=said)

    @router.get("/o/{token}/status", include_in_schema=False)
    def status(token: str, request: Request, *, lang: str = "") -> JSONResponse:
        """Tell whether the page would look different by now."""
        view = seen(token, request)
        if isinstance(view, int):
            code = 429 if view else 404
            headers = {**NOT_KEPT, **({"Retry-After": str(view)} if view else {})}
            return JSONResponse({"version": ""}, status_code=code, headers=headers)
        version = version_of(order_parts(view, _words_of(request, lang)))
        return JSONResponse({"version": version, "state": view.shown.order.state}, headers=NOT_KEPT)

    return router


def _tongues(token: str, said: Words) -> Html:
    """Return the way to the page in the other languages."""
    others = [words(language) for language in LANGUAGES if language != said.language]
    links = [
        tag("a", each.text("order.language"), href=f"/o/{token}?lang={each.language}", lang=each.language)
        for each in others
    ]
    return tag("nav", *links)


def _words_of(request: Request, chosen: str) -> Words:
    if chosen in LANGUAGES:
        return words(chosen)
    return words(language_of(chosen or request.headers.get("accept-language", "")))


def _address(request: Request) -> str:
    return "" if request.client is None else request.client.host


def _not_here(said: Words) -> HTMLResponse:
    """Answer the same for what never was, what is over, and what somebody made up."""
    parts = (tag("h1", said.text("order.not_here")), tag("p", said.text("order.not_here_why")))
    return page(said.text("order.not_here"), [tag("section", *parts)], language=said.language, status=404)


def _busy(said: Words, *, wait_s: int) -> HTMLResponse:
    parts = (tag("h1", said.text("page.busy")), tag("p", said.text("page.busy_why")))
    answer = page(said.text("page.busy"), [tag("section", *parts)], language=said.language, status=429)
    answer.headers["Retry-After"] = str(wait_s)
    return answer
