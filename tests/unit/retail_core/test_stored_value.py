"""The worked tables of docs/rules/stored-value.md."""

import json
from pathlib import Path
from typing import Any

import pytest

from retail_core.stored_value import Balance, ValueEntry, fold, take

DATA: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "stored_value.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", DATA["take"])
def test_a_payment_takes_its_buckets_by_the_rule(vector: dict[str, Any]) -> None:
    taken = take(Balance(*vector["has"]), vector["pays"], order=vector["order"])
    assert [taken.principal_minor, taken.bonus_minor] == vector["takes"]


@pytest.mark.parametrize("vector", DATA["back"])
def test_what_comes_back_goes_where_the_payment_took_it(vector: dict[str, Any]) -> None:
    principal, bonus = vector["has"]
    entries = [
        ValueEntry("top_up", "t", principal, bonus),
        ValueEntry("spend", "s", amount_minor=vector["pays"]),
    ]
    before = fold(entries)
    given = []
    for number, minor in enumerate(vector["back"]):
        entries.append(ValueEntry("reverse", f"r{number}", amount_minor=minor, of_ref="s"))
        after = fold(entries)
        given.append([after.principal_minor - before.principal_minor, after.bonus_minor - before.bonus_minor])
        before = after
    assert given == vector["gives"]


def test_what_comes_back_of_an_unknown_payment_is_principal() -> None:
    assert fold([ValueEntry("reverse", "r", amount_minor=700, of_ref="elsewhere")]) == Balance(700, 0)
