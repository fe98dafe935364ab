"""What the proving of members takes and gives."""

from dataclasses import dataclass
from typing import Literal

from retail_core.proofs import ProofMeans

Outcome = Literal["proven", "wrong", "locked", "expired", "asked"]


@dataclass(frozen=True, slots=True)
class Where:
    """At which till somebody proves who they are, for which sale, before whom."""

    store_id: str
    terminal_id: str
    staff_id: str
    sale_id: str


@dataclass(frozen=True, slots=True)
class Pin:
    """What checks a PIN: argon2id of it, with 32 bytes; ``mem`` is bytes, ``ops`` the number of passes."""

    salt: str
    ops: int
    mem: int
    digest: str


@dataclass(frozen=True, slots=True)
class TriedPin:
    """A try that was used up: what to look at, or for how long there is nothing to look at."""

    pin: Pin | None
    wrong: int
    wait_ms: int = 0


@dataclass(frozen=True, slots=True)
class SentCode:
    """The code that counts for a member; ``tries`` were used up, the present one among them."""

    code_id: int
    code_mac: str
    tries: int
    expires_ms: int
    used_for: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A try as it is noted."""

    member_id: str
    means: ProofMeans
    outcome: Outcome
