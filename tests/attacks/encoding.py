"""PQ1 written a second time, from DESIGN's table: what makes the attacks shares no line with the product.

Bodies are plain bytes, so that any of them can be wrong in any way.
"""

from dataclasses import dataclass

from nacl.signing import SigningKey

DOMAIN = b"POSQR1\0"
SIGNATURE_BYTES = 64
ORDER = 2**252 + 27_742_317_777_372_353_535_851_937_790_883_648_493
"""The order of Ed25519's group; a signature's second half counts modulo this number."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of code is written."""

    prefix: str
    body_bytes: int
    digits: int
    types: tuple[int, ...]

    @property
    def raw_bytes(self) -> int:
        """Body and signature."""
        return self.body_bytes + SIGNATURE_BYTES


MEMBER = Form("91", 24, 214, (0x11, 0x12))
COUPON = Form("92", 36, 243, (0x21,))
PICKUP = Form("93", 27, 222, (0x31,))
FORMS = (MEMBER, COUPON, PICKUP)


def member(
    *, tenant: int, alias: bytes, nbf: int, nonce: int, ttl: int = 60, code_type: int = 0x11, kid: int = 1
) -> bytes:
    """Return the body of a member code: type1 kid1 tenant2 alias8 nbf4 ttl2 tier1 flags1 nonce4."""
    start = bytes((code_type, kid)) + tenant.to_bytes(2, "big") + alias
    return start + nbf.to_bytes(4, "big") + ttl.to_bytes(2, "big") + b"\x03\x00" + nonce.to_bytes(4, "big")


def coupon(*, tenant: int, serial: bytes, nbf: int, exp: int, bind: bytes, kid: int = 2) -> bytes:
    """Return the body of a coupon: … campaign4 serial8 nbf4 exp4 store3 flags1 value4 bind4."""
    start = bytes((0x21, kid)) + tenant.to_bytes(2, "big") + (77).to_bytes(4, "big") + serial
    times = nbf.to_bytes(4, "big") + exp.to_bytes(4, "big")
    return start + times + (12).to_bytes(3, "big") + b"\x07" + (500).to_bytes(4, "big") + bind


def pickup(*, tenant: int, order: bytes, secret: bytes, exp: int, kid: int = 3) -> bytes:
    """Return the body of a pickup code: … store3 order8 secret8 exp4."""
    start = bytes((0x31, kid)) + tenant.to_bytes(2, "big") + (12).to_bytes(3, "big")
    return start + order + secret + exp.to_bytes(4, "big")


def signature(body: bytes, seed: bytes, *, domain: bytes = DOMAIN) -> bytes:
    """Return the signature of a body."""
    return SigningKey(seed).sign(domain + body).signature


def written(form: Form, raw: bytes) -> str:
    """Return raw bytes as the digits of a code; they must fit."""
    return form.prefix + str(int.from_bytes(raw, "big")).zfill(form.digits - 2)


def signed(form: Form, body: bytes, seed: bytes) -> str:
    """Return a body with its own good signature, as digits."""
    return written(form, body + signature(body, seed))


def form_of(body: bytes) -> Form:
    """Return how a body of this length is written."""
    return next(form for form in FORMS if form.body_bytes == len(body))
