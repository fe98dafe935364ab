"""A till joins with a one-time code, once, and gets its own place."""

import pytest

from central_api.enrolment import service as enrolment
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from retail_core.wire.enrolment import EnrolReply
from tests.integration.central_api.conftest import NOW_MS, enrol
from tests.integration.central_api.till import FakeTill

OTHER_SEED = bytes(range(1, 33))


def make_code(database: Database, store: str = "S01", terminal: str | None = None) -> str:
    return database.run(lambda unit: enrolment.make_code(unit, store, terminal_id=terminal))


def check(database: Database, text: str) -> bool:
    return database.run(lambda unit: enrolment.check_code(unit, text)) is not None


def join(database: Database, till: FakeTill, text: str) -> EnrolReply:
    code = database.run(lambda unit: enrolment.check_code(unit, text))
    assert code is not None
    return database.run(lambda unit: enrolment.join(unit, code, request=till.enrol_request(text)))


def test_tills_of_a_store_are_numbered_in_the_order_they_join(database: Database) -> None:
    first, second = FakeTill(), FakeTill(seed=OTHER_SEED)
    enrol(database, first)
    enrol(database, second)
    assert (first.terminal, second.terminal) == ("S01-T01", "S01-T02")


def test_each_store_numbers_its_own_tills(database: Database) -> None:
    first, second = FakeTill(), FakeTill(seed=OTHER_SEED)
    enrol(database, first)
    enrol(database, second, store_id="S02")
    assert second.terminal == "S02-T01"


def test_the_reply_tells_what_a_till_needs_to_trust_the_server(database: Database, till: FakeTill) -> None:
    reply = join(database, till, make_code(database))
    assert (reply.terminal, reply.terminal_label, reply.incarnation, reply.tenant) == (
        "S01-T01",
        "S01-T01",
        1,
        7,
    )
    assert (reply.store.store_id, reply.store.cash_step_minor, reply.store.languages) == (
        "S01",
        10,
        ("zh-Hans", "en"),
    )
    assert (len(reply.root_public_key), len(reply.phone_mac_key), reply.server_ms) == (64, 64, NOW_MS)


def test_a_request_that_comes_late_takes_nobodys_place(database: Database) -> None:
    enrol(database, FakeTill())
    late = make_code(database, terminal="S01-T01")
    reply = join(database, FakeTill(seed=OTHER_SEED), make_code(database, terminal="S01-T01"))
    assert not check(database, late)
    assert enrolment.TerminalCallers(database).find(reply.key_id) is not None


def test_codes_for_new_tills_do_not_disturb_each_other(database: Database) -> None:
    enrol(database, FakeTill())
    first, second = make_code(database), make_code(database)
    make_code(database, terminal="S01-T01")
    assert check(database, first)
    assert check(database, second)


def test_a_renewed_till_keeps_its_name_and_gets_the_next_incarnation(database: Database) -> None:
    enrol(database, FakeTill())
    reply = join(database, FakeTill(seed=OTHER_SEED), make_code(database, terminal="S01-T01"))
    assert (reply.terminal, reply.terminal_label, reply.incarnation) == ("S01-T01", "S01-T01", 2)


def test_the_old_key_of_a_renewed_till_opens_nothing(database: Database) -> None:
    old = enrol(database, FakeTill())
    join(database, FakeTill(seed=OTHER_SEED), make_code(database, terminal="S01-T01"))
    assert enrolment.TerminalCallers(database).find(old.key_id) is None


def test_a_code_has_ten_characters_that_nobody_misreads(database: Database) -> None:
    code = make_code(database)
    assert len(code) == 10
    assert not set(code) & set("ILOU")


def test_typed_carelessly_a_code_still_counts(database: Database) -> None:
    code = make_code(database)
    assert check(database, f" {code[:5]}-{code[5:]} ".lower())


def test_a_code_ends_after_ten_minutes(database: Database, clock: FixedClock) -> None:
    code = make_code(database)
    clock.set(NOW_MS + 10 * 60 * 1000 + 1)
    assert not check(database, code)


def test_a_code_allows_five_tries(database: Database) -> None:
    code = make_code(database)
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert [check(database, wrong) for _ in range(5)] == [False] * 5
    assert not check(database, code)


def test_the_fifth_try_may_be_the_right_one(database: Database) -> None:
    code = make_code(database)
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert [check(database, text) for text in [wrong] * 4 + [code]] == [False] * 4 + [True]


def test_a_used_code_admits_no_other_till(database: Database, till: FakeTill) -> None:
    code = make_code(database)
    join(database, till, code)
    with pytest.raises(ApiError) as caught:
        join(database, FakeTill(seed=OTHER_SEED), code)
    assert (caught.value.status, caught.value.code) == (403, "enrol.code_wrong")


def test_a_till_that_missed_the_reply_gets_the_same_one_again(database: Database, till: FakeTill) -> None:
    code = make_code(database)
    first, again = join(database, till, code), join(database, till, code)
    assert first == again


@pytest.mark.parametrize("key", ["", "zz", "00" * 32, "01" + "00" * 31, "ab" * 16])
def test_a_key_that_is_none_is_refused(database: Database, till: FakeTill, key: str) -> None:
    text = make_code(database)
    code = database.run(lambda unit: enrolment.check_code(unit, text))
    assert code is not None
    request = till.enrol_request(text).model_copy(update={"device_public_key": key})
    with pytest.raises(ApiError) as caught:
        database.run(lambda unit: enrolment.join(unit, code, request=request))
    assert caught.value.code == "enrol.bad_key"


def test_a_code_needs_a_store_that_is_there(database: Database) -> None:
    with pytest.raises(ApiError) as caught:
        make_code(database, "S99")
    assert caught.value.code == "store.unknown"


def test_a_till_of_another_store_cannot_be_renewed(database: Database, till: FakeTill) -> None:
    enrol(database, till)
    with pytest.raises(ApiError) as caught:
        make_code(database, "S02", "S01-T01")
    assert caught.value.code == "terminal.unknown"


def test_a_nonce_is_taken_once(database: Database) -> None:
    callers = enrolment.TerminalCallers(database)
    taken = [callers.take_nonce("key", "n" * 16, expires_ms=NOW_MS + 1_000) for _ in range(2)]
    assert taken == [True, False]


def test_a_client_is_known_by_its_token_alone(database: Database) -> None:
    import hashlib

    token = database.run(lambda unit: enrolment.make_client(unit, "web shop"))
    callers = enrolment.TerminalCallers(database)
    assert callers.knows_client(hashlib.sha256(token.encode()).hexdigest())
    assert not callers.knows_client(hashlib.sha256(b"guess").hexdigest())
