"""How coupon campaigns are issued, from an owner's file: one row a campaign.

Source: docs/rules/coupons.md, "What a campaign issues" and "The file of issuing terms".
"""

from collections.abc import Callable, Mapping
from typing import Final

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.coupons import service as coupons
from central_api.enrolment import service as enrolment
from central_api.importing import cells
from central_api.importing.plan import Cells, Plan, Undo
from central_api.importing.schemas import Row, Sheet, Target
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit

_COUNTS: Final = ("days", "total", "per_member")
_AMOUNTS: Final = ("budget_minor", "worth_minor", "after_sale_minor")
_FLAGS: Final = ("claim", "transfer", "at_till", "at_late")
_MOST: Final = {"days": 3_650, "total": 10**9, "per_member": 10_000}
_COLUMNS: Final = {"budget_minor": "budget", "worth_minor": "worth", "after_sale_minor": "after_sale"}
"""What a term is called in a file, where that is another name."""


def plan_terms(unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
    """Plan the terms of campaigns; a column that the file does not have leaves what is known."""
    known = _known(unit, target)
    reader = Cells(sheet)
    wanted: dict[str, dict[str, object]] = {}
    for row in sheet.rows:
        campaign_id = reader.read_unique(row, "campaign", parse=cells.short_text)
        if campaign_id is None:
            continue
        if campaign_id not in known:
            reader.refuse(row, "campaign", code="cell.unknown_campaign")
            continue
        found = _read(reader, row, before=known[campaign_id].issuing, currency=target.currency)
        if found is not None and _is_sound(reader, row, campaign=known[campaign_id], issuing=found):
            wanted[campaign_id] = found
    changed = {each: terms for each, terms in wanted.items() if terms != dict(known[each].issuing)}

    def write(unit: Unit, batch_id: str) -> Undo:
        del batch_id
        steps: Undo = [
            {"campaign_id": each, "issuing": dict(known[each].issuing)} for each in sorted(changed)
        ]
        for campaign_id, issuing in sorted(changed.items()):
            coupons.change_terms(unit, campaign_id, issuing=issuing)
        return steps

    fresh = sum(not known[each].issuing for each in changed)
    return Plan(new=fresh, changed=len(changed) - fresh, problems=reader.problems, write=write)


def undo(unit: Unit, steps: Undo) -> None:
    """Give campaigns back the terms that they had."""
    for step in steps:
        issuing = step["issuing"]
        assert isinstance(issuing, dict), "a step holds the terms of before"
        coupons.change_terms(unit, str(step["campaign_id"]), issuing=issuing)


def _known(unit: Unit, target: Target) -> dict[str, Campaign]:
    stores = enrolment.store_ids(unit)
    here = stores if target.scope == "*" else [target.scope]
    found = (each for store in here for each in catalog.campaigns_of(unit, store, kind_prefix="coupon_"))
    return {each.campaign_id: each for each in found}


def _read(
    reader: Cells, row: Row, *, before: Mapping[str, object], currency: str
) -> dict[str, object] | None:
    """Return the terms of a row; an empty cell takes a term away. None where a cell is wrong."""
    found = dict(before)
    problems = len(reader.problems)
    parsers: dict[str, Callable[[str], object]] = {
        **{name: _count(_MOST[name]) for name in _COUNTS},
        **dict.fromkeys(_AMOUNTS, lambda text: cells.amount(text, currency) if text else 0),
        **dict.fromkeys(_FLAGS, cells.yes_or_no),
    }
    for name, parse in parsers.items():
        column = _COLUMNS.get(name, name)
        if not reader.has(column):
            continue
        value = reader.read(row, column, parse=parse)
        if value:
            found[name] = value
        else:
            found.pop(name, None)
    return found if len(reader.problems) == problems else None


def _count(most: int) -> Callable[[str], object]:
    return lambda text: cells.whole(text, most=most)


def _is_sound(reader: Cells, row: Row, *, campaign: Campaign, issuing: Mapping[str, object]) -> bool:
    """Note what contradicts itself, or the campaign's rule."""
    on_paper = [name for name in ("at_till", "at_late") if issuing.get(name)]
    if len(on_paper) > 1 or (on_paper and "per_member" in issuing):
        column = "per_member" if reader.has("per_member") and len(on_paper) == 1 else on_paper[-1]
        reader.refuse(row, column, code="cell.at_till_limit")
        return False
    try:
        coupons.check_terms(campaign, issuing)
    except ApiError as error:
        if error.code == "campaign.bad_issuing":
            reader.refuse(row, "budget" if reader.has("budget") else "campaign", code="cell.budget_no_worth")
        else:
            reader.refuse(row, "campaign", code="cell.unknown_campaign")
        return False
    return True
