"""Takes the pages of the feed ``store``: rows and cursor in one transaction of ``till.db``."""

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from pydantic import ValidationError
from sqlalchemy import Table, delete, select
from sqlalchemy import text as sql
from sqlalchemy.dialects.sqlite import insert as upsert

from pos_app.services.order_model import Order
from pos_app.services.ports import AppliedPage
from pos_app.services.store_card import profile_of
from pos_app.storage.coupon_tables import coupon_blank, wallet_coupon
from pos_app.storage.member_tables import member
from pos_app.storage.order_json import order_from_doc
from pos_app.storage.repositories.members import member_values, put_aliases
from pos_app.storage.repositories.orders import order_row
from pos_app.storage.stock_tables import chain_place, goods_transfer, sold_day, stock_day
from pos_app.storage.tables import (
    campaign_use_level,
    customer_order,
    feed_row,
    issuer_keys,
    revoked,
    staff,
    stock,
)
from pos_app.storage.unit_of_work import SqlStore, SqlUnitOfWork
from retail_core.codes.errors import CodeError
from retail_core.codes.keys import SignedKeyList, open_key_list
from retail_core.people import KEPT_DAYS, erased_mark
from retail_core.wire.digests import BucketRows, bucket_of, row_digest, sum_of
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.feed import (
    BlankDoc,
    CampaignUseDoc,
    Change,
    CouponDoc,
    FeedPage,
    KeyListDoc,
    MemberDoc,
    OrderDoc,
    PlaceDoc,
    RevocationDoc,
    SoldDayDoc,
    StaffDoc,
    StockDayDoc,
    StockDoc,
    TransferDoc,
)

_DAY_MS = 24 * 3_600 * 1_000
_ARRIVED_KEPT_MS: Final = 90 * 24 * 3_600_000

_KEPT_PER_EPOCH = (
    staff,
    member,
    wallet_coupon,
    coupon_blank,
    campaign_use_level,
    customer_order,
    stock,
    goods_transfer,
    chain_place,
    stock_day,
    sold_day,
    revoked,
    feed_row,
)

_HELD = sql("""
SELECT kind, "key", digest FROM feed_row AS f WHERE CASE kind
  WHEN 'stock' THEN EXISTS (SELECT 1 FROM stock WHERE product_id = f."key")
  WHEN 'order' THEN EXISTS (SELECT 1 FROM customer_order WHERE order_id = f."key")
  WHEN 'place' THEN EXISTS (SELECT 1 FROM chain_place WHERE store_id = f."key")
  WHEN 'transfer' THEN EXISTS (SELECT 1 FROM goods_transfer WHERE transfer_id = f."key")
  WHEN 'stock_day' THEN EXISTS (SELECT 1 FROM stock_day WHERE business_day = f."key")
  WHEN 'sold_day' THEN EXISTS (SELECT 1 FROM sold_day WHERE weekday = f."key")
  WHEN 'staff' THEN EXISTS (SELECT 1 FROM staff WHERE staff_id = f."key")
  WHEN 'campaign_use' THEN EXISTS (SELECT 1 FROM campaign_use_level WHERE rule_id = f."key")
  WHEN 'revoked' THEN EXISTS (SELECT 1 FROM revoked WHERE what = substr(f."key", 1, instr(f."key", ':') - 1)
    AND id = substr(f."key", instr(f."key", ':') + 1))
  ELSE 1 END
""")
"""What was said and is there. Members are let go of when they have not come for long: that is no loss."""


