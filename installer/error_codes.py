"""Finds every code in the source that can reach a person: errors, refusals, outcomes, states.

A code is a text ``area.reason``. Outside the screens every such text counts unless it is known to be
something else; inside the screens, where widgets have names of the same form, only what is raised, said or
assigned. Standard library only: the source is read, not imported.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TILL = (
    "pos_app/services",
    "pos_app/storage",
    "pos_app/sync",
    "pos_app/devices",
    "pos_app/bootstrap",
    "pos_app/cli.py",
    # The till shows what these refuse in their own words.
    "retail_core/tenders.py",
    "retail_core/orders.py",
    "retail_core/order_steps.py",
)
SCREENS = ("pos_app/ui",)
CORE = (
    *("retail_core/codes", "retail_core/journal", "retail_core/pricing/reasons.py"),
    *("retail_core/returns/ledger.py", "retail_core/returns/refund.py", "retail_core/returns/tenders.py"),
)
SERVER = ("central_api",)
HEARD = (
    *("central_api/app.py", "central_api/kit", "central_api/health", "central_api/enrolment"),
    *("central_api/journal", "central_api/delivery", "central_api/keys", "central_api/catalog"),
    *("central_api/members", "central_api/coupons"),
)
"""The parts of the server whose refusals a till can get; the others answer the web shop and head office."""

NOT_CODES = frozenset(
    {
        *(
            "feed.txid",
            "keys.issued_ms",
            "keys.version",
            "coupons.settled",
            "members.settled",
            "stock.settled",
        ),
        *("stock.counted", "stock.counts_settled"),
        *("stock.receive", "stock.count", "stock.waste", "stock.transfer"),
        *("uses.settled", "balances.settled"),
        *(
            "order.pick",
            "order.hand_over",
            "order.hand_over_any",
            "order.busy",
            "receipt.reprint",
            "report.view",
            "report.chain",
            "order.placed",
            "exception.settle",
        ),
        *("sale.return", "sale.return_without_receipt", "refund.cash"),
        *("sell.open_price", "shift.open", "shift.close", "sale.recall_any", "parked.hours"),
        *("identity.restored", "identity.refused", "second_place.folder"),
        *("price.override", "discount.line", "discount.basket", "discount.drop"),
        *("receipt.per_kg", "receipt.per_piece", "return.kg", "return.pieces", "return.held_back"),
        *("return.no_longer_held", "page.css", "live.js"),
        *("coupon.offline_extend", "coupons.extended", "coupons.earned"),
        *("shift.any", "shift.x", "shift.approve_difference", "day.close", "drawer.no_sale"),
        *("cash.paid_in", "cash.paid_out", "cash.safe_drop", "cash.float"),
        *("shift.suspended", "shift.resumed", "shift.read", "shift.counted", "shift.opened", "shift.closed"),
        *("cash.moved", "drawer.opened", "day.closed", "training.enter", "training.left"),
        *("payment.resolve", "member.search", "member.edit", "member.reveal", "member.adjust"),
        "http.response.start",
        *("day_end.files", "day_end.done", "day_end.last"),
    }
)
"""Texts of the same form: notes of the server, rights, words on paper, a message of ASGI."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "member.code_": ("forged", "expired", "too_early", "foreign", "unknown_key", "no_keys"),
    "coupon.code_": ("forged", "foreign", "unknown_key", "no_keys"),
    "pickup.code_": ("forged", "foreign", "unknown_key", "no_keys"),
    "printer.": ("unreachable", "paper_out", "cover_open"),
    "coupon_status.": ("checking", "valid", "valid_settled_later"),
    "ask.": ("paid_in", "paid_out", "safe_drop", "float_added", "no_sale"),
    "drawer.": ("paid_in", "paid_out", "safe_drop", "float_added", "no_sale"),
    "difference.": ("wrong_change", "wrong_tender", "missing_slip", "not_known"),
    "cash_reason.": (
        *("debt_settled", "found", "correction", "purchase", "service", "postage", "wages"),
        *("too_much_cash", "shift_change", "change_needed", "change_for_customer", "check", "key_lost"),
        *("break", "cashier_change", "other_till", "other"),
    ),
    "light.": ("online", "limited", "offline"),
    "adjust_reason.": ("goodwill", "mistake", "complaint", "other"),
    "reveal_reason.": ("call_back", "verify", "correction", "other"),
    "return_reason.": ("defective", "wrong_item", "changed_mind", "other"),
    "reason.": (
        *("damaged", "near_expiry", "wrong_label", "price_match", "complaint", "regular", "colleague"),
        *("other", "small_change"),
    ),
    "doubt.": (
        *("sale_unknown_product", "sale_price_differs", "sale_sums_differ", "sale_stated_twice"),
        *("sale_tenders_contradict", "sale_acts_wrong", "payment_in_doubt"),
        *("payment_decided_by_hand", "payment_contradicted", "payment_lists_differ"),
        "voucher_already_used",
        *("campaign_over_limit", "campaign_not_first_purchase", "coupon_already_used"),
        *("coupon_expired", "coupon_revoked", "coupon_unknown", "coupon_not_given_back"),
        *("coupon_issued_twice", "coupon_not_allotted"),
        *("coupon_over_budget", "campaign_offline_ended"),
        *("return_unknown_sale", "return_more_than_sold", "return_sums_differ", "staff_unknown"),
        *("staff_inactive", "right_missing", "approval_self", "member_unknown"),
        "member_joined_without_terms",
        *("shift_closed_twice", "order_unknown", "order_other_store", "order_step_not_next"),
        *("order_handed_over_twice", "order_not_open", "order_hand_over_unknown"),
        *(
            "order_not_moved",
            "order_refund_differs",
            "order_substitute_unwanted",
            "order_paid_twice",
            "order_paid_not_open",
        ),
        *("order_paid_other_sum", "order_not_paid", "order_late_coupon_twice", "order_not_kept"),
        *("order_undo_not_allowed", "points_overdrawn", "stored_value_overdrawn", "stored_value_nobody"),
        *("stock_breach", "stock_receipt_differs", "stock_transfer_differs"),
        *("stock_transfer_taken_twice", "stock_transfer_elsewhere", "serial_sold_twice"),
    ),
    "order_wish.": ("none", "same_or_lower", "within_30", "contact"),
    "order_state.": (
        *("placed", "accepted", "rejected", "picking", "picked", "partly_picked", "packed", "ready"),
        *("handed_over", "partly_handed_over", "closed", "cancelled", "no_show", "returned"),
    ),
    "reject_reason.": ("not_there", "too_busy", "closing", "other"),
    "settling.": (
        *("accept", "examined", "claimed", "talked_over", "product_entered", "price_corrected"),
        *("member_entered", "compared_paid", "compared_not_paid", "end_campaign"),
        *("refilled", "customer_told"),
    ),
    "waste_reason.": ("damaged", "expired", "theft", "sample", "own_use"),
    "variance_reason.": ("miscounted", "theft", "damaged", "unknown"),
    "level.": ("works", "limited", "blocked"),
    "data.": ("catalog", "stock", "keys", "orders", "file", "mirror", "backup"),
    "policy.": (
        *("sell", "offers", "member_code", "member_phone", "coupon", "hand_over", "new_orders", "print"),
        *("close_shift", "send"),
    ),
    "funder.": ("store", "headquarters", "brand", "platform"),
    "tender.": ("cash", "external", "voucher", "card", "points", "stored_value"),
    "role.": ("cashier", "staff", "picker", "manager", "owner"),
    "tier.": ("basic", "silver", "gold"),
    "capability.": (
        *("sell", "offers", "member_code", "member_phone", "coupon", "hand_over"),
        *("new_orders", "print", "close_shift", "send"),
    ),
}
"""Codes that are put together in an f-string, with the endings they can get."""

