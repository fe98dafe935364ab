"""A member proves who they are: by the PIN, or by the code of a message; tries are limited and noted."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from central_api.erasing import service as erasing
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.members import service as members
from central_api.messages import service as messages
from central_api.messages.delivery import FileMessages
from central_api.messages.schemas import DeliveryError, Message
from central_api.proving import service as proving
from central_api.proving.schemas import Where
from retail_core.wire import facts
from retail_core.wire.counter import MemberCodeAsk, MemberCodeSent, MemberProve, MemberProven
from retail_core.wire.facts import SalePerson, Tender
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, PHONE, set_up_floor
from tests.integration.central_api.till import FakeTill, sale

MINUTE = 60_000
PIN = "304958"
WRONG = "304959"


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


class Phones:
    """Takes messages as a gateway does; ``faults`` are raised first."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.faults: list[str] = []

    def deliver(self, message: Message) -> None:
        if self.faults:
            raise DeliveryError(self.faults.pop())
        self.taken.append(message)

    @property
    def code(self) -> str:
        [found] = re.findall(r"\d{6}", self.taken[-1].words)
        return str(found)


def where(sale_id: str = "sale-1", staff_id: str = "st-lin") -> Where:
    return Where("S01", "S01-T01", staff_id, sale_id)


def prove(
    database: Database, digits: str, *, means: str = "pin", sale_id: str = "sale-1", staff_id: str = "st-lin"
) -> MemberProven:
    question = MemberProve.model_validate(
        {"alias": ALIAS, "sale_id": sale_id, "staff_id": staff_id, "means": means, "digits": digits}
    )
    return proving.prove(database, question, where=where(sale_id, staff_id))


def ask(database: Database, *, is_sending: bool = True) -> MemberCodeSent:
    asked = MemberCodeAsk(alias=ALIAS, sale_id="sale-1", staff_id="st-lin")
    return database.run(lambda unit: proving.send_code(unit, asked, where=where(), is_sending=is_sending))


def outcomes(database: Database) -> list[tuple[str, str, str, str]]:
    with database.read() as unit:
        rows = unit.conn.execute(text("SELECT * FROM member_proof ORDER BY id"))
        return [(row.means, row.outcome, row.terminal_id, row.staff_id) for row in rows]


def test_the_right_pin_proves_and_a_wrong_one_says_how_many_tries_are_left(database: Database) -> None:
    proving.set_pin(database, MEMBER, pin=PIN)
    assert prove(database, WRONG) == MemberProven(status="wrong", tries_left=4)
    assert prove(database, PIN) == MemberProven(status="proven")
    # The count began anew.
    assert prove(database, WRONG) == MemberProven(status="wrong", tries_left=4)
    assert outcomes(database) == [
        ("pin", "wrong", "S01-T01", "st-lin"),
        ("pin", "proven", "S01-T01", "st-lin"),
        ("pin", "wrong", "S01-T01", "st-lin"),
    ]


def test_without_a_pin_nothing_is_proven(database: Database) -> None:
    assert prove(database, PIN) == MemberProven(status="none")
    proving.set_pin(database, MEMBER, pin=PIN)
    proving.set_pin(database, MEMBER, pin="")
    assert prove(database, PIN) == MemberProven(status="none")


def test_after_five_wrong_pins_the_right_one_waits_too(database: Database, clock: FixedClock) -> None:
    proving.set_pin(database, MEMBER, pin=PIN)
    answers = [prove(database, WRONG) for _ in range(5)]
    assert [each.tries_left for each in answers] == [4, 3, 2, 1, 0]
    assert answers[-1] == MemberProven(status="locked", wait_ms=MINUTE)
    assert prove(database, PIN) == MemberProven(status="locked", wait_ms=MINUTE)
    clock.set(clock.now_ms() + MINUTE)
    assert prove(database, WRONG) == MemberProven(status="locked", wait_ms=5 * MINUTE)
    clock.set(clock.now_ms() + 5 * MINUTE)
    assert prove(database, PIN) == MemberProven(status="proven")
    assert [outcome for _, outcome, _, _ in outcomes(database)].count("locked") == 1


