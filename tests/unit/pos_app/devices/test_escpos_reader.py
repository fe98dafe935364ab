import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.devices.escpos_reader import (
    Event,
    EventKind,
    PrintedCut,
    PrintedDots,
    PrintedFeed,
    PrintedText,
    read,
)
from pos_app.devices.fonts import find_fonts
from pos_app.devices.paper import PAPERS
from pos_app.devices.receipt_picture import receipt_png
from pos_app.services.documents import Align


@pytest.mark.parametrize(
    "data",
    [b"\x1bp\x00\x19\xfa", b"\x1bp\x01\x32\x32", b"\x10\x14\x01\x00\x05"],
)
def test_every_way_to_open_a_drawer_is_seen(data: bytes) -> None:
    assert read(b"x\n" + data).events == (Event(EventKind.DRAWER, data),)


@pytest.mark.parametrize(
    "data", [b"\x1dV\x00", b"\x1dV\x01", b"\x1dVA\x03", b"\x1dVB\x00", b"\x1bi", b"\x1bm"]
)
def test_every_way_to_cut_is_seen(data: bytes) -> None:
    assert read(data).events == (Event(EventKind.CUT, data),)
    assert read(data).printed == (PrintedCut(),)


def test_a_status_question_is_an_event() -> None:
    assert read(b"\x10\x04\x04").events == (Event(EventKind.STATUS_ASKED, b"\x10\x04\x04"),)


def test_without_chinese_mode_the_same_bytes_are_other_characters() -> None:
    assert read(b"\xc4\xc3\n").lines == ("─├",)
    assert read(b"\x1c&\xc4\xc3\n").lines == ("拿",)


def test_a_reset_forgets_styles_and_what_was_not_yet_printed() -> None:
    assert read(b"lost\x1b@\x1ba\x01\x1bE\x01kept\n").printed == (
        PrintedText("kept", Align.CENTER, bold=True),
    )


def test_feeds_are_white_paper() -> None:
    assert read(b"\x1b3\x14\n\x1bd\x03\x1bJ\x09").printed == (
        PrintedFeed(20),
        PrintedFeed(60),
        PrintedFeed(9),
    )


def test_a_picture_is_taken_with_its_length_and_what_looks_like_a_command_in_it_is_none() -> None:
    reading = read(b"\x1dv0\x00\x05\x00\x01\x00\x1bp\x00\x19\x19")

    assert reading.events == ()
    assert reading.printed == (PrintedDots(5, b"\x1bp\x00\x19\x19", Align.LEFT),)


def test_a_command_that_it_does_not_know_is_named() -> None:
    assert read(b"\x1b\x07").events == (Event(EventKind.UNKNOWN_COMMAND, b"\x1b\x07"),)


def test_a_stray_control_byte_does_not_hide_the_command_after_it() -> None:
    assert [event.kind for event in read(b"\x07\x1bp\x00\x19\x19").events] == [
        EventKind.UNKNOWN_COMMAND,
        EventKind.DRAWER,
    ]


def test_plain_text_stands_as_on_paper() -> None:
    assert read(b"\x1ba\x01abcd\n\x1ba\x02xy\n").plain_text(10) == "   abcd\n        xy\n"


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    reading = read(data)

    assert reading.count(EventKind.CUT) == sum(isinstance(item, PrintedCut) for item in reading.printed)


def test_a_picture_of_the_paper_is_a_png() -> None:
    assert receipt_png(read(b"abc\n"), PAPERS[58], fonts=find_fonts()).startswith(b"\x89PNG")
