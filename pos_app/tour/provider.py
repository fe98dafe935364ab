"""The company behind the cards: started, stopped, told how the next payment goes, and asked what it took."""

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

from pos_app.demo.chain import DemoFolder, connect
from pos_app.demo.processes import ProcessFailed, ServerProcess, free_port, start_provider

_ANSWER_S = 10
_OK = 200


class Provider:
    """The simulated payment provider of a stage; nothing runs before :meth:`start`."""

    def __init__(self, folder: DemoFolder, *, store: str) -> None:
        """Keep whose provider it is."""
        self._folder = folder
        self._store = store
        self._port = free_port()
        self._process: ServerProcess | None = None

    @property
    def url(self) -> str:
        """Where it answers, when it runs."""
        return f"http://127.0.0.1:{self._port}"

    def join(self) -> None:
        """Make it the store's provider: the store's tills hear of it over their feed.

        Raises:
            ProcessFailed: The setting was refused.
        """
        connect(self._folder, self.url, store=self._store)

    def start(self) -> None:
        """Start it with what it took before.

        Raises:
            ProcessFailed: It did not start.
        """
        log = self._folder.charges.with_name("provider.log")
        self._process = start_provider(self._folder.charges, port=self._port, log=log)

    def stop(self) -> None:
        """End it; whoever waits for an answer gets none."""
        process, self._process = self._process, None
        if process is not None:
            process.stop()

    def script(self, *outcomes: str) -> None:
        """Say how the next payments go, in this order."""
        self._ask("POST", "/demo/script", body={"outcomes": list(outcomes)})

    def heard(self) -> int:
        """Return how many orders came in since it was started, those included of which it keeps nothing."""
        return int(self._ask("GET", "/demo/heard")["orders"])

    def charges(self) -> list[dict[str, Any]]:
        """Return all orders as it keeps them, the oldest first."""
        told = self._ask("GET", "/v1/charges")
        assert isinstance(told, list)
        return told

    def taken(self) -> list[int]:
        """Return what it holds of the customers' money: minor units of each order that is paid."""
        return [
            int(each["amount_minor"]) - int(each["refunded_minor"])
            for each in self.charges()
            if each["state"] == "approved" and each["amount_minor"] != each["refunded_minor"]
        ]

    def _ask(self, method: str, path: str, *, body: object = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", urlsplit(self.url).port, timeout=_ANSWER_S)
        content = None if body is None else json.dumps(body).encode()
        try:
            connection.request(method, path, content, {"Content-Type": "application/json"})
            reply = connection.getresponse()
            answer = json.loads(reply.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ProcessFailed(f"the payment provider does not answer to {path}: {error}") from error
        finally:
            connection.close()
        if reply.status != _OK:
            raise ProcessFailed(f"the payment provider refused {path}: {answer}")
        return answer
