"""Two kinds of import contract that import-linter lacks; both hold for modules that do not exist yet."""

import sys
from collections.abc import Iterable
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.imports import ModuleExpression

Link = tuple[str, str, int | None]


def _matching(graph: ImportGraph, option: object) -> set[str]:
    """Return the modules that an option names, with everything below them."""
    # The library declares a field and puts the parsed value in its place.
    expressions = cast("Iterable[ModuleExpression]", option or ())
    found: set[str] = set()
    for expression in expressions:
        if expression.has_wildcard_expression():
            roots = set(graph.find_matching_modules(expression.expression))
        else:
            roots = {expression.expression} & graph.modules
        for root in roots:
            found.add(root)
            if not graph.is_module_squashed(root):
                found |= graph.find_descendants(root)
    return found


def _matching_below(graph: ImportGraph, package: str) -> set[str]:
    """Return ``package`` and everything in it."""
    return {package, *graph.find_descendants(package)}


def _links(graph: ImportGraph, importer: str, imported: str) -> list[Link]:
    details = graph.get_import_details(importer=importer, imported=imported)
    return [(importer, imported, detail["line_number"]) for detail in details]


def _render(check: ContractCheck, advice: str) -> None:
    for importer, imported, line in check.metadata["links"]:
        output.print_error(f"- {importer} -> {imported} (l.{line})")
    output.print_error(advice)
    output.new_line()


class ConfinedContract(Contract):
    """Some modules, ours or a library's, are imported directly by a few places and by nobody else.

    Options: ``modules``, which may import each other, without ``except_modules``; ``allowed_importers``;
    ``own_package`` (the package
    that holds a module may import it, and the others of ``modules`` may not, which no pattern can say).
    """

    type_name = "confined"

    modules = fields.SetField(subfield=fields.ModuleExpressionField())
    allowed_importers = fields.SetField(subfield=fields.ModuleExpressionField())
    except_modules = fields.SetField(subfield=fields.ModuleExpressionField(), required=False)
    own_package = fields.BooleanField(required=False, default=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - the signature is the library's
        """Find every direct import from elsewhere."""
        allowed = _matching(graph, self.allowed_importers)
        confined = _matching(graph, self.modules) - _matching(graph, self.except_modules)
        links: list[Link] = []
        for imported in sorted(confined):
            home = (
                _matching_below(graph, imported.rpartition(".")[0])
                if cast("object", self.own_package) is True
                else confined
            )
            for importer in sorted(graph.find_modules_that_directly_import(imported) - allowed - home):
                links += _links(graph, importer, imported)
        return ContractCheck(kept=not links, metadata={"links": links})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import with its line."""
        _render(check, "Import it where the contract allows it, and pass what you need through a Protocol.")


class OnlyContract(Contract):
    """Some packages import directly the standard library, themselves and a short list, nothing else.

    Options: ``source_modules``; ``allowed``; ``except_modules`` (parts of the sources that have
    a contract of their own).
    """

    type_name = "only"

    source_modules = fields.SetField(subfield=fields.ModuleExpressionField())
    allowed = fields.SetField(subfield=fields.ModuleExpressionField())
    except_modules = fields.SetField(subfield=fields.ModuleExpressionField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - the signature is the library's
        """Find every direct import of something else."""
        sources = _matching(graph, self.source_modules)
        allowed = sources | _matching(graph, self.allowed)
        sources -= _matching(graph, self.except_modules)
        links: list[Link] = []
        for importer in sorted(sources):
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                if imported not in allowed and imported.partition(".")[0] not in sys.stdlib_module_names:
                    links += _links(graph, importer, imported)
        return ContractCheck(kept=not links, metadata={"links": links})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import with its line."""
        _render(check, "This part may import the standard library and what its contract lists, nothing else.")
