"""What is done about coupons every hour, whoever asks the server for something then.

Source: docs/rules/coupons.md, "When their time is over" and "Coupons from the till".
"""

from typing import Final

from central_api.coupons import accounts, blanks, instances, lapsing, repository
from central_api.kit.unit import Unit
from central_api.members import service as members

EVERY_MS: Final = 3600 * 1000

_TURN: Final = "coupons_upkeep_ms"


def is_due(unit: Unit) -> bool:
    """Return whether an hour has passed since the last time."""
    return unit.now_ms - repository.last_turn_ms(unit, _TURN) >= EVERY_MS


def keep_up(unit: Unit) -> int:
    """End what is over and sign coupons for tills that have too few; return how many ended.

    One of several workers does it; for the others nothing is to do.
    """
    if not repository.take_turn(unit, _TURN, every_ms=EVERY_MS):
        return 0
    ended_ms = unit.now_ms - instances.HOLD_MS
    away_ms = unit.now_ms - accounts.AWAY_MS
    over = repository.campaigns_to_expire(unit, ended_ms=ended_ms, away_ms=away_ms)
    wanted = blanks.wanted(unit)
    ended = 0
    # In order of the campaign, as every unit that changes accounts.
    for campaign_id in sorted({*over, *wanted}):
        if campaign_id in over:
            ended += lapsing.expire(unit, campaign_id)
        blanks.stock(unit, campaign_id, tills=wanted.get(campaign_id, ()))
    members.settle(unit)
    return ended
