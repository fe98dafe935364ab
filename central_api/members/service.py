"""Who members are, what they earn, and what tills may know of them.

Points are insert-only entries, each reference and rule once; :func:`settle` adds their sums to the balances
once at the end of a unit of work, in order of the member, as stock does and for the same reason.
"""

import json
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.feed.schemas import STORE, Publication
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.search_columns import name_initials
from central_api.kit.unit import Unit
from central_api.members import points, repository
from central_api.members.schemas import Member, NewMember, Points
from central_api.tiers import service as tiers
from central_api.uses import service as uses
from central_api.uses.schemas import Overrun
from retail_core.people import TIERS, card_number, mask_name, phone_digits, phone_mac
from retail_core.stored_value import Balance
from retail_core.wire.counter import MemberLookup, Unmasked
from retail_core.wire.facts import SaleCompleted, SalePerson
from retail_core.wire.feed import MemberDoc, MergedMember

EARNED = points.EARNED

LEAST_LAST_DIGITS: Final = 3
LEAST_INITIALS: Final = 2
_DAY_MS: Final = 24 * 3_600_000

_MEMO_SETTLED = "members.settled"
_MEMO_COUPONS = "members.coupons:"
_MEMO_VISITS = "members.visits:"


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
    """Return the member of a phone number's fingerprint, a code's alias or a card's number, masked."""
    found = None
    if question.alias:
        found = repository.by_alias(unit, question.alias)
    elif question.phone_mac:
        found = repository.by_phone_mac(unit, question.phone_mac)
    elif question.card_number:
        found = repository.by_card_number(unit, question.card_number)
    return None if found is None else as_doc(unit, found)


def row_of(unit: Unit, person: NewMember) -> dict[str, object]:
    """Return the columns of a member who is to be entered."""
    return _row(person, keys.phone_mac_key(unit))


def by_alias(unit: Unit, alias: str) -> Member | None:
    """Return the member whom an alias means."""
    return repository.by_alias(unit, alias)


def find_by_phone(unit: Unit, phone: str) -> Member | None:
    """Return the member with this phone number."""
    return repository.by_phone_mac(unit, phone_mac(keys.phone_mac_key(unit), phone))


def find_by_alias(unit: Unit, alias: str) -> Member | None:
    """Return the member whose codes carry this alias."""
    return repository.by_alias(unit, alias)


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
    repository.lock(unit, [member_id])
    return get(unit, member_id)


def lock(unit: Unit, member_ids: Sequence[str]) -> None:
    """Let nobody else settle anything of these members before this unit ends."""
    repository.lock(unit, member_ids)


def set_balances(unit: Unit, balances: Mapping[str, Balance]) -> None:
    """Write what members' ledgers of stored value come to; :func:`settle` tells the tills."""
    repository.set_balances(unit, balances)


def get_many(unit: Unit, member_ids: Iterable[str]) -> list[Member]:
    """Return the members that are known of ``member_ids``, in order of the id."""
    return repository.by_ids(unit, member_ids)


def apply_sale(
    unit: Unit, context: FactContext, *, sale: SaleCompleted, person: SalePerson | None
) -> list[DoubtfulFact]:
    """Enter what a sale gave its member, that something was bought, and which points it burned."""
    found = None if person is None else buyer(unit, person)
    if found is None:
        if person is None and not points.burned_by(sale):
            return []
        return [DoubtfulFact("member.unknown", {"sale_id": sale.sale_id})]
    repository.insert_points(unit, points.of_sale(context, sale, buyer=found), txid=feed.txid(unit))
    # Written at the end of the unit, in order of the member: two tills that tell at once would else wait for
    # each other.
    name = _MEMO_VISITS + found.member_id
    unit.memo[name] = max(unit.memo.get(name, 0), context.wall_ms)
    return []


def apply_returns(
    unit: Unit, context: FactContext, *, sale: SaleCompleted, joined: Mapping[str, int]
) -> list[DoubtfulFact]:
    """Take what returned goods had earned, and give back what had been burned for them.

    ``joined`` is, by sale, what goes of the points of whoever joined by its receipt.
    """
    entries = points.of_returns(unit, context, sale=sale, joined=joined)
    repository.insert_points(unit, entries, txid=feed.txid(unit))
    return []


