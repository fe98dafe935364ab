"""The ways of an attack: one function for each, and the reason that follows from the way alone."""

from collections.abc import Callable, Iterator
from typing import Final

from tests.attacks import encoding as pq1
from tests.attacks.encoding import Form
from tests.attacks.making import (
    COMING_KEY,
    COUPON_KEY,
    ENDED_KEY,
    FOREIGN_SEED,
    MEMBER_KEY,
    NOW_S,
    OTHER_TENANT,
    PICKUP_KEY,
    SEEDS,
    TENANT,
    UNLISTED_KEY,
    Attack,
    Maker,
)

Way = Callable[[Maker], tuple[str, str]]

_KNOWN_TYPES: Final = {0x11: MEMBER_KEY, 0x12: MEMBER_KEY, 0x21: COUPON_KEY, 0x31: PICKUP_KEY}
_FOREIGN_DIGITS = ("٠", "۰", "०", "０", "𝟎", "𝟘", "߀", "๐")
"""The zero of eight scripts; nine more digits follow each of them."""
"""The zero of eight scripts; nine more digits follow each of them."""


def attacks(maker: Maker, count: int) -> Iterator[Attack]:
    """Yield ``count`` attacks, every way in turn, so that each gets its share."""
    ways = list(WAYS.items())
    for number in range(count):
        name, make = ways[number % len(ways)]
        text, reason = make(maker)
        yield Attack(name, text, reason, again=reason == "code.used")


def signed_by_a_stranger(make: Maker) -> tuple[str, str]:
    body = make.any_body()
    return pq1.signed(pq1.form_of(body), body, make.chance.randbytes(32)), "code.forged"


def signed_for_something_else(make: Maker) -> tuple[str, str]:
    body = make.any_body()
    domain = make.chance.choice((b"", b"POSK1\0", b"POSQR1", b"POSQR2\0"))
    raw = body + pq1.signature(body, SEEDS[body[1]], domain=domain)
    return pq1.written(pq1.form_of(body), raw), "code.forged"


def another_codes_signature(make: Maker) -> tuple[str, str]:
    form = make.chance.choice(pq1.FORMS)
    body, other = make.body(form), make.body(form)
    return pq1.written(form, body + pq1.signature(other, SEEDS[other[1]])), "code.forged"


def same_signature_written_larger(make: Maker) -> tuple[str, str]:
    """Add the group's order to the signature's second half: careless checkers take it a second time."""
    body = make.any_body()
    made = pq1.signature(body, SEEDS[body[1]])
    half = int.from_bytes(made[32:], "little") + pq1.ORDER
    return pq1.written(pq1.form_of(body), body + made[:32] + half.to_bytes(32, "little")), "code.forged"


def one_bit_turned(make: Maker) -> tuple[str, str]:
    form, raw = make.raw()
    place = make.chance.randrange(8 * len(raw))
    turned = int.from_bytes(raw, "big") ^ 1 << place
    return form.prefix + str(turned).zfill(form.digits - 2), _why(form, raw, turned)


def one_digit_wrong(make: Maker) -> tuple[str, str]:
    form, raw = make.raw()
    digits = list(pq1.written(form, raw))
    place = make.chance.randrange(2, len(digits))
    digits[place] = make.chance.choice([digit for digit in "0123456789" if digit != digits[place]])
    return _damaged(form, raw, digits)


def two_digits_swapped(make: Maker) -> tuple[str, str]:
    form, raw = make.raw()
    digits = list(pq1.written(form, raw))
    places = [place for place in range(2, len(digits) - 1) if digits[place] != digits[place + 1]]
    place = make.chance.choice(places)
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return _damaged(form, raw, digits)


def digits_at_random(make: Maker) -> tuple[str, str]:
    form, raw = make.raw()
    return _damaged(form, raw, [*form.prefix, *make.chance.choices("0123456789", k=form.digits - 2)])


def cut_at_the_end(make: Maker) -> tuple[str, str]:
    good = make.good()
    return good[: make.chance.randrange(2, len(good))], "code.length"


