"""Ed25519 through libsodium, which refuses keys of small order; imported only when a signature is needed."""


def sign_bytes(message: bytes, seed: bytes) -> bytes:
    """Return the 64-byte signature of ``message`` under the 32-byte ``seed``."""
    from nacl.signing import SigningKey

    return SigningKey(seed).sign(message).signature


def is_signed(message: bytes, signature: bytes, *, public_key: bytes) -> bool:
    """Return whether the owner of the 32-byte ``public_key`` signed ``message``."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(public_key).verify(message, signature)
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def public_key_of(seed: bytes) -> bytes:
    """Return the 32-byte public key of a 32-byte seed."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).verify_key)


def is_sound_key(public_key: bytes) -> bool:
    """Return whether ``public_key`` is a point of the main subgroup: no small order, no other encoding."""
    from nacl.bindings import crypto_core_ed25519_is_valid_point

    return len(public_key) == 32 and bool(crypto_core_ed25519_is_valid_point(public_key))
