"""Which key does what: one table; a key means one thing on every screen."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtGui import QKeySequence

Preset = Literal["standard", "supermarket", "ledger"]

_STANDARD: dict[str, tuple[str, ...]] = {
    "help": ("F1",),
    "search": ("F2",),
    "open_item": ("F3",),
    "discount": ("F4",),
    "more": ("F5",),
    "park": ("F6",),
    "coupon": ("F7",),
    "recall": ("F8",),
    "member": ("F9",),
    "exact_cash": ("F10",),
    "pickup": ("F11",),
    "pay": ("F12", "Num++"),
    "confirm": ("Return", "Num+Enter"),
    "back": ("Esc",),
    "remove_line": ("Del",),
    "quantity": ("Num+*",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y",),
    "reprint": ("Ctrl+P",),
    "batch_pick": ("Alt+B",),
    "options": ("Alt+O",),
    "away": ("Alt+T",),
    "why": ("Alt+W",),
    "best_use": ("Alt+U",),
    "stock": ("Alt+S",),
    "reports": ("Alt+R",),
    "returns": ("Alt+E",),
    "top_up": ("Alt+V",),
    "rewards": ("Alt+G",),
    "loose_return": ("Alt+N",),
    "put_back": ("Ctrl+Return",),
    "drawer": ("Alt+M",),
    "day_close": ("Alt+K",),
    "close_shift": ("Alt+Z",),
    "exceptions": ("Alt+X",),
    "campaigns": ("Alt+C",),
    "health": ("Alt+H",),
    "tender_cash": ("Alt+1",),
    "tender_external": ("Alt+2",),
    "tender_voucher": ("Alt+3",),
    "tender_card": ("Alt+4",),
    "tender_points": ("Alt+5",),
    "tender_stored_value": ("Alt+6",),
    "period": ("Alt+D",),
    "earlier": ("Alt+Left",),
    "later": ("Alt+Right",),
    "lock": ("Ctrl+L",),
}
_PRESETS: dict[Preset, dict[str, tuple[str, ...]]] = {
    "standard": {},
    "supermarket": {"member": ("F4",), "discount": ("F9",), "pay": ("Num++", "F12")},
    "ledger": {"recall": ("F7",), "coupon": ("F8",)},
}
_SHORT_TEXTS = {"Num++": "+", "Num+*": "*", "Return": "Enter", "Ctrl+Return": "Ctrl Enter"}


class KeyConflict(ValueError):  # noqa: N818 - says what is so.
    """One key would mean two things; ``key`` and both actions are the arguments."""

    code = "keymap.conflict"


class KeyMap:
    """Keys by action; remapping gives a new map."""

    def __init__(
        self, preset: Preset = "standard", changes: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Start from a preset.

        Args:
            preset: A named habit.
            changes: Keys by action that replace those of the preset.

        Raises:
            KeyConflict: One key would mean two things.
            KeyError: ``changes`` names an action that does not exist.
        """
        self._keys = _STANDARD | _PRESETS[preset]
        for action, keys in (changes or {}).items():
            if action not in self._keys:
                raise KeyError(action)
            self._keys[action] = keys
        self._refuse_conflicts()

    def actions(self) -> list[str]:
        """Return the codes of all actions that have keys."""
        return list(self._keys)

    def keys(self, action: str) -> list[QKeySequence]:
        """Return the keys of ``action``; none for an action without."""
        return [QKeySequence(key) for key in self._keys.get(action, ())]

    def badge(self, action: str) -> str:
        """Return the first key of ``action`` as it stands on a button; empty for an action without."""
        keys = self._keys.get(action, ())
        return _SHORT_TEXTS.get(keys[0], keys[0].replace("+", " ")) if keys else ""

    def _refuse_conflicts(self) -> None:
        owners: dict[str, str] = {}
        for action, keys in self._keys.items():
            for key in keys:
                owner = owners.setdefault(QKeySequence(key).toString(), action)
                if owner != action:
                    raise KeyConflict(key, owner, action)
