"""A shop's app in small: asks the shop's side of a running server."""

import http.client
import json
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from central_api.kit.errors import UsageError

_TIMEOUT_S = 10
_OK = 200
_ID_BYTES = 16


def new_request_id() -> str:
    """Return an id that makes a retry of one request safe."""
    return secrets.token_hex(_ID_BYTES)


class ShopClient:
    """Asks with a client token; plain http or https, never through a proxy."""

    def __init__(self, url: str, token: str) -> None:
        """Keep address and token.

        Raises:
            UsageError: The address is none.
        """
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise UsageError(f"{url} is no address of a server.", "Write it as http://127.0.0.1:8080.")
        self._parts = parts
        self._token = token

    def ask(self, method: str, path: str, *, body: Mapping[str, object] | None = None) -> dict[str, Any]:
        """Return the answer to a request.

        Raises:
            UsageError: The server is not there, or refuses.
        """
        connection = self._connection()
        content = b"" if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        try:
            connection.request(method, path, content, headers)
            reply = connection.getresponse()
            answer = json.loads(reply.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise UsageError(
                "The server does not answer.",
                "Start it with central-api serve, or correct --url.",
                exit_code=1,
            ) from error
        finally:
            connection.close()
        if reply.status != _OK or not isinstance(answer, dict):
            raise UsageError(
                f"The server refused: {_problem(answer)}.", "docs/errors.md says what to do.", exit_code=1
            )
        return answer

    def member_of(self, phone: str) -> str:
        """Return the id of the member with a phone number.

        Raises:
            UsageError: There is none.
        """
        found = self.ask("POST", "/v1/shop/members/find", body={"phone": phone})["member"]
        if found is None:
            raise UsageError(
                "No member has this phone number.", "Look into the facts that seed wrote.", exit_code=1
            )
        return str(found["member_id"])

    def _connection(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        return kind(self._parts.hostname or "", self._parts.port, timeout=_TIMEOUT_S)


def _problem(answer: object) -> str:
    if not isinstance(answer, dict):
        return "an answer without sense"
    return f"{answer.get('code', '')} {answer.get('detail', '')}".strip()
