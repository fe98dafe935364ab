"""All that is looked at when everything is in step."""

from collections.abc import Callable

from tests.simulation.invariants import (
    accounts,
    aside,
    by_line,
    double_entry,
    drawers,
    explained,
    goods,
    journals,
    knowledge,
    money,
    moving,
)
from tests.simulation.invariants.evidence import Evidence, collect
from tests.simulation.world import World

CHECKS: tuple[Callable[[World, Evidence], None], ...] = (
    journals.chains_are_whole,
    journals.both_sides_agree,
    journals.sales_count_once,
    journals.nothing_is_stuck,
    money.receipts_add_up,
    money.refunds_stay_below,
    drawers.shifts_follow_from_entries,
    drawers.sums_are_those_of_the_facts,
    double_entry.books_are_accepted,
    aside.parked_sales_end_once,
    goods.stock_is_the_sum,
    moving.counts_hold,
    moving.transfers_are_in_one_place,
    goods.promises_are_kept_apart,
    goods.points_are_the_sum,
    accounts.balances_are_the_sum,
    accounts.nothing_is_overdrawn_unseen,
    accounts.no_value_is_created,
    accounts.printed_coupons_count_once,
    goods.coupons_are_spent_once,
    goods.parcels_leave_once,
    by_line.lines_add_up,
    by_line.refunds_are_what_is_owed,
    explained.exceptions_have_causes,
    explained.acts_have_allowed_actors,
    explained.cash_moves_by_right,
    knowledge.tills_know_their_store,
)


def check_everything(world: World) -> None:
    """Look at everything.

    Raises:
        Broken: An invariant does not hold.
    """
    evidence = collect(world)
    for check in CHECKS:
        check(world, evidence)
