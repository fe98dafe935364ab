"""A member's proof before spending: what a PIN may be, and how wrong tries are slowed down.

Source: docs/rules/members.md, "Proof before spending".
"""

from itertools import pairwise
from typing import Final, Literal

ProofMeans = Literal["pin", "message"]

PROOF_DIGITS: Final = 6
"""Of a PIN and of a message code."""

FREE_TRIES: Final = 5
"""Wrong PINs before there is a wait."""

CODE_TRIES: Final = 5
CODE_LIFE_MS: Final = 5 * 60_000
CODE_GAP_MS: Final = 60_000
"""Between two message codes for one member."""

CODES_PER_HOUR: Final = 5
HOUR_MS: Final = 3_600_000

_WAITS_MS: Final = (60_000, 300_000, 900_000)


def is_pin(pin: str) -> bool:
    """Return whether ``pin`` may be a member's PIN: six digits, no single digit, no run up or down."""
    if len(pin) != PROOF_DIGITS or not (pin.isascii() and pin.isdigit()):
        return False
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps not in ({0}, {1}, {-1})


def wait_after_ms(wrong: int) -> int:
    """Return how long the next try waits after ``wrong`` PINs in a row, >= 0, in milliseconds."""
    over = wrong - FREE_TRIES
    return 0 if over < 0 else _WAITS_MS[min(over, len(_WAITS_MS) - 1)]


def wait_for_code_ms(asked_ms: list[int], *, now_ms: int) -> int:
    """Return how long it takes until another message code may be asked for; 0 for now.

    ``asked_ms`` are the times at which codes were asked for one member, in any order.
    """
    recent = sorted(each for each in asked_ms if 0 <= now_ms - each < HOUR_MS)
    waits = [0]
    if recent:
        waits.append(recent[-1] + CODE_GAP_MS - now_ms)
    if len(recent) >= CODES_PER_HOUR:
        waits.append(recent[-CODES_PER_HOUR] + HOUR_MS - now_ms)
    return max(waits)