class SqlFeedSink:
    """Writes what the server says of this store."""

    def __init__(self, store: SqlStore, *, pin_pepper: bytes) -> None:
        """Keep the store.

        Args:
            store: Where to write.
            pin_pepper: Keys what is kept of a PIN's digest; the digest itself is dropped.
        """
        self._store = store
        self._pin_pepper = pin_pepper

    def cursor(self) -> str:
        """Return the cursor that was reached."""
        with self._store.read() as work:
            return work.sync_state.get().store_cursor

    def apply_store_page(self, page: FeedPage, *, now_ms: int) -> AppliedPage:
        """Write a page; see ``pos_app.services.ports.FeedSink``."""
        with self._store.write() as work:
            epoch = work.epoch + (1 if page.reset else 0)
            application = _Application(work, page, epoch=epoch, pin_pepper=self._pin_pepper, now_ms=now_ms)
            for change in page.changes:
                application.apply(change)
            if not page.more:
                _keep_own(work, epoch, applied_through=page.applied_through)
                _drop_older(work, epoch)
            _advance(work, page, epoch=epoch, now_ms=now_ms)
            return application.result()

    def digest(self) -> tuple[str, dict[str, int], tuple[str, ...]]:
        """Return cursor, things of each kind, and bucket digests; see ``pos_app.services.ports.FeedRows``."""
        with self._store.read() as work:
            rows = ((row.kind, row.key, row.digest) for row in work.connection.execute(_HELD))
            return work.sync_state.get().store_cursor, *sum_of(rows)

    def repair(self, rows: BucketRows, *, now_ms: int) -> AppliedPage:
        """Make a bucket what the server says; see ``pos_app.services.ports.FeedRows``."""
        with self._store.write() as work:
            state = work.sync_state.get()
            right = {(change.kind, change.key): change for change in rows.changes}
            page = FeedPage(
                feed="store",
                changes=_wrong(work, rows, right=right) if state.store_cursor == rows.cursor else (),
                next=state.store_cursor,
                more=False,
                reset=False,
                applied_through=state.applied_through,
                server_ms=0,
            )
            application = _Application(
                work, page, epoch=work.epoch, pin_pepper=self._pin_pepper, now_ms=now_ms
            )
            for change in page.changes:
                application.apply(change)
            return application.result()


def _wrong(
    work: SqlUnitOfWork, rows: BucketRows, *, right: dict[tuple[str, str], Change]
) -> tuple[Change, ...]:
    """Return what has to be written or taken out so that a bucket is what it should be."""
    held = {(row.kind, row.key): row.digest for row in work.connection.execute(_HELD)}
    known = work.connection.execute(select(feed_row.c.kind, feed_row.c.key))
    gone = [
        Change(kind=row.kind, key=row.key, doc=None)
        for row in known
        if (row.kind, row.key) not in right and bucket_of(row.kind, row.key) == rows.bucket
    ]
    wrong = [
        change
        for place, change in right.items()
        if change.doc is not None and held.get(place) != row_digest(*place, doc=change.doc)
    ]
    return (*gone, *wrong)


