"""What head office says when a member proves who they are."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ProofAnswer:
    """What head office says of a PIN or a code; see ``retail_core.wire.counter.MemberProven``."""

    status: Literal["proven", "wrong", "locked", "none", "expired"]
    tries_left: int = 0
    wait_ms: int = 0


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """Whether a message is on its way; see ``retail_core.wire.counter.MemberCodeSent``."""

    status: Literal["on_its_way", "wait", "no_phone", "no_channel"]
    phone_last4: str = ""
    wait_ms: int = 0
