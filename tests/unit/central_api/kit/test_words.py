"""The pages speak what the customer's browser asks for."""

import pytest

from central_api.kit.words import language_of


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK,en;q=0.5", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("en-GB;q=0.4, zh-TW;q=0.7", "zh-Hant"),
        ("fr-FR, en;q=0.5", "en"),
        ("fr-FR", "en"),
        ("zh;q=0, en;q=0.1", "en"),
        ("zh;q=nonsense", "en"),
        ("", "en"),
    ],
)
def test_the_best_liked_language_of_ours_wins(accepted: str, language: str) -> None:
    assert language_of(accepted) == language