@dataclass(slots=True)
class _Application:
    """One page on its way into the tables."""

    work: SqlUnitOfWork
    page: FeedPage
    epoch: int
    pin_pepper: bytes
    now_ms: int
    _kinds: set[str] = field(default_factory=set)
    _new_orders: list[tuple[str, str]] = field(default_factory=list)
    _changed_orders: list[str] = field(default_factory=list)
    _refused: list[tuple[str, str, str]] = field(default_factory=list)

    def result(self) -> AppliedPage:
        """Return what the page brought."""
        return AppliedPage(
            kinds=frozenset(self._kinds),
            new_orders=tuple(self._new_orders),
            changed_orders=tuple(self._changed_orders),
            refused=tuple(self._refused),
        )

    def apply(self, change: Change) -> None:
        """Write one change; a document that cannot be used is noted and passed over."""
        self._remember(change)
        write = self._writers().get(change.kind)
        if write is None:
            return
        self._kinds.add(change.kind)
        text = None if change.doc is None else json.dumps(change.doc, ensure_ascii=False)
        try:
            write(change.key, text)
        except ValidationError:
            self._refused.append((change.kind, change.key, "feed.bad_document"))
        except CodeError as error:
            self._refused.append((change.kind, change.key, error.code))

    def _writers(self) -> dict[str, Callable[[str, str | None], None]]:
        return {
            "stock": self._stock,
            "transfer": self._transfer,
            "place": self._place,
            "stock_day": self._stock_day,
            "sold_day": self._sold_day,
            "member": self._member,
            "coupon": self._coupon,
            "blank": self._blank,
            "campaign_use": self._campaign_use,
            "staff": self._staff,
            "order": self._order,
            "keys": self._keys,
            "revoked": self._revoked,
            "settings": self._settings,
        }

    def _remember(self, change: Change) -> None:
        """Keep what was said, whether this release can use it or not, so that the server can be compared."""
        digest = None if change.doc is None else row_digest(change.kind, change.key, doc=change.doc)
        values: dict[str, object] | None = None if digest is None else {"digest": digest}
        self._put(feed_row, {"kind": change.kind, "key": change.key}, values=values)

    def _put(self, table: Table, key: dict[str, str], *, values: dict[str, object] | None) -> None:
        """Upsert a row of this epoch, or delete it when there are no values."""
        connection = self.work.connection
        if values is None:
            query = delete(table)
            for name, value in key.items():
                query = query.where(table.c[name] == value)
            connection.execute(query)
            return
        row = {**key, **values, "epoch": self.epoch}
        connection.execute(
            upsert(table).values(row).on_conflict_do_update(index_elements=list(key), set_=row)
        )

    def _stock(self, key: str, text: str | None) -> None:
        doc = None if text is None else StockDoc.model_validate_json(text)
        values = None if doc is None else doc.model_dump(mode="json", exclude={"product_id"})
        self._put(stock, {"product_id": key}, values=values)

    def _transfer(self, key: str, text: str | None) -> None:
        connection = self.work.connection
        own = goods_transfer.c.own_seq
        found = connection.execute(select(own).where(goods_transfer.c.transfer_id == key)).first()
        if found is not None and (found.own_seq or 0) > self.page.applied_through:
            # It was sent or taken in here, and the page does not contain that yet.
            connection.execute(
                goods_transfer.update().where(goods_transfer.c.transfer_id == key).values(epoch=self.epoch)
            )
            return
        if text is None:
            self._transfer_ended(key)
            return
        values = TransferDoc.model_validate_json(text).model_dump(mode="json", exclude={"transfer_id"})
        values |= {"arrived": False, "own_seq": None}
        self._put(goods_transfer, {"transfer_id": key}, values=values)

    def _transfer_ended(self, key: str) -> None:
        """Keep for a while that a transfer was taken in: its paper may be scanned again."""
        transfers = goods_transfer.c
        connection = self.work.connection
        connection.execute(
            goods_transfer.update()
            .where(transfers.transfer_id == key)
            .values(arrived=True, own_seq=None, epoch=self.epoch)
        )
        long_ago = transfers.sent_ms < self.now_ms - _ARRIVED_KEPT_MS
        connection.execute(
            delete(goods_transfer).where(transfers.arrived, transfers.own_seq.is_(None), long_ago)
        )

    def _place(self, key: str, text: str | None) -> None:
        doc = None if text is None else PlaceDoc.model_validate_json(text)
        values = None if doc is None else doc.model_dump(exclude={"store_id"})
        self._put(chain_place, {"store_id": key}, values=values)

    def _stock_day(self, key: str, text: str | None) -> None:
        doc = None if text is None else StockDayDoc.model_validate_json(text)
        values = None if doc is None else doc.model_dump(exclude={"business_day"})
        self._put(stock_day, {"business_day": key}, values=values)

    def _sold_day(self, key: str, text: str | None) -> None:
        doc = None if text is None else SoldDayDoc.model_validate_json(text)
        values: dict[str, object] | None = None
        if doc is not None:
            sold = [[each.product_id, each.qty_milli] for each in doc.sold]
            values = {"business_day": doc.business_day, "sold": sold}
        self._put(sold_day, {"weekday": key}, values=values)

    def _member(self, key: str, text: str | None) -> None:
        found = self.work.connection.execute(
            select(member.c.own_seq).where(member.c.member_id == key)
        ).first()
        if found is not None and (found.own_seq or 0) > self.page.applied_through:
            # Somebody joined here, or was written about, and the page does not contain that yet.
            self.work.connection.execute(
                member.update().where(member.c.member_id == key).values(epoch=self.epoch)
            )
            return
        doc = None if text is None else MemberDoc.model_validate_json(text)
        if doc is not None and 0 < doc.visited_ms < self.now_ms - KEPT_DAYS * _DAY_MS:
            doc = None  # no visit for so long: not kept here (docs/rules/members.md)
        values = None if doc is None else _member_values(doc, now_ms=self.now_ms)
        self._put(member, {"member_id": key}, values=values)
        merged = () if doc is None else tuple((each.member_id, each.alias) for each in doc.merged)
        put_aliases(self.work.connection, key, merged=merged)

    def _coupon(self, key: str, text: str | None) -> None:
        doc = None if text is None else CouponDoc.model_validate_json(text)
        values = None if doc is None else doc.model_dump(exclude={"coupon_id", "member_id"})
        self._put(wallet_coupon, {"coupon_id": key}, values=values)

    def _blank(self, key: str, text: str | None) -> None:
        """Keep a coupon that this till may print; those of the store's other tills are none of ours."""
        doc = None if text is None else BlankDoc.model_validate_json(text)
        identity = self.work.terminal.get()
        mine = None if identity is None else (identity.terminal, identity.incarnation)
        if doc is not None and (doc.terminal, doc.incarnation) != mine:
            doc = None
        values = None if doc is None else doc.model_dump(exclude={"coupon_id", "terminal", "incarnation"})
        self._put(coupon_blank, {"coupon_id": key}, values=values)

    def _campaign_use(self, key: str, text: str | None) -> None:
        doc = None if text is None else CampaignUseDoc.model_validate_json(text)
        self._put(campaign_use_level, {"rule_id": key}, values=None if doc is None else {"times": doc.count})

    def _staff(self, key: str, text: str | None) -> None:
        if text is None:
            # The name stays for receipts and reports; the person cannot sign in any more.
            self.work.connection.execute(
                staff.update().where(staff.c.staff_id == key).values(active=False, epoch=self.epoch)
            )
            return
        doc = StaffDoc.model_validate_json(text)
        digest = bytes.fromhex(doc.pin_digest)
        values: dict[str, object] = {
            "name": doc.name,
            "role": doc.role,
            "rights": dict(doc.rights),
            "pin_salt": bytes.fromhex(doc.pin_salt),
            "pin_ops": doc.pin_ops,
            "pin_mem": doc.pin_mem,
            "pin_hmac": hmac.digest(self.pin_pepper, digest, hashlib.sha256),
            "badge_mac": doc.badge_mac,
            "active": doc.active,
        }
        self._put(staff, {"staff_id": key}, values=values)

    def _order(self, key: str, text: str | None) -> None:
        row = self.work.connection.execute(
            select(
                customer_order.c.state, customer_order.c.touched_incarnation, customer_order.c.touched_seq
            ).where(customer_order.c.order_id == key)
        ).first()
        if row is not None and self._is_ahead(row.touched_incarnation, row.touched_seq):
            self.work.connection.execute(
                customer_order.update().where(customer_order.c.order_id == key).values(epoch=self.epoch)
            )
            return
        order = None if text is None else _order(text)
        self._put(customer_order, {"order_id": key}, values=None if order is None else order_row(order))
        if order is not None and row is None and order.state == "placed":
            self._new_orders.append((key, order.number))
        elif order is None or row is None or row.state != order.state:
            self._changed_orders.append(key)

    def _is_ahead(self, incarnation: int, seq: int) -> bool:
        """Tell whether this till took a step that the page does not contain yet."""
        identity = self.work.terminal.get()
        return (
            identity is not None and incarnation == identity.incarnation and seq > self.page.applied_through
        )

    def _keys(self, key: str, text: str | None) -> None:
        del key
        identity = self.work.terminal.get()
        if text is None or identity is None:
            return
        doc = KeyListDoc.model_validate_json(text)
        held = self.work.sync_state.key_list()
        opened = open_key_list(
            SignedKeyList(doc.document, doc.signature),
            root_public_key=identity.root_public_key,
            tenant=identity.tenant,
            least_version=0 if held is None else held.version,
        )
        row = {"place": 1, "version": opened.version, "document": doc.document, "signature": doc.signature}
        self.work.connection.execute(
            upsert(issuer_keys).values(row).on_conflict_do_update(index_elements=["place"], set_=row)
        )

    def _settings(self, key: str, text: str | None) -> None:
        """Keep what the store has decided anew; what it is (its number, its currency) never changes."""
        identity = self.work.terminal.get()
        if text is None or identity is None:
            return
        profile = profile_of(StoreCard.model_validate_json(text))
        is_ours = (profile.store_id, profile.number, profile.currency) == (
            identity.store.store_id,
            identity.store.number,
            identity.store.currency,
        )
        if not is_ours:
            self._refused.append(("settings", key, "feed.bad_document"))
        elif profile != identity.store:
            self.work.terminal.put(replace(identity, store=profile), self.work.terminal.device_seed())

    def _revoked(self, key: str, text: str | None) -> None:
        what, _, identifier = key.partition(":")
        doc = None if text is None else RevocationDoc.model_validate_json(text)
        if doc is not None:
            what, identifier = doc.what, doc.id
        values: dict[str, object] | None = None if doc is None else {"reason": doc.reason}
        self._put(revoked, {"what": what, "id": identifier}, values=values)
        if doc is not None and what == "member":
            self._forget_member(identifier)

    def _forget_member(self, mark: str) -> None:
        """Let a member go who was erased at head office: a look-up may have left one of any store here."""
        connection = self.work.connection
        for row in connection.execute(select(member.c.member_id, member.c.alias)).all():
            if erased_mark(row.alias) == mark:
                connection.execute(delete(member).where(member.c.member_id == row.member_id))
                connection.execute(delete(wallet_coupon).where(wallet_coupon.c.alias == row.alias))
                put_aliases(connection, row.member_id, merged=())


