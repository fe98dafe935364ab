"""Joining, and merging what joined twice: a phone number is one account.

Nothing here depends on the order in which joins arrive: the account that joined first lives on, whoever is
heard of first, and each of its texts is the one that was told last.

Source: docs/rules/members.md, "Joining".
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from central_api.balances import service as balances
from central_api.coupons import service as coupons
from central_api.feed import service as feed
from central_api.feed.schemas import STORE
from central_api.joining import repository
from central_api.joining.schemas import Agreed, Joiner, Means, Place
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.search_columns import name_initials
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member, NewMember
from central_api.uses import service as uses
from retail_core.people import CONSENTS, TIERS, mask_name, tier_number
from retail_core.wire.member_facts import (
    Consent,
    JoinedPerson,
    MemberConsented,
    MemberJoined,
    MemberNoted,
    NamedPerson,
    NotedPerson,
)

_TEXTS = ("name", "birthday", "preferences", "note")
"""What is told of a member: the newest of each counts."""


Told = Mapping[str, tuple[str, int]]
"""Texts with the time at which each was told."""


def apply_joined(
    unit: Unit, context: FactContext, *, fact: MemberJoined, person: JoinedPerson | None
) -> list[DoubtfulFact]:
    """Let somebody be a member who joined at a till; nobody where the person was erased meanwhile."""
    if person is None:
        return []
    join(
        unit,
        Joiner(
            ref=context.entry_id,
            member_id=person.member_id,
            alias=person.alias,
            phone=person.phone,
            name=person.name,
            birthday=person.birthday,
            # What a till gives is the lowest tier; a higher one is reached by spending.
            tier=TIERS[0],
            means="till",
            joined_ms=context.wall_ms,
            place=_place(context),
            consents=_agreed(fact.consents),
        ),
    )
    has_terms = any(consent.kind == CONSENTS[0] and consent.given for consent in fact.consents)
    return [] if has_terms else [DoubtfulFact("member.joined_without_terms")]


def apply_noted(
    unit: Unit, context: FactContext, *, fact: MemberNoted, person: NotedPerson | None
) -> list[DoubtfulFact]:
    """Write preferences, note or birthday of a member, unless something newer was written."""
    if person is None:
        return []
    found = _member(unit, person.member_id, alias=person.alias)
    if found is None:
        return [DoubtfulFact("member.unknown")]
    row = repository.lock_row(unit, member_id=found.member_id)
    assert row is not None, "it was there a moment ago"
    told: Told = {field: (getattr(person, field), context.wall_ms) for field in fact.fields}
    repository.write(unit, found.member_id, values=_texts(_newest(_told(row), told)))
    members.publish(unit, [found.member_id])
    return []


def apply_consented(
    unit: Unit, context: FactContext, *, fact: MemberConsented, person: NamedPerson | None
) -> list[DoubtfulFact]:
    """Enter what a member agrees to, or no longer agrees to."""
    if person is None:
        return []
    found = _member(unit, person.member_id, alias=person.alias)
    if found is None:
        return [DoubtfulFact("member.unknown")]
    repository.insert_consents(
        unit,
        found.member_id,
        consents=_agreed(fact.consents),
        ref=context.entry_id,
        at_ms=context.wall_ms,
        place=_place(context),
    )
    members.publish(unit, [found.member_id])
    return []


def joined_by(unit: Unit, ref: str) -> Member | None:
    """Return whose account a join is, if there was one under this reference."""
    member_id = repository.find_join(unit, ref)
    return None if member_id is None else next(iter(members.get_many(unit, [member_id])), None)


def founded_by(unit: Unit, *, means: Means, since_ms: int) -> dict[tuple[str, str], int]:
    """Return how many accounts began with a join by ``means``, by store and by whose work that was."""
    return repository.count_founded(unit, means=means, since_ms=since_ms)


def join(unit: Unit, joiner: Joiner) -> Member:
    """Let somebody be a member; return the account that the phone number has now. Safe to repeat.

    Raises:
        ApiError: 409 ``member.id_taken``: id or alias are somebody else's.
    """
    if not repository.insert_join(unit, joiner):
        return members.get(unit, repository.joined_as(unit, joiner.ref))
    account = _account(unit, joiner)
    repository.insert_consents(
        unit,
        account.member_id,
        consents=joiner.consents,
        ref=joiner.ref,
        at_ms=joiner.joined_ms,
        place=joiner.place,
    )
    members.publish(unit, [account.member_id])
    return account


def _account(unit: Unit, joiner: Joiner) -> Member:
    """Return the account of somebody who joins: a new one, merged with that of the same phone number."""
    fresh = members.row_of(unit, _new_member(joiner))
    if not repository.insert_member(unit, fresh):
        known = members.get_many(unit, [joiner.member_id])
        if known:
            return known[0]
        holder = repository.lock_row(unit, phone_mac=str(fresh["phone_mac"]))
        if not repository.insert_member(unit, {**fresh, "phone_mac": None}):
            raise ApiError(409, "member.id_taken", detail=joiner.member_id)
        if holder is not None:
            return members.get(unit, merge(unit, joiner.member_id, other_id=str(holder["member_id"])))
    return members.get(unit, joiner.member_id)


def merge(unit: Unit, one_id: str, *, other_id: str) -> str:
    """Make one account of two and return its id: that of the one that joined first."""
    rows = []
    for member_id in sorted((one_id, other_id)):
        row = repository.lock_row(unit, member_id=member_id)
        if row is None or not row["active"]:
            raise ApiError(404, "member.unknown", detail=member_id)
        rows.append(row)
    first, later = sorted(rows, key=lambda row: (row["registered_ms"], row["member_id"]))
    survivor, loser = str(first["member_id"]), str(later["member_id"])
    members.move_coupon_count(unit, loser, into=survivor)
    uses.merge(unit, loser, into=survivor)
    first, later = _reread(unit, survivor), _reread(unit, loser)
    home = _home(unit, first, later=later)
    repository.move_rows(unit, loser, survivor=survivor)
    repository.blank(unit, loser, survivor=survivor)
    repository.write(unit, survivor, values={**_together(first, later), "home_store": home})
    balances.refold(unit, survivor)
    coupons.retell_wallet(unit, survivor)
    members.raise_tiers(unit, [survivor])
    homes = {home for home in (first["home_store"], later["home_store"]) if home is not None}
    for store_id in sorted(homes):
        feed.publish(unit, STORE, scope=store_id, kind="member", key=loser, doc=None)
    members.publish(unit, [survivor])
    return survivor


def _together(first: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, object]:
    """Return the columns of two accounts as those of one."""
    return {
        **_texts(_newest(_told(first), _told(later))),
        "phone": first["phone"] or later["phone"],
        "phone_mac": first["phone_mac"] or later["phone_mac"],
        "phone_last4": first["phone_last4"] or later["phone_last4"],
        "tier": max(first["tier"], later["tier"], key=tier_number),
        "is_new": int(bool(first["is_new"]) and bool(later["is_new"])),
        "visited_ms": max(first["visited_ms"], later["visited_ms"]),
        "points": first["points"] + later["points"],
        "coupons": first["coupons"] + later["coupons"],
        "purchases": first["purchases"] + later["purchases"],
    }


def _home(unit: Unit, first: Mapping[str, Any], *, later: Mapping[str, Any]) -> str | None:
    """Return where two accounts are at home as one: where the first join with a store was."""
    own = repository.join_stores(unit, [first["member_id"]])
    if first["home_store"] is not None and first["home_store"] not in own:
        return str(first["home_store"])
    stores = repository.join_stores(unit, [first["member_id"], later["member_id"]])
    return stores[0] if stores else first["home_store"] or later["home_store"]


def _told(row: Mapping[str, Any]) -> Told:
    times = json.loads(row["told"])
    return {field: (str(row[field]), int(times.get(field, 0))) for field in _TEXTS}


def _newest(one: Told, other: Told) -> Told:
    """Return of each text the one that was told last; nothing told is older than anything."""
    nothing = ("", -1)
    return {field: max(one.get(field, nothing), other.get(field, nothing), key=_age) for field in _TEXTS}


def _age(told: tuple[str, int]) -> tuple[int, str]:
    text, at_ms = told
    return at_ms, text


def _texts(told: Told) -> dict[str, object]:
    """Return the columns that hold what was told."""
    name = told["name"][0]
    return {
        **{field: text for field, (text, _) in told.items()},
        "masked_name": mask_name(name),
        "initials": name_initials(name),
        "told": json.dumps({field: at_ms for field, (_, at_ms) in told.items() if at_ms >= 0}),
    }


def _new_member(joiner: Joiner) -> NewMember:
    return NewMember(
        member_id=joiner.member_id,
        alias=joiner.alias,
        name=joiner.name,
        phone=joiner.phone,
        tier=joiner.tier,
        home_store=joiner.place.store_id,
        registered_ms=joiner.joined_ms,
        is_new=True,
        birthday=joiner.birthday,
    )


def _member(unit: Unit, member_id: str, *, alias: str) -> Member | None:
    found = members.get_many(unit, [member_id])
    return found[0] if found else members.by_alias(unit, alias)


def _reread(unit: Unit, member_id: str) -> dict[str, Any]:
    row = repository.lock_row(unit, member_id=member_id)
    assert row is not None, "its row is locked by this unit"
    return row


def _place(context: FactContext) -> Place:
    return Place(context.store_id, context.terminal_id, context.actor, context.entry_id)


def _agreed(consents: Sequence[Consent]) -> tuple[Agreed, ...]:
    return tuple(Agreed(each.kind, each.given, each.wording) for each in consents)
