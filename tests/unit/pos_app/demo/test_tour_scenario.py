"""The tour knows its goods by their names in whatever language it is played."""

import json
from typing import Any

import pytest

import resources
from pos_app.tour.scenario import read_scenario

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


def _told(folder: str, name: str) -> Any:
    return json.loads(resources.path(folder, name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("place", "language"), list(enumerate(LANGUAGES)))
def test_the_goods_of_the_tour_are_called_as_the_demo_calls_them(place: int, language: str) -> None:
    sold = [item["name"].split("|")[place] for item in _told("demo", "coffee.json")["items"]]
    scenario = read_scenario(language)
    unknown = [good.name for good in scenario.goods.values() if not any(good.name in name for name in sold)]
    assert unknown == []


@pytest.mark.parametrize(("place", "language"), list(enumerate(LANGUAGES)))
def test_the_coupon_of_the_tour_is_called_as_its_campaign(place: int, language: str) -> None:
    scenario = read_scenario(language)
    names = {each["id"]: each["names"] for each in _told("demo", "campaigns.json")["campaigns"]}
    assert scenario.coupon.name == names[scenario.coupon.campaign].split("|")[place]


def test_every_face_but_the_chosen_one_follows_at_the_end() -> None:
    assert {face.language for face in read_scenario("en").faces} == set(LANGUAGES)
