from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.till_shop import Till, open_shop


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """An enrolled till with goods, staff and keys in a real database; no shift is open."""
    with open_shop(tmp_path) as shop:
        yield shop
