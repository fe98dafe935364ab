"""A function fits a screen, a module and a class stay small, calls stay readable."""

import ast
from collections.abc import Iterator

from tests.architecture.source import (
    EVERYTHING,
    PRODUCT,
    Function,
    Module,
    classes,
    functions,
    modules,
    planted,
    report,
)

FUNCTION_LINES = 70
MODULE_LINES = 500
CLASS_LINES = 300
PUBLIC_METHODS = 20
PARAMETERS = 6
POSITIONAL = 2
COMMAND_MODULES = frozenset({"cli.py", "commands.py", "report_cli.py"})
# path::name, each with its reason beside it.
EXCEPTIONS: frozenset[str] = frozenset(
    {
        # A lane is called everywhere as work, what comes after, what on failure; the style page draws it so.
        "pos_app/services/ports.py::run",
        "pos_app/ui/tasks.py::run",
        "pos_app/bootstrap/foyer.py::run",
    }
)
# Overrides of Qt are written as Qt calls them; so are Python's own protocols (``__exit__``).
QT_LOWER_CASE = frozenset({"paint"})


def lines_of(node: Function | ast.ClassDef) -> int:
    """Return how many lines the definition takes, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(module: Module) -> Iterator[str]:
    """Yield what is longer than its bound."""
    total = len(module.text.splitlines())
    if total > MODULE_LINES:
        yield f"{module.path}: {total} lines, at most {MODULE_LINES}"
    for function, _ in functions(module.tree):
        if lines_of(function) > FUNCTION_LINES:
            yield f"{module.path}::{function.name}: {lines_of(function)} lines, at most {FUNCTION_LINES}"
    for node in classes(module.tree):
        if lines_of(node) > CLASS_LINES:
            yield f"{module.path}::{node.name}: {lines_of(node)} lines, at most {CLASS_LINES}"
        methods = {child.name for child in node.body if isinstance(child, Function)}
        public = [name for name in methods if not name.startswith("_")]
        if len(public) > PUBLIC_METHODS:
            yield f"{module.path}::{node.name}: {len(public)} public methods, at most {PUBLIC_METHODS}"


def too_many_parameters(module: Module) -> Iterator[str]:
    """Yield functions with too many parameters, or with a third one that may be given by position."""
    for function, is_method in functions(module.tree):
        if _is_foreign(function.name):
            continue
        arguments = function.args
        positional = len(arguments.posonlyargs) + len(arguments.args) - is_method
        if positional > POSITIONAL:
            yield f"{module.path}::{function.name}: {positional} by position, keyword-only from the third on"
        if module.path.rpartition("/")[2] in COMMAND_MODULES:
            # Each option of a command is a parameter; their number is the command's, not the function's.
            continue
        if positional + len(arguments.kwonlyargs) > PARAMETERS:
            yield f"{module.path}::{function.name}: more than {PARAMETERS} parameters"


def _is_foreign(name: str) -> bool:
    """Return whether the signature is Qt's or Python's, not ours."""
    return name != name.lower() or name in QT_LOWER_CASE or (name.startswith("__") and name != "__init__")


def _without_exceptions(found: Iterator[str]) -> list[str]:
    return [line for line in found if line.partition(": ")[0] not in EXCEPTIONS]


def test_functions_classes_and_modules_are_small() -> None:
    found = [line for module in modules(*EVERYTHING) for line in _without_exceptions(too_long(module))]
    report(found, "Split it: one part per thing it does.")


def test_calls_are_readable() -> None:
    found = [
        line for module in modules(*PRODUCT) for line in _without_exceptions(too_many_parameters(module))
    ]
    report(found, "Put a * before the third parameter; make a dataclass of what belongs together.")


def test_a_function_of_71_lines_is_found() -> None:
    text = "def long() -> None:\n" + "    pass\n" * 70
    assert list(too_long(planted(text))) == ["pos_app/planted.py::long: 71 lines, at most 70"]


def test_a_module_of_501_lines_is_found() -> None:
    assert list(too_long(planted("pass\n" * 501))) == ["pos_app/planted.py: 501 lines, at most 500"]


def test_a_class_of_301_lines_is_found() -> None:
    text = "class Long:\n" + "    a = 1\n" * 300
    assert list(too_long(planted(text))) == ["pos_app/planted.py::Long: 301 lines, at most 300"]


def test_a_class_with_21_public_methods_is_found() -> None:
    text = (
        "class Wide:\n"
        + "".join(f"    def m{n}(self): ...\n" for n in range(21))
        + "    def _own(self): ...\n"
    )
    assert list(too_long(planted(text))) == ["pos_app/planted.py::Wide: 21 public methods, at most 20"]


def test_a_third_positional_parameter_is_found() -> None:
    text = "def f(a, b, c): ...\nclass A:\n    def g(self, a, b, *, c): ...\n"
    assert list(too_many_parameters(planted(text))) == [
        "pos_app/planted.py::f: 3 by position, keyword-only from the third on"
    ]


def test_a_seventh_parameter_is_found() -> None:
    text = "def f(a, *, b, c, d, e, f, g): ...\n"
    assert list(too_many_parameters(planted(text))) == ["pos_app/planted.py::f: more than 6 parameters"]


def test_overrides_of_qt_keep_their_signature() -> None:
    assert (
        list(too_many_parameters(planted("class A:\n    def setData(self, index, value, role): ...\n"))) == []
    )
