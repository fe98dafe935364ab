"""Who brings messages to phones: a gateway over HTTP, or a file for trials.

``central-api serve --messages`` names it: an address to which each message is posted as JSON, with the token
of ``LOOP_POS_MESSAGES_TOKEN``; or ``file:PATH``, into which each is written as a line.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import requests

from central_api.kit.database import Database
from central_api.kit.routines import Routine
from central_api.messages import service
from central_api.messages.schemas import DeliveryError, Message, MessagePort

TOKEN_VARIABLE: Final = "LOOP_POS_MESSAGES_TOKEN"  # noqa: S105 - the name of a variable, no token
FILE_PREFIX: Final = "file:"

_TIMEOUT_S: Final = 5
_LOOK_S: Final = 0.5
_TAKEN: Final = range(200, 300)


@dataclass(frozen=True, slots=True)
class HttpMessages:
    """Posts ``{"id", "to", "text"}``; any answer of 200 to 299 says that the gateway has it."""

    url: str
    token: str = ""

    def deliver(self, message: Message) -> None:
        """Hand a message to the gateway."""
        headers = {"Idempotency-Key": message.message_id}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = {"id": message.message_id, "to": message.to_phone, "text": message.words}
        try:
            with requests.Session() as session:
                session.trust_env = False
                # A gateway that points elsewhere would be given somebody's number over an unchecked way.
                answer = session.post(
                    self.url, json=body, headers=headers, timeout=_TIMEOUT_S, allow_redirects=False
                )
        except requests.RequestException as error:
            code = "message.gateway_away"
            raise DeliveryError(code) from error
        if answer.status_code not in _TAKEN:
            code = "message.gateway_refused"
            raise DeliveryError(code)


@dataclass(frozen=True, slots=True)
class FileMessages:
    """Writes each message as a line of JSON into a file that only its owner reads; for trials."""

    path: Path

    def deliver(self, message: Message) -> None:
        """Write a message down."""
        line = json.dumps(
            {"id": message.message_id, "to": message.to_phone, "text": message.words}, ensure_ascii=False
        )
        try:
            self.path.touch(mode=0o600)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            code = "message.file_failed"
            raise DeliveryError(code) from error


def port_of(channel: str) -> MessagePort | None:
    """Return who delivers by a setting; ``None`` where messages are not sent."""
    if not channel:
        return None
    if channel.startswith(FILE_PREFIX):
        return FileMessages(Path(channel.removeprefix(FILE_PREFIX)))
    return HttpMessages(channel, os.environ.get(TOKEN_VARIABLE, ""))


def routine(database: Database, port: MessagePort) -> Routine:
    """Return what empties the outbox while the server runs."""
    return Routine("messages", _LOOK_S, lambda: service.deliver_due(database, port))
