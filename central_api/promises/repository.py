"""Rows of late orders."""

from dataclasses import asdict

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.kit.unit import Unit
from central_api.models.orders import shop_order
from central_api.models.slots import order_late
from central_api.promises.schemas import LateOrder
from retail_core.orders import AT_WORK, WAITING

_MOST = 200


def insert(unit: Unit, late: LateOrder) -> bool:
    """Note that an order is late; return False if somebody noted it before."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(order_late)
    noted = unit.conn.execute(
        statement.values(asdict(late)).on_conflict_do_nothing().returning(order_late.c.order_id)
    ).first()
    return noted is not None


def find(unit: Unit, order_id: str) -> LateOrder | None:
    """Return what was noted of an order."""
    row = unit.conn.execute(select(order_late).where(order_late.c.order_id == order_id)).first()
    return None if row is None else LateOrder(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name


def take_printed(unit: Unit, late: LateOrder) -> None:
    """Let what a till printed be the coupon of an order that had earned none."""
    values = {"campaign_id": late.campaign_id, "coupon_id": late.coupon_id}
    unit.conn.execute(update(order_late).where(order_late.c.order_id == late.order_id).values(values))


def unnoted(unit: Unit, *, since_ms: int) -> list[str]:
    """Return orders promised since a time that are, or were, later than promised and not noted as late."""
    ready_ms = func.coalesce(shop_order.c.ready_ms, shop_order.c.handed_over_ms)
    query = (
        select(shop_order.c.order_id)
        .outerjoin(order_late, order_late.c.order_id == shop_order.c.order_id)
        .where(
            order_late.c.order_id.is_(None),
            shop_order.c.promised_ms >= since_ms,
            shop_order.c.promised_ms < unit.now_ms,
            or_(
                shop_order.c.state.in_((*WAITING, *AT_WORK)),
                ready_ms > shop_order.c.promised_ms,
            ),
        )
        .order_by(shop_order.c.promised_ms, shop_order.c.order_id)
        .limit(_MOST)
    )
    return [str(row.order_id) for row in unit.conn.execute(query)]