def expire_by_terms(unit: Unit) -> int:
    """Let go what is older than the terms of each home store allow; return how much."""
    gone = 0
    for home in ["", *enrolment.store_ids(unit)]:
        card = points.card_of_home(unit, home)
        days = 0 if card is None or card.points is None else card.points.hold_days
        if days:
            gone += expire_points(unit, before_ms=unit.now_ms - days * _DAY_MS, home_store=home)
    return gone


def expire_points(unit: Unit, *, before_ms: int, home_store: str | None = None) -> int:
    """Let go what was earned before a time and is still there, the oldest spent first; return how much.

    The same time a second time lets nothing go. ``home_store`` is whose members it is about, as
    :func:`central_api.members.points.expiring` says.
    """
    gone, after = 0, ""
    while True:
        entries, after = points.expiring(unit, before_ms=before_ms, after=after, home_store=home_store)
        repository.insert_points(unit, entries, txid=feed.txid(unit))
        gone -= sum(entry.points for entry in entries)
        if not after:
            settle(unit)
            return gone


def give(unit: Unit, entries: Sequence[Points]) -> None:
    """Enter points from elsewhere; the balances follow at :func:`settle`."""
    repository.insert_points(unit, entries, txid=feed.txid(unit))


def earned_of(unit: Unit, sale_id: str) -> int:
    """Return the points that a sale gave, to whomever; 0 for none."""
    entry = repository.entry_of(unit, ref=sale_id, rule=EARNED)
    return 0 if entry is None else entry.points


def is_entered(unit: Unit, *, ref: str, rule: str) -> bool:
    """Return whether a reference made an entry of points by a rule."""
    return repository.entry_of(unit, ref=ref, rule=rule) is not None


def take_back(unit: Unit, context: FactContext, *, ref: str, rule: str, under: str) -> None:
    """Take what a reference and a rule gave, from whoever has it, once; it stands ``under`` another rule."""
    given = repository.entry_of(unit, ref=ref, rule=rule)
    if given is not None:
        taken = replace(
            given,
            rule=under,
            points=-given.points,
            kind="reverse",
            store_id=context.store_id,
            entry_id=context.entry_id,
        )
        give(unit, [taken])


def count_coupons(unit: Unit, member_id: str, *, change: int) -> None:
    """Note that a wallet holds more or fewer coupons; the number follows at :func:`settle`."""
    name = _MEMO_COUPONS + member_id
    unit.memo[name] = unit.memo.get(name, 0) + change


def move_coupon_count(unit: Unit, loser: str, *, into: str) -> None:
    """Let coupons that were noted for one member, and are not counted yet, be another one's."""
    change = unit.memo.pop(_MEMO_COUPONS + loser, 0)
    if change:
        count_coupons(unit, into, change=change)


def is_first_purchase(unit: Unit, person: Member) -> bool:
    """Return whether it is known that somebody bought nothing so far, in this unit either."""
    return person.is_new and repository.purchases_of(unit, person.member_id) <= 0


def settle(unit: Unit, *, changed: Iterable[str] = ()) -> tuple[Overrun, ...]:
    """Add what this unit gave since the last call to the balances, and publish who changed.

    ``changed`` are members of whom something else changed that tills are told. Returns the facts that burned
    more than there was.
    """
    txid = feed.txid(unit)
    after_id = unit.memo.get(_MEMO_SETTLED, 0)
    given = repository.points_of(unit, txid=txid, after_id=after_id)
    coupons = {
        name.removeprefix(_MEMO_COUPONS): unit.memo.pop(name)
        for name in [name for name in unit.memo if name.startswith(_MEMO_COUPONS)]
    }
    visits = {
        name.removeprefix(_MEMO_VISITS): unit.memo.pop(name)
        for name in [name for name in unit.memo if name.startswith(_MEMO_VISITS)]
    }
    summed = sorted(given.keys() | coupons.keys())
    if visits:
        repository.lock(unit, sorted({*visits, *summed}))
        for member_id, visited_ms in sorted(visits.items()):
            repository.note_visit(unit, member_id, visited_ms=visited_ms)
    if summed:
        repository.add(unit, [(name, *given.get(name, (0, 0)), coupons.get(name, 0)) for name in summed])
    overruns: tuple[Overrun, ...] = ()
    if given:
        overruns = _overdrawn(unit, txid=txid, after_id=after_id)
        unit.memo[_MEMO_SETTLED] = repository.last_points_id(unit, txid)
        raise_tiers(unit, given.keys())
    publish(unit, {*summed, *changed})
    return overruns


