"""The simulated provider's HTTP side: what a till asks of it, and how somebody drives it."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from fastapi import Body, FastAPI, Request
from fastapi.responses import JSONResponse, Response

from central_api.demo.provider import (
    BY_LAST_DIGIT,
    OUTCOMES,
    By,
    Charge,
    Outcome,
    Provider,
    ProviderRefusal,
)
from central_api.kit.clock import Clock, SystemClock
from central_api.kit.lanes import Background
from central_api.kit.listening import (
    ReadyServer,
    end_with_stdin,
    listen,
    quiet_config,
    run_until_signal,
    url_of,
)

NAME = "simulated"
"""What the provider calls itself on tenders."""

Json = Annotated[dict[str, Any], Body()]


def build_provider_app(provider: Provider, *, clock: Clock) -> FastAPI:
    """Return the application; everything it does is ``provider``'s affair."""
    app = FastAPI(title="A simulated payment provider", docs_url=None, redoc_url=None)
    app.add_exception_handler(ProviderRefusal, _refuse)
    _add_charges(app, provider, clock=clock)
    _add_orders(app, provider, clock=clock)
    _add_drive(app, provider)
    return app


def _add_charges(app: FastAPI, provider: Provider, *, clock: Clock) -> None:
    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok", "provider": NAME}

    @app.post("/v1/charges")
    async def charge(request: Request, order: Json) -> Response:
        made, outcome = provider.charge(
            str(order["order_no"]),
            amount_minor=int(order["amount_minor"]),
            currency=str(order["currency"]),
            code=order.get("code"),
            by=By(str(order.get("terminal", "")), clock.now_ms()),
        )
        if outcome in {"silent", "miss"}:
            await _say_nothing(request)
        if outcome == "lose":
            return Response(b'{"provider"', media_type="application/json")
        return JSONResponse({} if made is None else _told(made))

    @app.get("/v1/orders")
    async def orders(terminal: str, from_ms: int) -> list[dict[str, object]]:
        listed = provider.listed(By(terminal, from_ms))
        return [{"order_no": number, "moved_minor": minor} for number, minor in listed]

    @app.get("/v1/charges")
    async def charges() -> list[dict[str, object]]:
        return [_told(each) for each in provider.charges()]


def _add_orders(app: FastAPI, provider: Provider, *, clock: Clock) -> None:
    @app.get("/v1/charges/{order_no}")
    async def ask(order_no: str) -> dict[str, object]:
        return _told(provider.ask(order_no))

    @app.post("/v1/charges/{order_no}/cancel")
    async def cancel(order_no: str) -> dict[str, object]:
        return _told(provider.cancel(order_no, at_ms=clock.now_ms()))

    @app.post("/v1/refunds")
    async def refund(order: Json) -> dict[str, object]:
        done = provider.refund(
            str(order["reference"]),
            str(order["refund_no"]),
            amount_minor=int(order["amount_minor"]),
            by=By(str(order.get("terminal", "")), clock.now_ms()),
        )
        return _told(done)


def _add_drive(app: FastAPI, provider: Provider) -> None:
    @app.post("/demo/script")
    async def script(told: Json) -> dict[str, object]:
        provider.script(told["outcomes"])
        return {"outcomes": told["outcomes"]}

    @app.get("/demo/heard")
    async def heard() -> dict[str, int]:
        return {"orders": provider.heard}

    @app.post("/demo/customer/{order_no}")
    async def customer(order_no: str, told: Json) -> dict[str, object]:
        return _told(provider.confirm(order_no, yes=bool(told["yes"])))


def serve_provider(
    host: str, port: int, *, file: Path | None, until_stdin_closes: bool, say: Callable[[str], None]
) -> None:
    """Serve until stopped; say one JSON line with the address, and then how charges go."""
    listener = listen(host, port)
    provider = Provider(file)

    def ready() -> None:
        say(json.dumps({"url": url_of(listener), "pid": os.getpid()}))
        for line in how_it_goes():
            say(line)

    if until_stdin_closes:
        Background("starter", end_with_stdin).start()
    server = ReadyServer(quiet_config(build_provider_app(provider, clock=SystemClock())), on_ready=ready)
    run_until_signal(server, listener)


def how_it_goes() -> list[str]:
    """Return in sentences what the last digit of a payment code does."""
    digits: dict[Outcome, str] = {}
    for digit, outcome in BY_LAST_DIGIT.items():
        digits[outcome] = digits.get(outcome, "") + digit
    return [f"A payment code that ends in {ends}: {OUTCOMES[outcome]}." for outcome, ends in digits.items()]


async def _say_nothing(request: Request) -> None:
    """Wait until whoever asked has given up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _refuse(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProviderRefusal)
    return JSONResponse({"error": error.word}, status_code=error.status)


def _told(charge: Charge) -> dict[str, object]:
    return {
        "provider": NAME,
        "order_no": charge.order_no,
        "state": charge.state,
        "reason": charge.reason,
        "reference": charge.reference,
        "amount_minor": charge.amount_minor,
        "currency": charge.currency,
        "refunded_minor": charge.refunded_minor,
    }
