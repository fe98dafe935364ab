"""The words of reports in one language: figures and what they are, headings, and keys that have no name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pos_app.services.receipt_texts import LANGUAGES, ReceiptTexts
from pos_app.services.sell_open_item import CATEGORY_ID as OPEN_ITEMS
from resources import path
from retail_core.figures import rate

_HOUR_DIGITS = 2
_OF_PAPER = frozenset({"funder", "tender", "tier"})
_PAPER_KEYS = {"hq": "headquarters"}
_SECTIONS = {
    "channel": "channel",
    "origin": "channel",
    "mode": "mode",
    "delay": "delay",
    "kind": "kind",
    "reason": "reason",
}


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Words by section and key; ``language`` is the one they are in."""

    language: str
    sections: Mapping[str, Mapping[str, str]]
    paper: ReceiptTexts
    """The words of receipts: tenders, tiers, funders, and what was agreed on long before reports."""

    @classmethod
    def load(cls, language: str) -> ReportWords:
        """Return the words for ``zh-Hans``, ``zh-Hant`` or ``en``; English for anything else."""
        chosen = language if language in LANGUAGES else "en"
        with path("reports", f"{chosen}.toml").open("rb") as file:
            read = tomllib.load(file)
        sections = {name: MappingProxyType(dict(entries)) for name, entries in read.items()}
        return cls(chosen, MappingProxyType(sections), ReceiptTexts.load(chosen))

    def say(self, key: str, **arguments: str | int) -> str:
        """Return a phrase of every report, ``as_of`` for instance, with its arguments filled in.

        Raises:
            KeyError: There is no such phrase, or an argument is missing: a bug.
        """
        return self.sections["report"][key].format(**arguments)

    def figure(self, figure_id: str) -> str:
        """Return what a figure is called; its own name where we have no word for it."""
        return self.sections["figure"].get(figure_id, figure_id)

    def what(self, figure_id: str) -> str:
        """Return what a figure is, in a sentence; empty where nobody wrote it."""
        return self.sections["what"].get(figure_id, "")

    def why(self, why: str) -> str:
        """Return why head office does not know a figure."""
        return self.sections["why"].get(why, why)

    def column(self, key: str) -> str:
        """Return the heading of a column that is no figure."""
        return self.sections["column"][key]

    def dimension(self, dimension: str) -> str:
        """Return the heading of the keys of a dimension."""
        return self.sections["dimension"].get(dimension, dimension)

    def sheet(self, dimension: str, table_id: str = "") -> str:
        """Return what a table by a dimension is called; some tables have a name of their own."""
        names = self.sections["sheet"]
        return names.get(table_id) or names.get(dimension, dimension)

    def chart(self, dimension: str, figure_id: str) -> str:
        """Return the title of a picture of a figure by a dimension."""
        pattern = self.sections["chart"].get(dimension, "{figure}")
        return pattern.format(figure=self.figure(figure_id))

    def key(self, dimension: str, key: str, *, name: str = "") -> str:
        """Return what a key is called: its own ``name``, else our word for it, else itself."""
        if name:
            return name
        if dimension == "category" and key == OPEN_ITEMS:
            dimension, key = "product", ""
        if not key:
            return self.sections["empty"].get(dimension, self.sections["empty"]["other"])
        if dimension == "hour":
            return f"{key:0>{_HOUR_DIGITS}}:00"
        if dimension == "tax":
            return rate(int(key)) if key.isdecimal() else key
        if dimension in _OF_PAPER:
            return self.paper.text_or(f"{dimension}.{_PAPER_KEYS.get(key, key)}", key)
        return self.sections.get(_SECTIONS.get(dimension, ""), {}).get(key, key)
