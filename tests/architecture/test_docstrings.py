"""Every public method says what it does, unless something else has said it: a Protocol, Qt, a base class."""

import ast
from collections.abc import Iterable, Iterator

from tests.architecture.source import PRODUCT, Function, Module, classes, dotted, modules, planted, report

NEED_NONE = frozenset({"overload", "override", "typing.override", "typing.overload"})


def described_elsewhere(sources: Iterable[Module]) -> set[str]:
    """Return the names of methods that some class of ours describes."""
    return {
        child.name
        for module in sources
        for node in classes(module.tree)
        for child in node.body
        if isinstance(child, Function) and ast.get_docstring(child)
    }


def undescribed(module: Module, described: set[str]) -> Iterator[str]:
    """Yield public methods without a docstring that nothing else describes."""
    for node in classes(module.tree):
        if node.name.startswith("_"):
            continue
        bases = {dotted(base) for base in node.bases}
        overrides = bool(bases - {"", "object"})
        for child in node.body:
            if not isinstance(child, Function) or child.name.startswith("_") or ast.get_docstring(child):
                continue
            foreign = overrides and child.name != child.name.lower()
            decorators = {dotted(decorator) for decorator in child.decorator_list}
            attribute = any(name.endswith((".setter", ".deleter")) for name in decorators)
            # A Protocol's properties are its attributes; its own docstring is about them.
            attribute = attribute or ("property" in decorators and "Protocol" in bases)
            if not (foreign or attribute or child.name in described or NEED_NONE & decorators):
                yield f"{module.path}::{node.name}.{child.name}"


def test_every_public_method_is_described() -> None:
    sources = modules(*PRODUCT)
    described = described_elsewhere(sources)
    found = [line for module in sources for line in undescribed(module, described)]
    report(found, "Say in one line what it does; mark an override of a library's method with @override.")


def test_a_method_without_a_docstring_is_found() -> None:
    text = "class A:\n    def pay(self): ...\n    def _own(self): ...\n"
    assert list(undescribed(planted(text), set())) == ["pos_app/planted.py::A.pay"]


def test_a_method_that_a_protocol_describes_needs_none() -> None:
    port = planted('class Port(Protocol):\n    def pay(self):\n        """Take the money."""\n')
    assert list(undescribed(planted("class A:\n    def pay(self): ...\n"), described_elsewhere([port]))) == []


def test_an_override_of_qt_needs_none() -> None:
    assert (
        list(undescribed(planted("class A(QWidget):\n    def paintEvent(self, event): ...\n"), set())) == []
    )
