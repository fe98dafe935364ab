"""Take goods back: what is refunded, what is clawed back, which points and coupons go which way.

With V as what the customer has paid and not got back, a return gives V before less V after. Every document
starts from where the last one ended, so all returns of a sale give back exactly what was paid.

Source: docs/rules/returns.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from retail_core.money import allocate_minor, round_ratio
from retail_core.returns.kept import Loss, losses
from retail_core.returns.ledger import Clawback, Ledger, RuleKey
from retail_core.returns.model import (
    Clawed,
    ComesBack,
    Reduction,
    Refund,
    ReturnRefused,
    Sold,
    SoldCoupon,
    SoldLine,
    SoldUse,
    Terms,
)

_State = dict[tuple[str, RuleKey], Clawback]


def take_back(sold: Sold, earlier: Sequence[Refund], *, wanted: Sequence[ComesBack], terms: Terms) -> Refund:
    """Return what ``wanted`` gives back of ``sold`` after what came back ``earlier``.

    Raises:
        ReturnRefused: ``return.nothing``, or the code of a line that cannot come back so.
    """
    if not wanted:
        raise ReturnRefused("return.nothing")
    ledger = Ledger(sold, earlier)
    clawed_before = ledger.clawed_minor
    points_before = _points_gone(ledger)
    lines = tuple(ledger.take(each) for each in wanted)
    gone = frozenset(coupon for refund in earlier for coupon in refund.coupons)
    room = clawed_before + sum(line.total_minor for line in lines)
    state = _clawbacks(ledger, losses(ledger, gone), room=room) if terms.policy == "claw_back" else {}
    refund = Refund(
        sale_id=sold.sale_id,
        receipt_number=sold.receipt_number,
        policy=terms.policy,
        lines=lines,
        clawed=_entries(ledger, state),
        points_reversed=_points_gone(ledger) - points_before,
    )
    valid = {coupon.coupon_id for coupon in sold.coupons if is_valid(coupon, sold, terms=terms)}
    freed = freed_coupons(sold, [*earlier, refund])
    return replace(
        refund,
        coupons=tuple(each for each in freed if each in valid and each not in gone),
        uses=_freed_uses(sold, earlier, refund=refund),
    )


def _clawbacks(ledger: Ledger, lost: Sequence[Loss], *, room: int) -> _State:
    """Return what is clawed back in sum, by line and rule; never more than ``room``."""
    by_line: dict[str, list[Loss]] = {}
    for loss in lost:
        by_line.setdefault(loss.line_id, []).append(loss)
    sums = {line_id: sum(loss.total_minor for loss in found) for line_id, found in by_line.items()}
    target = min(room, sum(sums.values()))
    if target <= 0:
        return {}
    dearer = {line_id: minor for line_id, minor in sums.items() if minor > 0}
    keys = [(ledger.lines[line_id].sold.product_id or "", line_id) for line_id in dearer]
    state: _State = {}
    for line_id, part in zip(
        dearer, allocate_minor(target, list(dearer.values()), tie_keys=keys), strict=True
    ):
        ends = [loss for loss in by_line[line_id] if loss.total_minor > 0]
        weights = [loss.total_minor for loss in ends]
        for loss, minor in zip(
            ends, allocate_minor(part, weights, tie_keys=[loss.key for loss in ends]), strict=True
        ):
            if minor:
                state[line_id, loss.key] = _clawback(loss, minor, included=ledger.sold.prices_include_tax)
    return state


def _clawback(loss: Loss, minor: int, *, included: bool) -> Clawback:
    """Return ``minor`` of a loss with its share of the tax, and who no longer bears it."""
    tax = round_ratio(loss.tax_minor * minor, loss.total_minor)
    stated = minor if included else minor - tax
    shares = [(who, max(0, share)) for who, share in loss.funders]
    parts = allocate_minor(stated, [share for _, share in shares], tie_keys=[(who,) for who, _ in shares])
    funders = {who: part for (who, _), part in zip(shares, parts, strict=True) if part}
    return Clawback(minor, tax, funders)


def _entries(ledger: Ledger, state: Mapping[tuple[str, RuleKey], Clawback]) -> tuple[Clawed, ...]:
    """Return what changes against what was clawed back before, line by line in the order of the sale."""
    entries = []
    for line_id, line in ledger.lines.items():
        keys = {key for at, key in state if at == line_id} | set(line.clawed)
        for key in sorted(keys):
            before = line.clawed.get(key, Clawback())
            after = state.get((line_id, key), Clawback())
            funders = {
                who: after.funders.get(who, 0) - before.funders.get(who, 0)
                for who in sorted({*before.funders, *after.funders})
            }
            total = after.total_minor - before.total_minor
            tax = after.tax_minor - before.tax_minor
            reduction = _reduction_of(line.sold, key)
            if reduction is not None and (total or tax or any(funders.values())):
                entries.append(_entry(line.sold, reduction, funders=funders, total=total, tax=tax))
    return tuple(entries)


def _reduction_of(sold: SoldLine, key: RuleKey) -> Reduction | None:
    return next((each for each in sold.reductions if (each.rule_id, each.tax_effect) == key), None)


def _entry(
    sold: SoldLine, reduction: Reduction, *, funders: Mapping[str, int], total: int, tax: int
) -> Clawed:
    return Clawed(
        of_line_id=sold.line_id,
        rule_id=reduction.rule_id,
        kind=reduction.kind,
        name=reduction.name,
        category_id=sold.category_id,
        tax_effect=reduction.tax_effect,
        funders=tuple((who, minor) for who, minor in funders.items() if minor),
        total_minor=total,
        net_minor=total - tax,
        tax_minor=tax,
        tax_rate_bp=sold.tax_rate_bp,
    )


def _points_gone(ledger: Ledger) -> int:
    """Return the points that have gone with what came back: each line's by its units, in sum."""
    sold = ledger.sold
    if any(line.points for line in sold.lines):
        return sum(
            round_ratio(line.sold.points * line.qty_milli, line.sold.qty_milli)
            for line in ledger.lines.values()
        )
    back = sum(line.total_minor for line in ledger.lines.values())
    if all(not line.kept_milli for line in ledger.lines.values()):
        return sold.points_earned
    return sold.points_earned * back // sold.total_minor if sold.total_minor else 0


