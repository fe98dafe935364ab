"""The words of printed paper, in the store's receipt language and not in the language of the screen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from resources import path

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@dataclass(frozen=True, slots=True)
class ReceiptTexts:
    """Labels by key, such as ``receipt.total``."""

    language: str
    labels: Mapping[str, str]

    @classmethod
    def load(cls, language: str) -> "ReceiptTexts":
        """Return the texts for ``zh-Hans``, ``zh-Hant`` or ``en``; English for anything else."""
        chosen = language if language in LANGUAGES else "en"
        with path("receipts", f"{chosen}.toml").open("rb") as file:
            sections = tomllib.load(file)
        labels = {
            f"{section}.{key}": str(label)
            for section, entries in sections.items()
            for key, label in entries.items()
        }
        return cls(chosen, MappingProxyType(labels))

    def text(self, key: str, **arguments: str | int) -> str:
        """Return the label of ``key`` with its arguments filled in.

        Raises:
            KeyError: No language has such a label, or an argument is missing: a bug.
        """
        return self.labels[key].format(**arguments)

    def text_or(self, key: str, otherwise: str) -> str:
        """Return the label of ``key``, or ``otherwise`` for what we have no word for."""
        return self.labels.get(key, otherwise)
