"""Bounded, typed reading of a campaign's data: everything is checked once, when rules are loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retail_core.pricing.reasons import Refusal

MAX_MINOR = 10**12
MAX_ITEMS = 10_000
MAX_TEXT = 200
WHOLE_BP = 10_000
_NO_TEXTS: frozenset[str] = frozenset()


class FieldRefused(ValueError):  # noqa: N818 - becomes a RuleRefused with the rule's id.
    """One field of a campaign cannot be used."""

    def __init__(self, reason: Refusal, field: str) -> None:
        super().__init__(reason, field)
        self.reason = reason
        self.field = field


class Fields:
    """One JSON object of a campaign; ``done`` refuses whatever was not asked for."""

    __slots__ = ("_data", "_path", "_seen")

    def __init__(self, data: object, path: str = "") -> None:
        if not isinstance(data, Mapping):
            raise FieldRefused(Refusal.NOT_A_RECORD, path)
        self._data = data
        self._path = path
        self._seen: set[str] = set()

    def path(self, name: str) -> str:
        """Return the full name of a field, for a refusal."""
        return f"{self._path}.{name}" if self._path else name

    def refuse(self, reason: Refusal, name: str) -> FieldRefused:
        """Return the refusal of field ``name``."""
        return FieldRefused(reason, self.path(name))

    def _get(self, name: str) -> object:
        self._seen.add(name)
        return self._data.get(name)

    def has(self, name: str) -> bool:
        """Tell whether the field is there and not null."""
        return self._get(name) is not None

    def whole(self, name: str, low: int, *, high: int = MAX_MINOR, default: int | None = None) -> int:
        """Return a whole number from ``low`` to ``high``."""
        value = self._get(name)
        if value is None:
            if default is None:
                raise self.refuse(Refusal.MISSING_FIELD, name)
            return default
        if type(value) is not int:
            raise self.refuse(Refusal.WRONG_TYPE, name)
        if not low <= value <= high:
            raise self.refuse(Refusal.OUT_OF_RANGE, name)
        return value

    def whole_or_none(self, name: str, low: int, *, high: int = MAX_MINOR) -> int | None:
        """Return a whole number, or ``None`` where the field is missing."""
        return self.whole(name, low, high=high) if self.has(name) else None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a boolean."""
        value = self._get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.refuse(Refusal.WRONG_TYPE, name)
        return value

    def text(self, name: str, *, default: str | None = None) -> str:
        """Return a text of 1 to 200 characters."""
        value = self._get(name)
        if value is None and default is not None:
            return default
        return self._text(value, name)

    def _text(self, value: object, name: str) -> str:
        if value is None:
            raise self.refuse(Refusal.MISSING_FIELD, name)
        if not isinstance(value, str):
            raise self.refuse(Refusal.WRONG_TYPE, name)
        if not 1 <= len(value) <= MAX_TEXT:
            raise self.refuse(Refusal.TOO_LONG, name)
        return value

    def choice(self, name: str, choices: Sequence[str], *, default: str) -> str:
        """Return one of ``choices``."""
        value = self.text(name, default=default)
        if value not in choices:
            raise self.refuse(Refusal.BAD_CHOICE, name)
        return value

    def texts(self, name: str) -> frozenset[str]:
        """Return a set of texts, empty where the field is missing."""
        items = self.items(name)
        return frozenset([self._text(item, name) for item in items]) if items else _NO_TEXTS

    def items(self, name: str) -> Sequence[object]:
        """Return a list of at most 10,000 items, empty where the field is missing."""
        value = self._get(name)
        if value is None:
            return ()
        if not isinstance(value, Sequence) or isinstance(value, str | bytes):
            raise self.refuse(Refusal.WRONG_TYPE, name)
        if len(value) > MAX_ITEMS:
            raise self.refuse(Refusal.TOO_LONG, name)
        return value

    def wholes(self, name: str, low: int, *, high: int) -> frozenset[int]:
        """Return a set of whole numbers from ``low`` to ``high``."""
        values = self.items(name)
        for value in values:
            if type(value) is not int:
                raise self.refuse(Refusal.WRONG_TYPE, name)
            if not low <= value <= high:
                raise self.refuse(Refusal.OUT_OF_RANGE, name)
        return frozenset(value for value in values if type(value) is int)

    def records(self, name: str) -> list[Fields]:
        """Return a list of objects."""
        return [Fields(item, f"{self.path(name)}[{i}]") for i, item in enumerate(self.items(name))]

    def record(self, name: str) -> Fields:
        """Return an object, an empty one where the field is missing."""
        value = self._get(name)
        return Fields({} if value is None else value, self.path(name))

    def names(self) -> list[str]:
        """Return the keys, for an object whose keys are data (tiers, languages)."""
        names = [self._text(name, "key") for name in self._data]
        if len(names) > MAX_ITEMS:
            raise self.refuse(Refusal.TOO_LONG, "key")
        return sorted(names)

    def done(self) -> None:
        """Refuse fields that nothing has read: a rule that is only half understood must not price."""
        unread = sorted(str(name) for name in self._data if name not in self._seen)
        if unread:
            raise self.refuse(Refusal.UNKNOWN_FIELD, unread[0])
