"""The demo chain's content as it is written down in ``resources/demo``."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resources import path as resource
from retail_core.wire.base import Names


@dataclass(frozen=True, slots=True)
class StoreContent:
    """A store: its card, its rhythm, its goods."""

    card: Mapping[str, Any]
    goods: Mapping[str, Any]

    @property
    def store_id(self) -> str:
        """The id that the content gives it; a further copy of the store gets another."""
        return str(self.card["store_id"])


@dataclass(frozen=True, slots=True)
class People:
    """What names are made of."""

    surnames: Sequence[str]
    given: Sequence[str]


@dataclass(frozen=True, slots=True)
class DemoContent:
    """Everything that is written down."""

    tenant_number: int
    tenant_name: str
    stores: tuple[StoreContent, ...]
    staff: tuple[Mapping[str, str], ...]
    people: People
    campaigns: Mapping[str, Any]


def read_content() -> DemoContent:
    """Return the content of ``resources/demo``."""
    chain = _read("stores.json")
    people = _read("people.json")
    return DemoContent(
        tenant_number=chain["tenant"]["number"],
        tenant_name=chain["tenant"]["name"],
        stores=tuple(StoreContent(card, _read(card["content"])) for card in chain["stores"]),
        staff=tuple(chain["staff"]),
        people=People([*people["surnames"], *people["double_surnames"]], people["given"]),
        campaigns=_read("campaigns.json"),
    )


def names_of(text: str) -> Names:
    """Return ``简体|繁體|English`` as names."""
    zh_hans, zh_hant, en = text.split("|")
    return Names(zh_hans=zh_hans, zh_hant=zh_hant, en=en)


def _read(name: str) -> Any:
    return json.loads(resource("demo", name).read_text(encoding="utf-8"))