def test_many_wrong_pins_at_once_are_no_more_than_one_after_the_other(database: Database) -> None:
    proving.set_pin(database, MEMBER, pin=PIN)
    with ThreadPoolExecutor(4) as pool:
        statuses = [each.status for each in pool.map(lambda _: prove(database, WRONG), range(12))]
    assert statuses.count("wrong") == 4
    assert statuses.count("locked") == 8


def test_simple_pins_are_refused(database: Database) -> None:
    with pytest.raises(ApiError, match=r"member\.pin_simple"):
        proving.set_pin(database, MEMBER, pin="222222")


def test_who_may_not_sell_proves_nobody(database: Database) -> None:
    with pytest.raises(ApiError, match=r"member\.no_right"):
        prove(database, PIN, staff_id="st-nobody")


def test_no_digest_of_a_pin_is_told_or_exported(database: Database) -> None:
    proving.set_pin(database, MEMBER, pin=PIN)
    with database.read() as unit:
        digest = json.loads(unit.conn.execute(text("SELECT pin FROM member")).scalar_one())["digest"]
        told = unit.conn.execute(text("SELECT * FROM feed_change")).all()
        exported = erasing.export_member(unit, MEMBER)
    assert digest
    assert digest not in repr(told)
    assert digest not in repr(exported)


def test_a_message_code_goes_to_the_members_phone_and_proves_once(database: Database) -> None:
    phones = Phones()
    assert ask(database) == MemberCodeSent(status="on_its_way", phone_last4="8823")
    assert messages.deliver_due(database, phones) == 1
    assert phones.taken[0].to_phone == PHONE
    assert prove(database, phones.code, means="message") == MemberProven(status="proven")
    # The answer was lost: the same sale asks once more. Another sale is another matter.
    assert prove(database, phones.code, means="message") == MemberProven(status="proven")
    assert prove(database, phones.code, means="message", sale_id="sale-2").status == "expired"


def test_what_was_sent_is_kept_nowhere(database: Database) -> None:
    phones = Phones()
    ask(database)
    messages.deliver_due(database, phones)
    with database.read() as unit:
        [row] = unit.conn.execute(text("SELECT * FROM message_outbox")).all()
        codes = unit.conn.execute(text("SELECT * FROM member_code")).all()
    assert (row.state, row.to_phone, row.words) == ("sent", None, None)
    assert phones.code not in repr(codes)


def test_a_message_code_takes_five_tries_and_five_minutes(database: Database, clock: FixedClock) -> None:
    phones = Phones()
    ask(database)
    messages.deliver_due(database, phones)
    wrong = "000000" if phones.code != "000000" else "000001"
    answers = [prove(database, wrong, means="message") for _ in range(5)]
    assert [(each.status, each.tries_left) for each in answers] == [
        ("wrong", left) for left in (4, 3, 2, 1, 0)
    ]
    assert prove(database, phones.code, means="message").status == "expired"
    clock.set(clock.now_ms() + MINUTE)
    ask(database)
    messages.deliver_due(database, phones)
    clock.set(clock.now_ms() + 5 * MINUTE)
    assert prove(database, phones.code, means="message").status == "expired"


def test_a_newer_code_ends_the_older_one(database: Database, clock: FixedClock) -> None:
    phones = Phones()
    ask(database)
    messages.deliver_due(database, phones)
    older = phones.code
    clock.set(clock.now_ms() + MINUTE)
    ask(database)
    messages.deliver_due(database, phones)
    if phones.code != older:
        assert prove(database, older, means="message").status == "wrong"
    assert prove(database, phones.code, means="message").status == "proven"


def test_codes_are_one_a_minute_and_five_an_hour(database: Database, clock: FixedClock) -> None:
    assert ask(database).status == "on_its_way"
    clock.set(clock.now_ms() + 30_000)
    assert ask(database) == MemberCodeSent(status="wait", phone_last4="8823", wait_ms=30_000)
    clock.set(clock.now_ms() - 30_000)
    for _ in range(4):
        clock.set(clock.now_ms() + MINUTE)
        assert ask(database).status == "on_its_way"
    clock.set(clock.now_ms() + MINUTE)
    assert ask(database) == MemberCodeSent(status="wait", phone_last4="8823", wait_ms=55 * MINUTE)


