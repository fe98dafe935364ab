"""Names that tell nothing, and calls that go round what was passed in."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import (
    EVERYTHING,
    PRODUCT,
    Function,
    Module,
    dotted,
    imports,
    modules,
    planted,
    report,
)

EMPTY_NAMES = frozenset(
    {
        "utils",
        "util",
        "helpers",
        "helper",
        "manager",
        "managers",
        "common",
        "misc",
        "tools",
        "stuff",
        "base_utils",
    }
)
COMMAND_LINES = ("pos_app/cli.py", "central_api/cli.py", "installer", "benchmarks")
QT_APPLICATIONS = frozenset({"QApplication", "QGuiApplication", "QCoreApplication"})
LOCATORS = frozenset({"instance", "get_instance", "getInstance", "shared_instance"})
CLOCKS = frozenset({"now", "utcnow", "today"})
CLOCK_OWNERS = frozenset({"datetime", "date", "datetime.datetime", "datetime.date", "dt.datetime", "dt.date"})
SLEEPS = frozenset({"sleep", "msleep", "usleep", "qWait", "qSleep"})
MODAL_STATICS = frozenset({"information", "question", "warning", "critical", "about"})
BANNED_IN_TESTS = frozenset(
    {"Mock", "MagicMock", "AsyncMock", "pytest.skip", "pytest.xfail", "pytest.importorskip"}
)
BANNED_MARKS = ("pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail")


def banned_calls(module: Module) -> Iterator[str]:
    """Yield calls that ask a global instead of what was passed in, or that stop the program."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node.func)
        owner, _, last = name.rpartition(".")
        place = f"{module.path}:{node.lineno}: {name}()"
        if last in CLOCKS and owner in CLOCK_OWNERS:
            yield f"{place}: ask the clock that was passed in"
        elif last in SLEEPS and owner != "":
            yield f"{place}: wait for the event itself, with a timeout"
        elif owner.endswith("QMessageBox") and last in MODAL_STATICS:
            yield f"{place}: use a notice or a panel"
        elif last in LOCATORS and owner and owner.rpartition(".")[2] not in QT_APPLICATIONS:
            yield f"{place}: take it as an argument of the constructor"
        elif name == "print" and not module.is_below(*COMMAND_LINES, "tests"):
            yield f"{place}: print belongs to the command line"


def locators(module: Module) -> Iterator[str]:
    """Yield definitions that hand out one global object."""
    for node in ast.walk(module.tree):
        if isinstance(node, Function) and node.name in LOCATORS:
            yield f"{module.path}:{node.lineno}: def {node.name}: bootstrap builds it once and passes it down"
        if isinstance(node, ast.Global):
            names = ", ".join(node.names)
            yield f"{module.path}:{node.lineno}: global {names}: keep it in an object that is passed down"


def make_believe(module: Module) -> Iterator[str]:
    """Yield mocks, skips and expected failures."""
    for node in ast.walk(module.tree):
        name = dotted(node) if isinstance(node, ast.Attribute | ast.Name) else ""
        if name in BANNED_IN_TESTS or name in BANNED_MARKS:
            yield f"{module.path}:{getattr(node, 'lineno', 0)}: {name}"
    for name, line in imports(ast.walk(module.tree)):
        if name.startswith("unittest.mock"):
            yield f"{module.path}:{line}: {name}"


def test_no_module_has_an_empty_name() -> None:
    found = [module.path for module in modules(*EVERYTHING) if EMPTY_NAMES & set(module.path[:-3].split("/"))]
    report(found, "Name the module after what it does.")


def test_nothing_goes_round_what_was_passed_in() -> None:
    found = [line for module in modules(*PRODUCT, "benchmarks") for line in banned_calls(module)]
    report(found, "See the habits in CONTRIBUTING.md.")


def test_tests_wait_for_events_and_not_for_time() -> None:
    report(
        [line for module in modules("tests") for line in banned_calls(module)], "Use waitSignal or waitUntil."
    )


def test_there_is_no_locator() -> None:
    found = [line for module in modules(*PRODUCT) for line in locators(module)]
    report(found, "Pass it through the constructor.")


def test_tests_use_fakes_and_are_never_skipped() -> None:
    found = [line for module in modules("tests") for line in make_believe(module)]
    report(found, "Write a small fake; a test for another machine takes the marker needs_root_or_platform.")


@pytest.mark.parametrize(
    "call",
    [
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "date.today()",
        "time.sleep(1)",
        "QThread.msleep(5)",
        "QTest.qWait(5)",
        "QMessageBox.warning(None, 'a', 'b')",
        "Settings.instance()",
        "print('x')",
    ],
)
def test_a_banned_call_is_found(call: str) -> None:
    assert len(list(banned_calls(planted(f"def f():\n    {call}\n")))) == 1


def test_asking_qt_for_its_application_is_allowed() -> None:
    assert list(banned_calls(planted("QApplication.instance()"))) == []


def test_printing_is_allowed_on_the_command_line() -> None:
    assert list(banned_calls(planted("print('x')", "pos_app/cli.py"))) == []


def test_a_locator_is_found() -> None:
    assert len(list(locators(planted("class A:\n    def instance(cls): ...\n")))) == 1


def test_a_global_is_found() -> None:
    assert len(list(locators(planted("def f():\n    global x\n    x = 1\n")))) == 1


def test_a_skip_and_a_mock_are_found() -> None:
    text = "from unittest.mock import MagicMock\n@pytest.mark.skip\ndef test_a(): ...\n"
    assert len(list(make_believe(planted(text, "tests/planted.py")))) == 2
