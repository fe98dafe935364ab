"""The options of a product: what is usual, and whether a choice is one.

Source: docs/rules/goods.md, "Options".
"""

from collections.abc import Collection, Sequence

from pos_app.services.basket_model import ChosenOption
from pos_app.services.errors import RuleError
from pos_app.services.records import OptionGroup, Product


def usual_options(product: Product) -> tuple[ChosenOption, ...] | None:
    """Return what is chosen unless somebody says otherwise; ``None`` where somebody has to.

    A group that asks for something and has no preset has no usual choice.
    """
    chosen = choose(product.options, preset_ids(product.options))
    return chosen if all(_why_not(group, chosen) is None for group in product.options) else None


def preset_ids(groups: Sequence[OptionGroup]) -> frozenset[tuple[str, str]]:
    """Return the (group, option) ids with which the choice begins."""
    return frozenset(
        (group.group_id, option.option_id) for group in groups for option in group.options if option.preset
    )


def choose(groups: Sequence[OptionGroup], ids: Collection[tuple[str, str]]) -> tuple[ChosenOption, ...]:
    """Return the options with these (group, option) ids, in the order of the groups; others are unknown."""
    return tuple(
        ChosenOption(group.group_id, option.option_id, option.names, option.price_minor, preset=option.preset)
        for group in groups
        for option in group.options
        if (group.group_id, option.option_id) in ids
    )


def check(groups: Sequence[OptionGroup], chosen: Sequence[ChosenOption]) -> None:
    """Check a choice against what each group asks for.

    Raises:
        RuleError: ``options.too_few`` or ``options.too_many`` (the group's names, how many).
    """
    for group in groups:
        reason = _why_not(group, chosen)
        if reason is not None:
            most = group.least if reason == "options.too_few" else group.most
            raise RuleError(reason, group.names, most)


def _why_not(group: OptionGroup, chosen: Sequence[ChosenOption]) -> str | None:
    count = sum(option.group_id == group.group_id for option in chosen)
    if count < group.least:
        return "options.too_few"
    return "options.too_many" if count > group.most else None
