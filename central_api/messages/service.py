"""The outbox: what is written in a unit of work is delivered in the background, and then forgotten."""

from typing import Final

from central_api.kit.database import Database
from central_api.kit.ids import new_id
from central_api.kit.unit import Unit
from central_api.messages import repository
from central_api.messages.schemas import DeliveryError, Message, MessagePort

_CLAIM_MS: Final = 30_000
"""A worker that ends while it delivers leaves its message to the others after this."""

_AGAIN_MS: Final = 2_000
"""Before the second try; each further one waits twice as long, up to :data:`_CLAIM_MS`."""

_BUNCH: Final = 50


def send(unit: Unit, *, member_id: str, kind: str, phone: str, words: str, expires_ms: int) -> str:
    """Put a message to a member into the outbox and return its id."""
    message = Message(new_id(unit.now_ms), member_id, kind, phone, words, expires_ms)
    repository.add(unit, message)
    return message.message_id


def withdraw(unit: Unit, message_id: str) -> None:
    """Let a message that still waits not be sent any more: something newer says more."""
    repository.withdraw(unit, message_id)


def forget(unit: Unit, member_id: str) -> None:
    """Let nothing that waits for a member be sent any more."""
    repository.end_all_of(unit, member_id)


def deliver_due(database: Database, port: MessagePort) -> int:
    """Deliver what is due, each message outside of any transaction; return how many were taken.

    A message may be handed over twice when a worker ends in between: its id is the same then.
    """
    sent = 0
    for _ in range(_BUNCH):
        message = database.run(_claim)
        if message is None:
            return sent
        if message.expires_ms <= _now_ms(database):
            _end(database, message, state="expired")
            continue
        try:
            port.deliver(message)
        except DeliveryError as error:
            _put_off(database, message, fault=error.code)
        else:
            _end(database, message, state="sent")
            sent += 1
    return sent


def _claim(unit: Unit) -> Message | None:
    return repository.claim(unit, until_ms=unit.now_ms + _CLAIM_MS)


def _now_ms(database: Database) -> int:
    with database.read() as unit:
        return unit.now_ms


def _end(database: Database, message: Message, *, state: str) -> None:
    database.run(lambda unit: repository.end(unit, message.message_id, state=state))


def _put_off(database: Database, message: Message, *, fault: str) -> None:
    wait_ms = min(_CLAIM_MS, _AGAIN_MS << min(message.tries - 1, 10))

    def put_off(unit: Unit) -> None:
        repository.put_off(unit, message.message_id, next_ms=unit.now_ms + wait_ms, fault=fault)

    database.run(put_off)