def freed_coupons(sold: Sold, refunds: Sequence[Refund]) -> tuple[str, ...]:
    """Return the coupons of a sale of whose discount nothing is left with the customer."""
    ledger = Ledger(sold, refunds)
    return tuple(
        coupon.coupon_id for coupon in sold.coupons if not _left_of(ledger, campaign_id=coupon.campaign_id)
    )


def _freed_uses(sold: Sold, earlier: Sequence[Refund], *, refund: Refund) -> tuple[SoldUse, ...]:
    """Return the uses of campaigns of whose discount nothing is left since this refund."""
    ledger = Ledger(sold, [*earlier, refund])
    gone = {use.rule_id for each in earlier for use in each.uses}
    return tuple(
        use for use in sold.uses if use.rule_id not in gone and not _left_of(ledger, campaign_id=use.rule_id)
    )


def _left_of(ledger: Ledger, *, campaign_id: str) -> int:
    """Return what is left with the customer of a campaign's discount."""
    left = 0
    for line in ledger.lines.values():
        for each in line.sold.reductions:
            if each.rule_id == campaign_id:
                key = (each.rule_id, each.tax_effect)
                clawed = sum(line.clawed.get(key, Clawback()).funders.values())
                left += sum(line.kept_off(key, who) for who, _ in each.funders) - clawed
    return left


def is_valid(coupon: SoldCoupon, sold: Sold, *, terms: Terms) -> bool:
    """Return whether a coupon could still be used: itself, and its campaign by date."""
    if coupon.expires_ms is not None and coupon.expires_ms <= terms.now_ms:
        return False
    for document in sold.basis.campaigns if sold.basis else ():
        window = document.get("window")
        if document.get("id") == coupon.campaign_id and isinstance(window, Mapping):
            last = window.get("to_date")
            return not isinstance(last, str) or date.fromisoformat(last) >= date.fromisoformat(
                terms.local_date
            )
    return True
