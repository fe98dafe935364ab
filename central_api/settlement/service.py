"""What each channel took and owes, document by document, by the store's business day.

Source: docs/user/books.md, "Settlement".
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from central_api.enrolment import service as enrolment
from central_api.kit.errors import UsageError
from central_api.kit.unit import Unit
from central_api.orders import service as orders
from central_api.orders.schemas import OrderDraft, PlacedRefund
from central_api.sales import service as sales
from central_api.sales.schemas import DaySale
from central_api.settlement import repository
from central_api.settlement.schemas import FUNDERS, WALK_IN, OrderPrice, SettlementRow
from retail_core.business_day import business_day_of, day_begins_ms
from retail_core.money import round_ratio
from retail_core.pricing.model import PricedBasket
from retail_core.wire.enrolment import StoreCard

_WHOLE_BP = 10_000
_WINDOW = timedelta(days=30)
"""So many days of a store's orders are held at a time."""


def note_order(
    unit: Unit, draft: OrderDraft, *, external_id: str | None, priced: PricedBasket, card: StoreCard
) -> None:
    """Keep what an order was priced to, with the commission that its channel has now."""
    off: dict[str, int] = {}
    for line in priced.lines:
        for adjustment in line.adjustments:
            off[adjustment.funder] = off.get(adjustment.funder, 0) - adjustment.amount.minor
    commission = {each.channel: each.commission_bp for each in card.channels}
    settled = draft.settled_minor
    repository.insert(
        unit,
        OrderPrice(
            order_id=draft.order_id,
            store_id=draft.store_id,
            channel=draft.channel,
            external_id=external_id or "",
            business_day=business_day(unit.now_ms, card),
            currency=priced.currency,
            list_minor=priced.list_total.minor,
            tax_minor=sum(row.tax.minor for row in priced.tax),
            online_minor=priced.total.minor if settled is None else settled,
            off=off,
            commission_bp=commission.get(draft.channel, 0),
        ),
    )


def rows_of_day(unit: Unit, store_id: str, *, day: str) -> list[SettlementRow]:
    """Return what a store sold in each channel on a business day, and what came back on it.

    Walk-in first, then channel by channel; documents in order of their numbers.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    card = enrolment.store_card(unit, store_id)
    rows = [
        *_receipts(sales.of_day(unit, store_id, day=day), store_id, day=day),
        *_orders(unit, repository.of_days(unit, store_id, first=day, last=day)),
        *_refunds(unit, card, first=day, last=day),
    ]
    return sorted(rows, key=lambda row: (row.channel != WALK_IN, row.channel, row.number, row.kind))


def rows_between(unit: Unit, store_ids: Sequence[str], *, first: str, last: str) -> Iterator[SettlementRow]:
    """Yield the rows of some days, both included, day by day and store by store."""
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        for store_id in store_ids:
            yield from rows_of_day(unit, store_id, day=day.isoformat())
        day += timedelta(days=1)


def commissions(unit: Unit, card: StoreCard, *, last: str) -> Iterator[tuple[str, str, int]]:
    """Yield what channels kept of a store's orders, day by day: day, channel, minor units of its currency.

    From the first order on, until ``last``, or now where that is empty. What was given back lowers the day on
    which that was decided, to below zero where little was ordered.
    """
    begin = repository.first_day(unit, card.store_id)
    end = min(last or date.max.isoformat(), business_day(unit.now_ms, card))
    while begin and begin <= end:
        first = date.fromisoformat(begin)
        until = min((first + _WINDOW).isoformat(), end)
        kept: dict[tuple[str, str], int] = {}
        for row in (
            *_orders(unit, repository.of_days(unit, card.store_id, first=begin, last=until)),
            *_refunds(unit, card, first=begin, last=until),
        ):
            kept[row.day, row.channel] = kept.get((row.day, row.channel), 0) + row.commission_minor
        for (day, channel), minor in sorted(kept.items()):
            if minor:
                yield day, channel, minor
        begin = (date.fromisoformat(until) + timedelta(days=1)).isoformat()


def stores(unit: Unit, store_id: str) -> list[str]:
    """Return one store, or all where none is named.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    if store_id:
        return [enrolment.store_card(unit, store_id).store_id]
    return enrolment.store_ids(unit)


def currency_of(unit: Unit, store_ids: Sequence[str]) -> str:
    """Return the currency of stores.

    Raises:
        UsageError: They have none in common.
    """
    found = {enrolment.store_card(unit, store_id).currency for store_id in store_ids}
    if len(found) != 1:
        raise UsageError("These stores have more than one currency.", "Name one with --store.")
    return found.pop()


