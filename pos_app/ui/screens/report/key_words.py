"""What the keys of a report's dimensions are called, where no name comes with the report."""

from pos_app.services.sell_open_item import CATEGORY_ID as OPEN_ITEMS
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.texts import known_codes, text_of

_REASONS = ("reason", "return_reason", "waste_reason", "variance_reason", "adjust_reason", "reject_reason")


def key_text(dimension: str, key: str, *, formats: Formats) -> str:
    """Return the words for a key; what nobody has words for is shown as it is."""
    if dimension in {"hour", "tax"} and key.isdecimal():
        return formats.percent(int(key)) if dimension == "tax" else str(int(key))
    if dimension == "funder":
        return _known(f"bearer.{key}", key)
    if dimension == "tier":
        return _known(f"tier.{key}", key) if key else translate("Report", "Not members")
    if dimension == "reason":
        return next((text_of(code) for code in _reason_codes(key) if code in known_codes()), _rest(key))
    return _known(f"tender.{key}", key) if dimension == "tender" else _special(dimension, key)


def _reason_codes(key: str) -> list[str]:
    return [f"{family}.{key}" for family in _REASONS]


def _rest(key: str) -> str:
    if key == "clawed_back":
        return translate("Report", "Discount taken back")
    return key or translate("Report", "No reason")


def _special(dimension: str, key: str) -> str:
    """Return the words for what is not in one list, and what has no key at all."""
    words = {
        ("channel", "walk_in"): translate("Report", "Walk-in"),
        ("channel", "pickup"): translate("Report", "Pickup"),
        ("channel", "delivery"): translate("Report", "Delivery"),
        ("delay", "0"): translate("Report", "On time"),
        ("delay", "unknown"): translate("Report", "No promise"),
        ("origin", "app"): translate("Report", "App"),
        ("origin", "web"): translate("Report", "Website"),
        ("origin", "till"): translate("Report", "Ordered at a till"),
        ("mode", "online"): translate("Report", "Online"),
        ("mode", "offline"): translate("Report", "Offline"),
        ("product", ""): translate("Report", "Open items"),
        ("category", ""): translate("Report", "Open items"),
        ("category", OPEN_ITEMS): translate("Report", "Open items"),
        ("campaign", ""): translate("Report", "By hand"),
        ("cashier", ""): translate("Report", "Nobody"),
    }
    if (dimension, key) in words:
        return words[dimension, key]
    if dimension == "delay":
        return translate("Report", "{minutes} min late").format(minutes=key)
    return key or translate("Report", "Without")


def _known(code: str, otherwise: str) -> str:
    return text_of(code) if code in known_codes() else otherwise


def signal_text(signal_id: str) -> str:
    """Return what is watched, in few words."""
    return {
        "refund_rate": translate("Report", "Returns"),
        "voids_after_total": translate("Report", "Voids after total"),
        "voids": translate("Report", "Baskets given up"),
        "removed_lines": translate("Report", "Removed lines"),
        "no_sales": translate("Report", "No-sales"),
        "overrides": translate("Report", "Price overrides"),
        "hand_discounts": translate("Report", "Discounts by hand"),
        "copies": translate("Report", "Copies"),
        "coupons_cashier": translate("Report", "Coupons"),
        "coupons_member": translate("Report", "Coupons of a member"),
    }.get(signal_id, signal_id)
