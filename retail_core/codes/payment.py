"""Payment codes that a customer's phone shows; recognised by length and prefix, and never shown or kept.

Source: RULES, "Payment codes".
"""

from dataclasses import dataclass, field
from typing import Literal

from retail_core.codes.pq1 import is_ascii_digits

Provider = Literal["wechat", "alipay", "unionpay"]


@dataclass(frozen=True, slots=True)
class PaymentForm:
    """The lengths and two-digit prefixes of one provider's codes, both ends included."""

    provider: Provider
    shortest: int
    longest: int
    first_prefix: int
    last_prefix: int

    def has(self, digits: str) -> bool:
        """Return whether ``digits`` has this form."""
        fits = self.shortest <= len(digits) <= self.longest
        return fits and self.first_prefix <= int(digits[:2]) <= self.last_prefix


FORMS = (
    PaymentForm("wechat", 18, 18, 10, 15),
    PaymentForm("alipay", 16, 24, 25, 30),
    PaymentForm("unionpay", 19, 19, 62, 62),
)


@dataclass(frozen=True, slots=True)
class PaymentCode:
    """A customer's permission to take money, once; its digits are in no text made of it."""

    provider: Provider
    digits: str = field(repr=False)


def payment_code(text: str) -> PaymentCode | None:
    """Return ``text`` as a payment code if it has the form of one."""
    if not is_ascii_digits(text) or len(text) < 16:
        return None
    for form in FORMS:
        if form.has(text):
            return PaymentCode(form.provider, text)
    return None
