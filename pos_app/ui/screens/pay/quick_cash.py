"""The notes that a customer most likely hands over for an amount."""

from collections.abc import Mapping

from retail_core.money import Money

NOTES_MINOR: Mapping[str, tuple[int, ...]] = {
    "CNY": (500, 1_000, 2_000, 5_000, 10_000),
    "TWD": (100, 500, 1_000),
    "HKD": (1_000, 2_000, 5_000, 10_000, 50_000),
}
"""Notes of a currency in minor units, small to large."""

_ANY = (500, 1_000, 2_000, 5_000, 10_000)


def quick_amounts(due: Money, *, count: int = 4) -> tuple[Money, ...]:
    """Return up to ``count`` round amounts above ``due``, the smallest first.

    For each note the next multiple above the amount is what people hand over: for 112.00 these are
    115, 120, 150 and 200.
    """
    if due.minor <= 0:
        return ()
    amounts: list[int] = []
    for note in NOTES_MINOR.get(due.currency, _ANY):
        amount = -(-due.minor // note) * note
        if amount > due.minor and amount not in amounts:
            amounts.append(amount)
    return tuple(Money(minor, due.currency) for minor in sorted(amounts)[:count])
