"""Stock of an own shop: what was counted becomes the movement that leads there."""

from central_api.importing import cells
from central_api.importing.goods import known_products
from central_api.importing.plan import Cells, Plan, Undo
from central_api.importing.schemas import Sheet, Target
from central_api.kit.unit import Unit
from central_api.stock import service as stock
from central_api.stock.schemas import Movement

_UNDONE = "import_undone"


def plan_stock(unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
    """Plan counted stock of a store."""
    known = known_products(unit, target)
    reader = Cells(sheet)
    counted: dict[str, int] = {}
    for row in sheet.rows:
        sku = reader.read_unique(row, "sku", parse=cells.short_text)
        if sku is not None and sku not in known:
            reader.refuse(row, "sku", code="cell.unknown_sku")
            continue
        quantity_milli = reader.read(row, "quantity", parse=cells.quantity)
        if sku is not None and quantity_milli is not None:
            counted[known[sku].product_id] = quantity_milli
    held = {level.product_id for level in stock.levels(unit, target.scope, product_ids=sorted(counted))}

    def write(unit: Unit, batch_id: str) -> Undo:
        levels = {
            item.product_id: item for item in stock.levels(unit, target.scope, product_ids=sorted(counted))
        }
        steps: Undo = []
        for product_id, quantity_milli in counted.items():
            before = levels[product_id].on_hand_milli if product_id in levels else 0
            steps.append({"product_id": product_id, "moved_milli": quantity_milli - before})
        _move(unit, target.scope, steps=steps, cause=stock.IMPORT, ref=batch_id, sign=1)
        return steps

    return Plan(new=len(counted.keys() - held), changed=len(held), problems=reader.problems, write=write)


def undo(unit: Unit, scope: str, *, batch_id: str, steps: Undo) -> None:
    """Move back what an import moved; what was sold since stays sold."""
    _move(unit, scope, steps=steps, cause=_UNDONE, ref=batch_id, sign=-1)


def _move(unit: Unit, scope: str, *, steps: Undo, cause: str, ref: str, sign: int) -> None:
    movements = []
    for step in steps:
        moved_milli = step["moved_milli"]
        assert isinstance(moved_milli, int), "a step says how much was moved"
        if moved_milli:
            product_id = str(step["product_id"])
            movements.append(
                Movement(scope, product_id, sign * moved_milli, 0, cause, ref, product_id, unit.now_ms)
            )
    stock.move(unit, movements)
    stock.settle(unit)
