"""A member with a coupon from the phone: prices change and say why; a coupon that is no good says why not."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from pos_app.demo.processes import ask
from pos_app.tour.stage import Stage

DRIP = "6930000871093"  # 69.00, for gold members 62.00
MUG = "6930000950286"  # 99.00
JASMINE = "6930000316761"  # 19.00


def _new_coupon(stage: Stage, member: str) -> dict[str, Any]:
    """Put a coupon of 10 off 100 into a member's wallet."""
    shop = ("--url", stage.shop.url, "--token", stage.shop.token)
    wanted = ("--campaign", "S01-100-10", "--member", member, "--store", "S01")
    told = json.loads(ask("central-api", "demo", "coupon", *wanted, *shop))
    assert isinstance(told, dict)
    return told


def _pay(stage: Stage, number: str) -> None:
    window = stage.window
    window.keys("F12")
    window.look("pay.total")
    window.keys("F10")
    window.look("pay.note", has=number)
    window.keys("Return")
    window.look("sell.search")
    window.look("sell.total", figure=0)


def test_a_member_code_and_a_coupon_lower_the_price_with_their_reasons(counter: Stage) -> None:
    window, coupon = counter.window, _new_coupon(counter, "M00001")
    window.scan(DRIP)
    window.scan(MUG)
    window.look("sell.total", figure=16800)
    window.scan(counter.shop.member_codes()[0])
    window.look("sell.member.name", has="8823")
    window.look("sell.basket", has="会员价")
    window.look("sell.total", figure=16100)
    window.scan(coupon["code"])
    window.look(f"sell.coupon.{coupon['coupon_id']}", has="满 100 减 10 券")
    window.look("sell.subtotal", figure=16800)
    window.look("sell.saving", figure=-1700)
    window.look("sell.total", figure=15100)
    _pay(counter, "S01-T02-000001")
    assert not window.is_there("sell.member.detach")
    assert counter.wait(lambda: len(counter.server_books.ask("coupons")) == 1, timeout_s=20)
    used = counter.server_books.ask("coupons")[0]
    assert (used["coupon_id"], used["receipt_number"]) == (coupon["coupon_id"], "S01-T02-000001")
    assert counter.server_books.totals().sales_minor == 15100


def test_a_whole_phone_number_finds_the_member_and_is_not_shown_again(counter: Stage) -> None:
    window = counter.window
    window.scan(DRIP)
    window.look("sell.total", figure=6900)
    window.keys("F9")
    window.look("member.phone")
    window.type("13800008823\n")
    window.look("sell.member.name", has="8823")
    window.look("sell.total", figure=6200)
    assert "13800008823" not in window.look("sell.member")


def test_a_used_coupon_is_refused_and_the_sale_goes_on(counter: Stage) -> None:
    window, coupon = counter.window, _new_coupon(counter, "M00001")
    window.scan(MUG)
    window.scan(DRIP)
    window.scan(counter.shop.member_codes()[0])
    window.look("sell.total", figure=16100)
    window.scan(coupon["code"])
    window.look("sell.total", figure=15100)
    _pay(counter, "S01-T02-000001")
    window.scan(MUG)
    window.scan(JASMINE)
    window.look("sell.total", figure=11800)
    window.scan(coupon["code"])
    window.look("sell.message_text", has="优惠券已使用")
    window.look("sell.total", figure=11800)
    _pay(counter, "S01-T02-000002")


def _of_another_member(stage: Stage) -> str:
    return str(_new_coupon(stage, "M00002")["code"])


def _with_a_false_signature(stage: Stage) -> str:
    # The last digits of a code belong to its signature.
    code = str(_new_coupon(stage, "M00001")["code"])
    return code[:-4] + f"{(int(code[-4:]) + 1) % 10_000:04d}"


@pytest.mark.parametrize(
    ("make", "reason"),
    [(_of_another_member, "别的会员"), (_with_a_false_signature, "验签失败")],
    ids=["another member's", "with a false signature"],
)
def test_a_foreign_coupon_is_refused_and_the_sale_goes_on(
    counter: Stage, make: Callable[[Stage], str], reason: str
) -> None:
    window = counter.window
    window.scan(MUG)
    window.scan(JASMINE)
    window.scan(counter.shop.member_codes()[0])
    window.look("sell.member.detach")
    window.scan(make(counter))
    window.look("sell.message_text", has=reason)
    window.look("sell.total", figure=11800)
    _pay(counter, "S01-T02-000001")


def test_an_expired_coupon_is_refused_by_its_typed_code(counter: Stage) -> None:
    window, coupon = counter.window, _new_coupon(counter, "M00001")
    database = counter.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(database)) as books, books:
        expire = "UPDATE coupon SET expires_ms = starts_ms WHERE coupon_id = ?"
        assert books.execute(expire, (coupon["coupon_id"],)).rowcount == 1
    window.scan(MUG)
    window.scan(JASMINE)
    window.scan(counter.shop.member_codes()[0])
    window.look("sell.member.detach")
    window.keys("F7")
    window.look("coupon.code")
    window.type(f"{coupon['short_code']}\n")
    window.look("coupon.message", has="过期")
    window.keys("Esc")
    window.do("gone", name="coupon.code")
    window.look("sell.total", figure=11800)
    _pay(counter, "S01-T02-000001")