def _receipts(found: Sequence[DaySale], store_id: str, *, day: str) -> Iterator[SettlementRow]:
    for each in found:
        common = {"day": day, "store_id": store_id, "channel": WALK_IN, "platform_number": ""}
        platform = each.off.get("platform", 0)
        if each.has_goods:
            yield SettlementRow(
                **common,
                kind="receipt",
                number=each.receipt_number,
                list_minor=each.list_minor,
                off=each.off,
                tax_minor=each.tax_minor,
                paid_minor=each.sold_minor,
                commission_minor=0,
                owed_minor=platform,
                currency=each.currency,
            )
        if each.has_returns:
            yield SettlementRow(
                **common,
                kind="return",
                number=each.receipt_number,
                list_minor=-each.back_list_minor,
                off={funder: -minor for funder, minor in each.back_off.items()},
                tax_minor=each.document_tax_minor - each.tax_minor,
                paid_minor=-each.refund_minor,
                commission_minor=0,
                owed_minor=-each.back_off.get("platform", 0),
                currency=each.currency,
            )


def _orders(unit: Unit, prices: Sequence[OrderPrice]) -> Iterator[SettlementRow]:
    numbers = orders.numbers_of(unit, [price.order_id for price in prices])
    for price in prices:
        number, platform_number = numbers[price.order_id]
        commission = _commission(price, price.online_minor)
        yield SettlementRow(
            day=price.business_day,
            store_id=price.store_id,
            channel=price.channel,
            kind="order",
            number=number,
            platform_number=price.external_id or platform_number,
            list_minor=price.list_minor,
            off=price.off,
            tax_minor=price.tax_minor,
            paid_minor=price.online_minor,
            commission_minor=commission,
            owed_minor=price.online_minor + price.off.get("platform", 0) - commission,
            currency=price.currency,
        )


def _refunds(unit: Unit, card: StoreCard, *, first: str, last: str) -> Iterator[SettlementRow]:
    """Yield what was given back on some days; its shares of price, discounts, commission are cumulative."""
    since_ms, until_ms = _bounds(first, last, card=card)
    found = orders.refunds_behind(unit, card.store_id, since_ms=since_ms, until_ms=until_ms)
    prices = repository.of_orders(unit, {each.root_id for each in found})
    for root_id, refunds in groupby(found, key=lambda each: each.root_id):
        back = 0
        for refund in refunds:
            before, back = back, back + refund.amount_minor
            if refund.store_id == card.store_id and since_ms <= refund.created_ms < until_ms:
                day = business_day(refund.created_ms, card)
                yield _refund(refund, prices.get(root_id), day=day, span=(before, back))


def _refund(
    refund: PlacedRefund, price: OrderPrice | None, *, day: str, span: tuple[int, int]
) -> SettlementRow:
    def share(whole: int) -> int:
        if price is None or not price.online_minor:
            return 0
        before, back = (_part(whole, min(at, price.online_minor), of=price.online_minor) for at in span)
        return before - back

    off = {} if price is None else {funder: share(price.off.get(funder, 0)) for funder in FUNDERS}
    commission = 0 if price is None else share(_commission(price, price.online_minor))
    return SettlementRow(
        day=day,
        store_id=refund.store_id,
        channel=refund.channel,
        kind="refund",
        number=refund.number,
        platform_number=(price.external_id if price else "") or refund.platform_number,
        list_minor=0 if price is None else share(price.list_minor),
        off=off,
        tax_minor=0 if price is None else share(price.tax_minor),
        paid_minor=-refund.amount_minor,
        commission_minor=commission,
        owed_minor=-refund.amount_minor + off.get("platform", 0) - commission,
        currency=refund.currency,
    )


def _commission(price: OrderPrice, minor: int) -> int:
    return _part(price.commission_bp, minor, of=_WHOLE_BP)


def _part(whole: int, numerator: int, *, of: int) -> int:
    """Return a share, rounded half up."""
    return round_ratio(whole * numerator, of)


def business_day(at_ms: int, card: StoreCard) -> str:
    """Return the business day of a moment (UTC milliseconds) in a store: ``2026-11-28``."""
    return business_day_of(at_ms, card.time_zone, day_cutoff_minutes=card.day_cutoff_minutes)


def _bounds(first: str, last: str, *, card: StoreCard) -> tuple[int, int]:
    """Return when some business days begin and when the next one does, in UTC milliseconds."""
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    begins, ends = (
        day_begins_ms(each, card.time_zone, day_cutoff_minutes=card.day_cutoff_minutes)
        for each in (first, after)
    )
    return begins, ends