def _member_values(doc: MemberDoc, *, now_ms: int) -> dict[str, object]:
    """Return a member's columns; the feed keeps them current, so no entry of ours is named."""
    values = doc.model_dump(mode="json", exclude={"member_id"})
    return {
        **member_values(values),
        "merged": [[each.member_id, each.alias] for each in doc.merged],
        # Where no visit is known, the member is kept for as long as one who came today.
        "visited_ms": doc.visited_ms or now_ms,
        "seen_through": None,
        "own_seq": None,
    }


def _order(text: str) -> Order:
    return order_from_doc(OrderDoc.model_validate_json(text))


def _keep_own(work: SqlUnitOfWork, epoch: int, *, applied_through: int) -> None:
    """Keep members and transfers of which the server does not know yet what was stated here."""
    for table in (member, goods_transfer):
        work.connection.execute(table.update().where(table.c.own_seq > applied_through).values(epoch=epoch))


def _drop_older(work: SqlUnitOfWork, epoch: int) -> None:
    """Drop what a completed reset did not bring again; people keep their names but not their access."""
    for table in _KEPT_PER_EPOCH:
        if table is staff:
            work.connection.execute(
                staff.update().where(staff.c.epoch < epoch).values(active=False, epoch=epoch)
            )
        else:
            work.connection.execute(delete(table).where(table.c.epoch < epoch))


def _advance(work: SqlUnitOfWork, page: FeedPage, *, epoch: int, now_ms: int) -> None:
    state = replace(work.sync_state.get(), store_cursor=page.next)
    if page.reset:
        # A server that was put back from a backup may have lost what it had acknowledged: it gets that again.
        acked = min(state.acked_through, page.applied_through)
        state = replace(state, acked_through=acked, expected=acked + 1)
    if not page.more:
        # Only the last page vouches for all rows: before it, some of our movements are still to come.
        state = replace(state, applied_through=page.applied_through, store_page_ms=now_ms, keys_ms=now_ms)
    work.sync_state.put(state)
    work.sync_state.put_columns({"epoch": epoch})
