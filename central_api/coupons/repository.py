"""Rows of coupons, of their reservations, and of the campaigns' accounts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, RowMapping, and_, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central_api.coupons.schemas import Account, AccountEntry, CampaignAct, Change, Coupon, Redemption
from central_api.kit.unit import Unit
from central_api.models.coupons import campaign_act, coupon, coupon_account, coupon_entry, coupon_hold
from central_api.models.stores import server_meta

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


def accounts_of(unit: Unit, campaign_ids: Sequence[str]) -> dict[str, Account]:
    """Return the accounts of campaigns by their ids; one without coupons has none."""
    query = select(coupon_account).where(coupon_account.c.campaign_id.in_(campaign_ids))
    found = [_account(row) for row in unit.conn.execute(query).mappings()]
    return {each.campaign_id: each for each in found if each is not None}


def entries_of_campaign(
    unit: Unit, campaign_id: str, *, before_id: int | None, limit: int
) -> list[tuple[int, AccountEntry]]:
    """Return what sales did to a campaign's coupons, the newest first, before a row."""
    query = select(coupon_entry).where(coupon_entry.c.campaign_id == campaign_id)
    if before_id is not None:
        query = query.where(coupon_entry.c.id < before_id)
    rows = unit.conn.execute(query.order_by(coupon_entry.c.id.desc()).limit(limit)).mappings()
    return [(int(row["id"]), _entry(row)) for row in rows]


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
            set_={
                "state": "held",
                "expires_ms": statement.excluded.expires_ms,
                "reserved_minor": statement.excluded.reserved_minor,
            },
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


def end_hold(unit: Unit, coupon_id: str, *, sale_id: str, state: str) -> int | None:
    """Say how a reservation ended: ``confirmed`` or ``released``.

    Returns what it had reserved of the budget, ``None`` where it had ended before.
    """
    reserved = unit.conn.execute(
        update(coupon_hold)
        .where(
            coupon_hold.c.coupon_id == coupon_id,
            coupon_hold.c.sale_id == sale_id,
            coupon_hold.c.state == "held",
        )
        .values(state=state)
        .returning(coupon_hold.c.reserved_minor)
    ).scalar()
    return None if reserved is None else int(reserved)


def end_old_holds(unit: Unit, campaign_id: str, *, ended_ms: int) -> int:
    """End the reservations of a campaign whose time was over; return what they had of its budget."""
    of_campaign = select(coupon.c.coupon_id).where(coupon.c.campaign_id == campaign_id)
    rows = unit.conn.execute(
        update(coupon_hold)
        .where(
            coupon_hold.c.state == "held",
            coupon_hold.c.expires_ms <= ended_ms,
            coupon_hold.c.coupon_id.in_(of_campaign),
        )
        .values(state="expired")
        .returning(coupon_hold.c.reserved_minor)
    )
    return sum(int(row.reserved_minor) for row in rows)


def free_expired(unit: Unit, campaign_id: str, *, expired_ms: int) -> int:
    """Take back what coupons of a campaign reserved that expired before a time; return how much it was."""
    which = (
        coupon.c.campaign_id == campaign_id,
        coupon.c.reserved_minor > 0,
        coupon.c.state.in_((*_OPEN, "expired")),
        coupon.c.expires_ms <= expired_ms,
    )
    # One that is being used just now keeps what it reserved.
    query = select(coupon.c.coupon_id, coupon.c.reserved_minor).where(*which)
    found = unit.conn.execute(query.with_for_update(skip_locked=True)).all()
    if found:
        ids = [row.coupon_id for row in found]
        unit.conn.execute(update(coupon).where(coupon.c.coupon_id.in_(ids)).values(reserved_minor=0))
    return sum(int(row.reserved_minor) for row in found)


def count_of_member(unit: Unit, campaign_id: str, *, member_id: str) -> int:
    """Return how many coupons of a campaign a member ever got."""
    query = select(func.count()).where(coupon.c.campaign_id == campaign_id, coupon.c.member_id == member_id)
    return int(unit.conn.execute(query).scalar_one())


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
    return _consume(unit, redemption, which=coupon.c.state.in_(_OPEN))


def consume_in_time(unit: Unit, redemption: Redemption) -> Coupon | None:
    """Consume a coupon that is over by now, and was not when its sale was made; None for any other."""
    in_time = coupon.c.expires_ms >= redemption.sold_ms
    return _consume(unit, redemption, which=and_(coupon.c.state == "expired", in_time))


def _consume(unit: Unit, redemption: Redemption, *, which: ColumnElement[bool]) -> Coupon | None:
    row = unit.conn.execute(
        update(coupon)
        .where(coupon.c.coupon_id == redemption.coupon_id, which)
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
        .values(
            state="returned",
            redeemed_sale_id=None,
            redeemed_store_id=None,
            redeemed_ms=None,
            # What it had reserved went with the sale; a budget may have no room for it any more.
            reserved_minor=0,
        )
        .returning(*coupon.c)
    ).mappings()
    return _coupon(row.first())


