"""The lock is whole: every requirement pinned, every pin hashed, no index named."""

import re
import tomllib

from tests.architecture.source import ROOT

LOCK = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _entries() -> list[str]:
    """Return the lock's entries, each with its hashes, on one line."""
    joined = LOCK.replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]


def test_every_pin_is_exact_and_hashed() -> None:
    loose = [entry for entry in _entries() if "==" not in entry.split()[0] or "--hash=sha256:" not in entry]
    assert loose == []


def test_the_lock_names_no_place_to_fetch_from() -> None:
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links|file:", LOCK) == []


def test_every_requirement_of_the_project_is_locked() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    wanted = [
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    ]
    names = {_plain(re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0]) for requirement in wanted}
    locked = {_plain(entry.split("==")[0].split("[")[0]) for entry in _entries()}
    assert names - locked == set()


def test_no_import_is_excepted_from_its_contract() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    assert [contract["name"] for contract in contracts if contract.get("ignore_imports")] == []
