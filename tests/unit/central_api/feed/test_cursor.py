"""A cursor travels as text and comes back, and nothing else is one."""

import pytest

from central_api.feed.schemas import Cursor, parse_cursor


def test_a_cursor_comes_back_as_it_went() -> None:
    assert parse_cursor("ab12:5:17") == Cursor("ab12", 5, 17)
    assert str(Cursor("ab12", 5, 17)) == "ab12:5:17"


@pytest.mark.parametrize("text", ["", "1:2", "a:1:2:3", "a:-1:2", "a:1:x", "a:１:2", "a:" + "9" * 20 + ":1"])
def test_other_texts_are_no_cursor(text: str) -> None:
    assert parse_cursor(text) is None
