"""Every code that the product prints or shows is read back by a decoder that is none of ours."""

import io

import pytest
import zxingcpp
from PIL import Image

from pos_app.devices.escpos_reader import read
from pos_app.devices.escpos_writer import EscposWriter
from pos_app.devices.fonts import FontSet, find_fonts
from pos_app.devices.paper import PAPERS, PrintMode
from pos_app.devices.phone_picture import phone_picture
from pos_app.devices.receipt_picture import receipt_picture
from pos_app.devices.symbols import qr_matrix
from pos_app.services.documents import Document, DocumentKind, Qr, Text
from pos_app.services.errors import DeviceError
from tests.fakes import FakeClock
from tests.till_shop import coupon_code, member_code, pickup_code

CODES = {
    "member": member_code(FakeClock()),
    "card": member_code(FakeClock(), ttl_s=0),
    "coupon": coupon_code(FakeClock()),
    "pickup": pickup_code(FakeClock()),
    # What a receipt's code leads to: the receipt, and the page on which its customer joins.
    "receipt": "https://shop.example/r/S01-T02-000123?h=0123456789abcdef",
    # The digits that the library cannot write as digits.
    "zeros": "91" + "0" * 212,
}


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts()


def found_in(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("kind", ["member", "card", "coupon", "pickup"])
def test_signed_codes_fit_a_code_of_version_six(kind: str) -> None:
    matrix = qr_matrix(CODES[kind])
    assert matrix is not None
    assert len(matrix.rows) <= 41


@pytest.mark.parametrize("mode", ["text", "raster"])
@pytest.mark.parametrize("width_mm", [58, 80])
@pytest.mark.parametrize("kind", list(CODES))
def test_it_is_read_from_a_receipt_of_203_dpi(fonts: FontSet, kind: str, width_mm: int, mode: str) -> None:
    paper = PAPERS[width_mm]
    document = Document(DocumentKind.RECEIPT, (Text("优惠券"), Qr(CODES[kind]), Text("谢谢")))
    reading = read(EscposWriter.for_paper(paper, PrintMode(mode), fonts=fonts).write(document))
    [code] = zxingcpp.read_barcodes(receipt_picture(reading, paper, fonts=fonts))
    assert code.text == CODES[kind]
    # The printer draws it itself, or gets the dots: the decoder sees four or more for a module either way.
    matrix = qr_matrix(CODES[kind])
    assert matrix is not None
    width_dots = code.position.top_right.x - code.position.top_left.x + 1
    assert width_dots >= 4 * len(matrix.rows)
    assert 4 * matrix.modules_with_quiet_zone <= paper.width_dots


@pytest.mark.parametrize("dpi", [160, 326, 460])
@pytest.mark.parametrize("kind", list(CODES))
def test_it_is_read_from_a_phone_and_thirty_millimetres_wide(kind: str, dpi: int) -> None:
    picture = Image.open(io.BytesIO(phone_picture(CODES[kind], dpi=dpi)))
    assert found_in(picture) == [CODES[kind]]
    black = picture.point(lambda level: 255 - level).getbbox()
    assert black is not None
    width_mm = (black[2] - black[0]) / dpi * 25.4
    # One pixel a module more at most.
    assert 30.0 <= width_mm < 30.0 + 57 / dpi * 25.4


@pytest.mark.parametrize("kind", list(CODES))
def test_it_is_read_from_a_phone_that_is_held_askew_in_a_dim_shop(kind: str) -> None:
    picture = Image.open(io.BytesIO(phone_picture(CODES[kind])))
    held = picture.convert("L").rotate(11, expand=True, fillcolor=255, resample=Image.Resampling.BILINEAR)
    small = held.resize((held.width // 2, held.height // 2), Image.Resampling.BILINEAR)
    assert found_in(small.point(lambda level: 70 + level // 3)) == [CODES[kind]]


@pytest.mark.parametrize("data", ["", "9" * 8_000])
def test_what_fits_no_code_is_not_drawn(data: str) -> None:
    with pytest.raises(DeviceError, match=r"code\.not_drawable"):
        phone_picture(data)
