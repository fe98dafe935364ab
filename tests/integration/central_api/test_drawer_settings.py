"""How a store keeps its drawers reaches the card that its tills take up."""

import pytest

from central_api.enrolment import service as enrolment
from central_api.importing.drawer_settings import set_counts, set_drawers
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from retail_core.wire.enrolment import StoreCard


def card_of(database: Database) -> StoreCard:
    with database.read() as unit:
        return enrolment.store_card(unit, "S01")


def test_what_is_said_changes_and_the_rest_stays(database: Database, database_url: str) -> None:
    set_drawers(database_url, "S01", drawers="personal", float_minor=30_000)
    set_counts(database_url, "S01", limit=0, attempts=3)

    card = card_of(database)
    assert (card.drawers, card.float_minor) == ("personal", 30_000)
    # A limit of nothing is said, and is not the currency's usual one.
    assert (card.count_limit_minor, card.count_attempts, card.difference_persons) == (0, 3, 2)
    set_counts(database_url, "S01", persons=1)
    assert (card_of(database).count_attempts, card_of(database).difference_persons) == (3, 1)


def test_to_say_nothing_is_refused_in_words(database: Database, database_url: str) -> None:
    with pytest.raises(UsageError, match="Nothing is to be changed"):
        set_drawers(database_url, "S01")
    with pytest.raises(UsageError, match="Nothing is to be changed"):
        set_counts(database_url, "S01")
    assert card_of(database).drawers == "shared"