def used_by(unit: Unit, sale_id: str) -> list[str]:
    """Return the coupons that a sale or an order used, in order of their ids."""
    used = coupon.c.redeemed_sale_id == sale_id
    query = select(coupon.c.coupon_id).where(used).order_by(coupon.c.coupon_id)
    return [str(coupon_id) for coupon_id in unit.conn.execute(query).scalars()]


def open_account(unit: Unit, campaign_id: str) -> None:
    """Make a campaign's account, if it has none."""
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(coupon_account)
    unit.conn.execute(statement.values(campaign_id=campaign_id).on_conflict_do_nothing())


def change_account(
    unit: Unit, campaign_id: str, *, change: Change, budget_minor: int | None = None, total: int | None = None
) -> Account | None:
    """Check and change an account in one statement; ``None`` if budget or total have no room for it.

    Nobody else changes it before this unit ends.
    """
    columns = coupon_account.c
    which = [columns.campaign_id == campaign_id]
    if budget_minor is not None and change.spent_minor + change.reserved_minor > 0:
        taken = columns.spent_minor + columns.reserved_minor
        which.append(taken + change.spent_minor + change.reserved_minor <= budget_minor)
    if total is not None:
        which.append(columns.issued + columns.allotted + change.issued + change.allotted <= total)
    added = {name: columns[name] + value for name, value in asdict(change).items() if value}
    row = unit.conn.execute(
        update(coupon_account)
        .where(*which)
        .values(**(added or {"issued": columns.issued}))
        .returning(*columns)
    ).mappings()
    return _account(row.first())


def account(unit: Unit, campaign_id: str) -> Account | None:
    """Return a campaign's account, if it has one."""
    query = select(coupon_account).where(coupon_account.c.campaign_id == campaign_id)
    return _account(unit.conn.execute(query).mappings().first())


def set_offline(unit: Unit, campaign_id: str, *, values: Mapping[str, int | None]) -> None:
    """Note that a campaign lost its offline right, or has it again."""
    which = coupon_account.c.campaign_id == campaign_id
    unit.conn.execute(update(coupon_account).where(which).values(values))


def insert_act(unit: Unit, act: CampaignAct) -> None:
    """Keep what a person did about a campaign."""
    unit.conn.execute(campaign_act.insert().values(asdict(act)))


def end_blanks(unit: Unit, campaign_id: str) -> list[Coupon]:
    """Let no till print what it was given of a campaign and has not printed by now; return those."""
    rows = unit.conn.execute(
        update(coupon)
        .where(
            coupon.c.campaign_id == campaign_id,
            coupon.c.allotted_to.is_not(None),
            coupon.c.earned_sale_id.is_(None),
            coupon.c.use_until_ms > unit.now_ms,
        )
        .values(use_until_ms=unit.now_ms)
        .returning(*coupon.c)
    ).mappings()
    return [found for found in map(_coupon, rows) if found is not None]


def insert_entries(unit: Unit, entries: Sequence[AccountEntry], *, txid: int) -> None:
    """Write what sales did to coupons; what is known already is left out."""
    if entries:
        statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(coupon_entry)
        rows = [{**asdict(entry), "txid": txid} for entry in entries]
        unit.conn.execute(statement.on_conflict_do_nothing(), rows)


def entries_of(unit: Unit, *, txid: int, after_id: int) -> list[tuple[int, AccountEntry]]:
    """Return what a transaction wrote behind a row, in order."""
    query = (
        select(coupon_entry)
        .where(coupon_entry.c.txid == txid, coupon_entry.c.id > after_id)
        .order_by(coupon_entry.c.id)
    )
    return [(int(row["id"]), _entry(row)) for row in unit.conn.execute(query).mappings()]


def campaigns_to_expire(unit: Unit, *, ended_ms: int, away_ms: int) -> list[str]:
    """Return the campaigns of coupons whose time is over and that were not looked at yet, in order."""
    open_ones = (coupon.c.state.in_(("issued", "held", "returned")), coupon.c.expires_ms <= ended_ms)
    to_free = (coupon.c.state == "expired", coupon.c.reserved_minor > 0, coupon.c.expires_ms <= away_ms)
    unprinted = (
        coupon.c.allotted_to.is_not(None),
        coupon.c.earned_sale_id.is_(None),
        coupon.c.expires_ms <= away_ms,
    )
    query = select(coupon.c.campaign_id).where(or_(and_(*open_ones), and_(*to_free), and_(*unprinted)))
    return [
        str(row.campaign_id) for row in unit.conn.execute(query.distinct().order_by(coupon.c.campaign_id))
    ]


def expire(unit: Unit, campaign_id: str, *, ended_ms: int) -> list[Coupon]:
    """Let the unused coupons of a campaign that ended before a time be over; return those of wallets."""
    rows = unit.conn.execute(
        update(coupon)
        .where(
            coupon.c.campaign_id == campaign_id,
            coupon.c.state.in_(_OPEN),
            coupon.c.expires_ms <= ended_ms,
        )
        .values(state="expired")
        .returning(*coupon.c)
    ).mappings()
    found = [each for each in map(_coupon, rows) if each is not None and each.member_id is not None]
    return sorted(found, key=lambda each: each.coupon_id)


