"""The work list of exceptions in the till's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ExceptionState = Literal["open", "done"]


@dataclass(frozen=True, slots=True)
class ExceptionItem:
    """A fact of the store that head office has doubts about; ``args`` are those of its ``kind``.

    ``actions`` are what settles it, ``receipts`` the numbers of those that show it. ``action``, ``note`` and
    ``settled_by`` are empty while it is open.
    """

    exception_id: int
    kind: str
    args: Mapping[str, str | int]
    till: str
    seq: int
    actor: str
    happened_ms: int
    actions: tuple[str, ...]
    receipts: tuple[str, ...] = ()
    state: ExceptionState = "open"
    action: str = ""
    note: str = ""
    settled_by: str = ""
    settled_ms: int = 0


@dataclass(frozen=True, slots=True)
class ExceptionPage:
    """Some exceptions, oldest first; ``open_count`` are open in all, ``after`` asks on, 0 at the end."""

    items: tuple[ExceptionItem, ...] = ()
    open_count: int = 0
    after: int = 0
