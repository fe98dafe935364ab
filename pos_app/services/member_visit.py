"""What a sale means for its member here and now, before head office has said anything.

Source: docs/rules/members.md, "Tiers" and "What a till holds".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pos_app.services.records import StoreProfile
from pos_app.services.repositories import UnitOfWork
from retail_core.journal import Entry
from retail_core.people import tier_reached

if TYPE_CHECKING:  # pydantic is not imported before the first picture; the contracts still count these.
    from retail_core.wire.facts import SaleCompleted, SalePerson


def note_purchase(
    work: UnitOfWork, body: SaleCompleted, *, person: SalePerson | None, entry: Entry, store: StoreProfile
) -> str:
    """Note a visit and what was spent; return the tier that was reached by it, empty for none.

    Head office decides by its own ledger; here the figures are what it last said, and this till's own since.
    """
    member = None if person is None else work.members.by_alias(person.alias)
    if member is None or not body.lines:
        return ""
    spent_minor = body.total_minor + sum(back.refund_minor for back in body.returned)
    total_minor = member.spent_minor + spent_minor
    tier = tier_reached(member.tier, total_minor, steps=store.tiers)
    visited = replace(member, visited_ms=entry.wall_ms, spent_minor=total_minor, tier=tier)
    work.members.put(visited, own_seq=entry.seq)
    return "" if tier == member.tier else tier
