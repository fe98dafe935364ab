"""What ``make bare`` reads from this machine and from the README."""

from pathlib import Path

import pytest

from installer.bare import local_folders, mirror_in, readme_line
from installer.steps import SetupError
from tests.architecture.source import ROOT


def test_the_readme_begins_with_the_one_apt_line() -> None:
    assert readme_line((ROOT / "README.md").read_text(encoding="utf-8")) == "apt-get install git make python3"


def test_a_readme_without_an_apt_line_is_refused() -> None:
    with pytest.raises(SetupError, match="no apt-get line"):
        readme_line("# Title\n\nWelcome.\n")


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (
            "Types: deb\n# URIs: http://old.example/debian\nURIs: http://one.example/debian\n",
            "http://one.example/debian",
        ),
        (
            "# a comment\ndeb [signed-by=/k.gpg] http://two.example/debian bookworm main\n",
            "http://two.example/debian",
        ),
        ("", ""),
    ],
)
def test_the_package_source_is_found_in_both_formats(sources: str, expected: str) -> None:
    assert mirror_in(sources) == expected


def test_folders_that_pip_is_told_about_are_found_with_the_files_beside_their_index(tmp_path: Path) -> None:
    (tmp_path / "index" / "simple").mkdir(parents=True)
    (tmp_path / "wheels").mkdir()
    settings = (
        f"extra-index-url='file://{tmp_path}/index/simple'\nfind-links='{tmp_path}/wheels {tmp_path}/absent'"
    )
    assert local_folders(settings) == [tmp_path / "index", tmp_path / "wheels"]
