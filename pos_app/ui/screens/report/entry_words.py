"""What kinds of entries are called in lists of evidence."""

from collections.abc import Iterator

from pos_app.services.reporting.find_receipts import Evidence
from pos_app.ui.i18n import translate
from pos_app.ui.screens.report.words import ReportWords
from retail_core.journal import Entry

_HASH_SHOWN = 16


def kind_text(kind: str) -> str:
    """Return what an entry of a type is called; one without words keeps its type."""
    return {
        "sale.completed": translate("Report", "Receipt"),
        "balance.topped_up": translate("Report", "Top-up"),
        "basket.abandoned": translate("Report", "Basket given up"),
        "basket.recalled": translate("Report", "Sale recalled"),
        "receipt.reprinted": translate("Report", "Copy printed"),
        "shift.closed": translate("Report", "Shift closed"),
        "shift.read": translate("Report", "X report"),
        "cash.moved": translate("Report", "Cash moved"),
        "drawer.opened": translate("Report", "Drawer opened without a sale"),
        "training.left": translate("Report", "Receipts made in training"),
        "drawer.closed": translate("Report", "Drawer shut"),
        "member.joined": translate("Report", "Member joined"),
        "order.placed": translate("Report", "Order placed"),
        "order.handed_over": translate("Report", "Order handed over"),
        "order.hand_over_undone": translate("Report", "Hand-over taken back"),
        "order.ready": translate("Report", "Order ready"),
        "order.rejected": translate("Report", "Order refused"),
        "order.given_up": translate("Report", "Order given up"),
        "order.short": translate("Report", "Order short of goods"),
        "order.returned": translate("Report", "Order brought back"),
        "stock.wasted": translate("Report", "Goods written off"),
        "stock.counted": translate("Report", "Stock counted"),
    }.get(kind, kind)


def entry_facts(entry: Entry | None, words: ReportWords, *, currency: str) -> list[tuple[str, str]]:
    """Return what an entry of the journal says, a line each, and where it stands in the books."""
    if entry is None:
        return [(translate("Report", "Entry"), translate("Report", "Its body is no longer kept"))]
    facts = list(_said(entry, words, currency=currency))
    facts.append((translate("Report", "Entry"), f"{entry.incarnation}·{entry.seq}"))
    facts.append((translate("Report", "Seal"), entry.hash[:_HASH_SHOWN]))
    return facts


def order_facts(row: Evidence, words: ReportWords) -> list[tuple[str, str]]:
    """Return what a list says of an order, which stands in no journal of a till."""
    return [
        (translate("Report", "Number"), row.reference),
        (translate("Report", "Placed"), words.moment(row.at_ms)),
        (translate("Report", "Look it up"), translate("Report", "On the orders' board of its store")),
    ]


def _said(entry: Entry, words: ReportWords, *, currency: str) -> Iterator[tuple[str, str]]:
    """Yield the plain fields of an entry; those without words keep their name, as in the books."""
    names = _field_names()
    for field, value in entry.body.items():
        if value in ("", None) or field.endswith("_id") or field in _LEFT_OUT:
            continue
        if isinstance(value, (list, tuple)):
            if value:
                yield names.get(field, field), words.count(len(value))
        elif isinstance(value, int) and not isinstance(value, bool) and field.endswith("_minor"):
            yield names.get(field, field), words.value(value, "minor", currency=currency)
        elif field == "open_s" and isinstance(value, int):
            yield names.get(field, field), words.value(value, "seconds", currency=currency)
        elif field in {"cause", "end"}:
            yield names.get(field, field), _word(str(value))
        elif field == "reason":
            yield names.get(field, field), words.reason(str(value))
        elif isinstance(value, (str, int)):
            yield names.get(field, field), str(value)


def _word(value: str) -> str:
    """Return what a drawer was opened for, and how its time ended."""
    return {
        "sale": translate("Report", "Sale"),
        "top_up": translate("Report", "Top-up"),
        "movement": translate("Report", "Cash moved"),
        "no_sale": translate("Report", "Without a sale"),
        "shut": translate("Report", "Shut"),
        "opened_again": translate("Report", "Opened again meanwhile"),
        "left_open": translate("Report", "Left open"),
    }.get(value, value)


_LEFT_OUT = frozenset({"currency"})


def _field_names() -> dict[str, str]:
    return {
        "reason": translate("Report", "Reason"),
        "cause": translate("Report", "Opened for"),
        "end": translate("Report", "End"),
        "open_s": translate("Report", "Open for"),
        "reference": translate("Report", "Number"),
        "note": translate("Report", "Note"),
        "amount_minor": translate("Report", "Amount"),
        "number": translate("Report", "Number"),
        "kind": translate("Report", "Kind"),
        "approved_by": translate("Report", "Approved by"),
        "business_day": translate("Report", "Day"),
        "receipt_number": translate("Report", "Receipt"),
        "copy_no": translate("Report", "Copy"),
        "x_number": translate("Report", "X report"),
        "lines": translate("Report", "Lines"),
        "total_minor": translate("Report", "Total"),
        "value_minor": translate("Report", "Value"),
        "principal_minor": translate("Report", "Paid in"),
        "bonus_minor": translate("Report", "Bonus"),
        "opened_by": translate("Report", "Opened by"),
        "closed_by": translate("Report", "Closed by"),
        "z_number": translate("Report", "Z report"),
        "float_minor": translate("Report", "Float"),
        "expected_minor": translate("Report", "Expected cash"),
        "counted_minor": translate("Report", "Counted cash"),
    }
