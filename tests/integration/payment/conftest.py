"""The simulated provider as a process of its own, and what drives it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from pos_app.demo.processes import ServerProcess, start_provider

PATIENCE_S = 10


@dataclass
class Drive:
    """Says how the next charges go, and looks at what the provider keeps."""

    process: ServerProcess

    @property
    def url(self) -> str:
        return self.process.url

    def script(self, *outcomes: str) -> None:
        self._post("/demo/script", {"outcomes": list(outcomes)})

    def customer(self, order_no: str, *, yes: bool) -> None:
        self._post(f"/demo/customer/{order_no}", {"yes": yes})

    def charges(self) -> dict[str, dict[str, object]]:
        answer = requests.get(f"{self.url}/v1/charges", timeout=PATIENCE_S).json()
        return {each["order_no"]: each for each in answer}

    def _post(self, path: str, body: dict[str, object]) -> None:
        requests.post(f"{self.url}{path}", json=body, timeout=PATIENCE_S).raise_for_status()


@pytest.fixture(scope="session")
def session_drive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drive]:
    root = tmp_path_factory.mktemp("provider")
    with start_provider(root / "charges.jsonl", port=0, log=root / "provider.log") as process:
        yield Drive(process)


@pytest.fixture
def drive(session_drive: Drive) -> Drive:
    """A provider that is running; what it keeps of other tests has other order numbers."""
    return session_drive


@pytest.fixture
def make_drive(tmp_path: Path) -> Iterator[Callable[[], Drive]]:
    """Start a provider that is this test's own; each later one continues with the same file."""
    made: list[ServerProcess] = []

    def make() -> Drive:
        made.append(start_provider(tmp_path / "charges.jsonl", port=0, log=tmp_path / "provider.log"))
        return Drive(made[-1])

    yield make
    for process in made:
        process.stop()
