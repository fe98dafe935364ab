"""Signatures over the head of a chain: the till's device key, and the server's anchor.

The till signs its head at each upload, shift close and start; the server answers with its anchor over the
head that it has stored, so that a till that was rolled back or cloned is noticed. PyNaCl is imported only
when a signature is made or checked: it costs half a second and no till needs it before its first picture.
"""

from retail_core.journal.canonical import canonical_bytes
from retail_core.journal.entry import Head

_HEAD_DOMAIN = b"POSH1\0"
_ANCHOR_DOMAIN = b"POSA1\0"


def sign_head(head: Head, seed: bytes) -> str:
    """Return the till's Ed25519 signature over its head, as hex text; ``seed`` is the 32-byte device key."""
    return _sign(_message(_HEAD_DOMAIN, head), seed)


def verify_head(head: Head, signature: str, *, public_key: bytes) -> bool:
    """Return whether the till with the 32-byte ``public_key`` signed ``head``."""
    return _is_signed(_message(_HEAD_DOMAIN, head), signature, public_key=public_key)


def sign_anchor(head: Head, seed: bytes) -> str:
    """Return the server's Ed25519 signature over the head that it has stored, as hex text."""
    return _sign(_message(_ANCHOR_DOMAIN, head), seed)


def verify_anchor(head: Head, signature: str, *, public_key: bytes) -> bool:
    """Return whether the server with the 32-byte ``public_key`` anchored ``head``."""
    return _is_signed(_message(_ANCHOR_DOMAIN, head), signature, public_key=public_key)


def public_key_of(seed: bytes) -> bytes:
    """Return the 32-byte public key that belongs to a 32-byte seed."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).verify_key)


def _message(domain: bytes, head: Head) -> bytes:
    return domain + canonical_bytes(
        {"terminal": head.terminal, "incarnation": head.incarnation, "seq": head.seq, "hash": head.hash}
    )


def _sign(message: bytes, seed: bytes) -> str:
    from nacl.signing import SigningKey

    return SigningKey(seed).sign(message).signature.hex()


def _is_signed(message: bytes, signature: str, *, public_key: bytes) -> bool:
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(public_key).verify(message, bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True
