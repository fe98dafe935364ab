"""Packs of an own shop's products: cases with their own barcode and price.

The rows of a SKU are all its packs: those that were there before and are not among them are gone.
"""

from central_api.importing import cells
from central_api.importing.goods import (
    amount_of,
    is_of_chain,
    known_products,
    plan_of,
    tier_prices,
    write_docs,
)
from central_api.importing.plan import Cells, Plan
from central_api.importing.schemas import Row, Sheet, Target
from central_api.kit.unit import Unit
from retail_core.wire.base import Names
from retail_core.wire.feed import PackDoc, ProductDoc

_MOST_PIECES = 9_999


def plan_packs(unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
    """Plan the packs of known products; a row of 0 pieces says that a product has none."""
    maker = _PackMaker(unit, sheet, target=target)
    found: dict[str, list[PackDoc]] = {}
    for row in sheet.rows:
        doc = maker.product(row)
        packs = None if doc is None else maker.packs(row, doc)
        if doc is not None and packs is not None:
            found.setdefault(doc.sku, []).extend(packs)
    docs = [maker.known[sku].model_copy(update={"packs": tuple(packs)}) for sku, packs in found.items()]
    plan = plan_of(docs, maker.known, reader=maker.reader)
    plan.write = lambda unit, batch_id: write_docs(
        unit, docs, known=maker.known, target=target, batch_id=batch_id
    )
    return plan


class _PackMaker:
    """Turns rows into packs; knows to whom every barcode belongs."""

    def __init__(self, unit: Unit, sheet: Sheet, *, target: Target) -> None:
        self.known = known_products(unit, target)
        self.reader = Cells(sheet)
        self._target = target
        named = {row.cells.get("sku", "") for row in sheet.rows}
        self._owners = {code: doc.sku for doc in self.known.values() for code in doc.barcodes}
        # What is replaced by this file gives its codes free.
        for doc in self.known.values():
            if doc.sku not in named:
                self._owners |= {pack.barcode: doc.sku for pack in doc.packs}

    def product(self, row: Row) -> ProductDoc | None:
        """Return the product of a row; None after noting what is wrong."""
        sku = self.reader.read(row, "sku", parse=cells.short_text)
        if sku is None:
            return None
        doc = self.known.get(sku)
        if doc is None:
            self.reader.refuse(row, "sku", code="cell.unknown_sku")
        elif is_of_chain(doc, self._target):
            self.reader.refuse(row, "sku", code="cell.chain_product")
        elif doc.sold_by == "weight":
            self.reader.refuse(row, "sku", code="cell.weighed")
        else:
            return doc
        return None

    def packs(self, row: Row, doc: ProductDoc) -> list[PackDoc] | None:
        """Return the pack of a row, none for 0 pieces; None after noting what is wrong."""
        pieces = self.reader.read(row, "pieces", parse=lambda text: cells.whole(text, most=_MOST_PIECES))
        if pieces == 0:
            return []
        if pieces == 1:
            self.reader.refuse(row, "pieces", code="cell.pieces")
        name = self.reader.read(row, "name", parse=cells.short_text)
        code = self.reader.read(row, "barcode", parse=cells.one_barcode)
        price_minor = self.reader.read(row, "price", parse=amount_of(self._target))
        tiers = tier_prices(self.reader, row, target=self._target)
        if code is not None and code in self._owners:
            self.reader.refuse(row, "barcode", code="cell.barcode_taken")
            return None
        if code is None or name is None or price_minor is None or tiers is None or pieces in {None, 1}:
            return None
        assert pieces is not None, "a pack that is read has pieces"
        self._owners[code] = doc.sku
        return [
            PackDoc(
                pack_id=f"{doc.product_id[: 64 - len(code) - 1]}-{code}"[:64],
                barcode=code,
                names=Names(
                    zh_hans=name,
                    zh_hant=row.cells.get("name_zh_hant") or name,
                    en=row.cells.get("name_en") or name,
                ),
                pieces=pieces,
                price_minor=price_minor,
                tier_prices=tiers,
            )
        ]
