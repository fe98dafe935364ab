"""What a product is found by."""

from central_api.kit.search_columns import NameIndexer
from retail_core.wire.base import Names


def columns_of(name: str) -> tuple[str, str]:
    found = NameIndexer().columns(Names(zh_hans=name, zh_hant=name, en="x"))
    return found.pinyin.split(" ")[0], found.initials.split(" ")[0]


def test_pinyin_and_initials_follow_the_word_not_the_character() -> None:
    assert columns_of("银行") == ("yinhang", "yh")


def test_readings_of_the_trade_override_the_dictionary() -> None:
    assert columns_of("朝阳薄荷") == ("chaoyangbohe", "cybh")


def test_all_three_names_are_cut_into_terms() -> None:
    names = Names(zh_hans="酸奶", zh_hant="優格", en="Yoghurt Plain")

    assert NameIndexer().columns(names).terms == "酸 奶 酸奶 優 格 優格 yoghurt plain"
