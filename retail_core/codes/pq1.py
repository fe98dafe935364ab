"""Signed codes, format PQ1: member, coupon and pickup codes that hold without a network.

Digits only, so that every keyboard layout and input method lets them through. The body is followed by an
Ed25519 signature; both together are one decimal number of fixed length behind two digits for the kind.

Source: DESIGN, "Signed codes, format PQ1".
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

from retail_core.codes.errors import CodeError
from retail_core.codes.keys import CodeType, IssuerKey, KeyList
from retail_core.codes.signature import is_signed, sign_bytes

EPOCH_S = 1_577_836_800
"""2020-01-01T00:00:00Z as seconds since 1970: the zero of the times in codes."""

OFFLINE_ALLOWED = 1
MEMBER_BOUND = 2
SINGLE_USE = 4
PERCENT = 8

SignedKind = Literal["member", "coupon", "pickup"]

_DOMAIN = b"POSQR1\0"
_SIGNATURE_BYTES = 64
_TERMINATORS = "\r\n\t"


@dataclass(frozen=True, slots=True)
class MemberCode:
    """Who the customer is; 64-bit values are 16 lower-case hex digits.

    A rotating code has a ``ttl_s``; a printed card has none and its ``nonce`` is the card's issue.
    Times are seconds since 2020-01-01Z.
    """

    kid: int
    tenant: int
    alias: str
    nbf_s: int
    ttl_s: int
    tier: int
    flags: int
    nonce: int

    @property
    def is_printed(self) -> bool:
        """Whether this is a printed card, which identifies and earns only."""
        return self.ttl_s == 0


@dataclass(frozen=True, slots=True)
class CouponCode:
    """A coupon of a campaign; ``value`` is minor units, or basis points when it is a percentage.

    ``store`` is the home store, the only one that may take it offline; ``bind`` is 8 hex digits.
    """

    kid: int
    tenant: int
    campaign: int
    serial: str
    nbf_s: int
    exp_s: int
    store: int
    flags: int
    value: int
    bind: str

    @property
    def is_offline_allowed(self) -> bool:
        """Whether a till may take it without asking."""
        return bool(self.flags & OFFLINE_ALLOWED)

    @property
    def is_member_bound(self) -> bool:
        """Whether it needs its member's code beside it."""
        return bool(self.flags & MEMBER_BOUND)

    @property
    def is_single_use(self) -> bool:
        """Whether it is used up by one redemption."""
        return bool(self.flags & SINGLE_USE)

    @property
    def is_percent(self) -> bool:
        """Whether ``value`` is a percentage."""
        return bool(self.flags & PERCENT)

    def belongs_to(self, alias: str) -> bool:
        """Return whether the coupon was issued to the member with this alias."""
        return self.bind == coupon_bind(alias, self.serial)


@dataclass(frozen=True, slots=True)
class PickupCode:
    """The right to take an order away; ``order`` and ``secret`` are 16 hex digits each."""

    kid: int
    tenant: int
    store: int
    order: str
    secret: str
    exp_s: int

    @property
    def secret_sha256(self) -> str:
        """The hash under which a till knows the order's secret, as hex text."""
        return hashlib.sha256(bytes.fromhex(self.secret)).hexdigest()


SignedCode = MemberCode | CouponCode | PickupCode


@dataclass(frozen=True, slots=True)
class _Shape:
    prefix: str
    kind: SignedKind
    body_bytes: int
    digits: int

    @property
    def raw_bytes(self) -> int:
        return self.body_bytes + _SIGNATURE_BYTES


# digits = 2 + ceil(8 x (body + 64) / log2 10)
_SHAPES = {
    "91": _Shape("91", "member", 24, 214),
    "92": _Shape("92", "coupon", 36, 243),
    "93": _Shape("93", "pickup", 27, 222),
}
_PREFIX_OF_TYPE = {
    CodeType.MEMBER: "91",
    CodeType.CARD: "91",
    CodeType.COUPON: "92",
    CodeType.PICKUP: "93",
}


