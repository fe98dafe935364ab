"""Single flipped bits in ``till.db`` are noticed; 300 of them by ``python -m tests.faults bits``."""

from pathlib import Path

from tests.faults.bits import SEED, flipped_bits

BITS = 24


def test_every_flipped_bit_is_noticed(tmp_path: Path) -> None:
    assert flipped_bits(tmp_path, bits=BITS, seed=SEED) == []


def test_canary_a_till_that_never_looks_misses_most(tmp_path: Path) -> None:
    assert len(flipped_bits(tmp_path, bits=BITS, seed=SEED, looks=False)) > BITS // 2
