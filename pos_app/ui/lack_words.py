"""Why a figure of a report is not known, in words.

The codes are those of docs/rules/figures.md, "Not known".
"""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP, translate

_LACKS: dict[str, str] = {
    "at_head_office": QT_TRANSLATE_NOOP("figures", "Known at head office."),
    "not_asked": QT_TRANSLATE_NOOP("figures", "Members were not counted."),
    "no_data": QT_TRANSLATE_NOOP("figures", "Nobody tells head office what it is made of."),
    "whole_days": QT_TRANSLATE_NOOP("figures", "Known of a store's whole days only."),
    "not_of_persons": QT_TRANSLATE_NOOP("figures", "Orders belong to the store, not to a person."),
    "no_stock_days": QT_TRANSLATE_NOOP(
        "figures",
        "No stock was written down for these days yet: head office does so when a day has ended.",
    ),
    "no_cost": QT_TRANSLATE_NOOP("figures", "No product on hand has a cost."),
    "no_cost_sold": QT_TRANSLATE_NOOP("figures", "Nothing was sold whose cost is known."),
    "nothing_wanted": QT_TRANSLATE_NOOP("figures", "Nobody wanted anything whose stock is known."),
    "few_baskets": QT_TRANSLATE_NOOP(
        "figures",
        "Too few receipts to compare: it takes 30 with one campaign alone and 30 without any.",
    ),
    "no_subsidy": QT_TRANSLATE_NOOP("figures", "The campaigns cost the shop nothing."),
    "settled_at_head_office": QT_TRANSLATE_NOOP(
        "figures",
        "There were orders paid online; head office settles them.",
    ),
    "fees_not_told": QT_TRANSLATE_NOOP("figures", "Nobody told what deliveries cost on all of these days."),
    "marketing_not_told": QT_TRANSLATE_NOOP(
        "figures",
        "Nobody told what marketing cost on all of these days.",
    ),
    "of_the_chain": QT_TRANSLATE_NOOP(
        "figures",
        "Coupons belong to the chain, not to a store: look at all stores.",
    ),
    "no_newcomers": QT_TRANSLATE_NOOP("figures", "Nobody new bought in this time."),
}


def lack_text(code: str) -> str:
    """Return why a figure is not known; empty for a code that has no words."""
    source = _LACKS.get(code)
    return "" if source is None else translate("figures", source)