def code_time_s(wall_ms: int) -> int:
    """Return UTC milliseconds since 1970 as the seconds that codes count from 2020."""
    return wall_ms // 1000 - EPOCH_S


def wall_time_ms(code_s: int) -> int:
    """Return a code's time as UTC milliseconds since 1970."""
    return (code_s + EPOCH_S) * 1000


def card_id(alias: str, issue: int) -> str:
    """Return how a printed card is named where it is revoked: its member's alias and its issue."""
    return f"{alias}-{issue}"


def coupon_bind(alias: str, serial: str) -> str:
    """Return what ties a coupon to a member: 8 hex digits; both arguments are 16 hex digits."""
    return hashlib.sha256(bytes.fromhex(alias) + bytes.fromhex(serial)).digest()[:4].hex()


def kind_of(text: str) -> SignedKind | None:
    """Return which kind of signed code ``text`` has the form of, without checking its signature."""
    shape = _SHAPES.get(text[:2])
    if shape is None or len(text) != shape.digits or not is_ascii_digits(text):
        return None
    return shape.kind


def is_ascii_digits(text: str) -> bool:
    """Return whether ``text`` is one or more of 0 to 9; Arabic and full-width digits are none."""
    return text.isascii() and text.isdigit()


def body_of(code: SignedCode) -> bytes:
    """Return the bytes that are signed, without the domain.

    Raises:
        CodeError: ``code.field`` when a field does not fit its place.
    """
    try:
        if isinstance(code, MemberCode):
            return _member_body(code)
        return _coupon_body(code) if isinstance(code, CouponCode) else _pickup_body(code)
    except (OverflowError, ValueError) as error:
        reason = "code.field"
        raise CodeError(reason) from error


def sign(code: SignedCode, seed: bytes) -> str:
    """Return the text of ``code`` signed with its key's 32-byte ``seed``; raises what ``body_of`` does."""
    body = body_of(code)
    raw = body + sign_bytes(_DOMAIN + body, seed)
    shape = _SHAPES[_PREFIX_OF_TYPE[CodeType(body[0])]]
    return shape.prefix + str(int.from_bytes(raw, "big")).zfill(shape.digits - 2)


def read(text: str, *, keys: KeyList, tenant: int, now_s: int | None = None) -> SignedCode:
    """Return what a signed code says, once its signature holds.

    Whether it is still valid is for ``freshness`` and the use case; ``now_s`` (seconds since 2020) only
    checks the issuer key's own period, None leaves that out.

    Raises:
        CodeError: In this order ``code.not_digits``, ``code.unknown_prefix``, ``code.length``,
            ``code.too_large``, ``code.type``, ``code.tenant``, ``code.unknown_key``, ``code.key_period``,
            ``code.forged``, ``code.field``.
    """
    digits = text.rstrip(_TERMINATORS)
    if not is_ascii_digits(digits):
        raise CodeError("code.not_digits")
    shape = _SHAPES.get(digits[:2])
    if shape is None:
        raise CodeError("code.unknown_prefix")
    if len(digits) != shape.digits:
        raise CodeError("code.length")
    raw = _raw(digits, shape)
    code_type = _code_type(raw[0], shape)
    if tenant != int.from_bytes(raw[2:4], "big") or tenant != keys.tenant:
        raise CodeError("code.tenant")
    body = raw[: shape.body_bytes]
    _check_signature(body, raw[shape.body_bytes :], key=keys.find(raw[1], code_type), now_s=now_s)
    return _decoded(code_type, body)


def _raw(digits: str, shape: _Shape) -> bytes:
    try:
        return int(digits[2:]).to_bytes(shape.raw_bytes, "big")
    except OverflowError as error:
        reason = "code.too_large"
        raise CodeError(reason) from error


