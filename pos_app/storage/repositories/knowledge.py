"""What the till knows beside its facts: coupon uses, sync state, settings, its identity."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields

from sqlalchemy import Connection, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from pos_app.services.blank_model import Blank
from pos_app.services.errors import StorageError
from pos_app.services.records import (
    KeyList,
    Names,
    Reward,
    StoreProfile,
    SyncState,
    Terminal,
    WalletCoupon,
)
from pos_app.storage.coupon_tables import coupon_blank, wallet_coupon
from pos_app.storage.member_tables import member, member_alias
from pos_app.storage.repositories.kept_reports import SqlKeptReports
from pos_app.storage.repositories.rows import AnyRow, first, place_of
from pos_app.storage.tables import (
    coupon_issue,
    coupon_return,
    coupon_use,
    issuer_keys,
    revoked,
    settings,
    sync_state,
    terminal,
)
from retail_core.codes.platform import Channel, CodeForm
from retail_core.journal import Entry
from retail_core.points import PointsTerms
from retail_core.stored_value import TopUpOffer, ValueTerms
from retail_core.tenders import TenderOffer

_SYNC_COLUMNS = tuple(sync_state.c[field.name] for field in fields(SyncState))


class SqlCoupons:
    """Coupons that were used here, and those that the server revoked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_used(self, coupon_id: str) -> bool:
        query = select(
            select(func.count()).where(coupon_use.c.coupon_id == coupon_id).scalar_subquery(),
            select(func.count()).where(coupon_return.c.coupon_id == coupon_id).scalar_subquery(),
        )
        row = first(self._connection, query)
        assert row is not None
        return int(row[0]) > int(row[1])

    def is_revoked(self, what: str, identifier: str) -> bool:
        query = select(revoked.c.id).where(revoked.c.what == what, revoked.c.id == identifier)
        return first(self._connection, query) is not None

    def wallet(self, alias: str) -> Sequence[WalletCoupon]:
        columns = [wallet_coupon.c[field.name] for field in fields(WalletCoupon)]
        query = select(*columns).where(wallet_coupon.c.alias == alias)
        rows = self._connection.execute(query.order_by(wallet_coupon.c.expires_ms, wallet_coupon.c.coupon_id))
        return [WalletCoupon(*row) for row in rows]

    def drop_ended(self, now_ms: int) -> int:
        known = select(member.c.alias).union(select(member_alias.c.alias))
        gone = or_(wallet_coupon.c.expires_ms <= now_ms, wallet_coupon.c.alias.not_in(known))
        dropped = self._connection.execute(delete(wallet_coupon).where(gone)).rowcount
        blanks = delete(coupon_blank).where(coupon_blank.c.use_until_ms <= now_ms)
        return dropped + self._connection.execute(blanks).rowcount

    def blanks(self, total_minor: int, *, now_ms: int, use: str = "sale") -> Sequence[Blank]:
        columns = [coupon_blank.c[field.name] for field in fields(Blank)]
        printed = select(coupon_issue.c.coupon_id)
        query = select(*columns).where(
            coupon_blank.c.use == use,
            coupon_blank.c.from_minor <= total_minor,
            coupon_blank.c.use_until_ms > now_ms,
            coupon_blank.c.coupon_id.not_in(printed),
        )
        order = (coupon_blank.c.campaign_id, coupon_blank.c.use_until_ms, coupon_blank.c.coupon_id)
        found: dict[str, Blank] = {}
        for row in self._connection.execute(query.order_by(*order)):
            found.setdefault(row.campaign_id, Blank(*row))
        return list(found.values())

    def add_issue(self, blank: Blank, *, sale_id: str, expires_ms: int, entry: Entry) -> None:
        self._connection.execute(
            insert(coupon_issue),
            {
                "coupon_id": blank.coupon_id,
                "sale_id": sale_id,
                "campaign_id": blank.campaign_id,
                "code": blank.code,
                "short_code": blank.short_code,
                "expires_ms": expires_ms,
                **place_of(entry),
            },
        )
        self._connection.execute(delete(coupon_blank).where(coupon_blank.c.coupon_id == blank.coupon_id))

    def issue_codes(self, sale_id: str) -> Mapping[str, tuple[str, str]]:
        query = select(coupon_issue.c.coupon_id, coupon_issue.c.code, coupon_issue.c.short_code)
        rows = self._connection.execute(query.where(coupon_issue.c.sale_id == sale_id))
        return {str(coupon_id): (str(code), str(short)) for coupon_id, code, short in rows}

    def offline_uses(self, since_ms: int) -> tuple[int, int]:
        query = select(func.count(), func.coalesce(func.sum(coupon_use.c.amount_minor), 0)).where(
            coupon_use.c.mode == "offline", coupon_use.c.used_ms >= since_ms
        )
        row = first(self._connection, query)
        assert row is not None
        return int(row[0]), int(row[1])


