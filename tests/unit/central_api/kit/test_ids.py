"""Ids sort by time and are of the published form."""

from central_api.kit.ids import new_id


def test_an_id_begins_with_its_millisecond() -> None:
    assert new_id(0x0199_AB00_1234)[:12] == "0199ab001234"


def test_an_id_is_a_uuid_of_version_seven() -> None:
    made = new_id(1)
    assert len(made) == 32
    assert made[12] == "7"
    assert made[16] in "89ab"


def test_ids_of_one_millisecond_differ() -> None:
    assert len({new_id(1) for _ in range(1_000)}) == 1_000
