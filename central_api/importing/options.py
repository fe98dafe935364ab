"""Options of an own shop's products: groups with what can be chosen, and its price.

A row is one option; several SKUs in it get the same. The rows of a SKU are all its options: those that were
there before and are not among them are gone.
"""

import hashlib
import re
from dataclasses import dataclass, field

from central_api.importing import cells
from central_api.importing.goods import amount_of, is_of_chain, known_products, plan_of, write_docs
from central_api.importing.plan import Cells, Plan
from central_api.importing.schemas import Row, Sheet, Target
from central_api.kit.unit import Unit
from retail_core.wire.base import Names
from retail_core.wire.feed import OptionDoc, OptionGroupDoc

_MOST_CHOSEN = 20
_MOST_OPTIONS = 40
_SEPARATORS = re.compile(r"[\s;,；，、]+")


@dataclass(slots=True)
class _Group:
    """A group as its rows fill it."""

    row: Row
    names: Names
    least: int
    most: int
    options: list[OptionDoc] = field(default_factory=list)

    def doc(self) -> OptionGroupDoc:
        return OptionGroupDoc(
            group_id=_id_of("g", self.names.zh_hans),
            names=self.names,
            least=self.least,
            most=self.most,
            options=tuple(self.options),
        )


def plan_options(unit: Unit, sheet: Sheet, *, target: Target) -> Plan:
    """Plan the options of known products; a row without a group says that its products have none."""
    maker = _OptionMaker(unit, sheet, target=target)
    for row in sheet.rows:
        maker.take(row)
    maker.check()
    docs = [
        maker.known[sku].model_copy(update={"options": tuple(group.doc() for group in groups.values())})
        for sku, groups in maker.found.items()
    ]
    plan = plan_of(docs, maker.known, reader=maker.reader)
    plan.write = lambda unit, batch_id: write_docs(
        unit, docs, known=maker.known, target=target, batch_id=batch_id
    )
    return plan


class _OptionMaker:
    """Turns rows into groups, product by product."""

    def __init__(self, unit: Unit, sheet: Sheet, *, target: Target) -> None:
        self.known = known_products(unit, target)
        self.reader = Cells(sheet)
        self.found: dict[str, dict[str, _Group]] = {}
        self._target = target

    def take(self, row: Row) -> None:
        """Add a row to each of its products, or note what is wrong with it."""
        skus = self._skus(row)
        name = row.cells.get("group", "")
        if not name:
            for sku in skus:
                self.found.setdefault(sku, {})
            return
        least = self.reader.read(row, "least", parse=lambda text: cells.whole(text, most=_MOST_CHOSEN))
        most = self.reader.read(row, "most", parse=lambda text: cells.whole(text or "1", most=_MOST_CHOSEN))
        option = self._option(row)
        if least is None or most is None or option is None:
            return
        if most < max(least, 1):
            self.reader.refuse(row, "most", code="cell.most_below_least")
            return
        names = Names(
            zh_hans=name,
            zh_hant=row.cells.get("group_zh_hant") or name,
            en=row.cells.get("group_en") or name,
        )
        for sku in skus:
            group = self.found.setdefault(sku, {}).setdefault(name, _Group(row, names, least, most))
            self._add(row, group, option=option, asked=(least, most))

    def check(self) -> None:
        """Note what is wrong with whole groups: too few or too many to choose from, too many presets."""
        noted: set[tuple[int, str]] = set()
        for group in (group for found in self.found.values() for group in found.values()):
            wrong = {
                "cell.group_size": not group.least <= len(group.options) <= _MOST_OPTIONS,
                "cell.too_many_presets": sum(option.preset for option in group.options) > group.most,
            }
            # Several products may begin a group in one row, which is told once.
            for code in (code for code, is_so in wrong.items() if is_so):
                if (group.row.number, code) not in noted:
                    noted.add((group.row.number, code))
                    self.reader.refuse(group.row, "group", code=code)

    def _add(self, row: Row, group: _Group, *, option: OptionDoc, asked: tuple[int, int]) -> None:
        if (group.least, group.most) != asked:
            self.reader.refuse(row, "most", code="cell.group_differs")
        elif any(each.option_id == option.option_id for each in group.options):
            self.reader.refuse(row, "option", code="cell.twice")
        else:
            group.options.append(option)

    def _option(self, row: Row) -> OptionDoc | None:
        name = self.reader.read(row, "option", parse=cells.short_text)
        price_minor = self.reader.read(
            row, "extra", parse=lambda text: amount_of(self._target)(text) if text else 0
        )
        preset = self.reader.read(row, "preset", parse=cells.yes_or_no)
        if name is None or price_minor is None or preset is None:
            return None
        return OptionDoc(
            option_id=_id_of("o", name),
            names=Names(
                zh_hans=name,
                zh_hant=row.cells.get("option_zh_hant") or name,
                en=row.cells.get("option_en") or name,
            ),
            price_minor=price_minor,
            preset=preset,
        )

    def _skus(self, row: Row) -> list[str]:
        whole = row.cells.get("sku", "")
        # A SKU with a space in it is one SKU; otherwise the cell is a list.
        skus = [whole] if whole in self.known else [sku for sku in _SEPARATORS.split(whole) if sku]
        if not skus:
            self.reader.refuse(row, "sku", code="cell.length")
        return [sku for sku in dict.fromkeys(skus) if self._is_usable(row, sku)]

    def _is_usable(self, row: Row, sku: str) -> bool:
        doc = self.known.get(sku)
        if doc is None:
            self.reader.refuse(row, "sku", code="cell.unknown_sku")
        elif is_of_chain(doc, self._target):
            self.reader.refuse(row, "sku", code="cell.chain_product")
        elif doc.sold_by == "weight":
            self.reader.refuse(row, "sku", code="cell.weighed")
        else:
            return True
        return False


def _id_of(letter: str, name: str) -> str:
    """Return an id that is the same whenever the same name is imported again."""
    return f"{letter}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
