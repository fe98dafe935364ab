"""The fiscal provider of shops that need none; the seam is there from the first sale on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.services.fiscal_model import FiscalMark, FiscalTicket

if TYPE_CHECKING:
    from retail_core.wire.facts import SaleCompleted

_PROVIDER = "none"


class NullFiscal:
    """Signs nothing and never fails."""

    def prepare(self, sale_id: str, *, total_minor: int, currency: str) -> FiscalTicket:
        """Return a ticket that means nothing."""
        del total_minor, currency
        return FiscalTicket(sale_id, _PROVIDER)

    def sign(self, ticket: FiscalTicket, sale: SaleCompleted) -> FiscalMark:
        """Return that nothing was signed."""
        del ticket, sale
        return FiscalMark(_PROVIDER, "none")

    def void(self, ticket: FiscalTicket) -> None:
        """Do nothing."""
