"""Puts exceptions and what they are about into words of the language in use."""

from collections.abc import Callable, Mapping

from pos_app.services.records import Names
from pos_app.services.return_model import FoundReceipt
from pos_app.services.work_list_model import ExceptionItem
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.exceptions.state import ExceptionsState
from pos_app.ui.texts import known_codes, text_of
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.money import Money

_TILL_ACTOR = "till"


class ExceptionWords:
    """Writes exceptions; the only place that knows how they read."""

    def __init__(
        self,
        formats: Formats,
        *,
        currency: str,
        product: Callable[[str], Names | None],
        campaign: Callable[[str], str],
    ) -> None:
        """Keep where names come from.

        Args:
            formats: How amounts and times are written.
            currency: Of the store's amounts.
            product: Names of a product by its id, ``None`` for one that is not in the catalog.
            campaign: The name of a campaign by its id.
        """
        self._formats = formats
        self._currency = currency
        self._product = product
        self._campaign = campaign

    def kind(self, item: ExceptionItem) -> str:
        """Return what is doubtful."""
        code = f"doubt.{item.kind.replace('.', '_')}"
        return text_of(code) if code in known_codes() else item.kind

    def action(self, code: str) -> str:
        """Return what an answer is called."""
        wanted = f"settling.{code}"
        return text_of(wanted) if wanted in known_codes() else code

    def row(self, item: ExceptionItem, names: Mapping[str, str]) -> PickItem:
        """Return an exception as the list shows it."""
        who = self._person(item.actor, names)
        parts = (self._when(item.happened_ms), item.till, who, *item.receipts[:1])
        note = " · ".join(part for part in parts if part)
        return PickItem(str(item.exception_id), self.kind(item), note)

    def about(self, item: ExceptionItem, names: Mapping[str, str]) -> str:
        """Return where and when it happened, and by whom."""
        return translate("Exceptions", "{when} · till {till} · {who}").format(
            when=self._when(item.happened_ms), till=item.till, who=self._person(item.actor, names)
        )

    def details(self, item: ExceptionItem, names: Mapping[str, str]) -> str:
        """Return what it is about, a line for each thing that has a meaning to people."""
        lines = []
        for name, value in item.args.items():
            label = self._label(name)
            if label:
                lines.append(f"{label}  {self._value(name, value, names=names)}")
        return "\n".join(lines)

    def settled(self, item: ExceptionItem, names: Mapping[str, str]) -> str:
        """Return who did what about it, and when."""
        said = translate("Exceptions", "{when} · {who}: {action}").format(
            when=self._when(item.settled_ms),
            who=self._person(item.settled_by, names),
            action=self.action(item.action),
        )
        return f"{said}\n{item.note}" if item.note else said

    def title(self, state: ExceptionsState) -> str:
        """Return the heading with how many are open."""
        if not state.is_known:
            return translate("Exceptions", "Exceptions")
        return translate("Exceptions", "Exceptions · {count} open").format(
            count=self._formats.number(state.open_count)
        )

    def receipt(self, found: FoundReceipt) -> str:
        """Return a receipt as a person reads it: when, the lines, what was paid."""
        sold = found.sold
        rows = [
            f"{line.name}  × {self._formats.quantity(line.qty_milli)}  {self._money(line.total_minor)}"
            for line in sold.lines
        ]
        head = f"{sold.receipt_number} · {self._when(found.sold_ms)}"
        total = translate("Exceptions", "Total {total}").format(total=self._money(sold.total_minor))
        paid = [f"{text_of(f'tender.{each.kind}')}  {self._money(each.given_minor)}" for each in sold.paid]
        back = [translate("Exceptions", "Something of it came back since.")] if found.earlier else []
        return "\n".join([head, *rows, total, *paid, *back])

    def _label(self, name: str) -> str:
        labels = {
            "product_id": translate("Exceptions", "Product"),
            "rule_id": translate("Exceptions", "Offer"),
            "staff_id": translate("Exceptions", "Person"),
            "sold_minor": translate("Exceptions", "Sold for"),
            "catalog_minor": translate("Exceptions", "Price at head office"),
            "lines_minor": translate("Exceptions", "Sum of the lines"),
            "due_minor": translate("Exceptions", "Due"),
            "paid_minor": translate("Exceptions", "Paid"),
            "amount_minor": translate("Exceptions", "Amount"),
            "allowed": translate("Exceptions", "Allowed"),
            "used": translate("Exceptions", "Used"),
            "conflicts": translate("Exceptions", "Conflicts"),
            "redeemed": translate("Exceptions", "Redeemed"),
            "number": translate("Exceptions", "Number"),
            "provider": translate("Exceptions", "Provider"),
            "sold_milli": translate("Exceptions", "Sold"),
            "returned_milli": translate("Exceptions", "Came back"),
            "receipt_number": translate("Exceptions", "Receipt"),
            "store_id": translate("Exceptions", "Store"),
            "missing": translate("Exceptions", "Points too many"),
            "missing_minor": translate("Exceptions", "Missing"),
            "on_hand_milli": translate("Exceptions", "Left in the store"),
            "committed_milli": translate("Exceptions", "Kept for orders"),
            "expected_milli": translate("Exceptions", "On the delivery note"),
            "received_milli": translate("Exceptions", "Came"),
            "sent_milli": translate("Exceptions", "Sent"),
            "arrived_milli": translate("Exceptions", "Arrived"),
        }
        return labels.get(name, "")

    def _value(self, name: str, value: str | int, *, names: Mapping[str, str]) -> str:
        if isinstance(value, int):
            if name.endswith("_minor"):
                return self._money(value)
            return self._formats.quantity(value) if name.endswith("_milli") else self._formats.number(value)
        if name == "product_id":
            product = self._product(value)
            return value if product is None else self._formats.name(product)
        if name == "rule_id":
            return self._campaign(value)
        return names.get(value, value) if name == "staff_id" else value

    def _person(self, staff_id: str, names: Mapping[str, str]) -> str:
        if staff_id == _TILL_ACTOR:
            return translate("Exceptions", "the till itself")
        return names.get(staff_id, staff_id)

    def _money(self, minor: int) -> str:
        return self._formats.money(Money(minor, self._currency))

    def _when(self, wall_ms: int) -> str:
        return self._formats.date_time(wall_ms)
