"""Our two kinds of import contract, each with an import that it must find."""

import pytest
from grimp import ImportGraph

from tests.architecture.contracts import ConfinedContract, OnlyContract

Imports = list[tuple[str, str]]


def _graph(*imports: tuple[str, str]) -> ImportGraph:
    """Make a graph of these imports; what is not ours is one squashed module, as in the real one."""
    graph = ImportGraph()
    for name in dict.fromkeys(name for pair in imports for name in pair):
        parts = name.split(".")
        for depth in range(1, len(parts) + 1):
            module = ".".join(parts[:depth])
            if module not in graph.modules:
                graph.add_module(
                    module, is_squashed=parts[0] not in {"pos_app", "central_api", "retail_core"}
                )
    for importer, imported in imports:
        graph.add_import(importer=importer, imported=imported, line_number=7, line_contents="import it")
    return graph


def _confined(graph: ImportGraph, **options: object) -> Imports:
    contract = ConfinedContract("planted", {}, options)
    links = contract.check(graph, verbose=False).metadata["links"]
    return [(importer, imported) for importer, imported, _ in links]


def _only(graph: ImportGraph, **options: object) -> Imports:
    contract = OnlyContract("planted", {}, options)
    links = contract.check(graph, verbose=False).metadata["links"]
    return [(importer, imported) for importer, imported, _ in links]


def test_a_library_outside_its_place_is_found() -> None:
    graph = _graph(("pos_app.ui.shell", "PySide6"), ("pos_app.services.pay", "PySide6"))
    found = _confined(graph, modules=["PySide6"], allowed_importers=["pos_app.ui"])
    assert found == [("pos_app.services.pay", "PySide6")]


def test_a_library_that_nobody_imports_and_a_place_that_does_not_exist_are_fine() -> None:
    graph = _graph(("pos_app.a", "pos_app.b"))
    assert _confined(graph, modules=["escpos"], allowed_importers=["pos_app.devices"]) == []


REPOSITORY = "central_api.stock.repository"


@pytest.mark.parametrize(
    ("importer", "expected"),
    [
        ("central_api.stock.service", []),
        ("central_api.sales.service", [("central_api.sales.service", REPOSITORY)]),
        ("central_api.sales.repository", [("central_api.sales.repository", REPOSITORY)]),
    ],
)
def test_a_repository_belongs_to_its_own_slice(importer: str, expected: Imports) -> None:
    graph = _graph((importer, REPOSITORY))
    options = {"modules": ["central_api.*.repository"], "allowed_importers": [], "own_package": "True"}
    assert _confined(graph, **options) == expected


def test_a_package_that_imports_more_than_its_list_is_found() -> None:
    graph = _graph(
        ("retail_core.money", "decimal"), ("retail_core.money", "nacl"), ("retail_core.codes.pq1", "nacl")
    )
    options = {"source_modules": ["retail_core"], "except_modules": ["retail_core.codes"], "allowed": []}
    assert _only(graph, **options) == [("retail_core.money", "nacl")]


def test_what_is_on_the_list_is_fine() -> None:
    graph = _graph(("retail_core.codes.pq1", "nacl"), ("retail_core.codes.pq1", "retail_core.money"))
    assert _only(graph, source_modules=["retail_core.codes"], allowed=["retail_core", "nacl"]) == []