def forget_blanks(unit: Unit, campaign_id: str, *, expired_ms: int) -> int:
    """Let go of coupons that a till never said it printed, and that ended before a time; return how many."""
    rows = unit.conn.execute(
        update(coupon)
        .where(
            coupon.c.campaign_id == campaign_id,
            coupon.c.allotted_to.is_not(None),
            coupon.c.earned_sale_id.is_(None),
            coupon.c.expires_ms <= expired_ms,
        )
        .values(allotted_to=None)
        .returning(coupon.c.coupon_id)
    )
    return len(rows.all())


def last_turn_ms(unit: Unit, name: str) -> int:
    """Return when something was last done that one worker does every so often; 0 for never."""
    return int(unit.conn.execute(select(server_meta.c.value).where(server_meta.c.key == name)).scalar() or 0)


def take_turn(unit: Unit, name: str, *, every_ms: int) -> bool:
    """Return whether it is due, and note that this unit does it: of several at a time one does."""
    last_ms = last_turn_ms(unit, name)
    if unit.now_ms - last_ms < every_ms:
        return False
    statement = (sqlite.insert if unit.is_sqlite else postgresql.insert)(server_meta)
    ours = str(unit.now_ms)
    taken = unit.conn.execute(
        statement.values(key=name, value=ours)
        .on_conflict_do_update(
            index_elements=["key"], set_={"value": ours}, where=server_meta.c.value == str(last_ms)
        )
        .returning(server_meta.c.value)
    ).first()
    return taken is not None


def note_earned(unit: Unit, coupon_id: str, *, sale_id: str, from_minor: int) -> None:
    """Note the sale that a coupon was given with, and the least total of such a sale."""
    unit.conn.execute(
        update(coupon)
        .where(coupon.c.coupon_id == coupon_id)
        .values(earned_sale_id=sale_id, earned_from_minor=from_minor)
    )


def note_printed(unit: Unit, coupon_id: str, *, sale_id: str, expires_ms: int) -> None:
    """Note that a till printed a coupon with a sale, and until when the paper says that it is valid."""
    unit.conn.execute(
        update(coupon)
        .where(coupon.c.coupon_id == coupon_id)
        .values(earned_sale_id=sale_id, expires_ms=expires_ms, issued_ms=unit.now_ms)
    )


def bind(unit: Unit, bound: Coupon) -> None:
    """Write whose a coupon is now, and what follows from it."""
    unit.conn.execute(
        update(coupon)
        .where(coupon.c.coupon_id == bound.coupon_id)
        .values(
            member_id=bound.member_id,
            store_id=bound.store_id,
            flags=bound.flags,
            reserved_minor=bound.reserved_minor,
        )
    )


def earned_by(unit: Unit, sale_ids: Collection[str]) -> list[Coupon]:
    """Return the coupons that sales earned, in order of their ids."""
    if not sale_ids:
        return []
    query = select(coupon).where(coupon.c.earned_sale_id.in_(sorted(sale_ids))).order_by(coupon.c.coupon_id)
    return [found for found in map(_coupon, unit.conn.execute(query).mappings()) if found is not None]


def count_blanks(unit: Unit, campaign_id: str, *, till: tuple[str, int], usable_ms: int) -> int:
    """Return how many coupons a till (and its incarnation) may still print after a time."""
    query = select(func.count()).where(
        coupon.c.allotted_to == till[0],
        coupon.c.allotted_incarnation == till[1],
        coupon.c.campaign_id == campaign_id,
        coupon.c.earned_sale_id.is_(None),
        coupon.c.use_until_ms > usable_ms,
        coupon.c.state.in_(_OPEN),
    )
    return int(unit.conn.execute(query).scalar_one())


def redeemed_amount(unit: Unit, coupon_id: str, *, sale_id: str) -> int:
    """Return what a coupon took off in the sale that used it and that stands on the campaign's account."""
    query = select(func.sum(coupon_entry.c.amount_minor)).where(
        coupon_entry.c.coupon_id == coupon_id,
        coupon_entry.c.sale_id == sale_id,
        coupon_entry.c.kind.in_(("redeemed", "over_budget")),
    )
    return int(unit.conn.execute(query).scalar() or 0)


def _account(row: RowMapping | None) -> Account | None:
    return None if row is None else Account(**{name: row[name] for name in Account.__slots__})


def _entry(row: RowMapping) -> AccountEntry:
    return AccountEntry(**{name: row[name] for name in AccountEntry.__slots__})


def _find(unit: Unit, which: ColumnElement[bool]) -> Coupon | None:
    return _coupon(unit.conn.execute(select(coupon).where(which)).mappings().first())


def _coupon(row: RowMapping | None) -> Coupon | None:
    if row is None:
        return None
    columns = {name: row[name] for name in Coupon.__slots__}
    return Coupon(**{**columns, "short_code": row["short_code"] or ""})
