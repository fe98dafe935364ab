"""Data files that ship with the programs: icons, themes, translations, sounds and demo data."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Return the path of a file of this folder, in a checkout and when installed."""
    return _ROOT.joinpath(*parts)
