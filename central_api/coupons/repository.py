"""Rows of coupons and of their reservations."""

from dataclasses import asdict

from sqlalchemy import ColumnElement, RowMapping, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.coupons.schemas import Coupon, Redemption
from central_api.kit.unit import Unit
from central_api.models.coupons import coupon, coupon_hold

_OPEN = ("issued", "held", "returned")


def insert(unit: Unit, new: Coupon, *, request_id: str) -> bool:
    """Keep a new coupon; return False if the request was answered before."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(coupon)
    values = {**asdict(new), "serial": new.coupon_id, "issued_ms": unit.now_ms, "request_id": request_id}
    kept = unit.conn.execute(
        statement.values(values)
        .on_conflict_do_nothing(index_elements=["request_id"])
        .returning(coupon.c.coupon_id)
    ).first()
    return kept is not None


def by_request(unit: Unit, request_id: str) -> Coupon | None:
    """Return the coupon that a request made."""
    return _find(unit, coupon.c.request_id == request_id)


def by_id(unit: Unit, coupon_id: str) -> Coupon | None:
    """Return a coupon."""
    return _find(unit, coupon.c.coupon_id == coupon_id)


def by_short_code(unit: Unit, short_code: str) -> Coupon | None:
    """Return the coupon with a short code in its plain form."""
    return _find(unit, coupon.c.short_code == short_code)


def lock(unit: Unit, coupon_id: str) -> Coupon | None:
    """Return a coupon that nobody else changes before this unit ends."""
    row = unit.conn.execute(
        select(coupon).where(coupon.c.coupon_id == coupon_id).with_for_update()
    ).mappings()
    return _coupon(row.first())


def of_member(unit: Unit, member_id: str) -> list[Coupon]:
    """Return the coupons of a wallet that can still be used, the first to expire first."""
    rows = unit.conn.execute(
        select(coupon)
        .where(coupon.c.member_id == member_id, coupon.c.state.in_(_OPEN))
        .order_by(coupon.c.expires_ms, coupon.c.coupon_id)
    ).mappings()
    return [found for found in map(_coupon, rows) if found is not None]


def hold_of(unit: Unit, coupon_id: str, *, sale_id: str) -> RowMapping | None:
    """Return the reservation of a coupon for a sale, whatever became of it."""
    return (
        unit.conn.execute(
            select(coupon_hold).where(coupon_hold.c.coupon_id == coupon_id, coupon_hold.c.sale_id == sale_id)
        )
        .mappings()
        .first()
    )


def has_other_hold(unit: Unit, coupon_id: str, *, sale_id: str) -> bool:
    """Return whether another sale's reservation counts now."""
    query = select(coupon_hold.c.hold_id).where(
        coupon_hold.c.coupon_id == coupon_id,
        coupon_hold.c.sale_id != sale_id,
        coupon_hold.c.state == "held",
        coupon_hold.c.expires_ms > unit.now_ms,
    )
    return unit.conn.execute(query).first() is not None


def put_hold(unit: Unit, values: dict[str, object]) -> None:
    """Write the reservation of a coupon for a sale, or make it count again."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(coupon_hold)
    unit.conn.execute(
        statement.values(values).on_conflict_do_update(
            index_elements=["coupon_id", "sale_id"],
            set_={"state": "held", "expires_ms": statement.excluded.expires_ms},
        )
    )


def find_hold(unit: Unit, hold_id: str, *, sale_id: str) -> RowMapping | None:
    """Return a reservation that counts, by its own id and its sale's."""
    return (
        unit.conn.execute(
            select(coupon_hold).where(
                coupon_hold.c.hold_id == hold_id,
                coupon_hold.c.sale_id == sale_id,
                coupon_hold.c.state == "held",
            )
        )
        .mappings()
        .first()
    )


def end_hold(unit: Unit, coupon_id: str, *, sale_id: str, state: str) -> None:
    """Say how a reservation ended: ``confirmed`` or ``released``."""
    unit.conn.execute(
        update(coupon_hold)
        .where(coupon_hold.c.coupon_id == coupon_id, coupon_hold.c.sale_id == sale_id)
        .values(state=state)
    )


def set_state(unit: Unit, coupon_id: str, *, state: str, among: tuple[str, ...]) -> bool:
    """Move a coupon to ``state`` if it is in one of the states ``among``; return whether it was."""
    moved = unit.conn.execute(
        update(coupon)
        .where(coupon.c.coupon_id == coupon_id, coupon.c.state.in_(among))
        .values(state=state)
        .returning(coupon.c.coupon_id)
    ).first()
    return moved is not None


def consume(unit: Unit, redemption: Redemption) -> Coupon | None:
    """Check and consume a coupon in one statement; return it if this sale is the first, else None."""
    row = unit.conn.execute(
        update(coupon)
        .where(coupon.c.coupon_id == redemption.coupon_id, coupon.c.state.in_(_OPEN))
        .values(
            state="redeemed",
            redeemed_sale_id=redemption.sale_id,
            redeemed_store_id=redemption.store_id,
            redeemed_ms=redemption.sold_ms,
        )
        .returning(*coupon.c)
    ).mappings()
    return _coupon(row.first())


def give_back(unit: Unit, coupon_id: str, *, sale_id: str) -> Coupon | None:
    """Take back that a sale consumed a coupon, in one statement; return it, None if that sale did not."""
    row = unit.conn.execute(
        update(coupon)
        .where(
            coupon.c.coupon_id == coupon_id,
            coupon.c.state == "redeemed",
            coupon.c.redeemed_sale_id == sale_id,
        )
        .values(state="returned", redeemed_sale_id=None, redeemed_store_id=None, redeemed_ms=None)
        .returning(*coupon.c)
    ).mappings()
    return _coupon(row.first())


def _find(unit: Unit, which: ColumnElement[bool]) -> Coupon | None:
    return _coupon(unit.conn.execute(select(coupon).where(which)).mappings().first())


def _coupon(row: RowMapping | None) -> Coupon | None:
    if row is None:
        return None
    return Coupon(
        coupon_id=row["coupon_id"],
        campaign_id=row["campaign_id"],
        short_code=row["short_code"] or "",
        member_id=row["member_id"],
        store_id=row["store_id"],
        state=row["state"],
        flags=row["flags"],
        value_minor=row["value_minor"],
        starts_ms=row["starts_ms"],
        expires_ms=row["expires_ms"],
        redeemed_sale_id=row["redeemed_sale_id"],
    )
