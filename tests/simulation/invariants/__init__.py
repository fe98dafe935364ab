"""What always holds (DESIGN §12): after every step what is cheap to look at, at every peace everything."""

from tests.simulation.invariants.everything import check_everything
from tests.simulation.invariants.steps import behind, check_step

__all__ = ["behind", "check_everything", "check_step"]
