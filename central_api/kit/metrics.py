"""What is counted, for Prometheus: requests by route, refusals by code, facts by what became of them.

No label carries anything of a person, a till or a request: routes and codes are few and known beforehand.
Several workers write into files of a folder that they share, and any of them answers for all.
"""

import os
from collections.abc import Mapping
from typing import Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

FOLDER_VARIABLE: Final = "PROMETHEUS_MULTIPROC_DIR"
"""Where several workers of one server keep their counts; set by their parent."""

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST

_SECONDS = (0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)


class Metrics:
    """The counts of one process."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "loop_pos_requests",
            "Answered requests.",
            ["route", "method", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "loop_pos_request_seconds",
            "Time of answered requests; that of /v1/wake is mostly waiting.",
            ["route"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._refusals = Counter(
            "loop_pos_refusals", "Refused requests by code.", ["code"], registry=self._registry
        )
        self._facts = Counter(
            "loop_pos_facts", "Facts by what became of them.", ["outcome"], registry=self._registry
        )

    def answered(self, *, route: str, method: str, status: int, code: str | None, seconds: float) -> None:
        """Count a request; ``code`` is that of a refusal."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        if code is not None:
            self._refusals.labels(code).inc()

    def took(self, *, facts: int, parked: int, exceptions: int) -> None:
        """Count new facts: how many came, how many of them wait, how many doubts there are."""
        self._facts.labels("stored").inc(facts)
        self._facts.labels("parked").inc(parked)
        self._facts.labels("exception").inc(exceptions)

    def text(self, levels: Mapping[str, Mapping[str, int]]) -> bytes:
        """Return everything as Prometheus reads it.

        Args:
            levels: What the database says now: gauge, then label, then number.
        """
        counted = self._registry
        if os.environ.get(FOLDER_VARIABLE):
            counted = CollectorRegistry()
            MultiProcessCollector(counted)  # type: ignore[no-untyped-call]  # the library has no types there
        return generate_latest(counted) + generate_latest(_levels(levels))


def _levels(levels: Mapping[str, Mapping[str, int]]) -> CollectorRegistry:
    registry = CollectorRegistry()
    for name, values in levels.items():
        gauge = Gauge(
            f"loop_pos_{name}", f"{name.replace('_', ' ').capitalize()} now.", ["of"], registry=registry
        )
        for label, number in values.items():
            gauge.labels(label).set(number)
    return registry
