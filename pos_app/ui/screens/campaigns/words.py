"""Puts coupon campaigns and their events into words of the language in use."""

from collections.abc import Callable

from pos_app.services.campaign_model import CampaignItem, CouponEventItem, EventKind, OfflineReason
from pos_app.services.return_model import FoundReceipt
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.charts import Bar
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.money import Money

_WHOLE_BP = 10_000


class CampaignWords:
    """Writes campaigns; the only place that knows how they read."""

    def __init__(self, formats: Formats, *, currency: str, campaign: Callable[[str], str]) -> None:
        """Keep how amounts are written; ``campaign`` names one of the catalog in the language in use."""
        self._formats = formats
        self._currency = currency
        self._campaign = campaign

    def name(self, item: CampaignItem) -> str:
        """Return what a campaign is called; one that has ended keeps the name that head office has."""
        known = self._campaign(item.campaign_id)
        return item.name if known == item.campaign_id else known

    def row(self, item: CampaignItem) -> PickItem:
        """Return a campaign as the list shows it."""
        note = translate("Campaigns", "redeemed {redeemed} of {issued}").format(
            redeemed=self._number(item.redeemed), issued=self._number(item.issued)
        )
        if not item.active:
            ended = translate("Campaigns", "ended")
            note = f"{ended} · {note}"
        if item.conflicts:
            conflicts = translate("Campaigns", "conflicts: {count}").format(
                count=self._number(item.conflicts)
            )
            note = f"{note} · {conflicts}"
        return PickItem(item.campaign_id, self.name(item), note, self._money(item.spent_minor))

    def state(self, item: CampaignItem) -> str:
        """Return where it runs, and whether its coupons count without the network."""
        parts = [
            translate("Campaigns", "figures of all stores")
            if item.everywhere
            else translate("Campaigns", "this store"),
            translate("Campaigns", "running") if item.active else translate("Campaigns", "ended"),
        ]
        if item.offline_ended_ms:
            parts.append(
                translate("Campaigns", "offline right lost {when}: too many conflicts").format(
                    when=self._formats.date_time(item.offline_ended_ms)
                )
            )
        elif item.offline_allowed:
            parts.append(translate("Campaigns", "counts without the network"))
        else:
            parts.append(translate("Campaigns", "online only"))
        return " · ".join(parts)

    def reason(self, reason: OfflineReason) -> str:
        """Return why coupons may count offline again."""
        if reason == "conflicts_cleared":
            return translate("Campaigns", "The conflicts are cleared up")
        if reason == "network_mended":
            return translate("Campaigns", "The network works again")
        return translate("Campaigns", "Agreed with head office")

    def way(self, item: CampaignItem) -> list[Bar]:
        """Return the way from issued to redeemed."""
        steps = (
            (translate("Campaigns", "Issued"), item.issued),
            (translate("Campaigns", "In a wallet"), item.claimed),
            (translate("Campaigns", "Redeemed"), item.redeemed),
        )
        return [Bar(label, count, self._share(count, item.issued)) for label, count in steps]

    def cost(self, item: CampaignItem) -> str:
        """Return what it cost, who bears it, what is kept back, and the conflicts apart."""
        lines = [translate("Campaigns", "Cost  {spent}").format(spent=self._money(item.spent_minor))]
        if item.budget_minor is not None:
            lines[0] = translate("Campaigns", "Cost  {spent} of {budget}, {reserved} reserved").format(
                spent=self._money(item.spent_minor),
                budget=self._money(item.budget_minor),
                reserved=self._money(item.reserved_minor),
            )
        lines += [
            f"{text_of(f'funder.{funder}')}  {self._money(minor)}"
            for funder, minor in item.funders.items()
            if minor
        ]
        if item.conflicts:
            lines.append(
                translate("Campaigns", "Conflicts, on their own account: {count}, {amount}").format(
                    count=self._number(item.conflicts), amount=self._money(item.conflict_minor)
                )
            )
        return "\n".join(lines)

    def event(self, event: CouponEventItem) -> PickItem:
        """Return an event as the list shows it: what, when, its receipts, and the amount."""
        receipts = event.receipt
        if event.first_receipt:
            before = translate("Campaigns", "before that {receipt}").format(receipt=event.first_receipt)
            receipts = f"{receipts} · {before}" if receipts else before
        # A receipt number names its store.
        parts = (self._formats.date_time(event.at_ms), receipts or event.store_id)
        note = " · ".join(part for part in parts if part)
        amount = self._money(event.amount_minor) if event.amount_minor else ""
        return PickItem(str(event.event_id), self._kind(event.kind), note, amount)

    def receipt(self, found: FoundReceipt) -> str:
        """Return a receipt as a person reads it: when, the lines, what was paid."""
        sold = found.sold
        rows = [
            f"{line.name}  × {self._formats.quantity(line.qty_milli)}  {self._money(line.total_minor)}"
            for line in sold.lines
        ]
        head = f"{sold.receipt_number} · {self._formats.date_time(found.sold_ms)}"
        total = translate("Campaigns", "Total {total}").format(total=self._money(sold.total_minor))
        return "\n".join([head, *rows, total])

    def _kind(self, kind: EventKind) -> str:
        return {
            "redeemed": translate("Campaigns", "Redeemed"),
            "returned": translate("Campaigns", "Came back with its goods"),
            "conflict": translate("Campaigns", "Conflict: was not there to be used"),
            "over_budget": translate("Campaigns", "Above the budget: on the account of conflicts"),
        }[kind]

    def _share(self, count: int, whole: int) -> str:
        if not whole:
            return self._number(count)
        share = self._formats.percent(count * _WHOLE_BP // whole)
        return f"{self._number(count)} · {share}"

    def _number(self, value: int) -> str:
        return self._formats.number(value)

    def _money(self, minor: int) -> str:
        return self._formats.money(Money(minor, self._currency))
