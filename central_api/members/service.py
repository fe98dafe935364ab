"""Who members are, what they earn, and what tills may know of them.

Points are insert-only entries, each reference and rule once; :func:`settle` adds their sums to the balances
once at the end of a unit of work, in order of the member, as stock does and for the same reason.
"""

import secrets
from collections.abc import Iterable, Sequence
from itertools import groupby

from central_api.feed import service as feed
from central_api.feed.schemas import STORE, Publication
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import repository
from central_api.members.schemas import Member, NewMember, Points
from central_api.uses import service as uses
from retail_core.people import TIERS, mask_name, phone_digits, phone_mac
from retail_core.wire.counter import MemberLookup
from retail_core.wire.facts import SaleCompleted, SalePerson
from retail_core.wire.feed import MemberDoc, MemberUseDoc

EARNED = "earned"
"""The rule under which a sale's own points stand in the ledger."""

RETURNED = "returned"
"""The rule under which points go with returned goods; the sale that had given them follows it."""

_MEMO_SETTLED = "members.settled"
_MEMO_COUPONS = "members.coupons:"


def new_alias() -> str:
    """Return an alias for a new member: what member codes carry instead of a name."""
    return secrets.token_hex(8)


def register(unit: Unit, members: Sequence[NewMember]) -> None:
    """Register members, or change their name, phone, tier and home; tell the tills of their home stores.

    Raises:
        ApiError: 422 ``member.tier``.
    """
    if not members:
        return
    key = keys.phone_mac_key(unit)
    for person in members:
        if person.tier not in TIERS:
            raise ApiError(422, "member.tier", detail=person.tier)
    repository.insert(unit, [_row(person, key) for person in members])
    publish(unit, [person.member_id for person in members])


def lookup(unit: Unit, question: MemberLookup) -> MemberDoc | None:
    """Return the member of a phone number's fingerprint or of a code's alias, masked."""
    found = None
    if question.alias:
        found = repository.by_alias(unit, question.alias)
    elif question.phone_mac:
        found = repository.by_phone_mac(unit, question.phone_mac)
    return None if found is None else as_doc(unit, found)


def find_by_phone(unit: Unit, phone: str) -> Member | None:
    """Return the member with this phone number."""
    return repository.by_phone_mac(unit, phone_mac(keys.phone_mac_key(unit), phone))


def get(unit: Unit, member_id: str) -> Member:
    """Return a member.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    found = repository.by_ids(unit, [member_id])
    if not found:
        raise ApiError(404, "member.unknown")
    return found[0]


def hold(unit: Unit, member_id: str) -> Member:
    """Return a member of whom nobody else enters anything before this unit ends.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    repository.lock(unit, member_id)
    return get(unit, member_id)


def get_many(unit: Unit, member_ids: Iterable[str]) -> list[Member]:
    """Return the members that are known of ``member_ids``, in order of the id."""
    return repository.by_ids(unit, member_ids)


def apply_sale(
    unit: Unit, context: FactContext, *, sale: SaleCompleted, person: SalePerson | None
) -> list[DoubtfulFact]:
    """Enter the points that a sale gave its member, none perhaps, and that the member bought something."""
    if person is None:
        return []
    found = buyer(unit, person)
    if found is None:
        return [DoubtfulFact("member.unknown", {"sale_id": sale.sale_id})]
    if sale.lines:
        entry = Points(
            member_id=found.member_id,
            ref=sale.sale_id,
            rule=EARNED,
            points=sale.points_earned,
            store_id=context.store_id,
            earned_ms=context.wall_ms,
            entry_id=context.entry_id,
            purchases=1,
        )
        repository.insert_points(unit, [entry], txid=feed.txid(unit))
    return []


