from dataclasses import replace

import pytest

from retail_core.codes.member_time import NonceMemory, freshness
from retail_core.codes.pq1 import MemberCode

CODE = MemberCode(kid=1, tenant=7, alias="0123456789abcdef", nbf_s=1000, ttl_s=60, tier=0, flags=0, nonce=1)
CARD = replace(CODE, ttl_s=0)


@pytest.mark.parametrize(
    ("now_s", "standing"),
    [(909, "too_early"), (910, "fresh"), (1000, "fresh"), (1150, "fresh"), (1151, "expired")],
)
def test_a_rotating_code_counts_for_a_minute_with_ninety_seconds_of_skew(now_s: int, standing: str) -> None:
    assert freshness(CODE, now_s=now_s) == standing


def test_a_code_cannot_give_itself_a_longer_life() -> None:
    assert freshness(replace(CODE, ttl_s=65535), now_s=1151) == "expired"


def test_a_printed_card_has_no_end_but_a_beginning() -> None:
    assert freshness(CARD, now_s=100_000_000) == "printed"
    assert freshness(CARD, now_s=909) == "too_early"


def test_a_rotating_code_is_taken_once() -> None:
    memory = NonceMemory()
    assert memory.accept(CODE, now_s=1000)
    assert not memory.accept(CODE, now_s=1150)


def test_the_next_code_of_the_same_member_is_another_one() -> None:
    memory = NonceMemory()
    assert memory.accept(CODE, now_s=1000)
    assert memory.accept(replace(CODE, nonce=2), now_s=1000)


def test_a_printed_card_may_come_again() -> None:
    memory = NonceMemory()
    assert memory.accept(CARD, now_s=1000)
    assert memory.accept(CARD, now_s=1000)


def test_codes_that_have_ended_are_forgotten() -> None:
    memory = NonceMemory()
    for nonce in range(50):
        memory.accept(replace(CODE, nonce=nonce), now_s=1000)
    memory.accept(replace(CODE, nbf_s=1200, nonce=99), now_s=1151)
    assert len(memory._ends_s) == 1