def cut_at_the_front(make: Maker) -> tuple[str, str]:
    good = make.good()
    rest = good[make.chance.randrange(1, len(good) - 2) :]
    if any((form.prefix, form.digits) == (rest[:2], len(rest)) for form in pq1.FORMS):
        rest = rest[1:]
    # What is left over may begin like a code of another length.
    is_like_a_code = rest[:2] in {form.prefix for form in pq1.FORMS}
    return rest, "code.length" if is_like_a_code else "code.unknown_prefix"


def a_hole_in_the_middle(make: Maker) -> tuple[str, str]:
    good = make.good()
    begin = make.chance.randrange(2, len(good) - 1)
    end = make.chance.randrange(begin + 1, len(good))
    return good[:begin] + good[end:], "code.length"


def extended(make: Maker) -> tuple[str, str]:
    good = make.good()
    more = "".join(make.chance.choices("0123456789", k=make.chance.randrange(1, 40)))
    place = make.chance.choice((2, len(good)))
    return good[:place] + more + good[place:], "code.length"


def two_scans_as_one(make: Maker) -> tuple[str, str]:
    return make.good() + make.good(), "code.length"


def other_shop_with_our_key(make: Maker) -> tuple[str, str]:
    body = make.any_body(tenant=make.chance.choice((0, OTHER_TENANT, 700, 65_535)))
    return pq1.signed(pq1.form_of(body), body, SEEDS[body[1]]), "code.tenant"


def other_shop_with_its_own_key(make: Maker) -> tuple[str, str]:
    body = make.any_body(tenant=OTHER_TENANT)
    return pq1.signed(pq1.form_of(body), body, FOREIGN_SEED), "code.tenant"


def type_of_another_kind(make: Maker) -> tuple[str, str]:
    body = make.any_body()
    form = pq1.form_of(body)
    wrong = make.chance.choice([number for number in range(256) if number not in form.types])
    body = bytes((wrong,)) + body[1:]
    return pq1.signed(form, body, SEEDS[body[1]]), "code.type"


def prefix_of_another_kind(make: Maker) -> tuple[str, str]:
    good = make.good()
    others = [form.prefix for form in pq1.FORMS if form.prefix != good[:2]]
    return make.chance.choice(others) + good[2:], "code.length"


def key_of_another_purpose(make: Maker) -> tuple[str, str]:
    body = make.any_body()
    wrong = make.chance.choice([kid for kid in (MEMBER_KEY, COUPON_KEY, PICKUP_KEY) if kid != body[1]])
    return make.under(body, wrong), "code.unknown_key"


def key_that_is_not_listed(make: Maker) -> tuple[str, str]:
    kid = make.chance.choice((0, UNLISTED_KEY, 255))
    body = make.any_body()
    body = body[:1] + bytes((kid,)) + body[2:]
    return pq1.signed(pq1.form_of(body), body, SEEDS[UNLISTED_KEY]), "code.unknown_key"


def key_that_has_ended(make: Maker) -> tuple[str, str]:
    return make.under(make.any_body(), ENDED_KEY), "code.key_period"


def key_of_the_future(make: Maker) -> tuple[str, str]:
    return make.under(make.any_body(), COMING_KEY), "code.key_period"


def card_and_rotating_code_mixed(make: Maker) -> tuple[str, str]:
    code_type, ttl = make.chance.choice(((0x11, 0), (0x12, 60), (0x12, 65_535)))
    body = pq1.member(
        tenant=TENANT,
        alias=make.chance.randbytes(8),
        nbf=NOW_S,
        nonce=1,
        ttl=ttl,
        code_type=code_type,
    )
    return pq1.signed(pq1.MEMBER, body, SEEDS[MEMBER_KEY]), "code.field"


def expired(make: Maker) -> tuple[str, str]:
    """A member code ends 60 s after its beginning and 90 s of skew, the others a second ago or more."""
    form = make.chance.choice(pq1.FORMS)
    ago = make.chance.choice((1, 2, 60, 86_400, 100_000_000))
    body = make.body(form, since=-150 - ago, until=-ago)
    return pq1.signed(form, body, SEEDS[body[1]]), "code.expired"


