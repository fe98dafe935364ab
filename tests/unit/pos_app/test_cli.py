"""The command line says what it does not know, and takes regions for languages."""

import pytest

from pos_app.cli import run


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["demo", "--tour", "--lang", "fr"], "fr"),
        (["gallery", "--theme", "pink"], "pink"),
        (["run", "--lang", "zh_XX"], "zh_XX"),
    ],
)
def test_what_the_till_does_not_have_is_a_wrong_use_and_named(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert named in capsys.readouterr().err


@pytest.mark.parametrize("region", ["zh_TW", "zh_HK", "zh-Hant"])
def test_a_region_finds_its_language(region: str, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[str] = []

    def play(_out: object, *, language: str, **_others: object) -> int:
        played.append(language)
        return 0

    monkeypatch.setattr("pos_app.tour.parent.play_tour", play)
    assert run(["demo", "--tour", "--lang", region]) == 0
    assert played == ["zh-Hant"]
