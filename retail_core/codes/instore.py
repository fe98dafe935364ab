"""Labels of the store's own scales: a table says what their digits mean, because no country agrees.

Source: RULES, "Weighed goods: in-store EAN-13"; PITFALLS 38.
"""

from dataclasses import dataclass
from typing import Literal

from retail_core.codes.gtin import has_check_digit, has_verifier_digit, with_check_digit
from retail_core.codes.payment import FORMS
from retail_core.codes.pq1 import is_ascii_digits

LabelKind = Literal["weight", "price", "amount_and_weight"]


class InstoreTableError(ValueError):
    """A rule of the table that cannot be; ``code`` says why, ``rule`` names it."""

    def __init__(self, code: str, rule: str) -> None:
        super().__init__(f"{code} {rule}")
        self.code = code
        self.rule = rule


@dataclass(frozen=True, slots=True)
class InstoreRule:
    """How a label with ``prefix`` is cut: prefix, item, verifier, value, weight, check digit.

    ``length`` is 13 or 18. ``decimals`` belong to the value: of a kilogram for a weight, of the currency
    for a price or amount. ``weight_digits`` (kilograms with ``weight_decimals``) are for labels that carry
    amount and weight.
    """

    name: str
    prefix: str
    length: int
    item_digits: int
    value_digits: int
    kind: LabelKind
    decimals: int
    has_verifier: bool = False
    weight_digits: int = 0
    weight_decimals: int = 3

    def __post_init__(self) -> None:
        if self.length not in {13, 18} or not is_ascii_digits(self.prefix):
            raise InstoreTableError("instore.length_or_prefix", self.name)
        used = len(self.prefix) + self.item_digits + int(self.has_verifier) + self.value_digits
        if used + self.weight_digits + 1 != self.length:
            raise InstoreTableError("instore.digits_do_not_add_up", self.name)
        if (self.kind == "amount_and_weight") != (self.weight_digits > 0):
            raise InstoreTableError("instore.weight_digits", self.name)
        if self.has_verifier and self.value_digits not in {4, 5}:
            raise InstoreTableError("instore.verifier", self.name)
        grams = self.decimals if self.kind == "weight" else self.weight_decimals
        if min(self.item_digits, self.value_digits) < 1 or not 0 <= grams <= 3 or self.decimals < 0:
            raise InstoreTableError("instore.digits", self.name)


@dataclass(frozen=True, slots=True)
class InstoreLabel:
    """What a label of the store's own scale says.

    ``item`` is the code of the product: for 13 digits the label with value zero and its own check digit,
    for 18 digits prefix and item. ``price_minor`` is the line's price in minor units. With both price and
    weight the price wins; a difference to weight times unit price is shown.
    """

    text: str
    item: str
    kind: LabelKind
    weight_g: int | None
    price_minor: int | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two readings of the same digits: a rule's name and what it collides with."""

    code: Literal["instore.same_prefix", "instore.payment_code", "instore.article_number"]
    rule: str
    other: str


DEFAULT_RULES = (
    InstoreRule("weight_13", "21", 13, 5, 5, "weight", 3),
    InstoreRule("price_13", "22", 13, 5, 5, "price", 2),
    InstoreRule("amount_and_weight_18", "22", 18, 5, 5, "amount_and_weight", 2, weight_digits=5),
)
"""What most scales in Chinese shops print when nobody changes them."""


class InstoreTable:
    """The rules of a store; the longest prefix wins."""

    def __init__(self, rules: tuple[InstoreRule, ...] = DEFAULT_RULES, *, minor_digits: int = 2) -> None:
        """Take the rules and the currency's number of decimals.

        Raises:
            InstoreTableError: ``instore.price_decimals``: a price is finer than the currency.
        """
        for rule in rules:
            if rule.kind != "weight" and rule.decimals > minor_digits:
                raise InstoreTableError("instore.price_decimals", rule.name)
        self._rules = tuple(sorted(rules, key=lambda rule: (-len(rule.prefix), rule.name)))
        self._minor_digits = minor_digits

    def rule_for(self, text: str) -> InstoreRule | None:
        """Return the rule whose label ``text`` is, if its check digit is right too."""
        if len(text) not in {13, 18} or not is_ascii_digits(text):
            return None
        for rule in self._rules:
            if rule.length == len(text) and text.startswith(rule.prefix):
                return rule if has_check_digit(text) else None
        return None

    def read(self, text: str) -> InstoreLabel | None:
        """Return the label, or None when ``text`` is none or its verifier digit is wrong."""
        rule = self.rule_for(text)
        if rule is None:
            return None
        item_end = len(rule.prefix) + rule.item_digits
        value_start = item_end + int(rule.has_verifier)
        value = text[value_start : value_start + rule.value_digits]
        if rule.has_verifier and not has_verifier_digit(text[item_end], value):
            return None
        weight = text[-1 - rule.weight_digits : -1]
        return InstoreLabel(
            text=text,
            item=_item(text[:item_end], rule),
            kind=rule.kind,
            weight_g=_weight_g(value, weight, rule=rule),
            price_minor=None if rule.kind == "weight" else self._minor(value, rule),
        )

    def overlaps(self) -> list[Overlap]:
        """Return every collision of the table, for a check at start."""
        found: list[Overlap] = []
        for index, rule in enumerate(self._rules):
            found += [
                Overlap("instore.same_prefix", rule.name, other.name)
                for other in self._rules[index + 1 :]
                if rule.length == other.length and rule.prefix.startswith(other.prefix)
            ]
            found += _foreign_overlaps(rule)
        return found

    def _minor(self, value: str, rule: InstoreRule) -> int:
        factor: int = 10 ** (self._minor_digits - rule.decimals)
        return int(value) * factor


def _item(start: str, rule: InstoreRule) -> str:
    # "2100001" becomes 2100001000004, the number under which scales and wholesalers list the item.
    return with_check_digit(start.ljust(12, "0")) if rule.length == 13 else start


def _weight_g(value: str, weight: str, *, rule: InstoreRule) -> int | None:
    if rule.kind == "price":
        return None
    digits, decimals = (value, rule.decimals) if rule.kind == "weight" else (weight, rule.weight_decimals)
    factor: int = 10 ** (3 - decimals)
    return int(digits) * factor


def _foreign_overlaps(rule: InstoreRule) -> list[Overlap]:
    found = [
        Overlap("instore.payment_code", rule.name, form.provider)
        for form in FORMS
        if form.shortest <= rule.length <= form.longest
        and any(
            _share_a_start(rule.prefix, str(two)) for two in range(form.first_prefix, form.last_prefix + 1)
        )
    ]
    restricted = ("02", *(str(two) for two in range(20, 30)))
    if rule.length == 13 and not (rule.prefix == "2" or rule.prefix[:2] in restricted):
        found.append(Overlap("instore.article_number", rule.name, "gtin"))
    return found


def _share_a_start(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
