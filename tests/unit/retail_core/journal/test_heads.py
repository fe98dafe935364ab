from dataclasses import replace

from retail_core.journal import (
    genesis,
    public_key_of,
    sign_anchor,
    sign_head,
    verify_anchor,
    verify_head,
)
from tests.unit.retail_core.journal.examples import chain

SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
HEAD = chain(2)[1].head


def test_the_public_key_is_that_of_rfc_8032_test_1() -> None:
    assert public_key_of(SEED) == PUBLIC


def test_a_signed_head_verifies_with_the_tills_key() -> None:
    assert verify_head(HEAD, sign_head(HEAD, SEED), public_key=PUBLIC)


def test_a_signed_anchor_verifies_with_the_servers_key() -> None:
    assert verify_anchor(HEAD, sign_anchor(HEAD, SEED), public_key=PUBLIC)


def test_a_tills_signature_is_no_anchor_and_the_other_way_round() -> None:
    assert not verify_anchor(HEAD, sign_head(HEAD, SEED), public_key=PUBLIC)
    assert not verify_head(HEAD, sign_anchor(HEAD, SEED), public_key=PUBLIC)


def test_another_head_does_not_verify() -> None:
    signature = sign_head(HEAD, SEED)
    assert not verify_head(replace(HEAD, seq=3), signature, public_key=PUBLIC)
    assert not verify_head(replace(HEAD, incarnation=2), signature, public_key=PUBLIC)
    assert not verify_head(genesis("S01-T02", 1), signature, public_key=PUBLIC)


def test_rubbish_in_place_of_signature_or_key_is_simply_not_signed() -> None:
    signature = sign_head(HEAD, SEED)
    assert not verify_head(HEAD, "", public_key=PUBLIC)
    assert not verify_head(HEAD, "no hex", public_key=PUBLIC)
    assert not verify_head(HEAD, signature, public_key=b"short")


def test_a_small_order_key_signs_nothing() -> None:
    # With the neutral element as key, "R = identity, s = 0" satisfies the bare equation for any message.
    identity = b"\x01" + b"\x00" * 31
    assert not verify_head(HEAD, (identity + b"\x00" * 32).hex(), public_key=identity)
