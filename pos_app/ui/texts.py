"""Turns codes and their arguments into text: the one place where errors and states get their words.

A new code gets a line in the table; its words are English and are translated in ``resources/i18n``.
``{0}``, ``{1}`` stand for the arguments of the code in their order; amounts and dates come formatted.
"""

from collections.abc import Callable

from pos_app.ui.i18n import QT_TRANSLATE_NOOP, translate
from pos_app.ui.texts_aisle import AISLE_TEXTS
from pos_app.ui.texts_balances import BALANCE_TEXTS
from pos_app.ui.texts_campaigns import CAMPAIGN_TEXTS
from pos_app.ui.texts_coupons import COUPON_TEXTS
from pos_app.ui.texts_drawer import DRAWER_TEXTS
from pos_app.ui.texts_exceptions import EXCEPTION_TEXTS
from pos_app.ui.texts_goods import GOODS_TEXTS
from pos_app.ui.texts_hand import HAND_TEXTS
from pos_app.ui.texts_link import LINK_TEXTS
from pos_app.ui.texts_members import MEMBER_TEXTS
from pos_app.ui.texts_office import OFFICE_TEXTS
from pos_app.ui.texts_orders import ORDER_TEXTS
from pos_app.ui.texts_papers import PAPER_TEXTS
from pos_app.ui.texts_pay import PAY_TEXTS
from pos_app.ui.texts_policy import POLICY_TEXTS
from pos_app.ui.texts_returns import RETURN_TEXTS
from pos_app.ui.texts_safety import SAFETY_TEXTS
from pos_app.ui.texts_sell import SELL_TEXTS
from pos_app.ui.texts_shift import SHIFT_TEXTS
from pos_app.ui.texts_stock import STOCK_TEXTS

