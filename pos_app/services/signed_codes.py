"""Reads signed codes with the issuer keys that the till holds."""

from dataclasses import dataclass

from pos_app.services.identity import terminal_of
from pos_app.services.repositories import UnitOfWork
from retail_core.codes.errors import CodeError
from retail_core.codes.keys import KeyList, SignedKeyList, TrustLevel, open_key_list, trust_level
from retail_core.codes.pq1 import SignedCode, code_time_s, read

_REASONS = {
    "code.no_keys": "no_keys",
    "code.unknown_key": "unknown_key",
    "code.key_period": "unknown_key",
    "code.tenant": "foreign",
    "code.forged": "forged",
    "code.expired": "expired",
    "code.too_early": "too_early",
}


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code whose signature holds, and what the age of the key list lets it do."""

    code: SignedCode
    trust: TrustLevel


def read_signed(work: UnitOfWork, text: str, *, now_ms: int) -> ReadCode:
    """Return what a signed code says.

    Raises:
        CodeError: ``code.no_keys`` before the first key list came, or why the code is refused.
    """
    keys = _keys(work)
    code = read(text, keys=keys, tenant=keys.tenant, now_s=code_time_s(now_ms))
    return ReadCode(code, trust_level(keys, now_ms=now_ms))


def reason_of(error: CodeError) -> str:
    """Return the short reason for a person: ``forged`` for whatever is wrong in the code itself."""
    return _REASONS.get(error.code, "forged")


def _keys(work: UnitOfWork) -> KeyList:
    held = work.sync_state.key_list()
    if held is None:
        raise CodeError("code.no_keys")
    terminal = terminal_of(work)
    return open_key_list(
        SignedKeyList(held.document, held.signature),
        root_public_key=terminal.root_public_key,
        tenant=terminal.tenant,
    )