def test_a_shop_that_sends_no_messages_says_so(database: Database) -> None:
    assert ask(database, is_sending=False).status == "no_channel"


def test_a_message_that_was_not_taken_is_tried_again_until_it_is_over(
    database: Database, clock: FixedClock
) -> None:
    phones = Phones()
    phones.faults = ["message.gateway_503"]
    ask(database)
    assert messages.deliver_due(database, phones) == 0
    assert messages.deliver_due(database, phones) == 0  # not due yet
    clock.set(clock.now_ms() + 2_000)
    assert messages.deliver_due(database, phones) == 1
    phones.faults = ["message.gateway_away"]
    clock.set(clock.now_ms() + MINUTE)
    ask(database)
    assert messages.deliver_due(database, phones) == 0
    clock.set(clock.now_ms() + 5 * MINUTE)
    assert messages.deliver_due(database, phones) == 0
    with database.read() as unit:
        rows = unit.conn.execute(text("SELECT state, words FROM message_outbox ORDER BY made_ms")).all()
    assert [tuple(row) for row in rows] == [("sent", None), ("expired", None)]


def test_nothing_is_sent_to_somebody_who_was_forgotten(database: Database) -> None:
    phones = Phones()
    ask(database)
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    assert messages.deliver_due(database, phones) == 0
    assert phones.taken == []


def test_a_file_takes_messages_for_trials(database: Database, tmp_path: Path) -> None:
    ask(database)
    messages.deliver_due(database, FileMessages(tmp_path / "messages.jsonl"))
    [line] = (tmp_path / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["to"] == PHONE


def paid_with_points(database: Database, caller: Caller, till: FakeTill, person: SalePerson) -> list[str]:
    """State a sale of 13.00 that was paid with points; return what is doubtful about who spent."""
    paid = Tender(
        kind="points",
        amount_minor=1_300,
        tendered_minor=1_300,
        change_minor=0,
        reference="sale-1",
        points=1_300,
    )
    sold = sale("sale-1", tenders=(paid,), points_earned=0)
    entry = till.state(facts.SALE_COMPLETED, sold, person=person)
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([entry])))
    with database.read() as unit:
        rows = unit.conn.execute(text("SELECT kind FROM entry_exception WHERE kind LIKE 'spend%'"))
        return [str(row.kind) for row in rows]


@pytest.mark.parametrize(
    ("means", "proof", "tried", "doubts"),
    [
        ("code", "", "", []),
        ("phone", "", "", ["spend.not_proven"]),
        ("phone", "pin", "", ["spend.not_proven"]),
        ("phone", "pin", WRONG, ["spend.not_proven"]),
        ("phone", "pin", PIN, []),
    ],
)
def test_a_number_alone_spends_nothing_unnoticed(
    database: Database,
    caller: Caller,
    till: FakeTill,
    *,
    means: str,
    proof: str,
    tried: str,
    doubts: list[str],
) -> None:
    proving.set_pin(database, MEMBER, pin=PIN)
    if tried:
        prove(database, tried)
    person = SalePerson.model_validate(
        {
            "member_id": MEMBER,
            "alias": ALIAS,
            "masked_name": "李**",
            "phone_last4": "8823",
            "means": means,
            "proof": proof,
        }
    )
    assert paid_with_points(database, caller, till, person) == doubts


def test_a_pin_goes_with_the_account_that_has_it(database: Database) -> None:
    """Who is forgotten has no PIN any more, and nobody else gets it."""
    proving.set_pin(database, MEMBER, pin=PIN)
    database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    with pytest.raises(ApiError, match=r"member\.unknown"):
        prove(database, PIN)
    with database.read() as unit:
        assert members.by_alias(unit, ALIAS) is None
