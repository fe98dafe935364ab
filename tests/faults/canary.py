"""A copy of the program with one protection taken out, so that a check is seen to fail without it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("central_api", "retail_core", "resources")


@dataclass(frozen=True, slots=True)
class Removal:
    """What is taken out of one file.

    Attributes:
        protection: What it protects from, in a few words.
        path: The file, from the project's root.
        line: The text that does it; it stands there once.
        instead: What stands there in the copy.
    """

    protection: str
    path: str
    line: str
    instead: str


def patched_tree(folder: Path, removal: Removal) -> Path:
    """Copy the server to ``folder`` without a protection; return the folder.

    Raises:
        ValueError: The line is not there once, so the canary would prove nothing.
    """
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / removal.path
    text = path.read_text(encoding="utf-8")
    if text.count(removal.line) != 1:
        raise ValueError(f"{removal.path} holds {text.count(removal.line)} times: {removal.line}")
    path.write_text(text.replace(removal.line, removal.instead), encoding="utf-8")
    return folder
