"""What the slice of stored value takes and gives."""

from dataclasses import dataclass

from retail_core.stored_value import SpendOrder, ValueEntry, ValueKind


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the ledger that a reference makes by a rule, once; see ``retail_core.stored_value``."""

    member_id: str
    ref: str
    rule: str
    kind: ValueKind
    store_id: str | None
    made_ms: int
    entry_id: str | None
    principal_minor: int = 0
    bonus_minor: int = 0
    amount_minor: int = 0
    spend: SpendOrder = "principal_first"
    of_ref: str = ""

    @property
    def value(self) -> ValueEntry:
        """The entry as the rule reads it."""
        return ValueEntry(
            self.kind,
            self.ref,
            self.principal_minor,
            self.bonus_minor,
            self.amount_minor,
            self.spend,
            self.of_ref,
        )


@dataclass(frozen=True, slots=True)
class Spent:
    """A payment with a balance that a unit of work applied."""

    member_id: str
    ref: str
    entry_id: str | None
