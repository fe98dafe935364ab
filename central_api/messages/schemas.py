"""What the outbox takes and gives."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """A message to a phone number: ``words`` are sent as they are, until ``expires_ms`` at the latest."""

    message_id: str
    member_id: str
    kind: str
    to_phone: str
    words: str
    expires_ms: int
    tries: int = 0


class DeliveryError(Exception):
    """A message could not be delivered now; ``code`` says why, without number or words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class MessagePort(Protocol):
    """Hands messages to whoever brings them to phones; on a thread of its own."""

    def deliver(self, message: Message) -> None:
        """Hand a message over; the same id again is the same message.

        Raises:
            DeliveryError: It was not taken; it is tried again.
        """