NO_FAMILIES = frozenset({"more.", "fiscal.", "report.", "feed."})
"""F-strings of the same form: names of buttons, words on paper, notes of what a till holds."""

_CODE = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_FAMILY = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9_]*")
_FILE_ENDINGS = frozenset({"db", "json", "key", "log", "lock", "md", "pdf", "qss", "sql", "wav"})
_OTHER_CALLS = frozenset(
    {"ForeignKey", "text", "text_or", "import_module", "_statement", "path", "setObjectName"}
)
_SAYING_CALLS = frozenset({"Message", "Said", "text_of", "Unreadable"})
_REFUSING_CALLS = frozenset({"ApiError", "_problem"})


@dataclass(slots=True)
class Code:
    """Where a code comes from.

    Attributes:
        places: Packages, ``pos_app.services`` for instance.
        statuses: HTTP statuses that it is refused with.
    """

    places: set[str] = field(default_factory=set)
    statuses: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Use:
    """One code or beginning of codes in a source."""

    text: str
    statuses: frozenset[int] = frozenset()
    is_family: bool = False


def codes(*parts: str) -> dict[str, Code]:
    """Return the codes below ``parts`` (folders or files), the endings of families included."""
    found: dict[str, Code] = {}
    for path in _sources(parts):
        place = ".".join(path.relative_to(ROOT).with_suffix("").parts[:2])
        for use in uses(path.read_text(encoding="utf-8"), only_said=_is_below(path, SCREENS)):
            names = [use.text]
            if use.is_family:
                names = [use.text + ending for ending in FAMILIES.get(use.text, ())]
            for name in names:
                code = found.setdefault(name, Code())
                code.places.add(place)
                code.statuses |= use.statuses
    return found