def _overdrawn(unit: Unit, *, txid: int, after_id: int) -> tuple[Overrun, ...]:
    burned = repository.burned_in(unit, txid=txid, after_id=after_id)
    if not burned:
        return ()
    people = repository.by_ids(unit, {each.member_id for each in burned})
    return points.overdrawn(burned, {person.member_id: person.points for person in people})


def raise_tiers(unit: Unit, member_ids: Iterable[str]) -> None:
    """Give members the tiers that they have reached."""
    people = [(each.member_id, each.home_store, each.tier) for each in repository.by_ids(unit, member_ids)]
    repository.set_tiers(unit, tiers.reached(unit, people))


def publish(unit: Unit, member_ids: Iterable[str]) -> None:
    """Tell the tills of the members' home stores how the members stand.

    The home stores of accounts that were merged into one are told of it as well.
    """
    found = {person.member_id: person for person in repository.by_ids(unit, member_ids)}
    docs = _docs(unit, found.values())
    homes = {(person.home_store, person.member_id) for person in found.values()}
    homes |= {(home, survivor) for survivor, _, _, home in repository.merged_into(unit, found)}
    told = sorted((home, member_id) for home, member_id in homes if home is not None)
    for store_id, pairs in groupby(told, key=itemgetter(0)):
        feed.publish_many(
            unit,
            STORE,
            scope=store_id,
            publications=[
                Publication("member", member_id, docs[member_id].model_dump(mode="json"))
                for _, member_id in pairs
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
    return _docs(unit, [person])[person.member_id]


def search(unit: Unit, text: str, *, limit: int) -> list[MemberDoc]:
    """Return members by the last 3 to 7 digits of the phone number, by name, or by its initials, masked.

    Raises:
        ApiError: 422 ``member.search_short``: anybody would be found.
    """
    wanted = text.strip()
    digits = wanted if wanted.isascii() and wanted.isdigit() else ""
    letters = wanted.lower() if wanted.isascii() and wanted.isalpha() else ""
    if (
        not wanted
        or (digits and len(digits) < LEAST_LAST_DIGITS)
        or (letters and len(letters) < LEAST_INITIALS)
    ):
        raise ApiError(422, "member.search_short")
    found = repository.search(unit, last_digits=digits, name=wanted, initials=letters, limit=limit)
    docs = _docs(unit, found)
    return [docs[person.member_id] for person in found]


def unmask(unit: Unit, member_id: str) -> Unmasked:
    """Return a member's whole name and phone number.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    person = get(unit, member_id)
    return Unmasked(name=person.name, phone=person.phone)


def _docs(unit: Unit, people: Collection[Member]) -> dict[str, MemberDoc]:
    """Return members as tills may know them, by id."""
    ids = [person.member_id for person in people]
    used = uses.of_members(unit, ids)
    spent = tiers.spent_by(unit, {person.member_id: person.home_store for person in people})
    expiring = points.next_expiries(unit, {person.member_id: person.home_store for person in people})
    consents = repository.consents_of(unit, ids)
    merged: dict[str, list[MergedMember]] = {}
    for survivor, member_id, alias, _ in repository.merged_into(unit, ids):
        merged.setdefault(survivor, []).append(MergedMember(member_id=member_id, alias=alias))
    return {
        person.member_id: MemberDoc(
            member_id=person.member_id,
            alias=person.alias,
            masked_name=person.masked_name,
            phone_mac=person.phone_mac,
            phone_last4=person.phone_last4,
            tier=person.tier,
            points=person.points,
            coupons=person.coupons,
            first_purchase=person.first_purchase,
            uses=used.get(person.member_id, ()),
            merged=tuple(merged.get(person.member_id, ())),
            initials=person.initials,
            birthday=person.birthday,
            visited_ms=person.visited_ms,
            spent_minor=spent.get(person.member_id, 0),
            preferences=person.preferences,
            note=person.note,
            consents=consents.get(person.member_id, ()),
            principal_minor=person.principal_minor,
            bonus_minor=person.bonus_minor,
            expiring_points=expiring.get(person.member_id, (0, 0))[0],
            expires_ms=expiring.get(person.member_id, (0, 0))[1],
        )
        for person in people
    }


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
        "card_number": card_number(person.alias),
        "initials": name_initials(person.name),
        "birthday": person.birthday,
        "visited_ms": max(person.registered_ms, person.visited_ms),
        # What was not told is older than anything.
        "told": json.dumps(
            {field: person.registered_ms for field in ("name", "birthday") if getattr(person, field)}
        ),
    }
