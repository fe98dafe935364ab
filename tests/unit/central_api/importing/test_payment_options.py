import pytest

from central_api.importing.payment_options import read_payment
from central_api.kit.errors import UsageError
from retail_core.wire.enrolment import TenderOffer


def test_a_store_says_how_it_rounds_and_what_it_takes() -> None:
    assert read_payment("down", ["cash:change", "voucher:forfeit:100000"]) == {
        "cash_rounding": "down",
        "tenders": (
            TenderOffer(kind="cash", over="change"),
            TenderOffer(kind="voucher", over="forfeit", most_minor=100_000),
        ),
    }


def test_a_store_that_says_nothing_takes_the_usual_tenders() -> None:
    assert read_payment("half_up", []) == {"cash_rounding": "half_up"}


@pytest.mark.parametrize(
    ("mode", "tenders"),
    [
        ("ceiling", []),
        ("floor", []),
        ("", []),
        ("up", ["cash"]),
        ("up", ["cheque:none"]),
        ("up", ["card:change"]),
        ("up", ["voucher:forfeit:-5"]),
        ("up", ["voucher:forfeit:0"]),
        ("up", ["voucher:forfeit:1:2"]),
        ("up", ["cash:change", "cash:change"]),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(mode: str, tenders: list[str]) -> None:
    with pytest.raises(UsageError, match=r"Say|Write"):
        read_payment(mode, tenders)