_UNKNOWN = QT_TRANSLATE_NOOP("texts", "Something went wrong. Nothing was lost. Code: {0}")
_TEXTS: dict[str, str] = (
    {
        "lane.closed": QT_TRANSLATE_NOOP("texts", "The till is closing. This was not done."),
        "right.missing": QT_TRANSLATE_NOOP("texts", "You do not have the right for this. Ask a manager."),
        "right.over_limit": QT_TRANSLATE_NOOP("texts", "This is above your limit ({1}). Ask a manager."),
        "staff.unknown": QT_TRANSLATE_NOOP("texts", "This person is not on the staff list."),
        "staff.not_signed_in": QT_TRANSLATE_NOOP("texts", "Nobody is signed in. Sign in first."),
        "pin.wrong": QT_TRANSLATE_NOOP("texts", "Wrong PIN. Tries left before a wait: {0}."),
        "pin.locked": QT_TRANSLATE_NOOP("texts", "Too many wrong PINs. Wait {0} min, or scan the badge."),
        "badge.unknown": QT_TRANSLATE_NOOP("texts", "This badge is not known here. Sign in by PIN."),
        "shift.none_open": QT_TRANSLATE_NOOP("texts", "No shift is open. Open a shift first."),
        "shift.already_open": QT_TRANSLATE_NOOP("texts", "Shift {0} is open already."),
        "shift.bad_float": QT_TRANSLATE_NOOP("texts", "The float must be an amount of 0 or more."),
        "shift.count_missing": QT_TRANSLATE_NOOP("texts", "A count is missing. Count every tender."),
        "shift.basket_open": QT_TRANSLATE_NOOP("texts", "The basket is not empty. Finish or empty it first."),
        "shift.unknown": QT_TRANSLATE_NOOP("texts", "This shift is not on this till."),
        "sale.empty": QT_TRANSLATE_NOOP("texts", "Nothing in the basket. Scan the goods first."),
        "sale.already_completed": QT_TRANSLATE_NOOP(
            "texts", "This sale is paid already. Start the next one."
        ),
        "basket.no_line": QT_TRANSLATE_NOOP("texts", "This line is no longer in the basket."),
        "basket.bad_quantity": QT_TRANSLATE_NOOP("texts", "This quantity is not possible."),
        "basket.full": QT_TRANSLATE_NOOP("texts", "The basket is full. Finish this sale first."),
        "basket.label_fixed": QT_TRANSLATE_NOOP(
            "texts", "The price label fixes this quantity. Remove the line instead."
        ),
        "open_item.no_name": QT_TRANSLATE_NOOP("texts", "The item needs a name or a department."),
        "open_item.bad_amount": QT_TRANSLATE_NOOP("texts", "The item needs a price above 0."),
        "member.phone_incomplete": QT_TRANSLATE_NOOP("texts", "The phone number is not complete."),
        "member.unknown": QT_TRANSLATE_NOOP("texts", "No member has this number."),
        "member.code_forged": QT_TRANSLATE_NOOP("texts", "This member code is not genuine."),
        "member.code_expired": QT_TRANSLATE_NOOP(
            "texts", "This member code has expired. Ask for a fresh one."
        ),
        "member.code_too_early": QT_TRANSLATE_NOOP(
            "texts", "This member code is not valid yet. Check the clock of the phone."
        ),
        "member.code_used": QT_TRANSLATE_NOOP(
            "texts", "This member code was used here already. Ask for a fresh one."
        ),
        "member.code_unknown_key": QT_TRANSLATE_NOOP(
            "texts", "This member code was issued with a key that is not known here yet."
        ),
        "member.code_no_keys": QT_TRANSLATE_NOOP(
            "texts", "Codes cannot be checked yet: the keys have not arrived."
        ),
        "member.code_foreign": QT_TRANSLATE_NOOP("texts", "This member code belongs to another shop."),
        "member.code_revoked": QT_TRANSLATE_NOOP("texts", "This member card was blocked."),
        "coupon.already_here": QT_TRANSLATE_NOOP("texts", "This coupon is in the basket already."),
        "coupon.code_forged": QT_TRANSLATE_NOOP("texts", "This coupon is not genuine."),
        "coupon.code_expired": QT_TRANSLATE_NOOP("texts", "This coupon has expired."),
        "coupon.code_too_early": QT_TRANSLATE_NOOP("texts", "This coupon is not valid yet."),
        "coupon.code_used": QT_TRANSLATE_NOOP("texts", "This coupon was used already."),
        "coupon.code_unknown_key": QT_TRANSLATE_NOOP(
            "texts", "This coupon was issued with a key that is not known here yet."
        ),
        "coupon.code_no_keys": QT_TRANSLATE_NOOP(
            "texts", "Coupons cannot be checked yet: the keys have not arrived."
        ),
        "coupon.code_foreign": QT_TRANSLATE_NOOP("texts", "This coupon belongs to another shop."),
        "pickup.code_forged": QT_TRANSLATE_NOOP("texts", "This pickup code is not genuine."),
        "pickup.code_expired": QT_TRANSLATE_NOOP("texts", "This pickup code has expired."),
        "pickup.code_unknown_key": QT_TRANSLATE_NOOP(
            "texts", "This pickup code was issued with a key that is not known here yet."
        ),
        "pickup.code_no_keys": QT_TRANSLATE_NOOP(
            "texts", "Pickup codes cannot be checked yet: the keys have not arrived."
        ),
        "pickup.code_foreign": QT_TRANSLATE_NOOP("texts", "This pickup code belongs to another shop."),
        "pickup.other_store": QT_TRANSLATE_NOOP("texts", "This order waits in another store ({0})."),
        "pickup.no_match": QT_TRANSLATE_NOOP(
            "texts", "No order matches. Ask for the code or the phone number."
        ),
        "hand_over.unknown": QT_TRANSLATE_NOOP("texts", "This hand-over is not known here."),
        "hand_over.too_late": QT_TRANSLATE_NOOP("texts", "It is too late to undo. Ask a manager."),
        "hand_over.not_yours": QT_TRANSLATE_NOOP("texts", "Only the person who handed it over can undo it."),
        "receipt.unknown": QT_TRANSLATE_NOOP("texts", "No receipt with this number is on this till."),
        "till.not_enrolled": QT_TRANSLATE_NOOP(
            "texts", "This till does not belong to a store yet. Enrol it first."
        ),
        "till.already_enrolled": QT_TRANSLATE_NOOP("texts", "This till belongs to a store already."),
        "sync.online": QT_TRANSLATE_NOOP("texts", "Connected to head office."),
        "sync.unreachable": QT_TRANSLATE_NOOP(
            "texts", "Head office cannot be reached. Selling goes on; it will be sent later."
        ),
        "sync.auth_expired": QT_TRANSLATE_NOOP(
            "texts", "Head office no longer knows this till. Enrol it again."
        ),
        "sync.rejected": QT_TRANSLATE_NOOP(
            "texts", "Head office refused an entry. A manager has to look at it."
        ),
        "sync.fork": QT_TRANSLATE_NOOP(
            "texts",
            "This till's journal differs from what head office has. No sales, so that no number comes twice: "
            "enrol this till again.",
        ),
        "sync.plain_http": QT_TRANSLATE_NOOP("texts", "The address of head office is not safe (no https)."),
        "sync.unreadable_answer": QT_TRANSLATE_NOOP(
            "texts", "Head office answered something that cannot be read."
        ),
        "catalog.damaged": QT_TRANSLATE_NOOP(
            "texts", "The new catalog arrived damaged. The old one stays in use."
        ),
        "catalog.signature": QT_TRANSLATE_NOOP(
            "texts", "The new catalog is not signed by head office. The old one stays in use."
        ),
        "catalog.unreadable": QT_TRANSLATE_NOOP("texts", "The catalog cannot be read. It is loaded again."),
        "storage.busy": QT_TRANSLATE_NOOP("texts", "The till's files are in use by another program."),
        "storage.full": QT_TRANSLATE_NOOP("texts", "The disk is full. Free some room; nothing was lost."),
        "storage.damaged": QT_TRANSLATE_NOOP(
            "texts", "The till's file is damaged. Call support before going on."
        ),
        "storage.failed": QT_TRANSLATE_NOOP(
            "texts", "The till's file could not be written. Nothing of this was saved."
        ),
        "storage.wrong_key": QT_TRANSLATE_NOOP("texts", "The key does not fit the till's file."),
        "storage.not_durable": QT_TRANSLATE_NOOP(
            "texts", "This disk does not keep what is written. Use another one."
        ),
        "keys.unavailable": QT_TRANSLATE_NOOP("texts", "The till's key cannot be read."),
        "keys.too_open": QT_TRANSLATE_NOOP("texts", "Other users of this computer can read the till's key."),
        "printer.unreachable": QT_TRANSLATE_NOOP(
            "texts", "The printer does not answer. The sale is saved; print again later."
        ),
        "printer.paper_out": QT_TRANSLATE_NOOP(
            "texts", "The printer is out of paper. The sale is saved; print again later."
        ),
        "printer.not_found": QT_TRANSLATE_NOOP("texts", "The printer is not there. Check the cable."),
        "code.not_drawable": QT_TRANSLATE_NOOP("texts", "This text cannot be drawn as a code."),
        "printer.address_invalid": QT_TRANSLATE_NOOP("texts", "The address of the printer is not valid."),
        "fonts.missing": QT_TRANSLATE_NOOP("texts", "A Chinese font is missing on this computer."),
        "capability.sell": QT_TRANSLATE_NOOP("texts", "Selling"),
        "capability.offers": QT_TRANSLATE_NOOP("texts", "Offers"),
        "capability.member_code": QT_TRANSLATE_NOOP("texts", "Member codes"),
        "capability.member_phone": QT_TRANSLATE_NOOP("texts", "Members by phone"),
        "capability.coupon": QT_TRANSLATE_NOOP("texts", "Coupons"),
        "capability.hand_over": QT_TRANSLATE_NOOP("texts", "Handing over orders"),
        "capability.new_orders": QT_TRANSLATE_NOOP("texts", "New orders"),
        "capability.print": QT_TRANSLATE_NOOP("texts", "Printing"),
        "capability.card": QT_TRANSLATE_NOOP("texts", "Cards and payment codes"),
        "capability.close_shift": QT_TRANSLATE_NOOP("texts", "Closing shifts"),
        "capability.send": QT_TRANSLATE_NOOP("texts", "Sending to head office"),
        "level.works": QT_TRANSLATE_NOOP("texts", "Works"),
        "level.limited": QT_TRANSLATE_NOOP("texts", "Limited"),
        "level.blocked": QT_TRANSLATE_NOOP("texts", "Blocked"),
        "data.catalog": QT_TRANSLATE_NOOP("texts", "Products and prices"),
        "data.stock": QT_TRANSLATE_NOOP("texts", "Stock"),
        "data.keys": QT_TRANSLATE_NOOP("texts", "Keys for codes"),
        "data.mirror": QT_TRANSLATE_NOOP("texts", "Journal on the second disk"),
        "data.backup": QT_TRANSLATE_NOOP("texts", "Backup on the second disk"),
        "data.file": QT_TRANSLATE_NOOP("texts", "The till's file, checked"),
        "data.orders": QT_TRANSLATE_NOOP("texts", "Orders"),
        "data.members": QT_TRANSLATE_NOOP("texts", "Members"),
        "data.staff": QT_TRANSLATE_NOOP("texts", "Staff list"),
        "role.cashier": QT_TRANSLATE_NOOP("texts", "Cashier"),
        "role.staff": QT_TRANSLATE_NOOP("texts", "Staff"),
        "role.clerk": QT_TRANSLATE_NOOP("texts", "Staff"),
        "role.picker": QT_TRANSLATE_NOOP("texts", "Picker"),
        "role.manager": QT_TRANSLATE_NOOP("texts", "Manager"),
        "role.owner": QT_TRANSLATE_NOOP("texts", "Owner"),
    }
    | SELL_TEXTS
    | AISLE_TEXTS
    | ORDER_TEXTS
    | COUPON_TEXTS
    | CAMPAIGN_TEXTS
    | RETURN_TEXTS
    | GOODS_TEXTS
    | HAND_TEXTS
    | SHIFT_TEXTS
    | STOCK_TEXTS
    | DRAWER_TEXTS
    | EXCEPTION_TEXTS
    | PAPER_TEXTS
    | PAY_TEXTS
    | BALANCE_TEXTS
    | LINK_TEXTS
    | SAFETY_TEXTS
    | POLICY_TEXTS
    | OFFICE_TEXTS
    | MEMBER_TEXTS
)


