"""Everything that pricing can say about a rule has words on the till."""

import pytest

from pos_app.ui.texts import known_codes, source_of
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Funder

_FUNDERS: tuple[Funder, ...] = ("store", "headquarters", "brand", "platform")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(reason: Reason) -> None:
    assert reason.value in known_codes()
    assert source_of(reason.value)


def test_no_two_reasons_say_the_same() -> None:
    words = [source_of(reason.value) for reason in Reason]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("funder", _FUNDERS)
def test_everybody_who_pays_has_a_name(funder: str) -> None:
    assert f"funder.{funder}" in known_codes()
