"""Erasing a customer, and letting go of personal parts when their time is over.

A member's clock and that of the books are different ones: sales, points and coupons stay for the legal
period under a pseudonym that nobody can turn back. The journal stays whole, because the chain covers the
personal part's hash only (DESIGN, "The journal is the outbox").
"""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Final

from central_api.coupons import service as coupons
from central_api.erasing import repository
from central_api.feed import service as feed
from central_api.feed.schemas import EVERYWHERE, STORE, Publication
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.orders import service as orders
from central_api.proving import service as proving
from retail_core.people import erased_mark
from retail_core.wire.feed import RevocationDoc

LEAST_DAYS: Final = 35
"""Tills keep what was acknowledged for as long, and may have to send it again to a restored server."""

_DAY_MS: Final = 24 * 3_600 * 1_000


@dataclass(frozen=True, slots=True)
class Erased:
    """What was let go of: entries of the journal, entries kept aside, orders; ``pseudonym`` of a member."""

    entries: int
    aside: int
    orders: int
    pseudonym: str = ""

    def as_dict(self) -> dict[str, object]:
        """Return it as the command prints it."""
        return asdict(self)


def erase_member(unit: Unit, member_id: str) -> Erased:
    """Forget a member, and the accounts that were merged into it, here and at the tills of their home stores.

    Raises:
        ApiError: 404 ``member.unknown``; 409 ``member.has_open_order``: hand it over or cancel it first.
    """
    accounts = repository.accounts(unit, member_id)
    if not accounts:
        raise ApiError(404, "member.unknown", detail=member_id)
    names = [name for found_id, alias, _ in accounts for name in (found_id, alias)]
    member_id = accounts[0][0]
    if repository.open_orders(unit, member_id):
        raise ApiError(409, "member.has_open_order", detail=member_id)
    for coupon_id in repository.open_coupons(unit, member_id):
        coupons.revoke(unit, coupon_id, reason="erased")
    members.settle(unit)
    proving.forget(unit, member_id)
    orders.forget_held(unit, member_id=member_id)
    changed = repository.forget_in_orders(unit, member_id=member_id)
    entries = repository.forget_in_journal(unit, naming=names)
    aside = repository.forget_aside(unit, naming=names)
    pseudonym = f"erased-{secrets.token_hex(8)}"
    repository.remember(unit, [_mark(name) for name in names])
    for number, (merged_id, _, _) in enumerate(accounts[1:], start=1):
        repository.name_by_pseudonym(unit, merged_id, pseudonym=f"{pseudonym}-{number}")
    repository.name_by_pseudonym(unit, member_id, pseudonym=pseudonym)
    _refuse_their_codes(unit, [alias for _, alias, _ in accounts])
    homes = sorted({home for _, _, home in accounts if home is not None})
    for home in homes:
        for found_id, _, _ in accounts:
            feed.publish(unit, STORE, scope=home, kind="member", key=found_id, doc=None)
    orders.republish(unit, changed)
    return Erased(entries, aside, len(changed), pseudonym)


def export_member(unit: Unit, member_id: str) -> dict[str, object]:
    """Return everything that is known of a member, as somebody may ask for it.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    accounts = repository.accounts(unit, member_id)
    if not accounts:
        raise ApiError(404, "member.unknown", detail=member_id)
    names = [name for found_id, alias, _ in accounts for name in (found_id, alias)]
    return {
        "accounts": repository.member_rows(unit, [found_id for found_id, _, _ in accounts]),
        "tables": repository.rows_naming(unit, accounts[0][0]),
        "facts": repository.facts_naming(unit, names),
    }


def erased_among(unit: Unit, names: Collection[str]) -> set[str]:
    """Return who of members' ids and aliases was erased: a till that was away still sends facts of them."""
    by_mark = {_mark(name): name for name in names}
    return {by_mark[mark] for mark in repository.remembered(unit, by_mark)} if by_mark else set()


def _mark(name: str) -> str:
    """Return what is kept of somebody who was erased: enough to know the name again, not to tell it."""
    return f"erased:{hashlib.sha256(name.encode()).hexdigest()}"


def _refuse_their_codes(unit: Unit, aliases: Collection[str]) -> None:
    """Tell the tills of all stores that codes and cards of these aliases count no more, in whatever hands."""
    docs = [RevocationDoc(what="member", id=erased_mark(alias), reason="erased") for alias in aliases]
    publications = [Publication("revoked", f"member:{doc.id}", doc.model_dump(mode="json")) for doc in docs]
    feed.publish_many(unit, STORE, scope=EVERYWHERE, publications=publications)


def forget_older(unit: Unit, days: int) -> Erased:
    """Delete personal parts of the journal and names on ended orders that are older than some days.

    Raises:
        ApiError: 422 ``personal.too_young``: fewer than :data:`LEAST_DAYS`.
    """
    if days < LEAST_DAYS:
        raise ApiError(422, "personal.too_young", detail=str(LEAST_DAYS))
    before_ms = unit.now_ms - days * _DAY_MS
    entries = repository.forget_in_journal(unit, received_before_ms=before_ms)
    aside = repository.forget_aside(unit, received_before_ms=before_ms)
    changed = repository.forget_in_orders(unit, placed_before_ms=before_ms)
    orders.republish(unit, changed)
    return Erased(entries, aside, len(changed))
