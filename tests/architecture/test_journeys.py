"""A journey sees what a person sees: widgets by their name, keys and clicks; and nothing behind them."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, imports, modules, planted, report

PRODUCT_PACKAGES = ("pos_app", "central_api", "retail_core")
# What opens the till, and what plays it from outside; nothing that knows a rule.
ALLOWED = (
    "pos_app.bootstrap",
    "pos_app.cli",
    "pos_app.__main__",
    "pos_app.demo",
    "pos_app.tour",
    "pos_app.ui.shell",
    "pos_app.ui.tasks",
)
# Calls that press a button from inside; a person cannot do that.
SHORT_CUTS = frozenset(
    {
        "click",
        "animateClick",
        "toggle",
        "trigger",
        "setText",
        "setPlainText",
        "setValue",
        "setChecked",
        "setCurrentIndex",
    }
)
LOADERS = frozenset({"import_module", "__import__"})


def shortcuts(module: Module) -> Iterator[str]:
    """Yield imports of what is behind the widgets, and calls that no finger can make."""
    for name, line in imports(ast.walk(module.tree)):
        ours = name.partition(".")[0] in PRODUCT_PACKAGES
        if ours and not any(name == allowed or name.startswith(f"{allowed}.") for allowed in ALLOWED):
            yield f"{module.path}:{line}: imports {name}"
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in SHORT_CUTS or called in LOADERS:
            yield f"{module.path}:{node.lineno}: calls {called}()"


def test_journeys_use_the_window_and_nothing_behind_it() -> None:
    found = [line for module in modules("tests/journeys") for line in shortcuts(module)]
    report(found, "Find the widget by its objectName and send it events of QTest.")


@pytest.mark.parametrize(
    "text",
    [
        "from pos_app.ui.screens.sell.presenter import SellPresenter",
        "import pos_app.services.complete_sale",
        "def f():\n    from pos_app import storage",
        "from retail_core.pricing import price",
        "import central_api.models",
        "button.click()",
        "importlib.import_module('pos_app.services')",
    ],
)
def test_a_look_behind_the_window_is_found(text: str) -> None:
    assert len(list(shortcuts(planted(text, "tests/journeys/planted.py")))) == 1


def test_opening_the_till_is_allowed() -> None:
    assert list(shortcuts(planted("from pos_app.bootstrap import build\nQTest.mouseClick(button, 1)"))) == []