def text_of(code: str, *arguments: object) -> str:
    """Return the text of ``code`` in the language in use; a code without words is shown as it is."""
    source = _TEXTS.get(code)
    if source is None:
        return translate("texts", _UNKNOWN).format(code)
    shown = _SHOWN[code](*arguments) if code in _SHOWN else arguments
    wanted = translate("texts", source)
    try:
        return wanted.format(*shown)
    except IndexError:
        # An argument is missing: the sentence without it says more than a crash would.
        return wanted.format(*shown, *("…",) * 9)


def role_text(role: str) -> str:
    """Return what a role is called; a role of the shop's own keeps its name."""
    return text_of(f"role.{role}") if f"role.{role}" in _TEXTS else role


def source_of(code: str) -> str:
    """Return the English words of ``code`` with ``{0}`` for its arguments; empty for a code without words."""
    return _TEXTS.get(code, "")


def known_codes() -> frozenset[str]:
    """Return all codes that have words."""
    return frozenset(_TEXTS)


def _whole_minutes(wait_ms: object, *_rest: object) -> tuple[object, ...]:
    return (max(1, -(-int(str(wait_ms)) // 60_000)),)


_SHOWN: dict[str, Callable[..., tuple[object, ...]]] = {"pin.locked": _whole_minutes}
"""How arguments are shown whose unit is not the reader's."""
