import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_app.devices.escpos_reader import EventKind, PrintedDots, PrintedQr, PrintedText, Reading, read
from pos_app.devices.escpos_writer import EscposWriter, drawer_pulse
from pos_app.devices.fonts import FontSet, find_fonts
from pos_app.devices.paper import PAPERS, PrintMode
from pos_app.devices.receipt_picture import receipt_picture
from pos_app.services.documents import (
    Align,
    Banner,
    Barcode,
    Block,
    Cut,
    Document,
    DocumentKind,
    Qr,
    Row,
    Rule,
    Size,
    Space,
    Text,
    pair,
)

LINK = "https://shop.example/r/SH01-A1-000017?h=0123456789abcdef"
EVERY_PAPER_AND_MODE = [(58, "text"), (58, "raster"), (80, "text"), (80, "raster")]


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts()


def written(fonts: FontSet, *blocks: Block, width_mm: int = 80, mode: str = "text", copies: int = 1) -> bytes:
    writer = EscposWriter.for_paper(PAPERS[width_mm], PrintMode(mode), fonts=fonts)
    return writer.write(Document(DocumentKind.RECEIPT, blocks, copies))


def codes_on(reading: Reading, width_mm: int, fonts: FontSet) -> list[str]:
    return [
        code.text for code in zxingcpp.read_barcodes(receipt_picture(reading, PAPERS[width_mm], fonts=fonts))
    ]


def test_chinese_text_is_switched_on_sent_as_gb18030_and_switched_off(fonts: FontSet) -> None:
    assert written(fonts, Text("会员")) == (
        b"\x1b@\x1bR\x00"  # reset, character set of the USA
        b"\x1c&\x1b3\x1e"  # Chinese on, lines of 30 dots
        b"\xbb\xe1\xd4\xb1\n"
        b"\x1dVB\x00"  # feed and cut
        b"\x1c."
    )


def test_punctuation_without_any_chinese_character_is_not_lost(fonts: FontSet) -> None:
    assert read(written(fonts, Text("：，。（）￥12.50"))).lines == ("：，。（）￥12.50",)


def test_a_row_reads_back_as_48_and_as_32_columns(fonts: FontSet) -> None:
    row = pair("拿铁", "¥18.00")

    assert read(written(fonts, row)).lines == ("拿铁" + " " * 37 + "￥18.00",)
    assert read(written(fonts, row, width_mm=58)).lines == ("拿铁" + " " * 21 + "￥18.00",)


def test_a_line_with_a_character_that_the_printer_lacks_is_drawn(fonts: FontSet) -> None:
    reading = read(written(fonts, Text("张三"), Text("𠮷野家"), Text("李四")))

    assert [type(item).__name__ for item in reading.printed] == [
        "PrintedText",
        "PrintedDots",
        "PrintedText",
        "PrintedCut",
    ]
    assert reading.lines == ("张三", "李四")


@pytest.mark.parametrize(("width_mm", "mode"), EVERY_PAPER_AND_MODE)
@pytest.mark.parametrize("data", [LINK, "会员：张三 ￥12.50", "9" * 222, "93" + "0" * 220])
def test_a_printed_qr_code_reads_back(fonts: FontSet, width_mm: int, mode: str, data: str) -> None:
    reading = read(written(fonts, Text("扫码"), Qr(data), width_mm=width_mm, mode=mode))

    assert codes_on(reading, width_mm, fonts) == [data]


@pytest.mark.parametrize(("width_mm", "mode"), EVERY_PAPER_AND_MODE)
def test_a_printed_barcode_reads_back(fonts: FontSet, width_mm: int, mode: str) -> None:
    reading = read(written(fonts, Barcode("A1{000017"), width_mm=width_mm, mode=mode))

    assert codes_on(reading, width_mm, fonts) == ["A1{000017"]


def test_a_pickup_code_has_modules_of_at_least_four_dots_on_narrow_paper(fonts: FontSet) -> None:
    reading = read(written(fonts, Qr("93" + "0123456789" * 22), width_mm=58))

    assert [item.module_dots for item in reading.printed if isinstance(item, PrintedQr)] == [6]


@pytest.mark.parametrize("mode", ["text", "raster"])
def test_a_code_too_large_for_the_paper_is_printed_as_text(fonts: FontSet, mode: str) -> None:
    reading = read(written(fonts, Qr("a" * 2_000), width_mm=58, mode=mode))

    assert codes_on(reading, 58, fonts) == []
    if mode == "text":
        assert reading.lines[0] == "a" * 32


def test_a_barcode_that_code_128_cannot_write_is_printed_as_text(fonts: FontSet) -> None:
    assert read(written(fonts, Barcode("单号17"))).lines == ("单号17",)


@pytest.mark.parametrize("mode", ["text", "raster"])
def test_each_copy_is_cut(fonts: FontSet, mode: str) -> None:
    reading = read(written(fonts, Text("x"), mode=mode, copies=3))

    assert reading.count(EventKind.CUT) == 3


def test_sizes_styles_and_alignments_read_back_and_do_not_spill_over(fonts: FontSet) -> None:
    data = written(
        fonts,
        Text("麦香", Align.CENTER, Size.HUGE, bold=True),
        Text("大", Align.RIGHT, Size.LARGE),
        Banner("副本"),
        Text("小"),
        width_mm=58,
    )

    seen = [
        (item.text, item.align, item.width, item.height, item.bold, item.inverse)
        for item in read(data).printed
        if isinstance(item, PrintedText)
    ]
    assert seen == [
        ("麦香", Align.CENTER, 2, 2, True, False),
        ("大", Align.RIGHT, 1, 2, False, False),
        ("      副本      ", Align.LEFT, 2, 2, True, True),
        ("小", Align.LEFT, 1, 1, False, False),
    ]


def test_raster_mode_sends_no_characters_at_all(fonts: FontSet) -> None:
    reading = read(written(fonts, Text("会员 abc"), Rule("="), Space(1), mode="raster"))

    assert reading.lines == ()
    assert reading.count(EventKind.UNKNOWN_COMMAND) == 0


def test_large_pictures_go_out_in_bands_of_240_rows(fonts: FontSet) -> None:
    reading = read(written(fonts, *(Text(f"line {number}") for number in range(20)), mode="raster"))

    bands = [len(item.rows) // 72 for item in reading.printed if isinstance(item, PrintedDots)]
    assert bands == [240, 240, 120]


def test_the_drawer_pulse_is_a_job_of_its_own() -> None:
    assert drawer_pulse() == b"\x1b@\x1bp\x0022"
    assert read(drawer_pulse()).count(EventKind.DRAWER) == 1


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["\x1bp\x00\x19\x19", "\x1bi", "\x1dV\x00", "\x10\x14\x01\x00\x05", "\x1c.\x1bp", "\x1b"]
    ),
    st.text(alphabet="\x1b\x1d\x1c\x10\x14\x04\x00\x01pVi@&.\n拿", max_size=40),
)


@pytest.mark.parametrize("mode", ["text", "raster"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=HOSTILE, second=HOSTILE)
def test_no_text_opens_the_drawer_cuts_the_paper_or_gives_any_command(
    fonts: FontSet, mode: str, first: str, second: str
) -> None:
    blocks: tuple[Block, ...] = (
        Text(first, size=Size.LARGE),
        pair(first, second),
        Row(()),
        Rule(first),
        Banner(second),
        Qr(first, caption=second),
        Barcode(second),
        Cut(),
    )

    reading = read(written(fonts, *blocks, mode=mode))

    assert [event.kind for event in reading.events] == [EventKind.CUT]
