"""The words of public pages, in the customer's language; most of them are those of the printed receipt."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from resources import path as resource

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


@dataclass(frozen=True, slots=True)
class Words:
    """Labels by key, such as ``page.not_here``."""

    language: str
    labels: Mapping[str, str]

    def text(self, key: str, **arguments: str | int) -> str:
        """Return the label of ``key`` with its arguments filled in."""
        return self.labels[key].format(**arguments)

    def text_or(self, key: str, otherwise: str) -> str:
        """Return the label of ``key``, or ``otherwise`` for what we have no word for."""
        return self.labels.get(key, otherwise)


@cache
def words(language: str) -> Words:
    """Return the words of ``zh-Hans``, ``zh-Hant`` or ``en``; English for anything else."""
    chosen = language if language in LANGUAGES else "en"
    with resource("receipts", f"{chosen}.toml").open("rb") as file:
        sections = tomllib.load(file)
    labels = {
        f"{section}.{key}": str(label)
        for section, entries in sections.items()
        for key, label in entries.items()
    }
    return Words(chosen, labels)


def language_of(accepted: str) -> str:
    """Return which of our languages an ``Accept-Language`` likes best; English if it likes none of them."""
    liked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted[:1_000].split(",")):
        tag, _, parameters = part.partition(";")
        language = _ours(tag.strip().lower())
        if language:
            liked.append((-_weight(parameters), place, language))
    weight, _, language = min(liked, default=(0.0, 0, "en"))
    return language if weight < 0 else "en"


def _ours(tag: str) -> str:
    if tag.startswith(_TRADITIONAL):
        return "zh-Hant"
    if tag.split("-", maxsplit=1)[0] == "zh":
        return "zh-Hans"
    return "en" if tag.split("-", maxsplit=1)[0] == "en" else ""


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0
