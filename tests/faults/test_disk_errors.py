"""Errors of the disk under a till that sells: what was acknowledged is durable, the rest is refused aloud."""

from pathlib import Path

import pytest

from tests.faults.disk import CANARY_SALES, SITUATIONS, sell
from tests.faults.heard import wrong_with
from tests.faults.seller import ACKNOWLEDGE_ERRORS

IO_CODES = {"storage.io", "storage.full", "storage.failed", "storage.busy", "disk.full"}
LEAST = 20

pytestmark = pytest.mark.needs_root_or_platform(
    "libfiu", reason="calls of the C library are made to fail (Debian: fiu-utils)"
)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_is_acknowledged_is_durable_and_the_rest_is_refused_with_a_code(
    tmp_path: Path, situation: str
) -> None:
    seller = sell(tmp_path, situation, least=LEAST)
    assert set(seller.refused) <= IO_CODES
    assert wrong_with(tmp_path, seller.acknowledged) == []


def test_canary_a_till_that_ignores_errors_is_found_out(tmp_path: Path) -> None:
    seller = sell(tmp_path, "no room", ACKNOWLEDGE_ERRORS, least=CANARY_SALES)
    assert any(each.startswith("lost ") for each in wrong_with(tmp_path, seller.acknowledged))