def _code_type(number: int, shape: _Shape) -> CodeType:
    for code_type, prefix in _PREFIX_OF_TYPE.items():
        if code_type == number and prefix == shape.prefix:
            return code_type
    raise CodeError("code.type")


def _check_signature(body: bytes, signature: bytes, *, key: IssuerKey | None, now_s: int | None) -> None:
    if key is None:
        raise CodeError("code.unknown_key")
    if now_s is not None and not key.nbf_s <= now_s <= key.exp_s:
        raise CodeError("code.key_period")
    if not is_signed(_DOMAIN + body, signature, public_key=key.public_key):
        raise CodeError("code.forged")


def _decoded(code_type: CodeType, body: bytes) -> SignedCode:
    if code_type is CodeType.COUPON:
        return _coupon(body)
    if code_type is CodeType.PICKUP:
        return _pickup(body)
    member = _member(body)
    if member.is_printed != (code_type is CodeType.CARD):
        raise CodeError("code.field")
    return member


def _member_body(code: MemberCode) -> bytes:
    code_type = CodeType.CARD if code.is_printed else CodeType.MEMBER
    return b"".join(
        (
            _start(code_type, code),
            _octets(code.alias, 8),
            code.nbf_s.to_bytes(4, "big"),
            code.ttl_s.to_bytes(2, "big"),
            code.tier.to_bytes(1, "big"),
            code.flags.to_bytes(1, "big"),
            code.nonce.to_bytes(4, "big"),
        )
    )


def _coupon_body(code: CouponCode) -> bytes:
    return b"".join(
        (
            _start(CodeType.COUPON, code),
            code.campaign.to_bytes(4, "big"),
            _octets(code.serial, 8),
            code.nbf_s.to_bytes(4, "big"),
            code.exp_s.to_bytes(4, "big"),
            code.store.to_bytes(3, "big"),
            code.flags.to_bytes(1, "big"),
            code.value.to_bytes(4, "big"),
            _octets(code.bind, 4),
        )
    )


def _pickup_body(code: PickupCode) -> bytes:
    return b"".join(
        (
            _start(CodeType.PICKUP, code),
            code.store.to_bytes(3, "big"),
            _octets(code.order, 8),
            _octets(code.secret, 8),
            code.exp_s.to_bytes(4, "big"),
        )
    )


def _start(code_type: CodeType, code: SignedCode) -> bytes:
    return bytes((code_type, *code.kid.to_bytes(1, "big"), *code.tenant.to_bytes(2, "big")))


def _octets(text: str, length: int) -> bytes:
    octets = bytes.fromhex(text)
    if len(octets) != length or octets.hex() != text:
        raise ValueError(text)
    return octets


def _integer(body: bytes, start: int, *, octets: int) -> int:
    return int.from_bytes(body[start : start + octets], "big")


def _member(body: bytes) -> MemberCode:
    return MemberCode(
        kid=body[1],
        tenant=_integer(body, 2, octets=2),
        alias=body[4:12].hex(),
        nbf_s=_integer(body, 12, octets=4),
        ttl_s=_integer(body, 16, octets=2),
        tier=body[18],
        flags=body[19],
        nonce=_integer(body, 20, octets=4),
    )


def _coupon(body: bytes) -> CouponCode:
    return CouponCode(
        kid=body[1],
        tenant=_integer(body, 2, octets=2),
        campaign=_integer(body, 4, octets=4),
        serial=body[8:16].hex(),
        nbf_s=_integer(body, 16, octets=4),
        exp_s=_integer(body, 20, octets=4),
        store=_integer(body, 24, octets=3),
        flags=body[27],
        value=_integer(body, 28, octets=4),
        bind=body[32:36].hex(),
    )


def _pickup(body: bytes) -> PickupCode:
    return PickupCode(
        kid=body[1],
        tenant=_integer(body, 2, octets=2),
        store=_integer(body, 4, octets=3),
        order=body[7:15].hex(),
        secret=body[15:23].hex(),
        exp_s=_integer(body, 23, octets=4),
    )
