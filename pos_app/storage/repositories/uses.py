"""Uses of campaigns with limits: as the server counted them, and this till's own since."""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, case, func, insert, select

from pos_app.services.records import CountedUses, SyncState
from pos_app.storage.member_tables import member
from pos_app.storage.repositories.rows import AnyRow, first, place_of
from pos_app.storage.repositories.sales import POINTS_RULE
from pos_app.storage.tables import campaign_use, campaign_use_level, points_entry
from retail_core.journal import Entry
from retail_core.wire.facts import SaleCompleted, SalePerson

_LEVELS = select(campaign_use_level.c.rule_id, campaign_use_level.c.times)
_OWN = (
    select(campaign_use.c.rule_id, func.sum(campaign_use.c.times))
    .where(
        campaign_use.c.incarnation == bindparam("incarnation"), campaign_use.c.seq > bindparam("after_seq")
    )
    .group_by(campaign_use.c.rule_id)
)
_MEMBER = select(member.c.first_purchase, member.c.uses, member.c.seen_through).where(
    member.c.alias == bindparam("alias")
)
_OWN_OF_MEMBER = (
    select(
        campaign_use.c.rule_id,
        func.sum(campaign_use.c.times),
        func.sum(case((campaign_use.c.day == bindparam("day"), campaign_use.c.times), else_=0)),
    )
    .where(
        campaign_use.c.alias == bindparam("alias"),
        campaign_use.c.incarnation == bindparam("incarnation"),
        campaign_use.c.seq > bindparam("after_seq"),
    )
    .group_by(campaign_use.c.rule_id)
)
_BOUGHT_HERE = (
    select(points_entry.c.ref)
    .where(
        points_entry.c.alias == bindparam("alias"),
        points_entry.c.rule == POINTS_RULE,
        points_entry.c.incarnation == bindparam("incarnation"),
        points_entry.c.seq > bindparam("after_seq"),
    )
    .limit(1)
)


_ITSELF = ""
"""Stands for the sale of which uses come back, where a document makes the uses itself."""
_USER = select(campaign_use.c.alias).where(
    campaign_use.c.sale_id == bindparam("sale_id"),
    campaign_use.c.rule_id == bindparam("rule_id"),
    campaign_use.c.of_sale_id == _ITSELF,
)


class SqlUses:
    """What limits look at."""

    def __init__(self, connection: Connection, *, incarnation: int, state: SyncState) -> None:
        self._connection = connection
        self._incarnation = incarnation
        self._state = state

    def counted(self, alias: str | None, day: str) -> CountedUses:
        by_store = self._of_store()
        if alias is None:
            return CountedUses(by_store, {}, {})
        known = first(self._connection, _MEMBER, alias=alias)
        after = {"alias": alias, "incarnation": self._incarnation, "after_seq": self._contained(known)}
        by_member: dict[str, int] = {}
        today: dict[str, int] = {}
        for use in () if known is None else known.uses:
            by_member[use["rule_id"]] = use["count"]
            if use["day"] == day:
                today[use["rule_id"]] = use["day_count"]
        for rule_id, times, day_times in self._connection.execute(_OWN_OF_MEMBER, {**after, "day": day}):
            by_member[rule_id] = by_member.get(rule_id, 0) + int(times)
            today[rule_id] = today.get(rule_id, 0) + int(day_times)
        is_first = known is not None and known.first_purchase
        return CountedUses(
            by_store=by_store,
            by_member=by_member,
            today=today,
            first_purchase=is_first and first(self._connection, _BOUGHT_HERE, **after) is None,
        )

    def add(self, body: SaleCompleted, person: SalePerson | None, *, entry: Entry) -> None:
        """Write what a sale used and what it gives back; its rows stand beside those of ``SqlSales.add``."""
        rows: list[dict[str, object]] = [
            {
                **place_of(entry),
                "sale_id": body.sale_id,
                "rule_id": use.rule_id,
                "of_sale_id": _ITSELF,
                "alias": None if person is None else person.alias,
                "day": use.day,
                "times": use.count,
            }
            for use in body.uses
        ]
        rows += [
            {
                **place_of(entry),
                "sale_id": body.sale_id,
                "rule_id": use.rule_id,
                "of_sale_id": returned.sale_id,
                "alias": self._user(returned.sale_id, use.rule_id),
                "day": use.day,
                "times": -use.count,
            }
            for returned in body.returned
            if returned.sale_id is not None
            for use in returned.uses
        ]
        if rows:
            self._connection.execute(insert(campaign_use), rows)

    def _user(self, sale_id: str, rule_id: str) -> str | None:
        """Return who used a campaign in a sale; one of another till is the server's to know."""
        row = first(self._connection, _USER, sale_id=sale_id, rule_id=rule_id)
        return None if row is None else row.alias

    def _of_store(self) -> Mapping[str, int]:
        found = {rule_id: int(times) for rule_id, times in self._connection.execute(_LEVELS)}
        own = {"incarnation": self._incarnation, "after_seq": self._state.applied_through}
        for rule_id, times in self._connection.execute(_OWN, own):
            found[rule_id] = found.get(rule_id, 0) + int(times)
        return found

    def _contained(self, known: AnyRow | None) -> int:
        """Return the last of our entries that the figures of a member contain."""
        if known is None:
            return 0
        return int(self._state.applied_through if known.seen_through is None else known.seen_through)
