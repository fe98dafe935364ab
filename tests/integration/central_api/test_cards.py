"""Printed cards: numbered issues, of which the newest counts."""

import pytest

from central_api.cards import service as cards
from central_api.keys import service as keys
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from retail_core.codes.keys import SignedKeyList, open_key_list
from retail_core.codes.pq1 import MemberCode, read
from retail_core.wire.feed import KeyListDoc, RevocationDoc
from tests.integration.central_api.conftest import TENANT
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor, store_docs


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def card_of(database: Database, text: str) -> MemberCode:
    """Read a card as a till does."""
    doc = KeyListDoc.model_validate_json(store_docs(database, "keys")["list"])
    with database.read() as unit:
        root = keys.root_public_key(unit)
    held = open_key_list(SignedKeyList(doc.document, doc.signature), root_public_key=root, tenant=TENANT)
    code = read(text, keys=held, tenant=TENANT)
    assert isinstance(code, MemberCode)
    return code


def revoked(database: Database, store_id: str = "S01") -> dict[str, str]:
    """Return what a store is told of cards, with the reason."""
    docs = store_docs(database, "revoked", store_id)
    return {key: RevocationDoc.model_validate_json(doc).reason for key, doc in docs.items()}


def test_a_card_carries_its_issue_and_has_no_end(database: Database) -> None:
    first = database.run(lambda unit: cards.issue(unit, MEMBER))
    card = card_of(database, first.code)
    assert (first.issue, card.nonce, card.alias, card.tier, card.is_printed) == (1, 1, ALIAS, 3, True)
    assert revoked(database) == {}


def test_a_new_card_replaces_the_one_before_in_every_store(database: Database) -> None:
    for _ in range(2):
        database.run(lambda unit: cards.issue(unit, MEMBER))
    assert revoked(database) == revoked(database, "S02") == {f"member_card:{ALIAS}-1": "replaced"}


def test_a_lost_card_is_revoked_once(database: Database) -> None:
    database.run(lambda unit: cards.issue(unit, MEMBER))
    assert database.run(lambda unit: cards.revoke(unit, MEMBER, issue=1))
    assert not database.run(lambda unit: cards.revoke(unit, MEMBER, issue=1))
    assert revoked(database) == {f"member_card:{ALIAS}-1": "lost"}
    assert database.run(lambda unit: cards.issue(unit, MEMBER)).issue == 2
    assert revoked(database) == {f"member_card:{ALIAS}-1": "lost"}


def test_a_card_that_was_never_printed_cannot_be_revoked(database: Database) -> None:
    with pytest.raises(ApiError, match=r"card\.unknown"):
        database.run(lambda unit: cards.revoke(unit, MEMBER, issue=1))
