"""What a sale keeps of its campaigns is small, and prices the same."""

from collections.abc import Mapping
from dataclasses import replace

from retail_core.money import Money
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, BasketLine, Context, Used
from retail_core.pricing.rules import compile_rules
from retail_core.returns.basis import MOST_BYTES, basis_of
from retail_core.returns.model import Basis

CONTEXT = Context("s1", "till", "2026-01-05", 1, 600)
MANY = [f"p-{number:05d}" for number in range(5_000)]


def _line(line_id: str, product_id: str, *, qty: int = 1) -> BasketLine:
    return BasketLine(line_id, product_id, product_id, "c", qty * 1000, "piece", Money(1000, "CNY"), 0)


def _basis(document: Mapping[str, object], basket: Basket, context: Context = CONTEXT) -> Basis | None:
    rules, refused = compile_rules([document])
    assert refused == ()
    priced = price(basket, rules, context=context)
    return basis_of(basket, priced, documents={"r": document}, context=context)


def test_of_many_products_only_those_of_the_sale_are_kept() -> None:
    document = {
        "id": "r",
        "kind": "percent",
        "params": {"percent_bp": 1000},
        "names": {"en": "Ten off"},
        "stores": ["s1", "s2"],
        "regions": ["north"],
        "scope": {"product_ids": MANY, "exclude_product_ids": ["p-00001"]},
    }
    basket = Basket("CNY", (_line("1", "p-00002"), _line("2", "p-00001")))
    basis = _basis(document, basket, replace(CONTEXT, region="north"))
    assert basis is not None
    assert basis.campaigns == (
        {
            "id": "r",
            "kind": "percent",
            "params": {"percent_bp": 1000},
            "scope": {"product_ids": ["p-00001", "p-00002"], "exclude_product_ids": ["p-00001"]},
        },
    )


def test_a_group_of_which_nothing_was_bought_never_comes_to_mean_everything() -> None:
    groups = [
        {"count": 1, "scope": {"product_ids": ["a"]}},
        {"count": 1, "scope": {"product_ids": ["b", "z"]}},
    ]
    document = {"id": "r", "kind": "bundle", "params": {"groups": groups, "off_minor": 100}}
    basis = _basis(document, Basket("CNY", (_line("1", "a"), _line("2", "b"))))
    assert basis is not None
    assert basis.campaigns[0]["params"] == {
        "groups": [
            {"count": 1, "scope": {"product_ids": ["a"]}},
            {"count": 1, "scope": {"product_ids": ["b"]}},
        ],
        "off_minor": 100,
    }


def test_a_scope_by_category_keeps_one_name_of_each_list() -> None:
    scope = {"product_ids": MANY, "category_ids": ["c", "other"]}
    document = {"id": "r", "kind": "percent", "params": {"percent_bp": 1000}, "scope": scope}
    basis = _basis(document, Basket("CNY", (_line("1", "sold"),)))
    assert basis is not None
    assert basis.campaigns[0]["scope"] == {"product_ids": ["p-00000"], "category_ids": ["c"]}


def test_a_limit_becomes_the_uses_of_this_sale() -> None:
    document = {
        "id": "r",
        "kind": "percent",
        "params": {"percent_bp": 1000},
        "limits": {"stock": 100, "per_basket": 5},
    }
    context = Context("s1", "till", "2026-01-05", 1, 600, used=(Used("r", by_all=98),))
    basis = _basis(document, Basket("CNY", (_line("1", "a", qty=4),)), context)
    assert basis is not None
    assert basis.campaigns[0]["limits"] == {"per_basket": 2}


def test_nothing_is_kept_where_nothing_applied() -> None:
    document = {"id": "r", "kind": "percent", "params": {"percent_bp": 1}, "scope": {"product_ids": ["z"]}}
    assert _basis(document, Basket("CNY", (_line("1", "a"),))) is None


def test_a_basis_that_would_block_the_queue_is_left_out() -> None:
    ids = [f"{number:030d}" for number in range(MOST_BYTES // 30)]
    document = {"id": "r", "kind": "percent", "params": {"percent_bp": 1000}, "scope": {"product_ids": ids}}
    lines = tuple(_line(str(number), product_id) for number, product_id in enumerate(ids))
    assert _basis(document, Basket("CNY", lines)) is None