def life_longer_than_a_minute(make: Maker) -> tuple[str, str]:
    """A member code that gives itself hours lives a minute all the same."""
    body = pq1.member(tenant=TENANT, alias=make.chance.randbytes(8), nbf=NOW_S - 151, nonce=1, ttl=65_535)
    return pq1.signed(pq1.MEMBER, body, SEEDS[MEMBER_KEY]), "code.expired"


def not_begun(make: Maker) -> tuple[str, str]:
    """A member code counts 90 s before its beginning, a coupon from its first second on."""
    ahead = make.chance.choice((1, 2, 3_600, 100_000_000))
    form, skew = make.chance.choice(((pq1.MEMBER, 90), (pq1.COUPON, 0)))
    body = make.body(form, since=skew + ahead, until=200_000_000)
    return pq1.signed(form, body, SEEDS[body[1]]), "code.too_early"


def digits_of_other_scripts(make: Maker) -> tuple[str, str]:
    """Full-width, Arabic, Devanagari: Python's ``int`` reads them all."""
    good = make.good()
    zero = ord(make.chance.choice(_FOREIGN_DIGITS))
    foreign = {ord(str(digit)): chr(zero + digit) for digit in range(10)}
    if make.chance.random() < 0.5:
        return good.translate(foreign), "code.not_digits"
    place = make.chance.randrange(len(good))
    return good[:place] + good[place].translate(foreign) + good[place + 1 :], "code.not_digits"


def other_characters_between(make: Maker) -> tuple[str, str]:
    """Whatever ``int`` forgives (signs, spaces, underscores), and what a layout or a wedge adds."""
    good = make.good()
    mark = make.chance.choice(("_", " ", "+", "-", ".", "\u00b2", "\u200f", "\u0000", "O", "l", "e"))
    place = make.chance.randrange(1, len(good))
    return good[:place] + mark + good[place + make.chance.randrange(2) :], "code.not_digits"


def shown_a_second_time(make: Maker) -> tuple[str, str]:
    body = make.body(pq1.MEMBER)
    return pq1.signed(pq1.MEMBER, body, SEEDS[MEMBER_KEY]), "code.used"


def _damaged(form: Form, good: bytes, digits: list[str]) -> tuple[str, str]:
    text = "".join(digits)
    return text, _why(form, good, int(text[2:]))


def _why(form: Form, good: bytes, number: int) -> str:
    """Return which part of a good code was hit, in the order in which DESIGN reads the parts."""
    if number >= 256 ** len(good):
        return "code.too_large"
    now = number.to_bytes(len(good), "big")
    if now[0] not in form.types:
        return "code.type"
    if now[2:4] != good[2:4]:
        return "code.tenant"
    if now[1] in {ENDED_KEY, COMING_KEY}:
        return "code.key_period"
    return "code.forged" if now[1] == _KNOWN_TYPES[now[0]] else "code.unknown_key"


WAYS: Final[dict[str, Way]] = {
    "signed by a stranger": signed_by_a_stranger,
    "signed for something else": signed_for_something_else,
    "another code's signature": another_codes_signature,
    "the same signature, written larger": same_signature_written_larger,
    "one bit turned": one_bit_turned,
    "one digit wrong": one_digit_wrong,
    "two digits swapped": two_digits_swapped,
    "digits at random": digits_at_random,
    "cut at the end": cut_at_the_end,
    "cut at the front": cut_at_the_front,
    "a hole in the middle": a_hole_in_the_middle,
    "extended": extended,
    "two scans as one": two_scans_as_one,
    "other shop, our key": other_shop_with_our_key,
    "other shop, its own key": other_shop_with_its_own_key,
    "type of another kind": type_of_another_kind,
    "prefix of another kind": prefix_of_another_kind,
    "key of another purpose": key_of_another_purpose,
    "key that is not listed": key_that_is_not_listed,
    "key that has ended": key_that_has_ended,
    "key of the future": key_of_the_future,
    "card and rotating code mixed": card_and_rotating_code_mixed,
    "expired": expired,
    "a life longer than a minute": life_longer_than_a_minute,
    "not begun": not_begun,
    "digits of other scripts": digits_of_other_scripts,
    "other characters between": other_characters_between,
    "shown a second time": shown_a_second_time,
}
"""Every way, by the name that the report gives it."""