def apply_returns(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[DoubtfulFact]:
    """Take the points of returned goods from whom they were given to; the balance may fall below zero."""
    entries = []
    for back in sale.returned:
        if back.sale_id is None or not back.points_reversed:
            continue
        earner = repository.member_of(unit, ref=back.sale_id, rule=EARNED)
        if earner is not None:
            entries.append(
                Points(
                    member_id=earner,
                    ref=sale.sale_id,
                    rule=f"{RETURNED}:{back.sale_id}",
                    points=-back.points_reversed,
                    store_id=context.store_id,
                    earned_ms=context.wall_ms,
                    entry_id=context.entry_id,
                )
            )
    repository.insert_points(unit, entries, txid=feed.txid(unit))
    return []


def give(unit: Unit, entries: Sequence[Points]) -> None:
    """Enter points from elsewhere; the balances follow at :func:`settle`."""
    repository.insert_points(unit, entries, txid=feed.txid(unit))


def count_coupons(unit: Unit, member_id: str, *, change: int) -> None:
    """Note that a wallet holds more or fewer coupons; the number follows at :func:`settle`."""
    name = _MEMO_COUPONS + member_id
    unit.memo[name] = unit.memo.get(name, 0) + change


def is_first_purchase(unit: Unit, person: Member) -> bool:
    """Return whether it is known that somebody bought nothing so far, in this unit either."""
    return person.is_new and repository.purchases_of(unit, person.member_id) <= 0


def settle(unit: Unit, *, changed: Iterable[str] = ()) -> None:
    """Add what this unit gave since the last call to the balances, and publish who changed.

    ``changed`` are members of whom something else changed that tills are told.
    """
    txid = feed.txid(unit)
    points = repository.points_of(unit, txid=txid, after_id=unit.memo.get(_MEMO_SETTLED, 0))
    coupons = {
        name.removeprefix(_MEMO_COUPONS): unit.memo.pop(name)
        for name in [name for name in unit.memo if name.startswith(_MEMO_COUPONS)]
    }
    summed = sorted(points.keys() | coupons.keys())
    if summed:
        repository.add(unit, [(name, *points.get(name, (0, 0)), coupons.get(name, 0)) for name in summed])
    if points:
        unit.memo[_MEMO_SETTLED] = repository.last_points_id(unit, txid)
    publish(unit, {*summed, *changed})


def publish(unit: Unit, member_ids: Iterable[str]) -> None:
    """Tell the tills of the members' home stores how the members stand."""
    found = [person for person in repository.by_ids(unit, member_ids) if person.home_store is not None]
    found.sort(key=lambda person: (person.home_store or "", person.member_id))
    used = uses.of_members(unit, [person.member_id for person in found])
    for store_id, people in groupby(found, key=lambda person: person.home_store or ""):
        feed.publish_many(
            unit,
            STORE,
            scope=store_id,
            publications=[
                Publication(
                    "member",
                    person.member_id,
                    _doc(person, used.get(person.member_id, ())).model_dump(mode="json"),
                )
                for person in people
            ],
        )


def registration(unit: Unit, member_id: str) -> NewMember:
    """Return a member as :func:`register` wrote it.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    found = repository.registration(unit, member_id)
    if found is None:
        raise ApiError(404, "member.unknown")
    return found


def forget_points(unit: Unit, member_ids: Sequence[str], *, rule: str) -> None:
    """Take out the points that one rule gave; for the undoing of an import, before :func:`remove`."""
    repository.forget_points(unit, member_ids, rule=rule)


def remove(unit: Unit, member_ids: Sequence[str]) -> None:
    """Take members out again who have done nothing yet.

    Raises:
        ApiError: 409 ``member.has_history``.
    """
    if repository.has_points(unit, member_ids):
        raise ApiError(409, "member.has_history")
    for person in repository.by_ids(unit, member_ids):
        if person.home_store is not None:
            feed.publish(unit, STORE, scope=person.home_store, kind="member", key=person.member_id, doc=None)
    repository.remove(unit, member_ids)


def as_doc(unit: Unit, person: Member) -> MemberDoc:
    """Return a member as a till may know one."""
    return _doc(person, uses.of_members(unit, [person.member_id]).get(person.member_id, ()))


def _doc(person: Member, used: tuple[MemberUseDoc, ...]) -> MemberDoc:
    return MemberDoc(
        member_id=person.member_id,
        alias=person.alias,
        masked_name=person.masked_name,
        phone_mac=person.phone_mac,
        phone_last4=person.phone_last4,
        tier=person.tier,
        points=person.points,
        coupons=person.coupons,
        first_purchase=person.first_purchase,
        uses=used,
    )


def buyer(unit: Unit, person: SalePerson) -> Member | None:
    """Return who a sale's personal part names."""
    if person.member_id is not None:
        return next(iter(repository.by_ids(unit, [person.member_id])), None)
    return repository.by_alias(unit, person.alias)


def _row(person: NewMember, key: bytes) -> dict[str, object]:
    digits = phone_digits(person.phone)
    return {
        "member_id": person.member_id,
        "alias": person.alias,
        "phone_mac": phone_mac(key, digits) if digits else None,
        "phone": digits or None,
        "phone_last4": digits[-4:],
        "name": person.name,
        "masked_name": mask_name(person.name),
        "tier": person.tier,
        "home_store": person.home_store,
        "registered_ms": person.registered_ms,
        "is_new": int(person.is_new),
        "active": 1,
        "import_batch": person.import_batch,
    }
