"""Threads are made in one place per program; everybody else is handed a lane."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, imports, modules, planted, report

THREAD_MODULES = frozenset({"threading", "_thread", "concurrent", "multiprocessing"})
QT_THREADS = frozenset({"QThread", "QRunnable", "QThreadPool"})
TILL_LANES = "pos_app/ui/tasks.py"
SERVER_FOLDER = "central_api/kit"


def thread_makers(module: Module) -> Iterator[str]:
    """Yield the imports and names with which a module makes threads."""
    for name, line in imports(ast.walk(module.tree)):
        if name.partition(".")[0] in THREAD_MODULES or name.rpartition(".")[2] in QT_THREADS:
            yield f"{module.path}:{line}: {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in QT_THREADS:
            yield f"{module.path}:{node.lineno}: {node.attr}"


def test_the_till_makes_threads_in_one_file() -> None:
    found = [
        line
        for module in modules("pos_app", "resources")
        if module.path != TILL_LANES
        for line in thread_makers(module)
    ]
    report(found, "Take a lane (pos_app.services.ports); bootstrap passes it in.")


def test_the_server_makes_threads_in_one_file_of_its_kit() -> None:
    users = {module.path for module in modules("central_api") if list(thread_makers(module))}
    outside = [path for path in users if not path.startswith(f"{SERVER_FOLDER}/")]
    report(outside, "Take the plain-thread lane of central_api.kit.")
    assert len(users) <= 1, f"{sorted(users)}: one file makes the server's threads"


@pytest.mark.parametrize(
    "text",
    [
        "import threading",
        "def f():\n    from concurrent.futures import ThreadPoolExecutor",
        "from PySide6.QtCore import QThread",
        "from PySide6 import QtCore\nQtCore.QThreadPool()",
    ],
)
def test_a_thread_elsewhere_is_found(text: str) -> None:
    assert len(list(thread_makers(planted(text)))) == 1