def families(*parts: str) -> frozenset[str]:
    """Return the beginnings of codes below ``parts`` that an f-string completes."""
    return frozenset(
        use.text
        for path in _sources(parts)
        for use in uses(path.read_text(encoding="utf-8"), only_said=_is_below(path, SCREENS))
        if use.is_family
    )


def uses(source: str, *, only_said: bool = False) -> Iterator[Use]:
    """Yield what ``source`` says by code; with ``only_said`` the names of widgets are left out."""
    yield from _walk(ast.parse(source), _Around(counts=not only_said, in_screens=only_said))


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a text: whether it counts here, and the status of the refusal it is in.

    ``in_screens``: a call that says nothing builds a widget, and its texts are names.
    """

    counts: bool
    in_screens: bool
    statuses: frozenset[int] = frozenset()

    def inside(self, node: ast.AST) -> "_Around":
        """Return what stands around the parts of ``node``."""
        if isinstance(node, ast.Assign):
            return replace(self, counts=True)
        if not isinstance(node, ast.Call):
            return self
        name = _name(node.func)
        if name in _OTHER_CALLS:
            return replace(self, counts=False)
        if name in _REFUSING_CALLS:
            return replace(self, counts=True, statuses=_statuses(node))
        says = name in _SAYING_CALLS or name.endswith(("Error", "Rejected", "Unreachable", "AuthExpired"))
        return replace(self, counts=says or not self.in_screens)


def _walk(node: ast.AST, around: _Around) -> Iterator[Use]:
    if isinstance(node, ast.Compare):
        # Who asks for a code got it from somebody who says it.
        return
    inner = around.inside(node)
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr):
            yield from _family(child, inner)
            for part in child.values:
                # What stands between the braces may say something too; the text around it is no code.
                if isinstance(part, ast.FormattedValue):
                    yield from _walk(part, inner)
            continue
        if isinstance(child, ast.Constant) and inner.counts and _is_code(child.value):
            yield Use(str(child.value), inner.statuses)
        yield from _walk(child, inner)


def _family(node: ast.JoinedStr, around: _Around) -> Iterator[Use]:
    first = node.values[0]
    if around.counts and isinstance(first, ast.Constant) and len(node.values) == 2:
        text = str(first.value)
        if _FAMILY.fullmatch(text) and text not in NO_FAMILIES:
            yield Use(text, is_family=True)


def _is_code(value: object) -> bool:
    if not isinstance(value, str) or not _CODE.fullmatch(value) or value in NOT_CODES:
        return False
    return value.rsplit(".", 1)[1] not in _FILE_ENDINGS


def _statuses(call: ast.Call) -> frozenset[int]:
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant) and isinstance(first.value, int):
        return frozenset({first.value})
    return frozenset()


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _sources(parts: Iterable[str]) -> Iterator[Path]:
    for part in parts:
        place = ROOT / part
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        yield from (path for path in files if not path.name.startswith("texts"))


def _is_below(path: Path, parts: Iterable[str]) -> bool:
    return any(path.is_relative_to(ROOT / part) for part in parts)