class SqlSyncState:
    """Where the till stands against the server."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> SyncState:
        row = first(self._connection, select(*_SYNC_COLUMNS))
        return SyncState() if row is None else SyncState(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name

    def put(self, state: SyncState) -> None:
        self.put_columns(asdict(state))

    def put_columns(self, values: Mapping[str, object]) -> None:
        """Keep some columns of the one row."""
        row = {"place": 1, **values}
        self._connection.execute(
            upsert(sync_state).values(row).on_conflict_do_update(index_elements=["place"], set_=row)
        )

    @property
    def answers(self) -> SqlKeptReports:
        return SqlKeptReports(self._connection)

    def key_list(self) -> KeyList | None:
        row = first(
            self._connection, select(issuer_keys.c.version, issuer_keys.c.document, issuer_keys.c.signature)
        )
        return None if row is None else KeyList(row.version, row.document, row.signature)


class SqlSettings:
    """Settings of this till."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: str = "") -> str:
        row = first(self._connection, select(settings.c.value).where(settings.c.name == name))
        return default if row is None else str(row.value)

    def put(self, name: str, value: str) -> None:
        self._connection.execute(
            upsert(settings)
            .values(name=name, value=value)
            .on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )


class SqlTerminal:
    """The till's identity, one row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Terminal | None:
        row = first(self._connection, select(terminal))
        return None if row is None else _terminal(row)

    def device_seed(self) -> bytes:
        row = first(self._connection, select(terminal.c.device_seed))
        if row is None:
            raise StorageError("till.not_enrolled")
        return bytes(row.device_seed)

    def put(self, terminal_: Terminal, device_seed: bytes) -> None:
        doc = asdict(terminal_)
        del doc["root_public_key"], doc["phone_mac_key"]
        self._connection.execute(
            insert(terminal).prefix_with("OR REPLACE"),
            {
                "place": 1,
                "terminal": terminal_.terminal,
                "incarnation": terminal_.incarnation,
                "doc": doc,
                "root_public_key": terminal_.root_public_key,
                "phone_mac_key": terminal_.phone_mac_key,
                "device_seed": device_seed,
            },
        )


def _terminal(row: AnyRow) -> Terminal:
    doc = dict(row.doc)
    profile = dict(doc.pop("store"))
    profile["languages"] = tuple(profile["languages"])
    if "tenders" in profile:
        profile["tenders"] = tuple(TenderOffer(**offer) for offer in profile["tenders"])
    if profile.get("points") is not None:
        profile["points"] = PointsTerms(**profile["points"])
    profile["rewards"] = tuple(
        Reward(**{**each, "names": Names(**each["names"])}) for each in profile.get("rewards", ())
    )
    if profile.get("stored_value") is not None:
        terms = profile["stored_value"]
        offers = tuple(TopUpOffer(**offer) for offer in terms["offers"])
        profile["stored_value"] = ValueTerms(**{**terms, "offers": offers})
    profile["channels"] = tuple(
        Channel(each["channel"], each["name"], tuple(CodeForm(**form) for form in each["codes"]))
        for each in profile.get("channels", ())
    )
    if "tiers" in profile:
        profile["tiers"] = tuple((str(tier), int(minor)) for tier, minor in profile["tiers"])
    return Terminal(
        **doc,
        store=StoreProfile(**profile),
        root_public_key=bytes(row.root_public_key),
        phone_mac_key=bytes(row.phone_mac_key),
    )
