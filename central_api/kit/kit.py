"""What every endpoint is built with."""

from dataclasses import dataclass

from central_api.kit.clock import Clock
from central_api.kit.database import Database
from central_api.kit.gate import Gate
from central_api.kit.metrics import Metrics
from central_api.kit.request_log import RequestLog
from central_api.kit.settings import Settings
from central_api.kit.wakeups import Wakeups


@dataclass(frozen=True, slots=True)
class Kit:
    """Built once by ``central_api.app`` and handed to each slice's ``build_router``."""

    settings: Settings
    clock: Clock
    database: Database
    gate: Gate
    wakeups: Wakeups
    log: RequestLog
    metrics: Metrics
