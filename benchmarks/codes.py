"""Signed codes: what a refusal and an acceptance cost, beside the bare check of libsodium.

Run as a process of its own; prints one JSON document with times in seconds (``benchmarks/__main__.py``
reads it).
"""

import json
import time
from collections.abc import Callable, Sequence

from nacl.signing import SigningKey

from retail_core.codes.code_time import check_time
from retail_core.codes.errors import CodeError
from retail_core.codes.pq1 import read
from tests.attacks.making import NOW_S, TENANT, Maker, key_list
from tests.attacks.ways import WAYS, attacks

_SEED = 20_261_122
_TIMES = 300 * len(WAYS)
_GOOD = 2_000


def main() -> None:
    """Measure everything."""
    maker = Maker(_SEED)
    refused = [attack.text for attack in attacks(maker, _TIMES) if not attack.again]
    accepted = [maker.good() for _ in range(_GOOD)]
    found = {"refused": _times(refused), "accepted": _times(accepted), "bare": _bare_times()}
    print(json.dumps(found))


def _times(texts: Sequence[str]) -> list[float]:
    keys = key_list()

    def check(text: str) -> None:
        try:
            check_time(read(text, keys=keys, tenant=TENANT, now_s=NOW_S), now_s=NOW_S)
        except CodeError:
            return

    return [_seconds(check, text) for text in texts]


def _bare_times() -> list[float]:
    """Return what libsodium alone takes for the signature of a member code."""
    key = SigningKey(b"\x01" * 32)
    message = b"POSQR1\0" + bytes(24)
    made = key.sign(message).signature
    verify = key.verify_key.verify
    return [_seconds(lambda _: verify(message, made), "") for _ in range(_GOOD)]


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    work(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
