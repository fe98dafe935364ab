"""Every request of a till carries a signature over what it asks and what it sends.

Source: RFC 9421; DESIGN.md §10.
"""

import secrets
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from http_message_signatures.resolvers import MappingKeyResolver
from requests import PreparedRequest

from pos_app.services.ports import Clock

TAG = "loop-pos"
COMPONENTS = ("@method", "@authority", "@path", "@query", "content-digest")


class RequestSigner:
    """Signs requests with the device key; a retry is signed anew, with its own time and nonce."""

    def __init__(self, *, key_id: str, seed: bytes, clock: Clock) -> None:
        """Keep the device key.

        Args:
            key_id: The name under which the server knows the public key.
            seed: The 32 secret bytes of the Ed25519 key.
            clock: Tells the time that the signature states.
        """
        self._key_id = key_id
        self._clock = clock
        self._signer = HTTPMessageSigner(
            signature_algorithm=ED25519,
            key_resolver=MappingKeyResolver(
                public_keys={}, private_keys={key_id: Ed25519PrivateKey.from_private_bytes(seed)}
            ),
        )

    def sign(self, request: PreparedRequest, *, now_ms: int | None = None) -> None:
        """Add the digest and the signature to the headers of a request that is ready to be sent.

        Args:
            request: What is sent.
            now_ms: The time to state, if the clock's own was refused; UTC in milliseconds.
        """
        body = request.body or b""
        created_ms = self._clock.now_ms() if now_ms is None else now_ms
        self._signer.sign(
            request,
            key_id=self._key_id,
            created=datetime.fromtimestamp(created_ms / 1000, tz=UTC),
            nonce=secrets.token_hex(16),
            label="till",
            tag=TAG,
            covered_component_ids=COMPONENTS,
            body=body.encode() if isinstance(body, str) else body,
        )
