"""Points and balances of members: head office's figures, and this till's own entries since."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, case, func, insert, or_, select

from pos_app.services.balance_model import KnownBalance
from pos_app.services.records import SyncState
from pos_app.storage.member_tables import member
from pos_app.storage.repositories.rows import first, place_of
from pos_app.storage.repositories.sales import POINTS_RULE as POINTS_EARNED
from pos_app.storage.tables import points_entry, top_up, value_entry
from retail_core.journal import Entry
from retail_core.wire.facts import BalanceToppedUp, SaleCompleted, SalePerson

BURNED = "burn"
"""The rule under which the points of a payment and of rewards stand."""

UNBURNED = "unburn"
"""The rule under which they come back; the sale that had burned them follows it."""

SPENT = "spend"
RETURNED = "return"
TOPPED_UP = "top_up"

_MEMBER = select(
    member.c.points, member.c.principal_minor, member.c.bonus_minor, member.c.seen_through
).where(member.c.alias == bindparam("alias"))
_is_spent = or_(points_entry.c.rule == BURNED, points_entry.c.rule.startswith(f"{UNBURNED}:"))
_POINTS_SINCE = select(
    func.coalesce(func.sum(case((points_entry.c.rule == POINTS_EARNED, points_entry.c.points), else_=0)), 0),
    func.coalesce(func.sum(case((points_entry.c.rule != POINTS_EARNED, points_entry.c.points), else_=0)), 0),
    func.coalesce(func.sum(case((_is_spent, points_entry.c.points), else_=0)), 0),
).where(
    points_entry.c.alias == bindparam("alias"),
    points_entry.c.incarnation == bindparam("incarnation"),
    points_entry.c.seq > bindparam("after_seq"),
)
_VALUE_SINCE = select(
    func.coalesce(func.sum(value_entry.c.amount_minor), 0),
    func.coalesce(func.sum(case((value_entry.c.rule != TOPPED_UP, value_entry.c.amount_minor), else_=0)), 0),
).where(
    value_entry.c.alias == bindparam("alias"),
    value_entry.c.incarnation == bindparam("incarnation"),
    value_entry.c.seq > bindparam("after_seq"),
)
_BURNER = select(points_entry.c.alias).where(
    points_entry.c.ref == bindparam("ref"), points_entry.c.rule == BURNED
)
_PAYER = select(value_entry.c.alias).where(value_entry.c.ref == bindparam("ref"), value_entry.c.rule == SPENT)
_NEXT_SLIP = select(func.coalesce(func.max(top_up.c.slip_seq), 0) + 1).where(
    top_up.c.incarnation == bindparam("incarnation")
)
_TOP_UP = select(top_up.c.seq).where(top_up.c.top_up_id == bindparam("top_up_id"))
_OF_SHIFT = (
    select(top_up.c.doc)
    .where(top_up.c.shift_id == bindparam("shift_id"))
    .order_by(top_up.c.incarnation, top_up.c.seq)
)


class SqlBalances:
    """What members have, and what this till did to it."""

    def __init__(self, connection: Connection, *, incarnation: int, state: SyncState) -> None:
        self._connection = connection
        self._incarnation = incarnation
        self._state = state

    def of(self, alias: str) -> KnownBalance | None:
        known = first(self._connection, _MEMBER, alias=alias)
        if known is None:
            return None
        after = self._state.applied_through if known.seen_through is None else known.seen_through
        since = {"alias": alias, "incarnation": self._incarnation, "after_seq": int(after)}
        points = first(self._connection, _POINTS_SINCE, **since)
        value = first(self._connection, _VALUE_SINCE, **since)
        assert points is not None, "a sum is always there"
        assert value is not None, "a sum is always there"
        return KnownBalance(
            points=known.points,
            points_pending=int(points[0]),
            points_since=int(points[1]),
            points_spent=max(0, -int(points[2])),
            value_minor=known.principal_minor + known.bonus_minor,
            bonus_minor=known.bonus_minor,
            value_since_minor=int(value[0]),
            spent_minor=max(0, -int(value[1])),
        )

    def add_sale(self, body: SaleCompleted, person: SalePerson | None, *, entry: Entry) -> None:
        burned = sum(max(0, part.points) for part in body.tenders if part.kind == "points")
        burned += sum(line.reward_points for line in body.lines)
        spent = sum(max(0, part.amount_minor) for part in body.tenders if part.kind == "stored_value")
        if person is not None and burned:
            self._add_points(body.sale_id, BURNED, alias=person.alias, points=-burned, entry=entry)
        if person is not None and spent:
            self._add_value(body.sale_id, SPENT, alias=person.alias, minor=-spent, entry=entry)
        for (kind, reference), amount in sorted(_given_back(body).items()):
            self._give_back(body.sale_id, kind, reference=reference, amount=amount, entry=entry)

    def next_slip_seq(self, incarnation: int) -> int:
        row = first(self._connection, _NEXT_SLIP, incarnation=incarnation)
        assert row is not None
        return int(row[0])

    def is_topped_up(self, top_up_id: str) -> bool:
        return first(self._connection, _TOP_UP, top_up_id=top_up_id) is not None

    def add_top_up(self, body: BalanceToppedUp, person: SalePerson, *, entry: Entry, slip_seq: int) -> None:
        self._connection.execute(
            insert(top_up),
            {
                "top_up_id": body.top_up_id,
                **place_of(entry),
                "slip_seq": slip_seq,
                "shift_id": body.shift_id,
                "doc": body.model_dump_json(),
            },
        )
        minor = body.principal_minor + body.bonus_minor
        self._add_value(body.top_up_id, TOPPED_UP, alias=person.alias, minor=minor, entry=entry)

    def top_ups_of_shift(self, shift_id: str) -> Sequence[BalanceToppedUp]:
        rows = self._connection.execute(_OF_SHIFT, {"shift_id": shift_id})
        return [BalanceToppedUp.model_validate_json(row.doc) for row in rows]

    def _give_back(self, sale_id: str, kind: str, *, reference: str, amount: int, entry: Entry) -> None:
        """Give back to whoever spent; a sale of another till is the server's to know."""
        query = _BURNER if kind == "points" else _PAYER
        found = first(self._connection, query, ref=reference)
        if found is None or not amount:
            return
        if kind == "points":
            rule = f"{UNBURNED}:{reference}"
            self._add_points(sale_id, rule, alias=found.alias, points=amount, entry=entry)
        else:
            rule = f"{RETURNED}:{reference}"
            self._add_value(sale_id, rule, alias=found.alias, minor=amount, entry=entry)

    def _add_points(self, ref: str, rule: str, *, alias: str, points: int, entry: Entry) -> None:
        self._connection.execute(
            insert(points_entry),
            {"ref": ref, "rule": rule, "alias": alias, "points": points, **place_of(entry)},
        )

    def _add_value(self, ref: str, rule: str, *, alias: str, minor: int, entry: Entry) -> None:
        self._connection.execute(
            insert(value_entry),
            {"ref": ref, "rule": rule, "alias": alias, "amount_minor": minor, **place_of(entry)},
        )


def _given_back(body: SaleCompleted) -> dict[tuple[str, str], int]:
    """Return what came back to a ledger: points, or minor units, by kind and the sale that had spent them."""
    found: dict[tuple[str, str], int] = {}
    for back in body.returned:
        for part in back.parts:
            if part.kind in {"points", "stored_value"} and part.reference and not part.moved_minor:
                amount = part.points if part.kind == "points" else part.amount_minor
                key = (part.kind, part.reference)
                found[key] = found.get(key, 0) + amount
    return found
