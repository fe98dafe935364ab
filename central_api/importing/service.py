"""Taking in an owner's files: dry run first, all or nothing, and back again by batch."""

from pathlib import Path
from typing import Protocol

from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.feed.schemas import EVERYWHERE
from central_api.importing import campaign_terms, counts, goods, options, packs, people, repository
from central_api.importing.plan import Plan
from central_api.importing.reader import UnreadableError, read_sheet
from central_api.importing.repository import Batch
from central_api.importing.schemas import Kind, Outcome, Sheet, Target
from central_api.keys import service as keys
from central_api.kit.database import Database
from central_api.kit.errors import ApiError, UsageError
from central_api.kit.ids import new_id
from central_api.kit.search_columns import NameIndexer
from central_api.kit.unit import Unit
from central_api.members import service as members
from retail_core.wire.enrolment import StoreCard

_GOODS = ("products", "prices", "packs", "options")
_SAME_DATA: dict[str, tuple[str, ...]] = {
    "products": _GOODS,
    "prices": _GOODS,
    "packs": _GOODS,
    "options": _GOODS,
    "stock": ("stock",),
    "members": ("members",),
    "staff": ("staff",),
    "campaigns": ("campaigns",),
}
"""Kinds that change the same things, so that only the newest of them can be taken back."""


class _Planner(Protocol):
    """Reads a sheet, and says what would be written."""

    def __call__(self, unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
        """Return the plan."""


_PLANS: dict[Kind, _Planner] = {
    "prices": goods.plan_prices,
    "packs": packs.plan_packs,
    "options": options.plan_options,
    "stock": counts.plan_stock,
    "members": people.plan_members,
    "staff": people.plan_staff,
    "campaigns": campaign_terms.plan_terms,
}


def import_file(database: Database, path: Path, *, kind: Kind, store_id: str | None, apply: bool) -> Outcome:
    """Read a file, and write it if ``apply`` is set and nothing in it is wrong.

    Args:
        database: Where it goes.
        path: The file, XLSX or CSV.
        kind: What it lists.
        store_id: For which store; None is all stores, or the only one.
        apply: Write it; without, nothing changes.

    Raises:
        UsageError: There is no shop yet, or stock of several stores cannot be in one file.
    """
    try:
        sheet = read_sheet(path, kind)
    except UnreadableError as error:
        return Outcome(kind, 0, 0, 0, 0, (error.problem,))
    with database.read() as unit:
        target = _target(unit, kind, store_id=store_id)
        plan = _planned(unit, kind, sheet=sheet, target=target)
    if plan.problems or not apply:
        return _outcome(kind, sheet, plan=plan)
    return database.run(lambda unit: _write(unit, path.name, kind=kind, sheet=sheet, target=target))


def undo(database: Database, batch_id: str) -> Kind:
    """Take an import back, and return what it was of.

    Raises:
        ApiError: 404 ``import.unknown_batch``; 409 ``import.undone_before``, ``import.not_newest``: undo the
            later ones first, or ``member.has_history``.
    """
    return database.run(lambda unit: _undo(unit, batch_id))


def create_shop(unit: Unit, tenant_id: int, *, tenant_name: str, card: StoreCard) -> str | None:
    """Make a shop, or a further store of it; return the client token that comes with the first one.

    Raises:
        ApiError: 409 ``store.exists``.
    """
    if card.store_id in enrolment.store_ids(unit):
        raise ApiError(409, "store.exists", detail=card.store_id)
    chain = enrolment.tenant_number(unit)
    if chain is None:
        feed.begin_epoch(unit)
        enrolment.put_tenant(unit, tenant_id, name=tenant_name)
        keys.make_keys(unit)
    enrolment.put_store(unit, tenant_id if chain is None else chain, card=card)
    return enrolment.make_client(unit, "shop") if chain is None else None


def _write(unit: Unit, file_name: str, *, kind: Kind, sheet: Sheet, target: Target) -> Outcome:
    """Plan again on what is there now, so that nothing slips in between, and write."""
    plan = _planned(unit, kind, sheet=sheet, target=target)
    if plan.problems:
        return _outcome(kind, sheet, plan=plan)
    batch_id = new_id(unit.now_ms)
    steps = plan.write(unit, batch_id)
    members.settle(unit)
    batch = Batch(batch_id, kind, target.scope, undone=False, steps=steps)
    repository.insert(unit, batch, file_name=file_name, row_count=len(sheet.rows))
    return _outcome(kind, sheet, plan=plan, batch_id=batch_id)


def _undo(unit: Unit, batch_id: str) -> Kind:
    batch = repository.find(unit, batch_id)
    if batch is None:
        raise ApiError(404, "import.unknown_batch", detail=batch_id)
    if batch.undone:
        raise ApiError(409, "import.undone_before", detail=batch_id)
    newest = repository.newest(unit, _SAME_DATA[batch.kind])
    if newest != batch_id:
        raise ApiError(409, "import.not_newest", detail=newest or "")
    if batch.kind in _GOODS:
        goods.undo(unit, batch.scope, steps=batch.steps)
    elif batch.kind == "stock":
        counts.undo(unit, batch.scope, batch_id=batch_id, steps=batch.steps)
    elif batch.kind == "members":
        people.undo_members(unit, batch.steps)
    elif batch.kind == "campaigns":
        campaign_terms.undo(unit, batch.steps)
    else:
        people.undo_staff(unit, batch.steps)
    repository.mark_undone(unit, batch_id)
    return batch.kind


def _planned(unit: Unit, kind: Kind, *, sheet: Sheet, target: Target) -> Plan:
    if kind == "products":
        return goods.plan_products(unit, sheet, target=target, indexer=NameIndexer())
    return _PLANS[kind](unit, sheet, target=target)


def _target(unit: Unit, kind: Kind, *, store_id: str | None) -> Target:
    stores = enrolment.store_ids(unit)
    if not stores:
        raise UsageError("There is no shop yet.", "Make one with central-api shop create.", exit_code=1)
    if store_id is not None and store_id not in stores:
        raise UsageError(f"There is no store {store_id}.", f"The stores are {', '.join(stores)}.")
    if store_id is None and len(stores) > 1 and kind == "stock":
        raise UsageError("Stock lies in one store.", "Say which with --store.")
    chosen = store_id or (stores[0] if len(stores) == 1 else None)
    currency = enrolment.store_card(unit, chosen or stores[0]).currency
    return Target(scope=chosen or EVERYWHERE, currency=currency)


def _outcome(kind: Kind, sheet: Sheet, *, plan: Plan, batch_id: str = "") -> Outcome:
    problems = tuple(sorted(plan.problems, key=lambda problem: (problem.row, problem.column)))
    return Outcome(kind, len(sheet.rows), plan.new, plan.changed, sheet.neutralised, problems, batch_id)
