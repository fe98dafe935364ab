"""Too much at once is sent away with the time to come back; what looks after the server is let in."""

import asyncio
import json

import pytest
from starlette.types import Message, Receive, Scope, Send

from central_api.kit.overload import TurnAway


class Served:
    """An application that answers when it is told to."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.began = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        self.began += 1
        await self.go_on.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


async def ask(app: TurnAway, path: str = "/v1/journal") -> list[Message]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    await app({"type": "http", "path": path}, receive, send)
    return sent


async def statuses(paths: list[str], *, most: int) -> list[int]:
    served = Served()
    app = TurnAway(served, most=most)
    asked = [asyncio.create_task(ask(app, path)) for path in paths]
    # All of them have begun when this comes to its turn.
    asyncio.get_running_loop().call_soon(served.go_on.set)
    return [messages[0]["status"] for messages in await asyncio.gather(*asked)]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/v1/journal"] * 3, [200, 200, 503]),
        (["/v1/wake", "/health", "/ready", "/v1/journal", "/v1/journal"], [200] * 5),
        (["/v1/journal", "/v1/journal", "/metrics"], [200, 200, 200]),
    ],
)
def test_no_more_than_it_can_carry_is_let_in(paths: list[str], expected: list[int]) -> None:
    assert asyncio.run(statuses(paths, most=2)) == expected


def test_who_is_sent_away_learns_when_to_come_back_and_gets_in_then() -> None:
    async def story() -> tuple[list[Message], list[Message]]:
        served = Served()
        app = TurnAway(served, most=1)
        both = asyncio.create_task(ask(app)), asyncio.create_task(ask(app))
        asyncio.get_running_loop().call_soon(served.go_on.set)
        _, away = await asyncio.gather(*both)
        return away, await ask(app)

    away, again = asyncio.run(story())
    assert (b"retry-after", b"5") in away[0]["headers"]
    assert json.loads(away[1]["body"]) == {"code": "server.busy", "detail": ""}
    assert again[0]["status"] == 200
