"""What came back in a document: its rows, and what a person has to look at."""

from collections.abc import Iterator

from central_api.kit.facts import DoubtfulFact
from central_api.kit.unit import Unit
from central_api.sales import repository
from retail_core.wire.facts import ReturnedReceipt, SaleCompleted

_LINE_COLUMNS = {
    "line_id",
    "of_line_id",
    "product_id",
    "name",
    "category_id",
    "qty_milli",
    "list_minor",
    "total_minor",
    "net_minor",
    "tax_minor",
    "tax_rate_bp",
    "reason",
    "cost_minor",
}


def rows_of(sale: SaleCompleted) -> dict[str, repository.Rows]:
    """Return the rows of what came back: ``returns``, ``return_lines`` and ``return_discounts``."""
    lines = [(back, line) for back in sale.returned for line in back.lines]
    return {
        "returns": [
            {
                "sale_id": sale.sale_id,
                "position": position,
                "of_sale_id": back.sale_id,
                "of_receipt_number": back.receipt_number,
                "policy": back.policy,
                "claw_back_minor": sum(each.total_minor for each in back.claw_back),
                "refund_minor": back.refund_minor,
                "points_reversed": back.points_reversed,
                "doc": back.model_dump_json(),
            }
            for position, back in enumerate(sale.returned, start=1)
        ],
        "return_lines": [
            {
                "sale_id": sale.sale_id,
                "position": position,
                "of_sale_id": back.sale_id,
                "restock": int(line.restock),
                **line.model_dump(include=_LINE_COLUMNS),
            }
            for position, (back, line) in enumerate(lines, start=1)
        ],
        "return_discounts": [
            {"sale_id": sale.sale_id, "position": position, **values}
            for position, values in enumerate(
                (values for back in sale.returned for values in _discounts(back)), start=1
            )
        ],
    }


def doubts_of(unit: Unit, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Return what came back of a sale that is not known, or more than was sold; its own rows are there."""
    return [doubt for back in sale.returned for doubt in _doubts(unit, back)]


def _discounts(back: ReturnedReceipt) -> Iterator[dict[str, object]]:
    """Yield the discounts that ended, positive, one for each who bore them."""
    for line in back.lines:
        for each in line.discounts:
            for funder, minor in sorted(each.funders.items()):
                yield {
                    "of_sale_id": back.sale_id,
                    "of_line_id": line.of_line_id or "",
                    "rule_id": each.rule_id,
                    "funder": funder,
                    "tax_effect": each.tax_effect,
                    "why": "returned",
                    "amount_minor": -minor,
                }
    for clawed in back.claw_back:
        for funder, minor in sorted(clawed.funders.items()):
            yield {
                "of_sale_id": back.sale_id,
                "of_line_id": clawed.of_line_id,
                "rule_id": clawed.rule_id,
                "funder": funder,
                "tax_effect": clawed.tax_effect,
                "why": "clawed_back",
                "amount_minor": minor,
            }


def _doubts(unit: Unit, back: ReturnedReceipt) -> Iterator[DoubtfulFact]:
    reckoned = sum(line.total_minor for line in back.lines) - sum(
        clawed.total_minor for clawed in back.claw_back
    )
    if reckoned != back.refund_minor:
        args: dict[str, str | int] = {
            "receipt_number": back.receipt_number or "",
            "lines_minor": reckoned,
            "refund_minor": back.refund_minor,
        }
        yield DoubtfulFact("return.sums_differ", args)
    if back.sale_id is None:
        return
    sold = repository.sold_quantities(unit, back.sale_id)
    if not sold:
        yield DoubtfulFact("return.unknown_sale", {"receipt_number": back.receipt_number or back.sale_id})
        return
    so_far = repository.returned_quantities(unit, back.sale_id)
    for line in back.lines:
        line_id = line.of_line_id or ""
        if so_far.get(line_id, 0) > sold.get(line_id, 0):
            yield DoubtfulFact(
                "return.more_than_sold",
                {
                    "receipt_number": back.receipt_number or "",
                    "line_id": line_id,
                    "sold_milli": sold.get(line_id, 0),
                    "returned_milli": so_far.get(line_id, 0),
                },
            )
