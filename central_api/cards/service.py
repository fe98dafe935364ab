"""Printed member cards. A new card replaces those before it; tills refuse those as soon as they hear of it.

Source: DESIGN, "Signed codes": type 0x12, whose nonce is the number of the card's issue.
"""

from central_api.cards import repository
from central_api.feed import service as feed
from central_api.feed.schemas import EVERYWHERE, STORE, Publication
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member
from retail_core.codes.pq1 import MemberCode, card_id, code_time_s, sign
from retail_core.people import card_number, tier_number
from retail_core.wire.feed import RevocationDoc
from retail_core.wire.shop import MemberCard


def issue(unit: Unit, member_id: str) -> MemberCard:
    """Make a member's next card; every one before it counts no more.

    Raises:
        ApiError: 404 ``member.unknown``.
    """
    person = members.hold(unit, member_id)
    last = repository.last_issue(unit, member_id)
    _revoke(unit, person, through=last, reason="replaced")
    repository.add(unit, member_id, issue=last + 1)
    kid, seed = keys.issuer_seed(unit, "member")
    code = MemberCode(
        kid=kid,
        tenant=keys.tenant_number(unit),
        alias=person.alias,
        nbf_s=code_time_s(unit.now_ms),
        ttl_s=0,
        tier=tier_number(person.tier),
        flags=0,
        nonce=last + 1,
    )
    return MemberCard(code=sign(code, seed), card_number=card_number(person.alias), issue=last + 1)


def revoke(unit: Unit, member_id: str, *, issue: int) -> bool:
    """Let a card that was lost, and all before it, count no more; return whether one did until now.

    Raises:
        ApiError: 404 ``member.unknown``, ``card.unknown``.
    """
    person = members.hold(unit, member_id)
    if issue > repository.last_issue(unit, member_id):
        raise ApiError(404, "card.unknown")
    return _revoke(unit, person, through=issue, reason="lost")


def _revoke(unit: Unit, person: Member, *, through: int, reason: str) -> bool:
    """Tell the tills of every store: a card is shown anywhere."""
    issues = repository.revoke(unit, person.member_id, through=through)
    docs = [
        RevocationDoc(what="member_card", id=card_id(person.alias, number), reason=reason)
        for number in issues
    ]
    publications = [
        Publication("revoked", f"member_card:{doc.id}", doc.model_dump(mode="json")) for doc in docs
    ]
    feed.publish_many(unit, STORE, scope=EVERYWHERE, publications=publications)
    return bool(issues)
