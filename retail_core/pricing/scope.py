"""Which goods a campaign means. Source: docs/rules/promotions.md, "The record of a campaign"."""

from __future__ import annotations

from dataclasses import dataclass

from retail_core.pricing.fields import Fields
from retail_core.pricing.reasons import Refusal


@dataclass(frozen=True, slots=True)
class Scope:
    """Which goods: any of the named ones (all, where none is named) except the excluded ones."""

    product_ids: frozenset[str]
    category_ids: frozenset[str]
    brands: frozenset[str]
    exclude_product_ids: frozenset[str]
    exclude_category_ids: frozenset[str]
    exclude_brands: frozenset[str]

    @staticmethod
    def parse(fields: Fields) -> Scope:
        """Read the six lists.

        Raises:
            FieldRefused: every named product is excluded again.
        """
        scope = Scope(
            product_ids=fields.texts("product_ids"),
            category_ids=fields.texts("category_ids"),
            brands=fields.texts("brands"),
            exclude_product_ids=fields.texts("exclude_product_ids"),
            exclude_category_ids=fields.texts("exclude_category_ids"),
            exclude_brands=fields.texts("exclude_brands"),
        )
        if scope.product_ids and scope.product_ids <= scope.exclude_product_ids:
            raise fields.refuse(Refusal.CONTRADICTION, "exclude_product_ids")
        fields.done()
        return scope

    @property
    def is_everything(self) -> bool:
        """Whether no goods are named, so that all are meant."""
        return not (self.product_ids or self.category_ids or self.brands)

    @property
    def has_exclusions(self) -> bool:
        """Whether any goods are on one of the exclusion lists."""
        return bool(self.exclude_product_ids or self.exclude_category_ids or self.exclude_brands)

    def excludes(self, product_id: str | None, category_id: str | None, *, brand: str | None) -> bool:
        """Tell whether goods are on one of the exclusion lists."""
        return (
            product_id in self.exclude_product_ids
            or category_id in self.exclude_category_ids
            or brand in self.exclude_brands
        )

    def holds(self, product_id: str | None, category_id: str | None, *, brand: str | None) -> bool:
        """Tell whether goods are meant and not excluded."""
        named = (
            self.is_everything
            or product_id in self.product_ids
            or category_id in self.category_ids
            or brand in self.brands
        )
        return named and not self.excludes(product_id, category_id, brand=brand)
