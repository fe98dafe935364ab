from pathlib import Path

import pytest

from pos_app.devices.paper import PAPERS, PrintMode
from pos_app.devices.printer_address import Connection, PrinterAddress, read_address
from pos_app.services.errors import DeviceError


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "tcp://10.0.0.9:9101?width=58&mode=raster",
            PrinterAddress(Connection.TCP, PAPERS[58], PrintMode.RASTER, "10.0.0.9", 9101),
        ),
        ("tcp://printer", PrinterAddress(Connection.TCP, PAPERS[80], PrintMode.TEXT, "printer", 9100)),
        ("tcp://[::1]:9100", PrinterAddress(Connection.TCP, PAPERS[80], PrintMode.TEXT, "::1", 9100)),
        (
            "file:out/jobs?width=58",
            PrinterAddress(Connection.FILE, PAPERS[58], PrintMode.TEXT, path=Path("out/jobs")),
        ),
        (
            "file:///srv/print%20jobs",
            PrinterAddress(Connection.FILE, PAPERS[80], PrintMode.TEXT, path=Path("/srv/print jobs")),
        ),
        ("null:", PrinterAddress(Connection.NULL, PAPERS[80], PrintMode.TEXT)),
    ],
)
def test_an_address_says_how_to_reach_a_printer(text: str, address: PrinterAddress) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "printer",
        "http://printer",
        "tcp://",
        "tcp://printer:port",
        "tcp://printer:70000",
        "tcp://printer?width=72",
        "tcp://printer?mode=fast",
        "tcp://printer?colour=red",
        "tcp://printer?width",
        "file:",
        "file:?width=58",
    ],
)
def test_anything_else_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(DeviceError) as refusal:
        read_address(text)

    assert refusal.value.code == "printer.address_invalid"
    assert refusal.value.arguments == (text,)
