"""What the products file says beyond a plain product: take-away rate, deposit, place in a style's grid.

A column that a file does not have leaves what is known as it is.
"""

import hashlib
from collections.abc import Mapping

from central_api.importing import cells
from central_api.importing.plan import Cells
from central_api.importing.schemas import Row
from retail_core.wire.base import Names
from retail_core.wire.feed import ProductDoc, VariantDoc

_GRID = ("style", "size", "colour")


class TraitReader:
    """Adds to the products of a file, and checks at the end what refers to other rows."""

    def __init__(self, reader: Cells, known: Mapping[str, ProductDoc], *, currency: str) -> None:
        """Read by ``reader``; ``known`` are the products that are there, by SKU."""
        self._reader = reader
        self._currency = currency
        self._known = known
        self._rows: dict[str, Row] = {}

    def add_to(self, doc: ProductDoc, row: Row) -> ProductDoc | None:
        """Return ``doc`` with what ``row`` says; None after noting what is wrong."""
        before = self._known.get(doc.sku)
        self._rows[doc.sku] = row
        away_bp = self._reader.read(row, "away_tax", parse=cells.maybe_tax_rate)
        deposit = self._reader.read(row, "deposit", parse=cells.yes_or_no)
        dated = self._reader.read(row, "dated", parse=cells.dated)
        serials = self._reader.read(row, "serials", parse=cells.yes_or_no)
        cost = self._reader.read(row, "cost", parse=lambda text: cells.maybe_amount(text, self._currency))
        variant = self._variant(row, doc)
        # Nothing and a wrong cell are both None here; a wrong cell is among the problems.
        if deposit is None or dated is None or serials is None:
            return None
        if (serials or dated) and (deposit or (serials and doc.sold_by == "weight")):
            self._reader.refuse(row, "serials" if serials else "dated", code="cell.no_pieces")
            return None
        kept = {} if before is None else {"packs": before.packs, "options": before.options}
        return doc.model_copy(
            update={
                **kept,
                "away_tax_rate_bp": self._new(before, "away_tax", value=away_bp, name="away_tax_rate_bp"),
                "deposit": self._new(before, "deposit", value=deposit, name="deposit"),
                "deposit_id": None if before is None else before.deposit_id,
                "dated": self._new(before, "dated", value=dated, name="dated"),
                "serials": self._new(before, "serials", value=serials, name="serials"),
                "cost_minor": self._new(before, "cost", value=cost, name="cost_minor"),
                "variant": self._new(before, "style", value=variant, name="variant"),
            }
        )

    def finish(self, docs: list[ProductDoc]) -> list[ProductDoc]:
        """Return ``docs`` with the deposits that they bring along; note which cannot be, and taken places."""
        self._check_places(docs)
        if not self._reader.has("deposit_sku"):
            return docs
        all_docs = {**self._known, **{doc.sku: doc for doc in docs}}
        return [self._with_deposit(doc, all_docs) for doc in docs]

    def _with_deposit(self, doc: ProductDoc, all_docs: Mapping[str, ProductDoc]) -> ProductDoc:
        row = self._rows[doc.sku]
        sku = row.cells.get("deposit_sku", "")
        if not sku:
            return doc.model_copy(update={"deposit_id": None})
        found = all_docs.get(sku)
        if found is None or not found.deposit or doc.deposit or doc.sold_by == "weight":
            self._reader.refuse(row, "deposit_sku", code="cell.deposit_sku")
            return doc
        return doc.model_copy(update={"deposit_id": found.product_id})

    def _variant(self, row: Row, doc: ProductDoc) -> VariantDoc | None:
        style, size, colour = (row.cells.get(name, "") for name in _GRID)
        if not style:
            if size or colour:
                self._reader.refuse(row, "size" if size else "colour", code="cell.no_style")
            return None
        if not (size or colour):
            self._reader.refuse(row, "style", code="cell.no_place")
            return None
        scope = doc.product_id.removesuffix(doc.sku)
        digest = hashlib.sha256(f"{scope}\0{style}".encode()).hexdigest()[:16]
        return VariantDoc(
            style_id=f"s-{digest}",
            style=Names(zh_hans=style, zh_hant=style, en=style),
            size=size,
            colour=Names(zh_hans=colour, zh_hant=colour, en=colour),
        )

    def _check_places(self, docs: list[ProductDoc]) -> None:
        """Note every product whose place in the grid another one has."""
        after = {**self._known, **{doc.sku: doc for doc in docs}}
        owners: dict[tuple[str, str, str], str] = {}
        for sku, doc in sorted(after.items(), key=lambda item: item[0] in self._rows):
            if doc.variant is None:
                continue
            place = (doc.variant.style_id, doc.variant.size, doc.variant.colour.zh_hans)
            if owners.setdefault(place, sku) != sku and sku in self._rows:
                self._reader.refuse(self._rows[sku], "style", code="cell.place_taken")

    def _new(self, before: ProductDoc | None, column: str, *, value: object, name: str) -> object:
        if before is None or self._reader.has(column):
            return value
        return getattr(before, name)
