"""What the sheet shows on which a member proves who they are."""

from dataclasses import dataclass, field

from pos_app.services.balance_model import BalanceKind
from pos_app.ui.said import Said
from retail_core.proofs import ProofMeans


@dataclass(frozen=True, slots=True)
class ProofForm:
    """The sheet on which a member proves who they are, before ``kind`` is spent.

    ``is_good`` tells that ``said`` is no complaint. What was typed stands in no state.
    """

    kind: BalanceKind
    means: ProofMeans = "pin"
    busy: bool = False
    said: Said = field(default_factory=Said)
    is_good: bool = False
