"""Print a receipt again, marked COPY and counted."""

from collections.abc import Sequence

from pos_app.services.records import Actor, SaleSummary


class ReprintReceipt:
    """Prints copies; on the storage lane."""

    def recent(self, limit: int = 20) -> Sequence[SaleSummary]:
        """Return the newest sales of this till, the last one first."""
        raise NotImplementedError

    def __call__(self, actor: Actor, receipt_number: str) -> int:
        """Write a copy into the spool and return its job; right ``receipt.reprint``.

        Raises:
            RuleError: ``right.missing``, ``receipt.unknown``.
        """
        raise NotImplementedError
