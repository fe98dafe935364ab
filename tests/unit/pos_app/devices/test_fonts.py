from pathlib import Path

import pytest

from pos_app.devices.fonts import FontFile, FontSet, candidates, find_fonts
from pos_app.services.errors import DeviceError


def test_the_first_set_whose_files_are_there_is_taken(tmp_path: Path) -> None:
    here, gone = FontFile(tmp_path / "here.ttc"), FontFile(tmp_path / "gone.ttc")
    here.path.touch()

    found = find_fonts([FontSet(gone, gone), FontSet(here, gone), FontSet(here, here)])

    assert (found.han, found.mono) == (here, here)


def test_a_machine_without_any_chinese_font_is_told_so() -> None:
    with pytest.raises(DeviceError) as refusal:
        find_fonts([])

    assert refusal.value.code == "fonts.missing"


def test_every_platform_has_a_candidate() -> None:
    paths = [fonts.han.path.as_posix() for fonts in candidates()]

    assert [start for start in ("/usr/share", "C:/Windows", "/System/Library") if _any(paths, start)] == [
        "/usr/share",
        "C:/Windows",
        "/System/Library",
    ]


def _any(paths: list[str], start: str) -> bool:
    return any(path.startswith(start) for path in paths)
